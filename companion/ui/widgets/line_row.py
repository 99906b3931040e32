"""One line that may go on the page, and the heading of a part of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from companion.domain.page import CAPS, Mode
from companion.domain.text import excerpt
from companion.ui.content import plain

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Size

    from companion.services.page.composing import Row
    from companion.services.ports.content import Words

TICKED, UNTICKED, HERE = "■", "□", "▸"
_INDENT = 4
_NARROWEST = 8
_ROWS_AT_REST = 3  # rows of text of an unticked line that the cursor is not on
_CHOSEN = "$on-cool on $cool"


class _Drawn(Widget, can_focus=False):
    """A widget that breaks its own lines, as wide as it is."""

    DEFAULT_CSS = "_Drawn { width: 100%; height: auto; padding-right: 1; }"

    def drawn(self, width: int) -> Content:
        """What it shows in so many columns."""
        raise NotImplementedError

    def render(self) -> Content:
        """What it shows."""
        return self.drawn(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as its lines need."""
        del container, viewport
        return self.drawn(width).plain.count("\n") + 1 if width else 0


class SectionHead(_Drawn):
    """The heading of a part of the page, with how full it is."""

    def __init__(self, title: str) -> None:
        """Take the heading."""
        super().__init__()
        self._title = title
        self._aside = ""
        self._over = False

    def fill(self, aside: str, *, over: bool) -> None:
        """Say how full the part is.

        Args:
            aside: In words.
            over: Whether that is too much.
        """
        self._aside, self._over = aside, over
        self.refresh(layout=True)

    def drawn(self, width: int) -> Content:
        """The heading at the left, how full it is at the right or below."""
        title = plain(self._title, "$warm")
        aside = plain(self._aside, "$foreground" if self._over else "$quiet")
        spare = width - title.cell_length - aside.cell_length
        if spare > 1:
            return Content.assemble(title, " " * spare, aside)
        return Content("\n").join([*title.wrap(width), *aside.wrap(width)])


class LineRow(_Drawn):
    """A candidate: its box, its words, and how it would be printed."""

    DEFAULT_CSS = """
    LineRow { color: $quiet; }
    LineRow.-ticked { color: $foreground; }
    """

    @dataclass
    class Pressed(Message):
        """The mouse pressed a row."""

        row: LineRow
        """The row."""
        box: bool
        """Whether it was pressed on the box."""

    def __init__(self, words: Words, row: Row) -> None:
        """Take the interface's language and the candidate."""
        super().__init__()
        self._words = words
        self._here = False
        self._source = ""
        self.row = row
        """The candidate, as it stands."""

    def show(self, row: Row) -> None:
        """Show it as it stands now."""
        self.row = row
        self.set_class(row.line is not None, "-ticked")
        self.refresh(layout=True)

    def mark_here(self, *, here: bool) -> None:
        """Let the cursor come, or go; where the line is from is hidden again."""
        if here != self._here:
            self._here, self._source = here, ""
            self.set_class(here, "-here")
            self.refresh(layout=True)

    def toggle_source(self, text: str) -> None:
        """Show where the line is from, or hide it again."""
        self._source = "" if self._source else text
        self.refresh(layout=True)

    def drawn(self, width: int) -> Content:
        """The box, the words beside it, and a quiet line below."""
        room = max(_NARROWEST, width - _INDENT)
        ticked = self.row.line is not None
        body = [*self._text(room), *self._about(room)]
        if self._source:
            body += plain(self._source, "$cool").wrap(room)
        first = Content.assemble(
            (HERE if self._here else " ", "$warm"),
            " ",
            (TICKED if ticked else UNTICKED, "$warm" if ticked else "$quiet"),
            " ",
            body[0],
        )
        return Content("\n").join([first, *(line.pad_left(_INDENT) for line in body[1:])])

    def on_click(self, event: events.Click) -> None:
        """Tell who pressed where."""
        event.stop()
        offset = event.get_content_offset(self)
        on_box = offset is not None and offset.x < _INDENT
        self.post_message(self.Pressed(self, on_box))

    def _text(self, room: int) -> list[Content]:
        style = "" if self.row.line else "$quiet"
        lines = plain(self.row.text, style).wrap(room)
        if self._here or self.row.line or len(lines) <= _ROWS_AT_REST:
            return lines
        kept = " ".join(line.plain.strip() for line in lines[:_ROWS_AT_REST])
        while cell_len(kept) > room * _ROWS_AT_REST - 2:
            kept = kept[:-1]
        return plain(excerpt(f"{kept} …", len(kept)), style).wrap(room)[:_ROWS_AT_REST]

    def _about(self, room: int) -> list[Content]:
        parts: list[Content] = []
        if self.row.has_mode:
            parts.append(self._modes(room))
        if self.row.wording:
            parts.append(plain(self._words.say("composer.shortened"), "$quiet"))
        if self.row.too_long:
            cap = CAPS[self.row.section].words
            said = self._words.say("composer.words", words=self.row.words, cap=cap)
            parts.append(plain(said, "$warm"))
        joined = Content("   ").join(parts)
        if joined.cell_length <= room:
            return [joined] if parts else []
        return [line for part in parts for line in part.wrap(room)]

    def _modes(self, room: int) -> Content:
        line = self.row.line
        chosen = line.mode if line else Mode.DISCUSS
        named = {mode: self._words.say(f"composer.mode.{mode}") for mode in Mode}
        if not self._here:
            return plain(named[chosen], "$cool")
        every = Content(" ").join(
            plain(f" {name} ", _CHOSEN if mode is chosen else "$quiet")
            for mode, name in named.items()
        )
        return every if every.cell_length <= room else plain(f" {named[chosen]} ", _CHOSEN)
