"""The way of a therapy, and what was written on one stretch of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.errors import UnknownJourneyError
from companion.domain.journey_map import AIMS, drawn, titles_of
from companion.domain.way_gathered import Gathered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.domain.clock import Clock
    from companion.domain.journey import Journey
    from companion.domain.journey_map import JourneyMap, Waymark
    from companion.domain.summaries import Summary
    from companion.domain.way_gathered import Stretch
    from companion.services.ports.content import Shelf
    from companion.services.ports.stores import SessionStore
    from companion.services.ports.way_stores import WayStore
    from companion.services.rhythm import Rhythm

MOST = 300
"""The most versions of one path, and the most bumps, that stand on a map."""


class JourneyMaps:
    """Draws the way of any therapy of the notebook; it writes nothing."""

    def __init__(
        self, way: WayStore, sessions: SessionStore, rhythm: Rhythm, shelf: Shelf, clock: Clock
    ) -> None:
        """Take what it works with."""
        self._way = way
        self._sessions = sessions
        self._rhythm = rhythm
        self._shelf = shelf
        self._clock = clock

    def of(self, journey_id: str = "") -> JourneyMap:
        """The way of a therapy. It takes no longer however much was written.

        Args:
            journey_id: Which; empty: the open one.

        Raises:
            UnknownJourneyError: If there is none of that id.
            StorageError: If the notebook can't be read.
        """
        journey = self._journey(journey_id)
        gathered = Gathered(
            journey,
            self._sessions.sessions(journey.id),
            self._way.versions(journey.id, AIMS, MOST),
            self._way.bumps(journey.id, MOST),
            self._rhythm.pauses,
        )
        return self._begun(drawn(gathered, self._clock.now()))

    def titles(self, journey_id: str, stations: Sequence[Waymark]) -> list[tuple[str, ...]]:
        """What was reflected on after some stations, by name; forms are no reflections.

        Args:
            journey_id: The therapy.
            stations: Marks of its map; after one that is no station there is nothing.

        Raises:
            StorageError: If the notebook can't be read.
        """
        paths = self._shelf.paths()
        names = {path.id: path.title for path in paths}
        forms = {path.id for path in paths if not path.offered}
        stretches = [one.stretch for one in stations if one.stretch is not None]
        found = iter(self._way.reflected(journey_id, stretches))
        return [
            titles_of(next(found), names, forms | one.apart) if one.stretch else ()
            for one in stations
        ]

    def height(self, journey_id: str, stretch: Stretch) -> int:
        """How many rows the list of a stretch has; for a virtual list, never shown."""
        return self._way.count(journey_id, stretch)

    def rows(self, journey_id: str, stretch: Stretch, offset: int, limit: int) -> list[Summary]:
        """Some rows of what was written in a stretch, the latest moment first.

        Args:
            journey_id: The therapy.
            stretch: The time.
            offset: The first row (0 or more).
            limit: How many (1 or more).
        """
        return self._way.rows(journey_id, stretch, offset, limit)

    def _begun(self, found: JourneyMap) -> JourneyMap:
        """A map on which the beginning is a station only if something was written there."""
        first, *others = found.marks
        if first.stretch and not self._way.rows(found.journey.id, first.stretch, 0, 1):
            first = replace(first, stretch=None)
        return replace(found, marks=(first, *others))

    def _journey(self, journey_id: str) -> Journey:
        if not journey_id:
            return self._sessions.journey()
        for journey in self._sessions.journeys():
            if journey.id == journey_id:
                return journey
        raise UnknownJourneyError(id=journey_id)
