"""What is scrolled through with a cursor: the keys, and the bar at its side."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.scroll_view import ScrollView

from companion.ui.keys import OF_A_LIST, bindings

if TYPE_CHECKING:
    from textual.binding import BindingType


class CursorList(ScrollView, can_focus=True):
    """Moves a cursor from one thing to the next; what these are is its heirs' business."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(*OF_A_LIST)
    _at: int = 0

    @property
    def cursor(self) -> int:
        """Which one the cursor is on (0 or more)."""
        return self._at

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:  # noqa: FBT001  a reactive's value
        """Tell the bar where the list is: Textual tells it only while it is there."""
        if shown:
            self.vertical_scrollbar.position = self.scroll_y

    def action_up(self) -> None:
        """To the one before."""
        self._go(self._at - 1)

    def action_down(self) -> None:
        """To the one after."""
        self._go(self._at + 1)

    def action_first(self) -> None:
        """To the first."""
        self._go(0)

    def action_last(self) -> None:
        """To the last."""
        self._go(self._count - 1)

    @property
    def _count(self) -> int:
        """How many there are (0 or more)."""
        return 0

    def _go(self, index: int) -> None:
        """Put the cursor on one of them; what lies beyond either end is the end."""
        self._at = max(0, min(index, self._count - 1))
