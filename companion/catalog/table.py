"""A table of a content file that tells what is wrong with it by file and key."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NoReturn, TypeVar

from companion.domain.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from enum import StrEnum

    One = TypeVar("One", bound=StrEnum)


class Table:
    """A TOML table, read value by value.

    It remembers what was asked for. A key nobody asks for is a slip of the
    pen, and a dangerous one: a misspelt `page = "never"` would put a private
    answer within reach of the page. So `done` refuses it.

    Every method that reads raises `ContentError` where the value is missing or
    of the wrong kind.
    """

    def __init__(self, file: str, values: object, key: str = "") -> None:
        """Take the values.

        Args:
            file: The file, as a problem is to name it.
            values: What TOML gave for the table.
            key: Where in the file the table stands; empty: it is the whole file.
        """
        self._file = file
        self._key = key
        self._asked: set[str] = set()
        if not isinstance(values, dict):
            self.refuse("", "not a table")
        self._values = values

    def __contains__(self, name: object) -> bool:
        """Whether there is such a key."""
        return name in self._values

    def __iter__(self) -> Iterator[str]:
        """The keys."""
        return iter(self._values)

    def refuse(self, name: str, problem: str) -> NoReturn:
        """Refuse the file.

        Args:
            name: The key of this table that is at fault; empty: the table itself.
            problem: What is wrong there.

        Raises:
            ContentError: Always; it names the file and the key.
        """
        key = ".".join(part for part in (self._key, name) if part)
        problem = f"{key}: {problem}" if key else problem
        raise ContentError(file=self._file, problem=problem) from None

    def text(self, name: str, default: str | None = None) -> str:
        """Words; without a default there must be some."""
        value = self._value(name, default)
        if not isinstance(value, str):
            self.refuse(name, "not a text")
        if default is None and not value.strip():
            self.refuse(name, "empty")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of words; empty where there is none."""
        values = self._value(name, [])
        if not isinstance(values, list) or not all(isinstance(one, str) and one for one in values):
            self.refuse(name, "not a list of texts")
        return tuple(values)

    def number(self, name: str, default: int | None = None, *, most: int | None = None) -> int:
        """A whole number, 0 or more.

        Args:
            name: The key.
            default: What holds where there is none; none: it must be there.
            most: The highest it may be.
        """
        value = self._value(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            self.refuse(name, "not a whole number")
        if most is not None and value > most:
            self.refuse(name, f"more than {most}")
        return value

    def flag(self, name: str) -> bool:
        """Yes or no; no where it is left out."""
        value = self._value(name, default=False)
        if not isinstance(value, bool):
            self.refuse(name, "neither true nor false")
        return value

    def day(self, name: str) -> date:
        """A day of the calendar."""
        value = self._value(name, None)
        if type(value) is not date:  # a moment is a day too, to `isinstance`
            self.refuse(name, "not a day")
        return value

    def one_of(self, name: str, known: type[One], default: One | None = None) -> One:
        """One of the values that are known."""
        value = self.text(name, default)
        try:
            return known(value)
        except ValueError:
            self.refuse(name, f"{value} is none of {', '.join(known)}")

    def table(self, name: str) -> Table:
        """The table below a key."""
        return Table(self._file, self._value(name, None), self._below(name))

    def is_table(self, name: str) -> bool:
        """Whether a table is below a key."""
        return isinstance(self._values.get(name), dict)

    def tables(self, name: str) -> tuple[Table, ...]:
        """The tables listed below a key, each known by its id; empty where there are none."""
        values = self._value(name, [])
        if not isinstance(values, list):
            self.refuse(name, "not a list of tables")
        return tuple(
            Table(self._file, one, self._below(f"{name}.{_called(one, at)}"))
            for at, one in enumerate(values, start=1)
        )

    def done(self) -> None:
        """Refuse what nobody asked for.

        Raises:
            ContentError: If there is a key that means nothing.
        """
        for name in self._values.keys() - self._asked:
            self.refuse(name, "no such key")

    def _below(self, name: str) -> str:
        return f"{self._key}.{name}" if self._key else name

    def _value(self, name: str, default: object) -> object:
        self._asked.add(name)
        value = self._values.get(name, default)
        if value is None:
            self.refuse(name, "missing")
        return value


def _called(value: object, at: int) -> str:
    for name in ("id", "code"):
        if isinstance(value, dict) and isinstance(value.get(name), str):
            return str(value[name])
    return str(at)
