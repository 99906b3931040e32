"""The invented notebook as data: its sessions, and what was written after each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, Any

from companion.catalog.files import FALLBACK, read, shipped
from companion.domain.answer import MapPoint, Value
from companion.domain.errors import ContentError
from companion.domain.ladder import Became, Rung, Size
from companion.domain.page import Mode
from companion.domain.path import Place
from companion.domain.path_ids import NOTE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

FILE = "demo.toml"
"""The story's file in a language's folder."""


@dataclass(frozen=True, slots=True)
class Tick:
    """An answer that was ticked for the page of the session that came next."""

    step: str
    """The step it was given to."""
    mode: Mode
    """What should happen with the line."""
    wording: str
    """A shortening; empty: the answer's own words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One reflection, or one free line."""

    after: int
    """The number of the session it came after (1 or more)."""
    days: int
    """How many days after it (0 or more)."""
    at: time
    """The time of day on the person's clock."""
    path: str
    """The path that was walked; `note` for a free line."""
    answers: Mapping[str, Value]
    """What was said, by step id; a free line has one, `note`."""
    places: Mapping[str, Place]
    """Where answers were put, where that is not where their step puts them."""
    brings: tuple[str, ...]
    """The steps whose answers were put on *bring* at once."""
    ticked: tuple[Tick, ...]
    """What was ticked for the next page."""


@dataclass(frozen=True, slots=True)
class Move:
    """Something in the Unsaid drawer that was moved, rehearsed, or said."""

    after: int
    """The number of the session it was done after (1 or more)."""
    days: int
    """How many days after it (0 or more)."""
    at: time
    """The time of day on the person's clock."""
    of: tuple[str, int, str]
    """What: the path, the session it was written after, and the step."""
    rung: Rung
    """Where it went."""
    rehearsed: Mapping[Size, str]
    """The words that were tried."""
    brings: Size | None
    """The size that would be brought; none: as it was written."""
    became: Became | None
    """What it was like once it was said."""
    words: str
    """What happened then."""


@dataclass(frozen=True, slots=True)
class Story:
    """Some weeks of a person who does not exist."""

    name: str
    """What they call their therapy."""
    person: str
    """What they would print on a page."""
    sessions: int
    """How many sessions lie behind, a week apart (1 or more)."""
    days_since_last: int
    """How many days ago the last one was (0 or more)."""
    days_to_next: int
    """In how many days the next one is (1 or more)."""
    at: time
    """When a session begins, on the person's clock."""
    missed: frozenset[int]
    """The numbers of those that did not take place."""
    entries: tuple[Entry, ...]
    """What was written, in order."""
    moves: tuple[Move, ...] = ()
    """What was done in the drawer, in order."""


def load_story(language: str, root: Traversable | None = None) -> Story:
    """The story in a language, or in English where it is not told in that one.

    Args:
        language: The language's code.
        root: The content folder; none: what companion ships with.

    Raises:
        ContentError: If its file is not what it should be.
    """
    content = root if root is not None else shipped()
    file = content / language / FILE
    data = read(file if file.is_file() else content / FALLBACK / FILE)
    try:
        return _story(data)
    except (KeyError, ValueError, TypeError) as error:
        raise ContentError(file=FILE, problem=str(error)) from None


def _story(data: dict[str, Any]) -> Story:
    sessions = data["sessions"]
    return Story(
        name=data["name"],
        person=data["person"],
        sessions=sessions["count"],
        days_since_last=sessions["days_since_last"],
        days_to_next=sessions["days_to_next"],
        at=time.fromisoformat(sessions["at"]),
        missed=frozenset(sessions["missed"]),
        entries=tuple(_entry(entry) for entry in data["entries"]),
        moves=tuple(_move(move) for move in data.get("moves", ())),
    )


def _move(data: dict[str, Any]) -> Move:
    of = data["of"]
    return Move(
        after=data["after"],
        days=data["days"],
        at=time.fromisoformat(data["at"]),
        of=(of["path"], of["after"], of.get("step", NOTE)),
        rung=Rung(data["rung"]),
        rehearsed={size: data[size] for size in Size if size in data},
        brings=Size(data["brings"]) if "brings" in data else None,
        became=Became(data["became"]) if "became" in data else None,
        words=data.get("words", ""),
    )


def _entry(data: dict[str, Any]) -> Entry:
    note = data["path"] == NOTE
    answers = {NOTE: data["words"]} if note else data["answers"]
    places = {NOTE: Place(data["place"])} if "place" in data else {}
    places |= dict.fromkeys(data.get("parked", ()), Place.PARKED)
    places |= dict.fromkeys(data.get("unsaid", ()), Place.UNSAID)
    return Entry(
        after=data["after"],
        days=data["days"],
        at=time.fromisoformat(data["at"]),
        path=data["path"],
        answers={step: _value(value) for step, value in answers.items()},
        places=places,
        brings=tuple(data.get("brings", ())),
        ticked=tuple(
            Tick(one.get("step", NOTE), Mode(one["mode"]), one.get("wording", ""))
            for one in data.get("ticked", ())
        ),
    )


def _value(value: str | int | list[str] | dict[str, int]) -> Value:
    if isinstance(value, dict):
        return MapPoint(**value)
    return tuple(value) if isinstance(value, list) else value
