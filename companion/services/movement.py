"""How it moved: ratings and map points of the open journey, as dots over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import UnknownPathError
from companion.domain.movement import MEASURES, Axis, Stretch, held_in, since_of, topics
from companion.domain.path import Scale

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.clock import Clock
    from companion.domain.movement import Measure, Topic
    from companion.services.ports.answer_stores import MovementStore
    from companion.services.ports.content import Shelf
    from companion.services.ports.stores import SessionStore

_STEPS = tuple(dict.fromkeys((one.path_id, one.step_id) for one in MEASURES))
_NO_WORDS = Scale("", "")


class Movement:
    """Gathers what was chosen on the scales of trust, hope and feelings; it writes nothing."""

    def __init__(
        self, store: MovementStore, sessions: SessionStore, shelf: Shelf, clock: Clock
    ) -> None:
        """Take what it works with."""
        self._store = store
        self._sessions = sessions
        self._shelf = shelf
        self._clock = clock

    def over(self, stretch: Stretch = Stretch.ALL) -> tuple[Topic, ...]:
        """The dots of a stretch of time, counted in sessions.

        Raises:
            StorageError: If the notebook can't be read.
        """
        sessions = self._sessions.sessions(self._sessions.journey().id)
        return self.since(since_of(stretch, sessions, self._clock.now()))

    def since(self, since: datetime | None) -> tuple[Topic, ...]:
        """The dots from a moment on (aware); none: all of them.

        Raises:
            StorageError: If the notebook can't be read.
        """
        journey = self._sessions.journey().id
        held = held_in(self._sessions.sessions(journey), self._clock.now())
        return topics(self._store.chosen(journey, _STEPS, since), held, since)

    def ends(self, measure: Measure) -> Scale:
        """The words at the two ends of a scale, or empty ones if nobody asks for it any more."""
        try:
            step = self._shelf.path(measure.path_id).step(measure.step_id)
        except UnknownPathError:
            return _NO_WORDS
        scales = step.scales if step else ()
        index = 1 if measure.axis is Axis.ENERGY else 0
        return scales[index] if index < len(scales) else _NO_WORDS
