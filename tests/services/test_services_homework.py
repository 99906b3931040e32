"""Homework: added after a yes, kept with its therapy, taken, made tiny, left out."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from support.packs import SMALL, MemoryPacks, reading
from support.world import World

from companion.catalog.shelf import Bookshelf
from companion.domain.errors import UnknownPathError
from companion.domain.homework import PackState
from companion.domain.pack_errors import (
    PackRefusedError,
    PackThereAlreadyError,
    UnknownPackError,
    UnknownPackTaskError,
)
from companion.domain.path import Form, Place
from companion.domain.rhythm import OpenKind
from companion.domain.task import TaskState
from companion.services.homework import Became, may

if TYPE_CHECKING:
    from companion.services.open_notebook import OpenNotebook

WINDOWS, FIRST, SECOND, VIEW = "windows", "one-window", "open-it", "windows_view"


@pytest.fixture
def world() -> World:
    return World(shelf=Bookshelf())


def added(notebook: OpenNotebook, text: str = SMALL) -> OpenNotebook:
    notebook.homework.add(reading(text))
    return notebook


def became(notebook: OpenNotebook) -> list[Became]:
    homework = notebook.homework
    return [one.became for one in homework.tasks(homework.get(WINDOWS))]


def walk(notebook: OpenNotebook, *, finish: bool = True) -> str:
    begun = replace(notebook.reflecting.begin(VIEW), at="saw")
    said = begun.answered("a kite", notebook.reflecting.new_answer_id)
    if finish:
        notebook.reflecting.finish(said)
    else:
        notebook.reflecting.keep_draft(said)
    return begun.id


def held_now(world: World, notebook: OpenNotebook) -> None:
    """A session takes place, its echo is written, and the days after it have come."""
    world.clock.advance(hours=1)
    session = notebook.appointments.add(world.clock.now())
    notebook.appointments.held(session.number)
    world.clock.advance(days=2)


# Adding


def test_nothing_is_there_before_something_is_added(notebook: OpenNotebook) -> None:
    assert notebook.homework.kept() == []
    with pytest.raises(UnknownPackError):
        notebook.homework.get(WINDOWS)


def test_what_is_added_is_there_at_the_next_opening(world: World, notebook: OpenNotebook) -> None:
    added(notebook)
    (kept,) = world.opened().homework.kept()
    assert kept.pack == reading().pack
    assert kept.added_at == world.clock.now()


def test_adding_begins_nothing(notebook: OpenNotebook) -> None:
    added(notebook)
    assert notebook.agreed.tasks() == []
    assert became(notebook) == [Became.PROPOSED, Became.PROPOSED]
    assert notebook.journal.rows(0, 5) == []


def test_what_has_to_be_put_right_is_not_added(notebook: OpenNotebook) -> None:
    with pytest.raises(PackRefusedError):
        notebook.homework.add(reading(SMALL.replace("weeks = 2", "weeks = 99")))
    assert notebook.homework.kept() == []


def test_one_that_is_there_stays_as_it_is(notebook: OpenNotebook) -> None:
    added(notebook)
    notebook.homework.take(WINDOWS, FIRST)
    with pytest.raises(PackThereAlreadyError):
        notebook.homework.add(reading(SMALL.replace("Windows", "Doors")))
    assert notebook.homework.get(WINDOWS).pack.title == "Windows"
    assert became(notebook)[0] is Became.TAKEN


def test_homework_belongs_to_one_therapy(notebook: OpenNotebook) -> None:
    first = notebook.journeys.open
    added(notebook)
    notebook.journeys.begin("Fridays")
    assert notebook.homework.kept() == []
    with pytest.raises(UnknownPathError):
        notebook.reflecting.begin(VIEW)
    added(notebook, SMALL.replace("Windows", "Other windows"))
    notebook.journeys.turn_to(first.id)
    assert notebook.homework.get(WINDOWS).pack.title == "Windows"


def test_what_came_in_from_elsewhere_is_judged_anew(world: World, notebook: OpenNotebook) -> None:
    added(notebook)
    journey = notebook.journeys.open.id
    settings = world.memory.settings
    for name, value in {
        "hostile": json.dumps({"source": SMALL.replace("A view", "A \x1b view"), "added_at": "x"}),
        "empty": "",
        "no-json": "{",
        "deep": "[" * 50_000,
        "list": "[1]",
        "no-day": json.dumps({"source": SMALL, "added_at": "yesterday"}),
        "numbers": json.dumps({"source": 3, "added_at": 4}),
    }.items():
        settings[f"pack.{journey}.{name}"] = value
    assert [one.pack.id for one in notebook.homework.kept()] == [WINDOWS]


# Tasks


def test_a_task_that_is_taken_is_what_the_two_agreed(notebook: OpenNotebook) -> None:
    added(notebook).homework.take(WINDOWS, FIRST)
    (task,) = notebook.agreed.tasks()
    assert task.what == "Look out of one window, and name what moves."
    assert task.for_what == "To rest your eyes on something that wants nothing."
    assert task.plan == "When the kettle is on, I will look out until it boils"
    assert (task.tiny, task.state) == ("", TaskState.OPEN)
    assert became(notebook) == [Became.TAKEN, Became.PROPOSED]


def test_its_words_may_be_changed_like_any_others(notebook: OpenNotebook) -> None:
    added(notebook).homework.take(WINDOWS, FIRST)
    (task,) = notebook.agreed.tasks()
    walk = notebook.agreed.change_task(task.id)
    notebook.reflecting.finish(walk.answered("Look up", notebook.reflecting.new_answer_id))
    one = notebook.homework.tasks(notebook.homework.get(WINDOWS))[0]
    assert one.agreed is not None
    assert one.agreed.now == "Look up"


def test_the_tiny_version_can_be_taken_at_once_or_later(notebook: OpenNotebook) -> None:
    added(notebook).homework.take(WINDOWS, FIRST, tiny=True)
    (task,) = notebook.agreed.tasks()
    assert (task.now, task.what[:8]) == ("Look up once.", "Look out")
    other = SMALL.replace('"windows"', '"doors"')
    added(notebook, other).homework.take("doors", FIRST)
    notebook.homework.take("doors", FIRST, tiny=True)
    assert [task.now for task in notebook.agreed.tasks()] == ["Look up once."] * 2


def test_taking_twice_takes_once(notebook: OpenNotebook) -> None:
    added(notebook).homework.take(WINDOWS, FIRST)
    notebook.homework.take(WINDOWS, FIRST)
    assert len(notebook.agreed.tasks()) == 1


def test_what_is_left_out_is_nowhere_but_in_the_pack(notebook: OpenNotebook) -> None:
    added(notebook).homework.leave(WINDOWS, FIRST)
    assert notebook.agreed.tasks() == []
    assert became(notebook) == [Became.LEFT, Became.PROPOSED]
    notebook.homework.take(WINDOWS, FIRST)
    assert became(notebook) == [Became.TAKEN, Became.PROPOSED]


def test_a_taken_task_that_is_left_out_is_let_drop_and_can_be_taken_up(
    notebook: OpenNotebook,
) -> None:
    added(notebook).homework.take(WINDOWS, FIRST)
    notebook.homework.leave(WINDOWS, FIRST)
    assert [task.state for task in notebook.agreed.tasks()] == [TaskState.DROPPED]
    assert became(notebook)[0] is Became.LEFT
    notebook.homework.take(WINDOWS, FIRST)
    assert [task.state for task in notebook.agreed.tasks()] == [TaskState.OPEN]
    assert became(notebook)[0] is Became.TAKEN


def test_letting_it_drop_among_the_tasks_leaves_it_out_of_the_pack(
    notebook: OpenNotebook,
) -> None:
    added(notebook).homework.take(WINDOWS, FIRST)
    notebook.agreed.let_drop(notebook.agreed.tasks()[0].id)
    assert became(notebook)[0] is Became.LEFT


def test_a_task_whose_entry_was_removed_is_not_proposed_again(notebook: OpenNotebook) -> None:
    added(notebook).homework.take(WINDOWS, FIRST)
    notebook.journal.remove(notebook.agreed.tasks()[0].id)
    assert became(notebook)[0] is Became.LEFT
    notebook.homework.take(WINDOWS, FIRST)
    assert became(notebook)[0] is Became.TAKEN


def test_what_can_be_done_with_a_task_follows_from_how_it_stands(notebook: OpenNotebook) -> None:
    homework = added(notebook).homework

    def possible(index: int) -> list[str]:
        one = homework.tasks(homework.get(WINDOWS))[index]
        return [what for what in ("take", "tiny", "leave") if may(one, what)]

    assert possible(0) == ["take", "tiny", "leave"]
    assert possible(1) == ["take", "leave"]
    homework.take(WINDOWS, FIRST)
    assert possible(0) == ["tiny", "leave"]
    homework.take(WINDOWS, FIRST, tiny=True)
    assert possible(0) == ["leave"]
    homework.leave(WINDOWS, FIRST)
    assert possible(0) == ["take", "tiny"]


def test_a_name_nothing_has_is_told(notebook: OpenNotebook) -> None:
    with pytest.raises(UnknownPackTaskError):
        added(notebook).homework.take(WINDOWS, "gone")
    with pytest.raises(UnknownPackError):
        notebook.homework.leave("gone", FIRST)
    with pytest.raises(UnknownPathError):
        notebook.homework.path(WINDOWS, "gone")


# Paths


def test_its_reflections_are_among_those_to_choose_from(notebook: OpenNotebook) -> None:
    before = notebook.reflecting.paths()
    after = added(notebook).reflecting.paths()
    assert after[: len(before)] == before
    assert [(path.id, path.pack) for path in after[len(before) :]] == [(VIEW, "Windows")]


def test_what_is_written_has_the_paths_title_in_the_journal(notebook: OpenNotebook) -> None:
    walk(added(notebook))
    (row,) = notebook.journal.rows(0, 5)
    assert (row.title, row.path_id) == ("A view", VIEW)
    assert [one.title for one in notebook.journal.search("kite")] == ["A view"]


def test_an_answer_stays_here_and_is_no_candidate_for_the_page(notebook: OpenNotebook) -> None:
    entry = notebook.journal.entry(walk(added(notebook)))
    assert [answer.place for answer in entry.answers] == [Place.HERE]
    assert notebook.pages.desk().candidates == ()


# Setting aside, taking out


def test_what_is_set_aside_is_not_offered_and_can_be_gone_on_with(notebook: OpenNotebook) -> None:
    draft = walk(added(notebook), finish=False)
    notebook.homework.set_aside(WINDOWS)
    assert notebook.homework.state(notebook.homework.get(WINDOWS)) is PackState.ASIDE
    assert VIEW not in {path.id for path in notebook.reflecting.paths()}
    assert notebook.home.view().open.kind is OpenKind.RESUME
    assert notebook.home.view().open_title == "A view"
    notebook.reflecting.finish(notebook.reflecting.resume(draft))
    assert notebook.home.view().open.kind is OpenKind.REFLECT
    notebook.homework.set_aside(WINDOWS, aside=False)
    assert VIEW in {path.id for path in notebook.reflecting.paths()}


def test_what_is_taken_out_leaves_what_was_written(notebook: OpenNotebook) -> None:
    finished = walk(added(notebook))
    draft = walk(notebook, finish=False)
    notebook.homework.take(WINDOWS, FIRST)
    notebook.homework.remove(WINDOWS)
    assert notebook.homework.kept() == []
    assert notebook.journal.entry(finished).title == "A view"
    assert not notebook.journal.entry(draft).is_draft
    assert len(notebook.agreed.tasks()) == 1


def test_nothing_of_it_is_left_in_the_settings(world: World, notebook: OpenNotebook) -> None:
    added(notebook).homework.remove(WINDOWS)
    assert not any("Windows" in value for value in world.memory.settings.values())


@pytest.mark.parametrize(
    ("length", "after", "held", "state"),
    [
        ("weeks = 2", timedelta(days=14), 0, PackState.OPEN),
        ("weeks = 2", timedelta(days=14, minutes=1), 0, PackState.OVER),
        ("sessions = 1", timedelta(days=300), 0, PackState.OPEN),
        ("sessions = 1", timedelta(days=1), 1, PackState.OVER),
        ("", timedelta(days=3000), 3, PackState.OPEN),
    ],
)
def test_its_time_passes_quietly(
    world: World,
    notebook: OpenNotebook,
    length: str,
    after: timedelta,
    held: int,
    state: PackState,
) -> None:
    added(notebook, SMALL.replace("weeks = 2", length))
    for _ in range(held):
        world.clock.advance(hours=1)
        notebook.appointments.held(notebook.appointments.add(world.clock.now()).number)
    world.clock.advance(seconds=(after - timedelta(hours=held)).total_seconds())
    assert notebook.homework.state(notebook.homework.get(WINDOWS)) is state
    assert VIEW in {path.id for path in notebook.reflecting.paths()}


# On home


def test_home_offers_one_thing_of_it_an_interval(world: World, notebook: OpenNotebook) -> None:
    view = added(notebook).home.view()
    assert (view.open.kind, view.open.pack_id) == (OpenKind.HOMEWORK_TASK, WINDOWS)
    assert view.open_title == "Look out of one window, and name what moves."
    notebook.homework.take(WINDOWS, FIRST)
    assert notebook.home.view().open.kind is OpenKind.REFLECT
    held_now(world, notebook)
    view = notebook.home.view()
    assert (view.open.kind, view.open.path_id) == (OpenKind.HOMEWORK, VIEW)
    assert (view.open_title, view.open_minutes) == ("A view", 3)
    walk(notebook)
    view = notebook.home.view()
    assert view.open.kind is OpenKind.NOTHING
    assert [(mark.title, mark.path_id) for mark in view.marks] == [("A view", "homework")]
    held_now(world, notebook)
    assert notebook.home.view().open.kind is OpenKind.HOMEWORK_TASK
    notebook.homework.leave(WINDOWS, SECOND)
    held_now(world, notebook)
    assert notebook.home.view().open.kind is OpenKind.REFLECT


def test_it_is_refused_for_good_or_for_today_like_anything_else(
    world: World, notebook: OpenNotebook
) -> None:
    kind = added(notebook).home.view().open.kind
    notebook.rhythm.later(kind)
    assert notebook.home.view().open.kind is OpenKind.REFLECT
    world.clock.advance(days=1)
    assert notebook.home.view().open.kind is kind
    notebook.rhythm.never(kind)
    world.clock.advance(days=1)
    assert notebook.home.view().open.kind is OpenKind.REFLECT
    notebook.rhythm.allow(kind)
    notebook.rhythm.less(only_around_sessions=True)
    assert notebook.home.view().open.kind is OpenKind.NOTHING
    notebook.rhythm.pause()
    assert notebook.home.view().open.kind is OpenKind.PAUSED


def test_what_is_nearer_comes_first(world: World, notebook: OpenNotebook) -> None:
    added(notebook)
    notebook.appointments.add(world.clock.now() + timedelta(hours=20))
    assert notebook.home.view().open.kind is OpenKind.GET_READY
    notebook.rhythm.never(OpenKind.GET_READY)
    assert notebook.home.view().open.kind is OpenKind.REFLECT


def test_of_two_the_one_added_first_is_offered(world: World, notebook: OpenNotebook) -> None:
    added(notebook)
    world.clock.advance(hours=1)
    added(notebook, SMALL.replace('"windows"', '"doors"'))
    assert notebook.home.view().open.pack_id == WINDOWS
    notebook.homework.set_aside(WINDOWS)
    assert notebook.home.view().open.pack_id == "doors"


def test_a_short_form_of_it_is_no_deep_reflection(notebook: OpenNotebook) -> None:
    path = added(notebook).reflecting.path(VIEW)
    assert path.form_of(Form.ONE) is Form.SHORT
    assert not path.is_deep


def test_what_companion_ships_with_is_read_by_name(world: World) -> None:
    world.packs = MemoryPacks(windows=SMALL, broken="x")
    homework = world.opened().homework
    assert [pack.id for pack in homework.shipped()] == [WINDOWS]
    assert homework.read_shipped(WINDOWS).pack is not None
    with pytest.raises(UnknownPackError):
        homework.read_shipped("gone")
