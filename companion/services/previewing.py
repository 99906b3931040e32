"""Walking a path to see what it asks, with nothing kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from companion.domain.path import Form
from companion.domain.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from companion.domain.answer import Answer, Reflection
    from companion.domain.clock import Clock
    from companion.domain.path import ReflectionPath, Step


class WalkKeeper(Protocol):
    """What walking line by line needs of whoever keeps the walk."""

    def new_answer_id(self) -> str:
        """An id for an answer."""

    def keep_draft(self, walk: Walk) -> None:
        """Keep a walk unfinished."""

    def finish(self, walk: Walk) -> Reflection | None:
        """Finish a walk and keep it."""

    def look_back(self, step: Step) -> tuple[Answer, ...]:
        """What a look-back step shows."""


class Breaks(Protocol):
    """What walking line by line needs to know of time."""

    def long_enough(self, begun_at: datetime) -> bool:
        """Whether someone has been at one reflection for long."""


class WalkedIn(Protocol):
    """Where one walks: an open notebook, or a preview."""

    @property
    def reflecting(self) -> WalkKeeper:
        """Keeps what is said."""

    @property
    def pacing(self) -> Breaks:
        """Knows when it is enough."""


class NothingKept:
    """Takes answers and forgets them; fits `WalkKeeper` and `Breaks`."""

    def __init__(self, new_id: Callable[[], str]) -> None:
        """Take what gives ids."""
        self._new_id = new_id

    def new_answer_id(self) -> str:
        """An id for an answer."""
        return self._new_id()

    def keep_draft(self, walk: Walk) -> None:
        """Keep nothing."""

    def finish(self, walk: Walk) -> Reflection | None:
        """Keep nothing; there is no reflection then."""
        del walk
        return None

    def look_back(self, step: Step) -> tuple[Answer, ...]:
        """There is nothing from before."""
        del step
        return ()

    def long_enough(self, begun_at: datetime) -> bool:
        """Whoever looks at questions is not tired by them."""
        del begun_at
        return False


@dataclass(frozen=True, slots=True)
class Preview:
    """Where a path is walked with nothing kept."""

    reflecting: NothingKept
    """Forgets what is said."""
    pacing: NothingKept
    """Never thinks it is enough."""


def preview(path: ReflectionPath, clock: Clock, new_id: Callable[[], str]) -> tuple[Preview, Walk]:
    """A walk along a path of which nothing will be kept.

    Args:
        path: The path.
        clock: The time.
        new_id: Gives ids.
    """
    now, nothing = clock.now(), NothingKept(new_id)
    backward = frozenset(step.id for step in path.steps if step.look_back)
    walk = Walk(new_id(), "", path, now, now, Form.FULL, unseen=backward)
    return Preview(nothing, nothing), walk
