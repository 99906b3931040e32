"""The first line while walking a path: its title, and how far one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from companion.ui.content import plain
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from textual.app import ComposeResult

DONE_LINE, AHEAD_LINE = "━", "─"
_LONGEST = 25
_SHORTEST = 5
_GAP = 2


class ProgressLine(Widget):
    """A thin line as far as one has come, and the same in words."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str) -> None:  # noqa: A002  Textual's own name
        """Start at nothing."""
        super().__init__(id=id)
        self._done = 0
        self._all = 1
        self._says = ""

    def show(self, done: int, of: int, says: str) -> None:
        """Draw how far one is.

        Args:
            done: The number of this step (1 or more).
            of: Of how many (1 or more).
            says: The same in words.
        """
        self._done, self._all, self._says = done, of, says
        self.refresh()

    def render(self) -> Content:
        """The line, if there is room, and the words."""
        room = self.size.width - cell_len(self._says) - _GAP
        length = min(_LONGEST, room - _GAP)
        if length < _SHORTEST:
            return plain(self._says, "$quiet")
        done = round(length * self._done / self._all)
        return Content.assemble(
            (DONE_LINE * done, "$cool"),
            (AHEAD_LINE * (length - done), "$line"),
            " " * _GAP,
            plain(self._says, "$quiet"),
        )


class WalkHead(Masthead):
    """A masthead whose quiet word is a line of progress."""

    def compose(self) -> ComposeResult:
        """The title, and the line."""
        yield Static(plain(self._title), id="masthead-title")
        yield ProgressLine(id="masthead-aside")

    def show(self, done: int, of: int, says: str) -> None:
        """Draw how far one is.

        Args:
            done: The number of this step (1 or more).
            of: Of how many (1 or more).
            says: The same in words.
        """
        self.query_one(ProgressLine).show(done, of, says)
