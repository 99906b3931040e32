"""A text as long as a book, of which only the lines in sight are drawn."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import work
from textual.containers import ScrollableContainer
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from companion.domain.text import clean, wrapped

if TYPE_CHECKING:
    from textual.binding import BindingType

_NARROWEST = 8


class LongText(ScrollView, can_focus=True):
    """Shows a text letter by letter, broken at blanks; arrows and the mouse move it."""

    BINDINGS: ClassVar[list[BindingType]] = ScrollableContainer.BINDINGS
    DEFAULT_CSS = """
    LongText {
        width: 100%; height: 1fr; overflow-x: hidden; overflow-y: auto;
        scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's own name
        """Begin empty."""
        super().__init__(id=id)
        self._text = ""
        self._broken: list[str] = []
        self._broken_for = 0

    def show(self, text: str) -> None:
        """Show another text, from its beginning."""
        self._text, self._broken_for = clean(text), 0
        self.scroll_to(y=0, animate=False)
        self._break()

    def on_resize(self) -> None:
        """Break the lines for the new width."""
        self._break()

    def render_line(self, y: int) -> Strip:
        """One line in sight."""
        width, index = self.scrollable_content_region.width, self.scroll_offset.y + y
        if index >= len(self._broken):
            return Strip.blank(width, self.rich_style)
        segments = [Segment(self._broken[index], self.rich_style)]
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    # A year's words take a while to break: it is done beside the drawing.
    @work(exclusive=True, exit_on_error=False)
    async def _break(self) -> None:
        width = max(_NARROWEST, self.scrollable_content_region.width)
        if width == self._broken_for:
            return
        self._broken = await asyncio.to_thread(wrapped, self._text, width)
        self._broken_for = width
        self.virtual_size = Size(width, len(self._broken))
        self.refresh()
