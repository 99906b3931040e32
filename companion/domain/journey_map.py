"""The map of a therapy, drawn as a way: stations, detours, changed aims, now, what is open.

Nothing on it is measured: no length of time is drawn, no number of anything, and nothing that
did not happen but a session of which the person said so themselves. It names what was reflected
on and quotes nothing, except what the two work on, as the person put it in the agreement.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from companion.domain.journey import SESSION_LENGTH, SessionState
from companion.domain.path import Place
from companion.domain.path_ids import AGREEMENT, BUMP, SENSE
from companion.domain.text import clean, one_line
from companion.domain.way_gathered import Stretch

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from companion.domain.journey import Journey, Session
    from companion.domain.way_gathered import Bump, Gathered, Reflected, Version

AIMS = ((AGREEMENT, "work-on"), (SENSE, "two-sentences"))
"""The paths that say where the two are heading, each with the step that says it."""


class Kind(StrEnum):
    """What stands on the map. Marks of the same moment stand in this order."""

    BEGINNING = "beginning"
    """Where it begins."""
    MOVED = "moved"
    """A session was moved to where the next mark is."""
    SESSION = "session"
    """A session took place."""
    MISSED = "missed"
    """A session did not take place."""
    UNSETTLED = "unsettled"
    """A session was planned, its time is over, and nobody has said what became of it."""
    PAUSE = "pause"
    """The person wanted to be offered nothing for a while."""
    AIM = "aim"
    """What the two work on was agreed, or agreed anew."""
    MAP = "map"
    """The person's own map of the work was drawn, or drawn anew."""
    BUMP = "bump"
    """Something between the two was difficult."""
    REPAIR = "repair"
    """It was said, and the two got through it or through some of it."""
    PRESENT = "present"
    """Now."""
    AHEAD = "ahead"
    """A session is planned."""
    OPEN = "open"
    """What nobody knows yet."""
    CLOSED = "closed"
    """The therapy was closed."""


