"""What the two agreed on: a next version of it, and what of one may leave the notebook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from companion.domain.path import Place, StepKind
from companion.domain.walk import resume

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from companion.domain.answer import Answer, Reflection
    from companion.domain.path import ReflectionPath
    from companion.domain.walk import Walk


@dataclass(frozen=True, slots=True)
class Point:
    """One question of the agreement, and what was said."""

    question: str
    """The question as it was asked."""
    answer: str
    """The person's words; empty: room to write by hand."""


@dataclass(frozen=True, slots=True)
class AgreementSheet:
    """Everything that is printed of an agreement."""

    points: tuple[Point, ...]
    """The questions that were answered, in their order; or all, to be answered by hand."""
    names: bool = False
    """Whether there is room for both names, to be written by hand."""


def sheet_of(version: Reflection, *, names: bool = False) -> AgreementSheet:
    """What may leave of a version of the agreement.

    A question without an answer is left out, and so is what is in the Unsaid drawer: a
    gap on a sheet would be asked about.

    Args:
        version: A walk on the form of the agreement.
        names: Whether there is room for both names.
    """
    points = (Point(one.prompt, one.shown) for one in open_answers(version) if one.has_words)
    return AgreementSheet(tuple(point for point in points if point.answer.strip()), names)


def empty_sheet(form: ReflectionPath, *, names: bool = False) -> AgreementSheet:
    """A sheet with every question and room to write by hand.

    Args:
        form: The form of the agreement.
        names: Whether there is room for both names.
    """
    points = tuple(Point(step.prompt, "") for step in form.steps if step.kind is StepKind.TEXT)
    return AgreementSheet(points, names)


def open_answers(version: Reflection) -> tuple[Answer, ...]:
    """The answers that are not in the Unsaid drawer, in their order."""
    return tuple(one for one in version.answers if one.place is not Place.UNSAID)


def next_version(
    before: Reflection, path: ReflectionPath, at: datetime, new_id: Callable[[], str]
) -> Walk:
    """A new walk that begins with what was said in an earlier one.

    Args:
        before: The version before.
        path: The path as it is now.
        at: When it begins (aware, UTC).
        new_id: Gives ids.
    """
    walk = resume(before, path)
    said = {step_id: replace(one, id=new_id()) for step_id, one in walk.said.items()}
    fresh = replace(walk, id=new_id(), started_at=at, happened_at=at, at="", earlier=(), tags=())
    return replace(fresh, said=MappingProxyType(said))
