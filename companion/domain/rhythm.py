"""What one small thing is open now. Never random, never more than one, never owed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from companion.domain.journey import SESSION_LENGTH

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from companion.domain.clock import Clock
    from companion.domain.journey import Interval, Session

ECHO = "echo"
"""The path walked on the day of a session."""
RECALL = "recall"
"""The path walked some days later: remember first, then look."""
GETTING_READY = "getting-ready"
"""The path walked before a session."""

ECHO_DAYS = 1
"""The echo is open on the day of the session and this many days after."""
RECALL_AFTER_DAYS = 3
"""Recall opens on the third day after the session."""
READY_BEFORE = timedelta(hours=36)
"""Getting ready opens this long before the session: from the day before, morning included."""


class OpenKind(StrEnum):
    """The kinds of small thing that can be open."""

    RESUME = "resume"
    """Something was begun and kept as a draft."""
    SETTLE = "settle"
    """A planned session's time has passed: did it take place?"""
    ECHO = "echo"
    """The session was today or yesterday: what stayed?"""
    GET_READY = "get-ready"
    """The next session is near."""
    CHOOSE_PAGE = "choose-page"
    """The next session is near, and there is something that could be brought."""
    RECALL = "recall"
    """Some days have passed: what is still there?"""
    REFLECT = "reflect"
    """Time for one reflection of one's own choice."""
    NOTHING = "nothing"
    """Nothing is open, and that is fine."""


@dataclass(frozen=True, slots=True)
class Walked:
    """A reflection that was finished, as far as the rhythm needs to know."""

    path_id: str
    """The path."""
    happened_at: datetime
    """The moment it is about (aware)."""


@dataclass(frozen=True, slots=True)
class Situation:
    """All that decides what is open."""

    interval: Interval
    """Where the moment lies between sessions."""
    walked: Sequence[Walked]
    """Every finished reflection of the journey, in any order."""
    free_paths: Sequence[str]
    """The paths of free choice, in the order they are offered first."""
    draft_id: str | None = None
    """The newest draft, if there is one."""
    candidates: int = 0
    """How many answers could be ticked for the page."""
    ticked: int = 0
    """How many are."""


@dataclass(frozen=True, slots=True)
class Open:
    """The one small thing, and what it is about."""

    kind: OpenKind
    """What kind of thing."""
    path_id: str = ""
    """The path to walk, where there is one."""
    session: Session | None = None
    """The session it is about, where there is one."""
    draft_id: str = ""
    """The draft to go on with, where there is one."""


def open_now(situation: Situation, clock: Clock) -> Open:
    """The one thing that is open now.

    In this order: what was begun; a session nobody settled; the echo; getting
    ready and the page, once the next session is near; recall; one reflection
    of free choice, the one longest not walked; nothing.

    Args:
        situation: All that decides it.
        clock: The present moment and the person's own calendar.
    """
    if situation.draft_id:
        return Open(OpenKind.RESUME, draft_id=situation.draft_id)
    if situation.interval.unsettled:
        return Open(OpenKind.SETTLE, session=situation.interval.unsettled)
    return (
        _after_session(situation, clock)
        or _before_session(situation, clock)
        or _recall(situation, clock)
        or _free_choice(situation)
        or Open(OpenKind.NOTHING)
    )


def _days_since(session: Session, clock: Clock) -> int:
    today = clock.local(clock.now()).date()
    return (today - clock.local(session.at).date()).days


def _done(situation: Situation, path_id: str, since: datetime) -> bool:
    return any(w.path_id == path_id and w.happened_at >= since for w in situation.walked)


def _after_session(situation: Situation, clock: Clock) -> Open | None:
    last = situation.interval.last
    if last is None or _days_since(last, clock) > ECHO_DAYS:
        return None
    if _done(situation, ECHO, last.at):
        return None
    return Open(OpenKind.ECHO, ECHO, last)


def _before_session(situation: Situation, clock: Clock) -> Open | None:
    ahead, last = situation.interval.next, situation.interval.last
    if ahead is None or ahead.at - clock.now() > READY_BEFORE:
        return None
    if clock.now() >= ahead.at + SESSION_LENGTH:
        return None
    opened = ahead.at - READY_BEFORE
    if not _done(situation, GETTING_READY, max(opened, last.at) if last else opened):
        return Open(OpenKind.GET_READY, GETTING_READY, ahead)
    if situation.candidates and not situation.ticked:
        return Open(OpenKind.CHOOSE_PAGE, session=ahead)
    return None


def _recall(situation: Situation, clock: Clock) -> Open | None:
    last = situation.interval.last
    if last is None or _days_since(last, clock) < RECALL_AFTER_DAYS:
        return None
    if not _done(situation, ECHO, last.at) or _done(situation, RECALL, last.at):
        return None
    return Open(OpenKind.RECALL, RECALL, last)


def _free_choice(situation: Situation) -> Open | None:
    since = situation.interval.last.at if situation.interval.last else None
    in_interval = [w for w in situation.walked if since is None or w.happened_at >= since]
    if any(w.path_id in situation.free_paths for w in in_interval):
        return None
    latest = {w.path_id: w.happened_at for w in sorted(situation.walked, key=_when)}
    never = [path for path in situation.free_paths if path not in latest]
    ordered = never or sorted(situation.free_paths, key=lambda path: latest[path])
    return Open(OpenKind.REFLECT, ordered[0]) if ordered else None


def _when(walked: Walked) -> datetime:
    return walked.happened_at
