"""What a list or a map shows of a reflection, without the whole of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.answer import MapPoint

FIRST_WORDS = 160
"""The most characters of a row's first words."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A reflection as one row of a list."""

    id: str
    """The reflection."""
    path_id: str
    """The path that was walked; `note` for a free line."""
    title: str
    """The path's title on that day."""
    happened_at: datetime
    """The moment it is about (aware, UTC)."""
    first_words: str
    """The beginning of the first words in it, on one line, 160 characters at most."""
    is_draft: bool
    """Whether it is unfinished."""


@dataclass(frozen=True, slots=True)
class EarlierPoint:
    """A point on the map from an earlier day."""

    happened_at: datetime
    """When (aware, UTC)."""
    point: MapPoint
    """Where."""
