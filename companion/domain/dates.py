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
    "vorgestern": -2,
    "gestern": -1,
    "heute": 0,
    "morgen": 1,
    "ubermorgen": 2,
    "uebermorgen": 2,
}
# The near days in every language at once, without accents, whichever companion speaks:
# someone may be used to another.
_WEEKDAYS = {
    name: index
    for index, names in enumerate(
        (
            "monday mon lunes montag mo",
            "tuesday tue tues martes dienstag di",
            "wednesday wed miercoles mittwoch mi",
            "thursday thu thurs jueves donnerstag do",
            "friday fri viernes freitag fr",
            "saturday sat sabado samstag sonnabend sa",
            "sunday sun domingo sonntag so",
        )
    )
    for name in names.split()
}
_AT = "at|a las|a la|um"
_ON = "on|el|am"
_SHAPE = re.compile(
    rf"(?:(?:{_ON})\s+)?(?P<day>{'|'.join((*_NEAR, *_WEEKDAYS))}|\d{{4}}-\d{{1,2}}-\d{{1,2}})"
    rf"(?:(?:\s+|\s*,\s*|t)(?:(?:{_AT})\s+)?(?P<hour>\d{{1,2}})"
    r"(?:[:.h](?P<minute>\d{2})(?:\s+uhr)?|\s+uhr|h|"
    r"(?:[:.](?P<past>\d{2}))?\s*(?P<half>[ap])\.?m\.?))?"
)
_HALF_A_DAY = 12  # hours


def parse_moment(
    text: str, clock: Clock, *, needs_time: bool = True, behind: bool = False
) -> datetime:
    """The moment that a text stands for, on the person's own clock.

    Understood are `2026-11-26 17:30`, `today 17:30`, `tomorrow 17:30`, `yesterday 17:30`
    and `Tuesday 17:30`, in every language that companion speaks, `17h`, `17 Uhr` and
    `5pm` for the time; without a time of day, noon, where that is enough.

    Args:
        text: What was typed.
        clock: The present day and the person's own zone.
        needs_time: Whether a time of day must be given.
        behind: Whether a day of the week is the last such day, today included; otherwise it
            is the next whose moment is still to come.

    Returns:
        An aware datetime, in UTC.

    Raises:
        BadDateError: If it is no date, or no time where one is needed.
    """
    found = _SHAPE.fullmatch(unaccented(text.strip()))
    if found is None or (needs_time and found["hour"] is None):
        raise BadDateError
    try:
        at = _time(found) if found["hour"] else time(_HALF_A_DAY)
        day = _day(found["day"], at if found["hour"] else time.max, clock, behind=behind)
        return clock.from_local(datetime.combine(day, at))
    except (ValueError, OverflowError):
        raise BadDateError from None


def _time(found: re.Match[str]) -> time:
    hour, minute = int(found["hour"]), int(found["minute"] or found["past"] or 0)
    if found["half"] is None:
        return time(hour, minute)
    if not 1 <= hour <= _HALF_A_DAY:
        raise ValueError(hour)
    return time(hour % _HALF_A_DAY + (_HALF_A_DAY if found["half"] == "p" else 0), minute)


def _day(text: str, at: time, clock: Clock, *, behind: bool) -> date:
    now = clock.local(clock.now())
    today = now.date()
    if text in _NEAR:
        return today + timedelta(days=_NEAR[text])
    if text in _WEEKDAYS:
        away = (_WEEKDAYS[text] - today.weekday()) % 7
        if behind:
            return today - timedelta(days=-away % 7)
        return today + timedelta(days=away or (0 if now.time() <= at else 7))
    year, month, day = (int(part) for part in text.split("-"))
    return date(year, month, day)
