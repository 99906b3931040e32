"""Asks for a day, and says in words what was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from companion.domain.dates import parse_moment
from companion.domain.errors import BadDateError
from companion.ui.content import plain, sentence
from companion.ui.screens.inside import CompanionDialog
from companion.ui.widgets.button import Button
from companion.ui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import ComposeResult

    from companion.domain.clock import Clock
    from companion.services.ports.content import Words

LONGEST_DATE = 60
"""The most characters of a date and time."""


class AskDayScreen(CompanionDialog["datetime | None"]):
    """Dismissed with the moment (aware, UTC), or none if it was left."""

    CSS_PATH = "ask_day.tcss"
    AUTO_FOCUS = "#day-field"

    def __init__(self, words: Words, clock: Clock, question: str) -> None:
        """Take what it works with.

        Args:
            words: The interface's language.
            clock: The person's own calendar.
            question: What is asked, in words.
        """
        super().__init__(words)
        self._clock = clock
        self._question = question

    def compose(self) -> ComposeResult:
        """The question, a line, what was understood."""
        with Vertical(classes="dialog"):
            yield Static(plain(self._question), classes="question")
            yield LineInput(id="day-field", max_length=LONGEST_DATE)
            yield Static("", id="day-understood", classes="quiet")
            with Horizontal(classes="answers"):
                yield Button(sentence(self.words, "day.keep"), id="keep", classes="-primary")
                yield Button(sentence(self.words, "day.leave"), id="leave")

    @on(Input.Changed)
    def understand(self) -> None:
        """Say what was understood so far."""
        moment = self._moment()
        says = ""
        if moment is not None:
            wall = self._clock.local(moment)
            day, time = self.words.day(wall.date()), self.words.time(wall)
            says = self.say("day.understood", day=day, time=time)
        self.query_one("#day-understood", Static).update(plain(says))

    @on(Input.Submitted)
    @on(Button.Pressed, "#keep")
    def keep(self) -> None:
        """Close with the moment; with one that can't be read, say so and stay."""
        moment = self._moment()
        if moment is None:
            text = self.say("error.bad_date")
            self.query_one("#day-understood", Static).update(plain(text))
            self.query_one(LineInput).focus()
        else:
            self.dismiss(moment)

    @on(Button.Pressed, "#leave")
    def action_back(self) -> None:
        """Close without a day."""
        self.dismiss(None)

    def _moment(self) -> datetime | None:
        try:
            text = self.query_one(LineInput).value
            moment = parse_moment(text, self._clock, needs_time=False, behind=True)
        except BadDateError:
            return None
        # What is ahead has not happened yet.
        return min(moment, self._clock.now())
