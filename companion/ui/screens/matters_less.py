"""The page holds too much: which line matters less today? Nothing is cut for anyone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from companion.domain.page import Kind
from companion.domain.text import excerpt
from companion.services.page.excess_sentences import counted, said_over
from companion.ui.content import plain, sentence
from companion.ui.screens.inside import CompanionDialog
from companion.ui.widgets.button import Button

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.services.page.composing import Composing
    from companion.services.ports.content import Words

_ROW_CHARACTERS = 150


class Less(StrEnum):
    """What to do about a line."""

    SHORTEN = "shorten"
    """Say it in fewer words."""
    LEAVE_OUT = "leave-out"
    """Take it off the page."""
    SEE = "see"
    """Nothing yet: see the page as it is."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The line that was chosen, and what to do about it."""

    choice: Less
    """What to do."""
    answer_id: str
    """The line's answer."""


class MattersLessScreen(CompanionDialog[Chosen | None]):
    """Shows the lines of the part that holds too much; dismissed with none to go back."""

    CSS_PATH = "matters_less.tcss"
    AUTO_FOCUS = "#less-lines"

    def __init__(self, words: Words, composing: Composing, kind: Kind = Kind.SESSION) -> None:
        """Take what is ticked; it holds too much somewhere.

        Args:
            words: The interface's language.
            composing: What is ticked.
            kind: For whom the page is.
        """
        super().__init__(words)
        self._kind = kind
        self._over = composing.over[0]
        sections = (self._over.section,) if self._over.section else ()
        self._rows = [row for row in composing.rows(*sections) if row.line]

    def compose(self) -> ComposeResult:
        """The question, the lines, and what can be done about one."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(plain(self._where()), classes="quiet")
            question = sentence(self.words, "composer.less.question")
            yield Static(question, classes="strong gap")
            yield OptionList(
                *(self._option(index) for index in range(len(self._rows))),
                id="less-lines",
                markup=False,
            )
            with Horizontal(classes="answers"):
                for one in (*Less, "back"):
                    yield Button(sentence(self.words, f"composer.less.{one}"), id=str(one))

    @on(OptionList.OptionSelected)
    def go_to_answers(self) -> None:
        """A line was chosen: ask what to do about it."""
        self.query_one(f"#{Less.SHORTEN}").focus()

    @on(Button.Pressed)
    def answer(self, event: Button.Pressed) -> None:
        """Close with the line and what to do about it."""
        index = self.query_one(OptionList).highlighted
        if event.button.id == "back" or index is None:
            self.dismiss(None)
        else:
            self.dismiss(Chosen(Less(event.button.id or ""), self._rows[index].id))

    def _where(self) -> str:
        over = said_over(self.words, self._over)
        if self._over.section is None:
            return self.say("composer.less.page", over=over)
        section = self.say(f"print.{self._kind}.{self._over.section}")
        return self.say("composer.less.section", section=section, over=over)

    def _option(self, index: int) -> Option:
        row = self._rows[index]
        text = excerpt(row.text, _ROW_CHARACTERS)
        count = counted(self.words, "word", row.words)
        return Option(plain(self.say("composer.less.row", text=text, words=count)))
