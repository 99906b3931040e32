"""One small thing is open at a time, decided by the sessions and by what was done."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_session
from support.time import FixedClock

from companion.domain.journey import SESSION_LENGTH, Interval, Session, SessionState, interval_at
from companion.domain.path_ids import ECHO, GETTING_READY, RECALL
from companion.domain.rhythm import READY_BEFORE, Open, OpenKind, Situation, Walked, open_now

FREE = ("trust", "hope", "feelings")
LAST = a_session(4, datetime(2026, 3, 5, 17, 30, tzinfo=UTC), SessionState.HELD, "last")
"""A Thursday afternoon."""
NEXT = a_session(5, datetime(2026, 3, 12, 17, 30, tzinfo=UTC), session_id="next")
"""The Thursday after."""
SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)
FREELY = Walked("trust", LAST.at + HOUR)


def day(number: int, hour: int = 12, minute: int = 0) -> datetime:
    """A moment in March 2026."""
    return datetime(2026, 3, number, hour, minute, tzinfo=UTC)


def situation(
    *walked: Walked, last: Session | None = LAST, ahead: Session | None = NEXT, **more: object
) -> Situation:
    """Between two Thursdays, with one reflection of free choice behind it already."""
    return Situation(Interval(last, ahead, None), (FREELY, *walked), FREE, **more)  # type: ignore[arg-type]  # passed on


def opened(at: datetime, given_situation: Situation, zone: str = "UTC") -> Open:
    return open_now(given_situation, FixedClock(at, UTC if zone == "UTC" else zone))


def kind(at: datetime, given_situation: Situation, zone: str = "UTC") -> OpenKind:
    return opened(at, given_situation, zone).kind


ECHOED = Walked(ECHO, LAST.at + HOUR)
RECALLED = Walked(RECALL, LAST.at + 3 * DAY)
READY = Walked(GETTING_READY, NEXT.at - HOUR)


# What each kind of open thing is about


def test_a_draft_is_open_before_everything_else() -> None:
    unsettled = replace(situation(), draft_id="draft", interval=Interval(LAST, NEXT, NEXT))
    assert opened(LAST.at + HOUR, unsettled) == Open(OpenKind.RESUME, draft_id="draft")


def test_a_session_nobody_settled_comes_before_the_echo() -> None:
    unsettled = replace(situation(), interval=Interval(LAST, NEXT, NEXT))
    assert opened(LAST.at + HOUR, unsettled) == Open(OpenKind.SETTLE, session=NEXT)


def test_the_echo_is_about_the_last_session() -> None:
    assert opened(LAST.at + HOUR, situation()) == Open(OpenKind.ECHO, ECHO, LAST)


def test_getting_ready_is_about_the_next_session() -> None:
    assert opened(NEXT.at - HOUR, situation()) == Open(OpenKind.GET_READY, GETTING_READY, NEXT)


def test_choosing_is_about_the_next_session_and_no_path() -> None:
    chosen = situation(READY, candidates=2)
    assert opened(NEXT.at - HOUR / 2, chosen) == Open(OpenKind.CHOOSE_PAGE, session=NEXT)


def test_recall_is_about_the_last_session() -> None:
    assert opened(day(9), situation(ECHOED)) == Open(OpenKind.RECALL, RECALL, LAST)


def test_free_choice_is_about_a_path_alone() -> None:
    fresh = replace(situation(ECHOED), walked=(ECHOED,))
    assert opened(day(7), fresh) == Open(OpenKind.REFLECT, "trust")


def test_nothing_is_about_nothing() -> None:
    assert opened(day(7), situation(ECHOED)) == Open(OpenKind.NOTHING)


# When


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (LAST.at, OpenKind.ECHO),
        (day(5, 23, 59), OpenKind.ECHO),
        (day(6, 23, 59), OpenKind.ECHO),
        (day(7, 0, 0), OpenKind.NOTHING),
        (day(9, 12), OpenKind.NOTHING),
    ],
)
def test_the_echo_is_open_that_day_and_the_next(at: datetime, expected: OpenKind) -> None:
    assert kind(at, situation()) is expected


@pytest.mark.parametrize(
    ("echoed", "expected"),
    [
        (LAST.at - SECOND, OpenKind.ECHO),
        (LAST.at, OpenKind.NOTHING),
        (LAST.at + HOUR, OpenKind.NOTHING),
    ],
)
def test_the_echo_is_done_once_it_was_walked_since_the_session(
    echoed: datetime, expected: OpenKind
) -> None:
    assert kind(LAST.at + 2 * HOUR, situation(Walked(ECHO, echoed))) is expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (day(7, 23, 59), OpenKind.NOTHING),
        (day(8, 0, 0), OpenKind.RECALL),
        (day(10, 12), OpenKind.RECALL),
        (NEXT.at - READY_BEFORE - SECOND, OpenKind.RECALL),
        (NEXT.at - READY_BEFORE, OpenKind.GET_READY),
    ],
)
def test_recall_opens_on_the_third_day_until_getting_ready(
    at: datetime, expected: OpenKind
) -> None:
    assert kind(at, situation(ECHOED)) is expected


def test_recall_needs_an_echo_to_look_back_at() -> None:
    assert kind(day(9), situation()) is OpenKind.NOTHING


def test_recall_is_done_once() -> None:
    assert kind(day(9), situation(ECHOED, RECALLED)) is OpenKind.NOTHING


def test_the_recall_of_an_earlier_session_does_not_count() -> None:
    earlier = Walked(RECALL, LAST.at - DAY)
    assert kind(day(9), situation(ECHOED, earlier)) is OpenKind.RECALL


def test_recall_comes_back_when_one_is_ready_early() -> None:
    ready = Walked(GETTING_READY, NEXT.at - READY_BEFORE)
    assert kind(NEXT.at - 30 * HOUR, situation(ECHOED, ready)) is OpenKind.RECALL


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (NEXT.at - READY_BEFORE - SECOND, OpenKind.NOTHING),
        (NEXT.at - READY_BEFORE, OpenKind.GET_READY),
        (NEXT.at - SECOND, OpenKind.GET_READY),
        (NEXT.at, OpenKind.GET_READY),
        (NEXT.at + SESSION_LENGTH - SECOND, OpenKind.GET_READY),
        (NEXT.at + SESSION_LENGTH, OpenKind.NOTHING),
    ],
)
def test_getting_ready_opens_36_hours_before_and_closes_with_the_session(
    at: datetime, expected: OpenKind
) -> None:
    assert kind(at, situation()) is expected


@pytest.mark.parametrize(
    ("readied", "expected"),
    [
        (NEXT.at - READY_BEFORE - SECOND, OpenKind.GET_READY),
        (NEXT.at - READY_BEFORE, OpenKind.NOTHING),
        (NEXT.at - HOUR, OpenKind.NOTHING),
    ],
)
def test_getting_ready_is_done_once_it_was_walked_in_its_time(
    readied: datetime, expected: OpenKind
) -> None:
    assert kind(NEXT.at - HOUR / 2, situation(Walked(GETTING_READY, readied))) is expected


def test_getting_ready_for_the_last_session_is_not_ready_for_the_next() -> None:
    soon = replace(NEXT, at=LAST.at + 20 * HOUR)
    before_last = Walked(GETTING_READY, LAST.at - HOUR)
    assert kind(LAST.at + HOUR, situation(ECHOED, before_last, ahead=soon)) is OpenKind.GET_READY


def test_two_sessions_close_together_begin_with_the_echo() -> None:
    soon = replace(NEXT, at=LAST.at + 20 * HOUR)
    assert kind(LAST.at + HOUR, situation(ahead=soon)) is OpenKind.ECHO


def test_getting_ready_needs_no_session_before() -> None:
    first = situation(last=None)
    assert kind(NEXT.at - HOUR, first) is OpenKind.GET_READY
    assert kind(NEXT.at - HOUR / 2, replace(first, walked=(FREELY, READY))) is OpenKind.NOTHING


@pytest.mark.parametrize(
    ("candidates", "ticked", "expected"),
    [(0, 0, OpenKind.NOTHING), (3, 0, OpenKind.CHOOSE_PAGE), (3, 1, OpenKind.NOTHING)],
)
def test_the_page_is_open_while_there_is_something_to_tick_and_nothing_is(
    candidates: int, ticked: int, expected: OpenKind
) -> None:
    chosen = situation(READY, candidates=candidates, ticked=ticked)
    assert kind(NEXT.at - HOUR / 2, chosen) is expected


def test_the_page_is_not_open_days_before() -> None:
    assert kind(day(7), situation(ECHOED, candidates=3)) is OpenKind.NOTHING


@pytest.mark.parametrize(
    ("walked", "path"),
    [
        ((), "trust"),
        ((Walked("trust", LAST.at - 9 * DAY),), "hope"),
        ((Walked("trust", LAST.at - 9 * DAY), Walked("hope", LAST.at - 2 * DAY)), "feelings"),
        (tuple(Walked(path, LAST.at - (9 - i) * DAY) for i, path in enumerate(FREE)), "trust"),
        (tuple(Walked(path, LAST.at - (1 + i) * DAY) for i, path in enumerate(FREE)), "feelings"),
        (
            (
                Walked("trust", LAST.at - DAY),
                Walked("hope", LAST.at - 2 * DAY),
                Walked("feelings", LAST.at - 3 * DAY),
                Walked("feelings", LAST.at - DAY / 2),
            ),
            "hope",
        ),
    ],
)
def test_the_path_offered_is_the_one_longest_not_walked(
    walked: tuple[Walked, ...], path: str
) -> None:
    fresh = replace(situation(), walked=(ECHOED, *walked))
    assert opened(day(7), fresh) == Open(OpenKind.REFLECT, path)


@pytest.mark.parametrize("path", FREE)
def test_one_reflection_of_free_choice_is_enough_for_an_interval(path: str) -> None:
    done = replace(situation(), walked=(ECHOED, Walked(path, LAST.at)))
    assert kind(day(7), done) is OpenKind.NOTHING


def test_before_the_first_session_one_reflection_is_enough() -> None:
    alone = Situation(Interval(None, None, None), (), FREE)
    assert kind(day(7), alone) is OpenKind.REFLECT
    walked = replace(alone, walked=(Walked("hope", day(1)),))
    assert kind(day(7), walked) is OpenKind.NOTHING


def test_without_paths_of_free_choice_nothing_is_open() -> None:
    assert kind(day(7), Situation(Interval(None, None, None), (), ())) is OpenKind.NOTHING


# On the person's own calendar


def _known(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except ZoneInfoNotFoundError:
        return False
    return True


needs_zones = pytest.mark.skipif(not _known("Europe/Berlin"), reason="this machine has no zones")


@needs_zones
@pytest.mark.parametrize(
    ("zone", "at", "expected"),
    [
        ("Europe/Berlin", day(6, 22, 59), OpenKind.ECHO),
        ("Europe/Berlin", day(6, 23, 0), OpenKind.NOTHING),
        ("America/Los_Angeles", day(7, 7, 59), OpenKind.ECHO),
        ("America/Los_Angeles", day(7, 8, 0), OpenKind.NOTHING),
        ("Pacific/Auckland", day(7, 10, 59), OpenKind.ECHO),
        ("Pacific/Auckland", day(7, 11, 0), OpenKind.NOTHING),
        ("Asia/Kathmandu", day(6, 18, 14), OpenKind.ECHO),
        ("Asia/Kathmandu", day(6, 18, 15), OpenKind.NOTHING),
    ],
)
def test_days_are_those_of_the_persons_own_clock(
    zone: str, at: datetime, expected: OpenKind
) -> None:
    assert kind(at, situation(), zone) is expected


@needs_zones
@pytest.mark.parametrize(
    ("zone", "session", "midnight"),
    [
        ("Europe/Berlin", "2026-03-28 17:00", "2026-03-29T22:00+00:00"),
        ("Europe/Berlin", "2026-10-24 17:00", "2026-10-25T23:00+00:00"),
        ("America/New_York", "2026-03-07 17:00", "2026-03-09T04:00+00:00"),
        ("Australia/Sydney", "2026-04-04 17:00", "2026-04-05T14:00+00:00"),
    ],
)
def test_the_echo_closes_at_midnight_even_when_the_clocks_change(
    zone: str, session: str, midnight: str
) -> None:
    last = replace(LAST, at=FixedClock(zone=zone).read(session))
    alone = Situation(Interval(last, None, None), (), ())
    closes = datetime.fromisoformat(midnight)
    assert kind(closes - SECOND, alone, zone) is OpenKind.ECHO
    assert kind(closes, alone, zone) is OpenKind.NOTHING


@needs_zones
def test_recall_opens_on_the_third_day_even_when_that_has_no_midnight() -> None:
    zone = "America/Santiago"  # springs forward at midnight: 6 September 2026 begins at 01:00
    clock = FixedClock(zone=zone)
    last = replace(LAST, at=clock.read("2026-09-03 10:00"))
    echoed = Situation(Interval(last, None, None), (Walked(ECHO, last.at),), ())
    opens = clock.read("2026-09-06 01:00")
    assert kind(opens - SECOND, echoed, zone) is OpenKind.NOTHING
    assert kind(opens, echoed, zone) is OpenKind.RECALL


# Whatever happened

moments = st.integers(-24 * 30, 24 * 30).map(lambda hours: LAST.at + timedelta(hours=hours))
sessions = st.lists(
    st.builds(a_session, st.integers(1, 9), moments, st.sampled_from(SessionState)),
    max_size=5,
)
walks = st.lists(
    st.builds(Walked, st.sampled_from([*FREE, ECHO, RECALL, GETTING_READY]), moments), max_size=8
)


@given(sessions, walks, moments, st.integers(0, 3), st.integers(0, 3))
def test_something_sensible_is_always_open(
    given_sessions: list[Session],
    walked: list[Walked],
    now: datetime,
    candidates: int,
    ticked: int,
) -> None:
    clock = FixedClock(now)
    interval = interval_at(given_sessions, now)
    found = open_now(Situation(interval, walked, FREE, None, candidates, ticked), clock)
    about = {
        OpenKind.SETTLE: interval.unsettled,
        OpenKind.ECHO: interval.last,
        OpenKind.RECALL: interval.last,
        OpenKind.GET_READY: interval.next,
        OpenKind.CHOOSE_PAGE: interval.next,
    }
    assert found.session == about.get(found.kind)
    paths = {
        OpenKind.ECHO: {ECHO},
        OpenKind.RECALL: {RECALL},
        OpenKind.GET_READY: {GETTING_READY},
        OpenKind.REFLECT: set(FREE),
    }
    assert found.path_id in paths.get(found.kind, {""})
    assert found.draft_id == ""


@given(sessions, walks, moments, st.integers(0, 3), st.integers(0, 3))
def test_the_latest_walk_on_each_path_tells_as_much_as_all_of_them(
    given_sessions: list[Session],
    walked: list[Walked],
    now: datetime,
    candidates: int,
    ticked: int,
) -> None:
    interval = interval_at(given_sessions, now)
    latest = {one.path_id: one for one in sorted(walked, key=lambda one: one.happened_at)}
    everything, the_latest = (
        Situation(interval, walks, FREE, None, candidates, ticked, began_at=LAST.at - 40 * DAY)
        for walks in (walked, list(latest.values()))
    )
    clock = FixedClock(now)
    assert open_now(the_latest, clock) == open_now(everything, clock)
