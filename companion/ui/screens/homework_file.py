"""Which file the homework is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from companion.ui.content import sentence
from companion.ui.screens.inside import CompanionDialog
from companion.ui.widgets.button import Button
from companion.ui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from textual.app import ComposeResult

LONGEST_NAME = 1000
"""The most characters of a file's name, folders included."""


class HomeworkFileScreen(CompanionDialog[str | None]):
    """Asks for a file's name; dismissed with it, or none."""

    CSS_PATH = "homework_file.tcss"
    AUTO_FOCUS = "#homework-file"

    def compose(self) -> ComposeResult:
        """What is asked, a field, and the ways out."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(sentence(self.words, "homework_room.file_title"), classes="warm strong")
            yield Static(sentence(self.words, "homework_room.file_about"), classes="quiet gap")
            yield LineInput(id="homework-file", max_length=LONGEST_NAME)
            with Horizontal(classes="answers"):
                done = sentence(self.words, "homework_room.file_done")
                yield Button(done, id="file-done", classes="-primary")
                yield Button(sentence(self.words, "homework_room.not_now"), id="file-leave")

    @on(Input.Submitted, "#homework-file")
    @on(Button.Pressed, "#file-done")
    def take(self) -> None:
        """Close with what was typed."""
        self.dismiss(self.query_one(LineInput).value.strip() or None)

    @on(Button.Pressed, "#file-leave")
    def action_back(self) -> None:
        """Close without a file."""
        self.dismiss(None)
