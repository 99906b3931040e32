"""Coming back after a long time: someone is greeted, and asked for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.clock import Clock

AWAY_DAYS = 21
"""After so many days without an entry, someone is greeted and asked for nothing."""


def welcomes_back(last_written: datetime | None, clock: Clock) -> bool:
    """Whether someone was away for so long that they are only greeted.

    Args:
        last_written: The moment of the latest entry (aware); none: there is none yet.
        clock: The present moment and the person's own calendar.
    """
    if last_written is None:
        return False
    away = clock.local(clock.now()).date() - clock.local(last_written).date()
    return away.days >= AWAY_DAYS
