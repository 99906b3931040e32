"""Read aloud, the page is what is printed: every word of it, each in its place, and no other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.catalog.language import Language
from companion.domain.aloud import AloudLine
from companion.domain.page import CAPS, WITH_MODE, Kind, Mode, Page, PageLine, Section
from companion.domain.second_sheet import Chart, SecondSheet
from companion.export.aloud import as_aloud
from companion.export.sheet import sheet_of
from companion.export.writer import Writer

WORDS = Language("en")
DAY = date(2026, 11, 26)
TALK = WORDS.say("print.session.talk")
QUOTES, CHARTS = WORDS.say("print.second.quotes"), WORDS.say("print.second.charts")
FOOT = WORDS.say("print.footer")

texts = st.text("abc 漢م[]*_-#👩\u0301", min_size=1, max_size=12).filter(str.strip)


@st.composite
def pages(draw: st.DrawFn) -> Page:
    sections = []
    for section in draw(st.lists(st.sampled_from(Section), unique=True, max_size=4)):
        lines = draw(st.lists(texts, min_size=1, max_size=CAPS[section].lines))
        modes = st.sampled_from(Mode) if section in WITH_MODE else st.none()
        sections.append((section, tuple(PageLine(one, draw(modes)) for one in lines)))
    quotes = tuple(draw(st.lists(texts, max_size=2)))
    charts = (Chart("met", ((0, 3), (1000, 4))),) if draw(st.booleans()) else ()
    second = SecondSheet(quotes, charts)
    return Page(
        draw(st.one_of(st.none(), st.just(DAY))),
        tuple(sections),
        name=draw(st.sampled_from(["", "Noor"])),
        footer=draw(st.booleans()),
        kind=draw(st.sampled_from(Kind)),
        second=None if second.is_empty else second,
    )


def bare(text: str) -> list[str]:
    """The letters of a text, whatever stands around and between them, sorted."""
    return sorted("".join(text.split()).replace("(", "").replace(")", "").replace("-", ""))


@given(pages())
@settings(max_examples=200)
def test_what_is_read_is_what_is_printed_and_not_a_letter_more(page: Page) -> None:
    lines = Writer(WORDS).read_aloud(page)
    heads = [
        line.heading
        for number, line in enumerate(lines)
        if not number or lines[number - 1].heading != line.heading
    ]
    said = "".join([*heads, *(line.text + line.mode for line in lines)])
    assert bare(said) == bare(Writer(WORDS).render(page, "text"))


@given(pages())
def test_the_header_comes_first_and_the_question_at_the_foot_last(page: Page) -> None:
    lines = Writer(WORDS).read_aloud(page)
    assert lines[0] == AloudLine(sheet_of(page, WORDS).opening)
    assert (lines[-1] == AloudLine(FOOT)) is page.footer
    assert all(line.text for line in lines)


def test_a_line_stands_below_its_heading_with_its_mode_beside_it() -> None:
    talk = (PageLine("a door", Mode.DISCUSS), PageLine("a sea", Mode.JUST_KNOW))
    lines = Writer(WORDS).read_aloud(Page(DAY, ((Section.TALK, talk),), footer=False))
    assert lines[1:] == (
        AloudLine("a door", TALK),
        AloudLine("a sea", TALK, WORDS.say("print.mode.just-know")),
    )


@pytest.mark.parametrize("footer", [True, False])
def test_an_empty_page_reads_its_one_sentence(*, footer: bool) -> None:
    lines = Writer(WORDS).read_aloud(Page(None, (), footer=footer))
    texts = [line.text for line in lines]
    assert texts[:2] == [WORDS.say("print.header.unnamed_undated"), WORDS.say("print.nothing")]
    assert texts[2:] == ([FOOT] if footer else [])


def test_the_second_sheet_is_read_before_the_question_at_the_foot() -> None:
    second = SecondSheet(("one\ntwo",), (Chart("met", ((0, 3), (1000, 4))),))
    lines = as_aloud(sheet_of(Page(DAY, (), second=second), WORDS))
    assert [line.heading for line in lines[2:]] == [QUOTES, CHARTS, CHARTS, ""]
    assert lines[2].text == "one\ntwo"
    assert "3, 4" in lines[4].text
    assert lines[-1].text == FOOT
