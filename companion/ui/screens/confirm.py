"""A question with two or three plain answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from companion.ui.content import plain
from companion.ui.keys import bindings
from companion.ui.screens.inside import CompanionDialog
from companion.ui.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.services.ports.content import Words

NO, YES = "no", "yes"
"""The ids of the two answers to a question that asks whether."""


class AskScreen(CompanionDialog[str | None]):
    """Asks, and is dismissed with the id of the answer, or none if it was left."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("dialog.before", "dialog.after")

    def __init__(self, words: Words, question: str, answers: Mapping[str, str]) -> None:
        """Take the question and its answers.

        Args:
            words: The interface's language.
            question: What is asked, in words.
            answers: Labels by id, the safest first: it has the focus.
        """
        super().__init__(words)
        self._question = question
        self._answers = answers

    def compose(self) -> ComposeResult:
        """The question above its answers."""
        with Vertical(classes="dialog"):
            yield Static(plain(self._question), classes="question")
            with Horizontal(classes="answers"):
                for answer_id, label in self._answers.items():
                    yield Button(plain(label), id=answer_id, compact=True)

    @on(Button.Pressed)
    def answer(self, event: Button.Pressed) -> None:
        """Close with the answer."""
        self.dismiss(event.button.id)
