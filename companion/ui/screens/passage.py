"""One passage as it was written, whole, and where it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static

from companion.ui.content import plain, sentence
from companion.ui.screens.inside import CompanionDialog
from companion.ui.widgets.button import Button

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.services.ports.content import Words


class PassageScreen(CompanionDialog[bool | None]):
    """Dismissed with true if it shall be ticked, or unticked if it is; else with none."""

    CSS_PATH = "passage.tcss"
    AUTO_FOCUS = "#passage-text"

    def __init__(self, words: Words, text: str, source: str, *, ticked: bool) -> None:
        """Take the passage.

        Args:
            words: The interface's language.
            text: What was said.
            source: Where it is from, in words.
            ticked: Whether it is ticked.
        """
        super().__init__(words)
        self._text = text
        self._source = source
        self._ticked = ticked

    def compose(self) -> ComposeResult:
        """The source, the words, and what can be done."""
        with Vertical(classes="dialog"):
            yield Static(plain(self._source, "$cool"), id="passage-source")
            with VerticalScroll(id="passage-text"):
                yield Static(plain(self._text))
            with Horizontal(classes="answers"):
                key = "untick" if self._ticked else "tick"
                yield Button(sentence(self.words, f"book.passage.{key}"), id="turn")
                yield Button(sentence(self.words, "book.passage.back"), id="back")

    @on(Button.Pressed, "#turn")
    def turn(self) -> None:
        """Tick it, or untick it."""
        self.dismiss(result=True)

    @on(Button.Pressed, "#back")
    def leave(self) -> None:
        """Leave it as it is."""
        self.action_back()
