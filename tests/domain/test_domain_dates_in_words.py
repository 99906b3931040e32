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
        ("man\u0303ana 17:30", 3),
    ],
)  # fmt: skip
def test_near_days_are_understood_with_and_without_accents(typed: str, day: int) -> None:
    assert parse_moment(typed, NOON) == datetime(2026, 3, day, 17, 30, tzinfo=UTC)


@pytest.mark.parametrize("typed", ["mañanas 17:30", "pasado 17:30", "mañana", "mañana a 17:30"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(BadDateError):
        parse_moment(typed, NOON)
