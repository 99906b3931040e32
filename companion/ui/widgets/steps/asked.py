"""Everything a step needs to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.domain.answer import Answer, MapPoint, Value
    from companion.domain.clock import Clock
    from companion.domain.path import Place, Step
    from companion.domain.summaries import EarlierPoint
    from companion.services.help_blocks import HelpBlock
    from companion.services.ports.content import Words


@dataclass(frozen=True, slots=True)
class Asked:
    """A step, what was said at it, and what it looks back on."""

    words: Words
    """The interface's language."""
    clock: Clock
    """The person's own calendar."""
    step: Step
    """The step."""
    value: Value | None
    """What was said; none: nothing yet."""
    place: Place
    """Where the answer goes as things are."""
    lead: str = "place.this_answer"
    """The key of the words before the places."""
    near: MapPoint | None = None
    """For words: the point they are to be near to."""
    earlier: tuple[EarlierPoint, ...] = ()
    """For the map: points of earlier days, the latest first."""
    looked_back: tuple[Answer, ...] = ()
    """For a look-back: what to show."""
    help: tuple[HelpBlock, ...] = ()
    """Where help now stands with the step: who can be reached."""
