"""What one small thing is open now. Never random, never more than one, never owed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from companion.domain.choices import Choices
from companion.domain.journey import SESSION_LENGTH
from companion.domain.path_ids import AFTER_PAGE, ECHO, GETTING_READY, RECALL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from companion.domain.clock import Clock
    from companion.domain.homework import Offer
    from companion.domain.journey import Interval, Session


ECHO_DAYS = 1
"""The echo is open on the day of the session and this many days after."""
RECALL_AFTER_DAYS = 3
"""Recall opens on the third day after the session."""
LESS_EVERY_DAYS = 30
"""So many days apart it is asked whether less would be better."""
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
    AFTER_PAGE = "after-page"
    """A page was brought to the session: did the two get to it?"""
    GET_READY = "get-ready"
    """The next session is near."""
    CHOOSE_PAGE = "choose-page"
    """The next session is near, and there is something that could be brought."""
    LOOK_AGAIN = "look-again"
    """Someone slept on the page: look at it once more, as they wished."""
    RECALL = "recall"
    """Some days have passed: what is still there?"""
    LESS = "less"
    """Once a month: would less be better?"""
    HOMEWORK = "homework"
    """Time for a reflection that the therapist wrote."""
    HOMEWORK_TASK = "homework-task"
    """Something the therapist's homework proposes to try."""
    REFLECT = "reflect"
    """Time for one reflection of one's own choice."""
    PAUSED = "paused"
    """The person paused: nothing is open until they say so, or the day they named."""
    CLOSED = "closed"
    """The journey is closed: there is nothing to do in it but read."""
    NOTHING = "nothing"
    """Nothing is open, and that is fine."""


REFUSABLE = (
    OpenKind.ECHO,
    OpenKind.AFTER_PAGE,
    OpenKind.RECALL,
    OpenKind.HOMEWORK,
    OpenKind.HOMEWORK_TASK,
    OpenKind.REFLECT,
    OpenKind.GET_READY,
    OpenKind.CHOOSE_PAGE,
    OpenKind.LESS,
)
"""What may be refused for good ("never ask me this"), in the order of an interval."""

AROUND_SESSIONS = frozenset({OpenKind.RECALL, OpenKind.REFLECT})
"""What is refused by whoever wants less: then only the days around a session ask."""
OF_HOMEWORK = frozenset({OpenKind.HOMEWORK, OpenKind.HOMEWORK_TASK})
"""What a therapist's homework may ask for; whoever wants less refuses it, too."""


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
    """Finished reflections of the journey, in any order: of each path the latest is enough."""
    free_paths: Sequence[str]
    """The paths of free choice, in the order they are offered first."""
    draft_id: str | None = None
    """The newest draft, if there is one."""
    candidates: int = 0
    """How many answers could be ticked for the page."""
    ticked: int = 0
    """How many are."""
    choices: Choices = field(default_factory=Choices)
    """What the person has said about being offered things."""
    began_at: datetime | None = None
    """When the journey was begun here (aware); none: not known."""
    closed: bool = False
    """Whether the journey is closed."""
    brought: bool = False
    """Whether lines were on the page of the last session."""
    nothing: bool = False
    """Whether the next page was made with nothing on it, on purpose."""
    resting_since: datetime | None = None
    """When someone chose to sleep on the next page (aware); none: nobody did."""
    pack_paths: Sequence[str] = ()
    """The paths of the therapist's homework: one of them is one of free choice, too."""
    homework: Offer | None = None
    """What a pack proposes, if it is time for something of one."""


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
    pack_id: str = ""
    """The homework it is from, where it is from one."""


def open_now(situation: Situation, clock: Clock) -> Open:
    """The one thing that is open now.

    In this order: what was begun; a session nobody settled; the echo; getting ready and
    the page, once the next session is near; the page someone slept on; recall; how it
    went with the page of the last session, until getting ready opens; once a month the
    question whether less would be better, unless it is less already; something of the
    therapist's homework, until getting ready opens; one reflection of free choice, the one
    longest not walked; nothing. What was refused, for today or for
    good, is passed over; in a pause, and in a journey that is closed, nothing is open.

    Args:
        situation: All that decides it.
        clock: The present moment and the person's own calendar.
    """
    today = clock.local(clock.now()).date()
    if situation.closed:
        return Open(OpenKind.CLOSED)
    if situation.choices.is_paused(today):
        return Open(OpenKind.PAUSED)
    allowed = (
        found
        for found in _in_order(situation, clock)
        if situation.choices.allows(found.kind, today)
    )
    return next(allowed, Open(OpenKind.NOTHING))


