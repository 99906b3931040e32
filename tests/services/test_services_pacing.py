"""What is offered after a reflection: that its free words wait for the session, all or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.builders import a_reflection, an_answer
from support.reflections import MemoryReflections

from companion.domain.errors import StorageError, UnknownReflectionError
from companion.domain.path import Place, StepKind

if TYPE_CHECKING:
    from support.world import World

    from companion.services.open_notebook import OpenNotebook

FINISHED = a_reflection(
    "one",
    an_answer("first", "a kite"),
    an_answer("rating", 7, kind=StepKind.RATING, shown="7"),
    an_answer("hidden", "a door", place=Place.UNSAID),
    an_answer("second", "a stone"),
)


def places(world: World) -> dict[str, Place]:
    return {one.id: one.place for one in world.memory.reflections["one"].answers}


def test_its_free_words_wait_for_the_session_and_nothing_else_moves(
    world: World, notebook: OpenNotebook
) -> None:
    MemoryReflections(world.memory).put(FINISHED)
    notebook.pacing.park(FINISHED)
    assert places(world) == {
        "first": Place.PARKED,
        "rating": Place.HERE,
        "hidden": Place.UNSAID,
        "second": Place.PARKED,
    }


def test_they_move_in_one_step_so_that_a_full_disk_moves_none(
    world: World, notebook: OpenNotebook
) -> None:
    MemoryReflections(world.memory).put(FINISHED)
    saves = world.memory.saves
    world.memory.writable = False
    with pytest.raises(StorageError):
        notebook.pacing.park(FINISHED)
    assert places(world)["first"] is places(world)["second"] is Place.HERE
    world.memory.writable = True
    notebook.pacing.park(FINISHED)
    assert world.memory.saves == saves + 1


def test_what_was_moved_meanwhile_is_not_moved_back(world: World, notebook: OpenNotebook) -> None:
    store = MemoryReflections(world.memory)
    store.put(FINISHED)
    store.move_answer("hidden", None)
    notebook.pacing.park(FINISHED)
    assert set(places(world)) == {"first", "rating", "second"}


def test_an_entry_that_was_removed_meanwhile_is_told(notebook: OpenNotebook) -> None:
    with pytest.raises(UnknownReflectionError):
        notebook.pacing.park(FINISHED)
