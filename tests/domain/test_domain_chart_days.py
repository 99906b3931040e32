"""A drawing tells on which day something was chosen, and never at which hour."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from companion.domain.movement import MEASURES, Dot, Series
from companion.domain.second_sheet import WHOLE, chart_of

FIRST = datetime(2026, 3, 2, tzinfo=UTC)
MOMENTS = st.lists(
    st.integers(0, 30 * 24 * 60).map(lambda minutes: FIRST + timedelta(minutes=minutes)),
    min_size=1,
    max_size=12,
).map(sorted)


def day(moment: datetime) -> date:
    return moment.date()


def series(moments: list[datetime]) -> Series:
    return Series(MEASURES[0], tuple(Dot(at, number % 11) for number, at in enumerate(moments)))


@given(MOMENTS, st.lists(st.integers(0, 23 * 60), min_size=12, max_size=12).map(sorted))
def test_the_same_days_at_other_hours_are_the_same_drawing(
    moments: list[datetime], hours: list[int]
) -> None:
    elsewhen = [
        datetime.combine(at, datetime.min.time(), UTC) + timedelta(minutes=minutes)
        for at, minutes in zip(moments, hours, strict=False)
    ]
    sessions = [FIRST + timedelta(days=7, hours=17), FIRST + timedelta(days=14, hours=9)]
    same = [FIRST + timedelta(days=7, hours=3), FIRST + timedelta(days=14, hours=23)]
    found = chart_of(series(moments), sessions, day)
    assert found == chart_of(series(elsewhen), same, day)


@given(MOMENTS)
def test_dots_lie_in_their_order_within_the_drawing(moments: list[datetime]) -> None:
    chart = chart_of(series(moments), moments, day)
    assert chart is not None
    places = [place for place, _ in chart.dots]
    assert places == sorted(places)
    assert all(0 <= place <= WHOLE for place in [*places, *chart.sessions])
    assert [value for _, value in chart.dots] == [dot.value for dot in series(moments).dots]


def test_days_are_as_far_apart_as_they_were() -> None:
    chart = chart_of(series([FIRST + timedelta(days=n) for n in (0, 2, 10)]), [], day)
    assert chart is not None
    assert [place for place, _ in chart.dots] == [0, 200, 1000]


def test_several_dots_of_one_day_lie_beside_each_other() -> None:
    moments = [FIRST + timedelta(hours=hour) for hour in (1, 2, 3)]
    chart = chart_of(series([*moments, FIRST + timedelta(days=9, hours=1)]), [], day)
    assert chart is not None
    places = [place for place, _ in chart.dots]
    assert len(set(places)) == 4
    assert places[:3] == [0, 27, 54]


def test_one_dot_lies_in_the_middle() -> None:
    chart = chart_of(series([FIRST]), [FIRST + timedelta(hours=5)], day)
    assert chart is not None
    assert chart.dots == ((500, 0),)
    assert chart.sessions == (500,)


def test_without_dots_there_is_no_drawing() -> None:
    assert chart_of(series([]), [FIRST], day) is None


def test_only_sessions_from_the_first_day_to_the_last_are_marked() -> None:
    moments = [FIRST + timedelta(days=n, hours=12) for n in (5, 15)]
    sessions = [FIRST + timedelta(days=n, hours=8) for n in (4, 5, 10, 15, 16)]
    chart = chart_of(series(moments), sessions, day)
    assert chart is not None
    assert chart.sessions == (0, 500, 1000)


def test_a_day_is_one_of_the_persons_own_calendar() -> None:
    late = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)  # the third in Berlin
    moments = [late, late + timedelta(hours=1), late + timedelta(days=10)]
    zone = ZoneInfo("Europe/Berlin")
    chart = chart_of(series(moments), [], lambda at: at.astimezone(zone).date())
    assert chart is not None
    assert [place for place, _ in chart.dots] == [0, 33, 1000]
