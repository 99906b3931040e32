"""A long list of passages under the headings of their entries, each with a box to tick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.message import Message

from companion.ui.widgets.fitting import fit
from companion.ui.widgets.line_row import TICKED
from companion.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from textual import events

    from companion.ui.widgets.list_row import Part, Row

SOME = "◧"
"""The box of an entry of which something is ticked, and not all."""
_BOX = 2  # cells of a box and the gap after it
_INDENT = 3


class PassageList(VirtualList):
    """One line a row. A row with a title is an entry's heading; `aside` is its box."""

    @dataclass
    class Moved(Message):
        """The cursor is on another row, or the row is another one now."""

        index: int
        """The row (0 or more)."""

    class BoxPressed(Message):
        """The mouse pressed a row's box; the cursor is on that row now."""

    def parts(self, row: Row, width: int) -> list[list[Part]]:
        """A heading, or a passage a little further in."""
        ticked = row.aside in {TICKED, SOME}
        box = (f"{row.aside} ", "row--title" if ticked else "row--aside")
        if row.title:
            title = fit(row.title, max(1, width - _BOX))
            room = width - _BOX - cell_len(title) - _BOX
            day = fit(row.words, room) if room >= cell_len(row.words) else ""
            return [[box, (title, "row--title"), ("  " if day else "", ""), (day, "row--aside")]]
        words = fit(row.words, max(1, width - _BOX - _INDENT))
        return [[(" " * _INDENT, ""), box, (words, "row--words" if ticked else "row--aside")]]

    def on_click(self, event: events.Click) -> None:
        """Go to the row that was clicked on; on its box, tick it."""
        event.stop()
        event.prevent_default()  # a click here chooses nothing: it may be a slip
        index = self.scroll_offset.y + event.y
        if index < self.height:
            self._go(index)
            row = self.row(index)
            ends = _BOX if row and row.title else _INDENT + _BOX
            if event.x < ends:
                self.post_message(self.BoxPressed())

    @property
    def _lines(self) -> int:
        return 1

    def _go(self, index: int) -> None:
        super()._go(index)
        self.post_message(self.Moved(self.cursor))
