"""Answers to a step: checked and cleaned before they are kept, and put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.answer import HIGHEST, LOWEST, MapPoint, Value
from companion.domain.path import StepKind
from companion.domain.text import clean, one_line

if TYPE_CHECKING:
    from companion.domain.path import Joined, Step

HALVES = 2
"""How many halves a plan has: when, and then."""


def checked(step: Step, value: Value | None) -> Value | None:
    """What was said, as it is kept: clean, in order, each word once.

    Args:
        step: The step it was said at.
        value: What was said, or none.

    Returns:
        What is kept; none: nothing was said.

    Raises:
        ValueError: If a rating is not from 0 to 10, or the value is not of the step's kind.
    """
    if value is None:
        return None
    match step.kind:
        case StepKind.TEXT if isinstance(value, str):
            words = clean(value).strip("\n")
            return words if words.strip() else None
        case StepKind.RATING if isinstance(value, int) and LOWEST <= value <= HIGHEST:
            return value
        case StepKind.MAP if isinstance(value, MapPoint):
            return value
    if isinstance(value, tuple):
        return _checked_texts(step, value)
    raise _no_answer(step)


def shown(step: Step, value: Value) -> str:
    """What was said, as words.

    Args:
        step: The step it was said at.
        value: What was said.
    """
    if step.joined is not None and isinstance(value, tuple):
        return _joined(step.joined, *value)
    if isinstance(value, tuple):
        labels = {option.id: option.label for option in step.options}
        return ", ".join(labels.get(chosen, chosen) for chosen in value if chosen)
    if isinstance(value, MapPoint):
        return f"{value.pleasant}, {value.energy}"
    return str(value)


def _joined(joined: Joined, when: str, then: str) -> str:
    halves = ((joined.when, when), (joined.then, then))
    return ", ".join(f"{before} {half}" for before, half in halves if half)


def _checked_texts(step: Step, value: tuple[str, ...]) -> Value | None:
    match step.kind:
        case StepKind.WORDS:
            return tuple(dict.fromkeys(filter(None, (clean(w).strip() for w in value)))) or None
        case StepKind.WHEN_THEN if len(value) == HALVES:
            halves = tuple(one_line(clean(half)) for half in value)
            return halves if any(halves) else None
        case StepKind.CHOICE:
            ids = [option.id for option in step.options]
            if set(value) <= set(ids) and (step.several or len(value) <= 1):
                return tuple(option for option in ids if option in value) or None
    raise _no_answer(step)


def _no_answer(step: Step) -> ValueError:
    return ValueError(f"no answer to a {step.kind} step")
