"""The book at the end: the whole journey in the person's own words, ticked line by line.

Nothing is made up, counted or praised in it, and nothing is in it that was not ticked.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from companion.domain.path import StepKind
from companion.domain.text import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from datetime import date, datetime

KINDS = frozenset({StepKind.TEXT, StepKind.WORDS, StepKind.WHEN_THEN})
"""The kinds of step whose answers are words of the person's own."""


@dataclass(frozen=True, slots=True)
class Passage:
    """An answer that may be ticked for the book. Nothing but its text is ever printed."""

    answer_id: str
    """The answer; stays inside the app."""
    entry_id: str
    """The entry it stands in; stays inside the app."""
    title: str
    """That entry's title."""
    prompt: str
    """The question as it was asked."""
    text: str
    """What was said, verbatim; may be several lines."""
    happened_at: datetime
    """The moment it is about (aware, UTC)."""


class Part(StrEnum):
    """Where in the journey a chapter lies."""

    WHOLE = "whole"
    """No session was held: there is but one chapter, and it has no heading."""
    BEFORE = "before"
    """Before the first session that was held."""
    AFTER = "after"
    """Between a session that was held and the next one."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """What was ticked of one interval."""

    part: Part
    """Where it lies."""
    session_on: date | None
    """The day of the session it comes after, on the person's own calendar; none: no day is
    printed, or there was no session before it."""
    texts: tuple[str, ...]
    """The ticked words, the oldest first; each may be several lines."""


@dataclass(frozen=True, slots=True)
class Book:
    """Everything that is printed, and nothing that is not: what isn't here can't leak."""

    chapters: tuple[Chapter, ...]
    """The intervals of which something was ticked, the oldest first."""
    name: str = ""
    """The name to print; empty: none."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ticked."""
        return not self.chapters


def bind(
    passages: Iterable[Passage],
    ticked: Collection[str],
    held: Sequence[datetime],
    *,
    name: str = "",
    day_of: Callable[[datetime], date] | None = None,
) -> Book:
    """The book that a set of ticks makes. Pure: same ticks, same book.

    Args:
        passages: What may be ticked, the oldest first.
        ticked: The ids of the answers that are.
        held: When the sessions that were held began (aware), by time.
        name: The name to print, or nothing.
        day_of: The day of a moment on the person's calendar; none: no day is printed.
    """
    chosen = [(one, clean(one.text).strip()) for one in passages if one.answer_id in ticked]
    chapters = []
    for after, found in groupby(chosen, lambda one: bisect_right(held, one[0].happened_at)):
        texts = tuple(text for _, text in found if text)
        part = Part.AFTER if after else Part.BEFORE if held else Part.WHOLE
        day = day_of(held[after - 1]) if after and day_of else None
        if texts:
            chapters.append(Chapter(part, day, texts))
    return Book(tuple(chapters), one_line(clean(name)))


def whole_entry(
    passages: Iterable[Passage], ticked: Collection[str], entry_id: str
) -> frozenset[str]:
    """The ticks after a whole entry was switched: all of it, or none if all of it was ticked.

    Args:
        passages: What may be ticked.
        ticked: What is.
        entry_id: The entry.
    """
    of_entry = {one.answer_id for one in passages if one.entry_id == entry_id}
    before = frozenset(ticked)
    return before - of_entry if of_entry <= before else before | of_entry
