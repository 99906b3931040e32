"""A short list whose lines are drawn for the width it has."""

from __future__ import annotations

from textual.message import Message
from textual.widgets import OptionList

_SIDES = 12  # cells that a screen leaves free at both sides together, at most


class LineList(OptionList):
    """Tells when its width is another one; what is drawn before that is drawn for none."""

    class Widened(Message):
        """The list is wider or narrower than before: its lines want drawing anew."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  Textual's own name
        """Begin empty. Nothing in it is read as markup."""
        super().__init__(id=id, markup=False)
        self._drawn_for = 0

    @property
    def room(self) -> int:
        """How many cells a line has; before the list is laid out, as many as fit for sure."""
        return self.scrollable_content_region.width or max(1, self.app.size.width - _SIDES)

    def on_resize(self) -> None:
        """Look whether the width is another one."""
        if self._drawn_for != self.room:
            self._drawn_for = self.room
            self.post_message(self.Widened())
