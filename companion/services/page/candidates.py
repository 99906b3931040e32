"""What may become a line of a page: gathered for a session, or for a new therapist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.journey import held_before
from companion.domain.movement import Stretch, since_of
from companion.domain.page import Section
from companion.domain.path_ids import AGREEMENT, ENDING, GETTING_READY, SENSE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from companion.domain.clock import Clock
    from companion.domain.journey import Session
    from companion.domain.page import Candidate
    from companion.services.appointments import Appointments
    from companion.services.ports.stores import ReflectionStore, SessionStore

OF_THE_WAY = (ENDING, SENSE, AGREEMENT)
"""The paths whose answers may stand on a page for a new therapist without being parked."""


class Candidates:
    """Gathers the answers of the open journey that may be ticked.

    Methods raise `StorageError` if the notebook can't be read.
    """

    def __init__(
        self,
        reflections: ReflectionStore,
        sessions: SessionStore,
        appointments: Appointments,
        clock: Clock,
    ) -> None:
        """Take what it works with."""
        self._reflections = reflections
        self._sessions = sessions
        self._appointments = appointments
        self._clock = clock

    def for_session(self, session: Session | None) -> tuple[Candidate, ...]:
        """What may be ticked for a session, in the order of the page.

        Args:
            session: The session; none: whichever comes next, none being planned.
        """
        found = self._reflections.candidates(
            self._sessions.journey().id,
            session.id if session else "",
            GETTING_READY,
            self.begins(session),
        )
        return _as_printed(found)

    def for_handover(self, page: str) -> tuple[Candidate, ...]:
        """What may be ticked for a new therapist, in the order of the page.

        Args:
            page: What its lines are kept under.
        """
        journey = self._sessions.journey().id
        found: dict[str, Candidate] = {}
        for path_id in OF_THE_WAY:
            candidates = self._reflections.candidates(journey, page, path_id, None)
            found |= {one.answer_id: one for one in candidates}
        open_to_all = [one for one in found.values() if one.section is not Section.ABOUT_US]
        return _as_printed(sorted(open_to_all, key=lambda one: one.origin.happened_at))

    def begins(self, session: Session | None) -> datetime | None:
        """When the interval before a session began (aware); none: with the journey."""
        return held_before(self._appointments.all(), self._until(session))

    def some_sessions_back(self, session: Session | None) -> datetime | None:
        """From when on dots are drawn: those of one interval are too few to tell anything."""
        return since_of(Stretch.FIVE, self._appointments.all(), self._until(session))

    def _until(self, session: Session | None) -> datetime:
        return session.at if session else self._clock.now()


def _as_printed(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Candidates in the order of the page's sections; within one, as they came."""
    order = list(Section)
    return tuple(sorted(found, key=lambda candidate: order.index(candidate.section)))
