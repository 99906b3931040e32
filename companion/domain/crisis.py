"""Who can be reached: countries, their emergency numbers and their lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

STALE_AFTER = timedelta(days=180)
"""From this age on a row is shown with a word of caution. It is never hidden."""
RELEASE_AFTER = timedelta(days=120)
"""A row of this age keeps a release back."""


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """One service that can be reached."""

    name: str
    """The service's own name; may be empty where only the number is known."""
    dial: str
    """What to dial or send, exactly."""
    hours: str
    """When, and what it costs, in few words."""


@dataclass(frozen=True, slots=True)
class CrisisCountry:
    """The help of one country."""

    code: str
    """Two letters (ISO 3166-1)."""
    name: str
    """The country's name."""
    emergency: tuple[str, ...]
    """The emergency numbers."""
    lines: tuple[CrisisLine, ...]
    """The lines; there may be none that is certain."""
    sources: tuple[str, ...]
    """Where it was read, two or more where there are lines."""
    checked_on: date
    """The day it was read."""


def is_stale(checked_on: date, today: date) -> bool:
    """Whether a row is shown with a word of caution."""
    return today - checked_on >= STALE_AFTER


def holds_release(checked_on: date, today: date) -> bool:
    """Whether a row is too old for a release."""
    return today - checked_on > RELEASE_AFTER
