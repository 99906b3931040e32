"""The page is what was ticked, no more and no less; and it says where it holds too much."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_candidate

from companion.domain.page import (
    CAPS,
    MOVABLE,
    PAGE_WORDS,
    SECOND_YES,
    WITH_MODE,
    Cap,
    Excess,
    Line,
    Mode,
    Page,
    PageLine,
    Section,
    compose,
    excess,
    may_be_parked,
    may_stand,
    on_page,
)
from companion.domain.second_sheet import SecondSheet

DAY = date(2026, 11, 26)


def composed(*lines: Line, **more: object) -> Page:
    """A page of these lines; every answer `a` to `e` is a candidate for I'd like to talk about."""
    candidates = [a_candidate(one, f"words of {one}") for one in "abcde"]
    return compose(lines, candidates, session_on=DAY, **more)  # type: ignore[arg-type]  # passed on


def printed(page: Page) -> list[tuple[Section, str]]:
    return [(section, line.text) for section, lines in page.sections for line in lines]


def with_words(counts: dict[Section, list[int]]) -> Page:
    """A page whose lines have so many words."""
    sections = tuple(
        (section, tuple(PageLine("word " * count, None) for count in counts[section]))
        for section in Section
        if section in counts
    )
    return Page(DAY, sections)


def test_a_page_is_two_minutes_of_reading_and_each_section_a_few_lines_of_it() -> None:
    assert PAGE_WORDS == 300
    assert {
        Section.ONE_THING: Cap(lines=1, words=40, total=40),
        Section.TALK: Cap(lines=3, words=20, total=60),
        Section.ABOUT_US: Cap(lines=2, words=30, total=60),
        Section.SINCE: Cap(lines=2, words=50, total=50),
        Section.TRIED: Cap(lines=3, words=25, total=75),
        Section.MANAGED: Cap(lines=1, words=25, total=25),
        Section.FEELINGS: Cap(lines=1, words=5, total=5),
        Section.QUESTIONS: Cap(lines=3, words=20, total=60),
        Section.HELP_TODAY: Cap(lines=1, words=15, total=15),
        Section.NOT_TODAY: Cap(lines=1, words=15, total=15),
    } == CAPS


@pytest.mark.parametrize("section", [None, *Section])
def test_all_but_what_is_about_the_two_of_them_or_never_on_a_page_may_be_parked(
    section: Section | None,
) -> None:
    assert may_be_parked(section) == (section not in {None, Section.ABOUT_US})


def test_nothing_is_on_the_page_by_default() -> None:
    assert composed() == Page(DAY, ()) == Page(DAY, (), "", footer=True)


def test_ticked_lines_keep_the_persons_order_within_the_pages_order() -> None:
    page = composed(
        Line("c", Section.TALK),
        Line("b", Section.QUESTIONS),
        Line("d", Section.ONE_THING),
        Line("a", Section.TALK),
    )
    assert printed(page) == [
        (Section.ONE_THING, "words of d"),
        (Section.TALK, "words of c"),
        (Section.TALK, "words of a"),
        (Section.QUESTIONS, "words of b"),
    ]


def test_a_shortening_stands_in_for_the_words() -> None:
    assert printed(composed(Line("a", Section.TALK, wording="fewer"))) == [(Section.TALK, "fewer")]


@pytest.mark.parametrize("wording", ["", " ", "\n"])
def test_a_shortening_of_nothing_leaves_the_words(wording: str) -> None:
    assert printed(composed(Line("a", Section.TALK, wording=wording))) == [
        (Section.TALK, "words of a")
    ]


def test_every_line_is_one_line() -> None:
    candidate = a_candidate("a", "first\n\n  second\tthird")
    page = compose([Line("a", Section.TALK)], [candidate], session_on=None, name=" A.\nL. ")
    assert printed(page) == [(Section.TALK, "first second third")]
    assert page.name == "A. L."


def test_a_line_whose_answer_is_gone_is_not_printed() -> None:
    assert composed(Line("nowhere", Section.TALK, wording="a ghost")).sections == ()


def test_an_answer_is_printed_once() -> None:
    page = composed(Line("a", Section.TALK), Line("a", Section.QUESTIONS))
    assert printed(page) == [(Section.TALK, "words of a")]


@pytest.mark.parametrize("section", Section)
def test_a_line_needs_its_second_yes_where_there_is_one(section: Section) -> None:
    candidate = a_candidate("a", section=section)
    line = Line("a", section)
    assert bool(compose([line], [candidate], session_on=DAY).sections) == (
        section not in SECOND_YES
    )
    agreed = replace(line, agreed=True)
    assert compose([agreed], [candidate], session_on=DAY).sections
    assert on_page(agreed)


