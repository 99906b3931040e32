"""Help now: who can be reached. It asks nothing, keeps nothing and dials nothing."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from companion.domain.errors import CompanionError
from companion.services.help_blocks import agreed_blocks, card_blocks, country_blocks, own_blocks
from companion.ui.content import sentence
from companion.ui.keys import bindings
from companion.ui.screens.base import CompanionScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.help_blocks import HelpBlocks
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.own_help import OwnHelp
    from companion.services.help_blocks import HelpCard
    from companion.services.house import House
    from companion.ui.context import Context

_OWN = frozenset({"steps", "people"})
# What needs the notebook to be open.


class HelpNowScreen(CompanionScreen[None]):
    """Opens over any screen, locked or not, and leaves it as it was."""

    CSS_PATH = "help_now.tcss"
    AUTO_FOCUS = "#back"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "help.elsewhere", "help.steady", "help.steps", "help.people", "help.up", "help.down"
    )

    def __init__(self, house: House, context: Context | None = None) -> None:
        """Take what it works with.

        Args:
            house: Everything from the layers below.
            context: The open notebook; none: it is shut, and only the open card is shown.
        """
        super().__init__(house.words)
        self._house = house
        self._opened = context

    def compose(self) -> ComposeResult:
        """One's own people, the numbers, and what else can be done from here."""
        yield Masthead(self.say("help.title"))
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(sentence(self.words, "help.said"), classes="prose strong")
            more = sentence(self.words, "help.said_more")
            yield Static(more, id="help-more", classes="prose")
            yield HelpBlocks(id="help-own")
            yield HelpBlocks(id="help-country")
            yield HelpBlocks(id="help-agreed")
            with Horizontal(id="help-ways", classes="help-buttons"):
                yield self._button("back", "-primary")
                yield self._button("elsewhere")
            with Horizontal(id="help-others", classes="help-buttons"):
                for name in ("steady", "steps", "people"):
                    yield self._button(name)
            yield Static(more, id="help-more-below", classes="prose gap")
            if self._opened is None and self._is_locked:
                locked = sentence(self.words, "help.own.locked")
                yield Static(locked, classes="prose quiet gap")
            yield Static(sentence(self.words, "help.nobody"), classes="prose gap")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Show at once what is known; what the notebook says now follows."""
        self._show_country()
        if self._opened is None:
            self._show_card()
        else:
            self._show_own(self._opened.open.own_help.known)
        for name in _OWN:
            self.query_one(f"#{name}").display = self._opened is not None
        if not self._house.help_now.card(self._house.preferences.current.country):
            self.query_one("#elsewhere").focus(scroll_visible=False)
        # In a low window the button that has the focus is below who can be reached.
        self.call_after_refresh(self._body.scroll_home, animate=False)

    def on_screen_resume(self) -> None:
        """Look again whenever one comes back: people and steps may be others now."""
        self._look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is one's own is shown while the notebook is open."""
        del parameters
        return action not in _OWN or self._opened is not None

    @on(Button.Pressed, "#back")
    def go_back(self) -> None:
        """Back to where one was."""
        self.dismiss(None)

    @work(exit_on_error=False, group="ask", exclusive=True)
    async def action_elsewhere(self) -> None:
        """Ask where, and show the numbers of there."""
        from companion.ui.screens.country import CountryScreen

        code = await self.app.push_screen_wait(CountryScreen(self._house))
        if code is None:
            return
        with suppress(CompanionError):
            self._house.preferences.set_country(code)
        self._show_country(code)

    def action_steady(self) -> None:
        """Two minutes to get steadier."""
        from companion.ui.screens.steady import SteadyScreen

        self.app.push_screen(SteadyScreen(self._house))

    def action_steps(self) -> None:
        """Read one's own steps, and change them."""
        from companion.ui.screens.own_steps import OwnStepsScreen

        if self._opened is not None:
            self.app.push_screen(OwnStepsScreen(self._opened))

    def action_people(self) -> None:
        """Write down one's own people."""
        from companion.ui.screens.own_people import OwnPeopleScreen

        if self._opened is not None:
            self.app.push_screen(OwnPeopleScreen(self._opened))

    def action_up(self) -> None:
        """Scroll up."""
        self._body.scroll_up(animate=False)

    def action_down(self) -> None:
        """Scroll down."""
        self._body.scroll_down(animate=False)

    @work(exit_on_error=False, group="look", exclusive=True)
    async def _look(self) -> None:
        if self._opened is None:
            return
        # What was known stays on the screen if it can't be read now.
        with suppress(CompanionError):
            self._show_own(await self._opened.in_order(self._opened.open.own_help.read))

    def _show_own(self, own: OwnHelp) -> None:
        self.query_one("#help-own", HelpBlocks).show(own_blocks(self.words, own))
        self.query_one("#help-agreed", HelpBlocks).show(agreed_blocks(self.words, own))

    def _show_card(self) -> None:
        lines = self._house.notebook.card_lines
        self.query_one("#help-own", HelpBlocks).show(card_blocks(self.words, lines))

    def _show_country(self, code: str = "") -> None:
        card = self._house.help_now.card(code or self._house.preferences.current.country)
        self.query_one("#help-country", HelpBlocks).show(country_blocks(self.words, card))
        self._label_elsewhere(card)

    def _label_elsewhere(self, card: HelpCard | None) -> None:
        elsewhere = self.query_one("#elsewhere", Button)
        key = "help.say_country" if card is None else "help.somewhere_else"
        elsewhere.label = sentence(self.words, key)
        elsewhere.refresh(layout=True)

    def _button(self, name: str, classes: str = "") -> Button:
        key = "help.somewhere_else" if name == "elsewhere" else f"help.{name}"
        does = None if name == "back" else f"screen.{name}"
        return Button(sentence(self.words, key), id=name, classes=classes, action=does)

    @property
    def _is_locked(self) -> bool:
        with suppress(CompanionError):
            return self._house.notebook.exists()
        return False

    @property
    def _body(self) -> VerticalScroll:
        return self.query_one(".body", VerticalScroll)