STATIONS = frozenset({Kind.BEGINNING, Kind.SESSION})
"""From each of these to the next there is time in which things were written."""
DETOURS = frozenset({Kind.MOVED, Kind.MISSED, Kind.PAUSE, Kind.BUMP})
"""Where the way leaves the straight line."""
_ORDER = {kind: number for number, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Waymark:
    """One thing on the way."""

    kind: Kind
    """What it is."""
    at: datetime
    """Where it stands in time (aware, UTC)."""
    number: int = 0
    """The number of the session it is about (1 or more); 0: it is about none."""
    session_id: str = ""
    """The session it is about; empty: none."""
    entry_id: str = ""
    """The entry it is about; empty: none."""
    words: str = ""
    """What the two work on, in the person's own words; empty for all that is no `AIM`."""
    stretch: Stretch | None = None
    """The time from this station to the next; none: it is no station."""
    apart: frozenset[str] = frozenset()
    """Paths that have a mark of their own before the next station."""
    is_off: bool = False
    """Whether the way is off the straight line here."""


@dataclass(frozen=True, slots=True)
class JourneyMap:
    """The way of one therapy, from its beginning on."""

    journey: Journey
    """The therapy."""
    marks: tuple[Waymark, ...]
    """What stands on it, in order."""

    @property
    def here(self) -> int:
        """The index of the last mark that is reached: now, or where the therapy was closed."""
        ends = {Kind.PRESENT, Kind.CLOSED}
        return next(index for index, mark in enumerate(self.marks) if mark.kind in ends)

    def station_of(self, index: int) -> Waymark:
        """The last station up to a mark.

        Args:
            index: Which mark (0 or more).
        """
        before = reversed(self.marks[: index + 1])
        return next(mark for mark in before if mark.kind in STATIONS)


def drawn(gathered: Gathered, now: datetime) -> JourneyMap:
    """The way as it is at a moment (aware)."""
    journey = gathered.journey
    past = [*_sessions(gathered.sessions, now), *_aims(gathered.versions, now)]
    past += _bumps(gathered.bumps, now)
    begins = min([journey.started_at, *(mark.at for mark in past)])
    ends = journey.closed_at or now
    past += [
        Waymark(Kind.PAUSE, at)
        for at in sorted(set(gathered.pauses))
        if begins <= at <= min(ends, now)
    ]
    behind = [Waymark(Kind.BEGINNING, begins), *sorted(past, key=_where)]
    marks = [*_bent(_stretched(behind), gathered.bumps), *_rest(gathered, now)]
    return JourneyMap(journey, tuple(marks))


def titles_of(
    found: Iterable[Reflected], names: Mapping[str, str], left_out: Collection[str] = ()
) -> tuple[str, ...]:
    """What was reflected on, by name, each once, in the order it is given.

    Args:
        found: What was reflected on.
        names: What paths are called today, by id; others bear the name of their day.
        left_out: Paths that are not named.
    """
    kept = (one for one in found if one.path_id not in left_out)
    named = (one_line(clean(names.get(one.path_id) or one.title)) for one in kept)
    return tuple(dict.fromkeys(name for name in named if name))


def _where(mark: Waymark) -> tuple[datetime, int, int, str]:
    return mark.at, _ORDER[mark.kind], mark.number, mark.session_id or mark.entry_id


def _sessions(sessions: Sequence[Session], now: datetime) -> Iterator[Waymark]:
    moved = {one.number for one in sessions if one.state is SessionState.MOVED}
    for one in sorted(sessions, key=lambda one: (one.at, one.id)):
        kind = _kind_of(one, now)
        if kind is None:
            continue
        yield Waymark(kind, one.at, one.number, one.id)
        if one.number in moved:
            moved.discard(one.number)
            yield Waymark(Kind.MOVED, one.at, one.number, one.id)


def _kind_of(session: Session, now: datetime) -> Kind | None:
    """What a session is on the way behind; none: it is ahead, or another stands for it."""
    if session.at > now or session.state is SessionState.MOVED:
        return None
    if session.state is SessionState.PLANNED:
        return Kind.UNSETTLED if session.at + SESSION_LENGTH <= now else None
    return Kind.SESSION if session.state is SessionState.HELD else Kind.MISSED


def _aims(versions: Sequence[Version], now: datetime) -> Iterator[Waymark]:
    """The versions in which the aim is another than before; what is in the drawer is none."""
    before: dict[str, str] = {}
    for one in sorted(versions, key=lambda one: (one.at, one.entry_id)):
        said = one_line(clean(one.words))
        if one.place in {None, Place.UNSAID} or not said:
            continue
        if said.casefold() != before.get(one.path_id):
            before[one.path_id] = said.casefold()
            at, is_agreed = min(one.at, now), one.path_id == AGREEMENT
            kind, words = (Kind.AIM, said) if is_agreed else (Kind.MAP, "")
            yield Waymark(kind, at, entry_id=one.entry_id, words=words)


def _bumps(bumps: Sequence[Bump], now: datetime) -> Iterator[Waymark]:
    for one in bumps:
        at = min(one.at, now)
        yield Waymark(Kind.BUMP, at, entry_id=one.entry_id)
        if one.repaired_at is not None:
            repaired_at = min(max(one.repaired_at, at), now)
            yield Waymark(Kind.REPAIR, repaired_at, entry_id=one.entry_id)


_PATHS = {Kind.BUMP: BUMP, Kind.MAP: SENSE}


def _stretched(behind: Sequence[Waymark]) -> list[Waymark]:
    """The marks with the time from each station to the next."""
    marks = list(behind)
    until: datetime | None = None
    apart: set[str] = set()
    for index in range(len(marks) - 1, -1, -1):
        mark = marks[index]
        if mark.kind in STATIONS:
            since = None if mark.kind is Kind.BEGINNING else mark.at
            marks[index] = replace(mark, stretch=Stretch(since, until), apart=frozenset(apart))
            until, apart = mark.at, set()
        elif mark.kind in _PATHS:
            apart.add(_PATHS[mark.kind])
    return marks


def _bent(marks: Sequence[Waymark], bumps: Sequence[Bump]) -> Iterator[Waymark]:
    """The marks, and where the way leaves the straight line: detours, and from bump to repair."""
    repaired = {one.entry_id for one in bumps if one.repaired_at is not None}
    unrepaired: set[str] = set()
    for mark in marks:
        if mark.kind is Kind.BUMP and mark.entry_id in repaired:
            unrepaired.add(mark.entry_id)
        elif mark.kind is Kind.REPAIR:
            unrepaired.discard(mark.entry_id)
        is_off = mark.kind in DETOURS or bool(unrepaired)
        yield replace(mark, is_off=True) if is_off else mark


def _rest(gathered: Gathered, now: datetime) -> Iterator[Waymark]:
    """Where one stands, and what lies ahead."""
    if gathered.journey.closed_at is not None:
        yield Waymark(Kind.CLOSED, gathered.journey.closed_at)
        return
    yield Waymark(Kind.PRESENT, now)
    last = now
    for one in sorted(gathered.sessions, key=lambda one: (one.at, one.id)):
        is_planned = one.state in {SessionState.PLANNED, SessionState.HELD}
        if is_planned and one.at + SESSION_LENGTH > now and _kind_of(one, now) is None:
            last = max(last, one.at)
            yield Waymark(Kind.AHEAD, one.at, one.number, one.id)
    yield Waymark(Kind.OPEN, last)
