"""What the guide prints: whole, on as few sides as it should be, for every eye and ear."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject
from support.reading_pdf import xmp
from support.sheets import WRITER
from support.words import bare

from companion.catalog.guide import Guide
from companion.catalog.language import Language
from companion.catalog.shelf import Bookshelf
from companion.domain.agreement import AgreementSheet, Point, empty_sheet
from companion.domain.guide_text import BlockKind, blocks, runs
from companion.domain.printing import Paper, Printed, Printing

if TYPE_CHECKING:
    from collections.abc import Iterator

GUIDE = Guide()
PAGES = [topic for topic in GUIDE.topics() if not GUIDE.is_program(topic)]
WAYS = [Printing(paper, large) for paper in Paper for large in (False, True)]
NORMAL = [way for way in WAYS if not way.large]
FILLED = AgreementSheet(
    (
        Point("What do you two work on?", "Sleeping.\n\nAnd *saying* no, #1 <b>."),
        Point("How do you reach each other?", "By mail until noon."),
    ),
    names=True,
)
LONG = AgreementSheet((Point("What do you two work on?", "A line that goes on. " * 600),))


def way_id(way: object) -> str:
    assert isinstance(way, Printing)
    return f"{way.paper}{'-large' if way.large else ''}"


@cache
def page(topic: str, way: Printing) -> Printed:
    return WRITER.print_guide(blocks(GUIDE.page(topic)), "en", way)


def empty(*, names: bool) -> AgreementSheet:
    return empty_sheet(Bookshelf("en").path("agreement"), names=names)


def opened(made: Printed) -> PdfReader:
    assert made.unshown == ()
    return PdfReader(io.BytesIO(made.data))


def letters(found: PdfReader) -> str:
    return bare("".join(one.extract_text() for one in found.pages))


def tags(found: PdfReader) -> Iterator[tuple[str, str]]:
    """Every element of the structure: what it is, and what is said in its place."""
    waiting = [found.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        one = waiting.pop().get_object()
        if isinstance(one, ArrayObject):
            waiting += list(one)
        elif isinstance(one, DictionaryObject):
            yield str(one.get("/S", "")), str(one.get("/Alt", ""))
            waiting += [one["/K"]] if "/K" in one else []


@pytest.mark.parametrize("way", NORMAL, ids=way_id)
def test_the_leaflet_for_therapists_has_exactly_two_sides(way: Printing) -> None:
    found = opened(page("therapist", way))
    assert len(found.pages) == 2
    first, second = (one.extract_text() for one in found.pages)
    assert "Who it is not for" in first
    assert second.lstrip().startswith("Records")
    assert "The first minutes" in second


@pytest.mark.parametrize("way", NORMAL, ids=way_id)
@pytest.mark.parametrize("topic", ["first-week", "when-it-hurts", "your-words", "ending"])
def test_a_page_for_patients_has_one_side_or_two(topic: str, way: Printing) -> None:
    assert 1 <= len(opened(page(topic, way)).pages) <= 2


@pytest.mark.parametrize("way", WAYS, ids=way_id)
@pytest.mark.parametrize("topic", PAGES)
def test_every_word_of_a_page_is_on_paper_and_no_other(topic: str, way: Printing) -> None:
    words = []
    for block in blocks(GUIDE.page(topic)):
        text = block.text
        if block.kind is not BlockKind.CODE:
            text = "".join(word for word, _ in runs(text))
        mark = {"•": "–"}.get(block.mark, block.mark)
        words.append(f"{mark}{text}")
    assert sorted(letters(opened(page(topic, way)))) == sorted(bare("".join(words)))


@pytest.mark.parametrize("way", WAYS, ids=way_id)
def test_nothing_runs_off_the_paper(way: Printing) -> None:
    edges: list[float] = []

    def visit(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            edges.append(matrix[4])
            assert size > 0

    found = opened(page("security", way))
    width = float(found.pages[0].mediabox[2])
    for one in found.pages:
        one.extract_text(visitor_text=visit)
    assert min(edges) >= 0
    assert max(edges) < width


@pytest.mark.parametrize("topic", PAGES)
def test_a_page_is_tagged_for_whoever_listens_and_declares_it(topic: str) -> None:
    found = opened(page(topic, Printing()))
    root = found.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert xmp(found)["part"] == ["1"]
    kinds = [kind for kind, _ in tags(found)]
    assert kinds.count("/H1") == 1
    headings = [one for one in blocks(GUIDE.page(topic)) if one.kind is BlockKind.HEADING]
    assert kinds.count("/H2") == len(headings)


def test_a_file_says_neither_when_nor_by_what_it_was_made() -> None:
    found = opened(page("therapist", Printing()))
    assert (found.metadata or {}).get("/Title") == "For therapists"
    assert not {"/CreationDate", "/ModDate", "/Author"} & set(found.metadata or {})
    assert b"typst" not in page("therapist", Printing()).data.lower()


def test_the_same_page_is_the_same_bytes() -> None:
    for way in NORMAL:
        again = WRITER.print_guide(blocks(GUIDE.page("therapist")), "en", way)
        assert again.data == page("therapist", way).data


@pytest.mark.parametrize("way", WAYS, ids=way_id)
def test_the_sheet_to_guess_on_has_a_half_for_each_with_three_lines(way: Printing) -> None:
    found = opened(WRITER.print_guess(way))
    assert len(found.pages) == (2 if way.large else 1)
    said = letters(found)
    words = Language("en")
    for scale in ("open", "met", "heading"):
        for part in ("title", "low", "high"):
            assert said.count(bare(words.say(f"guess.scale.{scale}.{part}"))) == 2
    spoken = [alt for kind, alt in tags(found) if kind == "/Figure"]
    assert len(spoken) == 6
    assert len(set(spoken)) == 3
    assert all("from nought" in alt for alt in spoken)
    assert "Nobody collects this" in " ".join(
        " ".join(one.extract_text() for one in found.pages).split()
    )


def test_the_sheet_to_guess_on_speaks_of_ends_alone() -> None:
    said = " ".join(one.extract_text() for one in opened(WRITER.print_guess(Printing())).pages)
    assert sorted(sign for sign in said.split() if sign.isdigit()) == ["0"] * 6 + ["10"] * 6


@pytest.mark.parametrize("names", [False, True])
@pytest.mark.parametrize("way", WAYS, ids=way_id)
def test_an_empty_agreement_has_every_question_and_is_one_side(
    way: Printing, *, names: bool
) -> None:
    sheet = empty(names=names)
    assert len(sheet.points) == 4
    found = opened(WRITER.print_agreement(sheet, way))
    assert len(found.pages) == (2 if way.large else 1)
    said = letters(found)
    for point in sheet.points:
        assert bare(point.question) in said
    assert said.count("signatureorinitials") == 2
    assert said.count("name") == (2 if names else 0)


@pytest.mark.parametrize("way", WAYS, ids=way_id)
def test_a_filled_agreement_has_the_words_as_they_are_and_room_for_both(way: Printing) -> None:
    found = opened(WRITER.print_agreement(FILLED, way))
    said = letters(found)
    for point in FILLED.points:
        assert bare(point.question) in said
        assert bare(point.answer) in said
    assert "nameandname" not in said
    assert said.count("signatureorinitials") == 2
    assert len(found.pages) == 1


def test_a_long_agreement_goes_on_on_the_next_side_and_loses_nothing() -> None:
    found = opened(WRITER.print_agreement(LONG, Printing()))
    assert len(found.pages) > 1
    assert letters(found).count("Alinethatgoeson.") == 600


def test_an_agreement_with_a_password_asks_for_it() -> None:
    made = WRITER.print_agreement(FILLED, Printing(password="sesame"))
    found = PdfReader(io.BytesIO(made.data))
    assert not found.decrypt("another")
    assert found.decrypt("sesame")


def test_no_sign_fails_an_agreement() -> None:
    sheet = AgreementSheet((Point("What?", "A charm \U0001fa86 and שלום."),))
    made = WRITER.print_agreement(sheet, Printing())
    assert made.data.startswith(b"%PDF")
    assert set(made.unshown) <= {"\U0001fa86"}
