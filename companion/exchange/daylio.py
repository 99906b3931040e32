"""The CSV that Daylio exports."""

from __future__ import annotations

import csv
import re
from datetime import date, datetime, time
from io import StringIO
from typing import TYPE_CHECKING

from companion.domain.archive import Source
from companion.domain.errors import BrokenImportError, UnknownImportError
from companion.domain.text import clean
from companion.exchange.notes import Notes
from companion.exchange.trees import NO_ENTRY, UnfitError, reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from companion.domain.archive import Incoming

_DAY, _TIME, _MOOD, _ACTIVITIES = "full_date", "time", "mood", "activities"
_NEEDED = frozenset({_DAY, _MOOD})
_FIRST = (_MOOD, _ACTIVITIES, "scales", "note_title", "note")
# The order in which an entry says them; columns of other names come after these.
_SAID_BY_MOMENT = frozenset({_DAY, "date", "weekday", _TIME})

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.]\d{2})?\s*(?:(?P<half>[ap])\.?\s?m\.?)?",
    re.IGNORECASE,
)
_NOON = time(12)


def read_daylio(
    text: str, from_local: Callable[[datetime], datetime], title: str, file: str
) -> Incoming:
    """The entries of a diary kept with Daylio.

    Args:
        text: The whole file.
        from_local: The moment (aware, UTC) for a time on the person's wall clock.
        title: What a free line is called, in the person's language.
        file: The file, for the errors.

    Raises:
        UnknownImportError: If it has not the columns of such a file.
        BrokenImportError: If something in it is not as it should be.
    """
    rows = csv.reader(StringIO(text, newline=""), strict=True)
    columns = _columns(rows, file)
    notes = Notes(Source.DAYLIO, title)
    for number, row in enumerate(_entries(rows, file), 1):
        with reading(file, number):
            if len(row) != len(columns):
                raise UnfitError
            cells = dict(zip(columns, map(str.strip, row), strict=True))
            wall = datetime.combine(date.fromisoformat(cells[_DAY]), _time(cells.get(_TIME, "")))
            words = "\n".join(_lines(cells))
            notes.add(from_local(wall), words, (wall.isoformat(), words))
    return notes.incoming()


def _columns(rows: Iterator[list[str]], file: str) -> list[str]:
    try:
        columns = [name.strip().casefold() for name in next(rows, [])]
    except csv.Error:
        raise UnknownImportError(file=file) from None
    if not _NEEDED.issubset(columns) or len(set(columns)) != len(columns):
        raise UnknownImportError(file=file)
    return columns


def _entries(rows: Iterator[list[str]], file: str) -> Iterator[list[str]]:
    read = NO_ENTRY
    try:
        for row in rows:
            if row:  # not an empty line at the end
                read += 1
                yield row
    except csv.Error:
        raise BrokenImportError(file=file, entry=read + 1) from None


def _time(text: str) -> time:
    """The time of day; noon where the file doesn't say it."""
    if not text:
        return _NOON
    found = _CLOCK.fullmatch(clean(text))
    if found is None:
        raise UnfitError
    hour, half = int(found["hour"]), (found["half"] or "").casefold()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, int(found["minute"]))


def _lines(cells: dict[str, str]) -> Iterator[str]:
    """What an entry says, each on a line of its own; nothing that it says is lost."""
    order = [*_FIRST, *(name for name in cells if name not in _FIRST)]
    for name in order:
        words = cells.get(name, "")
        if words and name not in _SAID_BY_MOMENT:
            yield ", ".join(words.split(" | ")) if name == _ACTIVITIES else words
