"""One part of my steps: its heading and the words below it, kept as they are written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from companion.domain.own_help import OwnStep
from companion.ui.content import sentence
from companion.ui.keys import bindings
from companion.ui.screens.kept_words import KeptWordsScreen, Written
from companion.ui.widgets.button import Button
from companion.ui.widgets.editor import Editor
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.moves import KeptWord

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.ui.context import Context

LONGEST_HEADING = 80
"""The most characters of a heading."""


class OwnStepScreen(KeptWordsScreen[OwnStep]):
    """A line and an editor; whoever empties both takes the part out."""

    CSS_PATH = "own_step.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("own_step.keep")

    def __init__(self, context: Context, item: OwnStep) -> None:
        """Take the part as it is; a new one has nothing in it, or only a heading."""
        super().__init__(context, item)
        self._heading = LineInput(
            item.heading, id="heading", max_length=LONGEST_HEADING, select_on_focus=False
        )
        self._text = Editor(item.text, id="step-text")

    def compose(self) -> ComposeResult:
        """The two fields, each under its name."""
        yield Masthead(self.say("own.steps.part_title"))
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(sentence(self.words, "own.steps.heading"), classes="strong prose")
            yield self._heading
            text = sentence(self.words, "own.steps.text")
            yield Static(text, id="text-name", classes="strong prose")
            yield self._text
        with Horizontal(id="own-step-moves"):
            done = sentence(self.words, "own.done")
            yield Button(done, id="keep", classes="-primary", action="screen.keep")
            yield KeptWord(self.words)
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Begin with the words, or with a heading where there is none."""
        self._text.move_cursor(self._text.document.end)
        (self._text if self.item.heading else self._heading).focus()

    @on(Input.Changed, "#heading")
    def notice_heading(self) -> None:
        """Say that there is something new."""
        self.notice()

    @on(Input.Submitted, "#heading")
    def go_on(self) -> None:
        """Go on to the words below it."""
        self._text.focus()

    @property
    def item_id(self) -> str:
        """The part's id."""
        return self.item.id

    @property
    def written(self) -> Written:
        """The heading, and the words."""
        return self._heading.value.strip(), self._text.text.rstrip()

    def as_kept(self, item: OwnStep) -> Written:
        """The same as they are kept."""
        return item.heading, item.text

    def put(self, item: OwnStep, written: Written) -> OwnStep:
        """Keep both."""
        heading, text = written
        return self.context.open.own_help.put_step(replace(item, heading=heading, text=text))
