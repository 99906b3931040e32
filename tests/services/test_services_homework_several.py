"""Several packs at once, and tasks that say little: each is kept and found as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.packs import SMALL, reading
from support.world import World

from companion.catalog.shelf import Bookshelf
from companion.domain.errors import UnknownPathError

if TYPE_CHECKING:
    from companion.services.open_notebook import OpenNotebook

MANY = [f"roof-{first}x{second}" for first in "abcdefghij" for second in "abcdefg"]
"""More packs than are held in memory at once."""


@pytest.fixture
def world() -> World:
    return World(shelf=Bookshelf())


def pack(name: str) -> str:
    return SMALL.replace('"windows"', f'"{name}"').replace('"Windows"', f'"{name.title()}"')


def test_a_task_without_a_plan_is_agreed_without_one(notebook: OpenNotebook) -> None:
    notebook.homework.add(reading())
    notebook.homework.take("windows", "open-it", tiny=True)
    (task,) = notebook.agreed.tasks()
    assert (task.what, task.plan, task.tiny) == ("Open a window and listen.", "", "")


def test_a_path_is_found_in_whichever_pack_it_stands(notebook: OpenNotebook) -> None:
    for name in ("windows", "doors"):
        notebook.homework.add(reading(pack(name)))
    for name in ("windows", "doors"):
        assert notebook.reflecting.path(f"{name}_view").pack == name.title()
        assert notebook.homework.path(name, f"{name}_view").title == "A view"
    with pytest.raises(UnknownPathError):
        notebook.reflecting.path("roofs_view")


def test_a_path_of_a_pack_that_is_set_aside_is_found_and_not_offered(
    notebook: OpenNotebook,
) -> None:
    for name in ("windows", "doors"):
        notebook.homework.add(reading(pack(name)))
    notebook.homework.set_aside("windows")
    assert notebook.reflecting.path("windows_view").title == "A view"
    offered = [one.id for one in notebook.reflecting.paths() if one.pack]
    assert offered == ["doors_view"]


def test_however_many_there_are_each_is_read_as_it_was_written(
    world: World, notebook: OpenNotebook
) -> None:
    for name in MANY:
        notebook.homework.add(reading(pack(name)))
    for opened in (notebook, world.opened()):
        kept = opened.homework.kept()
        assert [one.pack.id for one in kept] == MANY
        assert opened.homework.get(MANY[3]).pack == reading(pack(MANY[3])).pack
