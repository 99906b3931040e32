"""Days as they are heard: whole words, and the year only where it is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from companion.plain.face import Face


def heard_day(face: Face, moment: datetime) -> str:
    """The day of a moment: "Thursday 26 November", and its year where it is not this one.

    A weekday or a month that is cut short is read out as something else.

    Args:
        face: Knows the language, the zone and what year it is.
        moment: The moment (aware).
    """
    clock, words = face.house.clock, face.house.words
    day = clock.local(moment).date()
    is_near = day.year == clock.local(clock.now()).year
    return words.day_of_this_year(day) if is_near else words.day(day)
