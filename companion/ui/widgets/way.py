"""The way of a therapy, of which only what is in sight is drawn, and only that is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import work
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from companion.ui.widgets.cursor_list import CursorList
from companion.ui.widgets.way_lines import Layout
from companion.ui.widgets.way_names import WayNames

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.style import Style
    from textual import events

    from companion.domain.errors import CompanionError
    from companion.ui.widgets.way_lines import Block, Spoken
    from companion.ui.widgets.way_names import Fetch

_LOW = 14  # rows of the way; below, no line stays empty


class Way(CursorList):
    """Marks from the beginning on, with a cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "way--day",
        "way--title",
        "way--names",
        "way--words",
        "way--line",
        "way--ahead",
        "way--mark",
        "way--station",
        "way--present",
        "way--aim",
        "way--at",
    }
    DEFAULT_CSS = """
    Way {
        width: 100%;
        height: 1fr;
        background: $background;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        & .way--day, & .way--names, & .way--mark { color: $quiet; }
        & .way--title, & .way--words { color: $foreground; }
        & .way--line { color: $cool; }
        & .way--ahead { color: $line; }
        & .way--station, & .way--present { color: $warm; }
        & .way--present { text-style: bold; }
        & .way--aim { color: $fresh; }
        & .way--at { background: $raised; text-style: bold; }
        &:nocolor .way--at { text-style: bold reverse; }
        &:ansi .way--at { text-style: bold reverse; }
        &:ansi .way--ahead { color: ansi_default; }
    }
    """

    @dataclass
    class Chosen(Message):
        """A mark was chosen."""

        index: int
        """Which (0 or more)."""

    @dataclass
    class Failed(Message):
        """Names could not be read; they stay blank until one moves or the way is shown anew."""

        error: CompanionError
        """Why not."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's own name
        """Begin with nothing."""
        super().__init__(id=id)
        self._marks: Sequence[Spoken] = ()
        self._layout_of_all = Layout((), 1)
        self._names = WayNames()
        self._measured: tuple[object, ...] = ()
        self._at = 0
        self._plain = False
        self._is_reading = False

    @property
    def is_plain(self) -> bool:
        """Whether it is shown as words alone."""
        return self._plain

    def show(
        self,
        marks: Sequence[Spoken],
        fetch: Fetch,
        at: int,
        names: Mapping[int, tuple[str, ...]],
        *,
        keep_place: bool = False,
    ) -> None:
        """Show a way.

        Args:
            marks: What stands on it, in order.
            fetch: Reads what is named below some of them.
            at: The mark the cursor is on.
            names: What is named below some of them already, by their numbers.
            keep_place: Stay where one had scrolled to, as far as the cursor is in sight there.
        """
        self._marks, self._names, self._at = marks, WayNames(fetch, names), at
        self._measure()
        if not keep_place:
            self._show_ahead()
            # How far it can be scrolled is known once it is laid out.
            self.call_after_refresh(self._show_ahead)
        self.refresh_bindings()

    def show_plain(self, *, plain: bool) -> None:
        """Show it as words alone, or drawn."""
        self._plain = plain
        self._measure()

    def render_line(self, y: int) -> Strip:
        """One line in sight."""
        width = self.scrollable_content_region.width
        line = self.scroll_offset.y + y
        index = self._layout_of_all.at(line)
        if index is None:
            return Strip.blank(width, self.rich_style)
        within = line - self._layout_of_all.blocks[index].top
        if within and self._wants(index):
            self._ask()
        return self._drawn(index, within, width)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there is nothing, nothing can be chosen."""
        del parameters
        return action != "choose" or bool(self._marks)

    def on_resize(self) -> None:
        """Draw for the new size; the cursor stays in sight."""
        self._measure()

    def on_click(self, event: events.Click) -> None:
        """Choose the mark that was clicked on."""
        index = self._layout_of_all.at(self.scroll_offset.y + event.y)
        if index is not None:
            self._go(index)
            self.action_choose()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def action_page_up(self) -> None:
        """One window towards the beginning."""
        self._go_by(-self.size.height)

    def action_page_down(self) -> None:
        """One window on."""
        self._go_by(self.size.height)

    def action_choose(self) -> None:
        """Choose the mark the cursor is on."""
        if self._marks:
            self.post_message(self.Chosen(self._at))

    def _measure(self) -> None:
        # Measured without the scrollbar's cell, or its coming and going could go on for ever.
        width = max(1, self.outer_size.width - self.styles.scrollbar_size_vertical)
        airy = self.outer_size.height >= _LOW
        measured = (self._marks, width, airy, self._plain)
        if measured != self._measured:
            self._measured = measured
            self._layout_of_all = Layout(self._marks, width, airy=airy, plain=self._plain)
        self.virtual_size = Size(self.scrollable_content_region.width, self._layout_of_all.height)
        self._reveal()
        self.refresh()

    def _block(self) -> Block | None:
        blocks = self._layout_of_all.blocks
        return blocks[self._at] if self._at < len(blocks) else None

    @property
    def _count(self) -> int:
        return len(self._marks)

    def _go(self, index: int) -> None:
        super()._go(index)
        self._names.try_again()
        self._reveal()
        self.refresh()

    def _go_by(self, lines: int) -> None:
        block = self._block()
        if block is not None:
            line = max(0, min(block.top + lines, self._layout_of_all.height - 1))
            self._go(self._layout_of_all.at(line) or 0)

    def _reveal(self) -> None:
        """Let the mark with the cursor be in sight, and what comes next where there is room."""
        block, rows = self._block(), self.size.height
        if block is None or not rows:
            return
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + rows
        below = min(block.top + block.height + 2, self._layout_of_all.height)
        above = max(0, block.top - 1)
        if above < top:
            self.scroll_to(y=above, animate=False)
        elif below > bottom:
            self.scroll_to(y=min(block.top, below - rows), animate=False)

    def _show_ahead(self) -> None:
        """Let as much of what lies ahead be in sight as there is room for."""
        block, rows = self._block(), self.size.height
        if block is not None and rows:
            end = self._layout_of_all.height - rows
            self.scroll_to(y=max(0, min(end, block.top)), animate=False, force=True)

    def _wants(self, index: int) -> bool:
        return self._marks[index].names and self._names.lacks(index)

    def _ask(self) -> None:
        if not self._is_reading:
            self._is_reading = True
            self.call_later(self._read)

    # One reading at a time: whoever drags the scrollbar waits for what is in sight at the
    # end, not for everything that was in sight on the way.
    @work(exit_on_error=False)
    async def _read(self) -> None:
        try:
            while wanted := self._wanted():
                error = await self._names.read(wanted)
                if error is not None:
                    self.post_message(self.Failed(error))
                self.refresh()
        finally:
            self._is_reading = False

    def _wanted(self) -> list[int]:
        layout, top = self._layout_of_all, self.scroll_offset.y
        first, last = layout.at(top), layout.at(min(top + self.size.height, layout.height) - 1)
        if first is None or last is None:
            return []
        return [index for index in range(first, last + 1) if self._wants(index)]

    def _drawn(self, index: int, line: int, width: int) -> Strip:
        layout = self._layout_of_all
        lead = layout.lead(index, line)
        words = layout.words(index, line, self._names.of(index))
        here = index == self._at and self.has_focus and line < layout.blocks[index].text
        ground = self.get_component_rich_style("way--at") if here else self.rich_style
        segments = [self._segment(text, name, self.rich_style) for text, name in lead]
        segments += [self._segment(text, name, ground) for text, name in words if text]
        edge = layout.edge + layout.room
        strip = Strip(segments).adjust_cell_length(min(edge, width), ground)
        return strip.adjust_cell_length(width, self.rich_style)

    def _segment(self, text: str, name: str, ground: Style) -> Segment:
        style = self.get_component_rich_style(name, partial=True) if name else None
        return Segment(text, ground + style if style else ground)
