"""A free line: no question, no path."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Container, Horizontal
from textual.widgets import Button

from companion.domain.errors import CompanionError
from companion.domain.path import Place, Step, StepKind
from companion.services.reflecting import NOTE
from companion.ui.content import sentence
from companion.ui.keys import bindings
from companion.ui.screens.base import NotebookScreen
from companion.ui.screens.leaving import leaves_without
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.moves import Kept, KeptWord
from companion.ui.widgets.steps.asked import Asked
from companion.ui.widgets.steps.text import TextView
from companion.ui.widgets.steps.view import StepView

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.answer import Reflection
    from companion.ui.context import Context


class NoteScreen(NotebookScreen[str | None]):
    """Dismissed with the id of what was kept, or none. Escape keeps what was written."""

    CSS_PATH = "note.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings("note.keep", "note.place", "note.let_go")

    def __init__(self, context: Context) -> None:
        """Take what the open notebook offers."""
        super().__init__(context)
        step = Step(NOTE, StepKind.TEXT, self.say("note.prompt"), self.say("note.help"))
        clock = context.house.clock
        asked = Asked(self.words, clock, step, None, Place.HERE, lead="place.this_line")
        self._view = TextView(asked)
        self._turn = asyncio.Lock()  # one save at a time, in the order of the keys
        self._kept: Reflection | None = None
        self._failed = False
        self._left = False

    def compose(self) -> ComposeResult:
        """An editor, and where the line goes."""
        yield Masthead(self.say("note.title"))
        yield Container(self._view, classes="body")
        with Horizontal(id="note-moves"):
            yield Button(sentence(self.words, "note.keep"), id="keep", classes="-primary")
            yield Button(sentence(self.words, "note.leave"), id="leave")
            yield KeptWord(self.words)
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Write at once."""
        self._view.focus_field()

    async def before_lock(self) -> None:
        """Keep what is written so far."""
        self._left = True
        # Locking goes on even if the disk is full: the key must go.
        with suppress(CompanionError):
            await self._put()

    def action_place(self) -> None:
        """Send the line to the next place."""
        self._view.put_next()

    def action_let_go(self) -> None:
        """Take the words away, or bring them back."""
        self._view.let_go()

    @on(Button.Pressed, "#keep")
    @work(exit_on_error=False)
    async def action_keep(self) -> None:
        """Keep the line and go back."""
        if not self._view.is_said:
            self.tell(self.say("note.empty"))
            self._view.focus_field()
        else:
            await self._leave("note.kept")

    @on(Button.Pressed, "#leave")
    def action_back(self) -> None:
        """Go back; what was written is kept."""
        self._go_back()

    @on(StepView.Changed)
    def notice(self) -> None:
        """Say that there is something new."""
        self.query_one(KeptWord).tell(Kept.GONE if self._view.is_let_go else Kept.WAITS)

    @on(StepView.Settled)
    @work(exit_on_error=False)
    async def keep_settled(self) -> None:
        """Keep what was written, now that writing pauses."""
        async with self._turn:
            if not self._left and not self._view.is_let_go:
                await self._try()

    @work(exit_on_error=False)
    async def _go_back(self) -> None:
        await self._leave("note.kept" if self._view.is_said else "")

    async def _leave(self, says: str) -> None:
        async with self._turn:
            failed_before = self._failed
            while not self._left:
                here = self._here
                if not await self._try():
                    if not failed_before or not await leaves_without(self):
                        return
                    says = ""
                # Someone may have gone on writing in the meantime: then once more.
                if self._here == here:
                    self._left = True
                    if says:
                        self.tell(self.say(says))
                    self.dismiss(self._kept.id if self._kept else None)

    async def _try(self) -> bool:
        here = self._here
        try:
            await self._put()
        except CompanionError as error:
            self._failed = True
            self.tell_error(error)
            self.query_one(KeptWord).tell(Kept.FAILED)
            return False
        self._failed = False
        if self._here == here:
            self.query_one(KeptWord).tell(Kept.SAVED if self._kept else Kept.NOTHING)
        return True

    async def _put(self) -> None:
        """Keep the line as it is; one without words leaves nothing behind."""
        words, place = self._here
        in_order, opened = self.context.in_order, self.context.open
        if words:
            title = self.say("note.title")
            self._kept = await in_order(opened.reflecting.note, words, title, place, self._kept)
        elif self._kept is not None:
            await in_order(opened.journal.remove, self._kept.id)
            self._kept = None

    @property
    def _here(self) -> tuple[str, Place]:
        return str(self._view.value or ""), self._view.place
