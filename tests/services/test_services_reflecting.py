"""Walking a path: begun, kept as a draft, finished; nothing said, nothing kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from support.builders import a_path, a_reflection
from support.fakes import FakeShelf
from support.shelves import CLOSE, echo, every_path, recall, text

from companion.domain.answer import MapPoint
from companion.domain.errors import (
    NothingWrittenError,
    StorageError,
    UnknownPathError,
    UnknownReflectionError,
)
from companion.domain.path import Form, Place, Step, StepKind

if TYPE_CHECKING:
    from support.world import World

    from companion.domain.answer import Reflection
    from companion.domain.walk import Walk
    from companion.services.open_notebook import OpenNotebook

HOUR = timedelta(hours=1)


def said(notebook: OpenNotebook, walk: Walk, step_id: str, words: str) -> Walk:
    """The walk with some words at a step."""
    return replace(walk, at=step_id).answered(words, notebook.reflecting.new_answer_id)


def kept(world: World) -> list[Reflection]:
    return list(world.memory.reflections.values())


def echoed(notebook: OpenNotebook, **words: str) -> Reflection:
    """A finished echo."""
    walk = notebook.reflecting.begin("echo")
    for step_id, said_there in words.items():
        walk = said(notebook, walk, step_id, said_there)
    reflection = notebook.reflecting.finish(walk)
    assert reflection is not None
    return reflection


LOOK = recall().steps[1]
OTHER = text("other", "What else?")


def test_every_path_is_offered_in_the_shelfs_order(notebook: OpenNotebook) -> None:
    assert [path.id for path in notebook.reflecting.paths()] == [p.id for p in every_path()]


def test_beginning_keeps_nothing(world: World, notebook: OpenNotebook) -> None:
    walk = notebook.reflecting.begin("trust")
    assert (walk.path.id, walk.begun_as) == ("trust", Form.FULL)
    assert walk.started_at == walk.happened_at == world.clock.now()
    assert walk.journey_id == world.memory.journeys[0].id
    assert kept(world) == []


def test_an_unknown_path_is_told(notebook: OpenNotebook) -> None:
    with pytest.raises(UnknownPathError) as told:
        notebook.reflecting.begin("nowhere")
    assert told.value.details == {"path": "nowhere"}


def test_a_walk_can_be_about_an_earlier_moment_in_any_zone(
    world: World, notebook: OpenNotebook
) -> None:
    earlier = (world.clock.now() - HOUR).astimezone(timezone(timedelta(hours=-7)))
    walk = notebook.reflecting.begin("trust", happened_at=earlier)
    assert walk.happened_at == earlier
    assert walk.happened_at.tzinfo is UTC
    assert walk.started_at == world.clock.now()


def test_a_form_that_a_path_has_not_is_the_full_one(world: World, notebook: OpenNotebook) -> None:
    assert notebook.reflecting.begin("trust", Form.SHORT).begun_as is Form.SHORT
    assert notebook.reflecting.begin("hope", Form.SHORT).begun_as is Form.FULL
    always_full = frozenset({Form.FULL})
    only = a_path(text("a", "?", forms=always_full))
    bare = replace(only, steps=(only.steps[0], replace(CLOSE, forms=always_full)))
    world.shelf = FakeShelf([bare])
    walk = world.opened().reflecting.begin("small", Form.SHORT)
    assert walk.step.id == "a"


def test_a_draft_is_gone_on_with_where_it_stopped(notebook: OpenNotebook) -> None:
    walk = said(notebook, notebook.reflecting.begin("trust"), "scene", "a door").forward()
    notebook.reflecting.keep_draft(walk)
    assert notebook.reflecting.resume(walk.id) == walk


def test_a_draft_kept_again_is_one_draft(world: World, notebook: OpenNotebook) -> None:
    walk = said(notebook, notebook.reflecting.begin("trust"), "scene", "a door")
    notebook.reflecting.keep_draft(walk)
    notebook.reflecting.keep_draft(said(notebook, walk, "around", "a wall"))
    (draft,) = kept(world)
    assert draft.is_draft
    assert [answer.shown for answer in draft.answers] == ["a door", "a wall"]


def test_the_draft_of_a_path_is_the_newest_draft_if_it_is_of_that_path(
    world: World, notebook: OpenNotebook
) -> None:
    assert notebook.reflecting.draft_of("trust") is None
    walk = said(notebook, notebook.reflecting.begin("trust"), "scene", "a door")
    notebook.reflecting.keep_draft(walk)
    assert notebook.reflecting.draft_of("trust") == kept(world)[0]
    assert notebook.reflecting.draft_of("hope") is None


def test_a_walk_in_which_nothing_was_said_is_no_draft(world: World, notebook: OpenNotebook) -> None:
    walk = notebook.reflecting.begin("trust")
    notebook.reflecting.keep_draft(walk.forward())
    assert kept(world) == []


def test_taking_everything_back_takes_the_draft_back(world: World, notebook: OpenNotebook) -> None:
    walk = said(notebook, notebook.reflecting.begin("trust"), "scene", "a door")
    notebook.reflecting.keep_draft(walk)
    notebook.reflecting.keep_draft(walk.let_go())
    assert kept(world) == []


def test_what_can_not_be_gone_on_with_is_told(world: World, notebook: OpenNotebook) -> None:
    with pytest.raises(UnknownReflectionError):
        notebook.reflecting.resume("nowhere")
    world.memory.reflections["old"] = a_reflection("old", path_id="gone")
    with pytest.raises(UnknownPathError):
        notebook.reflecting.resume("old")


def test_finishing_keeps_what_was_said(world: World, notebook: OpenNotebook) -> None:
    walk = said(notebook, notebook.reflecting.begin("trust"), "scene", "a door")
    world.clock.advance(minutes=4)
    reflection = notebook.reflecting.finish(walk)
    assert reflection is not None
    assert reflection.finished_at == world.clock.now()
    assert kept(world) == [reflection]


def test_finishing_twice_keeps_one(world: World, notebook: OpenNotebook) -> None:
    walk = said(notebook, notebook.reflecting.begin("trust"), "scene", "a door")
    notebook.reflecting.finish(walk)
    notebook.reflecting.finish(walk)
    assert [one.id for one in kept(world)] == [walk.id]


def test_finishing_a_draft_leaves_no_draft(world: World, notebook: OpenNotebook) -> None:
    walk = said(notebook, notebook.reflecting.begin("trust"), "scene", "a door")
    notebook.reflecting.keep_draft(walk)
    notebook.reflecting.finish(notebook.reflecting.resume(walk.id))
    assert [one.is_draft for one in kept(world)] == [False]


def test_an_empty_walk_leaves_nothing(world: World, notebook: OpenNotebook) -> None:
    walk = said(notebook, notebook.reflecting.begin("trust"), "scene", "a door")
    notebook.reflecting.keep_draft(walk)
    assert notebook.reflecting.finish(walk.let_go()) is None
    assert kept(world) == []


def test_what_a_path_no_longer_asks_is_reason_enough_to_keep(
    world: World, notebook: OpenNotebook
) -> None:
    journey = world.memory.journeys[0].id
    old = a_reflection("old", journey_id=journey, path_id="trust")
    world.memory.reflections["old"] = old
    world.memory.order["old"] = 1
    walk = notebook.reflecting.resume("old")
    assert not walk.said
    notebook.reflecting.keep_draft(walk)
    assert notebook.reflecting.finish(walk) is not None
    assert kept(world)[0].answers == old.answers


def test_a_full_disk_is_told_and_the_words_are_still_in_the_walk(
    world: World, notebook: OpenNotebook
) -> None:
    walk = said(notebook, notebook.reflecting.begin("trust"), "scene", "a door")
    world.memory.writable = False
    with pytest.raises(StorageError):
        notebook.reflecting.keep_draft(walk)
    with pytest.raises(StorageError):
        notebook.reflecting.finish(walk)
    world.memory.writable = True
    assert notebook.reflecting.finish(walk)


def test_a_free_line_is_an_entry_of_its_own(world: World, notebook: OpenNotebook) -> None:
    note = notebook.reflecting.note(" a kite\x07\r\nin March \n", "A line", Place.PARKED)
    (answer,) = note.answers
    assert (note.path_id, note.title, note.is_draft) == ("note", "A line", False)
    assert note.finished_at == note.happened_at == world.clock.now()
    assert (answer.shown, answer.prompt, answer.place) == (
        "a kite\nin March",
        "A line",
        Place.PARKED,
    )
    assert kept(world) == [note]


def test_a_free_line_stays_here_unless_one_says_otherwise(notebook: OpenNotebook) -> None:
    assert notebook.reflecting.note("a kite", "A line").answers[0].place is Place.HERE


def test_a_free_line_kept_again_is_the_same_entry(world: World, notebook: OpenNotebook) -> None:
    before = notebook.reflecting.note("a kite", "A line")
    world.clock.advance(minutes=1)
    after = notebook.reflecting.note("a red kite", "A line", Place.PARKED, again=before)
    assert (after.id, after.happened_at) == (before.id, before.happened_at)
    assert after.answers[0].id == before.answers[0].id
    assert (after.answers[0].shown, after.answers[0].place) == ("a red kite", Place.PARKED)
    assert kept(world) == [after]


@pytest.mark.parametrize("words", ["", "  \n ", "\x00\x1b"])
def test_a_free_line_needs_words(world: World, notebook: OpenNotebook, words: str) -> None:
    with pytest.raises(NothingWrittenError):
        notebook.reflecting.note(words, "A line")
    assert kept(world) == []


def test_looking_back_shows_the_latest_echo_in_the_steps_order(
    world: World, notebook: OpenNotebook
) -> None:
    echoed(notebook, stayed="an old picture", agreed="an old task")
    world.clock.advance(days=7)
    echoed(notebook, stayed="a picture", agreed="a task")
    shown = [answer.shown for answer in notebook.reflecting.look_back(LOOK)]
    assert shown == ["a task", "a picture"]


def test_looking_back_leaves_the_drawer_shut(notebook: OpenNotebook) -> None:
    reflection = echoed(notebook, stayed="a picture", unsaid="not yet", agreed="a task")
    assert [a.step_id for a in notebook.reflecting.look_back(LOOK)] == ["agreed", "stayed"]
    unsaid = next(a for a in reflection.answers if a.step_id == "unsaid")
    notebook.journal.move(unsaid.id, Place.HERE)
    shown = [answer.step_id for answer in notebook.reflecting.look_back(LOOK)]
    assert shown == ["agreed", "stayed", "unsaid"]


def test_looking_back_does_not_look_at_drafts(notebook: OpenNotebook) -> None:
    walk = said(notebook, notebook.reflecting.begin("echo"), "stayed", "half a picture")
    notebook.reflecting.keep_draft(walk)
    assert notebook.reflecting.look_back(LOOK) == ()


def test_there_may_be_nothing_to_look_back_at(notebook: OpenNotebook) -> None:
    assert notebook.reflecting.look_back(LOOK) == ()
    assert notebook.reflecting.look_back(Step("look", StepKind.LOOK_BACK, "?")) == ()
    assert notebook.reflecting.look_back(echo().steps[0]) == ()


def steps(walk: Walk) -> list[str]:
    return [step.id for step in walk.steps]


def test_a_step_that_would_look_back_at_nothing_is_not_there(notebook: OpenNotebook) -> None:
    assert steps(notebook.reflecting.begin("recall")) == ["remember", "close"]
    echoed(notebook, stayed="a picture")
    assert steps(notebook.reflecting.begin("recall")) == ["remember", "look", "close"]


def test_what_is_in_the_drawer_alone_is_nothing_to_look_back_at(notebook: OpenNotebook) -> None:
    echoed(notebook, unsaid="not yet")
    assert steps(notebook.reflecting.begin("recall")) == ["remember", "close"]


def test_only_the_latest_walk_is_looked_back_at(world: World, notebook: OpenNotebook) -> None:
    echoed(notebook, stayed="an old picture")
    world.clock.advance(days=7)
    walk = replace(
        notebook.reflecting.begin("echo"), path=replace(echo(), steps=(OTHER, *echo().steps))
    )
    notebook.reflecting.finish(said(notebook, walk, "other", "something else"))
    assert steps(notebook.reflecting.begin("recall")) == ["remember", "close"]


def test_a_draft_finds_what_has_come_to_look_back_at_in_the_meantime(
    notebook: OpenNotebook,
) -> None:
    walk = said(notebook, notebook.reflecting.begin("recall"), "remember", "a kite")
    notebook.reflecting.keep_draft(walk)
    assert steps(notebook.reflecting.resume(walk.id)) == ["remember", "close"]
    echoed(notebook, stayed="a picture")
    resumed = notebook.reflecting.resume(walk.id)
    assert steps(resumed) == ["remember", "look", "close"]
    assert resumed.step.id == "remember"
    finished = notebook.reflecting.finish(resumed)
    assert finished is not None
    assert "look" in steps(notebook.reflecting.change(finished.id))


def test_a_draft_that_stopped_at_a_look_back_goes_on_there_whatever_became_of_it(
    notebook: OpenNotebook,
) -> None:
    seen = echoed(notebook, stayed="a picture")
    walk = said(notebook, notebook.reflecting.begin("recall"), "remember", "a kite").forward()
    notebook.reflecting.keep_draft(walk)
    notebook.journal.remove(seen.id)
    assert notebook.reflecting.resume(walk.id).step.id == "look"


def test_a_few_earlier_points_are_shown_the_latest_first(
    world: World, notebook: OpenNotebook
) -> None:
    for pleasant in range(7):
        walk = notebook.reflecting.begin("feelings")
        point = MapPoint(pleasant, 5)
        notebook.reflecting.finish(walk.answered(point, notebook.reflecting.new_answer_id))
        world.clock.advance(days=1)
    points = notebook.reflecting.earlier_points()
    assert [one.point.pleasant for one in points] == [6, 5, 4, 3, 2]
