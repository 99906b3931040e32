"""Sessions are added, settled and moved; what was ticked goes with them."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from companion.domain.errors import NoSessionError, StorageError, UnknownSessionError
from companion.domain.journey import SESSION_LENGTH, SessionState
from companion.domain.page import Line, Section
from companion.domain.path import Place

if TYPE_CHECKING:
    from support.world import World

    from companion.services.open_notebook import OpenNotebook

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def ticked_without_a_session(notebook: OpenNotebook, words: str = "a kite") -> Line:
    """A line that was ticked while no session was planned."""
    note = notebook.reflecting.note(words, "A line", Place.PARKED)
    line = Line(note.answers[0].id, Section.TALK)
    desk = notebook.pages.desk()
    assert desk.session is None
    notebook.pages.keep(desk, [*desk.lines, line])
    return line


def test_a_session_ahead_is_planned(world: World, notebook: OpenNotebook) -> None:
    session = notebook.appointments.add(world.clock.now() + DAY)
    assert (session.number, session.state) == (1, SessionState.PLANNED)
    assert notebook.appointments.all() == [session]


@pytest.mark.parametrize("ago", [timedelta(), HOUR, 30 * DAY])
def test_a_session_whose_time_has_passed_was_held(
    world: World, notebook: OpenNotebook, ago: timedelta
) -> None:
    session = notebook.appointments.add(world.clock.now() - ago)
    assert session.state is SessionState.HELD
    assert notebook.appointments.interval().last == session


def test_the_moment_of_a_session_is_kept_in_utc(world: World, notebook: OpenNotebook) -> None:
    elsewhere = timezone(timedelta(hours=13))
    at = (world.clock.now() + DAY).astimezone(elsewhere)
    session = notebook.appointments.add(at)
    assert session.at == at
    assert session.at.tzinfo is UTC
    moved = notebook.appointments.move(at + DAY)
    assert moved.at == at + DAY
    assert moved.at.tzinfo is UTC


def test_numbers_follow_on_from_the_highest(world: World, notebook: OpenNotebook) -> None:
    add, now = notebook.appointments.add, world.clock.now()
    assert add(now - 9 * DAY, 12).number == 12
    assert add(now - 2 * DAY).number == 13
    assert add(now - 30 * DAY, 1).number == 1
    assert add(now + DAY).number == 14


def test_a_session_is_found_by_its_number(world: World, notebook: OpenNotebook) -> None:
    session = notebook.appointments.add(world.clock.now() - DAY, 7)
    assert notebook.appointments.numbered(7) == session
    with pytest.raises(UnknownSessionError) as told:
        notebook.appointments.numbered(8)
    assert told.value.details == {"number": 8}


def test_without_a_number_the_unsettled_session_is_meant_before_the_next(
    world: World, notebook: OpenNotebook
) -> None:
    appointments = notebook.appointments
    with pytest.raises(NoSessionError):
        appointments.numbered(None)
    soon = appointments.add(world.clock.now() + HOUR)
    later = appointments.add(world.clock.now() + 7 * DAY)
    assert appointments.numbered(None) == soon
    world.clock.advance(hours=1)
    assert appointments.numbered(None) == soon
    world.clock.advance(days=1)
    assert appointments.interval().next == later
    assert appointments.numbered(None) == soon


def test_a_session_that_took_place_keeps_its_time(world: World, notebook: OpenNotebook) -> None:
    session = notebook.appointments.add(world.clock.now() + HOUR)
    world.clock.advance(hours=3)
    held = notebook.appointments.held()
    assert (held.id, held.at, held.state) == (session.id, session.at, SessionState.HELD)
    assert notebook.appointments.interval().unsettled is None


def test_a_session_that_took_place_early_took_place_now(
    world: World, notebook: OpenNotebook
) -> None:
    notebook.appointments.add(world.clock.now() + 2 * DAY)
    held = notebook.appointments.held()
    assert held.at == world.clock.now()
    assert notebook.appointments.interval().last == held


def test_a_missed_session_bounds_no_interval(world: World, notebook: OpenNotebook) -> None:
    notebook.appointments.add(world.clock.now() + HOUR)
    world.clock.advance(hours=3)
    missed = notebook.appointments.missed()
    assert missed.state is SessionState.MISSED
    interval = notebook.appointments.interval()
    assert (interval.last, interval.next, interval.unsettled) == (None, None, None)
    assert notebook.appointments.all() == [missed]


def test_a_mistake_about_a_session_can_be_put_right(world: World, notebook: OpenNotebook) -> None:
    notebook.appointments.add(world.clock.now() + HOUR)
    world.clock.advance(hours=3)
    notebook.appointments.missed()
    assert notebook.appointments.held(1).state is SessionState.HELD
    assert notebook.appointments.missed(1).state is SessionState.MISSED


@pytest.mark.parametrize("deed", ["held", "missed"])
def test_there_must_be_a_session_to_settle(notebook: OpenNotebook, deed: str) -> None:
    with pytest.raises(NoSessionError):
        getattr(notebook.appointments, deed)()
    with pytest.raises(UnknownSessionError):
        getattr(notebook.appointments, deed)(3)


def test_a_moved_session_keeps_its_number_and_leaves_no_trace_in_the_list(
    world: World, notebook: OpenNotebook
) -> None:
    session = notebook.appointments.add(world.clock.now() + DAY)
    moved = notebook.appointments.move(world.clock.now() + 3 * DAY)
    assert (moved.id, moved.number) == (session.id, session.number)
    assert notebook.appointments.all() == [moved]
    states = {one.at: one.state for one in world.memory.sessions.values()}
    assert states == {session.at: SessionState.MOVED, moved.at: SessionState.PLANNED}


def test_a_session_can_be_moved_into_the_past(world: World, notebook: OpenNotebook) -> None:
    notebook.appointments.add(world.clock.now() + DAY)
    moved = notebook.appointments.move(world.clock.now() - DAY)
    assert moved.state is SessionState.HELD


def test_what_was_ticked_moves_with_its_session(world: World, notebook: OpenNotebook) -> None:
    note = notebook.reflecting.note("a kite", "A line", Place.PARKED)
    line = Line(note.answers[0].id, Section.TALK)
    notebook.appointments.add(world.clock.now() + DAY)
    notebook.pages.keep(notebook.pages.desk(), [line])
    moved = notebook.appointments.move(world.clock.now() + 3 * DAY)
    desk = notebook.pages.desk()
    assert (desk.session, desk.lines) == (moved, (line,))


def test_what_was_ticked_for_no_session_waits_for_the_next_one(
    world: World, notebook: OpenNotebook
) -> None:
    line = ticked_without_a_session(notebook)
    notebook.appointments.add(world.clock.now() - 9 * DAY)
    assert notebook.pages.desk().lines == (line,)
    session = notebook.appointments.add(world.clock.now() + DAY)
    assert notebook.pages.desk().session == session
    assert notebook.pages.desk().lines == (line,)


def test_a_session_after_the_next_takes_nothing(world: World, notebook: OpenNotebook) -> None:
    line = ticked_without_a_session(notebook)
    notebook.appointments.add(world.clock.now() + DAY)
    notebook.appointments.add(world.clock.now() + 8 * DAY)
    assert notebook.pages.desk(1).lines == (line,)
    assert notebook.pages.desk(2).lines == ()


def test_a_session_that_becomes_the_next_by_moving_takes_what_waited(
    world: World, notebook: OpenNotebook
) -> None:
    notebook.appointments.add(world.clock.now() + HOUR)
    world.clock.advance(hours=5)
    line = ticked_without_a_session(notebook)
    moved = notebook.appointments.move(world.clock.now() + DAY)
    desk = notebook.pages.desk()
    assert (desk.session, desk.lines) == (moved, (line,))


def test_during_a_session_it_is_still_the_next(world: World, notebook: OpenNotebook) -> None:
    session = notebook.appointments.add(world.clock.now() + HOUR)
    world.clock.show(session.at + SESSION_LENGTH - timedelta(seconds=1))
    assert notebook.appointments.interval().next == session


def test_a_full_disk_moves_nothing(world: World, notebook: OpenNotebook) -> None:
    session = notebook.appointments.add(world.clock.now() + DAY)
    world.memory.writable = False
    with pytest.raises(StorageError):
        notebook.appointments.move(world.clock.now() + 3 * DAY)
    assert notebook.appointments.all() == [session]
