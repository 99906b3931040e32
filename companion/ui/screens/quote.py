"""One's own words whole, before they are ticked for the second sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from companion.ui.content import plain, sentence
from companion.ui.keys import bindings
from companion.ui.screens.inside import CompanionDialog
from companion.ui.widgets.button import Button
from companion.ui.widgets.reading import Reading

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.services.ports.content import Words


class QuoteScreen(CompanionDialog[bool]):
    """Shows a quote as it would be printed, and is dismissed with whether to change its tick."""

    CSS_PATH = "quote.tcss"
    AUTO_FOCUS = "#quote-text"
    BINDINGS: ClassVar[list[BindingType]] = bindings("quote.tick")

    def __init__(self, words: Words, text: str, origin: str, *, ticked: bool) -> None:
        """Take the quote.

        Args:
            words: The interface's language.
            text: The words, as they were written.
            origin: Where they are from, and how many they are.
            ticked: Whether they are on the second sheet.
        """
        super().__init__(words)
        self._text = text
        self._origin = origin
        self._ticked = ticked

    def compose(self) -> ComposeResult:
        """The words, where they are from, and the tick."""
        with Vertical(classes="dialog"):
            with Reading(id="quote-text"):
                yield Static(plain(self._text))
            yield Static(plain(self._origin), id="quote-from", classes="quiet")
            with Horizontal(classes="answers"):
                key = "second.untick" if self._ticked else "second.tick"
                yield Button(sentence(self.words, key), id="tick", classes="-primary")
                yield Button(sentence(self.words, "second.close"), id="close")

    @on(Button.Pressed, "#tick")
    def action_tick(self) -> None:
        """Close, and change the tick."""
        self.dismiss(True)  # noqa: FBT003  the screen's only answer

    @on(Button.Pressed, "#close")
    def action_back(self) -> None:
        """Close, and change nothing."""
        self.dismiss(False)  # noqa: FBT003  the screen's only answer

    def key_enter(self) -> None:
        """Close, and change nothing."""
        self.action_back()
