"""Asks when a session is, says in words what was understood, and keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from companion.domain.dates import parse_moment
from companion.domain.errors import BadDateError, CompanionError
from companion.domain.journey import Session
from companion.ui.content import plain, sentence, told
from companion.ui.screens.ask_day import LONGEST_DATE
from companion.ui.screens.inside import CompanionDialog
from companion.ui.widgets.button import Button
from companion.ui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.content import Content

    from companion.domain.clock import Clock
    from companion.services.ports.content import Words

_DIGITS = 4  # of a session's number


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form asks for, and what it begins with."""

    title: str
    """The question, in words."""
    before: datetime | None = None
    """When the session that is moved was (aware); none: it is a new one."""
    number_at: Callable[[datetime], int] = lambda _: 1
    """The number that a new session of a moment gets if no other is given (1 or more)."""


class SessionFormScreen(CompanionDialog[Session | None]):
    """Dismissed with the session once it is kept, or none if it was left."""

    CSS_PATH = "session_form.tcss"
    AUTO_FOCUS = "#when"

    def __init__(
        self,
        words: Words,
        clock: Clock,
        asked: Asked,
        keep: Callable[[datetime, int | None], Awaitable[Session]],
    ) -> None:
        """Take what it works with.

        Args:
            words: The interface's language.
            clock: The present day and the person's zone.
            asked: What is asked.
            keep: Keeps a session of that moment and number; raises `CompanionError` if it can't.
        """
        super().__init__(words)
        self._clock = clock
        self._asked = asked
        self._keep = keep
        self._is_keeping = False

    def compose(self) -> ComposeResult:
        """A field, what was understood, and two buttons."""
        before = self._asked.before
        wall = f"{self._clock.local(before):%Y-%m-%d %H:%M}" if before else ""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(plain(self._asked.title), classes="question strong")
            yield LineInput(
                wall,
                id="when",
                placeholder=self.say("sessions.example"),
                max_length=LONGEST_DATE,
                select_on_focus=False,
            )
            yield Static("", id="understood", classes="quiet")
            if before is None:
                yield LineInput(id="number", max_length=_DIGITS)
            yield Static("", id="form-says", classes="warm")
            with Horizontal(classes="answers"):
                yield Button(sentence(self.words, "sessions.keep"), id="keep", classes="-primary")
                yield Button(sentence(self.words, "sessions.leave"), id="leave")

    def on_mount(self) -> None:
        """Say what an empty form means."""
        self.understand()

    @on(Input.Changed)
    def understand(self) -> None:
        """Say in words which moment was understood, if one was, and the number it gets."""
        self.query_one("#form-says").display = False
        try:
            at = parse_moment(self.query_one("#when", LineInput).value, self._clock)
        except BadDateError:
            said, number = "", ""
        else:
            said, number = self._said(at), str(self._asked.number_at(at))
        line = self.query_one("#understood", Static)
        line.update(plain(said))
        line.set_class(not said, "-empty")
        key = "which_number" if number else "any_number"
        for field in self.query("#number").results(LineInput):
            field.placeholder = self.say(f"sessions.{key}", number=number)

    @on(Input.Submitted)
    @on(Button.Pressed, "#keep")
    def keep(self) -> None:
        """Keep the session, if it is one; otherwise say so and leave all as it is."""
        if not self._is_keeping:
            self._is_keeping = True
            self._keep_it()

    @on(Button.Pressed, "#leave")
    def leave(self) -> None:
        """Close without an answer."""
        self.action_back()

    def action_back(self) -> None:
        """Close without an answer, unless one is being kept."""
        if not self._is_keeping:
            self.dismiss(None)

    @work(exit_on_error=False)
    async def _keep_it(self) -> None:
        try:
            at = parse_moment(self.query_one("#when", LineInput).value, self._clock)
            number = self._number()
            if number is not None and number < 1:
                self._tell(sentence(self.words, "sessions.bad_number"))
                return
            session = await self._keep(at, number)
        except CompanionError as error:
            self._tell(told(self.words, error))
        else:
            self.dismiss(session)
        finally:
            self._is_keeping = False

    def _said(self, at: datetime) -> str:
        wall = self._clock.local(at)
        key = "understood" if at > self._clock.now() else "understood_past"
        return self.say(
            f"sessions.{key}", day=self.words.day(wall.date()), time=self.words.time(wall)
        )

    def _tell(self, what: Content) -> None:
        says = self.query_one("#form-says", Static)
        says.update(what)
        says.display = True
        says.scroll_visible(animate=False)

    def _number(self) -> int | None:
        """The number that was given; none: the next one; 0: it is no number."""
        text = "".join(field.value.strip() for field in self.query("#number").results(LineInput))
        if not text:
            return None
        return int(text) if text.isdecimal() else 0
