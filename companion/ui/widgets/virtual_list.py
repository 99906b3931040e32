"""A list as long as a life, of which only the rows in sight are read and drawn."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import work
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from companion.domain.errors import CompanionError
from companion.ui.widgets.cursor_list import CursorList
from companion.ui.widgets.list_row import ROOM_FOR_ONE_LINE, Columns, Part, Row, parts_of

if TYPE_CHECKING:
    from textual import events

CHUNK = 64
"""How many rows are read at once."""
_MOST_CHUNKS = 6  # more than so many are not held on to
_AIR = 1  # cells between the words and the scrollbar
_NEAR = 1  # chunks on either side of what is in sight that are

Fetch = Callable[[int, int], Awaitable[Sequence[Row]]]
"""Reads rows: the number of the first, and how many."""


class VirtualList(CursorList):
    """Rows with a cursor. What is not in sight is not read; what is far away is forgotten."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row--aside",
        "row--title",
        "row--mark",
        "row--words",
        "row--at",
    }
    DEFAULT_CSS = """
    VirtualList {
        width: 100%;
        height: 1fr;
        background: $background;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        & .row--aside { color: $quiet; }
        & .row--title { color: $warm; }
        & .row--mark { color: $cool; }
        & .row--words { color: $foreground; }
        & .row--at { background: $raised; text-style: bold; }
        &:nocolor .row--at { text-style: bold reverse; }
        &:ansi .row--at { text-style: bold reverse; }
    }
    """

    @dataclass
    class Chosen(Message):
        """A row was chosen."""

        row: Row
        """The row."""

    @dataclass
    class Failed(Message):
        """Rows could not be read; they stay blank until one moves or the list is filled anew."""

        error: CompanionError
        """Why not."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's own name
        """Begin empty."""
        super().__init__(id=id)
        self._fetch: Fetch | None = None
        self._chunks: dict[int, Sequence[Row]] = {}
        self._stale: set[int] = set()
        self._unread: set[int] = set()
        self._columns = Columns()
        self._height = 0
        self._at = 0
        self._filling = 0
        self._is_reading = False

    @property
    def height(self) -> int:
        """How many rows there are (0 or more)."""
        return self._height

    def fill(self, height: int, fetch: Fetch, *, keep_place: bool = False) -> None:
        """Show another list; its rows are read as they come into sight.

        Until then the rows that were there stay where they are, so that nothing flickers.

        Args:
            height: How many rows it has (0 or more).
            fetch: Reads some of them; may raise `CompanionError`.
            keep_place: Stay on the same row, as far as there is one.
        """
        self._filling += 1
        self._fetch = fetch
        self._stale = set(self._chunks)
        self._unread.clear()
        self._height = height
        self._at = min(self._at, max(0, height - 1)) if keep_place else 0
        self._measure()
        if not keep_place:
            self.scroll_to(y=0, animate=False)
        self._reveal()
        self.refresh()
        self.refresh_bindings()

    def row(self, index: int) -> Row | None:
        """A row that is here; none if it is not here yet, or there is none."""
        if not 0 <= index < self._height:
            return None
        rows = self._chunks.get(index // CHUNK, ())
        within = index % CHUNK
        return rows[within] if within < len(rows) else None

    def parts(self, row: Row, width: int) -> list[list[Part]]:
        """The lines of a row as they are drawn, each in so many cells at most."""
        return parts_of(row, self._columns, width)

    def render_line(self, y: int) -> Strip:
        """One line in sight."""
        width = self.scrollable_content_region.width
        index, line = divmod(self.scroll_offset.y + y, self._lines)
        if index >= self._height:
            return Strip.blank(width, self.rich_style)
        chunk = index // CHUNK
        if chunk in self._stale or (chunk not in self._chunks and chunk not in self._unread):
            self._ask()
        row = self.row(index)
        if row is None:
            return Strip.blank(width, self.rich_style)
        return self._drawn(row, line, width, at_cursor=index == self._at and self.has_focus)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there are no rows, none can be chosen."""
        del parameters
        return action != "choose" or self._height > 0

    def on_resize(self) -> None:
        """Draw for the new size; the cursor stays in sight."""
        self._measure()
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked on."""
        index = (self.scroll_offset.y + event.y) // self._lines
        if index < self._height:
            self._go(index)
            self.action_choose()

    def action_page_up(self) -> None:
        """One window up."""
        self._go(self._at - self._rows_in_sight)

    def action_page_down(self) -> None:
        """One window down."""
        self._go(self._at + self._rows_in_sight)

    def action_choose(self) -> None:
        """Choose the row the cursor is on."""
        row = self.row(self._at)
        if row is not None:
            self.post_message(self.Chosen(row))

    @property
    def _count(self) -> int:
        return self._height

    @property
    def _lines(self) -> int:
        """How many lines a row has."""
        # Measured without the scrollbar's cell, or its coming and going could go on for ever.
        return 1 if self.outer_size.width >= ROOM_FOR_ONE_LINE else 2

    @property
    def _rows_in_sight(self) -> int:
        return max(1, self.scrollable_content_region.height // self._lines)

    def _measure(self) -> None:
        width = self.scrollable_content_region.width
        self.virtual_size = Size(width, self._height * self._lines)

    def _go(self, index: int) -> None:
        super()._go(index)
        self._unread.clear()
        self._reveal()
        self.refresh()

    def _reveal(self) -> None:
        top, first = self.scroll_offset.y // self._lines, self._at - self._rows_in_sight + 1
        if self._at < top:
            self.scroll_to(y=self._at * self._lines, animate=False)
        elif first > top:
            self.scroll_to(y=first * self._lines, animate=False)

    def _ask(self) -> None:
        if not self._is_reading:
            self._is_reading = True
            self.call_later(self._read)

    # One reading at a time: whoever drags the scrollbar waits for what is in sight at the
    # end, not for everything that was in sight on the way.
    @work(exit_on_error=False)
    async def _read(self) -> None:
        try:
            while self._fetch is not None and (chunk := self._next_chunk()) is not None:
                await self._read_chunk(self._fetch, chunk)
        finally:
            self._is_reading = False

    async def _read_chunk(self, fetch: Fetch, chunk: int) -> None:
        filling = self._filling
        try:
            rows = await fetch(chunk * CHUNK, CHUNK)
        except CompanionError as error:
            if filling == self._filling:
                self._unread.add(chunk)
                self._forget({chunk})
                self.refresh()
            self.post_message(self.Failed(error))
            return
        if filling == self._filling:
            self._chunks[chunk] = rows
            self._stale.discard(chunk)
            self._columns = self._columns.holding(rows)
            self._forget_far()
            self.refresh()

    def _next_chunk(self) -> int | None:
        for chunk in self._chunks_in_sight():
            is_here = chunk in self._chunks and chunk not in self._stale
            if not is_here and chunk not in self._unread:
                return chunk
        return None

    def _chunks_in_sight(self) -> range:
        if not self._height:
            return range(0)
        first = self.scroll_offset.y // self._lines
        last = min(first + self._rows_in_sight, self._height - 1)
        return range(first // CHUNK, last // CHUNK + 1)

    def _forget_far(self) -> None:
        if len(self._chunks) > _MOST_CHUNKS:
            near = self._chunks_in_sight()
            wanted = range(near.start - _NEAR, near.stop + _NEAR)
            self._forget({chunk for chunk in self._chunks if chunk not in wanted})

    def _forget(self, chunks: set[int]) -> None:
        for chunk in chunks:
            self._chunks.pop(chunk, None)
        self._stale -= chunks

    def _drawn(self, row: Row, line: int, width: int, *, at_cursor: bool) -> Strip:
        style = self.get_component_rich_style("row--at") if at_cursor else self.rich_style
        segments = [
            Segment(
                text, style + self.get_component_rich_style(name, partial=True) if name else style
            )
            for text, name in self.parts(row, width - _AIR)[line]
        ]
        return Strip(segments).adjust_cell_length(width, style)
