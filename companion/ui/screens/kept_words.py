"""What the screens share that keep the words about one thing as they are written."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from typing import TYPE_CHECKING, Generic, TypeVar

from textual import on, work
from textual.widgets import TextArea

from companion.domain.errors import CompanionError
from companion.ui.screens.inside import NotebookScreen
from companion.ui.screens.leaving import leaves_without
from companion.ui.widgets.editor import Editor
from companion.ui.widgets.moves import Kept, KeptWord

if TYPE_CHECKING:
    from companion.ui.context import Context

Thing = TypeVar("Thing")

Written = tuple[str, ...]
"""What is on the screen, part by part."""


class KeptWordsScreen(NotebookScreen[str | None], Generic[Thing]):
    """Dismissed with the id of the thing once its words are kept; Escape keeps them, too."""

    AUTO_FOCUS = ""

    def __init__(self, context: Context, item: Thing) -> None:
        """Take what the words are about.

        Args:
            context: What the open notebook offers.
            item: The thing, as it is now.
        """
        super().__init__(context)
        self.item = item
        """The thing, as it is kept."""
        self._turn = asyncio.Lock()  # one save at a time, in the order of the keys
        self._failed = False
        self._left = False

    @property
    @abstractmethod
    def item_id(self) -> str:
        """The id of the thing."""

    @property
    @abstractmethod
    def written(self) -> Written:
        """What is on the screen now."""

    @abstractmethod
    def as_kept(self, item: Thing) -> Written:
        """What the screen would show of a thing as it is kept."""

    @abstractmethod
    def put(self, item: Thing, written: Written) -> Thing:
        """Keep it; runs on the notebook's thread.

        Args:
            item: The thing as it was kept.
            written: What is on the screen.

        Raises:
            StorageError: If it could not be written.
        """

    async def before_lock(self) -> None:
        """Keep what is written so far."""
        self._left = True
        await self._put(self.written)

    def action_keep(self) -> None:
        """Keep the words and go back."""
        self._leave()

    def action_back(self) -> None:
        """Go back; what was written is kept."""
        self._leave()

    @on(TextArea.Changed)
    def notice(self) -> None:
        """Say whether there is something new."""
        new = self.written != self.as_kept(self.item)
        self.query_one(KeptWord).tell(Kept.WAITS if new else self._as_it_is)

    @on(Editor.Settled)
    @work(exit_on_error=False)
    async def keep_settled(self) -> None:
        """Keep what was written, now that writing pauses."""
        async with self._turn:
            if not self._left:
                await self._try(self.written)

    @work(exit_on_error=False)
    async def _leave(self) -> None:
        async with self._turn:
            failed_before = self._failed
            while not self._left:
                written = self.written
                if not await self._try(written) and not (
                    failed_before and await leaves_without(self)
                ):
                    return
                # Someone may have gone on writing in the meantime: then once more.
                if self.written == written:
                    self._left = True
                    self.dismiss(self.item_id)

    async def _try(self, written: Written) -> bool:
        try:
            await self._put(written)
        except CompanionError as error:
            self._failed = True
            self.tell_error(error)
            self.query_one(KeptWord).tell(Kept.FAILED)
            return False
        self._failed = False
        if self.written == written:
            self.query_one(KeptWord).tell(self._as_it_is)
        return True

    async def _put(self, written: Written) -> None:
        if written != self.as_kept(self.item):
            self.item = await self.context.in_order(self.put, self.item, written)

    @property
    def _as_it_is(self) -> Kept:
        return Kept.SAVED if any(self.as_kept(self.item)) else Kept.NOTHING
