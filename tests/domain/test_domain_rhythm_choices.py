"""Whatever a person refuses is not offered; what is left is one thing, always the same one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from situations import LAST, NEXT, situation
from support.time import FixedClock

from companion.domain.choices import Choices
from companion.domain.homework import Offer
from companion.domain.journey import Interval
from companion.domain.path_ids import ECHO, GETTING_READY, RECALL
from companion.domain.rhythm import (
    AROUND_SESSIONS,
    LESS_EVERY_DAYS,
    READY_BEFORE,
    REFUSABLE,
    Open,
    OpenKind,
    Situation,
    Walked,
    open_now,
)
from companion.domain.welcome import AWAY_DAYS, welcomes_back

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
BEGAN = LAST.at - 90 * DAY

ECHOED = Walked(ECHO, LAST.at + HOUR)
RECALLED = Walked(RECALL, LAST.at + 2 * DAY)
READY = Walked(GETTING_READY, NEXT.at - 2 * HOUR)
AFTER_SESSION = LAST.at + HOUR
THIRD_DAY = LAST.at + 3 * DAY
EVE = NEXT.at - HOUR


def never(*kinds: OpenKind) -> Choices:
    return Choices(never=frozenset(kinds))


def later(kind: OpenKind, until: date) -> Choices:
    return Choices(later=((kind, until),))


def kind(at: datetime, given_situation: Situation, zone: str = "UTC") -> OpenKind:
    return open_now(given_situation, FixedClock(at, UTC if zone == "UTC" else zone)).kind


OFFERED = [
    (OpenKind.ECHO, AFTER_SESSION, situation(), OpenKind.REFLECT),
    (OpenKind.AFTER_PAGE, AFTER_SESSION, situation(ECHOED, brought=True), OpenKind.REFLECT),
    (OpenKind.GET_READY, EVE, situation(ECHOED), OpenKind.RECALL),
    (OpenKind.CHOOSE_PAGE, EVE, situation(ECHOED, READY, candidates=2), OpenKind.RECALL),
    (OpenKind.RECALL, THIRD_DAY, situation(ECHOED), OpenKind.REFLECT),
    (OpenKind.LESS, THIRD_DAY, situation(Walked("hope", BEGAN), began_at=BEGAN), OpenKind.REFLECT),
    (
        OpenKind.HOMEWORK,
        LAST.at + 2 * DAY,
        situation(ECHOED, homework=Offer("pack", "A path", path_id="pack_path")),
        OpenKind.REFLECT,
    ),
    (
        OpenKind.HOMEWORK_TASK,
        LAST.at + 2 * DAY,
        situation(ECHOED, homework=Offer("pack", "A task", task_id="task")),
        OpenKind.REFLECT,
    ),
    (OpenKind.REFLECT, LAST.at + 2 * DAY, situation(ECHOED), OpenKind.NOTHING),
]
"""Each kind that may be refused, when it is open, and what comes in its place."""
KINDS = [one for one, *_ in OFFERED]


def test_everything_that_may_be_refused_is_in_the_table() -> None:
    assert set(KINDS) == set(REFUSABLE)


@pytest.mark.parametrize(("refused", "at", "offered", "instead"), OFFERED, ids=KINDS)
def test_what_is_never_wanted_gives_way_to_the_next_thing(
    refused: OpenKind, at: datetime, offered: Situation, instead: OpenKind
) -> None:
    assert kind(at, offered) is refused
    assert kind(at, replace(offered, choices=never(refused))) is instead


@pytest.mark.parametrize(("put_off", "at", "offered", "instead"), OFFERED, ids=KINDS)
def test_what_is_put_off_gives_way_until_its_day(
    put_off: OpenKind, at: datetime, offered: Situation, instead: OpenKind
) -> None:
    tomorrow = replace(offered, choices=later(put_off, at.date() + DAY))
    assert kind(at, tomorrow) is instead
    today = replace(offered, choices=later(put_off, at.date()))
    assert kind(at, today) is put_off


@pytest.mark.parametrize(
    ("put_off", "offered"),
    [
        (OpenKind.RESUME, situation(draft_id="draft")),
        (OpenKind.SETTLE, situation(interval=Interval(LAST, NEXT, NEXT))),
    ],
)
def test_a_draft_and_a_session_nobody_settled_can_be_put_off_too(
    put_off: OpenKind, offered: Situation
) -> None:
    assert kind(AFTER_SESSION, offered) is put_off
    choices = later(put_off, AFTER_SESSION.date() + DAY)
    assert kind(AFTER_SESSION, replace(offered, choices=choices)) is OpenKind.ECHO


@pytest.mark.parametrize(
    ("at", "expected"),
    [("2026-03-06 23:59", OpenKind.REFLECT), ("2026-03-07 00:00", OpenKind.RESUME)],
)
def test_tomorrow_begins_at_the_persons_own_midnight(at: str, expected: OpenKind) -> None:
    zone = "Pacific/Auckland"
    given_situation = situation(
        ECHOED, draft_id="draft", choices=later(OpenKind.RESUME, date(2026, 3, 7))
    )
    assert kind(FixedClock(zone=zone).read(at), given_situation, zone) is expected


# Getting ready, and the page without it


@pytest.mark.parametrize(
    ("choices", "walked", "expected"),
    [
        (Choices(), (ECHOED,), OpenKind.GET_READY),
        (Choices(), (ECHOED, READY), OpenKind.CHOOSE_PAGE),
        (never(OpenKind.GET_READY), (ECHOED,), OpenKind.CHOOSE_PAGE),
        (never(OpenKind.GET_READY), (ECHOED, READY), OpenKind.CHOOSE_PAGE),
        (later(OpenKind.GET_READY, NEXT.at.date() + DAY), (ECHOED,), OpenKind.RECALL),
        (never(OpenKind.GET_READY, OpenKind.CHOOSE_PAGE), (ECHOED,), OpenKind.RECALL),
    ],
)
def test_whoever_never_gets_ready_can_still_choose_a_page(
    choices: Choices, walked: tuple[Walked, ...], expected: OpenKind
) -> None:
    assert kind(EVE, situation(*walked, choices=choices, candidates=2)) is expected


def test_without_getting_ready_the_page_opens_no_earlier() -> None:
    refused = situation(candidates=2, choices=never(OpenKind.GET_READY, OpenKind.REFLECT))
    assert kind(NEXT.at - READY_BEFORE - MINUTE, refused) is OpenKind.NOTHING
    assert kind(NEXT.at - READY_BEFORE, refused) is OpenKind.CHOOSE_PAGE


def test_a_page_that_has_lines_is_not_asked_about_again() -> None:
    refused = never(OpenKind.GET_READY, OpenKind.RECALL, OpenKind.REFLECT)
    assert kind(EVE, situation(candidates=2, ticked=1, choices=refused)) is OpenKind.NOTHING


# Pausing


@pytest.mark.parametrize(
    ("choices", "on", "paused"),
    [
        (Choices(), date(2026, 3, 9), False),
        (Choices(paused=True), date(2026, 3, 9), True),
        (Choices(paused=True), date(2036, 3, 9), True),
        (Choices(paused=True, paused_until=date(2026, 3, 9)), date(2026, 3, 8), True),
        (Choices(paused=True, paused_until=date(2026, 3, 9)), date(2026, 3, 9), False),
        (Choices(paused=True, paused_until=date(2026, 3, 9)), date(2026, 3, 10), False),
        (Choices(paused=False, paused_until=date(2026, 3, 9)), date(2026, 3, 8), False),
    ],
)
def test_a_pause_lasts_until_its_day_or_until_one_says_so(
    choices: Choices, on: date, *, paused: bool
) -> None:
    assert choices.is_paused(on) is paused


EVERYTHING = situation(
    ECHOED,
    interval=Interval(LAST, NEXT, LAST),
    draft_id="draft",
    candidates=3,
    began_at=BEGAN,
)


def test_in_a_pause_nothing_is_open_not_even_a_draft() -> None:
    paused = replace(EVERYTHING, choices=Choices(paused=True))
    assert open_now(paused, FixedClock(EVE)) == Open(OpenKind.PAUSED)


def test_in_a_closed_journey_nothing_is_open_paused_or_not() -> None:
    closed = replace(EVERYTHING, closed=True)
    assert open_now(closed, FixedClock(EVE)) == Open(OpenKind.CLOSED)
    paused = replace(closed, choices=Choices(paused=True))
    assert open_now(paused, FixedClock(EVE)) == Open(OpenKind.CLOSED)


# Would less be better?

QUIET = Interval(None, None, None)
WALKED = Walked("hope", BEGAN + DAY)


@pytest.mark.parametrize(
    ("asked_on", "at", "expected"),
    [
        (None, BEGAN + (LESS_EVERY_DAYS - 1) * DAY, OpenKind.NOTHING),
        (None, BEGAN + LESS_EVERY_DAYS * DAY, OpenKind.LESS),
        (None, BEGAN + 3 * LESS_EVERY_DAYS * DAY, OpenKind.LESS),
        (0, BEGAN + 100 * DAY, OpenKind.NOTHING),
        (LESS_EVERY_DAYS - 1, BEGAN + 100 * DAY, OpenKind.NOTHING),
        (LESS_EVERY_DAYS, BEGAN + 100 * DAY, OpenKind.LESS),
    ],
)
def test_it_is_asked_once_a_month_whether_less_would_be_better(
    asked_on: int | None, at: datetime, expected: OpenKind
) -> None:
    answered = None if asked_on is None else at.date() - timedelta(days=asked_on)
    month = situation(
        WALKED, interval=QUIET, began_at=BEGAN, choices=Choices(less_asked_on=answered)
    )
    assert kind(at, month) is expected


def test_less_is_nothing_to_ask_of_someone_who_has_not_begun() -> None:
    never_walked = situation(interval=QUIET, began_at=BEGAN)
    assert kind(BEGAN + 100 * DAY, never_walked) is OpenKind.REFLECT
    unknown = situation(WALKED, interval=QUIET)
    assert kind(BEGAN + 100 * DAY, unknown) is OpenKind.NOTHING


def test_less_is_not_asked_where_it_is_less_already() -> None:
    month = situation(WALKED, interval=QUIET, began_at=BEGAN)
    assert kind(THIRD_DAY, replace(month, choices=never(*AROUND_SESSIONS))) is OpenKind.NOTHING
    for one in AROUND_SESSIONS:
        assert kind(THIRD_DAY, replace(month, choices=never(one))) is OpenKind.LESS


@pytest.mark.parametrize(
    ("at", "waiting", "before", "done"),
    [
        (THIRD_DAY, situation(WALKED, draft_id="draft"), OpenKind.RESUME, situation(WALKED)),
        (
            THIRD_DAY,
            situation(WALKED, interval=Interval(LAST, NEXT, LAST)),
            OpenKind.SETTLE,
            situation(WALKED),
        ),
        (AFTER_SESSION, situation(WALKED), OpenKind.ECHO, situation(ECHOED)),
        (EVE, situation(WALKED), OpenKind.GET_READY, situation(READY)),
        (EVE, situation(READY, candidates=1), OpenKind.CHOOSE_PAGE, situation(READY)),
        (THIRD_DAY, situation(ECHOED), OpenKind.RECALL, situation(ECHOED, RECALLED)),
    ],
)
def test_less_waits_for_everything_but_a_reflection_of_free_choice(
    at: datetime, waiting: Situation, before: OpenKind, done: Situation
) -> None:
    assert kind(at, replace(waiting, began_at=BEGAN)) is before
    assert kind(at, replace(done, began_at=BEGAN)) is OpenKind.LESS
    assert kind(at, done) is OpenKind.REFLECT


def test_only_around_sessions_leaves_the_echo_getting_ready_and_the_page() -> None:
    less = never(*AROUND_SESSIONS)
    assert kind(AFTER_SESSION, situation(choices=less)) is OpenKind.ECHO
    assert kind(THIRD_DAY, situation(ECHOED, choices=less)) is OpenKind.NOTHING
    assert kind(EVE, situation(ECHOED, choices=less)) is OpenKind.GET_READY
    ready = situation(ECHOED, READY, candidates=1, choices=less)
    assert kind(EVE, ready) is OpenKind.CHOOSE_PAGE


# Good to see you


@pytest.mark.parametrize(
    ("written", "now", "welcomed"),
    [
        ("2026-03-01 12:00", "2026-03-21 23:59", False),
        ("2026-03-01 12:00", "2026-03-22 00:00", True),
        ("2026-03-01 23:59", "2026-03-22 00:00", True),
        ("2026-03-01 00:00", "2026-03-21 23:59", False),
        ("2026-03-01 12:00", "2027-03-01 12:00", True),
        ("2026-03-22 12:00", "2026-03-01 12:00", False),
    ],
)
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland", "America/Los_Angeles"])
def test_someone_is_welcomed_back_after_three_weeks_of_their_own_days(
    written: str, now: str, zone: str, *, welcomed: bool
) -> None:
    assert AWAY_DAYS == 21
    clock = FixedClock(zone=zone)
    clock.show(clock.read(now))
    assert welcomes_back(clock.read(written), clock) is welcomed


def test_a_notebook_in_which_nothing_was_written_yet_welcomes_nobody_back() -> None:
    assert not welcomes_back(None, FixedClock(BEGAN))
