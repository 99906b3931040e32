"""A long list whose screen says more about the row under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from companion.ui.widgets.list_row import Columns
from companion.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from textual import events

    from companion.ui.widgets.list_row import Row
    from companion.ui.widgets.virtual_list import Fetch

_BOX = 3  # cells at the left of a row: a box, and room for a number beside it


class FollowedList(VirtualList):
    """Tells where its cursor is, once the row there was read."""

    class Moved(Message):
        """The cursor is on another row, or on the same one that reads otherwise now."""

    class BoxPressed(Message):
        """The mouse pressed a row's box; the cursor is on that row now."""

    def __init__(self, *, id: str, opens: bool = True, boxes: bool = False) -> None:  # noqa: A002  Textual's own name
        """Begin empty.

        Args:
            id: The widget's id.
            opens: Whether a row can be chosen.
            boxes: Whether there is a box at the left of each row.
        """
        super().__init__(id=id)
        self._opens = opens
        self._boxes = boxes
        if boxes:  # from the beginning on, so that nothing moves at the first tick
            self._columns = Columns(aside=_BOX)

    @property
    def here(self) -> Row | None:
        """The row the cursor is on; none if it is not read yet, or there is none."""
        return self.row(self.cursor)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A row can be chosen where it opens."""
        if action == "choose" and not self._opens:
            return False
        return super().check_action(action, parameters)

    def on_click(self, event: events.Click) -> None:
        """Go to the row that was clicked on; on its box, tell; beside it, choose it."""
        event.prevent_default()  # or the list below would choose it, wherever it was pressed
        index = (self.scroll_offset.y + event.y) // self._lines
        if index >= self.height:
            return
        self._go(index)
        if self._boxes and event.x < _BOX:
            self.post_message(self.BoxPressed())
        elif self._opens:
            self.action_choose()

    def _go(self, index: int) -> None:
        super()._go(index)
        self.post_message(self.Moved())

    async def _read_chunk(self, fetch: Fetch, chunk: int) -> None:
        await super()._read_chunk(fetch, chunk)
        self.post_message(self.Moved())
