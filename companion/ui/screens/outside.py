"""The third door: who else can help. It asks nothing, and nothing of it comes to a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from companion.services.help_blocks import own_blocks
from companion.ui.content import sentence
from companion.ui.screens.help_now import HelpNowScreen
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.help_blocks import HelpBlocks
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from textual.app import ComposeResult


class OutsideScreen(NotebookScreen[bool | None]):
    """Dismissed with whether someone would like to write a record."""

    CSS_PATH = "outside.tcss"
    AUTO_FOCUS = "#back"

    def compose(self) -> ComposeResult:
        """What one may do, and who can be reached."""
        yield Masthead(self.say("outside.title"))
        with VerticalScroll(classes="body", can_focus=False):
            for part in ("first", "who", "record", "danger"):
                yield Static(sentence(self.words, f"outside.{part}"), classes="prose said")
            yield HelpBlocks(own_blocks(self.words, self.context.open.own_help.known))
            with Horizontal(id="outside-buttons"):
                for name in ("back", "help", "write"):
                    yield Button(sentence(self.words, f"outside.{name}"), id=name)
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Begin with what is said: in a low window the buttons are below it."""
        self.call_after_refresh(self.query_one(".body").scroll_home, animate=False)

    @on(Button.Pressed, "#back")
    def action_back(self) -> None:
        """Back to the doors."""
        self.dismiss(None)

    @on(Button.Pressed, "#help")
    def show_help(self) -> None:
        """Show who can be reached."""
        self.app.push_screen(HelpNowScreen(self.context.house, self.context))

    @on(Button.Pressed, "#write")
    def write(self) -> None:
        """Close with the wish to write a record."""
        self.dismiss(result=True)
