"""Files that left the notebook and are remembered: which of them to remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from companion.domain.errors import CompanionError
from companion.services.exported import Now
from companion.services.short_days import short_day
from companion.ui.content import plain, sentence, told
from companion.ui.screens.inside import NotebookScreen
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.line_row import TICKED, UNTICKED
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from companion.services.exported import ExportedFile
    from companion.ui.context import Context


class FileButton(Button):
    """One file, with a box that says whether it is to be removed."""

    def __init__(self, file: Path, about: str) -> None:
        """Take the file, and what is known of it in words."""
        super().__init__(classes="file")
        self.file = file
        """The file."""
        self.is_ticked = False
        """Whether it is to be removed."""
        self._about = about
        self.label = self._label

    def turn(self) -> None:
        """Tick it, or untick it."""
        self.is_ticked = not self.is_ticked
        self.label = self._label

    @property
    def _label(self) -> Content:
        box = TICKED if self.is_ticked else UNTICKED
        return Content.assemble(plain(f"{box} {self.file}"), "\n  ", plain(self._about, "dim"))


class FilesOutsideScreen(NotebookScreen[None]):
    """Nothing is ticked at the beginning, and nothing is removed but what is."""

    CSS_PATH = "files_outside.tcss"
    AUTO_FOCUS = ".file"

    def __init__(self, context: Context, files: tuple[ExportedFile, ...]) -> None:
        """Take the files that are there.

        Args:
            context: What the open notebook offers.
            files: What was written and is there still.
        """
        super().__init__(context)
        self._files = files

    def compose(self) -> ComposeResult:
        """The files, and what came of it."""
        yield Masthead(self.say("wipe.files.title"))
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(sentence(self.words, "wipe.files.about"), classes="prose quiet")
            with Vertical(id="files"):
                for one in self._files:
                    yield FileButton(one.file, self._known(one))
            yield Static("", id="files-said", classes="prose")
            with Horizontal(id="files-buttons"):
                yield Button(sentence(self.words, "wipe.files.remove"), id="remove")
                yield Button(sentence(self.words, "wipe.files.back"), id="back")
        yield KeyLine(self.words)

    @on(Button.Pressed, ".file")
    def turn(self, event: Button.Pressed) -> None:
        """Tick a file, or untick it."""
        if isinstance(event.button, FileButton):
            event.button.turn()

    @on(Button.Pressed, "#back")
    def leave(self) -> None:
        """Back; what was not removed stays."""
        self.action_back()

    @on(Button.Pressed, "#remove")
    @work(exit_on_error=False, exclusive=True)
    async def remove_ticked(self) -> None:
        """Remove what is ticked, one after the other."""
        ticked = [one for one in self.query(FileButton) if one.is_ticked]
        said = [] if ticked else [plain(self.say("wipe.files.none_ticked"))]
        for button in ticked:
            try:
                # That it was changed stands beside it: whoever ticks it means it.
                await self.context.in_order(
                    self.context.open.exported.remove, button.file, changed_too=True
                )
            except CompanionError as error:
                said.append(told(self.words, error))
            else:
                said.append(plain(self.say("wipe.files.removed", file=str(button.file))))
                await button.remove()
        self.query_one("#files-said", Static).update(plain("\n").join(said))

    def _known(self, one: ExportedFile) -> str:
        day = short_day(self.words, self.context.house.clock, one.at)
        key = "changed" if one.now is Now.CHANGED else "there"
        return self.say(f"wipe.files.{key}", what=self.say(f"wipe.files.what.{one.what}"), day=day)
