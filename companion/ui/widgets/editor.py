"""A quiet editor for a person's own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.document._document import Document
from textual.document._document_navigator import DocumentNavigator
from textual.document._wrapped_document import WrappedDocument
from textual.message import Message
from textual.widgets import TextArea

from companion.domain.text import clean
from companion.ui.content import plain
from companion.ui.widgets.blank import blank

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Region
    from textual.strip import Strip
    from textual.timer import Timer

MEASURE = 80
"""The most cells of a line of words: no eye finds the next line from further away."""
SETTLES_AFTER = 2.0
"""Seconds without a key after which the words are kept."""


class Editor(TextArea):
    """A `TextArea` that takes only clean text and says when writing pauses."""

    SCOPED_CSS = False  # the rules look at the size of the window, outside the widget
    DEFAULT_CSS = """
    Editor {
        border: none;
        background: $raised;
        color: $foreground;
        padding: 1 2;
        scrollbar-size-vertical: 1;
        & .text-area--cursor-line { background: transparent; }
        & .text-area--placeholder { color: $quiet; }
        &:focus { border: none; }
    }
    .-low Editor { padding: 0 1; }
    """

    @dataclass
    class Settled(Message):
        """Nothing was typed for a while, and there is something new to keep."""

        editor: Editor
        """The editor."""

        @property
        def control(self) -> Editor:
            """The editor, for `@on` selectors."""
            return self.editor

    def __init__(self, text: str = "", *, id: str, placeholder: str = "") -> None:  # noqa: A002  Textual's own name
        """Show some words.

        Args:
            text: The words.
            id: The widget's id.
            placeholder: What to show while there are none.
        """
        super().__init__(
            clean(text),
            id=id,
            placeholder=plain(placeholder),
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            highlight_cursor_line=False,
        )
        self._pause: Timer | None = None

    @property
    def wrap_width(self) -> int:
        """Where lines end: at the edge, or at the measure in a wider editor."""
        return min(super().wrap_width, MEASURE)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Nothing once it is taken away: a dialogue may yet draw the screen as it was."""
        return super().render_lines(crop) if self.is_attached else blank(crop)

    def forget(self) -> None:
        """Empty it, its undo history included, with no word to anyone; for one that is gone."""
        self.history.clear()
        self.document = Document("")
        self.wrapped_document = WrappedDocument(self.document)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._line_cache.clear()

    def on_text_area_changed(self) -> None:
        """Wait for a pause."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(SETTLES_AFTER, self._settle)

    async def _on_paste(self, event: events.Paste) -> None:
        # Textual goes on to TextArea's own handler after this one.
        event.text = clean(event.text)

    def _settle(self) -> None:
        self.post_message(self.Settled(self))
