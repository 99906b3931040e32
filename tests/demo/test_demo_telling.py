"""A story is written moment by moment; where it does not fit the paths, that is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from demo_machine import NOON, StillClock
from hypothesis import given
from hypothesis import strategies as st

from companion.demo.stand_ins import DemoVault
from companion.demo.story import Entry, Tick, load_story
from companion.demo.telling import Calendar, StoryClock, Teller
from companion.domain.errors import ContentError
from companion.domain.page import Mode
from companion.domain.path import Place
from companion.services.notebook import Notebook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from companion.bootstrap import Builder
    from companion.domain.answer import Value
    from companion.services.open_notebook import OpenNotebook

STORY = load_story("en")


@pytest.fixture
def clock() -> StoryClock:
    return StoryClock(StillClock())


@pytest.fixture
def opened(builder: Builder, place: Path, clock: StoryClock) -> Iterator[OpenNotebook]:
    around = replace(builder.surroundings(), clock=clock)
    notebook = Notebook(DemoVault(place / "notebook"), lambda: around)
    yield notebook.set_up("four plain words together")
    notebook.lock()


def tell(entry: Entry, opened: OpenNotebook, clock: StoryClock) -> None:
    story = replace(STORY, entries=(entry,), moves=())
    Teller(story, opened, clock, Calendar(story, clock)).tell("A free line")


def an_entry(
    path: str = "echo",
    answers: Mapping[str, Value] = MappingProxyType({"stayed": "A word."}),
    places: Mapping[str, Place] = MappingProxyType({}),
    ticked: tuple[Tick, ...] = (),
) -> Entry:
    first = STORY.entries[0]
    return replace(first, path=path, answers=answers, places=places, ticked=ticked)


def test_an_entry_that_fits_is_written(opened: OpenNotebook, clock: StoryClock) -> None:
    tell(an_entry(), opened, clock)
    assert opened.journal.height() == 1


@pytest.mark.parametrize(
    "entry",
    [
        an_entry(answers={"no-such-step": "A word."}),
        an_entry(answers={"stayed": 7}),
        an_entry(answers={"arrive": 11}),
        an_entry("getting-ready", {"would-help": ("no-such-option",)}),
        an_entry(answers={"arrive": 7}, places={"arrive": Place.PARKED}),
        an_entry(places={"line": Place.PARKED}),
        an_entry(ticked=(Tick("stayed", Mode.DISCUSS, ""),)),
        an_entry(ticked=(Tick("line", Mode.DISCUSS, ""),)),
    ],
    ids=[
        "a step that is not there",
        "a number where words belong",
        "a rating off the scale",
        "an option that is not there",
        "a rating with a place",
        "a place without an answer",
        "a tick of what was not parked",
        "a tick without an answer",
    ],
)
def test_an_entry_that_does_not_fit_is_told(
    opened: OpenNotebook, clock: StoryClock, entry: Entry
) -> None:
    with pytest.raises(ContentError) as problem:
        tell(entry, opened, clock)
    assert problem.value.details["file"] == "demo.toml"
    assert entry.path in str(problem.value.details["problem"])


@given(
    moment=st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001  hypothesis takes the bounds without a zone
    zone=st.sampled_from(["UTC", "Europe/Vienna", "Pacific/Auckland", "America/St_Johns"]),
)
def test_whatever_the_day_the_story_lies_behind_and_the_next_session_ahead(
    moment: datetime, zone: str
) -> None:
    calendar = Calendar(STORY, StillClock(moment, zone))
    sessions = [calendar.session(number) for number in range(1, STORY.sessions + 2)]
    assert sessions == sorted(sessions)
    assert calendar.beginning < sessions[0]
    assert sessions[-2] < moment < sessions[-1]
    assert all(calendar.entry(entry) < moment for entry in STORY.entries)


def test_the_clock_shows_the_storys_moment_and_then_the_real_one() -> None:
    clock = StoryClock(StillClock())
    earlier = NOON.replace(year=2025)
    clock.show(earlier)
    assert clock.now() == earlier
    clock.show(None)
    assert clock.now() == NOON
