"""Situations between two sessions, to ask what is open in them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from support.builders import a_session

from companion.domain.journey import Interval, SessionState
from companion.domain.rhythm import (
    Situation,
    Walked,
)

if TYPE_CHECKING:
    from support.time import FixedClock

FREE = ("trust", "hope", "feelings")
LAST = a_session(4, datetime(2026, 3, 5, 17, 30, tzinfo=UTC), SessionState.HELD, "last")
"""A Thursday afternoon."""
NEXT = a_session(5, datetime(2026, 3, 12, 17, 30, tzinfo=UTC), session_id="next")
"""The Thursday after."""


def situation(*walked: Walked, **more: object) -> Situation:
    """Between two Thursdays."""
    given_more: dict[str, object] = {"interval": Interval(LAST, NEXT, None)} | more
    return Situation(walked=walked, free_paths=FREE, **given_more)  # type: ignore[arg-type]  # passed on


def today(clock: FixedClock) -> date:
    return clock.local(clock.now()).date()
