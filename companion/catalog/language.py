"""The interface's sentences, and days in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from zlib import compress, decompress

from companion.catalog.files import (
    FALLBACK,
    as_it_lies,
    languages,
    names,
    parsed,
    read,
    read_if_there,
    shipped,
)
from companion.catalog.plurals import MANY, plural_form
from companion.domain.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime
    from importlib.resources.abc import Traversable

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def choose_language(
    requested: str | None, environment: Mapping[str, str], root: Traversable | None = None
) -> str:
    """The language to speak: the one asked for, or the environment's, or English.

    Args:
        requested: A code (`en`), or nothing.
        environment: The process's environment; `LC_ALL`, `LC_MESSAGES` and `LANG` are read.
        root: The content folder; none: what companion ships with.
    """
    there = languages(root if root is not None else shipped())
    # The first of these that says anything decides, as it does for every other program.
    system = next(filter(None, (environment.get(name) for name in _VARIABLES)), "")
    for said in (requested or "", system):
        code = said.replace("-", "_").partition("_")[0].partition(".")[0].lower()
        if code in there:
            return code
    return FALLBACK


class Language:
    """One language of the interface; what it lacks is said in English."""

    def __init__(self, code: str = FALLBACK, root: Traversable | None = None) -> None:
        """Take the language; nothing is read before the first sentence.

        Args:
            code: The language's code.
            root: The content folder; none: what companion ships with.
        """
        self.code = code
        """The language's code."""
        self._root = root if root is not None else shipped()
        self._files: set[str] = set()
        self._areas: set[str] = set()
        self._read: dict[str, str] = {}
        self._kept: dict[str, bytes] = {}

    def keep(self) -> None:
        """Hold every file of sentences in memory: none may be there any more when it is needed.

        Packed: what was understood of them takes ten times the room, and most is never said.

        Raises:
            ContentError: If one of them can't be read.
        """
        self._kept = {
            place: compress(as_it_lies(self._root, place))
            for code in self._codes
            for place in _places(self._root, code)
        }

    def say(self, key: str, **values: str | int) -> str:
        """The sentence of that key with its named gaps filled.

        A sentence with plural forms is said in the one that its `number` asks for.

        Raises:
            ContentError: If there is no such sentence, or a gap has no value.
        """
        try:
            return self._sentence(key, values.get("number")).format(**values)
        except (KeyError, IndexError, ValueError, AttributeError):
            raise ContentError(file=f"{self.code}/ui", problem=key) from None

    def _sentence(self, key: str, number: str | int | None) -> str:
        try:
            return self._of_key(key)
        except KeyError:
            if not isinstance(number, int):
                raise
        try:
            return self._of_key(f"{key}.{plural_form(self.code, number)}")
        except KeyError:
            return self._of_key(f"{key}.{MANY}")  # said in English, which has fewer forms

    def _of_key(self, key: str) -> str:
        area = key.partition(".")[0]
        for read_more in (self._read_file, self._read_area):
            if key not in self._read:
                read_more(area)
        return self._read[key]

    def _read_file(self, area: str) -> None:
        """Read the file of that name: most keys begin so, and a short command needs no other."""
        if area not in self._files:
            self._take(f"{_folder(code)}{area}.toml" for code in self._codes)
            self._files.add(area)

    def _read_area(self, area: str) -> None:
        """Read every file with a table of that name."""
        if area not in self._areas:
            if not self._kept:
                self.keep()
            table = re.compile(rb"^\[+%s\b" % area.encode(), re.MULTILINE)
            self._take([at for at, text in self._kept.items() if table.search(decompress(text))])
            self._areas.add(area)

    def _take(self, places: Iterable[str]) -> None:
        found: dict[str, str] = {}
        for place in places:
            found |= flat("", self._table(place))
        self._read |= found  # whole: another thread may be saying something meanwhile

    @property
    def _codes(self) -> tuple[str, ...]:
        """The languages that are read, each over the one before."""
        return tuple(dict.fromkeys((FALLBACK, self.code)))

    def _table(self, place: str) -> dict[str, Any]:
        """A file of sentences; empty where there is none."""
        if place in self._kept:
            return parsed(decompress(self._kept[place]), place)
        return read_if_there(self._root, place)

    def day(self, day: date) -> str:
        """A day in words: "Thursday 26 November 2026"."""
        return self.say("dates.day", **self._parts(day, "weekday", "month"))

    def day_of_this_year(self, day: date) -> str:
        """A day in words, without its year: "Thursday 26 November"."""
        return self.say("dates.day_of_this_year", **self._parts(day, "weekday", "month"))

    def short_day(self, day: date) -> str:
        """A day in few words: "Thu 26 Nov"."""
        return self.say("dates.short_day", **self._parts(day, "short_weekday", "short_month"))

    def time(self, wall: datetime) -> str:
        """A time of day: "17:30"."""
        return self.say("dates.time", hour=f"{wall.hour:02}", minute=f"{wall.minute:02}")

    def _parts(self, day: date, weekday: str, month: str) -> dict[str, str | int]:
        return {
            "weekday": self.say(f"dates.{weekday}.{day.weekday()}"),
            "day": day.day,
            "month": self.say(f"dates.{month}.{day.month - 1}"),
            "year": day.year,
        }


def read_sentences(root: Traversable, code: str) -> dict[str, str]:
    """The sentences of one language alone, all its files together.

    Raises:
        ContentError: If a file makes no sense or two files share a key.
    """
    found: dict[str, str] = {}
    for place in _places(root, code):
        for key, sentence in flat("", read(root, place)):
            if key in found:
                raise ContentError(file=place, problem=f"{key} is there twice")
            found[key] = sentence
    return found


def _places(root: Traversable, code: str) -> list[str]:
    """The files of one language's sentences."""
    folder = _folder(code)
    try:
        return [f"{folder}{name}.toml" for name in names(root / code / "ui")]
    except OSError as error:
        raise ContentError(file=folder, problem=type(error).__name__) from None


def _folder(code: str) -> str:
    return f"{code}/ui/"


def flat(prefix: str, value: object) -> list[tuple[str, str]]:
    """What a TOML table holds, each value by its whole key; a list by its numbers.

    Args:
        prefix: The key of the table; empty: it is the whole file.
        value: The table, a list, or one value.
    """
    if isinstance(value, dict):
        items = [(str(key), inner) for key, inner in value.items()]
    elif isinstance(value, list):
        items = [(str(index), inner) for index, inner in enumerate(value)]
    else:
        return [(prefix, str(value))]
    return [
        one for key, inner in items for one in flat(f"{prefix}.{key}" if prefix else key, inner)
    ]
