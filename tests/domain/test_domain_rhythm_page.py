"""Around the page in time: how it went, nothing this time, and a page that someone slept on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from support.builders import a_session
from support.time import FixedClock

from companion.domain.choices import Choices
from companion.domain.journey import SESSION_LENGTH, Interval, SessionState
from companion.domain.path_ids import AFTER_PAGE, ECHO, GETTING_READY, RECALL
from companion.domain.rhythm import (
    READY_BEFORE,
    REFUSABLE,
    Open,
    OpenKind,
    Situation,
    Walked,
    open_now,
)

FREE = ("trust", "hope", "feelings")
LAST = a_session(4, datetime(2026, 3, 5, 17, 30, tzinfo=UTC), SessionState.HELD, "last")
"""A Thursday afternoon."""
NEXT = a_session(5, datetime(2026, 3, 12, 17, 30, tzinfo=UTC), session_id="next")
"""The Thursday after."""
SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)

FREELY = Walked("trust", LAST.at + HOUR)
ECHOED = Walked(ECHO, LAST.at + HOUR)
ANSWERED = Walked(AFTER_PAGE, LAST.at + 2 * HOUR)
RECALLED = Walked(RECALL, LAST.at + 3 * DAY)
READY = Walked(GETTING_READY, NEXT.at - 20 * HOUR)
EVE = NEXT.at - 10 * HOUR
OPENS = NEXT.at - READY_BEFORE


def day(number: int, hour: int = 12, minute: int = 0) -> datetime:
    """A moment in March 2026."""
    return datetime(2026, 3, number, hour, minute, tzinfo=UTC)


def situation(*walked: Walked, **more: object) -> Situation:
    """Between two Thursdays, with one reflection of free choice behind it already."""
    given: dict[str, object] = {"interval": Interval(LAST, NEXT, None)} | more
    return Situation(walked=(FREELY, *walked), free_paths=FREE, **given)  # type: ignore[arg-type]  # passed on


def opened(at: datetime, given: Situation, zone: str = "UTC") -> Open:
    return open_now(given, FixedClock(at, UTC if zone == "UTC" else zone))


def kind(at: datetime, given: Situation, zone: str = "UTC") -> OpenKind:
    return opened(at, given, zone).kind


# After the session


def test_how_it_went_is_about_the_session_the_page_was_brought_to() -> None:
    brought = situation(ECHOED, brought=True)
    assert opened(day(6), brought) == Open(OpenKind.AFTER_PAGE, AFTER_PAGE, LAST)


@pytest.mark.parametrize(
    ("at", "walked", "choices", "expected"),
    [
        # The echo first; then, or once it is refused, or once its time is over.
        (LAST.at + HOUR / 2, (), Choices(), OpenKind.ECHO),
        (LAST.at + 2 * HOUR, (ECHOED,), Choices(), OpenKind.AFTER_PAGE),
        (
            LAST.at + HOUR / 2,
            (),
            Choices(later=((OpenKind.ECHO, day(6).date()),)),
            OpenKind.AFTER_PAGE,
        ),
        (LAST.at + HOUR / 2, (), Choices(frozenset({OpenKind.ECHO})), OpenKind.AFTER_PAGE),
        (day(6, 23, 59), (), Choices(), OpenKind.ECHO),
        (day(7, 0, 0), (), Choices(), OpenKind.AFTER_PAGE),
        # From the third day on recall goes first: what is remembered fades, a page does not.
        (day(7, 23, 59), (ECHOED,), Choices(), OpenKind.AFTER_PAGE),
        (day(8, 0, 0), (ECHOED,), Choices(), OpenKind.RECALL),
        (day(9), (ECHOED, RECALLED), Choices(), OpenKind.AFTER_PAGE),
        (day(9), (ECHOED, RECALLED, ANSWERED), Choices(), OpenKind.NOTHING),
        # Not beyond the moment at which getting ready opens.
        (OPENS - SECOND, (ECHOED, RECALLED), Choices(), OpenKind.AFTER_PAGE),
        (OPENS, (ECHOED, RECALLED), Choices(), OpenKind.GET_READY),
        (EVE, (ECHOED, RECALLED, READY), Choices(), OpenKind.NOTHING),
    ],
)
def test_it_is_asked_after_the_echo_and_before_getting_ready(
    at: datetime, walked: tuple[Walked, ...], choices: Choices, expected: OpenKind
) -> None:
    assert kind(at, situation(*walked, brought=True, choices=choices)) is expected


def test_without_a_page_there_is_nothing_to_ask() -> None:
    assert kind(day(7), situation(ECHOED)) is OpenKind.NOTHING


@pytest.mark.parametrize(
    ("answered", "expected"),
    [(LAST.at - SECOND, OpenKind.AFTER_PAGE), (LAST.at, OpenKind.NOTHING)],
)
def test_it_is_answered_once_a_session(answered: datetime, expected: OpenKind) -> None:
    given = situation(ECHOED, Walked(AFTER_PAGE, answered), brought=True)
    assert kind(day(7), given) is expected


def test_with_no_session_planned_it_waits_for_no_getting_ready() -> None:
    alone = situation(ECHOED, RECALLED, brought=True, interval=Interval(LAST, None, None))
    assert kind(day(12), alone) is OpenKind.AFTER_PAGE


def test_two_sessions_close_together_leave_no_room_for_it() -> None:
    soon = Interval(LAST, replace(NEXT, at=LAST.at + 20 * HOUR), None)
    assert kind(day(5, 20), situation(ECHOED, brought=True, interval=soon)) is OpenKind.GET_READY


# Nothing this time


def test_a_page_with_nothing_on_it_on_purpose_is_a_page_that_was_chosen() -> None:
    given = situation(ECHOED, RECALLED, READY, candidates=3)
    assert kind(EVE, given) is OpenKind.CHOOSE_PAGE
    assert kind(EVE, replace(given, nothing=True)) is OpenKind.NOTHING


# Sleep on it

DONE = (ECHOED, RECALLED, READY)


def test_looking_once_more_is_about_the_next_page_and_no_path() -> None:
    slept = situation(*DONE, resting_since=day(10, 20))
    assert opened(day(11, 22), slept) == Open(OpenKind.LOOK_AGAIN)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (day(10, 20), OpenKind.NOTHING),
        (day(10, 23, 59), OpenKind.NOTHING),
        (day(11, 0, 0), OpenKind.LOOK_AGAIN),
        (NEXT.at - SECOND, OpenKind.LOOK_AGAIN),
        (NEXT.at, OpenKind.NOTHING),
        (NEXT.at + SESSION_LENGTH, OpenKind.NOTHING),
    ],
)
def test_a_page_is_offered_from_the_next_day_on_until_its_session_begins(
    at: datetime, expected: OpenKind
) -> None:
    ready = Walked(GETTING_READY, OPENS)
    given = situation(ECHOED, RECALLED, ready, resting_since=day(10, 20), candidates=3)
    assert kind(at, given) is expected


@pytest.mark.parametrize(
    ("zone", "at", "expected"),
    [
        ("Pacific/Auckland", day(10, 10, 59), OpenKind.NOTHING),
        ("Pacific/Auckland", day(10, 11, 0), OpenKind.LOOK_AGAIN),
        ("America/Los_Angeles", day(11, 6, 59), OpenKind.NOTHING),
        ("America/Los_Angeles", day(11, 7, 0), OpenKind.LOOK_AGAIN),
    ],
)
def test_the_next_day_is_that_of_the_persons_own_clock(
    zone: str, at: datetime, expected: OpenKind
) -> None:
    slept = situation(
        ECHOED, RECALLED, ANSWERED, resting_since=day(10, 9), interval=Interval(LAST, None, None)
    )
    assert kind(at, slept, zone) is expected


def test_with_no_session_planned_it_is_offered_too() -> None:
    slept = situation(*DONE, resting_since=day(10), interval=Interval(LAST, None, None))
    assert kind(day(11), slept) is OpenKind.LOOK_AGAIN


SLEPT = {"resting_since": day(8, 20), "candidates": 3, "brought": True}


@pytest.mark.parametrize(
    ("at", "given", "expected"),
    [
        # Everything that was begun, or is about a session that is over, comes first.
        (day(9), situation(**SLEPT, draft_id="draft"), OpenKind.RESUME),
        (day(9), situation(**SLEPT, interval=Interval(LAST, NEXT, LAST)), OpenKind.SETTLE),
        (day(6), situation(**SLEPT | {"resting_since": day(5, 19)}), OpenKind.ECHO),
        # Then getting ready: what comes up there may belong on the page.
        (EVE, situation(ECHOED, ANSWERED, **SLEPT), OpenKind.GET_READY),
        (EVE, situation(ECHOED, ANSWERED, READY, **SLEPT), OpenKind.LOOK_AGAIN),
        (
            EVE,
            situation(
                ECHOED,
                ANSWERED,
                **SLEPT,
                choices=Choices(later=((OpenKind.GET_READY, NEXT.at.date() + DAY),)),
            ),
            OpenKind.LOOK_AGAIN,
        ),
        # It was wished for: what nobody wished for waits.
        (day(9), situation(ECHOED, **SLEPT), OpenKind.LOOK_AGAIN),
        (day(9), situation(ECHOED, RECALLED, **SLEPT), OpenKind.LOOK_AGAIN),
        (
            day(9),
            situation(ECHOED, ANSWERED, **SLEPT, began_at=LAST.at - 90 * DAY),
            OpenKind.LOOK_AGAIN,
        ),
    ],
)
def test_the_order_a_tired_person_wants(at: datetime, given: Situation, expected: OpenKind) -> None:
    assert kind(at, given) is expected


@pytest.mark.parametrize("put_off", [False, True])
def test_whoever_sleeps_on_a_page_is_not_asked_to_choose_one(*, put_off: bool) -> None:
    tomorrow = Choices(later=((OpenKind.LOOK_AGAIN, EVE.date() + DAY),))
    choices = tomorrow if put_off else Choices()
    same_day = situation(*DONE, candidates=3, resting_since=EVE - HOUR, choices=choices)
    assert kind(EVE, same_day) is OpenKind.NOTHING
    next_day = replace(same_day, resting_since=EVE - DAY)
    assert kind(EVE, next_day) is (OpenKind.NOTHING if put_off else OpenKind.LOOK_AGAIN)
    assert kind(EVE, replace(next_day, resting_since=None)) is OpenKind.CHOOSE_PAGE


def test_what_was_asked_for_can_be_put_off_and_is_no_habit_to_refuse() -> None:
    assert OpenKind.LOOK_AGAIN not in REFUSABLE
    slept = situation(*DONE, resting_since=day(9), choices=Choices())
    tomorrow = Choices(later=((OpenKind.LOOK_AGAIN, day(11).date()),))
    assert kind(day(10), replace(slept, choices=tomorrow)) is OpenKind.NOTHING
    assert kind(day(11), replace(slept, choices=tomorrow)) is OpenKind.LOOK_AGAIN
