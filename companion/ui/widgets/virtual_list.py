"""A list as long as a life, of which only the rows in sight are read and drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from companion.domain.text import clean
from companion.ui.keys import bindings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType

CHUNK = 64
"""How many rows are asked for at once."""
_FEWEST_CHUNKS = 4
_GAP = 2


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


class VirtualList(ScrollView, can_focus=True):
    """Rows with a cursor. It asks for rows by message and draws those it was given."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "list.up",
        "list.down",
        "list.page_up",
        "list.page_down",
        "list.first",
        "list.last",
        "list.choose",
    )
    COMPONENT_CLASSES: ClassVar[set[str]] = {"row--aside", "row--title", "row--words", "row--at"}
    DEFAULT_CSS = """
    VirtualList {
        height: 1fr;
        background: $background;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        & .row--aside { color: $quiet; }
        & .row--title { color: $warm; }
        & .row--words { color: $foreground; }
        & .row--at { background: $raised; text-style: bold; }
        &:nocolor .row--at { text-style: reverse; }
        &:ansi .row--at { text-style: reverse; }
    }
    """

    @dataclass
    class Wanted(Message):
        """Some rows are in sight that are not here yet."""

        rows: VirtualList
        """The list."""
        chunk: int
        """Which `CHUNK` rows (0 or more)."""
        age: int
        """Which filling of the list they are for."""

    @dataclass
    class Chosen(Message):
        """A row was chosen."""

        row: Row
        """The row."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  Textual's own name
        """Begin empty."""
        super().__init__(id=id)
        self._chunks: dict[int, Sequence[Row]] = {}
        self._asked: set[int] = set()
        self._height = 0
        self._at = 0
        self._age = 0

    @property
    def age(self) -> int:
        """Goes up with every filling, so that rows that come late are known."""
        return self._age

    @property
    def cursor(self) -> int:
        """The row the cursor is on (0 or more)."""
        return self._at

    def fill(self, height: int, *, keep_cursor: bool = False) -> None:
        """Show another list; its rows are asked for as they come into sight.

        Args:
            height: How many rows it has.
            keep_cursor: Stay on the same row, as far as there is one.
        """
        self._age += 1
        self._chunks.clear()
        self._asked.clear()
        self._height = height
        self._at = min(self._at, max(0, height - 1)) if keep_cursor else 0
        self.virtual_size = Size(self.size.width, height)
        if not keep_cursor:
            self.scroll_to(y=0, animate=False)
        self.refresh()

    def give(self, chunk: int, rows: Sequence[Row], age: int) -> None:
        """Take rows that were asked for; those of an earlier filling are dropped."""
        if age == self._age:
            self._forget_far(chunk)
            self._chunks[chunk] = rows
            self.refresh()

    def row(self, index: int) -> Row | None:
        """A row that is here; none if it is not here yet, or there is none."""
        rows = self._chunks.get(index // CHUNK, ())
        within = index % CHUNK
        return rows[within] if index >= 0 and within < len(rows) else None

    def render_line(self, y: int) -> Strip:
        """One line in sight."""
        width = self.size.width
        index = self.scroll_offset.y + y
        if index >= self._height:
            return Strip.blank(width, self.rich_style)
        row = self.row(index)
        if row is None:
            self._want(index // CHUNK)
            return Strip.blank(width, self.rich_style)
        return self._drawn(row, width, at_cursor=index == self._at and self.has_focus)

    def on_resize(self) -> None:
        """Draw for the new width."""
        self.virtual_size = Size(self.size.width, self._height)

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked on."""
        index = self.scroll_offset.y + event.y
        if index < self._height:
            self._go(index)
            self.action_choose()

    def action_up(self) -> None:
        """One row up."""
        self._go(self._at - 1)

    def action_down(self) -> None:
        """One row down."""
        self._go(self._at + 1)

    def action_page_up(self) -> None:
        """One window up."""
        self._go(self._at - self.size.height)

    def action_page_down(self) -> None:
        """One window down."""
        self._go(self._at + self.size.height)

    def action_first(self) -> None:
        """To the first row."""
        self._go(0)

    def action_last(self) -> None:
        """To the last row."""
        self._go(self._height - 1)

    def action_choose(self) -> None:
        """Choose the row the cursor is on."""
        row = self.row(self._at)
        if row is not None:
            self.post_message(self.Chosen(row))

    def _go(self, index: int) -> None:
        self._at = max(0, min(index, self._height - 1))
        top, rows = self.scroll_offset.y, self.size.height
        if self._at < top:
            self.scroll_to(y=self._at, animate=False)
        elif self._at >= top + rows:
            self.scroll_to(y=self._at - rows + 1, animate=False)
        self.refresh()

    def _want(self, chunk: int) -> None:
        if chunk not in self._asked:
            self._asked.add(chunk)
            self.post_message(self.Wanted(self, chunk, self._age))

    def _forget_far(self, chunk: int) -> None:
        if len(self._chunks) > _FEWEST_CHUNKS:
            for far in [one for one in self._chunks if abs(one - chunk) > 1]:
                del self._chunks[far]
                self._asked.discard(far)

    def _drawn(self, row: Row, width: int, *, at_cursor: bool) -> Strip:
        style = self.get_component_rich_style("row--at") if at_cursor else self.rich_style
        left = width
        segments: list[Segment] = []
        for text, name in (
            (row.aside, "row--aside"),
            (row.title, "row--title"),
            (row.words, "row--words"),
        ):
            if left <= 0:
                break
            fitting = _fitted(clean(text).replace("\n", " ").replace("\t", " "), left)
            own = self.get_component_rich_style(name, partial=True)
            segments.append(Segment(fitting, style + own))
            gap = min(_GAP, left - cell_len(fitting))
            segments.append(Segment(" " * gap, style))
            left -= cell_len(fitting) + gap
        return Strip(segments).adjust_cell_length(width, style)


def _fitted(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    return f"{set_cell_size(text, max(0, width - 1)).rstrip()}…" if width > 1 else ""
