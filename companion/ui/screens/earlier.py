"""How an answer read before it was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from companion.services.short_days import short_moment
from companion.ui.content import plain, sentence
from companion.ui.screens.inside import CompanionDialog
from companion.ui.widgets.answers import said_in
from companion.ui.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from companion.domain.answer import Answer, Wording
    from companion.domain.clock import Clock
    from companion.services.ports.content import Words


class EarlierScreen(CompanionDialog[None]):
    """The answer as it is, and each of its earlier wordings, the latest first."""

    CSS_PATH = "earlier.tcss"
    AUTO_FOCUS = "#readings"

    def __init__(
        self, words: Words, clock: Clock, answer: Answer, wordings: Sequence[Wording]
    ) -> None:
        """Take the answer.

        Args:
            words: The interface's language.
            clock: The person's own calendar.
            answer: The answer as it is now.
            wordings: How it read before, the latest first.
        """
        super().__init__(words)
        self._clock = clock
        self._answer = answer
        self._wordings = wordings

    def compose(self) -> ComposeResult:
        """One below the other; the arrows scroll where they are long."""
        with Vertical(classes="dialog"):
            yield Static(plain(self._answer.prompt), classes="warm strong")
            with VerticalScroll(id="readings", can_focus=True):
                yield Static(sentence(self.words, "entry.as_now"), classes="quiet")
                yield Static(plain(said_in(self.words, self._answer)), classes="reads")
                for one in self._wordings:
                    moment = short_moment(self.words, self._clock, one.replaced_at)
                    until = sentence(self.words, "entry.until", moment=moment)
                    yield Static(until, classes="quiet")
                    yield Static(plain(one.shown), classes="reads")
            yield Button(sentence(self.words, "entry.close"), id="close", classes="-primary")

    @on(Button.Pressed, "#close")
    def close(self) -> None:
        """Go back to the entry."""
        self.dismiss(None)

    def key_enter(self) -> None:
        """Go back to the entry."""
        self.dismiss(None)