@pytest.mark.parametrize("own", Section)
@pytest.mark.parametrize("section", Section)
def test_a_line_stands_only_where_it_may(own: Section, section: Section) -> None:
    page = compose(
        [Line("a", section, agreed=True)], [a_candidate("a", section=own)], session_on=DAY
    )
    assert bool(page.sections) == may_stand(own, section)
    assert may_stand(own, section) == (own is section or {own, section} <= set(MOVABLE))


def test_a_line_that_may_not_stand_does_not_keep_its_answer_off_the_page() -> None:
    page = composed(Line("a", Section.FEELINGS), Line("a", Section.TALK))
    assert printed(page) == [(Section.TALK, "words of a")]


@pytest.mark.parametrize("section", Section)
def test_a_mode_is_printed_only_where_there_is_one(section: Section) -> None:
    line = Line("a", section, Mode.PLEASE_ASK, agreed=True)
    page = compose([line], [a_candidate("a", section=section)], session_on=DAY)
    ((_, (only,)),) = page.sections
    assert only.mode is (Mode.PLEASE_ASK if section in WITH_MODE else None)


def test_the_sections_that_need_a_second_yes_are_never_moved_to() -> None:
    assert not SECOND_YES & set(MOVABLE)


def test_a_second_sheet_is_there_once_something_is_on_it() -> None:
    sheet = SecondSheet(quotes=("the yellow door",))
    assert composed(second=sheet).second == sheet
    assert composed(second=SecondSheet()).second is None
    assert composed(second=None).second is None


def test_the_words_of_a_page_are_the_persons_own_alone() -> None:
    page = composed(Line("a", Section.TALK), Line("b", Section.TALK), name="Ada")
    assert page.words == 6


def test_an_empty_page_fits() -> None:
    assert excess(composed()) == ()


@pytest.mark.parametrize("section", Section)
def test_a_section_holds_as_much_as_its_cap_and_no_more(section: Section) -> None:
    cap = CAPS[section]
    full = min(cap.words, cap.total)
    assert excess(with_words({section: [full]})) == ()
    assert excess(with_words({section: [full + 1]})) == (Excess(section, 1, 0),)
    lines = [1] * cap.lines
    assert excess(with_words({section: lines})) == ()
    assert excess(with_words({section: [*lines, 1]})) == (Excess(section, 0, 1),)


@pytest.mark.parametrize("letter", ["心", "か", "ก", "ខ"])
def test_a_line_without_blanks_is_measured_too(letter: str) -> None:
    long = PageLine(letter * 1000, Mode.DISCUSS)
    page = Page(None, ((Section.TALK, (long,)),))
    assert [one.section for one in excess(page)] == [Section.TALK, None]


def test_two_lines_that_fit_alone_may_be_too_much_together() -> None:
    assert excess(with_words({Section.SINCE: [30, 31]})) == (Excess(Section.SINCE, 11, 0),)


def test_a_short_line_makes_up_for_none_that_is_too_long() -> None:
    assert excess(with_words({Section.TALK: [25, 5]})) == (Excess(Section.TALK, 5, 0),)


def test_of_lines_and_words_both_are_said() -> None:
    assert excess(with_words({Section.TALK: [25, 20, 20, 5]})) == (Excess(Section.TALK, 10, 1),)


def test_the_page_has_a_cap_of_its_own() -> None:
    full = {
        section: [CAPS[section].total // CAPS[section].lines] * CAPS[section].lines
        for section in Section
    }
    page = with_words(full)
    assert page.words > PAGE_WORDS
    assert excess(page) == (Excess(None, page.words - PAGE_WORDS, 0),)


def test_a_page_that_is_just_full_fits() -> None:
    full = {
        Section.ONE_THING: [40],
        Section.TALK: [20, 20, 20],
        Section.ABOUT_US: [30, 30],
        Section.SINCE: [25, 25],
        Section.TRIED: [25, 25, 25],
        Section.HELP_TODAY: [15],
    }
    assert with_words(full).words == PAGE_WORDS
    assert excess(with_words(full)) == ()
    assert excess(with_words(full | {Section.FEELINGS: [1]})) == (Excess(None, 1, 0),)


@given(
    st.dictionaries(st.sampled_from(Section), st.lists(st.integers(1, 60), min_size=1, max_size=5))
)
def test_nothing_is_ever_cut_and_the_excess_is_what_is_too_much(
    counts: dict[Section, list[int]],
) -> None:
    page = with_words(counts)
    found = {one.section: one for one in excess(page)}
    assert page.words == sum(map(sum, counts.values()))
    for section, lines in counts.items():
        cap = CAPS[section]
        fits = len(lines) <= cap.lines and sum(lines) <= cap.total and max(lines) <= cap.words
        assert (section not in found) == fits
    assert (None in found) == (page.words > PAGE_WORDS)
