"""Understanding a date and time as a person types it."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from companion.domain.errors import BadDateError
from companion.domain.text import unaccented

if TYPE_CHECKING:
    from companion.domain.clock import Clock

_NEAR = {
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "ayer": -1,
    "hoy": 0,
    "manana": 1,
}
# The near days in every language at once, without accents, whichever companion speaks:
# someone may be used to another.
_AT = "at|a las|a la"
_SHAPE = re.compile(
    rf"(?P<day>{'|'.join(_NEAR)}|\d{{4}}-\d{{1,2}}-\d{{1,2}})"
    rf"(?:(?:\s+|\s*,\s*|t)(?:(?:{_AT})\s+)?(?P<hour>\d{{1,2}})[:.h](?P<minute>\d{{2}}))?"
)


def parse_moment(text: str, clock: Clock, *, needs_time: bool = True) -> datetime:
    """The moment that a text stands for, on the person's own clock.

    Understood are `2026-11-26 17:30`, `today 17:30`, `tomorrow 17:30` and
    `yesterday 17:30`, in every language that companion speaks; without a time of day,
    noon, where that is enough.

    Args:
        text: What was typed.
        clock: The present day and the person's own zone.
        needs_time: Whether a time of day must be given.

    Returns:
        An aware datetime, in UTC.

    Raises:
        BadDateError: If it is no date, or no time where one is needed.
    """
    found = _SHAPE.fullmatch(unaccented(text.strip()))
    if found is None or (needs_time and found["hour"] is None):
        raise BadDateError
    try:
        at = time(int(found["hour"]), int(found["minute"])) if found["hour"] else time(12)
        return clock.from_local(datetime.combine(_day(found["day"], clock), at))
    except (ValueError, OverflowError):
        raise BadDateError from None


def _day(text: str, clock: Clock) -> date:
    if text in _NEAR:
        return clock.local(clock.now()).date() + timedelta(days=_NEAR[text])
    year, month, day = (int(part) for part in text.split("-"))
    return date(year, month, day)
