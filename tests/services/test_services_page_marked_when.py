"""For which page something said about a page holds: its own, or the one that came next."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.builders import JOURNEY
from support.memory import Memory
from support.stores import MemorySessions, MemorySettings
from support.time import NOW, FixedClock
from support.world import World

from companion.domain.page import Line, Section
from companion.domain.path import Place
from companion.services.page.marks import Mark, PageMarks

if TYPE_CHECKING:
    from datetime import datetime

HOUR = timedelta(hours=1)


class Said:
    """Marks of one journey, and the memory they are kept in."""

    def __init__(self) -> None:
        self.memory, self.clock = Memory([JOURNEY]), FixedClock()
        settings, sessions = MemorySettings(self.memory), MemorySessions(self.memory)
        self.marks = PageMarks(settings, sessions, self.clock)

    def holds(self, page: str = "", mark: Mark = Mark.NOTHING) -> bool:
        return self.marks.since(mark, page, None, None) is not None


@pytest.fixture
def said() -> Said:
    return Said()


def test_said_of_the_page_of_a_session_it_is_said_of_no_other(said: Said) -> None:
    said.marks.put(Mark.NOTHING, "first")
    assert said.holds("first")
    assert not said.holds("second")
    assert not said.holds()


def test_each_mark_is_a_thing_of_its_own(said: Said) -> None:
    said.marks.put(Mark.NOTHING, "first")
    assert not said.holds("first", Mark.RESTING)


def test_several_pages_have_it_at_once_each_since_its_own_moment(said: Said) -> None:
    said.marks.put(Mark.RESTING, "first")
    said.clock.advance(hours=1)
    said.marks.put(Mark.RESTING, "second")
    assert said.marks.since(Mark.RESTING, "first", None, None) == NOW
    assert said.marks.since(Mark.RESTING, "second", None, None) == NOW + HOUR


def test_said_again_it_holds_since_then(said: Said) -> None:
    said.marks.put(Mark.RESTING, "first")
    said.clock.advance(hours=1)
    said.marks.put(Mark.RESTING, "first")
    assert said.marks.since(Mark.RESTING, "first", None, None) == NOW + HOUR


@pytest.mark.parametrize(
    ("begins", "until", "holds"),
    [
        (None, None, True),
        (NOW - HOUR, NOW + HOUR, True),
        (NOW, None, True),
        (NOW + HOUR, None, False),
        (None, NOW, False),
        (None, NOW - HOUR, False),
    ],
)
def test_said_while_none_was_planned_it_holds_for_the_session_whose_interval_it_fell_into(
    said: Said,
    begins: datetime | None,
    until: datetime | None,
    holds: bool,  # noqa: FBT001 - a column of the table
) -> None:
    said.marks.put(Mark.NOTHING, "")
    found = said.marks.since(Mark.NOTHING, "next", begins, until)
    assert found == (NOW if holds else None)


def test_what_is_said_of_a_session_itself_counts_whenever_it_was_said(said: Said) -> None:
    said.marks.put(Mark.NOTHING, "first")
    assert said.marks.since(Mark.NOTHING, "first", NOW + HOUR, NOW - HOUR) == NOW


def test_what_waits_for_the_session_that_comes_next_changes_nothing_about_another(
    said: Said,
) -> None:
    said.marks.put(Mark.RESTING, "first")
    said.clock.advance(hours=1)
    said.marks.put(Mark.RESTING, "")
    assert said.marks.since(Mark.RESTING, "first", None, None) == NOW
    assert said.marks.since(Mark.RESTING, "second", None, None) == NOW + HOUR


def test_said_of_a_session_nothing_waits_any_more_for_the_one_that_comes_next(said: Said) -> None:
    said.marks.put(Mark.NOTHING, "")
    said.marks.put(Mark.NOTHING, "first")
    assert said.holds("first")
    assert not said.holds("second")


def test_taken_back_of_a_session_it_waits_for_no_other_either(said: Said) -> None:
    said.marks.put(Mark.NOTHING, "")
    said.marks.take(Mark.NOTHING, "first")
    assert not said.holds("first")
    assert not said.holds()


def test_taken_back_of_one_page_it_is_still_said_of_another(said: Said) -> None:
    said.marks.put(Mark.NOTHING, "first")
    said.marks.put(Mark.NOTHING, "second")
    said.marks.take(Mark.NOTHING, "second")
    assert said.holds("first")
    assert not said.holds("second")


def test_taking_back_what_nobody_said_writes_nothing(said: Said) -> None:
    said.marks.put(Mark.NOTHING, "first")
    saves = said.memory.saves
    said.marks.take(Mark.NOTHING, "second")
    said.marks.take(Mark.RESTING, "first")
    assert said.memory.saves == saves


def test_once_all_is_taken_back_nothing_is_kept(said: Said) -> None:
    said.marks.put(Mark.NOTHING, "first")
    said.marks.take(Mark.NOTHING, "first")
    assert said.memory.settings["page.marks.nothing"] == ""


def test_a_page_with_a_quote_or_a_line_on_it_is_never_one_with_nothing_on_it() -> None:
    notebook = World().opened()
    answer_id = notebook.reflecting.note("a kite", "A line", Place.PARKED).answers[0].id
    notebook.pages.keep_second(notebook.pages.desk(), [answer_id], [])
    notebook.pages._marks.put(Mark.NOTHING, "")
    assert not notebook.pages.desk().nothing
    bare = notebook.pages.keep_second(notebook.pages.desk(), [], [])
    notebook.pages.keep(bare, [Line(answer_id, Section.TALK)])
    notebook.pages._marks.put(Mark.NOTHING, "")
    assert not notebook.pages.desk().nothing


def test_bringing_lines_back_makes_no_second_sheet_where_there_was_none() -> None:
    world = World()
    notebook = world.opened()
    note = notebook.reflecting.note("a kite", "A line", Place.PARKED)
    before = notebook.pages.keep(notebook.pages.desk(), [Line(note.answers[0].id, Section.TALK)])
    notebook.pages.keep_nothing(before)
    assert notebook.pages.bring_back(before) == before
    assert "page.second" not in world.memory.settings


@pytest.mark.parametrize(("begins", "holds"), [(-HOUR, True), (0 * HOUR, True), (HOUR, False)])
def test_keeping_a_page_takes_back_what_was_said_of_it_until_its_session_begins(
    begins: timedelta,
    holds: bool,  # noqa: FBT001 - a column of the table
) -> None:
    world = World()
    notebook = world.opened()
    notebook.appointments.add(world.clock.now() + begins)
    notebook.pages._marks.put(Mark.NOTHING, "")
    notebook.pages.keep(notebook.pages.desk(1), [])
    waiting = notebook.pages._marks.since(Mark.NOTHING, "the one after", None, None)
    assert (waiting is not None) is holds


def test_saving_a_page_for_someone_new_ends_no_rest_while_no_session_is_planned() -> None:
    notebook = World().opened()
    notebook.resting.begin(notebook.pages.desk())
    notebook.pages.write(notebook.pages.handover().page, "text", Path("new.txt"))
    assert notebook.pages.desk().resting_since is not None
    notebook.pages.write(notebook.pages.desk().page, "text", Path("page.txt"))
    assert notebook.pages.desk().resting_since is None


def test_a_quote_that_is_taken_off_again_leaves_an_ordinary_page() -> None:
    notebook = World().opened()
    note = notebook.reflecting.note("a kite", "A line")
    assert not notebook.pages.keep_second(notebook.pages.desk(), [], []).nothing
    bare = notebook.pages.keep_nothing(notebook.pages.desk())
    quoted = notebook.pages.keep_second(bare, [note.answers[0].id], [])
    assert not notebook.pages.keep_second(quoted, [], []).nothing
    assert not notebook.pages.desk().nothing


def test_lines_that_were_ticked_while_none_was_planned_are_the_next_sessions_alone() -> None:
    world = World()
    notebook = world.opened()
    answer_id = notebook.reflecting.note("a kite", "A line", Place.PARKED).answers[0].id
    line = Line(answer_id, Section.TALK)
    notebook.pages.keep(notebook.pages.desk(), [line])
    session = notebook.appointments.add(world.clock.now() + HOUR)
    assert notebook.pages.desk().lines == (line,)
    world.clock.advance(hours=2)
    notebook.appointments.held(session.number)
    assert notebook.pages.desk().lines == ()
    assert notebook.pages.desk(session.number).lines == (line,)
