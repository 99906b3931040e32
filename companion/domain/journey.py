"""One therapy, its sessions, and the time between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

SESSION_LENGTH = timedelta(minutes=50)
"""How long an appointment is taken to last, when nothing else is known."""


class SessionState(StrEnum):
    """What became of an appointment."""

    PLANNED = "planned"
    """It is ahead, or nobody has said yet."""
    HELD = "held"
    """It took place."""
    MOVED = "moved"
    """It was moved; another appointment of the same number stands for it."""
    MISSED = "missed"
    """It did not take place. By whose doing is nobody's business."""


@dataclass(frozen=True, slots=True)
class Journey:
    """One therapy with one therapist."""

    id: str
    """Unique in the notebook."""
    name: str
    """What the person calls it; may be empty."""
    started_at: datetime
    """When it was begun here (aware, UTC)."""
    closed_at: datetime | None = None
    """When it was closed (aware, UTC); none: it goes on."""

    @property
    def is_closed(self) -> bool:
        """Whether it has come to its end."""
        return self.closed_at is not None


@dataclass(frozen=True, slots=True)
class Session:
    """A numbered appointment."""

    id: str
    """Unique in the notebook."""
    journey_id: str
    """The journey it belongs to."""
    number: int
    """Its number in the journey (1 or more); a moved one keeps it."""
    at: datetime
    """When it begins (aware, UTC)."""
    state: SessionState = SessionState.PLANNED
    """What became of it."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From one session to the next: the unit of time of the whole notebook."""

    last: Session | None
    """The last session that was held."""
    next: Session | None
    """The next one that is planned."""
    unsettled: Session | None
    """A planned one whose time has passed and of which nobody has said what became."""

    @property
    def since(self) -> datetime | None:
        """When it began (aware, included); none: no session was held."""
        return self.last.at if self.last else None

    @property
    def until(self) -> datetime | None:
        """When it ends (aware, left out); none: no session is planned."""
        return self.next.at if self.next else None


def interval_at(sessions: Iterable[Session], now: datetime) -> Interval:
    """The interval a moment lies in.

    Args:
        sessions: All sessions of one journey, in any order.
        now: The moment (aware).
    """
    ordered = sorted(sessions, key=lambda session: session.at)
    held = [s for s in ordered if s.state is SessionState.HELD and s.at <= now]
    planned = [s for s in ordered if s.state is SessionState.PLANNED]
    over = [s for s in planned if s.at + SESSION_LENGTH <= now]
    ahead = [s for s in planned if s.at + SESSION_LENGTH > now]
    return Interval(
        last=held[-1] if held else None,
        next=ahead[0] if ahead else None,
        unsettled=over[-1] if over else None,
    )


def held_before(sessions: Iterable[Session], moment: datetime) -> datetime | None:
    """When the last session before a moment was held (aware); none: none was.

    Args:
        sessions: All sessions of one journey, in any order.
        moment: The moment (aware).
    """
    held = (one.at for one in sessions if one.state is SessionState.HELD and one.at < moment)
    return max(held, default=None)


def numbered_in(sessions: Iterable[Session], at: datetime) -> tuple[int, tuple[Session, ...]]:
    """The number a new session gets by its time, and the sessions that move up for it.

    A session after all others gets the highest number plus one. One before others gets
    the number below the next one's if that is free; otherwise it takes the next one's
    number, and that session and all with higher numbers move up by one.

    Args:
        sessions: All sessions of the journey, those moved away too.
        at: When the new one begins (aware).
    """
    known = list(sessions)
    taken = {session.number for session in known}
    later = [session for session in known if session.at > at]
    if not later:
        return max(taken, default=0) + 1, ()
    first = min(session.number for session in later)
    if first > 1 and first - 1 not in taken:
        return first - 1, ()
    above = (session for session in known if session.number >= first)
    return first, tuple(replace(session, number=session.number + 1) for session in above)