def _in_order(situation: Situation, clock: Clock) -> Iterator[Open]:
    if situation.draft_id:
        yield Open(OpenKind.RESUME, draft_id=situation.draft_id)
    if situation.interval.unsettled:
        yield Open(OpenKind.SETTLE, session=situation.interval.unsettled)
    yield from _after_session(situation, clock)
    yield from _before_session(situation, clock)
    yield from _look_again(situation, clock)
    yield from _recall(situation, clock)
    yield from _after_page(situation, clock)
    yield from _less(situation, clock)
    yield from _homework(situation, clock)
    yield from _free_choice(situation)


def _days_since(session: Session, clock: Clock) -> int:
    today = clock.local(clock.now()).date()
    return (today - clock.local(session.at).date()).days


def _done(situation: Situation, path_id: str, since: datetime) -> bool:
    return any(w.path_id == path_id and w.happened_at >= since for w in situation.walked)


def _after_session(situation: Situation, clock: Clock) -> Iterator[Open]:
    last = situation.interval.last
    if last is None or _days_since(last, clock) > ECHO_DAYS:
        return
    if not _done(situation, ECHO, last.at):
        yield Open(OpenKind.ECHO, ECHO, last)


def _after_page(situation: Situation, clock: Clock) -> Iterator[Open]:
    last = situation.interval.last
    if last is None or not situation.brought or _is_near(situation, clock):
        return
    if not _done(situation, AFTER_PAGE, last.at):
        yield Open(OpenKind.AFTER_PAGE, AFTER_PAGE, last)


def _is_near(situation: Situation, clock: Clock) -> bool:
    ahead = situation.interval.next
    return ahead is not None and ahead.at - clock.now() <= READY_BEFORE


def _before_session(situation: Situation, clock: Clock) -> Iterator[Open]:
    ahead, last = situation.interval.next, situation.interval.last
    if ahead is None or not _is_near(situation, clock):
        return
    if clock.now() >= ahead.at + SESSION_LENGTH:
        return
    opened = ahead.at - READY_BEFORE
    ready = _done(situation, GETTING_READY, max(opened, last.at) if last else opened)
    refused = OpenKind.GET_READY in situation.choices.never
    if not ready:
        yield Open(OpenKind.GET_READY, GETTING_READY, ahead)
    if (ready or refused) and _page_is_open(situation):
        yield Open(OpenKind.CHOOSE_PAGE, session=ahead)


def _page_is_open(situation: Situation) -> bool:
    # Whoever sleeps on a page was at it: they are not asked again to begin it.
    chosen = situation.ticked or situation.nothing or situation.resting_since
    return bool(situation.candidates) and not chosen


def _look_again(situation: Situation, clock: Clock) -> Iterator[Open]:
    since, ahead = situation.resting_since, situation.interval.next
    now = clock.now()
    if since is None or (ahead is not None and now >= ahead.at):
        return
    if clock.local(now).date() > clock.local(since).date():
        yield Open(OpenKind.LOOK_AGAIN)


def _recall(situation: Situation, clock: Clock) -> Iterator[Open]:
    last = situation.interval.last
    if last is None or _days_since(last, clock) < RECALL_AFTER_DAYS:
        return
    if _done(situation, ECHO, last.at) and not _done(situation, RECALL, last.at):
        yield Open(OpenKind.RECALL, RECALL, last)


def _less(situation: Situation, clock: Clock) -> Iterator[Open]:
    began, today = situation.began_at, clock.local(clock.now()).date()
    if began is None or situation.choices.never >= AROUND_SESSIONS:
        return
    since = situation.choices.less_asked_on or clock.local(began).date()
    if (today - since).days >= LESS_EVERY_DAYS and situation.walked:
        yield Open(OpenKind.LESS)


def _homework(situation: Situation, clock: Clock) -> Iterator[Open]:
    one = situation.homework
    if one is not None and not _is_near(situation, clock):
        kind = OpenKind.HOMEWORK if one.path_id else OpenKind.HOMEWORK_TASK
        yield Open(kind, one.path_id, pack_id=one.pack_id)


def _free_choice(situation: Situation) -> Iterator[Open]:
    since = situation.interval.since
    in_interval = {w.path_id for w in situation.walked if since is None or w.happened_at >= since}
    if in_interval & {*situation.free_paths, *situation.pack_paths}:
        return
    latest = {w.path_id: w.happened_at for w in sorted(situation.walked, key=_when)}
    never = [path for path in situation.free_paths if path not in latest]
    ordered = never or sorted(situation.free_paths, key=lambda path: latest[path])
    if ordered:
        yield Open(OpenKind.REFLECT, ordered[0])


def _when(walked: Walked) -> datetime:
    return walked.happened_at
