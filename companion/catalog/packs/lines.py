"""On which line of a TOML file each key stands. Python's own reader does not tell."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    Keys = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_ON_THE_LINE = re.compile(r"[ \t]*")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN_VALUE = re.compile(r"[^,\]}#\n]*")


def lines_of(text: str) -> Mapping[Keys, int]:
    """The line of each key (1 or more), by its place: names, and numbers in a list.

    `("paths", 0, "steps", 1, "prompt")` is the prompt of the second step of the first path.

    Args:
        text: TOML that Python's own reader took. Of other text something is missing or
            wrong, and nothing is raised.
    """
    return _Scan(text).lines


def line_of(lines: Mapping[Keys, int], keys: Keys) -> int:
    """The line of a key; of one that is not there, the line of what it would stand in.

    Args:
        lines: What `lines_of` found.
        keys: Where it is, or would be.
    """
    while keys and keys not in lines:
        keys = keys[:-1]
    return lines.get(keys, 0)


class _Scan:
    """Goes through a text once and notes where keys begin."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._counts: dict[Keys, int] = {}
        self._line, self._counted_to = 1, 0
        self.lines: dict[Keys, int] = {}
        table: Keys = ()
        while self._skip(_BLANK) and self._at < len(text):
            before = self._at
            if text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)
            if self._at == before:  # no TOML: not for us to say
                self._at += 1

    def _skip(self, what: re.Pattern[str]) -> bool:
        found = what.match(self._text, self._at)
        if found is not None:
            self._at = found.end()
        return found is not None

    def _take(self, sign: str) -> bool:
        found = self._text.startswith(sign, self._at)
        self._at += len(sign) if found else 0
        return found

    def _note(self, keys: Keys) -> None:
        # Counted on from the last key: a file is gone through once.
        self._line += self._text.count("\n", self._counted_to, self._at)
        self._counted_to = self._at
        self.lines.setdefault(keys, self._line)

    def _header(self) -> Keys:
        listed = self._take("[[") or not self._take("[")
        keys: Keys = ()
        start, parts = self._at, self._key()
        for part in parts[:-1]:
            keys = (*keys, part)
            if keys in self._counts:
                keys = (*keys, self._counts[keys] - 1)
        keys = (*keys, *parts[-1:])
        after, self._at = self._at, start
        self._note(keys)
        if listed:
            number = self._counts.get(keys, 0)
            self._counts[keys] = number + 1
            keys = (*keys, number)
            self._note(keys)
        self._at = after
        self._take("]]" if listed else "]")
        return keys

    def _pair(self, table: Keys) -> None:
        self._skip(_ON_THE_LINE)
        start, parts = self._at, self._key()
        keys = (*table, *parts)
        after, self._at = self._at, start
        for depth in range(len(table) + 1, len(keys) + 1):
            self._note(keys[:depth])
        self._at = after
        self._skip(_ON_THE_LINE)
        if parts and self._take("="):
            self._value(keys)

    def _key(self) -> tuple[str, ...]:
        parts: list[str] = []
        while self._skip(_ON_THE_LINE):
            start = self._at
            if self._skip(_BARE_KEY):
                parts.append(self._text[start : self._at])
            elif self._skip(_STRING):
                parts += _unquoted(self._text[start : self._at])
            self._skip(_ON_THE_LINE)
            if not self._take("."):
                return tuple(parts)
        return tuple(parts)

    def _value(self, keys: Keys) -> None:
        self._skip(_ON_THE_LINE)
        if self._take("["):
            self._items(keys)
        elif self._take("{"):
            self._inline(keys)
        elif not self._skip(_STRING):
            self._skip(_PLAIN_VALUE)

    def _items(self, keys: Keys) -> None:
        number = 0
        while self._skip(_BLANK) and self._at < len(self._text) and not self._take("]"):
            before = self._at
            self._note((*keys, number))
            self._value((*keys, number))
            self._skip(_BLANK)
            number += self._take(",")
            if self._at == before:
                return

    def _inline(self, keys: Keys) -> None:
        while self._skip(_BLANK) and self._at < len(self._text) and not self._take("}"):
            before = self._at
            self._pair(keys)
            self._skip(_BLANK)
            self._take(",")
            if self._at == before:
                return


def _unquoted(quoted: str) -> list[str]:
    try:
        return list(tomllib.loads(f"{quoted} = 0"))
    except ValueError:
        return []
