"""When a stop, a shorter way or a parking place is offered; each rule answers a harm."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_path, a_reflection, an_answer, parked
from support.time import NOW, FixedClock

from companion.domain.pacing import (
    DEEP_A_DAY,
    READ_AGAIN,
    SOFT_STOP,
    TOPIC_TIMES,
    TOPIC_WITHIN,
    Next,
    Written,
    comes_back,
    enough_for_today,
    long_enough,
    parkable,
    read_enough,
    what_next,
)
from companion.domain.page import Section
from companion.domain.path import DEEP_MINUTES, Form, Place, StepKind

if TYPE_CHECKING:
    from companion.domain.answer import Reflection

DEEP = ("trust", "feelings")
TOPICS = ("trust", "hope", "feelings")
SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)


def written(
    *ago: timedelta, path: str = "trust", form: Form = Form.FULL, now: datetime = NOW
) -> list[Written]:
    """Reflections that were finished so long ago."""
    return [Written(path, form, now - one) for one in ago]


# Two deep reflections in a day


@pytest.mark.parametrize(
    ("finished", "enough"),
    [
        ([], False),
        (written(HOUR), False),
        (written(HOUR, 2 * HOUR), True),
        (written(HOUR, 2 * HOUR, 3 * HOUR), True),
        (written(HOUR) + written(2 * HOUR, path="feelings"), True),
        (written(HOUR) + written(2 * HOUR, path="hope"), False),
        (written(HOUR) + written(2 * HOUR, form=Form.SHORT), False),
        (written(HOUR) + written(2 * HOUR, form=Form.ONE), False),
        (written(HOUR, DAY, 2 * DAY), False),
    ],
)
def test_after_two_whole_deep_reflections_in_a_day_it_may_be_enough(
    finished: list[Written], *, enough: bool
) -> None:
    assert DEEP_A_DAY == 2
    assert enough_for_today(finished, DEEP, FixedClock(NOW)) is enough


@pytest.mark.parametrize(
    ("zone", "first", "second", "now", "enough"),
    [
        ("UTC", "2026-03-02 00:00", "2026-03-02 23:58", "2026-03-02 23:59", True),
        ("UTC", "2026-03-01 23:59", "2026-03-02 00:00", "2026-03-02 00:01", False),
        ("UTC", "2026-03-02 10:00", "2026-03-02 11:00", "2026-03-03 00:00", False),
        # the same day here, two days on the clock of the world; and the other way round
        ("Pacific/Auckland", "2026-03-02 12:30", "2026-03-02 13:30", "2026-03-02 14:00", True),
        ("Pacific/Auckland", "2026-03-01 23:30", "2026-03-02 00:30", "2026-03-02 01:00", False),
        ("America/Los_Angeles", "2026-03-02 15:30", "2026-03-02 16:30", "2026-03-02 17:00", True),
        # a day of 23 hours, one of 25, and one that has no midnight
        ("Europe/Berlin", "2026-03-29 00:10", "2026-03-29 23:50", "2026-03-29 23:59", True),
        ("Europe/Berlin", "2026-10-25 00:10", "2026-10-25 23:50", "2026-10-25 23:59", True),
        ("Europe/Berlin", "2026-10-24 23:50", "2026-10-25 23:50", "2026-10-25 23:59", False),
        ("America/Santiago", "2026-09-05 23:50", "2026-09-06 01:00", "2026-09-06 01:10", False),
    ],
)
def test_a_day_is_one_on_the_persons_own_calendar(
    zone: str, first: str, second: str, now: str, *, enough: bool
) -> None:
    clock = FixedClock(zone=zone)
    clock.show(clock.read(now))
    finished = [Written("trust", Form.FULL, clock.read(at)) for at in (first, second)]
    assert enough_for_today(finished, DEEP, clock) is enough


@given(
    st.lists(
        st.builds(
            Written,
            st.sampled_from([*TOPICS, "echo"]),
            st.sampled_from(Form),
            st.integers(-50, 50).map(lambda hours: NOW + timedelta(hours=hours)),
        ),
        max_size=8,
    ),
    st.data(),
)
def test_the_order_in_which_they_were_finished_makes_no_difference(
    finished: list[Written], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(finished))
    clock = FixedClock(NOW, "Europe/Berlin")
    assert enough_for_today(shuffled, DEEP, clock) == enough_for_today(finished, DEEP, clock)
    assert comes_back(shuffled, "trust", clock) == comes_back(finished, "trust", clock)


@pytest.mark.parametrize(
    ("minutes", "offered", "deep"),
    [
        (DEEP_MINUTES - 1, True, False),
        (DEEP_MINUTES, True, True),
        (10, True, True),
        (10, False, False),
    ],
)
def test_a_path_is_deep_by_how_long_it_takes_and_a_form_never_is(
    minutes: int, *, offered: bool, deep: bool
) -> None:
    assert a_path(minutes=minutes, offered=offered).is_deep is deep


# Coming back to one thing


@pytest.mark.parametrize(
    ("finished", "back"),
    [
        (written(SECOND, DAY), False),
        (written(SECOND, DAY, 2 * DAY), True),
        (written(SECOND, DAY, 2 * DAY, 3 * DAY), True),
        (written(SECOND, DAY, TOPIC_WITHIN), False),
        (written(SECOND, DAY, TOPIC_WITHIN - SECOND), True),
        (written(SECOND, DAY) + written(HOUR, path="hope"), False),
        (written(SECOND, DAY) + written(HOUR, form=Form.ONE), True),
    ],
)
def test_three_walks_on_a_topic_within_a_week_are_coming_back_to_it(
    finished: list[Written], *, back: bool
) -> None:
    assert (TOPIC_TIMES, TOPIC_WITHIN) == (3, 7 * DAY)
    assert comes_back(finished, "trust", FixedClock(NOW)) is back


# Ten minutes, and reading again


@pytest.mark.parametrize(
    ("spent", "enough"),
    [
        (timedelta(0), False),
        (SOFT_STOP - SECOND, False),
        (SOFT_STOP, True),
        (3 * HOUR, True),
        (-HOUR, False),
    ],
)
def test_ten_minutes_are_long_enough_to_offer_a_stop(spent: timedelta, *, enough: bool) -> None:
    assert timedelta(minutes=10) == SOFT_STOP
    assert long_enough(NOW, NOW + spent) is enough


@pytest.mark.parametrize(
    ("opened", "enough"),
    [
        ([], False),
        (["08:00", "09:00", "10:00"], False),
        (["08:00", "09:00", "10:00", "10:00"], True),
        (["08:00", "09:00", "10:00", "11:00", "11:30"], True),
    ],
)
def test_an_entry_opened_a_fourth_time_in_a_day_offers_to_close(
    opened: list[str], *, enough: bool
) -> None:
    assert READ_AGAIN == 3
    clock = FixedClock(zone="Europe/Berlin")
    clock.show(clock.read("2026-03-02 12:00"))
    moments = [clock.read(f"2026-03-02 {at}") for at in opened]
    assert read_enough(moments, clock) is enough


def test_what_was_opened_yesterday_does_not_count_by_the_persons_own_midnight() -> None:
    clock = FixedClock(zone="Pacific/Auckland")
    clock.show(clock.read("2026-03-02 00:10"))
    late = [clock.read(f"2026-03-01 23:5{minute}") for minute in range(3)]
    assert not read_enough([*late, clock.now()], clock)
    assert read_enough([clock.now()] * 4, clock)


# What comes next


def finished(path: str, *steps: str) -> Reflection:
    answers = [an_answer(f"{path}.{step}", "some words", step_id=step) for step in steps]
    return a_reflection("finished", *answers, path_id=path, when=NOW)


THRICE = [one for path in TOPICS for one in written(SECOND, DAY, 2 * DAY, path=path)]


@pytest.mark.parametrize(
    ("path", "steps", "lately", "expected"),
    [
        ("trust", ("scene",), [], Next.NOTHING),
        ("trust", ("scene",), THRICE, Next.PARK),
        ("hope", ("road",), written(SECOND, DAY, 2 * DAY), Next.NOTHING),
        ("bump", ("scene",), written(SECOND, DAY, 2 * DAY, path="bump"), Next.NOTHING),
        ("echo", ("stayed",), [], Next.NOTHING),
        ("echo", ("stayed", "landed"), [], Next.BUMP),
        ("echo", ("stayed", "agreed"), [], Next.TASK),
        ("echo", ("landed", "agreed"), [], Next.BUMP),
        ("echo", ("stayed",), written(SECOND, DAY, 2 * DAY, path="echo"), Next.NOTHING),
        ("recall", ("landed", "agreed"), [], Next.NOTHING),
        ("trust", ("landed", "agreed"), [], Next.NOTHING),
        ("trust", ("landed", "agreed"), THRICE, Next.PARK),
        ("getting-ready", ("ask",), [], Next.PAGE),
        ("task", ("what",), [], Next.NOTHING),
        ("record", ("happened",), [], Next.NOTHING),
    ],
)
def test_one_thing_at_most_comes_next(
    path: str, steps: tuple[str, ...], lately: list[Written], expected: Next
) -> None:
    assert what_next(finished(path, *steps), lately, TOPICS, FixedClock(NOW)) is expected


def test_where_nothing_could_be_parked_parking_is_not_offered() -> None:
    rated = an_answer("r", 3, kind=StepKind.RATING, section=None)
    only_rated = a_reflection("one", rated, path_id="trust")
    assert what_next(only_rated, THRICE, TOPICS, FixedClock(NOW)) is Next.NOTHING


# What can wait for the session


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("section", [None, *Section])
@pytest.mark.parametrize("kind", StepKind)
def test_free_words_that_stay_here_can_be_parked_and_nothing_else(
    kind: StepKind, section: Section | None, place: Place
) -> None:
    answer = an_answer("a", "words", kind=kind, section=section, place=place)
    may = kind is StepKind.TEXT and place is Place.HERE and section not in {None, Section.ABOUT_US}
    assert parkable(a_reflection("one", answer)) == (("a",) if may else ())


def test_what_can_be_parked_comes_in_the_order_it_was_said() -> None:
    answers = (
        an_answer("third", "c"),
        an_answer("drawer", "x", place=Place.UNSAID),
        parked("parked", "y"),
        an_answer("never", "z", section=None),
        an_answer("us", "u", section=Section.ABOUT_US),
        an_answer("first", "a", section=Section.QUESTIONS),
    )
    assert parkable(a_reflection("one", *answers)) == ("third", "first")


def test_the_moments_are_compared_wherever_their_clocks_stand() -> None:
    berlin = FixedClock(NOW, "Europe/Berlin")
    there = [Written("trust", Form.FULL, berlin.local(NOW - HOUR * i)) for i in range(3)]
    assert all(one.finished_at.tzinfo is not UTC for one in there)
    assert comes_back(there, "trust", FixedClock(NOW))
    assert enough_for_today(there, DEEP, FixedClock(NOW))
