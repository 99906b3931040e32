"""What a person has said about being offered things."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from companion.domain.rhythm import OpenKind


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person has said about being offered things."""

    never: frozenset[OpenKind] = frozenset()
    """What shall never be offered."""
    later: tuple[tuple[OpenKind, date], ...] = ()
    """What shall not be offered before a day."""
    paused: bool = False
    """Whether nothing is offered at all."""
    paused_until: date | None = None
    """The day on which a pause ends by itself; none: when the person says so."""
    less_asked_on: date | None = None
    """When "would less be better?" was last answered; none: never."""

    def allows(self, kind: OpenKind, today: date) -> bool:
        """Whether a thing may be offered today."""
        waits = any(one is kind and today < until for one, until in self.later)
        return kind not in self.never and not waits

    def is_paused(self, today: date) -> bool:
        """Whether a pause holds today."""
        over = self.paused_until is not None and today >= self.paused_until
        return self.paused and not over
