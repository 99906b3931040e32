"""The sessions line by line: adding one, and saying what became of one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from plain_room import Room, room, says
from support.time import NOW

from companion.domain.journey import SessionState
from companion.plain.sessions import BECAME, at_sessions


def do(name: str) -> str:
    """The number of what can be done with a session."""
    return str(BECAME.index(name) + 1)


def with_one(**ahead: float) -> Room:
    """A notebook with a ninth session, so far from now."""
    at = room()
    at.opened.appointments.add(NOW + timedelta(**ahead), 9)
    return at


def states(at: Room) -> list[SessionState]:
    return [one.state for one in at.opened.appointments.all()]


def test_one_is_added_with_its_number() -> None:
    at = room()
    out = at(at_sessions, said=("a", "2026-03-05 17:00", "9", ""))
    assert "Session 9: Thursday 5 March 2026, 17:00, planned." in out
    assert [one.number for one in at.opened.appointments.all()] == [9]


def test_one_that_has_passed_took_place() -> None:
    at = room()
    at(at_sessions, said=("a", "2026-02-20 17:00", "", ""))
    assert states(at) == [SessionState.HELD]


def test_a_time_or_a_number_that_is_none_is_told_and_nothing_is_added() -> None:
    at = room()
    out = at(at_sessions, said=("a", "soon", "a", "2026-03-05 17:00", "none", "a", "", ""))
    assert says("error.bad_date") in out
    assert says("sessions.bad_number") in out
    assert states(at) == []
    assert not at.ended


def test_what_became_of_one_is_said() -> None:
    at = with_one(hours=-3)
    at(at_sessions, said=("9", do("missed"), ""))
    assert states(at) == [SessionState.MISSED]
    at(at_sessions, said=("9", do("held"), ""))
    assert states(at) == [SessionState.HELD]


def test_one_that_is_still_ahead_takes_a_yes_to_have_taken_place() -> None:
    at = with_one(days=2)
    at(at_sessions, said=("9", do("held"), "no", ""))
    assert states(at) == [SessionState.PLANNED]
    at(at_sessions, said=("9", do("held"), "yes", ""))
    assert states(at) == [SessionState.HELD]


def test_one_is_moved_and_that_can_be_undone() -> None:
    at = with_one(days=2)
    at(at_sessions, said=("9", do("move"), "2026-03-06 18:30", ""))
    ahead = at.opened.appointments.interval().next
    assert ahead is not None
    assert ahead.at == datetime(2026, 3, 6, 18, 30, tzinfo=UTC)
    assert at.opened.undo.bring_back() is not None


def test_an_empty_line_leaves_everything_as_it_is() -> None:
    at = with_one(days=2)
    out = at(at_sessions, said=("8", "9", "", "9", do("move"), "", ""))
    assert says("plain_sessions.again") in out
    assert states(at) == [SessionState.PLANNED]
    assert not at.ended
