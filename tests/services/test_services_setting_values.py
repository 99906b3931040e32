"""Settings that came in from elsewhere: whatever stands in one, nothing of companion stops."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.time import NOW
from support.world import World

from companion.domain.archive import EXPORTED
from companion.domain.choices import Choices
from companion.domain.own_help import PEOPLE, STEPS
from companion.domain.pack import kept_as
from companion.domain.rhythm import REFUSABLE, OpenKind
from companion.domain.setting_values import from_kept, kept_day, kept_moment

if TYPE_CHECKING:
    from companion.services.open_notebook import OpenNotebook

SETTINGS = (
    *(EXPORTED, "words", "rhythm", "pauses", "page.second", "page.marks.nothing"),
    *("page.marks.resting", PEOPLE, STEPS),
)
FIRST, LAST = "0001-01-01", "9999-12-31"
HOSTILE = (
    "[" * 200_000,
    '{"a":' * 100_000,
    "[" * 5_000 + "]" * 5_000,
    "9" * 6_000,
    "NaN",
    '"\\ud800"',
    "[[]]",
    '{"added": [1], "hidden": 7, "moved": null}',
    json.dumps({"later": dict.fromkeys(REFUSABLE, LAST), "until": FIRST, "less": LAST}),
    json.dumps([f"{FIRST}T00:00:00+14:00"]),
    json.dumps({"": f"{LAST}T23:59:59-14:00", "s1": f"{FIRST}T00:00:00+14:00"}),
    json.dumps([["/a", "page", f"{FIRST}T00:00:00+14:00", "x"]]),
)


@pytest.fixture
def world() -> World:
    return World()


def looked_at(opened: OpenNotebook) -> None:
    """Ask everything that reads a private setting what it makes of it."""
    opened.exported.files()
    opened.vocabulary.groups()
    opened.home.view()
    opened.rhythm.pause()
    opened.rhythm.resume()
    opened.pages.desk()
    opened.books.desk()
    opened.own_help.read()
    opened.homework.kept()


@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: value[:12])
def test_no_setting_stops_anything(world: World, value: str) -> None:
    opened = world.opened()
    journey = world.memory.journeys[0].id
    for name in (*SETTINGS, f"book.ticked.{journey}", kept_as(journey, "windows")):
        world.memory.settings[name] = value
    looked_at(opened)


def test_a_word_of_elsewhere_holds_nothing_that_a_terminal_obeys(world: World) -> None:
    opened = world.opened()
    world.memory.settings["words"] = json.dumps({"added": {"calm\x1b]0;x\x07\n\u202e": "a"}})
    assert list(opened.vocabulary.own.added) == ["calm]0;x"]


def test_what_was_refused_holds_beside_a_kind_of_another_version(world: World) -> None:
    opened = world.opened()
    world.memory.settings["rhythm"] = json.dumps(
        {"never": ["echo", "of-a-later-version"], "later": {"of-a-later-version": "2030-01-01"}}
    )
    choices = opened.rhythm.choices
    assert choices == Choices(never=frozenset({OpenKind.ECHO}))
    assert {type(kind) for kind in choices.never} == {OpenKind}


def test_a_saved_file_is_remembered_beside_one_of_another_version(world: World) -> None:
    opened = world.opened()
    rows = [
        ["/a", "of-a-later-version", NOW.isoformat(), "x"],
        ["/b", "page", NOW.isoformat(), "y"],
    ]
    world.memory.settings[EXPORTED] = json.dumps(rows)
    assert [one.file for one in opened.exported.files()] == [Path("/b")]


def test_the_ends_of_the_calendar_are_no_moments_and_no_days() -> None:
    for text in (f"{FIRST}T00:00:00+14:00", f"{LAST}T23:59:59-14:00", "2026-01-01T10:00:00"):
        with pytest.raises(ValueError, match="zone"):
            kept_moment(text)
    for text in (FIRST, LAST):
        with pytest.raises(ValueError, match="count"):
            kept_day(text)


def test_what_is_nested_too_deep_is_told_like_what_is_no_json() -> None:
    with pytest.raises(ValueError, match="deep"):
        from_kept(HOSTILE[0])
    assert from_kept("") is None
