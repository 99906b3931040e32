"""Whether a step is asked depends on what was said before it, and on nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.answer import MapPoint, Value
from companion.domain.conditions import Condition
from companion.domain.conditions import Test as Rule

RATED = Rule("a", at_least=3, at_most=5)
FALLEN = Rule("leave", lower_than="arrive", by=3)


@pytest.mark.parametrize(
    ("rule", "answers", "holds"),
    [
        (Rule("a", at_most=2), {"a": 2}, True),
        (Rule("a", at_most=2), {"a": 3}, False),
        (Rule("a", at_most=0), {"a": 0}, True),
        (Rule("a", at_least=9), {"a": 9}, True),
        (Rule("a", at_least=9), {"a": 8}, False),
        (RATED, {"a": 2}, False),
        (RATED, {"a": 3}, True),
        (RATED, {"a": 5}, True),
        (RATED, {"a": 6}, False),
        (Rule("a"), {"a": 5}, False),
        (Rule("a", energy_at_least=9), {"a": MapPoint(1, 9)}, True),
        (Rule("a", energy_at_least=9), {"a": MapPoint(9, 8)}, False),
        (Rule("a", at_least=0), {"a": MapPoint(1, 9)}, False),
        (Rule("a", energy_at_least=0), {"a": 9}, False),
        (Rule("a", chosen="yes"), {"a": ("no", "yes")}, True),
        (Rule("a", chosen="yes"), {"a": ("no",)}, False),
        (Rule("a", at_least=0), {"a": ("yes",)}, False),
        (Rule("a", chosen="yes"), {"a": "yes"}, False),
        (FALLEN, {"leave": 4, "arrive": 7}, True),
        (FALLEN, {"leave": 5, "arrive": 7}, False),
        (FALLEN, {"leave": 7, "arrive": 4}, False),
        (FALLEN, {"leave": 0}, False),
        (FALLEN, {"arrive": 9}, False),
        (FALLEN, {"leave": 0, "arrive": "nine"}, False),
        (Rule("leave", at_most=2, lower_than="arrive"), {"leave": 3, "arrive": 9}, False),
    ],
)
def test_a_test_compares_with_one_answer(
    rule: Rule, answers: dict[str, Value], *, holds: bool
) -> None:
    assert rule.holds(answers) is holds


@pytest.mark.parametrize("rule", [RATED, FALLEN, Rule("a", chosen="x"), Rule("a")])
def test_a_step_that_was_skipped_passes_no_test(rule: Rule) -> None:
    assert rule.holds({}) is False


@given(
    ratings=st.lists(st.integers(0, 10), min_size=1, max_size=4),
    every=st.booleans(),
    negated=st.booleans(),
)
def test_a_condition_asks_for_any_or_all_or_none(
    *, ratings: list[int], every: bool, negated: bool
) -> None:
    answers: dict[str, Value] = {str(place): rating for place, rating in enumerate(ratings)}
    tests = tuple(Rule(step, at_least=5) for step in answers)
    enough = all if every else any
    condition = Condition(tests, every=every, negated=negated)
    assert condition.holds(answers) is (enough(rating >= 5 for rating in ratings) is not negated)


def test_the_steps_that_a_condition_looks_at_are_known() -> None:
    assert Condition((FALLEN, RATED)).steps == {"leave", "arrive", "a"}
    assert RATED.steps == {"a"}
