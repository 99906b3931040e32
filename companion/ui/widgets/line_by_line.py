"""The way out of the full screen before anything is made: going on in plain lines."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from companion.domain.errors import CompanionError
from companion.ui.content import sentence
from companion.ui.widgets.button import Button

if TYPE_CHECKING:
    from companion.services.house import House


class LineByLine(Button):
    """Leaves the full screen for plain mode, here and from the next start on."""

    def __init__(self, house: House) -> None:
        """Take what remembers it."""
        super().__init__(sentence(house.words, "welcome.lines"), id="lines")
        self._house = house

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Remember it, and leave; whoever opened the app goes on line by line."""
        event.stop()
        with suppress(CompanionError):  # it holds for this run all the same
            self._house.preferences.set_plain(plain=True)
        self.app.exit()
