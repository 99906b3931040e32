"""How it moved: dots of the right scale in the right time, and nothing made of them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_session
from support.time import NOW

from companion.domain.answer import MapPoint
from companion.domain.journey import SessionState
from companion.domain.movement import (
    ENOUGH,
    FEW_SESSIONS,
    MEASURES,
    TOPICS,
    Axis,
    Chosen,
    Dot,
    Measure,
    Series,
    Stretch,
    held_in,
    since_of,
    topics,
)

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.journey import Session

RATING = Measure("openness", "trust", "openness")
NUMBERS = st.integers(0, 10)
HOURS = st.integers(-5000, 5000)
MOMENTS = HOURS.map(lambda hours: NOW + timedelta(hours=hours))
CHOSEN = st.builds(
    Chosen,
    st.sampled_from([*TOPICS, "echo"]),
    st.sampled_from(["openness", "met", "ways", "fuel", "map", "room"]),
    MOMENTS,
    NUMBERS | st.builds(MapPoint, NUMBERS, NUMBERS),
)
SESSIONS = st.lists(
    st.builds(a_session, st.integers(1, 99), MOMENTS, st.sampled_from(SessionState)), max_size=12
)


def back(days: float) -> Chosen:
    return Chosen("trust", "openness", NOW - timedelta(days=days), 5)


def held(*days: float) -> list[Session]:
    return [
        a_session(number, NOW - timedelta(days=one), SessionState.HELD)
        for number, one in enumerate(days, 1)
    ]


def test_trust_hope_and_feelings_have_two_scales_each() -> None:
    assert [one.id for one in MEASURES] == ["openness", "met", "ways", "fuel", "pleasant", "energy"]
    assert TOPICS == ("trust", "hope", "feelings")


def test_a_point_on_the_map_is_two_dots() -> None:
    point = Chosen("feelings", "map", NOW, MapPoint(pleasant=2, energy=9))
    (pleasant, energy) = topics([point], [])[2].series
    assert (pleasant.dots, energy.dots) == ((Dot(NOW, 2),), (Dot(NOW, 9),))


@pytest.mark.parametrize("value", [-1, 11, "7", ("7",), MapPoint(1, 1)])
def test_what_is_no_rating_is_no_dot(value: object) -> None:
    assert RATING.read(value) is None  # type: ignore[arg-type]  # on purpose


@pytest.mark.parametrize("axis", Axis)
def test_a_number_is_no_dot_on_a_scale_of_the_map(axis: Axis) -> None:
    assert Measure("x", "feelings", "map", axis).read(7) is None


@given(NUMBERS)
def test_every_number_from_nought_to_ten_is_itself(number: int) -> None:
    assert RATING.read(number) == number


@pytest.mark.parametrize("number", range(ENOUGH + 3))
def test_a_line_needs_six_dots(number: int) -> None:
    dots = tuple(Dot(NOW + timedelta(days=day), 5) for day in range(number))
    assert Series(RATING, dots).is_enough is (number >= 6)


@given(st.lists(CHOSEN, max_size=30), SESSIONS, st.none() | MOMENTS)
def test_every_dot_stands_in_the_time_shown_on_its_scale_in_order(
    chosen: list[Chosen], sessions: list[Session], since: datetime | None
) -> None:
    for topic in topics(chosen, held_in(sessions, NOW), since):
        dots = [dot for one in topic.series for dot in one.dots]
        assert topic.is_empty == (not dots)
        for series in topic.series:
            measure = series.measure
            given_ = [
                (one.at, measure.read(one.value))
                for one in chosen
                if (one.path_id, one.step_id) == (measure.path_id, measure.step_id)
                and (since is None or one.at >= since)
            ]
            expected = sorted((at, value) for at, value in given_ if value is not None)
            assert sorted((dot.at, dot.value) for dot in series.dots) == expected
            assert [dot.at for dot in series.dots] == sorted(dot.at for dot in series.dots)
        if dots:
            assert topic.begins == (since or min(dot.at for dot in dots))
            assert topic.ends == max(dot.at for dot in dots)
            assert all(topic.begins <= one.at <= topic.ends for one in topic.sessions)


@given(SESSIONS, MOMENTS)
def test_only_sessions_that_were_held_by_then_are_marked_by_time(
    sessions: list[Session], until: datetime
) -> None:
    found = held_in(sessions, until)
    assert [one.at for one in found] == sorted(one.at for one in found)
    assert {id(one) for one in found} == {
        id(one) for one in sessions if one.state is SessionState.HELD and one.at <= until
    }


@given(SESSIONS)
def test_a_longer_stretch_never_begins_later(sessions: list[Session]) -> None:
    moments = [since_of(stretch, sessions, NOW) for stretch in Stretch]
    begins = [one.timestamp() if one else float("-inf") for one in moments]
    assert begins == sorted(begins, reverse=True)
    assert moments[-1] is None


def test_since_the_last_session_begins_with_it() -> None:
    sessions = [*held(20, 10), a_session(3, NOW - timedelta(days=2), SessionState.MISSED)]
    assert since_of(Stretch.LAST, sessions, NOW) == NOW - timedelta(days=10)


def test_the_last_five_sessions_begin_with_the_fifth_one_back() -> None:
    assert since_of(Stretch.FIVE, held(1, 2, 3, 4, 5, 6), NOW) == NOW - timedelta(days=5)


def test_where_fewer_sessions_were_held_nothing_is_left_out() -> None:
    assert since_of(Stretch.FIVE, held(*range(1, FEW_SESSIONS)), NOW) is None
    assert since_of(Stretch.LAST, [], NOW) is None


def test_a_session_that_is_still_ahead_begins_nothing() -> None:
    assert since_of(Stretch.LAST, held(-1), NOW) is None


def test_no_empty_days_are_drawn_after_the_last_dot() -> None:
    (trust, *_) = topics([back(40), back(30)], held(50, 35, 10))
    assert (trust.begins, trust.ends) == (NOW - timedelta(days=40), NOW - timedelta(days=30))
    assert [one.number for one in trust.sessions] == [2]


def test_the_session_that_a_stretch_begins_with_is_marked() -> None:
    (trust, *_) = topics([back(3)], held(7), since=NOW - timedelta(days=7))
    assert trust.begins == NOW - timedelta(days=7)
    assert [one.number for one in trust.sessions] == [1]
