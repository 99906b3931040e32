"""Setting out on a reflection from a screen, and the one thing offered on coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.pacing import Next
from companion.domain.path import Form
from companion.domain.path_ids import BUMP
from companion.ui.screens.confirm import NO, YES, AskScreen

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.answer import Reflection
    from companion.domain.walk import Walk
    from companion.services.open_notebook import OpenNotebook
    from companion.ui.context import Context
    from companion.ui.screens.inside import NotebookScreen

STOP, ONE, GO_ON = "stop", "one", "go-on"


class Walking:
    """Begins and goes on with reflections, over one screen."""

    def __init__(self, screen: NotebookScreen[Any]) -> None:
        """Take the screen one sets out from and comes back to."""
        self._screen = screen

    async def set_out(
        self, path_id: str, form: Form = Form.FULL, happened_at: datetime | None = None
    ) -> None:
        """Begin a reflection. A bump is reached through its doors.

        Args:
            path_id: The path.
            form: How deep.
            happened_at: The moment it is about, if not now (aware).

        Raises:
            CompanionError: If the notebook could not be read.
        """
        chosen = await self._through_the_doors() if path_id == BUMP else path_id
        if chosen is None:
            return
        wanted = await self._not_too_much(chosen, form)
        if wanted is None:
            return
        begin = self._open.reflecting.begin
        await self.go(await self._context.in_order(begin, chosen, wanted, happened_at))

    async def go(self, walk: Walk) -> None:
        """Walk, and offer one thing at most once it is finished.

        Raises:
            CompanionError: If the notebook could not be read.
        """
        from companion.ui.screens.reflect import ReflectScreen

        screen = ReflectScreen(self._context, walk)
        finished_id = await self._screen.app.push_screen_wait(screen)
        if finished_id is None or walk.changed_at is not None:
            return
        finished = await self._context.in_order(self._open.journal.entry, finished_id)
        await self._offer(finished)

    async def _through_the_doors(self) -> str | None:
        from companion.ui.screens.doors import DoorsScreen

        return await self._screen.app.push_screen_wait(DoorsScreen(self._context))

    async def _not_too_much(self, path_id: str, form: Form) -> Form | None:
        pacing = self._open.pacing
        if not await self._context.in_order(pacing.enough_for_today, path_id, form):
            return form
        answer = await self._ask("enough", STOP, ONE, GO_ON)
        return {ONE: Form.ONE, GO_ON: form}.get(answer or STOP)

    async def _offer(self, finished: Reflection) -> None:
        from companion.ui.rooms import room

        what = await self._context.in_order(self._open.pacing.after, finished)
        if what is Next.NOTHING or await self._ask(what, NO, YES) != YES:
            return
        match what:
            case Next.PARK:
                await self._context.in_order(self._open.pacing.park, finished)
            case Next.BUMP:
                await self.set_out(BUMP)
            case Next.TASK:
                await self.go(await self._context.in_order(self._open.agreed.new_task))
            case Next.PAGE | Next.BOOK | Next.PARTING:
                self._screen.app.push_screen(room(what, self._context))

    async def _ask(self, about: str, *answers: str) -> str | None:
        say = self._screen.say
        labels = {one: say(f"walking.{about}.{one}") for one in answers}
        asked = AskScreen(self._screen.words, say(f"walking.{about}.question"), labels)
        return await self._screen.app.push_screen_wait(asked)

    @property
    def _context(self) -> Context:
        return self._screen.context

    @property
    def _open(self) -> OpenNotebook:
        return self._screen.context.open
