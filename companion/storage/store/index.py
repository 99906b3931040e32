"""The index of words: what is in it, and how it follows every change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select, text

from companion.storage.store.schema import REFLECTIONS, WORDS

if TYPE_CHECKING:
    from sqlalchemy import Connection

FINISHED = "finished_index"
"""The index of finished reflections."""
DRAFTS = "draft_index"
"""The index of drafts: a small one, because drafts are saved every few seconds."""
INDEXES = (FINISHED, DRAFTS)
"""Both."""

_TAKE_OUT = {
    FINISHED: text(
        "INSERT INTO finished_index (finished_index, rowid, words)"
        " VALUES ('delete', :number, :words)"
    ),
    DRAFTS: text(
        "INSERT INTO draft_index (draft_index, rowid, words) VALUES ('delete', :number, :words)"
    ),
}
_PUT_IN = {
    FINISHED: text("INSERT INTO finished_index (rowid, words) VALUES (:number, :words)"),
    DRAFTS: text("INSERT INTO draft_index (rowid, words) VALUES (:number, :words)"),
}

_WORDS_OF_ONE = select(WORDS.c.number, WORDS.c.draft, WORDS.c.words).where(
    WORDS.c.id == bindparam("reflection")
)
_HIGHEST = select(func.max(REFLECTIONS.c.number)).where(
    REFLECTIONS.c.number.between(bindparam("first"), bindparam("last"))
)

_PER_SECOND = 1024
# How many numbers a second has: more reflections than are ever about the same one.
_BEGINNING = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Indexed:
    """A reflection's words as one text, as the index knows them."""

    number: int
    """The reflection's number; the later the moment, the higher."""
    is_draft: bool
    """Which of the two indexes they are in."""
    words: str
    """Everything in it that was said in words."""

    @property
    def index(self) -> str:
        """The index they are in."""
        return DRAFTS if self.is_draft else FINISHED


def indexed(connection: Connection, reflection_id: str) -> Indexed | None:
    """The words of a reflection as they stand in the tables now; none: it is not there."""
    row = connection.execute(_WORDS_OF_ONE, {"reflection": reflection_id}).one_or_none()
    return Indexed(row.number, bool(row.draft), row.words) if row else None


def reindex(connection: Connection, before: Indexed | None, after: Indexed | None) -> None:
    """Let the index follow a change, inside the same transaction.

    Args:
        connection: The transaction.
        before: The words before the change, exactly as they were put in.
        after: The words after it.
    """
    if before == after:
        return
    if before is not None:
        values = {"number": before.number, "words": before.words}
        connection.execute(_TAKE_OUT[before.index], values)
    if after is not None:
        values = {"number": after.number, "words": after.words}
        connection.execute(_PUT_IN[after.index], values)


def free_number(connection: Connection, happened_at: datetime) -> int:
    """A number for a reflection, higher than those of all earlier seconds.

    The index gives what it finds in the order of these numbers, which is why the newest
    come first without anything being sorted.

    Args:
        connection: The transaction.
        happened_at: The moment it is about (aware, UTC).
    """
    first = _seconds(happened_at) * _PER_SECOND
    while True:
        last = first + _PER_SECOND - 1
        highest = connection.execute(_HIGHEST, {"first": first, "last": last})
        taken: int | None = highest.scalar_one()
        if taken is None:
            return first
        if taken < last:
            return taken + 1
        first += _PER_SECOND


def stands_for(number: int, happened_at: datetime) -> bool:
    """Whether a number is one of the second that a reflection is about."""
    return number // _PER_SECOND == _seconds(happened_at)


def _seconds(happened_at: datetime) -> int:
    return (happened_at - _BEGINNING) // timedelta(seconds=1)
