"""A table of a pack that remembers all that is wrong in it, instead of ending at the first."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, NoReturn, TypeVar

from companion.catalog.packs.limits import (
    LONGEST_NAME,
    LONGEST_TEXT,
    MOST_OPTIONS,
    MOST_PROBLEMS,
    MOST_WORDS_OFFERED,
)
from companion.catalog.packs.lines import line_of
from companion.catalog.packs.text import has_unwanted
from companion.catalog.slip import Slip
from companion.catalog.table import Table
from companion.domain.errors import ContentError
from companion.domain.pack import PackProblem
from companion.domain.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    from companion.catalog.packs.lines import Keys

    One = TypeVar("One", bound=StrEnum)

_LINK = re.compile(r"://|\bwww\.", re.IGNORECASE)
_AFTER_BREAKAGE = frozenset({"missing", "nothing-in-it", "no-options", "no-words", "no-earlier"})
STAND_IN = "—"
"""Stands where words are missing, so that the rest can be looked at."""
_BESIDE = {"options": ("label",), "groups": ("words",)}
# What a pack says inside an option or a group, and companion's own paths in another file.


@dataclass(slots=True)
class Found:
    """Everything that is wrong with a pack so far."""

    lines: Mapping[Keys, int]
    """On which line each key stands."""
    broken: bool = False
    """Whether lines were left out: then what is missing may have stood on one of them."""
    problems: list[PackProblem] = field(default_factory=list)
    """What is wrong."""

    def add(self, keys: Keys, code: str, /, **details: str | int) -> None:
        """Remember something.

        Args:
            keys: Where it is.
            code: What is wrong.
            details: What fills the gaps of its sentence.
        """
        if (self.broken and code in _AFTER_BREAKAGE) or len(self.problems) >= MOST_PROBLEMS:
            return
        problem = PackProblem(line_of(self.lines, keys), _named(keys), code, (*details.items(),))
        if problem not in self.problems:
            self.problems.append(problem)


class PackTable(Table):
    """Reads value by value; what is wrong is remembered, and something harmless returned."""

    def __init__(self, found: Found, values: object, keys: Keys = ()) -> None:
        """Take the values.

        Args:
            found: Remembers what is wrong.
            values: What TOML gave for the table.
            keys: Where in the file the table stands.
        """
        self.found = found
        """Remembers what is wrong."""
        self.keys = keys
        """Where in the file the table stands."""
        if not isinstance(values, dict):
            found.add(keys, "no-table")
        super().__init__("", values if isinstance(values, dict) else {}, _named(keys))
        last = next((one for one in reversed(keys) if isinstance(one, str)), "")
        self._asked.update(_BESIDE.get(last, ()) if keys and isinstance(keys[-1], int) else ())

    def __contains__(self, name: object) -> bool:
        """Whether there is such a key; whoever asks knows what it means."""
        self._asked.add(str(name))
        return super().__contains__(name)

    def knows(self, *names: str) -> None:
        """Let some keys mean something, though nothing reads them."""
        self._asked.update(names)

    def wrong(self, name: str, code: str, /, **details: str | int) -> None:
        """Remember that something is wrong with a key, or with the table itself.

        Args:
            name: The key; empty: the table.
            code: What is wrong.
            details: What fills the gaps of its sentence.
        """
        self.found.add((*self.keys, name) if name else self.keys, code, **details)

    def refuse(self, name: str, problem: str) -> NoReturn:
        """Remember that something makes no sense, and give up what was being read.

        Raises:
            ContentError: Always.
        """
        code = problem.code if isinstance(problem, Slip) else "senseless"
        self.wrong(name, code)
        raise ContentError(file="", problem=problem)

    def text(self, name: str, default: str | None = None, *, most: int = 0) -> str:
        """Words on one line; without a default there must be some.

        Args:
            name: The key.
            default: What holds where there is none; none: it must be there.
            most: The most characters; 0: as many as a key of that name usually has.
        """
        value = self._value(name, default)
        if value is None:
            return STAND_IN
        if not isinstance(value, str):
            self.wrong(name, "no-text")
            return default if default is not None else STAND_IN
        return self._checked(name, value, most or _LONGEST.get(name, LONGEST_NAME), default)

    def _checked(self, name: str, value: str, most: int, default: str | None) -> str:
        if has_unwanted(value):
            self.wrong(name, "control")
            return STAND_IN
        words = one_line(value)
        if _LINK.search(words):
            self.wrong(name, "link")
        if not words:
            if default is None:
                self.wrong(name, "empty")
            return default if default is not None else STAND_IN
        if len(words) > most:
            self.wrong(name, "too-long", most=most)
        return words[:most]

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of words, so many at most as a group has; empty where there is none."""
        values = self._value(name, [])
        if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
            self.wrong(name, "no-texts")
            return ()
        if len(values) > MOST_WORDS_OFFERED:
            self.wrong(name, "too-many", most=MOST_WORDS_OFFERED)
        most = _LONGEST.get(name, LONGEST_NAME)
        return tuple(self._checked(name, one, most, None) for one in values[:MOST_WORDS_OFFERED])

    def number(self, name: str, default: int | None = None, *, most: int | None = None) -> int:
        """A whole number, 0 or more."""
        value = self._value(name, default)
        if value is None:
            return 1
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            self.wrong(name, "no-number")
            return 1
        if most is not None and value > most:
            self.wrong(name, "too-much", most=most)
            return most
        return value

    def flag(self, name: str) -> bool:
        """Yes or no; no where it is left out."""
        value = self._value(name, default=False)
        if not isinstance(value, bool):
            self.wrong(name, "no-flag")
        return value is True

    def day(self, name: str) -> date:
        """A day of the calendar."""
        value = self._value(name, None)
        if type(value) is date:  # a moment is a day too, to `isinstance`
            return value
        if value is not None:
            self.wrong(name, "no-day")
        return date.min

    def says_one_of(self, name: str, known: type[StrEnum]) -> bool:
        """Whether a key says one of the values that are known."""
        value = self._values.get(name)
        return isinstance(value, str) and value in set(known)

    def one_of(self, name: str, known: type[One], default: One | None = None) -> One:
        """One of the values that are known; the first of them where it is none."""
        value = self._value(name, default)
        if isinstance(value, str) and value in set(known):
            return known(value)
        if value is not None:
            self.wrong(name, "unknown-value", known=", ".join(known))
        return default if default is not None else next(iter(known))

    def table(self, name: str) -> PackTable:
        """The table below a key."""
        value = self._value(name, None)
        below = (*self.keys, name)
        if name in _BESIDE and isinstance(value, list):
            return _ById(self.found, below, self.tables(name))
        return PackTable(self.found, {} if value is None else value, below)

    def tables(self, name: str) -> tuple[PackTable, ...]:
        """The tables listed below a key, no more than a step may have."""
        return self.listed(name, MOST_OPTIONS)

    def listed(self, name: str, most: int) -> tuple[PackTable, ...]:
        """The tables listed below a key; empty where there are none.

        Args:
            name: The key.
            most: The most there may be.
        """
        values = self._value(name, [])
        if not isinstance(values, list):
            self.wrong(name, "no-list", name=name)
            return ()
        if len(values) > most:
            self.wrong(name, "too-many", most=most)
        keys = ((*self.keys, name, number) for number in range(most))
        return tuple(PackTable(self.found, one, at) for one, at in zip(values, keys, strict=False))

    def done(self) -> None:
        """Remember every key that means nothing, and which one may have been meant."""
        for name in map(str, self._values.keys() - self._asked):
            near = get_close_matches(name, sorted(self._asked), n=1)
            if near:
                self.wrong(name, "unknown-near", name=name[:LONGEST_NAME], near=near[0])
            else:
                self.wrong(name, "unknown", name=name[:LONGEST_NAME])

    def _value(self, name: str, default: object) -> object:
        self._asked.add(name)
        value = self._values.get(name, default)
        if value is None:
            self.wrong(name, "missing", name=name)
        return value


class _ById(PackTable):
    """What is listed below a key, found by its id: the words of options and of groups."""

    def __init__(self, found: Found, keys: Keys, listed: tuple[PackTable, ...]) -> None:
        super().__init__(found, {}, keys)
        self._listed = {one.text("id"): one for one in listed}

    def text(self, name: str, default: str | None = None, *, most: int = 0) -> str:
        del default, most
        return self._listed[name].text("label")

    def texts(self, name: str) -> tuple[str, ...]:
        return self._listed[name].texts("words")


class BesideItself(PackTable):
    """The words of a step whose structure and words stand in one table."""

    def __init__(self, step: PackTable) -> None:
        """Take the step."""
        super().__init__(step.found, {}, step.keys)
        self._step = step

    def table(self, name: str) -> PackTable:
        """The step itself, whatever its name."""
        del name
        return self._step


_LONGEST = dict.fromkeys(
    ("prompt", "help", "what", "for", "when", "then", "tiny", "about", "citations"), LONGEST_TEXT
)


def _named(keys: Keys) -> str:
    """A key as a person finds it: numbers in a list are counted from 1."""
    return ".".join(str(one + 1) if isinstance(one, int) else one[:LONGEST_NAME] for one in keys)
