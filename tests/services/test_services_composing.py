"""What is ticked, as a value: whatever is pressed, the page holds only what was ticked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_candidate

from companion.domain.page import (
    MOVABLE,
    SECOND_YES,
    WITH_MODE,
    Line,
    Mode,
    Section,
    compose,
    may_stand,
    on_page,
)
from companion.services.page.composing import Composing
from companion.services.page.desk import Desk

CANDIDATES = (
    a_candidate("sister", "My sister wants an answer.", Section.ONE_THING),
    a_candidate("asked", "It wants to be asked, and not counted on.", Section.TALK),
    a_candidate("table", "You can be fond of people and dread the table.", Section.TALK),
    a_candidate("read-out", "Would it be all right if I read something out?", Section.TALK),
    a_candidate("quiet", "When it goes quiet I can't tell.", Section.ABOUT_US),
    a_candidate("notes", "How long do you keep your notes?", Section.QUESTIONS),
    a_candidate("not-yet", "The summer itself.", Section.NOT_TODAY),
)
IDS = [one.answer_id for one in CANDIDATES]
OWN = {one.answer_id: one.section for one in CANDIDATES}
FRESH = Composing(CANDIDATES, ())

moves = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *("tick", "agree", "untick", "mode", "section", "up", "down", "word"),
                *("first", "ask", "one-thing", "about-us"),
            ]
        ),
        st.sampled_from(IDS),
    ),
    max_size=30,
)


def walked(steps: list[tuple[str, str]]) -> Composing:
    composing = FRESH
    for what, answer_id in steps:
        composing = {
            "tick": lambda now, one: now.ticked(one),
            "agree": lambda now, one: now.ticked(one, agreed=True),
            "untick": lambda now, one: now.unticked(one),
            "mode": lambda now, one: now.next_mode(one),
            "section": lambda now, one: now.next_section(one),
            "up": lambda now, one: now.shifted(one, -1),
            "down": lambda now, one: now.shifted(one, 1),
            "word": lambda now, one: now.worded(one, "shorter"),
            "first": lambda now, one: now.first(one),
            "ask": lambda now, one: now.in_mode(one, Mode.PLEASE_ASK),
            "one-thing": lambda now, one: now.in_section(one, Section.ONE_THING),
            "about-us": lambda now, one: now.in_section(one, Section.ABOUT_US),
        }[what](composing, answer_id)
    return composing


@given(moves)
def test_every_candidate_has_one_row_and_every_tick_one_line(steps: list[tuple[str, str]]) -> None:
    composing = walked(steps)
    assert sorted(row.id for row in composing.rows()) == sorted(IDS)
    ticked = [one.answer_id for one in composing.lines]
    assert len(ticked) == len(set(ticked))
    assert {row.id for row in composing.rows() if row.line} == set(ticked)


@given(moves)
def test_no_line_stands_where_it_may_not_and_none_lacks_its_second_yes(
    steps: list[tuple[str, str]],
) -> None:
    for one in walked(steps).lines:
        assert may_stand(OWN[one.answer_id], one.section)
        assert on_page(one)


@given(moves)
def test_the_rows_are_in_the_order_in_which_they_are_printed(steps: list[tuple[str, str]]) -> None:
    composing = walked(steps)
    page = compose(composing.lines, CANDIDATES, session_on=None)
    printed = [one.text for _, lines in page.sections for one in lines]
    assert [row.text for row in composing.rows() if row.line] == printed
    assert composing.words == page.words


@given(moves, st.sampled_from(IDS))
def test_a_fresh_tick_moves_no_row(steps: list[tuple[str, str]], answer_id: str) -> None:
    composing = walked(steps)
    if any(one.answer_id == answer_id for one in (*composing.lines, *composing.aside)):
        return
    after = composing.ticked(answer_id, agreed=True)
    assert [row.id for row in after.rows()] == [row.id for row in composing.rows()]


@given(moves, st.sampled_from(IDS))
def test_the_same_key_again_takes_a_change_back(
    steps: list[tuple[str, str]], answer_id: str
) -> None:
    composing = walked(steps)
    row = composing.row(answer_id)
    if row is None or row.line is None:
        return
    again = composing.unticked(answer_id).ticked(answer_id, agreed=OWN[answer_id] in SECOND_YES)
    assert set(again.lines) == set(composing.lines)


def test_a_line_of_the_open_sections_comes_round_to_its_own() -> None:
    composing = FRESH.ticked("asked")
    for _ in MOVABLE:
        composing = composing.next_section("asked")
    assert composing.lines == (Line("asked", Section.TALK),)


def test_what_was_kept_before_comes_back_as_it_was() -> None:
    lines = (
        Line("table", Section.TALK),
        Line("asked", Section.TALK, wording="Asked."),
        Line("sister", Section.ONE_THING),
    )
    desk = Desk(None, CANDIDATES, lines, compose(lines, CANDIDATES, session_on=None))
    assert Composing.of(desk).lines == lines


def test_a_line_of_an_answer_that_is_no_candidate_any_more_is_gone() -> None:
    desk = Desk(None, CANDIDATES, (Line("gone", Section.TALK),), compose((), (), session_on=None))
    assert Composing.of(desk).lines == ()


def test_words_that_are_the_answers_own_are_no_shortening() -> None:
    spoken = a_candidate("spoken", "As I\nsaid it", Section.TALK)
    composing = Composing((spoken,), ()).ticked("spoken").worded("spoken", " As I said it ")
    assert composing.lines[0].wording == ""


@given(moves, st.sampled_from(IDS))
def test_the_first_of_a_section_stands_before_all_others_and_these_keep_their_order(
    steps: list[tuple[str, str]], one: str
) -> None:
    before = walked(steps)
    after = before.first(one)
    row = after.row(one)
    assert row is not None
    if row.line is None:
        assert after == before
        return
    mates = [line.answer_id for line in after.lines if line.section is row.section]
    assert mates[0] == one
    others = [line.answer_id for line in before.lines if line.section is row.section]
    assert mates[1:] == [other for other in others if other != one]


@given(moves, st.sampled_from(IDS), st.sampled_from(Mode))
def test_a_mode_is_taken_by_a_ticked_line_that_carries_one_and_by_no_other(
    steps: list[tuple[str, str]], one: str, mode: Mode
) -> None:
    before = walked(steps)
    row = before.in_mode(one, mode).row(one)
    assert row is not None
    if row.line is not None and row.section in WITH_MODE:
        assert row.line.mode is mode
    else:
        assert before.in_mode(one, mode) == before


@given(moves, st.sampled_from(IDS), st.sampled_from(Section))
def test_a_line_moves_where_it_may_and_nowhere_else(
    steps: list[tuple[str, str]], one: str, section: Section
) -> None:
    before = walked(steps)
    row, was = before.in_section(one, section).row(one), before.row(one)
    assert row is not None
    assert was is not None
    may = was.line is not None and section in before.open_to(one)
    assert row.section is (section if may else was.section)
