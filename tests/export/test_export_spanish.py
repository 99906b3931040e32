"""What leaves a Spanish notebook is in Spanish, and says so to programs that read it aloud."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from support.sheets import PLAIN, letters, page_of, reader
from support.spoken import english_in
from support.words import bare

from companion.catalog.language import Language
from companion.domain.agreement import AgreementSheet, Point
from companion.domain.book import Book, Chapter, Part
from companion.domain.page import Kind, Section
from companion.export.writer import Writer

SPANISH = Writer(Language("es"))
PAGE = page_of("El silencio", "Las fiestas", name="Noor")
ARABIC = "أريد أن أتحدث عن الصيف"
DAY = date(2026, 11, 26)
BOOK = Book((Chapter(Part.AFTER, DAY, ("Entré en la sala.",)),))


@pytest.mark.parametrize("form", ["text", "md", "html"])
@pytest.mark.parametrize("kind", list(Kind), ids=str)
def test_a_page_is_in_spanish(form: str, kind: Kind) -> None:
    made = SPANISH.render(replace(PAGE, kind=kind), form)
    read = re.sub(r"(?s)<style.*?</style>|<[^>]*>", " ", made)
    assert english_in(read, "es") == set()
    assert "El silencio" in made


def test_its_days_headings_and_modes_are_said_as_spanish_has_them() -> None:
    made = SPANISH.render(PAGE, "text")
    assert made.startswith("De Noor, para el jueves 26 de noviembre de 2026.")
    assert "Me gustaría hablar de" in made
    assert "El silencio (pregúntame, por favor)" in made
    assert "¿Cómo vas a guardar esta hoja?" in made


def test_every_heading_has_its_words() -> None:
    for section in Section:
        for kind in ("session", "handover"):
            assert Language("es").say(f"print.{kind}.{section}")


def test_json_keeps_its_keys_and_says_its_headings_in_spanish() -> None:
    made = json.loads(SPANISH.render(PAGE, "json"))
    assert made["sections"][0]["section"] == "talk"
    assert made["sections"][0]["heading"] == "Me gustaría hablar de"


def test_html_and_pdf_say_which_language_they_are_in() -> None:
    assert '<html lang="es">' in SPANISH.render(PAGE, "html")
    assert '<html lang="es">' in SPANISH.book(BOOK, "html")
    for printed in (SPANISH.print_page(PAGE, PLAIN), SPANISH.print_book(BOOK, PLAIN)):
        assert reader(printed.data).trailer["/Root"]["/Lang"] == "es"


def test_the_letters_of_spanish_are_in_the_pdf() -> None:
    made = SPANISH.print_page(page_of("¿Cigüeña, jamón y pingüino? «Así»"), PLAIN)
    assert not made.unshown
    assert bare("¿Cigüeña, jamón y pingüino? «Así»") in letters(made.data)


def test_words_from_right_to_left_keep_their_direction_on_a_spanish_page() -> None:
    made = SPANISH.render(page_of(ARABIC, "El silencio"), "html")
    assert f'dir="rtl">{ARABIC}' in made or ('dir="rtl"' in made and ARABIC in made)
    assert '<html lang="es">' in made


def test_book_agreement_and_card_are_in_spanish() -> None:
    agreement = AgreementSheet((Point("¿En qué trabajas?", "En dormir."),))
    for made in (
        SPANISH.book(BOOK, "text"),
        SPANISH.book(BOOK, "md"),
        SPANISH.agreement(agreement, "text"),
        SPANISH.agreement(agreement, "md"),
        SPANISH.card("AAAAA-BBBBB"),
    ):
        assert english_in(made, "es") == set(), made
    assert "Después del jueves 26 de noviembre de 2026" in SPANISH.book(BOOK, "text")
