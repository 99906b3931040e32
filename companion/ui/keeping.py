"""Keeping one walk: drafts on the way, the whole at the end, never the one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.domain.walk import Walk
    from companion.ui.context import Context


class Keeping:
    """Hands a walk to the notebook's one thread.

    Once the end is being kept no draft follows it: a pause in typing that is
    noticed late would make a finished reflection a draft again.
    """

    def __init__(self, context: Context) -> None:
        """Take the open notebook."""
        self._in_order = context.in_order
        self._reflecting = context.open.reflecting
        self.over = False
        """Whether the end is kept, or being kept."""

    async def draft(self, walk: Walk) -> None:
        """Keep a walk unfinished, unless its end was kept.

        Raises:
            StorageError: If it could not be written.
        """
        if not self.over:
            await self._in_order(self._reflecting.keep_draft, walk)

    async def finish(self, walk: Walk) -> str | None:
        """Keep a walk for good. Safe to call again.

        Returns:
            The reflection's id; none if nothing was said.

        Raises:
            StorageError: If it could not be written; drafts can be kept again then.
        """
        self.over = True
        kept = False
        try:
            reflection = await self._in_order(self._reflecting.finish, walk)
            kept = True
        finally:
            self.over = kept
        return reflection.id if reflection else None
