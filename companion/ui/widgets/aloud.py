"""A few words alone in the middle of the screen, set for reading them to somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from companion.ui.content import plain

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.aloud import AloudLine

MEASURE = 44
"""The most cells of a row: the eye finds the next one without looking for it."""
_ROOM_FOR_AIR = 30  # rows of the window, from which on a blank one stands between two
_AROUND = 4  # rows: the heading, how it is meant, and a blank one before each
_MOST_AIRY = 12  # rows of words; more of them, set apart, would be a scattered text


class Aloud(VerticalScroll, can_focus=True, inherit_bindings=False):
    """One line: its heading above it, how it is meant below it. A click asks for the next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
    ]
    SCOPED_CSS = False  # the rules look at the size of the window, outside the widget
    DEFAULT_CSS = f"""
    Aloud {{
        width: 100%; height: 1fr; align: center middle; scrollbar-size-vertical: 1;
        & > Vertical {{ width: auto; height: auto; max-width: {MEASURE}; }}
        & Static {{ width: auto; height: auto; max-width: {MEASURE}; }}
        & .aloud-heading {{ color: $quiet; }}
        & .aloud-words {{ text-style: bold; margin: 1 0; }}
        & .aloud-mode {{ color: $cool; }}
    }}
    .-high Aloud .aloud-words {{ margin: 2 0; }}
    Aloud.-close .aloud-words {{ margin: 0; }}
    """

    class Pressed(Message):
        """The mouse pressed somewhere on it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's own name
        """Begin with nothing to read."""
        super().__init__(id=id, can_focus=True)
        self._line: AloudLine | None = None

    def compose(self) -> ComposeResult:
        """The three texts, one above the other."""
        with Vertical():
            for part in ("heading", "words", "mode"):
                yield Static("", classes=f"aloud-{part}")

    @property
    def goes_on_below(self) -> bool:
        """Whether not all of it is in sight."""
        return self.scroll_offset.y < self.max_scroll_y

    @property
    def begins_above(self) -> bool:
        """Whether its beginning is out of sight."""
        return self.scroll_offset.y > 0

    def put(self, line: AloudLine, *, at_end: bool = False) -> None:
        """Show another line.

        Args:
            line: What is read.
            at_end: Whether one comes to it from the line after it.
        """
        self._line = line
        self._draw()
        go = self.scroll_end if at_end else self.scroll_home
        go(animate=False)

    def turn(self, by: int) -> None:
        """Go down (1) or up (-1) by what is in sight, with one row of it still in sight."""
        self.scroll_relative(y=by * max(1, self.size.height - 1), animate=False)

    def on_resize(self) -> None:
        """Break the rows where they end now."""
        self._draw()

    def on_click(self) -> None:
        """Ask for the next line."""
        self.post_message(self.Pressed())

    def _draw(self) -> None:
        line, width = self._line, min(MEASURE, self.size.width)
        if line is None or not width:
            return
        rows = [row for part in line.text.split("\n") for row in balanced(plain(part), width)]
        airy = self.app.size.height >= _ROOM_FOR_AIR and len(rows) <= _MOST_AIRY
        self.set_class(len(rows) + _AROUND > self.size.height, "-close")
        words = Content("\n\n" if airy else "\n").join(rows)
        for part, shown in (
            ("heading", plain(line.heading)),
            ("words", words),
            ("mode", plain(line.mode)),
        ):
            found = self.query_one(f".aloud-{part}", Static)
            found.update(shown)
            found.display = bool(shown.plain)


def balanced(text: Content, width: int) -> list[Content]:
    """A text in as few rows as the width allows, and these as even as they can be.

    Args:
        text: Words without line breaks.
        width: The most cells of a row (1 or more).
    """
    rows = text.wrap(width)
    if len(rows) < 2:  # noqa: PLR2004  one row is even already
        return rows
    narrower = range(max(1, text.cell_length // len(rows)), width)
    return next((even for at in narrower if len(even := text.wrap(at)) <= len(rows)), rows)
