"""Making text safe to keep and to show, without changing what it says."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_UNWANTED = (
    "["
    "\x00-\x08\x0b-\x1f\x7f"  # C0 but tab and line feed, and DEL: terminals obey them
    "\x80-\x9f"  # C1: one-byte escape sequences
    "\u202a-\u202e\u2066-\u2069"  # bidi overrides and isolates reorder what follows
    "\u2028\u2029\ufeff"  # line and paragraph separators, byte order mark
    "\ud800-\udfff"  # halves of a pair: can't be written to a file
    "]"
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    # Only what is used: compiling takes longer than all else at the start.
    return re.compile(pattern)


def clean(text: str) -> str:
    """Text without control characters, directional overrides or lone surrogates.

    Line ends become line feeds and the text is put in Unicode's composed form
    (NFC), so that the same word is found however it was typed.

    Args:
        text: Anything typed, pasted, piped or read from a file.
    """
    if text.isprintable():  # most often: there is nothing to take out
        return unicodedata.normalize("NFC", text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _compiled(_UNWANTED).sub("", lines))


def one_line(text: str) -> str:
    """The text with every run of white space folded to one space."""
    return " ".join(text.split())


def unaccented(text: str) -> str:
    """A text as it is compared and sorted: small letters, accents left out of account.

    Args:
        text: Anything typed, or a name.
    """
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(one for one in letters if not unicodedata.combining(one))


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


CHARACTERS_OF_A_WORD = 2
"""How many characters are counted as a word of Chinese or Japanese."""
LETTERS_OF_A_WORD = 3
"""How many letters are counted as a word of Thai, Lao, Burmese, Khmer and their relatives."""
_UNSPACED = (
    "(?P<characters>["
    "\u2e80-\u2fdf\u3005-\u3007"  # radicals, the marks of repetition and of closing, zero
    "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u312f"  # kana, bopomofo
    "\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"  # more of them, ideographs
    "\uf900-\ufaff\uff66-\uff9d"  # compatibility ideographs, half-width kana
    "\U00020000-\U0003ffff"  # rarer ideographs
    "]+)|(?P<letters>["
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f"  # Burmese
    "\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\uaa80-\uaadf"  # Khmer, and the Tai scripts
    "]+)"
)


def word_count(text: str) -> int:
    """How many words a text has, counted as runs without white space.

    Some scripts have no blanks between words, and companion ships no dictionary to tell
    these apart. There the number is estimated from the letters, so that what a page may
    hold comes to about the same in every script; each unbroken run is rounded up:

    - Chinese and Japanese: two characters a word. In the reading texts of
      Trauzettel-Klosinski and Dietz (2012, doi 10.1167/iovs.11-8284) 255 characters are
      158 words of Chinese, 357 characters 193 words of Japanese: 1.6 and 1.9 a word.
    - Thai, Lao, Burmese, Khmer and their relatives: three letters a word, the signs around
      a letter not counted. This is a convention of our own, tried on short sentences.

    Args:
        text: Any text; one of blanks alone has no words.
    """
    return sum(map(_words_without_blank, text.split()))


def _words_without_blank(piece: str) -> int:
    found = sum(map(_words_of_run, _compiled(_UNSPACED).finditer(piece)))
    if found:
        # Words of another script in between count, punctuation in between does not.
        between = _compiled(_UNSPACED).sub(_gap, piece).split()
        found += sum(any(map(str.isalnum, one)) for one in between)
    return max(found, 1)


def _gap(run: re.Match[str]) -> str:
    return " " if _words_of_run(run) else ""  # a sign without its letter parts nothing


def _words_of_run(run: re.Match[str]) -> int:
    if run.lastgroup == "characters":
        return -(-len(run[0]) // CHARACTERS_OF_A_WORD)
    letters = sum(unicodedata.category(one)[0] in "LN" for one in run[0])
    return -(-letters // LETTERS_OF_A_WORD)


def cell_width(text: str) -> int:
    """How many terminal cells a text takes on one line.

    Wide and full-width characters take two, combining marks and joiners none
    (Unicode Standard Annex 11).
    """
    if text.isascii():  # as good as always, and told at once
        return len(text)
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
    lines, line, taken = [], list[str](), 0
    for word in row.split():
        cells = cell_width(word)
        if taken + bool(line) + cells <= width:
            taken += bool(line) + cells
            line.append(word)
            continue
        if line:
            lines.append(" ".join(line))
        *full, rest = _pieces(word, width) if cells > width else [word]
        lines += full
        line, taken = [rest], cell_width(rest)
    return [*lines, " ".join(line)]


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
