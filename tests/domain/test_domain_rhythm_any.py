"""Whatever the situation: one thing is open, and never one that was refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from situations import FREE, LAST, today
from support.builders import a_session
from support.time import FixedClock

from companion.domain.choices import Choices
from companion.domain.journey import SessionState, interval_at
from companion.domain.path_ids import AFTER_PAGE, ECHO, GETTING_READY, RECALL
from companion.domain.rhythm import (
    REFUSABLE,
    OpenKind,
    Situation,
    Walked,
    open_now,
)

moments = st.integers(-24 * 40, 24 * 40).map(lambda hours: LAST.at + timedelta(hours=hours))
days = moments.map(datetime.date)
sessions = st.lists(
    st.builds(a_session, st.integers(1, 9), moments, st.sampled_from(SessionState)), max_size=5
)
walks = st.lists(
    st.builds(
        Walked,
        st.sampled_from([*FREE, ECHO, AFTER_PAGE, RECALL, GETTING_READY, "task"]),
        moments,
    ),
    max_size=8,
)
choices_made = st.builds(
    Choices,
    never=st.frozensets(st.sampled_from(REFUSABLE)),
    later=st.lists(st.tuples(st.sampled_from(OpenKind), days), max_size=4).map(tuple),
    paused=st.booleans(),
    paused_until=st.none() | days,
    less_asked_on=st.none() | days,
)


@st.composite
def moments_in_a_life(draw: st.DrawFn) -> tuple[Situation, FixedClock]:
    """Any situation, and the moment it is looked at, anywhere."""
    now = draw(moments)
    zone = draw(st.sampled_from(["Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles"]))
    found = Situation(
        interval=interval_at(draw(sessions), now),
        walked=draw(walks),
        free_paths=draw(st.sampled_from([FREE, FREE[:1], ()])),
        draft_id=draw(st.none() | st.just("draft")),
        candidates=draw(st.integers(0, 2)),
        ticked=draw(st.integers(0, 2)),
        choices=draw(choices_made),
        began_at=draw(st.none() | moments),
        closed=draw(st.booleans()) and draw(st.booleans()),
        brought=draw(st.booleans()),
        nothing=draw(st.booleans()),
        resting_since=draw(st.none() | moments),
    )
    return found, FixedClock(now, zone)


@given(moments_in_a_life())
def test_what_was_refused_is_never_open(life: tuple[Situation, FixedClock]) -> None:
    found, clock = life
    opened = open_now(found, clock).kind
    assert opened not in found.choices.never
    waits = {one for one, until in found.choices.later if today(clock) < until}
    if opened not in {OpenKind.NOTHING, OpenKind.PAUSED, OpenKind.CLOSED}:
        assert opened not in waits


ABOUT = {
    OpenKind.RESUME: {"draft_id"},
    OpenKind.SETTLE: {"session"},
    OpenKind.ECHO: {"session", "path_id"},
    OpenKind.AFTER_PAGE: {"session", "path_id"},
    OpenKind.GET_READY: {"session", "path_id"},
    OpenKind.CHOOSE_PAGE: {"session"},
    OpenKind.RECALL: {"session", "path_id"},
    OpenKind.REFLECT: {"path_id"},
}
"""What each kind of thing is about; all others are about nothing."""


@given(moments_in_a_life())
def test_one_thing_is_open_never_two(life: tuple[Situation, FixedClock]) -> None:
    opened = open_now(*life)
    about = {
        name
        for name in ("draft_id", "session", "path_id")
        if getattr(opened, name) not in {"", None}
    }
    assert about == ABOUT.get(opened.kind, set())


@given(moments_in_a_life())
def test_the_same_situation_has_the_same_answer(life: tuple[Situation, FixedClock]) -> None:
    found, clock = life
    again = replace(found, walked=tuple(found.walked), choices=replace(found.choices))
    assert len({open_now(one, clock) for one in (found, again, found)}) == 1


@given(moments_in_a_life(), st.data())
def test_the_order_in_which_things_were_written_makes_no_difference(
    life: tuple[Situation, FixedClock], data: st.DataObject
) -> None:
    found, clock = life
    shuffled = data.draw(st.permutations(found.walked))
    assert open_now(replace(found, walked=shuffled), clock) == open_now(found, clock)


@given(moments_in_a_life())
def test_whoever_refuses_more_is_offered_no_more(life: tuple[Situation, FixedClock]) -> None:
    found, clock = life
    refused = replace(found.choices, never=frozenset(REFUSABLE))
    quiet = open_now(replace(found, choices=refused), clock).kind
    assert quiet not in REFUSABLE


@given(moments_in_a_life())
def test_refusing_what_is_open_opens_something_else_that_was_not_refused(
    life: tuple[Situation, FixedClock],
) -> None:
    found, clock = life
    seen: set[OpenKind] = set()
    while (opened := open_now(found, clock).kind) in REFUSABLE:
        assert opened not in seen
        seen.add(opened)
        choices = replace(found.choices, never=found.choices.never | {opened})
        found = replace(found, choices=choices)
