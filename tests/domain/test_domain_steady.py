"""Steady first: outside before the body, and a breath that ends longer than it begins."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.steady import (
    BREATH_IN,
    BREATH_OUT,
    BREATHS,
    STEPS,
    Breath,
    Steadying,
    breath_at,
    step_after,
)

WHOLE = BREATH_IN + BREATH_OUT


def test_what_is_outside_comes_first_and_the_breath_not_before_something_to_touch() -> None:
    assert STEPS == ("far", "around", "touch", "breath", "here")


def test_the_way_out_is_the_longer_one() -> None:
    assert BREATH_OUT > BREATH_IN


def test_all_of_it_is_about_a_minute() -> None:
    assert timedelta(seconds=50) <= BREATHS * WHOLE <= timedelta(seconds=70)


@pytest.mark.parametrize(
    ("elapsed", "breath"),
    [
        (timedelta(), Breath(inward=True, fullness=0)),
        (BREATH_IN / 2, Breath(inward=True, fullness=0.5)),
        (BREATH_IN, Breath(inward=False, fullness=1)),
        (BREATH_IN + BREATH_OUT / 2, Breath(inward=False, fullness=0.5)),
        (WHOLE, Breath(inward=True, fullness=0)),
        (timedelta(seconds=-5), Breath(inward=True, fullness=0)),
        (BREATHS * WHOLE, None),
        (BREATHS * WHOLE + timedelta(days=1), None),
    ],
)
def test_where_the_breath_is(elapsed: timedelta, breath: Breath | None) -> None:
    assert breath_at(elapsed) == breath


@given(st.floats(0, 59.8), st.floats(0.001, 0.1))
def test_it_never_jumps(seconds: float, later: float) -> None:
    one, two = (breath_at(timedelta(seconds=at)) for at in (seconds, seconds + later))
    assert one is not None
    assert two is not None
    assert 0 <= one.fullness <= 1
    assert abs(one.fullness - two.fullness) <= later / BREATH_IN.total_seconds() + 0.001


def test_every_step_leads_on_and_back_and_the_last_one_out() -> None:
    assert [step_after(one, +1) for one in STEPS] == [*STEPS[1:], None]
    assert [step_after(one, -1) for one in STEPS] == [STEPS[0], *STEPS[:-1]]
    assert step_after(Steadying.FAR, -3) is Steadying.FAR
