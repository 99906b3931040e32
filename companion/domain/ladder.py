"""The Unsaid drawer and its ladder: what was not said yet, and how far it has come.

Everything on it is private for good until the person moves it up. Any rung may be
reached from any other: going down is as good a choice as going up.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.page import Origin


class Rung(StrEnum):
    """How far something unsaid has come, the lowest first."""

    KEEP = "keep"
    """It stays in the drawer."""
    MAYBE = "maybe"
    """It might be said one day."""
    REHEARSE = "rehearse"
    """Words for it are being tried."""
    BRING = "bring"
    """It may stand on a page; only this rung may, and only with a second yes."""
    SAID = "said"
    """It was said, or shown."""


class Size(StrEnum):
    """How much of it is rehearsed, the largest first."""

    ALL = "all"
    """All of it."""
    LINES = "lines"
    """Three lines."""
    SENTENCE = "sentence"
    """One sentence."""


class Became(StrEnum):
    """What it was like once it was said, as the person sees it."""

    THROUGH = "through"
    """The two got through it."""
    PARTLY = "partly"
    """Some of it is open still."""
    NOT_YET = "not-yet"
    """It is not good yet."""


REPAIRED = frozenset({Became.THROUGH, Became.PARTLY})
"""What the repair log remembers when the next bump is opened."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Words that were tried for something unsaid; each size may be empty."""

    all: str = ""
    """All of it."""
    lines: str = ""
    """Three lines of it."""
    sentence: str = ""
    """One sentence of it."""

    def of(self, size: Size) -> str:
        """The words of a size; empty: none yet."""
        return str(getattr(self, size.value))

    def with_words(self, size: Size, words: str) -> Rehearsal:
        """The same with other words in one size."""
        return replace(self, **{size.value: words})


@dataclass(frozen=True, slots=True)
class Standing:
    """Where something unsaid stands, and what was tried."""

    rung: Rung = Rung.KEEP
    """Its rung."""
    rehearsal: Rehearsal = Rehearsal()
    """What was tried."""
    brings: Size | None = None
    """Which size would be brought; none: the words as they were written."""
    became: Became | None = None
    """What it was like once it was said; none: nobody has said."""
    after: str = ""
    """What happened when it was said, in the person's words."""
    moved_at: datetime | None = None
    """When it came to its rung (aware, UTC); none: it never moved."""

    @property
    def chosen(self) -> str:
        """The rehearsed words that would be brought; empty: the words as they were written."""
        return self.rehearsal.of(self.brings) if self.brings else ""

    def to(self, rung: Rung, at: datetime) -> Standing:
        """The same on another rung; on its own, nothing changes.

        Args:
            rung: Any rung.
            at: The moment (aware, UTC).
        """
        return self if rung is self.rung else replace(self, rung=rung, moved_at=at)


@dataclass(frozen=True, slots=True)
class Unsaid:
    """One thing in the drawer."""

    answer_id: str
    """The answer it is; stays inside the app."""
    text: str
    """What was written, word for word."""
    origin: Origin
    """Where it is from."""
    standing: Standing
    """Where it stands."""
    may_be_brought: bool = True
    """Whether it can come to *bring* at all; what is never on a page can't."""

    @property
    def words_to_bring(self) -> str:
        """The words that a page would show: the size that was chosen, or as it was written."""
        return self.standing.chosen or self.text

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """The rungs it can stand on, the lowest first."""
        return tuple(one for one in Rung if self.may_be_brought or one is not Rung.BRING)

    def next_rung(self, by: int) -> Rung:
        """The rung above it or below it; at the ends, its own.

        Args:
            by: 1 for up, -1 for down.
        """
        rungs = self.rungs
        index = rungs.index(self.standing.rung) + by
        return rungs[min(max(index, 0), len(rungs) - 1)]

    @property
    def is_repair(self) -> bool:
        """Whether it was said, and the two got through it or through some of it."""
        return self.standing.rung is Rung.SAID and self.standing.became in REPAIRED
