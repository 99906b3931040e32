"""A path with every kind of step, and answers for each of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any

from support.builders import a_path
from support.shelves import (
    ARRIVING,
    FULL_ONLY,
    GATE,
    text,
)

from companion.domain.answer import MapPoint, Value
from companion.domain.conditions import Condition
from companion.domain.conditions import Test as Rule
from companion.domain.path import Effect, Option, Place, Step, StepKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.walk import Walk

LOW = Condition((Rule("arrive", at_most=4),))
EVERYTHING = a_path(
    ARRIVING,
    GATE,
    Step("low", StepKind.NOTE, "That is a lot.", asked_if=LOW),
    text("scene", "What happened?"),
    text("deep", "What lies below?", forms=FULL_ONLY, asked_if=replace(LOW, negated=True)),
    Step("map", StepKind.MAP, "Where are you?"),
    Step("words", StepKind.WORDS, "Which word?", place=Place.PARKED),
    Step(
        "racing",
        StepKind.CHOICE,
        "What helps?",
        asked_if=Condition((Rule("map", energy_at_least=9), Rule("gate", chosen="go-on"))),
        options=(
            Option("walk", "A walk"),
            Option("tea", "Tea"),
            Option("end", "", "", Effect.STOP),
        ),
        several=True,
    ),
    text("drawer", "What was not said?", place=Place.UNSAID, section=None),
    path_id="everything",
)


def new_ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"answer-{next(numbers)}"


def at(walk: Walk, step_id: str) -> Walk:
    return replace(walk, at=step_id)


def value_for(step: Step, number: int) -> Value | None:
    """Some answer to a step; none where it asks nothing."""
    match step.kind:
        case StepKind.TEXT:
            return f"words {number}"
        case StepKind.RATING:
            return number % 11
        case StepKind.MAP:
            return MapPoint(number % 11, number // 10)
        case StepKind.WORDS:
            return (f"word {number}", "numb")
        case StepKind.CHOICE:
            return (step.options[number % len(step.options)].id,)
    return None


def done(walk: Walk, doing: tuple[str, Any], new_id: Callable[[], str]) -> Walk:
    match doing:
        case "answer", number:
            return walk.answered(value_for(walk.step, number), new_id)
        case "nothing", _:
            return walk.answered(None, new_id)
        case "forward", _:
            return walk.forward()
        case "back", _:
            return walk.back()
        case "place", place:
            return walk.placed(place)
    return walk.let_go()
