"""A day can be typed in the words of any language that companion speaks."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from support.time import FixedClock

from companion.domain.dates import parse_moment
from companion.domain.errors import BadDateError

NOON = FixedClock(datetime(2026, 3, 2, 12, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("tomorrow 17:30", 3), ("mañana 17:30", 3), ("MAÑANA a las 17:30", 3), ("manana, 17:30", 3),
        ("hoy 17:30", 2), ("Hoy a las 17h30", 2), ("ayer 17:30", 1), ("yesterday at 17:30", 1),
        ("man\u0303ana 17:30", 3), ("morgen 17:30", 3), ("Morgen um 17.30 Uhr", 3),
        ("heute, 17:30 uhr", 2), ("gestern um 17:30", 1), ("übermorgen 17:30", 4),
        ("U\u0308bermorgen um 17:30", 4),
    ],
)  # fmt: skip
def test_near_days_are_understood_with_and_without_accents(typed: str, day: int) -> None:
    assert parse_moment(typed, NOON) == datetime(2026, 3, day, 17, 30, tzinfo=UTC)


def test_german_has_a_word_for_the_day_beyond_and_for_the_full_hour() -> None:
    assert parse_moment("vorgestern 9.05", NOON) == datetime(2026, 2, 28, 9, 5, tzinfo=UTC)
    assert parse_moment("uebermorgen um 8 Uhr", NOON) == datetime(2026, 3, 4, 8, tzinfo=UTC)
    assert parse_moment("2026-03-07 um 17 Uhr", NOON) == datetime(2026, 3, 7, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    "typed", ["mañanas 17:30", "pasado 17:30", "mañana", "mañana a 17:30", "morgens um 8 Uhr"]
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(BadDateError):
        parse_moment(typed, NOON)


@pytest.mark.parametrize(
    ("typed", "day", "hour", "minute"),
    [
        ("Tuesday 17:30", 3, 17, 30), ("tue 5pm", 3, 17, 0), ("on Sunday at 5:30 pm", 8, 17, 30),
        ("el miércoles a las 17h", 4, 17, 0), ("am Donnerstag um 17 Uhr", 5, 17, 0),
        ("sábado 9.05", 7, 9, 5), ("sat 12am", 7, 0, 0), ("sat 12 p.m.", 7, 12, 0),
        ("Monday 12:00", 2, 12, 0), ("Monday 11:59", 9, 11, 59), ("today 5pm", 2, 17, 0),
    ],
)  # fmt: skip
def test_a_day_of_the_week_is_the_next_one_still_to_come(
    typed: str, day: int, hour: int, minute: int
) -> None:
    assert parse_moment(typed, NOON) == datetime(2026, 3, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "month", "day"), [("monday", 3, 2), ("Tuesday", 2, 24), ("domingo", 3, 1)]
)
def test_looking_back_it_is_the_last_one_today_included(typed: str, month: int, day: int) -> None:
    moment = parse_moment(typed, NOON, needs_time=False, behind=True)
    assert (moment.month, moment.day) == (month, day)


@pytest.mark.parametrize("name", ["mon", "tues", "wed", "thurs", "fri", "sat", "sun"])
def test_without_a_time_today_is_such_a_day_all_day_long(name: str) -> None:
    ahead = parse_moment(name, NOON, needs_time=False) - NOON.now()
    assert 0 <= ahead.days < 7
    assert (name == "mon") == (ahead.days == 0)


@pytest.mark.parametrize(
    "typed", ["Tuesday 0pm", "Tuesday 13pm", "Tuesday 17", "Tuesdays 17:30", "Tuesday", "mond 5pm"]
)
def test_what_is_no_time_of_a_day_of_the_week_is_refused(typed: str) -> None:
    with pytest.raises(BadDateError):
        parse_moment(typed, NOON)
