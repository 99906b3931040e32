"""The sessions of the journey: when they were, when the next one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from companion.domain.errors import CompanionError
from companion.domain.journey import Interval, SessionState, numbered_in
from companion.domain.undoing import ABOUT_SESSIONS
from companion.ui.content import sentence
from companion.ui.keys import bindings
from companion.ui.once import Once
from companion.ui.screens.confirm import NO, YES, AskScreen
from companion.ui.screens.inside import NotebookScreen
from companion.ui.screens.session_form import Asked, SessionFormScreen
from companion.ui.session_lines import SessionLines
from companion.ui.undoing import KEY, Undoing
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.undo_line import UndoLine

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.journey import Session
    from companion.ui.context import Context

_ON_A_SESSION = ("held", "missed", "move")


class SessionsScreen(NotebookScreen[None]):
    """Adds, settles and moves sessions."""

    CSS_PATH = "sessions.tcss"
    AUTO_FOCUS = "#sessions"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(KEY, "sessions.add", "sessions.held", "sessions.missed", "sessions.move")
    ]

    def __init__(self, context: Context, at: str = "") -> None:
        """Take what it works with.

        Args:
            context: What the open notebook offers.
            at: The id of the session the cursor shall be on; empty: the one that is due.
        """
        super().__init__(context)
        self._first = at
        self._sessions: list[Session] = []
        self._interval = Interval(None, None, None)
        self._lines = SessionLines(self.words, context.house.clock)
        self._once = Once(self)
        self._undoing = Undoing(self, *ABOUT_SESSIONS, again=self._back)

    def compose(self) -> ComposeResult:
        """A list above its buttons."""
        yield Masthead(self.say("sessions.title"))
        with Vertical(classes="body"):
            yield Static(sentence(self.words, "sessions.none"), id="no-sessions", classes="prose")
            yield LineList(id="sessions")
        yield UndoLine()
        with Horizontal(id="sessions-buttons"):
            for name in ("add", *_ON_A_SESSION):
                label = sentence(self.words, f"sessions.{name}")
                yield Button(label, id=name, action=f"screen.{name}")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Show what there is."""
        self.look(self._first)

    @on(LineList.Widened)
    def draw_anew(self) -> None:
        """Draw the lines for the new width."""
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there are no sessions, one can only be added."""
        del parameters
        if action not in _ON_A_SESSION:
            return self._undoing.may(action)
        return bool(self._sessions)

    @work(exit_on_error=False, exclusive=True, group="look")
    async def look(self, at: str = "") -> None:
        """Read the sessions and show them, the latest first.

        Args:
            at: The id of the session the cursor shall be on; empty: the one that is due.
        """
        try:
            await self._look(at)
        except CompanionError as error:
            self.tell_error(error)

    def action_add(self) -> None:
        """Add a session; one that took place before the notebook was begun, too."""
        appointments, known = self.context.open.appointments, self._sessions

        async def add(at: datetime, number: int | None) -> Session:
            return await self.context.in_order(appointments.add, at, number)

        asked = Asked(
            self.say("sessions.add_title"), number_at=lambda at: numbered_in(known, at)[0]
        )
        self._once(lambda: self._form(asked, add))

    def action_move(self) -> None:
        """Move the session to another time."""
        session = self._at_cursor
        if session is None:
            return
        deeds = self.context.open.deeds

        async def move(at: datetime, _: int | None) -> Session:
            return await self.context.in_order(deeds.move_session, at, session.number)

        asked = Asked(self.say("sessions.move_title", number=session.number), session.at)
        self._once(lambda: self._form(asked, move))

    def action_held(self) -> None:
        """Say that the session took place."""
        session = self._at_cursor
        if session is not None:
            self._once(lambda: self._hold(session))

    def action_missed(self) -> None:
        """Say that the session did not take place."""
        session = self._at_cursor
        if session is not None:
            self._once(lambda: self._settle(session, self.context.open.deeds.missed))

    def action_undo(self) -> None:
        """Undo what was done to a session last."""
        self._undoing.begin()

    @property
    def _at_cursor(self) -> Session | None:
        index = self.query_one("#sessions", OptionList).highlighted
        return self._sessions[index] if index is not None and self._sessions else None

    async def _form(
        self, asked: Asked, keep: Callable[[datetime, int | None], Awaitable[Session]]
    ) -> None:
        form = SessionFormScreen(self.words, self.context.house.clock, asked, keep)
        kept = await self.app.push_screen_wait(form)
        if kept is not None:
            self.look(kept.id)

    async def _hold(self, session: Session) -> None:
        planned = session.state is not SessionState.HELD
        ahead = session.at > self.context.house.clock.now()
        if not (planned and ahead) or await self._sure(session):
            await self._settle(session, self.context.open.deeds.held)

    async def _settle(self, session: Session, call: Callable[[int | None], Session]) -> None:
        kept = await self.context.in_order(call, session.number)
        self.look(kept.id)

    async def _sure(self, session: Session) -> bool:
        question = self.say("sessions.sure_held", moment=self._lines.moment(session))
        answers = {NO: self.say("sessions.not_yet"), YES: self.say("sessions.it_did")}
        asked = AskScreen(self.words, question, answers)
        return await self.app.push_screen_wait(asked) == YES

    async def _look(self, at: str) -> None:
        appointments = self.context.open.appointments
        found = await self.context.in_order(appointments.all)
        self._interval = await self.context.in_order(appointments.interval)
        is_first = not self._sessions
        self._sessions = found[::-1]
        due = self._interval.unsettled or self._interval.next
        listed = self.query_one("#sessions", OptionList)
        listed.display = bool(found)
        self.query_one("#no-sessions").display = not found
        for name in _ON_A_SESSION:
            self.query_one(f"#{name}").display = bool(found)
        self._draw(at or (due.id if due else ""))
        self._undoing.show()
        if self.is_current and (is_first or not found):
            (listed if found else self.query_one("#add")).focus()

    def _back(self) -> None:
        here = self._at_cursor
        self.look(here.id if here else "")

    def _draw(self, at: str = "") -> None:
        """Draw the lines; the cursor goes to a session, or stays where it is."""
        listed = self.query_one(LineList)
        ids = [one.id for one in self._sessions]
        before = listed.highlighted
        lines = self._lines.drawn(self._sessions, self._interval, listed.room)
        listed.set_options(
            [Option(line, id=one.id) for line, one in zip(lines, self._sessions, strict=True)]
        )
        index = ids.index(at) if at in ids else (before or 0)
        listed.highlighted = min(index, len(ids) - 1) if ids else None
