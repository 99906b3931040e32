"""One row of a long list: what it says, and how it fits into so many cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from companion.domain.text import clean, one_line
from companion.ui.widgets.fitting import fit

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOM_FOR_ONE_LINE = 48
"""From so many cells on, a row is one line; below, its words have a line of their own."""
_GAP = 2
_WIDEST_TITLE = 24
_INDENT = 2
_JOINER = "\u200d"

Part = tuple[str, str]
"""Some text, and the name of the style it is drawn in."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it is drawn."""

    id: str
    """What it stands for."""
    aside: str
    """The quiet word at its left: a day."""
    title: str
    """What it is called."""
    words: str
    """The beginning of what was said."""
    mark: str = ""
    """A word before the words, about the state it is in; empty: none."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How many cells the first two columns take; they grow with the rows, and never shrink."""

    aside: int = 0
    """The widest day so far."""
    title: int = 0
    """The widest title so far, within bounds."""

    def holding(self, rows: Iterable[Row]) -> Columns:
        """Columns wide enough for these rows too."""
        aside, title = self.aside, self.title
        for row in rows:
            aside = max(aside, cell_len(_tidy(row.aside)))
            title = max(title, min(_WIDEST_TITLE, cell_len(_tidy(row.title))))
        return Columns(aside, title)


def parts_of(row: Row, columns: Columns, width: int) -> list[list[Part]]:
    """The lines of a row, each as parts that take no more than so many cells together.

    Args:
        row: The row.
        columns: How wide the first two columns are.
        width: How many cells a line has (0 or more).
    """
    words = [(_tidy(row.mark), "row--mark"), (_tidy(row.words), "row--words")]
    aside = (_filled(row.aside, columns.aside), "row--aside")
    if width < ROOM_FOR_ONE_LINE:
        first = _fitted([aside, (_tidy(row.title), "row--title")], width)
        return [first, [(" " * min(_INDENT, width), ""), *_fitted(words, width - _INDENT)]]
    title = (_filled(row.title, min(columns.title, width // 3)), "row--title")
    return [_fitted([aside, title, *words], width)]


def _fitted(parts: Iterable[Part], width: int) -> list[Part]:
    """As much of the parts, tidy already, as there is room for, with a gap between them."""
    fitting: list[Part] = []
    for text, style in parts:
        if not text:
            continue
        gap = _GAP if fitting else 0
        if width <= gap:
            break
        shown = text if cell_len(text) <= width - gap else fit(text, width - gap)
        fitting += [(" " * gap, ""), (shown, style)] if gap else [(shown, style)]
        width -= gap + cell_len(shown)
    return fitting


def _filled(text: str, width: int) -> str:
    """The text on one line in exactly so many cells."""
    return set_cell_size(fit(_tidy(text), width), width) if width > 0 else ""


def _tidy(text: str) -> str:
    # A joiner at the end would join what is drawn after it.
    return one_line(clean(text)).rstrip(_JOINER)
