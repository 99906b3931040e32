"""Who can be reached: countries, their emergency numbers and their lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_GROUP = re.compile(r"\d+")
STALE_AFTER = timedelta(days=180)
"""From this age on a row is shown with a word of caution. It is never hidden."""
RELEASE_AFTER = timedelta(days=120)
"""A row older than this keeps a release back."""


class Channel(StrEnum):
    """How a service is reached."""

    CALL = "call"
    """By a call."""
    CALL_FROM_MOBILE = "call-from-mobile"
    """By a call from a mobile alone."""
    CALL_OR_TEXT = "call-or-text"
    """By a call or a text message to the same number."""
    TEXT = "text"
    """By a text message."""


@dataclass(frozen=True, slots=True)
class CrisisService:
    """The facts of one service, in no language."""

    channel: Channel
    """How it is reached."""
    dial: str
    """The number, exactly as it is dialled there."""
    send: str
    """For a text message: the word to send; empty: any words."""
    hours: str
    """When it answers: the name of a sentence (`always`); empty: not known."""
    cost: str
    """What it costs: the name of a sentence (`free`); empty: not known."""
    languages: tuple[str, ...]
    """The codes of the languages it is known to speak; empty: the sources say nothing."""


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """One service that can be reached, in the person's language."""

    name: str
    """The service's own name; may be empty where only the number is known."""
    dial: str
    """What to dial or send, in words: `… (call or text)`."""
    hours: str
    """When, what it costs and in which language, in few words; may be empty."""
    service: CrisisService
    """The facts that these words are made of."""


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


def by_digits(dial: str) -> str:
    """The digits of what is dialled, one by one: `1 1 6, 1 2 3`; empty: it has none.

    Args:
        dial: A number, or several, as they are written; words among them are left out.
    """
    return ", ".join(" ".join(group) for group in _GROUP.findall(dial))


def is_stale(checked_on: date, today: date) -> bool:
    """Whether a row is shown with a word of caution."""
    return today - checked_on >= STALE_AFTER


def holds_release(checked_on: date, today: date) -> bool:
    """Whether a row is too old for a release."""
    return today - checked_on > RELEASE_AFTER
