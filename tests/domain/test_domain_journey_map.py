"""The way of a therapy: what stands on it, in which order, and what never does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import JOURNEY, a_session
from support.time import NOW

from companion.domain.journey import SESSION_LENGTH, SessionState
from companion.domain.journey_map import DETOURS, STATIONS, Kind, drawn, titles_of
from companion.domain.path import Place
from companion.domain.path_ids import AGREEMENT, SENSE
from companion.domain.way_gathered import Bump, Gathered, Reflected, Stretch, Version

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.journey import Session
    from companion.domain.journey_map import JourneyMap, Waymark

HELD, PLANNED = SessionState.HELD, SessionState.PLANNED
MISSED, MOVED = SessionState.MISSED, SessionState.MOVED
CANARY = "CANARY"


def back(days: float) -> datetime:
    return NOW - timedelta(days=days)


def held(*days: float) -> list[Session]:
    return [a_session(number, back(one), HELD) for number, one in enumerate(days, 1)]


def way(*sessions: Session, **more: object) -> JourneyMap:
    return drawn(Gathered(JOURNEY, sessions, **more), NOW)  # type: ignore[arg-type]  # passed on


def kinds(found: JourneyMap) -> list[str]:
    return [f"{mark.kind}{mark.number or ''}" for mark in found.marks]


def agreed(
    days: float, words: str, place: Place | None = Place.HERE, path: str = AGREEMENT
) -> Version:
    return Version(f"{path}{days}", path, back(days), words, place)


def test_a_therapy_without_anything_has_a_beginning_a_present_and_what_is_open() -> None:
    found = way()
    assert kinds(found) == ["beginning", "present", "open"]
    assert found.marks[0].stretch == Stretch(None, None)
    assert found.marks[found.here].at == NOW


@pytest.mark.parametrize(
    ("days", "state", "expected"),
    [
        (7, HELD, ["beginning", "session1", "present", "open"]),
        (7, MISSED, ["beginning", "missed1", "present", "open"]),
        (7, PLANNED, ["beginning", "unsettled1", "present", "open"]),
        (0, PLANNED, ["beginning", "present", "ahead1", "open"]),
        (-2, PLANNED, ["beginning", "present", "ahead1", "open"]),
        (-2, MISSED, ["beginning", "present", "open"]),
        (-2, HELD, ["beginning", "present", "ahead1", "open"]),
        (7, MOVED, ["beginning", "present", "open"]),
    ],
)
def test_where_a_session_stands_follows_what_became_of_it(
    days: float, state: SessionState, expected: list[str]
) -> None:
    assert kinds(way(a_session(1, back(days), state))) == expected


def test_a_session_that_was_moved_however_often_is_one_detour_before_it() -> None:
    was = [a_session(2, back(days), MOVED, f"was-{days}") for days in (9, -3)]
    found = way(*held(14, 7), *was)
    assert kinds(found) == ["beginning", "session1", "moved2", "session2", "present", "open"]


def test_a_move_of_what_is_ahead_is_no_detour_yet() -> None:
    found = way(a_session(1, back(-2)), a_session(1, back(-1), MOVED, "was"))
    assert kinds(found) == ["beginning", "present", "ahead1", "open"]


def test_who_came_with_sessions_from_before_the_notebook_begins_with_the_first_of_them() -> None:
    found = way(*held(400))
    assert found.marks[0].at == back(400)


def test_from_each_station_to_the_next_there_is_a_stretch_that_misses_nothing() -> None:
    found = way(*held(21, 7), a_session(9, back(14), MISSED))
    stretches = [mark.stretch for mark in found.marks if mark.stretch]
    assert stretches == [
        Stretch(None, back(21)),
        Stretch(back(21), back(7)),
        Stretch(back(7), None),
    ]
    assert found.station_of(found.here).number == 2


def test_the_aim_stands_where_it_became_another_one_in_the_persons_own_words() -> None:
    versions = [
        agreed(20, "Sleep."),
        agreed(15, "  sleep.\n"),
        agreed(10, "Saying  it\nsooner"),
        agreed(5, "Sleep."),
    ]
    found = way(versions=versions)
    aims = [(mark.at, mark.words) for mark in found.marks if mark.kind is Kind.AIM]
    assert aims == [(back(20), "Sleep."), (back(10), "Saying it sooner"), (back(5), "Sleep.")]


@pytest.mark.parametrize(
    "version",
    [
        agreed(5, CANARY, Place.UNSAID),
        agreed(5, CANARY, None),
        agreed(5, " \n "),
        agreed(5, CANARY, Place.UNSAID, SENSE),
    ],
)
def test_what_is_in_the_drawer_let_go_or_empty_is_no_aim(version: Version) -> None:
    assert kinds(way(versions=[version])) == ["beginning", "present", "open"]


def test_ones_own_map_is_marked_where_it_changed_and_never_quoted() -> None:
    versions = [agreed(9, CANARY, path=SENSE), agreed(3, CANARY.lower(), path=SENSE)]
    found = way(*held(10), versions=versions)
    assert kinds(found) == ["beginning", "session1", "map", "present", "open"]
    assert all(not mark.words for mark in found.marks)
    assert found.marks[1].apart == {SENSE}


def test_from_a_bump_to_its_repair_the_way_is_off_and_then_back() -> None:
    found = way(*held(21, 14, 7), bumps=[Bump("b", back(20), back(10))])
    assert kinds(found)[1:-2] == ["session1", "bump", "session2", "repair", "session3"]
    assert [mark.is_off for mark in found.marks[1:-2]] == [False, True, True, False, False]
    assert found.marks[1].apart == {"bump"}


def test_a_bump_without_a_repair_bends_the_way_there_and_nowhere_else() -> None:
    found = way(*held(21, 14), bumps=[Bump("b", back(20))])
    assert [mark.is_off for mark in found.marks] == [False, False, True, False, False, False]


def test_a_repair_dated_before_its_bump_stands_behind_it() -> None:
    assert kinds(way(bumps=[Bump("b", back(5), back(9))]))[1:3] == ["bump", "repair"]


def test_pauses_of_another_time_are_none_of_this_therapy() -> None:
    closed = replace(JOURNEY, closed_at=back(10))
    gathered = Gathered(closed, pauses=[back(200), back(30), back(30), back(5)])
    assert [mark.at for mark in drawn(gathered, NOW).marks if mark.kind is Kind.PAUSE] == [back(30)]


def test_a_closed_therapy_ends_where_it_was_closed() -> None:
    closed = replace(JOURNEY, closed_at=back(3))
    found = drawn(Gathered(closed, [*held(9), a_session(2, back(-4))]), NOW)
    assert kinds(found) == ["beginning", "session1", "closed"]
    assert found.here == 2


def test_what_was_reflected_on_is_named_once_as_it_is_called_today() -> None:
    walked = [Reflected("echo", "Old"), Reflected("gone", "A pack's"), Reflected("echo", "Older")]
    walked += [
        Reflected("task", "A form"),
        Reflected("gone", "A pack's"),
        Reflected("nameless", ""),
    ]
    assert titles_of(walked, {"echo": "What stayed"}, {"task"}) == ("What stayed", "A pack's")


moments = st.integers(-60, 200).map(lambda half_days: back(half_days / 2))
sessions = st.lists(
    st.builds(a_session, st.integers(1, 12), moments, st.sampled_from(SessionState)),
    max_size=14,
    unique_by=lambda one: (one.number, one.state),
).map(lambda found: [replace(one, id=f"s{place}") for place, one in enumerate(found)])
versions = st.lists(
    st.builds(
        Version,
        st.uuids().map(str),
        st.sampled_from([AGREEMENT, SENSE]),
        moments,
        st.sampled_from(["Sleep", "sleep ", "The summer", "", "Saying it"]),
        st.sampled_from([None, *Place]),
    ),
    max_size=8,
)
bumps = st.lists(st.builds(Bump, st.uuids().map(str), moments, st.none() | moments), max_size=4)
ways = st.builds(
    Gathered,
    st.builds(lambda at: replace(JOURNEY, closed_at=at), st.none() | st.just(back(1))),
    sessions,
    versions,
    bumps,
    st.lists(moments, max_size=3),
)


def what(mark: Waymark) -> tuple[object, ...]:
    """What tells one mark from every other."""
    own = mark.session_id or mark.entry_id
    return mark.kind, own or mark.at


@given(ways)
def test_everything_stands_once_in_the_order_of_time(gathered: Gathered) -> None:
    marks = drawn(gathered, NOW).marks
    assert len(set(map(what, marks))) == len(marks)
    behind = [mark.at for mark in marks if mark.kind not in {Kind.AHEAD, Kind.OPEN, Kind.CLOSED}]
    assert behind == sorted(behind)
    ahead = [mark.at for mark in marks if mark.kind is Kind.AHEAD]
    assert ahead == sorted(ahead)
    assert all(at + SESSION_LENGTH > NOW for at in ahead)


@given(ways)
def test_a_way_begins_once_and_ends_open_or_closed(gathered: Gathered) -> None:
    found = drawn(gathered, NOW)
    here = [mark.kind for mark in found.marks if mark.kind in {Kind.PRESENT, Kind.CLOSED}]
    closed = gathered.journey.is_closed
    assert here == [Kind.CLOSED if closed else Kind.PRESENT]
    assert found.marks[0].kind is Kind.BEGINNING
    assert found.marks[-1].kind is (Kind.CLOSED if closed else Kind.OPEN)
    kinds = [mark.kind for mark in found.marks]
    assert Kind.BEGINNING not in kinds[1:]
    assert not {Kind.AHEAD, Kind.OPEN} & set(kinds[: found.here])


@given(ways)
def test_nothing_is_quoted_but_an_aim_that_may_be_shown(gathered: Gathered) -> None:
    may = {
        " ".join(one.words.split())
        for one in gathered.versions
        if one.path_id == AGREEMENT and one.place not in {None, Place.UNSAID}
    }
    for mark in drawn(gathered, NOW).marks:
        assert bool(mark.words) is (mark.kind is Kind.AIM)
        assert not mark.words or mark.words in may


@given(ways)
def test_every_session_that_was_held_is_a_station_and_no_moment_is_lost_between(
    gathered: Gathered,
) -> None:
    marks = drawn(gathered, NOW).marks
    stations = [mark for mark in marks if mark.kind in STATIONS]
    past = {one.id for one in gathered.sessions if one.state is HELD and one.at <= NOW}
    assert {mark.session_id for mark in stations[1:]} == past
    for one, after in pairwise(stations):
        assert one.stretch
        assert after.stretch
        assert one.stretch.until == after.stretch.since
    assert stations[-1].stretch
    assert stations[-1].stretch.until is None
    assert all((mark.stretch is not None) is (mark.kind in STATIONS) for mark in marks)


@given(ways)
def test_the_way_is_straight_at_both_ends_and_off_at_every_detour(gathered: Gathered) -> None:
    marks = drawn(gathered, NOW).marks
    assert not marks[0].is_off
    assert not marks[-1].is_off
    assert all(mark.is_off for mark in marks if mark.kind in DETOURS)
