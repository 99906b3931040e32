"""Homework that a therapist wrote: what is in a pack, and what can be wrong with one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from companion.domain.path import ReflectionPath

BETWEEN = "_"
"""Stands between a pack's id and a path's own, which have no such sign in them."""
_KEPT = "pack."


class Unit(StrEnum):
    """What the length of a pack is counted in."""

    WEEKS = "weeks"
    """Weeks since it was added."""
    SESSIONS = "sessions"
    """Sessions held since it was added."""


@dataclass(frozen=True, slots=True)
class Length:
    """For how long a pack is meant."""

    count: int
    """How many (1 to 12)."""
    unit: Unit
    """Of what."""


@dataclass(frozen=True, slots=True)
class PackTask:
    """Something a pack proposes to try; the words are the therapist's."""

    id: str
    """Its name in the pack."""
    what: str
    """What it is."""
    for_what: str
    """What it is for."""
    when: str = ""
    """The moment of the plan ("I hang up my coat"); empty: none is proposed."""
    then: str = ""
    """What one will do in it ("write one line")."""
    tiny: str = ""
    """The tiny version; empty: none is proposed."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack, read and found in order."""

    id: str
    """Its name in data."""
    title: str
    """What it is called."""
    author: str
    """Who wrote it."""
    language: str
    """The language of its words (`en`)."""
    why: str
    """What it is for, said to the person."""
    length: Length | None = None
    """For how long it is meant; none: for as long as it is of use."""
    tasks: tuple[PackTask, ...] = ()
    """What it proposes to try."""
    paths: tuple[ReflectionPath, ...] = ()
    """Its reflections; their ids begin with the pack's own."""
    licence: str = ""
    """Under which licence its words may be used; empty: not said."""
    reviewed_on: date | None = None
    """When someone last read it with care; none: not said."""

    def task(self, task_id: str) -> PackTask | None:
        """The task of that id, or none."""
        return next((one for one in self.tasks if one.id == task_id), None)

    def path(self, path_id: str) -> ReflectionPath | None:
        """The path of that id, with the pack's own before it or without, or none."""
        wanted = (path_id, path_id_in(self.id, path_id))
        return next((one for one in self.paths if one.id in wanted), None)


def path_id_in(pack_id: str, path_id: str) -> str:
    """The id that a path of a pack has in a notebook; no path of companion's own has it.

    Args:
        pack_id: The pack.
        path_id: The path, as the pack calls it.
    """
    return f"{pack_id}{BETWEEN}{path_id}"


def kept_as(journey_id: str, pack_id: str = "") -> str:
    """The name of the private setting that keeps a pack.

    Args:
        journey_id: The therapy it belongs to.
        pack_id: The pack; empty: how the names of all packs of the therapy begin.
    """
    return f"{_KEPT}{journey_id}.{pack_id}"


def keeps_a_pack(setting: str) -> bool:
    """Whether a private setting of that name keeps a pack, of whatever therapy."""
    return setting.startswith(_KEPT)


@dataclass(frozen=True, slots=True)
class PackProblem:
    """Something in a pack that has to be put right."""

    line: int
    """The line of the file (1 or more; 0: it is about the file as a whole)."""
    key: str
    """Where it is, as `tasks.one-line.what`; empty: it is about the line or the file."""
    code: str
    """What is wrong: `homework_check.problem.<code>` says it, and what to write instead."""
    details: tuple[tuple[str, str | int], ...] = ()
    """What fills that sentence's gaps."""


@dataclass(frozen=True, slots=True)
class PackReading:
    """What came of reading a pack."""

    source: str
    """The file's text; empty: it is none that can be read."""
    pack: Pack | None = None
    """The pack; none: there are problems."""
    problems: tuple[PackProblem, ...] = ()
    """All that has to be put right, by line."""
