"""How long rehearsed words are for the size they are meant to have, and what they still lack."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.domain.ladder import Size
from companion.domain.text import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE_CELLS = 78
"""How wide a line is, in terminal cells, when three of them are meant."""
LINES = 3
"""How many lines the middle size has."""
BLANK = "___"
"""A gap in a beginning, for the person's own words."""
_ENDS = re.compile(r"[.?!…。？！]+[\"'”’»)\]]*(?=\s+\S)|\n+(?=\s*\S)")


def is_longer(size: Size, words: str) -> bool:
    """Whether words are longer than their size says. They may well be.

    Args:
        size: The size they are meant to have.
        words: What was written.
    """
    match size:
        case Size.ALL:
            return False
        case Size.LINES:
            return len(list(_lines(words))) > LINES
    return bool(_ENDS.search(words.strip()))


def has_blank(words: str) -> bool:
    """Whether words still have a gap in them; they may be kept with it."""
    return BLANK in words


def _lines(words: str) -> Iterator[str]:
    return (line for line in wrapped(words, LINE_CELLS) if line.strip())
