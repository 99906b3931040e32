"""The languages there are, each by its own name, to be chosen before anything is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on
from textual.containers import Horizontal

from companion.ui.content import plain
from companion.ui.speaking import choose_language
from companion.ui.widgets.button import Button

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.services.house import House
    from companion.ui.app import CompanionApp

_CHOSEN, _OTHER = "●", "○"
_ID = "speak-"


class Languages(Horizontal):
    """A button a language; the one that is spoken has a full dot. Empty where there is one."""

    DEFAULT_CSS = """
    Languages { height: 1; width: 100%; margin-bottom: 1; }
    Languages.-none { display: none; }
    """

    def __init__(self, house: House) -> None:
        """Take what knows the languages."""
        super().__init__()
        self._house = house
        self.set_class(not house.other_languages, "-none")

    def compose(self) -> ComposeResult:
        """The buttons, in the order of the languages' codes."""
        for code in self._house.preferences.languages:
            name = self._house.words.say(f"settings.language.{code}")
            mark = _OTHER if code in self._house.other_languages else _CHOSEN
            yield Button(plain(f"{mark} {name}"), id=f"{_ID}{code}")

    @on(Button.Pressed)
    def speak(self, event: Button.Pressed) -> None:
        """Speak the language that was pressed."""
        event.stop()
        code = (event.button.id or "").removeprefix(_ID)
        if code in self._house.other_languages:
            app = cast("CompanionApp", self.app)
            # This screen goes, and can't wait for that itself.
            app.call_later(choose_language, app, code)
