"""What lies on the table while a page is put together, and keeping it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.errors import CompanionError
from companion.domain.page import Kind
from companion.services.page.composing import Composing

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from companion.services.page.desk import Desk
    from companion.ui.context import Context


SLEEPS = "sleeps"
"""What is said in the preview by someone who sleeps on the page."""


class PageTable:
    """Holds what is shown and what was kept last; the two may differ for a moment."""

    def __init__(self, context: Context, desk: Desk) -> None:
        """Begin with what was kept.

        Args:
            context: What the open notebook offers.
            desk: The table as the notebook has it.
        """
        self._context = context
        self.desk = desk
        """The table as it was kept last."""
        self.composing = Composing.of(desk)
        """What is ticked on the screen."""
        self._before: Desk | None = None  # as it was before "nothing this time"

    @classmethod
    async def set_out(cls, context: Context, kind: Kind = Kind.SESSION) -> PageTable:
        """Read what could be on a page; whoever slept on it has looked at it now.

        Args:
            context: What the open notebook offers.
            kind: For whom it is: for the next session, or for a new therapist.

        Raises:
            StorageError: If it could not be read.
        """
        pages = context.open.pages
        read = pages.handover if kind is Kind.HANDOVER else pages.desk
        desk = await context.in_order(read)
        # If this can't be kept, home offers once more to look at it: no reason not to open it.
        with suppress(CompanionError):
            await context.in_order(context.open.resting.looked_at, desk)
        return cls(context, desk)

    @property
    def is_kept(self) -> bool:
        """Whether all that is shown was kept."""
        kept = Composing.of(self.desk)
        return kept.lines == self.composing.lines and kept.nothing == self.composing.nothing

    async def keep(self, composing: Composing) -> None:
        """Keep what is ticked; calls are kept in the order they were made.

        Raises:
            StorageError: If it could not be written.
        """
        pages = self._context.open.pages
        if composing.nothing:
            self.desk = await self._context.in_order(pages.keep_nothing, self.desk)
        else:
            self.desk = await self._context.in_order(pages.keep, self.desk, composing.lines)

    async def keep_second(self, quoted: Sequence[str], charted: Collection[str]) -> None:
        """Keep what is ticked for the second sheet.

        Raises:
            StorageError: If it could not be written.
        """
        pages = self._context.open.pages
        self.desk = await self._context.in_order(pages.keep_second, self.desk, quoted, charted)
        self.composing = replace(self.composing, nothing=self.desk.nothing)

    @property
    def can_bring_back(self) -> bool:
        """Whether what "nothing this time" took off can still be brought back."""
        return self.composing.nothing and self._before is not None

    @property
    def for_whom(self) -> str:
        """For which session, or for whom, the page is, in words."""
        words, clock = self._context.house.words, self._context.house.clock
        if self.desk.kind is Kind.HANDOVER:
            return words.say("composer.for_handover")
        if self.desk.session is None:
            return words.say("composer.for_next")
        day = words.short_day(clock.local(self.desk.session.at).date())
        return words.say("composer.for_session", number=self.desk.session.number, day=day)

    def take_all_off(self) -> Composing:
        """What is ticked once nothing is, on purpose; what was is remembered here."""
        if not self.composing.nothing:
            self._before = replace(self.desk, lines=self.composing.lines)
        return self.composing.emptied()

    async def bring_back(self) -> None:
        """Bring back what was taken off: lines, quotes and dots.

        Raises:
            StorageError: If it could not be written; nothing is ticked then.
        """
        before = self._before
        if before is None or not self.composing.nothing:
            return
        self.composing = self.composing.filled(before.lines)
        pages = self._context.open.pages
        self.desk = await self._context.in_order(pages.bring_back, before)

    async def reword(self, answer_id: str, wording: str) -> None:
        """Give a ticked line other words; they are shown once they are kept.

        Raises:
            StorageError: If they could not be written.
        """
        worded = self.composing.worded(answer_id, wording)
        if worded != self.composing:
            await self.keep(worded)
            self.composing = worded

    def go_back(self) -> None:
        """Show what was kept last."""
        self.composing = Composing.of(self.desk)

    async def head(self) -> tuple[str, bool]:
        """The name at the head, and whether the question stands at the foot.

        Raises:
            StorageError: If they could not be read.
        """
        pages = self._context.open.pages
        return await self._context.in_order(lambda: (pages.name, pages.footer))

    async def set_head(self, name: str, *, more: bool) -> None:
        """Print this name, and the question at the foot or not.

        Raises:
            StorageError: If it could not be kept.
        """
        pages = self._context.open.pages
        await self._context.in_order(pages.set_name, name)
        await self._context.in_order(pages.set_footer, printed=more)
