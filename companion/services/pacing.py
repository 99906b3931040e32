"""Offers to stop, to park, to close; and the one thing that may come after a reflection."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.pacing import (
    READ_AGAIN,
    TOPIC_WITHIN,
    Next,
    enough_for_today,
    long_enough,
    parkable,
    read_enough,
    what_next,
)
from companion.domain.path import Form, Place

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.answer import Reflection
    from companion.domain.clock import Clock
    from companion.domain.pacing import Written
    from companion.services.ports.content import Shelf
    from companion.services.ports.stores import ReflectionStore, SessionStore


class Pacing:
    """Looks at what was written lately. What it counts is in memory, never kept."""

    def __init__(
        self, reflections: ReflectionStore, sessions: SessionStore, shelf: Shelf, clock: Clock
    ) -> None:
        """Take what it works with."""
        self._reflections = reflections
        self._sessions = sessions
        self._shelf = shelf
        self._clock = clock
        self._opened: dict[str, list[datetime]] = defaultdict(list)

    def enough_for_today(self, path_id: str, form: Form) -> bool:
        """Whether stopping is offered before a reflection is begun.

        Args:
            path_id: What is about to be begun.
            form: How deep; a short form is never too much.
        """
        deep = [path.id for path in self._shelf.paths() if path.is_deep]
        if form is not Form.FULL or path_id not in deep:
            return False
        # Whoever has several therapies has one day all the same.
        journeys = [journey.id for journey in self._sessions.journeys()]
        written = [one for journey_id in journeys for one in self._lately(journey_id)]
        return enough_for_today(written, deep, self._clock)

    def long_enough(self, begun_at: datetime) -> bool:
        """Whether someone has been at one reflection for ten minutes."""
        return long_enough(begun_at, self._clock.now())

    def after(self, finished: Reflection) -> Next:
        """The one thing that is offered after a reflection."""
        topics = [path.id for path in self._shelf.paths() if path.chosen_freely]
        written = self._lately(self._sessions.journey().id)
        return what_next(finished, written, topics, self._clock)

    def park(self, finished: Reflection) -> None:
        """Let the free words of a reflection wait for the session; nothing is ticked yet.

        All of them in one step: a full disk leaves them all where they were.

        Raises:
            UnknownReflectionError: If it was removed meanwhile.
            StorageError: If it could not be written.
        """
        wait = parkable(finished)
        kept = self._reflections.get(finished.id)
        answers = tuple(
            replace(one, place=Place.PARKED) if one.id in wait else one for one in kept.answers
        )
        self._reflections.put(replace(kept, answers=answers))

    def opened(self, reflection_id: str) -> bool:
        """Notice that an entry was opened; says whether to offer to close it."""
        times = self._opened[reflection_id]
        times.append(self._clock.now())
        del times[: -(READ_AGAIN + 1)]
        return read_enough(times, self._clock)

    def _lately(self, journey_id: str) -> list[Written]:
        return self._reflections.lately(journey_id, self._clock.now() - TOPIC_WITHIN)
