"""What was kept as text in a private setting, read back with suspicion.

A notebook may hold settings that came in with a file from elsewhere. Whatever stands in one,
reading it ends in a value or in `ValueError`, and never stops companion.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

_FIRST_YEAR, _LAST_YEAR = 2, 9998
# At the ends of the calendar a day has no day before it or after it, or no time somewhere.


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
    """A moment (aware, UTC) that every clock on earth can show.

    Raises:
        ValueError: If it is no moment, says no zone, or there are clocks that can't show it.
        TypeError: If it is no text.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        msg = "no moment of every clock"
        raise ValueError(msg)
    return moment.astimezone(UTC)


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
