"""Where there is no guide, no keyboard, no pack and nothing to keep, nothing goes wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from support.fakes import FakeShelf, MemoryPreferences
from support.shelves import recall, trust
from support.time import NOW, CounterIds, FixedClock
from support.world import World

from companion.domain.preferences import Preferences
from companion.domain.rhythm import OpenKind
from companion.services.guide import NoGuide
from companion.services.preferences import PreferenceKeeper
from companion.services.previewing import preview
from companion.services.setting_choices import BESIDE, ORDER, STEPPED, choose
from companion.services.small_thing import BUTTONS, answer

if TYPE_CHECKING:
    from companion.services.guide import GuidePages
    from companion.services.house import House


def test_a_guide_without_pages_has_nothing_to_read_whatever_is_asked() -> None:
    guide: GuidePages = NoGuide()
    assert guide.topics() == []
    assert (guide.page("privacy"), guide.language("privacy")) == ("", "")
    assert not guide.is_program("privacy")


def test_without_an_app_keys_mean_nothing_and_the_file_is_as_it_was() -> None:
    file = MemoryPreferences(Preferences(keys={"home.note": "z"}))
    keeper = PreferenceKeeper(file)
    assert keeper.keys_of("home.note") == ""
    assert keeper.keymap == {}
    assert file.kept.keys == {"home.note": "z"}


def test_walking_to_see_what_is_asked_keeps_and_remembers_nothing() -> None:
    looked, walk = preview(recall(), FixedClock(), CounterIds())
    said = replace(walk, at=walk.path.steps[0].id)
    looked.reflecting.keep_draft(said)
    assert looked.reflecting.finish(said) is None
    assert looked.reflecting.look_back(recall().steps[1]) == ()
    assert not looked.pacing.long_enough(NOW - timedelta(days=1))


def test_what_has_no_few_values_is_not_chosen_among_them() -> None:
    file = MemoryPreferences()
    house = SimpleNamespace(preferences=PreferenceKeeper(file))
    for name in {*ORDER, *BESIDE} - {*STEPPED}:
        choose(cast("House", house), name, "GB")
    assert (file.kept, file.names) == (Preferences(), [])


def test_where_no_path_asks_for_words_there_are_none_to_arrange() -> None:
    notebook = World(shelf=FakeShelf([trust()])).opened()
    assert notebook.vocabulary.groups() == ()
    notebook.vocabulary.add("wobbly", "tense")
    assert notebook.vocabulary.groups() == ()


@pytest.mark.parametrize("kind", OpenKind)
def test_an_answer_that_begins_something_or_looks_elsewhere_keeps_nothing(kind: OpenKind) -> None:
    world = World()
    rhythm, saves = world.opened().rhythm, world.memory.saves
    said = {"later", "never", "as-it-is", "around-sessions", "pause", "resume"}
    for name in set(BUTTONS[kind]) - said:
        answer(rhythm, kind, name)
    assert world.memory.saves == saves


def test_what_can_not_be_refused_for_good_is_not_offered_before_tomorrow() -> None:
    world = World()
    rhythm = world.opened().rhythm
    rhythm.never(OpenKind.SETTLE)
    assert rhythm.choices.never == frozenset()
    tomorrow = world.clock.local(world.clock.now()).date() + timedelta(days=1)
    assert rhythm.choices.later == ((OpenKind.SETTLE, tomorrow),)
