"""Not too much at once: when a stop, a shorter way or a parking place is offered.

Each rule answers a harm. Going round and round keeps low mood going (Watkins 2008, doi
10.1037/0033-2909.134.2.163),
and writing about what hurts stirs before it settles: so there is an offer to stop
after two deep reflections in a day and after ten minutes of one, an offer to park what
someone comes back to three times in a week, and an offer to close an entry that was
read again and again. They are offers: whoever goes on is not asked twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from companion.domain.parting import Becomes, wished
from companion.domain.path import Form, Place, StepKind
from companion.domain.path_ids import ECHO, GETTING_READY

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from companion.domain.answer import Reflection
    from companion.domain.clock import Clock

DEEP_A_DAY = 2
"""After so many deep reflections in a day, stopping is offered."""
TOPIC_TIMES = 3
"""So many walks on one topic within `TOPIC_WITHIN` offer to park it."""
TOPIC_WITHIN = timedelta(days=7)
"""The time in which they are counted."""
SOFT_STOP = timedelta(minutes=10)
"""After so long in one reflection, stopping is offered, once."""
READ_AGAIN = 3
"""An entry opened more often than this in one day offers to close."""

LANDED = "landed"
"""The step of the echo that asks whether something landed badly."""
AGREED = "agreed"
"""The step of the echo that asks what was agreed."""


@dataclass(frozen=True, slots=True)
class Written:
    """A reflection that was finished lately, as far as pacing needs to know."""

    path_id: str
    """The path."""
    form: Form
    """The form it was begun in."""
    finished_at: datetime
    """When it was finished, whatever day it is about (aware)."""


class Next(StrEnum):
    """What is offered once a reflection is finished: one thing at most."""

    PARK = "park"
    """What someone comes back to could wait for the session."""
    BUMP = "bump"
    """Something landed badly: there is a path for that."""
    TASK = "task"
    """Something was agreed: it could be put into words as a task."""
    PAGE = "page"
    """Ready: choose what to bring."""
    BOOK = "book"
    """An ending, and a wish to keep it or to print it: the book is made in its own time."""
    PARTING = "parting"
    """An ending, and a wish to wipe it: what goes and what stays is said first."""
    NOTHING = "nothing"
    """Nothing more."""


def enough_for_today(written: Sequence[Written], deep: Collection[str], clock: Clock) -> bool:
    """Whether two deep reflections were finished today, so that stopping is offered.

    Args:
        written: What was finished lately, in any order.
        deep: The ids of the paths that are deep when walked whole.
        clock: The present moment and the person's own calendar.
    """
    today = clock.local(clock.now()).date()
    whole = [one for one in written if one.form is Form.FULL and one.path_id in deep]
    return sum(clock.local(one.finished_at).date() == today for one in whole) >= DEEP_A_DAY


def comes_back(written: Sequence[Written], path_id: str, clock: Clock) -> bool:
    """Whether a topic was walked three times within a week, this time included.

    Args:
        written: What was finished lately, in any order.
        path_id: The path just finished.
        clock: The present moment.
    """
    since = clock.now() - TOPIC_WITHIN
    times = [one for one in written if one.path_id == path_id and one.finished_at > since]
    return len(times) >= TOPIC_TIMES


def long_enough(begun_at: datetime, now: datetime) -> bool:
    """Whether someone has been at one reflection for ten minutes.

    Args:
        begun_at: When they sat down to it this time (aware).
        now: The moment (aware).
    """
    return now - begun_at >= SOFT_STOP


def read_enough(opened: Sequence[datetime], clock: Clock) -> bool:
    """Whether an entry was opened more than three times today.

    Args:
        opened: When it was opened, this time included (aware).
        clock: The present moment and the person's own calendar.
    """
    today = clock.local(clock.now()).date()
    return sum(clock.local(one).date() == today for one in opened) > READ_AGAIN


def what_next(
    finished: Reflection, written: Sequence[Written], topics: Collection[str], clock: Clock
) -> Next:
    """The one thing that is offered after a reflection.

    Args:
        finished: What was just finished.
        written: What was finished lately, this one included.
        topics: The ids of the paths of free choice, to which one can keep coming back.
        clock: The present moment.
    """
    said = {one.step_id for one in finished.answers}
    if (becomes := wished(finished)) is not None:
        return Next.PARTING if becomes is Becomes.WIPE else Next.BOOK
    if finished.path_id in topics and comes_back(written, finished.path_id, clock):
        return Next.PARK if parkable(finished) else Next.NOTHING
    if finished.path_id == ECHO and LANDED in said:
        return Next.BUMP
    if finished.path_id == ECHO and AGREED in said:
        return Next.TASK
    return Next.PAGE if finished.path_id == GETTING_READY else Next.NOTHING


def parkable(reflection: Reflection) -> tuple[str, ...]:
    """The ids of the answers that could wait for the session: free words that stay here."""
    return tuple(
        answer.id
        for answer in reflection.answers
        if answer.kind is StepKind.TEXT and answer.place is Place.HERE and answer.may_be_parked
    )
