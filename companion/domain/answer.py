"""What was said at a step, and where it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.page import may_be_parked
from companion.domain.path import PLACEABLE, Place, StepKind

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.page import Section
    from companion.domain.path import Form

LOWEST = 0
"""The low end of every rating."""
HIGHEST = 10
"""The high end of every rating."""


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A point on the map of feelings."""

    pleasant: int
    """From very unpleasant (0) to very pleasant (10)."""
    energy: int
    """From shut down (0) to racing (10)."""

    def __post_init__(self) -> None:
        """Refuse a point that is off the map.

        Raises:
            ValueError: If a coordinate is not from 0 to 10.
        """
        for value in (self.pleasant, self.energy):
            if not LOWEST <= value <= HIGHEST:
                msg = f"off the map: {value}"
                raise ValueError(msg)


Value = str | int | MapPoint | tuple[str, ...]
"""Words; a rating (0 to 10); a point; or the ids or words that were chosen."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said at one step, with the question as it was asked."""

    id: str
    """Unique in the notebook; never shown to anyone."""
    step_id: str
    """The step it was given to."""
    kind: StepKind
    """The kind of that step."""
    prompt: str
    """The question's words on that day."""
    value: Value
    """What was said."""
    shown: str
    """What was said as words: the text itself, or the chosen labels, or the number."""
    place: Place = Place.HERE
    """Where the answer is."""
    section: Section | None = None
    """The part of the page it belongs to when parked; none: never on a page."""

    @property
    def has_words(self) -> bool:
        """Whether the answer is made of words (a rating or a point is not)."""
        return self.kind in PLACEABLE

    @property
    def may_be_parked(self) -> bool:
        """Whether it may be parked for the next session.

        An answer that is never on a page may not. Nor may one about the relationship:
        it reaches a page only by the ladder of the Unsaid drawer.
        """
        return self.has_words and may_be_parked(self.section)


@dataclass(frozen=True, slots=True)
class Wording:
    """An answer as it read before it was changed."""

    shown: str
    """What was said then, as words."""
    replaced_at: datetime
    """When it was changed (aware, UTC)."""


@dataclass(frozen=True, slots=True)
class Reflection:
    """One walk along a path, finished or not."""

    id: str
    """Given at the start, so that saving twice saves once."""
    journey_id: str
    """The journey it belongs to."""
    path_id: str
    """The path that was walked; `note` for a free line."""
    path_version: int
    """The version of the path that was walked."""
    language: str
    """The language it was written in."""
    title: str
    """The path's title on that day."""
    form: Form
    """The form it was begun in."""
    started_at: datetime
    """When it was begun (aware, UTC)."""
    happened_at: datetime
    """The moment it is about; the beginning unless backdated (aware, UTC)."""
    finished_at: datetime | None
    """When it was finished; none: it is a draft (aware, UTC)."""
    at_step: str
    """The step where a draft goes on; empty once finished."""
    answers: tuple[Answer, ...]
    """What was said, in the path's order."""
    tags: tuple[str, ...] = ()
    """The person's own tags, in alphabetical order."""

    @property
    def is_draft(self) -> bool:
        """Whether it can be gone on with."""
        return self.finished_at is None

    @property
    def first_words(self) -> str:
        """The first words of the first answer that has any."""
        return next((a.shown for a in self.answers if a.kind is StepKind.TEXT and a.shown), "")
