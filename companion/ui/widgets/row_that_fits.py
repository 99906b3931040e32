"""A row of buttons whose last one gives way where there is no room for it."""

from __future__ import annotations

from rich.cells import cell_len
from textual.containers import Horizontal

from companion.ui.widgets.button import Button

IF_THERE_IS_ROOM = "if-there-is-room"
"""The class of a button that can be done without: a key does the same."""
_BESIDE, _BETWEEN = 4, 2  # cells around a label, and between two buttons


class RowThatFits(Horizontal):
    """Shows all of its buttons, or all but those of `IF_THERE_IS_ROOM`; none is ever cut."""

    def on_resize(self) -> None:
        """See anew what fits."""
        self.fit()

    def fit(self) -> None:
        """See what fits; whoever puts in other buttons asks for it."""
        labels = [cell_len(str(button.label)) for button in self.query(Button)]
        needed = sum(one + _BESIDE for one in labels) + _BETWEEN * (len(labels) - 1)
        fits = needed <= self.size.width or self.layout.name == "vertical"
        for button in self.query(f".{IF_THERE_IS_ROOM}"):
            button.display = fits
