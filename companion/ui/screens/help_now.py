"""Help now: who can be reached. It asks nothing, keeps nothing and dials nothing."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from companion.domain.errors import CompanionError
from companion.domain.text import unaccented
from companion.ui.content import plain, sentence
from companion.ui.screens.base import CompanionScreen
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.services.help_now import HelpCard
    from companion.services.house import House


class HelpNowScreen(CompanionScreen[None]):
    """Opens over any screen, locked or not, and leaves it as it was."""

    CSS_PATH = "help_now.tcss"
    AUTO_FOCUS = "#back"

    def __init__(self, house: House) -> None:
        """Take what it works with."""
        super().__init__(house.words)
        self._house = house

    def compose(self) -> ComposeResult:
        """Who can be reached, first; how to steady, below."""
        yield Masthead(self.say("help.title"))
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(sentence(self.words, "help.said"), classes="prose")
            yield Static("", id="help-numbers", classes="prose gap strong")
            yield Static("", id="help-lines", classes="prose")
            yield Static("", id="help-checked", classes="prose quiet")
            with Horizontal(id="help-buttons"):
                yield Button(sentence(self.words, "help.back"), id="back", classes="-primary")
                yield Button(sentence(self.words, "help.somewhere_else"), id="elsewhere")
            yield Static(sentence(self.words, "help.nobody"), classes="prose gap")
            yield Static(sentence(self.words, "help.steady"), classes="prose gap warm")
            yield Static(sentence(self.words, "help.steady_text"), classes="prose")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Show the country that was said before."""
        self._show(self._house.help_now.card(self._house.preferences.current.country))
        # In a low window the button that has the focus is below who can be reached.
        self.call_after_refresh(self.query_one(".body").scroll_home, animate=False)

    @on(Button.Pressed, "#back")
    def go_back(self) -> None:
        """Back to where one was."""
        self.dismiss(None)

    @on(Button.Pressed, "#elsewhere")
    @work(exit_on_error=False)
    async def somewhere_else(self) -> None:
        """Ask where, and show the numbers of there."""
        code = await self.app.push_screen_wait(CountryScreen(self._house))
        if code is None:
            return
        with suppress(CompanionError):
            self._house.preferences.set_country(code)
        self._show(self._house.help_now.card(code))

    def _show(self, card: HelpCard | None) -> None:
        numbers = self.query_one("#help-numbers", Static)
        lines = self.query_one("#help-lines", Static)
        checked = self.query_one("#help-checked", Static)
        checked.display = card is not None
        elsewhere = self.query_one("#elsewhere", Button)
        key = "help.say_country" if card is None else "help.somewhere_else"
        elsewhere.label = sentence(self.words, key)
        elsewhere.refresh(layout=True)
        if card is None:
            numbers.update(sentence(self.words, "help.no_country"))
            lines.update(sentence(self.words, "help.elsewhere"))
            return
        country = card.country
        emergency = self.say("help.emergency", numbers=self.say("help.or").join(country.emergency))
        numbers.update(plain(f"{self.say('help.in_country', country=country.name)}\n{emergency}"))
        rows = [
            "  ".join(part for part in (line.dial, line.name, line.hours) if part)
            for line in country.lines
        ]
        rows.append(self.say("help.elsewhere" if country.lines else "help.no_line"))
        lines.update(plain("\n".join(rows)))
        said = self.say("help.checked", day=self.words.day(country.checked_on))
        stale = f"\n{self.say('help.stale')}" if card.stale else ""
        checked.update(plain(said + stale))


class CountryScreen(CompanionScreen[str | None]):
    """Asks for a country. It is never guessed: the same number is a doctor here, a line there."""

    CSS_PATH = "help_now.tcss"
    AUTO_FOCUS = "#begins"

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
        wanted = unaccented(typed.strip())
        found = [
            country
            for country in self._house.help_now.countries()
            if unaccented(country.name).startswith(wanted) or country.code.casefold() == wanted
        ]
        countries = self.query_one("#countries", OptionList)
        countries.set_options([Option(plain(one.name), id=one.code) for one in found])
        countries.display = bool(found)
        self.query_one("#no-such").display = not found
