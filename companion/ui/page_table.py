"""What lies on the table while a page is put together, and keeping it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.composing import Composing

if TYPE_CHECKING:
    from companion.services.pages import Desk
    from companion.ui.context import Context


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

    @classmethod
    async def set_out(cls, context: Context) -> PageTable:
        """Read what could be on the page of the next session.

        Raises:
            StorageError: If it could not be read.
        """
        return cls(context, await context.in_order(context.open.pages.desk))

    @property
    def is_kept(self) -> bool:
        """Whether all that is shown was kept."""
        return Composing.of(self.desk).lines == self.composing.lines

    async def keep(self, composing: Composing) -> None:
        """Keep what is ticked; calls are kept in the order they were made.

        Raises:
            StorageError: If it could not be written.
        """
        pages = self._context.open.pages
        self.desk = await self._context.in_order(pages.keep, self.desk, composing.lines)

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

    async def set_head(self, name: str, *, footer: bool) -> None:
        """Print this name, and the question at the foot or not.

        Raises:
            StorageError: If it could not be kept.
        """
        pages = self._context.open.pages
        await self._context.in_order(pages.set_name, name)
        await self._context.in_order(pages.set_footer, printed=footer)
