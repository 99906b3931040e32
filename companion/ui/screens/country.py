"""Where somebody is now: asked, and never guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import VerticalScroll
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from companion.ui.content import plain, sentence
from companion.ui.screens.base import CompanionScreen
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.services.house import House


class CountryScreen(CompanionScreen[str | None]):
    """Asks for a country. It is never guessed: the same number is a doctor here, a line there."""

    CSS_PATH = "country.tcss"
    AUTO_FOCUS = "#begins"
    LEADS_BACK_TO_HELP = True

    def __init__(self, house: House) -> None:
        """Take what it works with."""
        super().__init__(house.words)
        self._house = house

    def compose(self) -> ComposeResult:
        """A field that narrows a list."""
        yield Masthead(self.say("help.choose"))
        with VerticalScroll(classes="body", can_focus=False):
            yield LineInput(id="begins", placeholder=self.say("help.type_country"))
            yield OptionList(id="countries", markup=False)
            yield Static(sentence(self.words, "help.no_such"), id="no-such", classes="prose")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Begin with all of them."""
        self._list("")

    @on(Input.Changed, "#begins")
    def narrow(self, event: Input.Changed) -> None:
        """Show the countries that begin like that."""
        self._list(event.value)

    @on(Input.Submitted, "#begins")
    def take_first(self) -> None:
        """Take the first one, or go to the list where nothing was typed."""
        countries = self.query_one("#countries", OptionList)
        typed = self.query_one("#begins", LineInput).value.strip()
        if typed and countries.option_count:
            self.dismiss(countries.get_option_at_index(0).id)
        else:
            countries.focus()

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Close with that country."""
        self.dismiss(event.option.id)

    def _list(self, typed: str) -> None:
        found = self._house.help_now.like(typed)
        countries = self.query_one("#countries", OptionList)
        countries.set_options([Option(plain(one.name), id=one.code) for one in found])
        countries.display = bool(found)
        self.query_one("#no-such").display = not found
