"""One entry to read: each question as it was asked, and what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Static

from companion.domain.answer import HIGHEST, MapPoint
from companion.domain.errors import CompanionError
from companion.domain.path import Place, StepKind
from companion.ui.content import plain
from companion.ui.keys import bindings
from companion.ui.screens.base import NotebookScreen
from companion.ui.screens.confirm import AskScreen
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.answer import Answer, Reflection
    from companion.ui.context import Context

LET_GO = "let-go"
"""The answer that takes an answer away for good."""


class AnswerView(Static, can_focus=True):
    """One answer with its question; the one with the focus can be moved."""

    DEFAULT_CSS = """
    AnswerView { height: auto; width: 100%; max-width: 80; padding: 0 1; margin-bottom: 1; }
    AnswerView:focus { border-left: outer $cool; padding: 0 1 0 0; }
    """

    def __init__(self, answer: Answer, prompt: str, said: str, where: str) -> None:
        """Take the answer and its words.

        Args:
            answer: The answer.
            prompt: The question as it was asked.
            said: What was said, in words.
            where: Where the answer is, in words; empty: it has no place of its own.
        """
        parts = [plain(prompt, "$quiet"), plain("\n"), plain(said)]
        if where:
            parts += [plain("\n"), plain(where, "$cool")]
        super().__init__(plain("").join(parts))
        self.answer = answer
        """The answer."""


class EntryScreen(NotebookScreen[None]):
    """Reads an entry; its answers can be moved, or let go."""

    CSS_PATH = "entry.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("entry.up", "entry.down", "entry.place", "entry.remove")
    ]

    def __init__(self, context: Context, reflection_id: str) -> None:
        """Take the entry to read.

        Args:
            context: What the open notebook offers.
            reflection_id: The entry's id.
        """
        super().__init__(context)
        self._reflection_id = reflection_id
        self._at: Answer | None = None

    def compose(self) -> ComposeResult:
        """The frame; the entry comes with the first look."""
        yield Masthead("")
        yield VerticalScroll(id="entry-answers", classes="body", can_focus=False)
        with Horizontal(id="entry-buttons"):
            yield Button(plain(self.say("entry.go_on")), id="go-on", classes="-primary")
            yield Button(plain(self.say("entry.move")), id="move")
            yield Button(plain(self.say("entry.remove")), id="remove")
        yield KeyLine(self.words)

    def on_screen_resume(self) -> None:
        """Look again whenever one comes back."""
        self.look()

    @work(exit_on_error=False, exclusive=True)
    async def look(self) -> None:
        """Read the entry and show it."""
        try:
            entry = await self.context.in_order(
                self.context.open.journal.entry, self._reflection_id
            )
        except CompanionError:
            # Its last answer was let go, and with it the entry.
            self.dismiss(None)
            return
        wall = self.context.house.clock.local(entry.happened_at)
        day = f"{self.words.day(wall.date())}, {self.words.time(wall)}"
        title = self.say("journal.draft", title=entry.title) if entry.is_draft else entry.title
        self.query_one(Masthead).retitle(title, day)
        self.query_one("#go-on").display = entry.is_draft
        await self._show(entry)

    async def _show(self, entry: Reflection) -> None:
        frame = self.query_one("#entry-answers", VerticalScroll)
        focused = self._at.id if self._at is not None else ""
        await frame.remove_children()
        self._at = None
        views = [self._view(answer) for answer in entry.answers]
        await frame.mount(*views)
        again = [view for view in views if view.answer.id == focused] or views
        if again:
            again[0].focus(scroll_visible=bool(focused))

    def _view(self, answer: Answer) -> AnswerView:
        has_place = answer.section is not None or answer.kind is StepKind.TEXT
        where = self.say(f"entry.place.{answer.place}") if has_place else ""
        return AnswerView(answer, answer.prompt, self._said(answer), where)

    def _said(self, answer: Answer) -> str:
        if isinstance(answer.value, MapPoint):
            point = answer.value
            return self.say("entry.point", pleasant=point.pleasant, energy=point.energy)
        if isinstance(answer.value, int):
            dots = "●" * answer.value + "○" * (HIGHEST - answer.value)
            return self.say("entry.rating", number=answer.value, dots=dots)
        return answer.shown

    def action_up(self) -> None:
        """To the answer above."""
        self.focus_previous(AnswerView)

    def action_down(self) -> None:
        """To the answer below."""
        self.focus_next(AnswerView)

    def action_place(self) -> None:
        """Move the answer that has the focus."""
        if self._at is not None:
            self._move(self._at)

    def action_remove(self) -> None:
        """Remove the whole entry, after a question."""
        self._remove()

    @on(events.DescendantFocus)
    def remember(self, event: events.DescendantFocus) -> None:
        """Remember the answer one is at, also while a button has the focus."""
        if isinstance(event.widget, AnswerView):
            self._at = event.widget.answer

    @on(Button.Pressed, "#move")
    def press_move(self) -> None:
        """Move the answer one was at."""
        self.action_place()

    @on(Button.Pressed, "#remove")
    def press_remove(self) -> None:
        """Remove the whole entry, after a question."""
        self._remove()

    @on(Button.Pressed, "#go-on")
    @work(exit_on_error=False)
    async def go_on(self) -> None:
        """Go on with a draft."""
        from companion.ui.screens.reflect import ReflectScreen

        try:
            walk = await self.context.in_order(
                self.context.open.reflecting.resume, self._reflection_id
            )
        except CompanionError as error:
            self.tell_error(error)
            return
        self.app.push_screen(ReflectScreen(self.context, walk))

    @work(exit_on_error=False)
    async def _move(self, answer: Answer) -> None:
        where = {str(place): self.say(f"entry.to.{place}") for place in Place}
        where[LET_GO] = self.say("entry.to.let-go")
        question = self.say("entry.where")
        chosen = await self.app.push_screen_wait(AskScreen(self.words, question, where))
        if chosen is None:
            return
        if chosen == LET_GO and not await self._sure("entry.sure_let_go", "entry.let_it_go"):
            return
        place = None if chosen == LET_GO else Place(chosen)
        await self._do(self.context.open.journal.move, answer.id, place)
        self.look()

    @work(exit_on_error=False)
    async def _remove(self) -> None:
        if await self._sure("entry.sure_remove", "entry.remove_it"):
            await self._do(self.context.open.journal.remove, self._reflection_id)
            self.dismiss(None)

    async def _sure(self, question: str, yes: str) -> bool:
        answers = {"no": self.say("entry.keep_it"), "yes": self.say(yes)}
        asked = AskScreen(self.words, self.say(question), answers)
        return await self.app.push_screen_wait(asked) == "yes"

    async def _do(self, call: Callable[..., None], *args: object) -> None:
        try:
            await self.context.in_order(call, *args)
        except CompanionError as error:
            self.tell_error(error)
