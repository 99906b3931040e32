"""Making a word fit into some cells of a row."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

from companion.domain.text import clean, one_line


def fit(text: str, width: int) -> str:
    """The text on one line, its end replaced by an ellipsis where it is too wide.

    Args:
        text: Any text.
        width: How many cells there are (1 or more).
    """
    line = one_line(clean(text))
    return line if cell_len(line) <= width else f"{set_cell_size(line, width - 1)}…"
