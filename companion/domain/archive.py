"""Everything a notebook holds, as it is exported or imported."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.answer import Reflection, Wording
    from companion.domain.journey import Journey, Session
    from companion.domain.ladder import Standing
    from companion.domain.page import Line


EXPORTED = "exported"
"""The private setting that lists the exported files of one machine. It is never imported: a
list of anyone's could name files here, which the person would then be offered to remove."""


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything a notebook holds."""

    reflections: Iterable[Reflection]
    """By moment. In an export this is a stream, which can be gone through only once."""
    journeys: tuple[Journey, ...] = ()
    """Therapies; empty for the entries of another app, which belong to the open one."""
    sessions: tuple[Session, ...] = ()
    """Appointments of all journeys."""
    pages: tuple[tuple[str, tuple[Line, ...]], ...] = ()
    """The ticked lines by session id; the empty id is the session not planned yet."""
    settings: tuple[tuple[str, str], ...] = ()
    """Private settings, by name."""
    standings: tuple[tuple[str, Standing], ...] = ()
    """Where answers of the drawer stand on the ladder, by answer id."""
    wordings: tuple[tuple[str, Wording], ...] = ()
    """How answers read before they were changed, by answer id, the earliest first."""


class Source(StrEnum):
    """Where the entries of a file come from."""

    COMPANION = "companion"
    """companion's own JSON."""
    JRNL = "jrnl"
    """jrnl's JSON."""
    DAY_ONE = "day-one"
    """Day One's JSON, or the zip with it."""
    DAYLIO = "daylio"
    """Daylio's CSV."""


class LeftOut(StrEnum):
    """What a file holds and companion has no place for."""

    PICTURES = "pictures"
    """Pictures, sounds and other attachments."""
    PLACES = "places"
    """Where someone was, and the weather there."""
    STARS = "stars"
    """Marks: starred, pinned, favourite."""
    EMPTY = "empty"
    """Entries without words."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file would bring in; nothing of it is in the notebook yet."""

    source: Source
    """Where it is from."""
    archive: Archive
    """What it holds; its reflections are a tuple."""
    left_out: tuple[tuple[LeftOut, int], ...] = ()
    """What stays outside, and how many entries have it."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What importing a file will do."""

    source: Source
    """Where it is from."""
    new: int
    """How many entries are not in the notebook yet."""
    known: int
    """How many are in it already and stay as they are."""
    sessions: int
    """How many sessions come in."""
    apart: int
    """How many of the new entries belong to another journey than the one that will be open."""
    left_out: tuple[tuple[LeftOut, int], ...] = ()
    """What stays outside, and how many entries have it."""
    own_help: bool = False
    """Whether people or steps of one's own are in it; those here already stay as they are."""
    packs: int = 0
    """How many packs of homework are in it that are not here yet."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it would come in."""
        return not (self.new or self.sessions or self.own_help or self.packs)
