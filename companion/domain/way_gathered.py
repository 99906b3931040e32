"""What a `JourneyMap` is drawn from, as it was gathered from the notebook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from companion.domain.journey import Journey, Session
    from companion.domain.path import Place


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time from one station of a map to the next; not the `movement.Stretch` of dots."""

    since: datetime | None
    """Where it begins (aware, UTC); none: before everything."""
    until: datetime | None
    """Where it ends, that moment not included (aware, UTC); none: it goes on."""


@dataclass(frozen=True, slots=True)
class Version:
    """A finished walk on one of the paths of `AIMS`."""

    entry_id: str
    """The entry."""
    path_id: str
    """The path."""
    at: datetime
    """The moment it is about (aware, UTC)."""
    words: str
    """What was said of the aim."""
    place: Place | None
    """Where those words are; none: nothing was said, or it was let go."""


@dataclass(frozen=True, slots=True)
class Bump:
    """A difficult moment that was written about, not all of it in the drawer."""

    entry_id: str
    """The entry."""
    at: datetime
    """The moment it is about (aware, UTC)."""
    repaired_at: datetime | None = None
    """When the person said that the two got through it (aware, UTC); none: they did not."""


@dataclass(frozen=True, slots=True)
class Reflected:
    """Something that was reflected on between two stations."""

    path_id: str
    """The path."""
    title: str
    """What the path was called on that day."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that a map is drawn from."""

    journey: Journey
    """The therapy."""
    sessions: Sequence[Session] = ()
    """All its sessions, in any order."""
    versions: Sequence[Version] = ()
    """All versions of what the two are heading for, in any order."""
    bumps: Sequence[Bump] = ()
    """The difficult moments, in any order."""
    pauses: Sequence[datetime] = ()
    """When pauses began, whatever therapy was open then (aware, UTC)."""
