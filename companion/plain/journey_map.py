"""The way of a therapy, line by line: what was, where one is, what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.journey_map import Kind
from companion.domain.typed_number import MOST, typed_number
from companion.plain.reading import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from companion.domain.journey import Journey
    from companion.domain.journey_map import JourneyMap, Waymark
    from companion.domain.summaries import Summary
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook

WITHOUT_DAY = frozenset({Kind.MOVED, Kind.OPEN})
"""What is said without a day."""


def show_map(face: Face, opened: OpenNotebook) -> None:
    """Say the way of a therapy, and let someone read what they wrote after a session.

    Raises:
        InputEndedError: If there are no more lines.
        CompanionError: If the notebook can't be read.
    """
    journey_id = _which(face, opened.journeys.all())
    if journey_id is None:
        return
    found = opened.journey_maps.of(journey_id)
    say_map(face, found, opened.journey_maps.titles(found.journey.id, found.marks))
    while asked := face.ask("journey_map.ask"):
        station = _numbered(found, asked)
        if station is None:
            face.say("journey_map.no_such")
        else:
            _read(face, opened, found, station)


def say_map(face: Face, found: JourneyMap, titles: Iterable[Sequence[str]]) -> None:
    """Say everything on a way, a line each, from the beginning on.

    Args:
        face: Where to say it.
        found: The way.
        titles: What was reflected on after each mark of it.
    """
    for mark, named in zip(found.marks, titles, strict=True):
        face.terminal.say(mark_line(face, mark, named))


def mark_line(face: Face, mark: Waymark, named: Sequence[str]) -> str:
    """A mark as one line: what it is, its day, and what belongs to it."""
    line = face.words(f"journey_map.mark.{mark.kind}", number=mark.number)
    if mark.kind not in WITHOUT_DAY:
        day = face.house.words.day(face.house.clock.local(mark.at).date())
        line = face.words("journey_map.line", mark=line, day=day)
    quoted = face.words("journey_map.quoted", words=mark.words) if mark.words else ""
    more = quoted or face.words("journey_map.then").join(named)
    return face.words("journey_map.line_with", line=line, more=more) if more else line


def _which(face: Face, journeys: Sequence[Journey]) -> str | None:
    """Which therapy, where there are several; empty: the open one; none: none of them."""
    if len(journeys) == 1:
        return ""
    labels = [one.name or face.words("journeys.unnamed") for one in journeys]
    chosen = face.choose(labels, "journey_map.which")
    return None if chosen is None else journeys[chosen].id


def _numbered(found: JourneyMap, asked: str) -> Waymark | None:
    """The station of the session that has a number; none: there is none on the way."""
    number = typed_number(asked, 1, MOST)
    if number is None:
        return None
    stations = (mark for mark in found.marks if mark.stretch is not None)
    return next((mark for mark in stations if mark.number == number), None)


def _read(face: Face, opened: OpenNotebook, found: JourneyMap, station: Waymark) -> None:
    maps, stretch = opened.journey_maps, station.stretch
    if stretch is None or not maps.height(found.journey.id, stretch):
        face.say("journey_map.nothing_written")
        return

    def fetch(offset: int, limit: int) -> list[Summary]:
        return maps.rows(found.journey.id, stretch, offset, limit)

    read_rows(face, opened, fetch)
