"""The door: the passphrase, or the first run where there is no notebook yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from companion.domain.errors import CompanionError
from companion.ui.content import sentence, told
from companion.ui.screens.base import HEIGHTS, CompanionScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.passphrase import PassphraseInput

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.geometry import Size

    from companion.services.house import House
    from companion.ui.app import CompanionApp
    from companion.ui.in_order import InOrder

_DRAWN_BY = 0.2
"""Seconds after which the door is drawn. What is behind it is read from then on: earlier, that
would hold up the drawing, and typing a passphrase takes longer than all of it."""

_LOW = HEIGHTS[1][0]  # rows; below, there is no room for air


class DoorScreen(CompanionScreen[None]):
    """Asks for the passphrase. Nothing private is on it, and nothing of the store is imported."""

    AUTO_FOCUS = "#passphrase"
    IS_DOOR = True

    def __init__(self, house: House, in_order: InOrder) -> None:
        """Take what it works with."""
        super().__init__(house.words)
        self._house = house
        self._in_order = in_order
        self._gap = ""

    def compose(self) -> ComposeResult:
        """The name, the field, and a line for what happens."""
        self._gap = _between(self.app.size)
        # As few widgets as there can be: each is a hundredth of what a start takes.
        yield Static(self._asks(), id="door-asks")
        yield PassphraseInput(id="passphrase")
        with Horizontal(id="door-buttons"):
            yield Button(sentence(self.words, "unlock.open"), id="open", classes="-primary")
            yield Button(sentence(self.words, "unlock.show"), id="show")
        yield Static("", id="door-said")
        yield Static(self._tells(), id="door-tells", classes="quiet")
        yield KeyLine(self.words)

    def on_resize(self, event: events.Resize) -> None:
        """Leave out what is air where there is no room for it."""
        if (gap := _between(event.size)) != self._gap:
            self._gap = gap
            self.query_one("#door-asks", Static).update(self._asks())
            self.query_one("#door-tells", Static).update(self._tells())

    def _asks(self) -> Content:
        """The name, and what is asked for."""
        ask = "unlock.ask_demo" if self._house.is_demo else "unlock.ask"
        name = sentence(self.words, "app.name", "bold $warm")
        return Content(self._gap).join((name, sentence(self.words, ask)))

    def _tells(self) -> Content:
        """What nobody can do for whoever lost the passphrase, and what nobody can read."""
        keys = ("unlock.nobody",) if self._house.is_demo else ("unlock.lost", "unlock.nobody")
        return Content(self._gap).join(sentence(self.words, key) for key in keys)

    def on_mount(self) -> None:
        """On the first run, show the way in; what was being wiped, offer to finish."""
        notebook = self._house.notebook
        if not notebook.exists():
            from companion.ui.screens.welcome import WelcomeScreen

            self.app.push_screen(WelcomeScreen(self._house, self._in_order))
        elif notebook.wiping.begun():
            from companion.ui.screens.wiped import WipedScreen

            self.app.push_screen(WipedScreen(self._house, self._in_order))
        self.set_timer(_DRAWN_BY, self._house.prepare)

    def on_screen_resume(self) -> None:
        """Be ready for a passphrase again, with nothing of the last one left."""
        self.query_one("#passphrase", PassphraseInput).forget()
        self.query_one("#passphrase").focus()
        self.query_one("#door-said", Static).update("")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing behind the door to go back to."""
        del parameters
        return action != "back"

    @on(Button.Pressed, "#show")
    def show_typed(self) -> None:
        """Show what is typed, or hide it again."""
        field = self.query_one("#passphrase", PassphraseInput)
        field.password = not field.password
        key = "unlock.show" if field.password else "unlock.hide"
        button = self.query_one("#show", Button)
        button.label = sentence(self.words, key)
        button.refresh(layout=True)
        field.focus()

    @on(Input.Submitted, "#passphrase")
    @on(Button.Pressed, "#open")
    def try_passphrase(self) -> None:
        """Try what was typed."""
        field = self.query_one("#passphrase", PassphraseInput)
        if field.value and not field.disabled:
            self._unlock(field.value)

    @work(exit_on_error=False)
    async def _unlock(self, passphrase: str) -> None:
        field = self.query_one("#passphrase", PassphraseInput)
        said = self.query_one("#door-said", Static)
        field.disabled = True
        said.update(sentence(self.words, "unlock.checking", "$quiet"))
        try:
            opened = await self._in_order(self._house.notebook.unlock, passphrase)
        except CompanionError as error:
            field.disabled = False
            field.forget()
            field.focus()
            said.update(told(self.words, error))
            return
        field.forget()
        field.disabled = False
        from companion.domain.recovery_code import read_code

        code = passphrase if isinstance(read_code(passphrase), str) else ""
        await cast("CompanionApp", self.app).enter(opened, code)


def _between(size: Size) -> str:
    """What stands between two paragraphs: an empty line, in a low window none."""
    return "\n" if size.height < _LOW else "\n\n"
