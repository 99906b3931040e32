"""A free line: no question, no path. It may be written anew, or changed later."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Container, Horizontal

from companion.domain.errors import CompanionError
from companion.domain.path import Place, Step, StepKind
from companion.domain.path_ids import NOTE
from companion.services.short_days import short_day
from companion.ui.content import sentence
from companion.ui.keys import bindings
from companion.ui.screens.inside import NotebookScreen
from companion.ui.screens.leaving import leaves_without
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead
from companion.ui.widgets.moves import Kept, KeptWord
from companion.ui.widgets.steps.asked import Asked
from companion.ui.widgets.steps.text import TextView
from companion.ui.widgets.steps.view import StepView

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.answer import Reflection
    from companion.ui.context import Context


class NoteScreen(NotebookScreen[str | None]):
    """Dismissed with the id of what was kept, or none. Escape keeps what was written."""

    CSS_PATH = "note.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings("note.keep", "note.place", "note.let_go")

    def __init__(
        self,
        context: Context,
        *,
        place: Place = Place.HERE,
        happened_at: datetime | None = None,
        again: Reflection | None = None,
    ) -> None:
        """Take what the open notebook offers.

        Args:
            context: What the open notebook offers.
            place: Where the line goes unless the person says otherwise.
            happened_at: The moment it is about, if not now (aware).
            again: A line from before, to be changed; it keeps its moment and its place.
        """
        super().__init__(context)
        self._again = again.answers[0] if again else None
        self._first = again
        self._title = again.title if again else self.say("note.title")
        self._happened_at = happened_at
        self._changed_at = context.house.clock.now() if again else None
        self._view = TextView(self._asked(place))
        self._turn = asyncio.Lock()  # one save at a time, in the order of the keys
        self._kept = again
        self._failed = False
        self._left = False

    def compose(self) -> ComposeResult:
        """An editor, and where the line goes."""
        yield Masthead(self._title, self._day)
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
        says = self._view.is_said and not self._is_as_before
        await self._leave("note.kept" if says else "")

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
        """Keep the line as it is; one without words leaves nothing behind.

        A line from before is let go on purpose alone: emptied, it stays as it was.
        """
        if self._is_as_before:
            return
        words, place = self._here
        if not words and self._again is not None and not self._view.is_let_go:
            words = self._again.shown
        if words:
            self._kept = await self.context.in_order(self._note, words, place)
        elif self._kept is not None:
            await self.context.in_order(self.context.open.journal.remove, self._kept.id)
            self._kept = None

    def _note(self, words: str, place: Place) -> Reflection:
        return self.context.open.reflecting.note(
            words,
            self._title,
            place,
            self._kept,
            happened_at=self._happened_at,
            changed_at=self._changed_at,
        )

    def _asked(self, place: Place) -> Asked:
        step = Step(NOTE, StepKind.TEXT, self.say("note.prompt"), self.say("note.help"))
        before = self._again
        return Asked(
            self.words,
            self.context.house.clock,
            step,
            before.shown if before else None,
            before.place if before else place,
            lead="place.this_line",
        )

    @property
    def _is_as_before(self) -> bool:
        """Whether a line from before was not changed."""
        before = self._again
        if before is None or self._kept is not self._first:
            return False
        return self._here == (before.shown, before.place)

    @property
    def _day(self) -> str:
        if self._happened_at is None:
            return ""
        return short_day(self.words, self.context.house.clock, self._happened_at)

    @property
    def _here(self) -> tuple[str, Place]:
        return str(self._view.value or ""), self._view.place
