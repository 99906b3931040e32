"""Something to read, scrolled by keys that leave left and right to the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll

if TYPE_CHECKING:
    from textual.binding import BindingType


class Reading(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Textual's `VerticalScroll` without its keys for scrolling sideways.

    Those would hide the screen's own in the line of keys, though nothing scrolls there.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", show=False),
        Binding("down", "scroll_down", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
    ]
