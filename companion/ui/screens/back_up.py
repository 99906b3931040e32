"""Making a backup where the person says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from companion.domain.errors import CompanionError
from companion.domain.text import clean
from companion.ui.content import sentence, told
from companion.ui.places import home, named_file
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from companion.ui.context import Context

FILE_NAME = "notebook.backup"
"""A neutral name: no date, no person, no word of therapy."""


class BackUpScreen(NotebookScreen[str | None]):
    """Asks for a place; dismissed with what came of it."""

    CSS_PATH = "keeping.tcss"
    AUTO_FOCUS = "#file"

    def __init__(self, context: Context, folder: Path | None = None) -> None:
        """Take what it works with.

        Args:
            context: What the open notebook offers.
            folder: Where a name without a folder goes; none: the person's home.
        """
        super().__init__(context)
        self._folder = folder or home()

    def compose(self) -> ComposeResult:
        """One question."""
        yield Masthead(self.say("safekeeping.screen.backup_title"))
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(sentence(self.words, "safekeeping.screen.backup_about"), classes="prose")
            yield Static(sentence(self.words, "safekeeping.screen.backup_where"), classes="gap")
            yield LineInput(str(self._folder / FILE_NAME), id="file")
            yield Static("", id="said", classes="prose")
            with Horizontal(classes="keeping-buttons"):
                make = sentence(self.words, "safekeeping.screen.make")
                yield Button(make, id="make", classes="-primary")
                yield Button(sentence(self.words, "safekeeping.screen.leave"), id="leave")
        yield KeyLine(self.words)

    @on(Button.Pressed, "#leave")
    def leave(self) -> None:
        """Make none."""
        self.action_back()

    @on(Input.Submitted, "#file")
    @on(Button.Pressed, "#make")
    @work(exit_on_error=False, group="make", exclusive=True)
    async def make(self) -> None:
        """Make it; a file that is there is left as it is."""
        name = clean(self.query_one("#file", LineInput).value).strip()
        said = self.query_one("#said", Static)
        if not name:
            return
        said.update(sentence(self.words, "safekeeping.screen.making", "$quiet"))
        kept = self.context.house.notebook.safekeeping
        file = await self.context.in_order(named_file, name, self._folder, FILE_NAME)
        try:
            await self.context.in_order(kept.back_up_to, file)
        except CompanionError as error:
            said.update(told(self.words, error))
            self.query_one("#file").focus()
            return
        self.dismiss(self.say("safekeeping.backup_made", file=str(file)))
