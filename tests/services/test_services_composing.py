"""What is ticked, as a value: whatever is pressed, the page holds only what was ticked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_candidate

from companion.domain.page import (
    MOVABLE,
    SECOND_YES,
    WITH_MODE,
    Excess,
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


def test_a_line_goes_through_the_open_sections_in_their_order_and_comes_round_to_its_own() -> None:
    composing, seen = FRESH.ticked("sister"), []
    for _ in MOVABLE:
        seen += [one.section for one in composing.lines]
        composing = composing.next_section("sister")
    assert tuple(seen) == MOVABLE
    assert composing.lines == (Line("sister", Section.ONE_THING),)


def test_a_line_of_a_section_of_its_own_is_moved_nowhere() -> None:
    composing = FRESH.ticked("quiet", agreed=True)
    assert composing.open_to("quiet") == ()
    assert composing.next_section("quiet") == composing


def test_the_next_mode_goes_round_in_the_order_of_the_modes() -> None:
    composing, seen = FRESH.ticked("asked"), []
    for _ in range(4):
        seen += [one.mode for one in composing.lines]
        composing = composing.next_mode("asked")
    assert seen == [Mode.DISCUSS, Mode.JUST_KNOW, Mode.PLEASE_ASK, Mode.DISCUSS]


def test_a_line_whose_section_carries_no_mode_takes_none() -> None:
    composing = FRESH.ticked("notes")
    assert composing.in_mode("notes", Mode.PLEASE_ASK) == composing.next_mode("notes") == composing


def test_without_the_second_yes_a_tick_changes_nothing_and_with_it_the_yes_is_kept() -> None:
    assert FRESH.ticked("quiet") == FRESH
    assert FRESH.ticked("quiet", agreed=True).lines == (
        Line("quiet", Section.ABOUT_US, agreed=True),
    )


def test_a_yes_that_nobody_asks_for_is_not_kept() -> None:
    assert FRESH.ticked("asked", agreed=True).lines == (Line("asked", Section.TALK),)


def test_a_line_changes_places_within_its_section_whatever_was_ticked_in_between() -> None:
    composing = FRESH.ticked("asked").ticked("notes").ticked("table")
    composing = Composing(CANDIDATES, tuple(sorted(composing.lines, key=lambda one: one.answer_id)))
    assert [one.answer_id for one in composing.lines] == ["asked", "notes", "table"]
    swapped = composing.shifted("table", -1)
    assert [one.answer_id for one in swapped.lines] == ["table", "notes", "asked"]
    assert swapped.shifted("table", -1) == swapped
    assert swapped.shifted("asked", 1) == swapped


def test_a_line_that_is_moved_to_the_section_it_is_in_stays_where_it_is() -> None:
    composing = FRESH.ticked("asked").ticked("table").shifted("table", -1)
    for one in ("asked", "table"):
        assert composing.in_section(one, Section.TALK) == composing


def test_a_tick_brings_back_its_own_line_and_leaves_the_others_aside() -> None:
    composing = FRESH.ticked("asked").worded("asked", "shorter").ticked("table")
    off = composing.unticked("asked").unticked("table")
    assert [one.answer_id for one in off.aside] == ["asked", "table"]
    back = off.ticked("asked")
    assert back.lines == (Line("asked", Section.TALK, wording="shorter"),)
    assert back.aside == (Line("table", Section.TALK),)


def test_what_is_not_ticked_is_changed_by_nothing_but_a_tick() -> None:
    ticked = FRESH.ticked("asked")
    for after in (
        ticked.unticked("table"),
        ticked.next_mode("table"),
        ticked.in_mode("table", Mode.PLEASE_ASK),
        ticked.worded("table", "shorter"),
        ticked.next_section("table"),
        ticked.in_section("table", Section.QUESTIONS),
        ticked.first("table"),
        ticked.shifted("table", -1),
    ):
        assert after == ticked


def test_only_ticked_words_are_counted_by_section_and_in_all() -> None:
    composing = FRESH.ticked("sister").ticked("asked").worded("asked", "two words")
    assert composing.section_words(Section.ONE_THING) == 5
    assert composing.section_words(Section.TALK) == 2
    assert composing.section_words(Section.QUESTIONS) == 0
    assert composing.words == 7


def test_all_lines_go_at_once_on_purpose_and_all_come_back() -> None:
    before = FRESH.ticked("sister").ticked("asked").ticked("notes").unticked("notes")
    bare = before.emptied()
    assert (bare.lines, bare.nothing) == ((), True)
    assert {one.answer_id for one in bare.aside} == {"sister", "asked", "notes"}
    assert bare.filled(before.lines) == before
    assert not bare.ticked("notes").nothing


def test_a_tick_that_is_taken_back_leaves_a_page_with_nothing_on_it_on_purpose_alone() -> None:
    assert not FRESH.nothing
    bare = Composing(CANDIDATES, (), nothing=True)
    assert bare.unticked("asked").nothing
    assert not bare.ticked("asked").unticked("asked").nothing


def test_what_was_kept_before_comes_back_as_it_was() -> None:
    lines = (
        Line("table", Section.TALK),
        Line("asked", Section.TALK, wording="Asked."),
        Line("sister", Section.ONE_THING),
    )
    desk = Desk(None, CANDIDATES, lines, compose(lines, CANDIDATES, session_on=None))
    composing = Composing.of(desk)
    assert (composing.lines, composing.aside) == (lines, ())


def test_a_line_of_an_answer_that_is_no_candidate_any_more_is_gone() -> None:
    desk = Desk(None, CANDIDATES, (Line("gone", Section.TALK),), compose((), (), session_on=None))
    assert Composing.of(desk).lines == ()


def test_a_line_that_lacks_its_second_yes_is_not_ticked_but_remembered() -> None:
    kept = Line("quiet", Section.ABOUT_US, Mode.PLEASE_ASK, "Quiet.")
    desk = Desk(None, CANDIDATES, (kept,), compose((), (), session_on=None))
    composing = Composing.of(desk)
    assert (composing.lines, composing.aside) == ((), (kept,))
    (ticked,) = composing.ticked("quiet", agreed=True).lines
    assert (ticked.mode, ticked.wording, ticked.agreed) == (Mode.PLEASE_ASK, "Quiet.", True)


def test_a_row_says_how_it_stands_on_the_page() -> None:
    composing = FRESH.ticked("quiet", agreed=True).ticked("notes").worded("notes", "Notes?\nHow?")
    quiet, notes, table = (composing.row(one) for one in ("quiet", "notes", "table"))
    assert quiet is not None
    assert notes is not None
    assert table is not None
    assert (quiet.has_mode, quiet.needs_second_yes) == (True, True)
    assert (notes.has_mode, notes.needs_second_yes) == (False, False)
    assert (notes.text, notes.words, notes.wording) == ("Notes? How?", 2, "Notes? How?")
    assert (table.has_mode, table.section, table.line) == (False, Section.TALK, None)
    assert composing.row("nowhere") is None


def test_a_row_is_too_long_above_its_sections_cap_and_only_once_it_is_ticked() -> None:
    long = a_candidate("long", "word " * 21, Section.TALK)
    composing = Composing((long,), ())
    row = composing.row("long")
    assert row is not None
    assert not row.too_long
    for words, too_long in ((21, True), (20, False)):
        row = composing.ticked("long").worded("long", "say " * words).row("long")
        assert row is not None
        assert row.too_long is too_long


def test_what_is_over_is_said_of_what_is_ticked() -> None:
    long = a_candidate("long", "word " * 21, Section.TALK)
    assert Composing((long,), ()).over == ()
    assert Composing((long,), ()).ticked("long").over == (Excess(Section.TALK, 1, 0),)


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
