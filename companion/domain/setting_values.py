"""Values that private settings keep as text, read back without trusting it.

A notebook may hold settings that were imported from a file of anyone's. Whatever text
stands in one, reading it gives a value or raises `ValueError` or `TypeError`.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any

_FIRST_YEAR, _LAST_YEAR = 2, 9998
# In Python's years 1 and 9999 a day may have no day before or after it, and a moment no
# local time in some zone.


def from_kept(text: str) -> Any:  # noqa: ANN401  JSON: whoever asks looks at what it is
    """JSON as Python's own values.

    Args:
        text: The setting; empty: `None`.

    Raises:
        ValueError: If it is no JSON, or nested deeper than anything that is kept.
    """
    try:
        return json.loads(text) if text else None
    except RecursionError:
        msg = "nested too deep"
        raise ValueError(msg) from None


def kept_moment(text: str) -> datetime:
    """A moment (aware, UTC).

    Raises:
        ValueError: If it is no moment, has no zone, or is outside `in_calendar`.
        TypeError: If it is no text.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        msg = "no zone"
        raise ValueError(msg)
    return in_calendar(moment)


def in_calendar(moment: datetime) -> datetime:
    """A moment (aware) in UTC, if it has a local time in every zone.

    Raises:
        ValueError: If there is a zone in which it has none.
    """
    with suppress(OverflowError):
        found = moment.astimezone(UTC)
        if _FIRST_YEAR <= found.year <= _LAST_YEAR:
            return found
    msg = "no local time in some zone"
    raise ValueError(msg)


def kept_day(text: str) -> date:
    """A day that can be counted from.

    Raises:
        ValueError: If it is none.
        TypeError: If it is no text.
    """
    day = date.fromisoformat(text)
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        msg = "no day to count from"
        raise ValueError(msg)
    return day
