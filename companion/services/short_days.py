"""Days in few words, with the year where it is another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.clock import Clock
    from companion.services.ports.content import Words


def short_day(words: Words, clock: Clock, moment: datetime) -> str:
    """A moment's day on the person's calendar: "Thu 26 Nov", with the year if it is not this one.

    Args:
        words: The interface's language.
        clock: The present day and the person's zone.
        moment: Any moment (aware).
    """
    wall = clock.local(moment)
    day = words.short_day(wall.date())
    if wall.year == clock.local(clock.now()).year:
        return day
    return words.say("journal.day_of_year", day=day, year=wall.year)


def short_moment(words: Words, clock: Clock, moment: datetime) -> str:
    """A moment's day and time: "Thu 26 Nov, 17:30".

    Args:
        words: The interface's language.
        clock: The present day and the person's zone.
        moment: Any moment (aware).
    """
    time = words.time(clock.local(moment))
    return words.say("entry.moment", day=short_day(words, clock, moment), time=time)
