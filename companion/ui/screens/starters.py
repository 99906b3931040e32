"""Beginnings with blanks, to be put into what one rehearses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from companion.ui.content import sentence
from companion.ui.screens.inside import CompanionDialog

if TYPE_CHECKING:
    from textual.app import ComposeResult

_STARTERS = ("hard", "back", "last_time", "something", "ask")


class StartersScreen(CompanionDialog[str | None]):
    """Dismissed with the words of a beginning, or none."""

    CSS_PATH = "starters.tcss"
    AUTO_FOCUS = "#starters"

    def compose(self) -> ComposeResult:
        """The beginnings below one another."""
        with VerticalScroll(classes="dialog", can_focus=False):
            title = sentence(self.words, "rehearse.starters.title")
            yield Static(title, classes="question strong")
            options = (
                Option(sentence(self.words, f"rehearse.starters.{name}"), id=name)
                for name in _STARTERS
            )
            yield OptionList(*options, id="starters", markup=False)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Close with it."""
        self.dismiss(self.say(f"rehearse.starters.{event.option.id}"))
