"""The sessions of the open journey: add, settle, move."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING, Protocol

from companion.domain.errors import NoSessionError, NumberTakenError, UnknownSessionError
from companion.domain.journey import Interval, Session, SessionState, interval_at, numbered_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from companion.domain.clock import Clock
    from companion.services.ports.stores import SessionStore


class Waiting(Protocol):
    """What was ticked for a page while no session was planned."""

    def carry(self, session_id: str) -> None:
        """Give it to this session."""


class Appointments:
    """Adds, settles and moves sessions.

    Every method raises `StorageError` if the notebook can't be read or written.
    """

    def __init__(
        self, sessions: SessionStore, pages: Waiting, clock: Clock, new_id: Callable[[], str]
    ) -> None:
        """Take what it works with."""
        self._sessions = sessions
        self._pages = pages
        self._clock = clock
        self._new_id = new_id

    def all(self) -> list[Session]:
        """All sessions of the journey, by time; those moved away are left out."""
        found = self._sessions.sessions(self._journey)
        return [session for session in found if session.state is not SessionState.MOVED]

    def interval(self) -> Interval:
        """Where the present moment lies."""
        return interval_at(self.all(), self._clock.now())

    def numbered(self, number: int | None) -> Session:
        """The session of a number; none: the one that is unsettled, or else the next.

        Raises:
            UnknownSessionError: If there is no session of that number.
            NoSessionError: If no number was given and none is planned.
        """
        if number is None:
            interval = self.interval()
            found = interval.unsettled or interval.next
            if found is None:
                raise NoSessionError
            return found
        for session in self.all():
            if session.number == number:
                return session
        raise UnknownSessionError(number=number)

    def add(self, at: datetime, number: int | None = None) -> Session:
        """Add a session: planned if it is ahead, held if its time has passed.

        Args:
            at: When it begins (aware).
            number: Its number (1 or more); none: by its time among the others.

        Raises:
            NumberTakenError: If there is a session of that number already.
        """
        existing = self._sessions.sessions(self._journey)
        moved_up: tuple[Session, ...] = ()
        if number is None:
            number, moved_up = numbered_in(existing, at)
        elif any(session.number == number for session in existing):
            raise NumberTakenError(number=number)
        state = SessionState.PLANNED if at > self._clock.now() else SessionState.HELD
        session = Session(self._new_id(), self._journey, number, at.astimezone(UTC), state)
        return self._kept(session, *moved_up)

    def held(self, number: int | None = None) -> Session:
        """Say that a session took place.

        If its planned time is still ahead it took place now.

        Raises:
            UnknownSessionError: If there is no session of that number.
            NoSessionError: If no number was given and none is planned.
        """
        session = self.numbered(number)
        at = min(session.at, self._clock.now())
        return self._kept(replace(session, at=at, state=SessionState.HELD))

    def missed(self, number: int | None = None) -> Session:
        """Say that a session did not take place.

        Raises:
            UnknownSessionError: If there is no session of that number.
            NoSessionError: If no number was given and none is planned.
        """
        return self._kept(replace(self.numbered(number), state=SessionState.MISSED))

    def move(self, at: datetime, number: int | None = None) -> Session:
        """Move a session; what was ticked for its page moves with it.

        Moved to a time that has passed, it was held then.

        Args:
            at: When it begins now (aware).
            number: Which one; none: the unsettled or the next.

        Raises:
            UnknownSessionError: If there is no session of that number.
            NoSessionError: If no number was given and none is planned.
        """
        session = self.numbered(number)
        was = replace(session, id=self._new_id(), state=SessionState.MOVED)
        state = SessionState.PLANNED if at > self._clock.now() else SessionState.HELD
        return self._kept(replace(session, at=at.astimezone(UTC), state=state), was)

    def _kept(self, session: Session, *others: Session) -> Session:
        self._sessions.put([*others, session])
        upcoming = self.interval().next
        if upcoming is not None and upcoming.id == session.id:
            # What was ticked while none was planned waited for this one.
            self._pages.carry(session.id)
        return session

    @property
    def _journey(self) -> str:
        return self._sessions.journey().id
