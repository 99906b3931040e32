"""Days in few words: the year is said where it is another one."""

from __future__ import annotations

from datetime import timedelta

from support.time import NOW, FixedClock

from companion.catalog.language import Language
from companion.services.short_days import short_day, short_moment

WORDS, CLOCK = Language("en"), FixedClock()


def test_a_day_of_this_year_has_no_year() -> None:
    assert short_day(WORDS, CLOCK, NOW) == WORDS.short_day(CLOCK.local(NOW).date())


def test_a_day_of_another_year_has_its_year() -> None:
    before = NOW - timedelta(days=400)
    assert short_day(WORDS, CLOCK, before).endswith(str(CLOCK.local(before).year))
    assert f"{CLOCK.local(before).year}, " in short_moment(WORDS, CLOCK, before)
