"""A one-line field whose word-delete key deletes the word before the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Input

from companion.domain.text import clean
from companion.ui.widgets.blank import blank

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType
    from textual.geometry import Region
    from textual.strip import Strip


class LineInput(Input):
    """Textual's `Input` with one key mended.

    In Textual 8 `ctrl+backspace` and `alt+backspace` delete the word to the right.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+backspace,alt+backspace", "delete_left_word", show=False)
    ]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Nothing once it is taken away, as in `Editor`."""
        return super().render_lines(crop) if self.is_attached else blank(crop)

    def forget(self) -> None:
        """Empty it."""
        self.value = ""

    def _on_paste(self, event: events.Paste) -> None:
        # Textual goes on to Input's own handler after this one.
        event.text = clean(event.text)
