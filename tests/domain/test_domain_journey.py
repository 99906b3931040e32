"""The interval runs from the last session that was held to the next that is planned."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_session
from support.time import NOW

from companion.domain.journey import (
    SESSION_LENGTH,
    Interval,
    Session,
    SessionState,
    interval_at,
    numbered_in,
)

if TYPE_CHECKING:
    from datetime import datetime

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)
HELD, PLANNED = SessionState.HELD, SessionState.PLANNED


def holds(interval: Interval, moment: datetime) -> bool:
    """Whether a moment lies between its bounds, the first of which belongs to it."""
    begun = interval.since is None or moment >= interval.since
    return begun and (interval.until is None or moment < interval.until)


def test_without_sessions_the_interval_is_open_on_both_sides() -> None:
    interval = interval_at([], NOW)
    assert interval == Interval(None, None, None)
    assert holds(interval, NOW)


def test_the_last_held_and_the_next_planned_bound_it() -> None:
    first, last = a_session(1, NOW - 14 * DAY, HELD), a_session(2, NOW - 7 * DAY, HELD)
    soon, later = a_session(3, NOW + DAY), a_session(4, NOW + 8 * DAY)
    assert interval_at([later, first, soon, last], NOW) == Interval(last, soon, None)


@pytest.mark.parametrize("state", [SessionState.MISSED, SessionState.MOVED])
def test_what_did_not_take_place_bounds_nothing(state: SessionState) -> None:
    sessions = [a_session(1, NOW - DAY, state), a_session(2, NOW + DAY, state)]
    assert interval_at(sessions, NOW) == Interval(None, None, None)


@pytest.mark.parametrize(
    ("began", "is_next"),
    [
        (timedelta(), True),
        (SESSION_LENGTH - SECOND, True),
        (SESSION_LENGTH, False),
        (DAY, False),
    ],
)
def test_a_planned_session_is_next_until_its_time_is_over(
    began: timedelta, *, is_next: bool
) -> None:
    session = a_session(1, NOW - began)
    interval = interval_at([session], NOW)
    assert interval.next == (session if is_next else None)
    assert interval.unsettled == (None if is_next else session)


def test_of_several_unsettled_the_latest_is_asked_about() -> None:
    older, newer = a_session(1, NOW - 9 * DAY), a_session(2, NOW - 2 * DAY)
    assert interval_at([newer, older], NOW).unsettled == newer


def test_a_session_held_at_this_very_moment_is_the_last() -> None:
    session = a_session(1, NOW, HELD)
    assert interval_at([session], NOW).last == session


def test_an_interval_holds_its_beginning_and_not_its_end() -> None:
    last, ahead = a_session(1, NOW, HELD), a_session(2, NOW + 7 * DAY)
    interval = Interval(last, ahead, None)
    assert holds(interval, NOW)
    assert holds(interval, NOW + 7 * DAY - SECOND)
    assert not holds(interval, NOW - SECOND)
    assert not holds(interval, NOW + 7 * DAY)


sessions = st.lists(
    st.builds(
        lambda number, hours, state: a_session(number, NOW + timedelta(hours=hours), state),
        st.integers(1, 9),
        st.integers(-500, 500),
        st.sampled_from(SessionState),
    ),
    max_size=8,
)


@given(sessions)
def test_an_interval_lies_around_the_moment(given_sessions: list[Session]) -> None:
    interval = interval_at(given_sessions, NOW)
    if interval.last:
        assert interval.last.state is HELD
        assert interval.last.at <= NOW
    if interval.next:
        assert interval.next.state is PLANNED
        assert interval.next.at + SESSION_LENGTH > NOW
    if interval.unsettled:
        assert interval.unsettled.state is PLANNED
        assert interval.unsettled.at + SESSION_LENGTH <= NOW


@given(sessions)
def test_the_order_of_the_sessions_makes_no_difference(given_sessions: list[Session]) -> None:
    moments = {session.at for session in given_sessions}
    if len(moments) == len(given_sessions):
        assert interval_at(reversed(given_sessions), NOW) == interval_at(given_sessions, NOW)


def numbered(days: list[int]) -> list[Session]:
    """Sessions added one after another, each numbered by its time."""
    known: dict[str, Session] = {}
    for index, day in enumerate(days):
        at = NOW + timedelta(days=day)
        number, moved_up = numbered_in(known.values(), at)
        known |= {session.id: session for session in moved_up}
        known[f"s{index}"] = Session(f"s{index}", "j", number, at)
    return sorted(known.values(), key=lambda session: session.at)


@given(st.lists(st.integers(-400, 400), max_size=12, unique=True))
def test_numbers_follow_time_in_whatever_order_sessions_are_added(days: list[int]) -> None:
    numbers = [session.number for session in numbered(days)]
    assert numbers == list(range(1, len(days) + 1))


def test_a_session_after_all_others_gets_the_next_number() -> None:
    first = Session("a", "j", 11, NOW)
    assert numbered_in([first], NOW + timedelta(days=7)) == (12, ())


def test_a_session_before_others_takes_the_free_number_below_them() -> None:
    first = Session("a", "j", 11, NOW)
    assert numbered_in([first], NOW - timedelta(days=7)) == (10, ())


def test_others_move_up_where_the_number_below_is_taken() -> None:
    known = [Session("a", "j", 1, NOW - timedelta(days=7)), Session("b", "j", 2, NOW)]
    number, moved_up = numbered_in(known, NOW - timedelta(days=3))
    assert number == 2
    assert [(session.id, session.number) for session in moved_up] == [("b", 3)]
