"""The line over the composer: what holds for the page as a whole, and its one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widgets import Static

from companion.ui.content import sentence
from companion.ui.widgets.button import Button

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.services.ports.content import Words


class ComposerTop(Horizontal):
    """Says that nothing is ticked by itself, or that nothing is ticked on purpose."""

    DEFAULT_CSS = """
    ComposerTop { height: auto; }
    ComposerTop Static { width: 1fr; height: auto; color: $quiet; }
    ComposerTop Button { margin: 0; }
    """

    def __init__(self, words: Words) -> None:
        """Take the interface's language."""
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """What holds, and "nothing this time"."""
        yield Static(sentence(self._words, "composer.about"), id="composer-about")
        yield Button(sentence(self._words, "composer.nothing"), id="nothing")

    def show(self, *, bare: bool, back: bool, offered: bool) -> None:
        """Say what holds now.

        Args:
            bare: Whether nothing is ticked on purpose.
            back: Whether what was taken off can be brought back.
            offered: Whether such a page can have nothing on it on purpose.
        """
        about = "composer.nothing_about" if bare else "composer.about"
        self.query_one("#composer-about", Static).update(sentence(self._words, about))
        button = self.query_one("#nothing", Button)
        button.label = sentence(self._words, "composer.bring_back" if back else "composer.nothing")
        button.display = offered and (back or not bare)
