"""Asks where an answer shall be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from companion.domain.text import excerpt
from companion.ui.content import plain, sentence
from companion.ui.screens.inside import CompanionDialog
from companion.ui.widgets.answers import has_place, places_for, said_in

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

    from companion.domain.answer import Answer
    from companion.services.ports.content import Words

LET_GO = "let-go"
"""The answer that takes an answer away for good; all others are places."""
_SHOWN = 120  # characters of the answer, to know it by
_SHOWN_LOW = 56  # in a low window
_LOW = 18  # rows


class MoveAnswerScreen(CompanionDialog[str | None]):
    """Dismissed with a place or `LET_GO`; none: the answer stays where it is."""

    CSS_PATH = "move_answer.tcss"
    AUTO_FOCUS = "#places"

    def __init__(self, words: Words, answer: Answer) -> None:
        """Take the answer.

        Args:
            words: The interface's language.
            answer: The answer as it is now.
        """
        super().__init__(words)
        self._answer = answer
        self._ids: list[str] = [*map(str, places_for(answer)), LET_GO]
        if not has_place(answer):
            self._ids.insert(0, str(answer.place))

    def compose(self) -> ComposeResult:
        """The answer, and the places; the cursor is on the one where it is."""
        with VerticalScroll(classes="dialog", can_focus=False):
            key = "entry.where" if has_place(self._answer) else "entry.keep"
            yield Static(sentence(self.words, key), classes="strong")
            limit = _SHOWN if self.app.size.height >= _LOW else _SHOWN_LOW
            said = excerpt(said_in(self.words, self._answer), limit)
            yield Static(plain(said), classes="question quiet")
            yield OptionList(
                *(Option(self._label(one), id=one) for one in self._ids), id="places", markup=False
            )

    def on_mount(self) -> None:
        """Begin where the answer is: Enter changes nothing."""
        place = str(self._answer.place)
        index = self._ids.index(place) if place in self._ids else 0
        self.query_one("#places", OptionList).highlighted = index

    def key_m(self) -> None:
        """Go round the places with the key that opened the question."""
        self.query_one("#places", OptionList).action_cursor_down()

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Close with the place; with none if it is the one it has."""
        chosen = event.option.id
        self.dismiss(None if chosen == self._answer.place else chosen)

    def _label(self, one: str) -> Content:
        if one == LET_GO:
            return sentence(self.words, "entry.to.let-go")
        if not has_place(self._answer):
            return sentence(self.words, "entry.to.keep")
        place = self.say(f"entry.to.{one}")
        return plain(self.say("entry.now", place=place) if one == self._answer.place else place)
