"""The sessions of the journey: when they were, when the next one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from companion.domain.errors import CompanionError
from companion.ui.content import plain, sentence
from companion.ui.keys import bindings
from companion.ui.screens.base import NotebookScreen
from companion.ui.screens.session_form import SessionFormScreen
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from companion.domain.journey import Session
    from companion.ui.context import Context


class SessionsScreen(NotebookScreen[None]):
    """Adds, settles and moves sessions."""

    CSS_PATH = "sessions.tcss"
    AUTO_FOCUS = "#sessions"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("sessions.add", "sessions.held", "sessions.missed", "sessions.move")
    ]

    def __init__(self, context: Context) -> None:
        """Take what it works with."""
        super().__init__(context)
        self._sessions: list[Session] = []

    def compose(self) -> ComposeResult:
        """A list above its buttons."""
        yield Masthead(self.say("sessions.title"))
        with Vertical(classes="body"):
            yield OptionList(id="sessions", markup=False)
            yield Static(sentence(self.words, "sessions.none"), id="no-sessions", classes="prose")
        with Horizontal(id="sessions-buttons"):
            for name in ("add", "held", "missed", "move"):
                yield Button(sentence(self.words, f"sessions.{name}"), id=name)
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Show what there is."""
        self.look()

    @work(exit_on_error=False, exclusive=True)
    async def look(self) -> None:
        """Read the sessions and show them, the latest first, the cursor on what is due."""
        appointments = self.context.open.appointments
        try:
            found = await self.context.in_order(appointments.all)
            interval = await self.context.in_order(appointments.interval)
        except CompanionError as error:
            self.tell_error(error)
            return
        self._sessions = found[::-1]
        due = interval.unsettled or interval.next
        listed = self.query_one("#sessions", OptionList)
        listed.set_options(
            [
                Option(self._line(one, due=due is not None and one.id == due.id), id=one.id)
                for one in self._sessions
            ]
        )
        ids = [one.id for one in self._sessions]
        listed.highlighted = ids.index(due.id) if due else (0 if ids else None)
        listed.display = bool(found)
        self.query_one("#no-sessions").display = not found
        (listed if found else self.query_one("#add")).focus()

    def _line(self, session: Session, *, due: bool) -> Content:
        wall = self.context.house.clock.local(session.at)
        when = f"{self.words.day(wall.date())}, {self.words.time(wall)}"
        number = self.say("sessions.number", number=session.number)
        state = self.say(f"sessions.state.{session.state}")
        return plain("  ").join(
            [
                plain(f"{number:<12}"),
                plain(f"{when:<36}"),
                plain(state, "$warm" if due else "$quiet"),
            ]
        )

    def action_add(self) -> None:
        """Add a session."""
        self._form("sessions.add_title")

    def action_held(self) -> None:
        """Say that the session took place."""
        self._settle(self.context.open.appointments.held)

    def action_missed(self) -> None:
        """Say that the session did not take place."""
        self._settle(self.context.open.appointments.missed)

    def action_move(self) -> None:
        """Move the session to another time."""
        session = self._at_cursor()
        if session is not None:
            self._form("sessions.move_title", session)

    @on(Button.Pressed)
    async def press(self, event: Button.Pressed) -> None:
        """Do what the button says."""
        await self.run_action(event.button.id or "")

    def _at_cursor(self) -> Session | None:
        index = self.query_one("#sessions", OptionList).highlighted
        return self._sessions[index] if index is not None and self._sessions else None

    @work(exit_on_error=False)
    async def _form(self, title: str, session: Session | None = None) -> None:
        form = SessionFormScreen(self.words, self.context.house.clock, self.say(title), session)
        chosen = await self.app.push_screen_wait(form)
        if chosen is None:
            return
        appointments = self.context.open.appointments
        try:
            if session is None:
                await self.context.in_order(appointments.add, chosen.at, chosen.number)
            else:
                await self.context.in_order(appointments.move, chosen.at, session.number)
        except CompanionError as error:
            self.tell_error(error)
        self.look()

    @work(exit_on_error=False)
    async def _settle(self, call: Callable[[int | None], Session]) -> None:
        session = self._at_cursor()
        if session is None:
            return
        try:
            await self.context.in_order(call, session.number)
        except CompanionError as error:
            self.tell_error(error)
        self.look()
