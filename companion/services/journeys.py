"""Several therapies, kept apart: begin one, turn to one, close one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.errors import UnknownJourneyError
from companion.domain.journey import Journey
from companion.domain.text import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.clock import Clock
    from companion.services.ports.stores import SessionStore


class Journeys:
    """All journeys of a notebook; one of them is open.

    Every method raises `StorageError` if the notebook can't be read or written.
    """

    def __init__(self, sessions: SessionStore, clock: Clock, new_id: Callable[[], str]) -> None:
        """Take what it works with."""
        self._sessions = sessions
        self._clock = clock
        self._new_id = new_id

    def all(self) -> list[Journey]:
        """All journeys, in the order they were begun."""
        return self._sessions.journeys()

    @property
    def open(self) -> Journey:
        """The one that everything else works with."""
        return self._sessions.journey()

    def begin(self, name: str) -> Journey:
        """Begin another journey and turn to it; what was written before stays where it is.

        Args:
            name: What the person calls it; may be empty.
        """
        journey = Journey(self._new_id(), _tidy(name), self._clock.now())
        self._sessions.put_journey(journey, opened=True)
        return journey

    def turn_to(self, journey_id: str) -> Journey:
        """Turn to another journey.

        Raises:
            UnknownJourneyError: If there is none of that id.
        """
        journey = self._known(journey_id)
        self._sessions.put_journey(journey, opened=True)
        return journey

    def rename(self, journey_id: str, name: str) -> Journey:
        """Call a journey something else.

        Raises:
            UnknownJourneyError: If there is none of that id.
        """
        return self._kept(replace(self._known(journey_id), name=_tidy(name)))

    def close(self, journey_id: str) -> Journey:
        """Close a journey: it stays to be read, and nothing is open in it.

        Raises:
            UnknownJourneyError: If there is none of that id.
        """
        journey = self._known(journey_id)
        return self._kept(replace(journey, closed_at=journey.closed_at or self._clock.now()))

    def reopen(self, journey_id: str) -> Journey:
        """Open a closed journey again.

        Raises:
            UnknownJourneyError: If there is none of that id.
        """
        return self._kept(replace(self._known(journey_id), closed_at=None))

    def _kept(self, journey: Journey) -> Journey:
        # The one that is open stays so, whatever else there is: to be read, once it is closed.
        opened = self.open
        if journey.id != opened.id:
            self._sessions.put_journey(opened, opened=True)
        self._sessions.put_journey(journey, opened=journey.id == opened.id)
        return journey

    def _known(self, journey_id: str) -> Journey:
        for journey in self.all():
            if journey.id == journey_id:
                return journey
        raise UnknownJourneyError(id=journey_id)


def _tidy(name: str) -> str:
    return one_line(clean(name))
