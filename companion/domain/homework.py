"""Homework in a notebook: what became of each pack, and what of it may be offered now."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from itertools import zip_longest
from typing import TYPE_CHECKING

from companion.domain.journey import SessionState
from companion.domain.pack import Unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from companion.domain.journey import Session
    from companion.domain.pack import Pack
    from companion.domain.rhythm import Walked

WITHOUT_SESSIONS = timedelta(days=7)
"""Where no session was held, this is how long an interval counts as one."""


class PackState(StrEnum):
    """Whether a pack is offered, and if not, why. None of these is better than another."""

    OPEN = "open"
    """It is in the notebook, and may be offered."""
    OVER = "over"
    """The time it was meant for has passed: it is there, and not offered any more."""
    ASIDE = "aside"
    """The person set it aside."""


@dataclass(frozen=True, slots=True)
class KeptPack:
    """A pack in the notebook, and what was done with it."""

    pack: Pack
    """The pack."""
    added_at: datetime
    """When it was added (aware, UTC)."""
    aside: bool = False
    """Whether it was set aside."""
    taken: Mapping[str, str] = field(default_factory=dict)
    """The entries that hold the tasks which were taken, by the tasks' ids."""
    left: frozenset[str] = frozenset()
    """The tasks that were left out, by id."""

    def state(self, sessions: Sequence[Session], now: datetime) -> PackState:
        """Whether it is offered at a moment, and if not, why.

        Args:
            sessions: The sessions of its journey.
            now: The present moment (aware).
        """
        if self.aside:
            return PackState.ASIDE
        return PackState.OVER if self._is_over(sessions, now) else PackState.OPEN

    def _is_over(self, sessions: Sequence[Session], now: datetime) -> bool:
        length = self.pack.length
        if length is None:
            return False
        if length.unit is Unit.WEEKS:
            return now - self.added_at > timedelta(weeks=length.count)
        held = [one for one in sessions if one.state is SessionState.HELD]
        return sum(one.at > self.added_at for one in held) >= length.count


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing of a pack that may be offered on home."""

    pack_id: str
    """The pack."""
    title: str
    """What it is called: the task's words, or the path's title."""
    path_id: str = ""
    """The path; empty: it is a task."""
    task_id: str = ""
    """The task; empty: it is a path."""


def offered(
    packs: Sequence[KeptPack],
    walked: Sequence[Walked],
    taken_at: Mapping[str, datetime],
    since: datetime,
) -> Offer | None:
    """The one thing of some packs that may be offered now, or none.

    One thing an interval is enough: where something of them was taken or walked since the
    last session, nothing is offered. What was taken, left out or walked once is not
    offered again; it is still there to be chosen. Tasks and paths take turns, as the
    therapist ordered them.

    Args:
        packs: The packs that are open, the earliest added first.
        walked: Finished reflections of the journey: of each path the latest is enough.
        taken_at: When the tasks were taken, by entry.
        since: When the interval began (aware).
    """
    done = {one.path_id for one in walked}
    lately = {one.path_id for one in walked if one.happened_at >= since}
    for kept in packs:
        if any(path.id in lately for path in kept.pack.paths):
            return None
        if any(taken_at[one] >= since for one in kept.taken.values() if one in taken_at):
            return None
    return next((one for kept in packs for one in _in_turn(kept, done)), None)


def _in_turn(kept: KeptPack, done: set[str]) -> list[Offer]:
    pack, settled = kept.pack, {*kept.left, *kept.taken}
    tasks = [Offer(pack.id, task.what, task_id=task.id) for task in pack.tasks]
    paths = [Offer(pack.id, path.title, path_id=path.id) for path in pack.paths]
    in_turn = [one for pair in zip_longest(tasks, paths) for one in pair if one is not None]
    return [one for one in in_turn if one.task_id not in settled and one.path_id not in done]
