"""How it moved: what someone chose on the scales of trust, hope and feelings, as dots in time.

A dot is what was chosen on one day and nothing more. Dots are never added up, averaged,
compared or given a direction in words; a line joins them only where there are enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from companion.domain.answer import HIGHEST, LOWEST, MapPoint
from companion.domain.journey import SessionState
from companion.domain.path_ids import FEELINGS, HOPE, TRUST

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from companion.domain.answer import Value
    from companion.domain.journey import Session

ENOUGH = 6
"""From so many dots on a line may join them; fewer are not enough to tell."""
FEW_SESSIONS = 5
"""How many sessions back the middle one of the stretches reaches."""


class Stretch(StrEnum):
    """How far back one looks, in sessions; not the `way_gathered.Stretch` of a map."""

    LAST = "last"
    """Since the last session that was held."""
    FIVE = "five"
    """Since the fifth session back."""
    ALL = "all"
    """From the beginning."""


class Axis(StrEnum):
    """Which part of a point on the map is meant."""

    PLEASANT = "pleasant"
    """From very unpleasant (0) to very pleasant (10)."""
    ENERGY = "energy"
    """From shut down (0) to racing (10)."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One scale that is shown as dots."""

    id: str
    """Its name, stable for good."""
    path_id: str
    """The path on which it is asked for; what it is about, too."""
    step_id: str
    """The step that asks for it."""
    axis: Axis | None = None
    """Of a point on the map, which part; none: the step is a rating."""

    def read(self, value: Value) -> int | None:
        """What an answer says on this scale (0 to 10), or none."""
        if isinstance(value, MapPoint):
            parts = {Axis.PLEASANT: value.pleasant, Axis.ENERGY: value.energy}
            return parts[self.axis] if self.axis else None
        if self.axis is None and isinstance(value, int) and LOWEST <= value <= HIGHEST:
            return value
        return None


MEASURES = (
    Measure("openness", TRUST, "openness"),
    Measure("met", TRUST, "met"),
    Measure("ways", HOPE, "ways"),
    Measure("fuel", HOPE, "fuel"),
    Measure("pleasant", FEELINGS, "map", Axis.PLEASANT),
    Measure("energy", FEELINGS, "map", Axis.ENERGY),
)
"""All of them, in the order to show them; those of one path stand together."""
TOPICS = tuple(dict.fromkeys(one.path_id for one in MEASURES))
"""What they are about: the ids of their paths, in order."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """An answer on one of the scales, in a finished reflection."""

    path_id: str
    """The path it was given on."""
    step_id: str
    """The step it was given to."""
    at: datetime
    """The moment it is about (aware, UTC)."""
    value: Value
    """What was chosen: a rating (0 to 10) or a point on the map."""


@dataclass(frozen=True, slots=True)
class Dot:
    """What was chosen on one scale on one day."""

    at: datetime
    """The moment it is about (aware, UTC)."""
    value: int
    """From 0 to 10."""


@dataclass(frozen=True, slots=True)
class Series:
    """The dots of one scale."""

    measure: Measure
    """The scale."""
    dots: tuple[Dot, ...]
    """By time."""

    @property
    def is_enough(self) -> bool:
        """Whether there are enough for a line to join them."""
        return len(self.dots) >= ENOUGH


@dataclass(frozen=True, slots=True)
class Topic:
    """What was chosen about one thing, in one stretch of time."""

    path_id: str
    """The path that asks about it: one of `TOPICS`."""
    series: tuple[Series, ...]
    """One for each of its scales."""
    begins: datetime | None
    """Where the time shown begins: with the stretch, or else with the first dot (aware,
    UTC); none: there are no dots."""
    ends: datetime | None
    """Where it ends: with the last dot, so that no empty days are ever drawn; none: there
    are no dots."""
    sessions: tuple[Session, ...]
    """The sessions held in that time, by time."""

    @property
    def is_empty(self) -> bool:
        """Whether there are no dots."""
        return self.begins is None


def since_of(stretch: Stretch, sessions: Iterable[Session], now: datetime) -> datetime | None:
    """When a stretch of time begins.

    Args:
        stretch: How far back.
        sessions: All sessions of one journey, in any order.
        now: The moment it ends (aware).

    Returns:
        The beginning of a session that was held (aware, UTC); none: it reaches back to the
        beginning, because that is what was meant or fewer sessions were held.
    """
    held = [one.at for one in held_in(sessions, now)]
    back = {Stretch.LAST: 1, Stretch.FIVE: FEW_SESSIONS}.get(stretch)
    return held[-back] if back and len(held) >= back else None


def held_in(sessions: Iterable[Session], until: datetime) -> list[Session]:
    """The sessions that were held up to a moment (aware), by time."""
    held = (one for one in sessions if one.state is SessionState.HELD and one.at <= until)
    return sorted(held, key=lambda one: one.at)


def topics(
    chosen: Sequence[Chosen], held: Sequence[Session], since: datetime | None = None
) -> tuple[Topic, ...]:
    """What was chosen, in order, thing by thing; every thing and every scale has its place.

    Args:
        chosen: The answers, in any order.
        held: The sessions that were held, by time.
        since: Where the time shown begins (aware); what is older is left out; none: with
            the first dot.
    """
    return tuple(_topic(path_id, chosen, held, since) for path_id in TOPICS)


def _topic(
    path_id: str, chosen: Sequence[Chosen], held: Sequence[Session], since: datetime | None
) -> Topic:
    series = tuple(_series(one, chosen, since) for one in MEASURES if one.path_id == path_id)
    moments = [dot.at for one in series for dot in one.dots]
    if not moments:
        return Topic(path_id, series, None, None, ())
    begins, ends = since or min(moments), max(moments)
    within = tuple(one for one in held if begins <= one.at <= ends)
    return Topic(path_id, series, begins, ends, within)


def _series(measure: Measure, chosen: Sequence[Chosen], since: datetime | None) -> Series:
    dots = []
    for one in chosen:
        ours = (one.path_id, one.step_id) == (measure.path_id, measure.step_id)
        value = measure.read(one.value) if ours else None
        if value is not None and (since is None or one.at >= since):
            dots.append(Dot(one.at, value))
    return Series(measure, tuple(sorted(dots, key=lambda dot: dot.at)))
