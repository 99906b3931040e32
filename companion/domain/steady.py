"""Steady first: two minutes with open eyes, from the outside in; and a shape to breathe with.

Outside comes before the body, which is unsettling ground for some; the breath is offered
and never asked for. Nothing of it is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Steadying(StrEnum):
    """One thing to do, in the order in which they come."""

    FAR = "far"
    """Look at the farthest thing there is to see."""
    AROUND = "around"
    """Find a few things around, and a few sounds."""
    TOUCH = "touch"
    """Touch something cold or rough."""
    BREATH = "breath"
    """A long breath out, if one likes."""
    HERE = "here"
    """Say name, place and day."""


STEPS = tuple(Steadying)
"""All of them, in order."""

BREATH_IN = timedelta(seconds=4)
"""How long the shape grows."""
BREATH_OUT = timedelta(seconds=6)
"""How long it shrinks; the way out is the longer one."""
BREATHS = 6
"""After so many breaths, about a minute, it rests."""


@dataclass(frozen=True, slots=True)
class Breath:
    """Where a breath is."""

    inward: bool
    """Whether it goes in."""
    fullness: float
    """From 0, all of it out, to 1, all of it in."""


def breath_at(elapsed: timedelta) -> Breath | None:
    """Where the breath is, so long after the beginning; none: it rests.

    Args:
        elapsed: Since it began; before it, the same as at it.
    """
    whole = BREATH_IN + BREATH_OUT
    since = max(elapsed, timedelta())
    if since >= BREATHS * whole:
        return None
    within = since % whole
    if within < BREATH_IN:
        return Breath(inward=True, fullness=within / BREATH_IN)
    return Breath(inward=False, fullness=1 - (within - BREATH_IN) / BREATH_OUT)


def step_after(step: Steadying, by: int) -> Steadying | None:
    """The step so many places on, or back; none: beyond the end. At the beginning it stays."""
    index = max(STEPS.index(step) + by, 0)
    return STEPS[index] if index < len(STEPS) else None
