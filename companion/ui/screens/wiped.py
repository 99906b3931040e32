"""The notebook is removed for good; then that it is gone, and what is left where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from companion.domain.errors import CompanionError
from companion.ui.content import plain, sentence, told
from companion.ui.screens.base import CompanionScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.content import Content

    from companion.domain.wiping import Staying
    from companion.services.house import House
    from companion.services.ports.content import Words
    from companion.ui.app import CompanionApp
    from companion.ui.in_order import InOrder

_BUTTONS = ("go_on", "door", "close", "anew")
"""All of them, in order; which are shown depends on how far it is."""


class WipedScreen(CompanionScreen[None]):
    """Stands in front of the door. Nothing private is on it."""

    CSS_PATH = "wiped.tcss"
    AUTO_FOCUS = ""

    def __init__(
        self,
        house: House,
        in_order: InOrder,
        secret: str = "",
        *,
        files: tuple[Path, ...] = (),
    ) -> None:
        """Take what it works with; with a secret, wiping begins at once.

        Args:
            house: Everything from the layers below; its notebook is shut.
            in_order: The notebook's one thread.
            secret: What opens the notebook; empty: its wiping was cut off before.
            files: Files outside that stay.
        """
        super().__init__(house.words)
        self._house = house
        self._in_order = in_order
        self._secret = secret
        self._files = files

    def compose(self) -> ComposeResult:
        """What is said, what is left, and what can be done now."""
        yield Masthead(self.say("app.name"))
        with VerticalScroll(classes="body", can_focus=False):
            yield Static("", id="wiped-says", classes="prose")
            yield Static("", id="wiped-left", classes="prose gap")
            with Horizontal(id="wiped-buttons"):
                for name in _BUTTONS:
                    yield Button(sentence(self.words, f"wiped.{name}"), id=name)
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Begin, or say that it was cut off."""
        if self._secret:
            self.wipe()
        else:
            folder = str(self._house.notebook.folder)
            self._show(sentence(self.words, "wiped.unfinished", folder=folder), "go_on", "close")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to go back to."""
        del parameters
        return action != "back"

    @on(Button.Pressed, "#go_on")
    @work(exit_on_error=False, exclusive=True)
    async def wipe(self) -> None:
        """Remove it, or go on with that."""
        self._show(sentence(self.words, "wiped.working"))
        wiping = self._house.notebook.wiping
        secret, self._secret = self._secret, ""
        try:
            staying = await self._in_order(wiping.wipe, secret)
        except CompanionError as error:
            begun = await self._in_order(wiping.begun)
            self._show(told(self.words, error), "go_on" if begun else "door", "close")
            return
        left = [self.say("wipe.stays_file", file=str(file)) for file in self._files]
        left += staying_lines(self.words, staying)
        left.append(self.say("wiped.left_elsewhere"))
        self._show(sentence(self.words, "wiped.gone"), "close", "anew", left=left)

    @on(Button.Pressed, "#door")
    def to_door(self) -> None:
        """Back to the door: nothing was touched."""
        self.dismiss(None)

    @on(Button.Pressed, "#close")
    def close(self) -> None:
        """Leave companion."""
        self.app.exit()

    @on(Button.Pressed, "#anew")
    def begin_anew(self) -> None:
        """Set a new notebook up."""
        from companion.ui.screens.welcome import WelcomeScreen

        self.app.switch_screen(WelcomeScreen(self._house, self._in_order))

    def _show(self, says: Content, *buttons: str, left: Iterable[str] = ()) -> None:
        self.query_one("#wiped-says", Static).update(says)
        self.query_one("#wiped-left", Static).update(lines_of(left))
        for name in _BUTTONS:
            self.query_one(f"#{name}", Button).display = name in buttons
        if buttons:
            # What is said comes first, in a small window too: the buttons wait below it.
            self.query_one(f"#{buttons[0]}").focus(scroll_visible=False)


async def leave_to(app: CompanionApp, gone: WipedScreen) -> None:
    """Lock the notebook, which takes every private word away, and show how it is removed.

    Args:
        app: The app.
        gone: The screen that removes it.
    """
    await app.action_lock()
    await app.push_screen(gone)


def staying_lines(words: Words, staying: Staying) -> Iterator[str]:
    """What stays where the notebook lies, a sentence each.

    Args:
        words: The interface's language.
        staying: What it is.
    """
    for folder in staying.earlier:
        yield words.say("wipe.stays_earlier", folder=str(folder))
    for file in staying.others:
        yield words.say("wipe.stays_other", file=str(file))


def lines_of(lines: Iterable[str]) -> Content:
    """Sentences one below the other, each with a small mark before it."""
    return plain("\n").join([plain(f"· {line}") for line in lines])
