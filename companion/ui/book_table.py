"""What lies on the table while the book is chosen, row by row: entries, and their passages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from companion.domain.book import Passage, whole_entry

if TYPE_CHECKING:
    from datetime import datetime

    from companion.services.book import BookDesk
    from companion.ui.context import Context


@dataclass(frozen=True, slots=True)
class Entry:
    """The heading of an entry among its passages. It is seen here alone."""

    id: str
    """The entry; stays inside the app."""
    title: str
    """Its title."""
    happened_at: datetime
    """The moment it is about (aware, UTC)."""
    answers: frozenset[str]
    """The ids of its passages' answers."""


@dataclass
class BookTable:
    """Holds what is shown and what was kept last; the two may differ for a moment."""

    context: Context
    """What the open notebook offers."""
    desk: BookDesk
    """The table as it was kept last."""
    ticked: frozenset[str] = field(init=False)
    """What is ticked on the screen."""
    rows: tuple[Entry | Passage, ...] = field(init=False)
    """Every entry, with its passages after it, the oldest first."""

    def __post_init__(self) -> None:
        """Begin with what was kept."""
        self.ticked = self.desk.ticked
        rows: list[Entry | Passage] = []
        for entry_id, found in groupby(self.desk.passages, lambda one: one.entry_id):
            passages = list(found)
            first, answers = passages[0], frozenset(one.answer_id for one in passages)
            rows += [Entry(entry_id, first.title, first.happened_at, answers), *passages]
        self.rows = tuple(rows)

    @classmethod
    async def set_out(cls, context: Context, journey_id: str) -> BookTable:
        """Read what could be in the book of a journey.

        Raises:
            StorageError: If it could not be read.
        """
        return cls(context, await context.in_order(context.open.books.desk, journey_id))

    @property
    def is_kept(self) -> bool:
        """Whether all that is shown was kept."""
        return self.ticked == self.desk.ticked

    def turned(self, row: Entry | Passage) -> frozenset[str]:
        """The ticks once a row is ticked or unticked; an entry's row stands for all of it."""
        if isinstance(row, Entry):
            return self.with_entry(row.id)
        return self.ticked ^ {row.answer_id}

    def with_entry(self, entry_id: str) -> frozenset[str]:
        """The ticks once a whole entry is ticked; or, if all of it is, once none of it is."""
        return whole_entry(self.desk.passages, self.ticked, entry_id)

    async def keep(self, ticked: frozenset[str]) -> None:
        """Keep these ticks; calls are kept in the order they were made.

        Raises:
            StorageError: If it could not be written.
        """
        books = self.context.open.books
        kept = await self.context.in_order(books.tick, self.desk, ticked)
        self.desk = replace(self.desk, ticked=kept.ticked)

    async def set_head(self, name: str, *, more: bool) -> None:
        """Print this name, and the days of sessions or not.

        Raises:
            StorageError: If it could not be kept.
        """
        books, in_order = self.context.open.books, self.context.in_order
        named = await in_order(books.call, self.desk, name)
        self.desk = replace(self.desk, name=named.name)
        shown = await in_order(books.show_days, self.desk, shown=more)
        self.desk = replace(self.desk, with_days=shown.with_days)
