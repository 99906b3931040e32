"""Spanish has wording rules and a measure of its own, and its days, lists and names."""

from __future__ import annotations

from datetime import date

import pytest

from companion.catalog.crisis import Directory
from companion.catalog.files import shipped
from companion.catalog.language import Language
from companion.catalog.lint import check_prompt, rules
from companion.catalog.readability import spanish_syllables, szigriszt_pazos
from companion.catalog.shelf import Bookshelf
from companion.domain.text import unaccented

RULE = rules(shipped(), "es")
WORDS = Language("es")

PLANTED = [
    ("¿Por qué lo dijiste?", "why: por qué"),
    ("El porqué de todo.", "why: porqué"),
    ("¿Cómo va la alianza?", "jargon: alianza"),
    ("¿Qué fue el detonante?", "jargon: detonante"),
    ("¿Cómo lo gestionas? El afrontamiento cuenta.", "jargon: afrontamiento"),
    ("¿Qué dijo tu psicóloga?", "gendered: psicóloga"),
    ("¿Qué dijo el terapeuta?", "gendered: el terapeuta"),
    ("¿Qué dijo ella?", "gendered: ella"),
    ("¿Estás cansado?", "gendered: cansado"),
    ("Muy bien. ¿Y después?", "praise: muy bien"),
    ("Deberías decirlo.", "advice: deberías"),
    ("Tienes que ir.", "advice: tienes que"),
    ("Esto te ayudará.", "promise: te ayudará"),
    ("¿Cuánto te dolió?", "leading: cuánto te dolió"),
    ("Busca 3 cosas.", "a digit"),
    ("¡Sigue!", "an exclamation mark"),
    ("¿Tienes el ordenador?", "nowhere: ordenador"),
    ("palabra " * 31, "31 words, 30 at most"),
]


@pytest.mark.parametrize(("sentence", "wrong"), PLANTED)
def test_a_planted_mistake_is_found(sentence: str, wrong: str) -> None:
    assert wrong in list(check_prompt(sentence, RULE))


def test_hard_words_are_found_by_their_ease() -> None:
    hard = "Interpretaciones excesivamente pormenorizadas imposibilitan comunicaciones espontáneas."
    assert any("reading ease by szigriszt-pazos" in one for one in check_prompt(hard, RULE))


def test_a_plain_question_passes() -> None:
    assert list(check_prompt("¿Qué se te quedó? Lo primero que venga.", RULE)) == []


@pytest.mark.parametrize(
    ("word", "count"),
    [("sol", 1), ("día", 2), ("leer", 2), ("ciudad", 2), ("hoy", 1), ("y", 1), ("guitarra", 3),
     ("que", 1), ("vergüenza", 3), ("país", 2), ("ahora", 3), ("terapeuta", 4), ("reír", 2),
     ("muy", 1), ("averiguar", 4)],
)  # fmt: skip
def test_syllables_are_counted_as_spanish_has_them(word: str, count: int) -> None:
    assert spanish_syllables(word) == count


def test_the_ease_is_the_published_formula() -> None:
    # Two sentences of three words with four syllables: 206.835 - 62.3 * 8 / 6 - 3.
    assert szigriszt_pazos("El sol cae. La luz vuelve.") == pytest.approx(120.768, abs=0.001)


def test_days_are_said_in_spanish_order() -> None:
    assert WORDS.day(date(2026, 11, 26)) == "jueves 26 de noviembre de 2026"
    assert WORDS.short_day(date(2026, 3, 4)) == "mié 4 mar"


@pytest.mark.parametrize(("number", "said"), [(0, "0 puntos"), (1, "1 punto"), (6, "6 puntos")])
def test_a_number_asks_for_its_plural_form(number: int, said: str) -> None:
    assert WORDS.say("moved.dots", number=number) == said


def test_countries_have_spanish_names_in_spanish_order() -> None:
    names = [country.name for country in Directory(language="es").countries()]
    assert {"España", "México", "Estados Unidos", "Alemania"} <= set(names)
    assert names == sorted(names, key=unaccented)
    assert names.index("España") < names.index("Estados Unidos") < names.index("Estonia")


def test_no_word_for_a_feeling_asks_for_a_gender() -> None:
    path = Bookshelf("es").path("feelings")
    step = path.step("words")
    assert step is not None
    offered = [word for group in step.groups for word in group.words]
    assert len(offered) >= 55
    assert len(set(offered)) == len(offered)
    paired = {word[:-1] for word in offered if word.endswith("ado")}
    assert not paired
