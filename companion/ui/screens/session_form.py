"""Asks when a session is, and says in words what was understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, Static

from companion.domain.dates import parse_moment
from companion.domain.errors import BadDateError
from companion.ui.content import plain, sentence, told
from companion.ui.screens.base import CompanionDialog
from companion.ui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import ComposeResult

    from companion.domain.clock import Clock
    from companion.domain.journey import Session
    from companion.services.ports import Words


@dataclass(frozen=True, slots=True)
class When:
    """What was asked for."""

    at: datetime
    """When the session begins (aware, UTC)."""
    number: int | None
    """Its number; none: the next one."""


class SessionFormScreen(CompanionDialog[When | None]):
    """Dismissed with the moment, or none if it was left."""

    AUTO_FOCUS = "#when"

    def __init__(
        self, words: Words, clock: Clock, title: str, session: Session | None = None
    ) -> None:
        """Take what it works with.

        Args:
            words: The interface's language.
            clock: The present day and the person's zone.
            title: What is asked.
            session: The session that is moved; none: a new one.
        """
        super().__init__(words)
        self._clock = clock
        self._title = title
        self._session = session

    def compose(self) -> ComposeResult:
        """A field, what was understood, and two buttons."""
        with Vertical(classes="dialog"):
            yield Static(plain(self._title), classes="question strong")
            yield LineInput(self._before(), id="when", placeholder=self.say("sessions.example"))
            yield Static("", id="understood", classes="quiet")
            if self._session is None:
                yield LineInput(id="number", placeholder=self.say("sessions.which_number"))
            with Horizontal(classes="answers gap"):
                yield Button(sentence(self.words, "sessions.keep"), id="keep", classes="-primary")
                yield Button(sentence(self.words, "sessions.leave"), id="leave")

    def _before(self) -> str:
        if self._session is None:
            return ""
        return f"{self._clock.local(self._session.at):%Y-%m-%d %H:%M}"

    @on(Input.Changed, "#when")
    def understand(self, event: Input.Changed) -> None:
        """Say in words which moment was understood, if one was."""
        said = self.query_one("#understood", Static)
        try:
            wall = self._clock.local(parse_moment(event.value, self._clock))
        except BadDateError:
            said.update("")
            return
        said.update(plain(f"{self.words.day(wall.date())}, {self.words.time(wall)}"))

    @on(Input.Submitted)
    @on(Button.Pressed, "#keep")
    def keep(self) -> None:
        """Close with the moment, if it is one; otherwise say so and leave all as it is."""
        numbers = [field.value.strip() for field in self.query("#number").results(LineInput)]
        try:
            at = parse_moment(self.query_one("#when", LineInput).value, self._clock)
        except BadDateError as error:
            self.query_one("#understood", Static).update(told(self.words, error))
            return
        wanted = numbers[0] if numbers else ""
        number = int(wanted) if wanted.isdecimal() and int(wanted) > 0 else None
        self.dismiss(When(at, number))

    @on(Button.Pressed, "#leave")
    def leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
