"""The one screen that walks any path."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Container

from companion.domain.errors import CompanionError
from companion.domain.path import StepKind
from companion.domain.walk import Walk
from companion.ui.asking import asked_of
from companion.ui.keeping import Keeping
from companion.ui.keys import bindings
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.inside import NotebookScreen
from companion.ui.screens.leaving import leaves_without
from companion.ui.widgets.button import Button
from companion.ui.widgets.key_line import KeyLine
from companion.ui.widgets.moves import Kept, Moves
from companion.ui.widgets.progress import WalkHead
from companion.ui.widgets.steps import view_of
from companion.ui.widgets.steps.view import StepView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.ui.context import Context
    from companion.ui.widgets.steps.asked import Asked


STAY, STOP = "stay", "stop"


class ReflectScreen(NotebookScreen[str | None]):
    """Shows one step at a time; dismissed with the reflection's id once it is finished.

    It is dismissed with none if someone stops before the end; what was written
    then waits as a draft. It never closes before the notebook has what was said.
    """

    CSS_PATH = "reflect.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "reflect.next", "reflect.back", "reflect.place", "reflect.let_go", "reflect.pause"
    )

    def __init__(self, context: Context, walk: Walk) -> None:
        """Take a walk, begun or resumed.

        Args:
            context: What the open notebook offers.
            walk: Where it stands.
        """
        super().__init__(context)
        self._walk = walk
        self._keeping = Keeping(context)
        self._turn = asyncio.Lock()  # one move at a time, in the order of the keys
        self._view: StepView | None = None
        self._new_id = ""
        self._left = False
        self._failed = False
        self._sat_down: datetime | None = context.house.clock.now()

    def compose(self) -> ComposeResult:
        """The frame; the steps come and go in it."""
        yield WalkHead(self._walk.path.title)
        yield Container(id="stage", classes="body")
        yield Moves(self.words)
        yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Show the step where the walk stands."""
        self._begin()

    async def before_lock(self) -> None:
        """Keep what is said so far; at the closing, for good."""
        here, self._left = self._answered(), True
        keep = self._keeping.finish if _is_closing(here) else self._keeping.draft
        await keep(here)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing before the first step, and not every answer has a place."""
        del parameters
        if action == "previous":
            return not self._walk.at_start
        if action in {"place", "let_go"}:
            return self._view is not None and self._view.placeable
        return True

    @on(Button.Pressed, "#next")
    @on(StepView.Done)
    @work(exit_on_error=False)
    async def action_next(self) -> None:
        """Go on one step; from the last one, finish."""
        async with self._turn:
            if self._answered().at_end:
                await self._finish()
            else:
                await self._move(Walk.forward)
                self._offer_to_stop()

    @on(Button.Pressed, "#previous")
    @work(exit_on_error=False)
    async def action_previous(self) -> None:
        """Go back one step."""
        async with self._turn:
            if not self._walk.at_start:
                await self._move(Walk.back)

    def action_place(self) -> None:
        """Send the answer to the next place."""
        if self._view is not None:
            self._view.put_next()

    def action_let_go(self) -> None:
        """Take the answer away, or bring it back."""
        if self._view is not None:
            self._view.let_go()

    def action_back(self) -> None:
        """Stop here, as Escape does."""
        self.action_pause()

    @work(exit_on_error=False)
    async def action_pause(self) -> None:
        """Stop here and keep it. Whoever is at the closing has finished."""
        async with self._turn:
            here, failed_before = self._answered(), self._failed
            if self._left:
                return
            kept = await (self._finish() if _is_closing(here) else self._wait(here))
            if not kept and failed_before and await leaves_without(self):
                self._leave(None)

    @on(Button.Pressed, "#lock")
    @work(exit_on_error=False)
    async def finish_and_lock(self) -> None:
        """Finish, and lock the notebook."""
        async with self._turn:
            app = self.app
            if await self._finish():
                app.call_later(app.run_action, "app.lock")

    @on(StepView.Changed)
    def notice(self, event: StepView.Changed) -> None:
        """Say what the buttons do now, and that there is something new."""
        if event.view is self._view:
            moves = self.query_one(Moves)
            moves.show(self._walk, is_said=event.view.is_said)
            moves.tell(Kept.GONE if event.view.is_let_go else Kept.WAITS)

    @on(StepView.Settled)
    @work(exit_on_error=False)
    async def keep_settled(self, event: StepView.Settled) -> None:
        """Keep what was said, now that there is a pause."""
        async with self._turn:
            if event.view is self._view and not event.view.is_let_go and not self._left:
                await self._draft(self._answered())

    @work(exit_on_error=False)
    async def _begin(self) -> None:
        async with self._turn:
            await self._show(self._walk, await self._asked(self._walk))

    async def _move(self, where: Callable[[Walk], Walk]) -> None:
        """Keep the walk as it will stand, then show its step; if that fails, stay."""
        while not self._left:
            here = self._answered()
            there = where(here)
            if not await self._draft(there):
                return
            asked = await self._asked(there)
            # Someone may have gone on writing in the meantime: then once more.
            if self._answered() == here and not self._left:
                await self._show(there, asked)
                return

    async def _finish(self) -> bool:
        while not self._left:
            here = self._answered()
            try:
                kept = await self._keeping.finish(here)
            except CompanionError as error:
                self._fail(error)
                return False
            if self._answered() == here:
                self._leave(kept)
                return True
        return False

    async def _wait(self, here: Walk) -> bool:
        """Let a walk wait as a draft, and leave; says whether it is kept."""
        kept = await self._draft(here)
        if kept:
            self._leave(None, _waits(here))
        return kept

    async def _draft(self, walk: Walk) -> bool:
        try:
            await self._keeping.draft(walk)
        except CompanionError as error:
            self._fail(error)
            return False
        self._failed = False
        if self._answered().said == walk.said:
            self.query_one(Moves).tell(_kept(walk))
        return True

    def _offer_to_stop(self) -> None:
        """After ten minutes, once, between two questions: stopping is offered."""
        pacing, sat_down = self.context.open.pacing, self._sat_down
        if sat_down is None or self._left or _is_closing(self._walk):
            return
        if pacing.long_enough(sat_down):
            self._sat_down = None
            self._ask_to_stop()

    @work(exit_on_error=False)
    async def _ask_to_stop(self) -> None:
        answers = {one: self.say(f"walking.long.{one}") for one in (STAY, STOP)}
        asked = AskScreen(self.words, self.say("walking.long.question"), answers)
        if await self.app.push_screen_wait(asked) == STOP:
            self.action_pause()

    def _fail(self, error: CompanionError) -> None:
        self._failed = True
        self.tell_error(error)
        self.query_one(Moves).tell(Kept.FAILED)

    def _leave(self, reflection_id: str | None, says: str = "") -> None:
        self._left = True
        if says:
            self.tell(self.say(says))
        self.dismiss(reflection_id)

    def _answered(self) -> Walk:
        """The walk with what is on the screen now."""
        walk, view = self._walk, self._view
        if view is None:
            return walk
        if view.asked.step.asks:
            walk = walk.answered(view.value, self._answer_id)
        return walk.placed(view.place)

    def _answer_id(self) -> str:
        """An id for the answer to this step: the same however often it is asked for."""
        if not self._new_id:
            self._new_id = self.context.open.reflecting.new_answer_id()
        return self._new_id

    async def _asked(self, walk: Walk) -> Asked:
        try:
            return await asked_of(self.context, walk)
        except CompanionError as error:
            self.tell_error(error)
            return await asked_of(self.context, walk, look_back=False)

    async def _show(self, walk: Walk, asked: Asked) -> None:
        old, view = self._view, view_of(asked)
        self._walk, self._view, self._new_id = walk, None, ""
        with self.app.batch_update():
            if old is not None:
                await old.remove()
            stage = self.query_one("#stage")
            stage.set_class(view.IS_SHORT, "-short")
            await stage.mount(view)
            self._view = view
            view.focus_field()
        number, of = walk.progress
        says = self.say("reflect.progress", number=number, of=of)
        self.query_one(WalkHead).show(number, of, says)
        self.query_one(Moves).show(walk, is_said=view.is_said)
        self.query_one(Moves).tell(_kept(walk))
        self.refresh_bindings()


def _waits(walk: Walk) -> str:
    """The sentence that says what becomes of what was written; empty: nothing was."""
    if not walk.said:
        return ""
    return "reflect.waits" if walk.changed_at is None else "reflect.changed"


def _is_closing(walk: Walk) -> bool:
    return walk.step.kind is StepKind.CLOSE


def _kept(walk: Walk) -> Kept:
    return Kept.SAVED if walk.said or walk.earlier else Kept.NOTHING
