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


class LineInput(Input, inherit_css=False):
    """Textual's `Input` with one key mended, and companion's own looks.

    In Textual 8 `ctrl+backspace` and `alt+backspace` delete the word to the right.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = Input.COMPONENT_CLASSES
    # Textual's own rules for it, most of them for states that are not used here, take as long
    # to read as all others of the unlock screen.
    DEFAULT_CSS = """
    LineInput {
        width: 100%; height: 1; padding: 0 1; background: $raised; color: $foreground;
        scrollbar-size-horizontal: 0; pointer: text;
        & > .input--cursor {
            background: $input-cursor-background; color: $input-cursor-foreground;
            text-style: $input-cursor-text-style;
        }
        & > .input--selection {
            background: $input-selection-background; color: $input-selection-foreground;
        }
        & > .input--placeholder, & > .input--suggestion { color: $quiet; }
        &:ansi {
            background: ansi_default; color: ansi_default;
            & > .input--cursor { background: ansi_white; color: ansi_black; }
            & > .input--placeholder, & > .input--suggestion {
                text-style: dim; color: ansi_default;
            }
        }
    }
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
