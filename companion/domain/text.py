"""Making text safe to keep and to show, without changing what it says."""

from __future__ import annotations

import re
import unicodedata

_UNWANTED = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f"  # C0 but tab and line feed, and DEL: terminals obey them
    "\x80-\x9f"  # C1: one-byte escape sequences
    "\u202a-\u202e\u2066-\u2069"  # bidi overrides and isolates reorder what follows
    "\u2028\u2029\ufeff"  # line and paragraph separators, byte order mark
    "\ud800-\udfff"  # halves of a pair: can't be written to a file
    "]"
)


def clean(text: str) -> str:
    """Text without control characters, directional overrides or lone surrogates.

    Line ends become line feeds and the text is put in Unicode's composed form
    (NFC), so that the same word is found however it was typed.

    Args:
        text: Anything typed, pasted, piped or read from a file.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", lines))


def one_line(text: str) -> str:
    """The text with every run of white space folded to one space."""
    return " ".join(text.split())


LONGEST_TAG = 40
"""The most characters of a tag."""


def tidy_tag(text: str) -> str:
    """A tag as it is kept: one line, small letters, no mark before it; may be empty.

    Args:
        text: What was typed, with or without `#`.
    """
    return one_line(clean(text)).lstrip("#@ ").casefold()[:LONGEST_TAG].strip()


def excerpt(text: str, limit: int) -> str:
    """The beginning of a text on one line, cut at a word where it can be.

    Args:
        text: Any text.
        limit: The most characters to return, the ellipsis included (2 or more).
    """
    line = one_line(text)
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    head, space, _ = cut.rpartition(" ")
    return f"{head if space and len(head) > limit // 2 else cut}…"


def word_count(text: str) -> int:
    """How many words a text has, counted as runs without white space."""
    return len(text.split())


def cell_width(text: str) -> int:
    """How many terminal cells a text takes on one line.

    Wide and full-width characters take two, combining marks and joiners none
    (Unicode Standard Annex 11).
    """
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def wrapped(text: str, width: int) -> list[str]:
    """A text broken into lines at its blanks, none wider than so many cells.

    Line breaks in the text are kept. A word wider than a line is broken where
    the line ends.

    Args:
        text: Any text.
        width: Terminal cells (2 or more).
    """
    return [line for row in text.split("\n") for line in _wrapped_row(row, width)]


def _wrapped_row(row: str, width: int) -> list[str]:
    lines, line = [], ""
    for word in row.split():
        longer = f"{line} {word}" if line else word
        if cell_width(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, width)
        lines += full
    return [*lines, line]


def _pieces(word: str, width: int) -> list[str]:
    """A word cut wherever a line is full; in one go, however long it is."""
    pieces, start, taken = [], 0, 0
    for index, character in enumerate(word):
        cells = _cells(character)
        if taken + cells > width:
            pieces.append(word[start:index])
            start, taken = index, 0
        taken += cells
    return [*pieces, word[start:]]
