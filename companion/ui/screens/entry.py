"""One entry to read: each question as it was asked, and what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import work
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from companion.domain.errors import CompanionError, UnknownReflectionError
from companion.domain.path import Place
from companion.domain.walk import Walk
from companion.ui.content import sentence
from companion.ui.keys import bindings
from companion.ui.screens.base import NotebookScreen
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.move_answer import LET_GO, MoveAnswerScreen
from companion.ui.widgets.answers import Answers
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.answer import Answer, Reflection
    from companion.ui.context import Context

_GAP = 2  # cells between the title and the day, at least
NO, YES = "no", "yes"


class EntryScreen(NotebookScreen[Walk | None]):
    """Reads an entry; its answers can be moved, or let go.

    Dismissed with the walk to go on with, or none.
    """

    CSS_PATH = "entry.tcss"
    AUTO_FOCUS = "Answers"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("entry.go_on", "entry.place", "entry.remove")
    ]

    def __init__(self, context: Context, reflection_id: str) -> None:
        """Take the entry to read.

        Args:
            context: What the open notebook offers.
            reflection_id: The entry's id.
        """
        super().__init__(context)
        self._reflection_id = reflection_id
        self._entry: Reflection | None = None
        self._is_busy = False

    def compose(self) -> ComposeResult:
        """The frame; the entry comes with the first look."""
        yield Masthead("")
        with Vertical(classes="body"):
            yield Static(sentence(self.words, "entry.empty"), id="entry-empty", classes="quiet")
            yield Answers()
        with Horizontal(id="entry-buttons"):
            for name, action, kind in (
                ("go_on", "go_on", "-primary"),
                ("move", "place", ""),
                ("remove", "remove", ""),
            ):
                label = sentence(self.words, f"entry.{name}")
                yield Button(label, id=name, classes=kind, action=f"screen.{action}")
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Read the entry."""
        self.look()

    def on_resize(self) -> None:
        """Say the day in as many words as there is room for."""
        self._show_head()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A draft can be gone on with; an answer moved if there is one."""
        del parameters
        if action == "go_on":
            return self._entry is not None and self._entry.is_draft
        return action != "place" or bool(self._entry and self._entry.answers)

    @work(exit_on_error=False, exclusive=True, group="look")
    async def look(self) -> None:
        """Read the entry and show it."""
        try:
            await self._look()
        except UnknownReflectionError:
            self.dismiss(None)
        except CompanionError as error:
            self.tell_error(error)

    def action_place(self) -> None:
        """Move the answer that has the cursor."""
        answer = self.query_one(Answers).here
        if answer is not None and not self._is_busy:
            self._is_busy = True
            self._move(answer)

    def action_remove(self) -> None:
        """Remove the whole entry, after a question."""
        if not self._is_busy:
            self._is_busy = True
            self._remove()

    def action_go_on(self) -> None:
        """Go on with a draft."""
        if not self._is_busy:
            self._is_busy = True
            self._go_on()

    @work(exit_on_error=False)
    async def _go_on(self) -> None:
        resume = self.context.open.reflecting.resume
        try:
            walk = await self.context.in_order(resume, self._reflection_id)
        except CompanionError as error:
            self.tell_error(error)
        else:
            self.dismiss(walk)
        finally:
            self._is_busy = False

    @work(exit_on_error=False)
    async def _move(self, answer: Answer) -> None:
        try:
            chosen = await self.app.push_screen_wait(MoveAnswerScreen(self.words, answer))
            if chosen == LET_GO:
                await self._let_go(answer)
            elif chosen is not None:
                await self._do(self.context.open.journal.move, answer.id, Place(chosen))
        finally:
            self._is_busy = False

    async def _let_go(self, answer: Answer) -> None:
        journal, entry = self.context.open.journal, self._entry
        if entry is not None and len(entry.answers) == 1:
            # Without it nothing is left to read: the entry goes, in one step.
            if await self._sure("entry.sure_let_go_last", "entry.let_it_go"):
                await self._do(journal.remove, entry.id)
        elif await self._sure("entry.sure_let_go", "entry.let_it_go"):
            await self._do(journal.move, answer.id, None)

    @work(exit_on_error=False)
    async def _remove(self) -> None:
        try:
            if await self._sure("entry.sure_remove", "entry.remove_it"):
                await self._do(self.context.open.journal.remove, self._reflection_id)
        finally:
            self._is_busy = False

    async def _sure(self, question: str, yes: str) -> bool:
        answers = {NO: self.say("entry.keep_it"), YES: self.say(yes)}
        asked = AskScreen(self.words, self.say(question), answers)
        return await self.app.push_screen_wait(asked) == YES

    async def _do(self, call: Callable[..., None], *args: object) -> None:
        """Do it and look again; where the entry is gone, that closes the screen."""
        try:
            await self.context.in_order(call, *args)
        except CompanionError as error:
            self.tell_error(error)
        else:
            self.look()

    async def _look(self) -> None:
        journal = self.context.open.journal
        entry = await self.context.in_order(journal.entry, self._reflection_id)
        self._entry = entry
        self._show_head()
        self.query_one("#go_on").display = entry.is_draft
        self.query_one("#move").display = bool(entry.answers)
        self.query_one("#entry-empty").display = not entry.answers
        await self.query_one(Answers).show(self.words, entry.answers, entry.title)
        self.refresh_bindings()

    def _show_head(self) -> None:
        entry = self._entry
        if entry is None:
            return
        clock = self.context.house.clock
        title = self.say("entry.draft", title=entry.title) if entry.is_draft else entry.title
        wall = clock.local(entry.happened_at)
        short = self.words.short_day(wall.date())
        if wall.year != clock.local(clock.now()).year:
            short = self.say("journal.day_of_year", day=short, year=wall.year)
        time = self.words.time(wall)
        moments = [
            self.say("entry.moment", day=self.words.day(wall.date()), time=time),
            self.say("entry.moment", day=short, time=time),
            short,
        ]
        room = self.query_one(Masthead).size.width - cell_len(title) - _GAP
        fitting = [moment for moment in moments if cell_len(moment) <= room]
        self.query_one(Masthead).retitle(title, (fitting or moments[-1:])[0])
