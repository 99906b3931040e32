"""What the fields of a step share, other than an editor or a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.binding import BindingType


class Field(Widget, can_focus=True):
    """Something that is answered with arrows, a few keys or the mouse; Enter goes on."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "done", show=False)]

    class Changed(Message):
        """The answer is another one now."""

    class Done(Message):
        """Enter was pressed: the answer stands, go on."""

    def changed(self) -> None:
        """Draw the answer as it is now, and tell of it."""
        self.refresh()
        self.post_message(self.Changed())

    def action_done(self) -> None:
        """Go on."""
        self.post_message(self.Done())
