"""Making words fit into some cells of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from companion.domain.text import clean, one_line
from companion.ui.content import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP = 2  # cells between two columns


def fit(text: str, width: int) -> str:
    """The text on one line, its end replaced by an ellipsis where it is too wide.

    Args:
        text: Any text.
        width: How many cells there are (1 or more).
    """
    line = one_line(clean(text))
    return line if cell_len(line) <= width else f"{set_cell_size(line, width - 1)}…"


def two_columns(left: str, right: str, rights: Sequence[str], width: int) -> Content:
    """A row: words at the left, and in a column at the right how it stands.

    Args:
        left: The words; they are cut where they are too long.
        right: How it stands.
        rights: All that can stand at the right; the column is as wide as the widest.
        width: How many cells the row has (1 or more).
    """
    widest = max((cell_len(one) for one in rights), default=0)
    room = max(1, width - widest - _GAP)
    words = set_cell_size(fit(left, room), room)
    return Content.assemble(plain(words), " " * _GAP, plain(right, "$quiet"))
