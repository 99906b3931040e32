"""A moment in as many words as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from companion.services.short_days import short_day, short_moment

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.clock import Clock
    from companion.services.ports.content import Words


def moment_within(words: Words, clock: Clock, moment: datetime, room: int) -> str:
    """A moment in as many words as there is room for; the day in few words at least.

    Args:
        words: The interface's language.
        clock: The present day and the person's zone.
        moment: Any moment (aware).
        room: How many cells there are.
    """
    wall = clock.local(moment)
    shorter = [
        words.say("entry.moment", day=words.day(wall.date()), time=words.time(wall)),
        short_moment(words, clock, moment),
    ]
    fitting = [one for one in shorter if cell_len(one) <= room]
    return fitting[0] if fitting else short_day(words, clock, moment)
