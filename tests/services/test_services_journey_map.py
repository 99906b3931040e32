"""The way of a therapy from a whole notebook: names alone, and nothing that was kept back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_draft, a_reflection, a_session, an_answer
from support.time import NOW
from support.world import World

from companion.domain.errors import UnknownJourneyError
from companion.domain.journey import SessionState
from companion.domain.journey_map import Kind
from companion.domain.path import Place
from companion.domain.path_ids import AGREEMENT

if TYPE_CHECKING:
    from companion.domain.answer import Answer
    from companion.domain.journey_map import JourneyMap
    from companion.services.open_notebook import OpenNotebook

CANARY = "CANARY what only I may read"


def put(
    world: World,
    opened: OpenNotebook,
    days: float,
    path_id: str,
    *answers: Answer,
    draft: bool = False,
) -> None:
    """Keep a reflection about a day so many days back."""
    make = a_draft if draft else a_reflection
    at = NOW - timedelta(days=days)
    given = {"journey_id": opened.journeys.open.id, "path_id": path_id, "title": f"T {path_id}"}
    number = len(world.memory.reflections)
    opened.reflecting._reflections.put(make(f"r{number}", *answers, when=at, **given))


def hold(world: World, opened: OpenNotebook, *days: float) -> None:
    for number, back in enumerate(days, 1):
        session = a_session(number, NOW - timedelta(days=back), SessionState.HELD)
        journey_id = opened.journeys.open.id
        world.memory.sessions[session.id] = replace(session, journey_id=journey_id)


def named(opened: OpenNotebook, found: JourneyMap) -> dict[str, tuple[str, ...]]:
    titles = opened.journey_maps.titles(found.journey.id, found.marks)
    return {
        f"{mark.kind}{mark.number or ''}": its
        for mark, its in zip(found.marks, titles, strict=True)
        if its
    }


def test_what_was_reflected_on_stands_after_its_session_as_it_is_called_today(
    world: World, notebook: OpenNotebook
) -> None:
    hold(world, notebook, 21, 7)
    put(world, notebook, 22, "hope")
    put(world, notebook, 20, "echo")
    put(world, notebook, 19, "trust", draft=True)
    put(world, notebook, 18, "echo")
    put(world, notebook, 6, "from-a-pack")
    put(world, notebook, 5, "note", an_answer("n", CANARY))
    assert named(notebook, notebook.journey_maps.of()) == {
        "beginning": ("A way forward",),
        "session1": ("What stayed",),
        "session2": ("T from-a-pack",),
    }


def test_the_beginning_is_no_station_where_nothing_was_written_before_the_first_session(
    world: World, notebook: OpenNotebook
) -> None:
    hold(world, notebook, 7)
    assert notebook.journey_maps.of().marks[0].stretch is None
    put(world, notebook, 9, "note")
    assert notebook.journey_maps.of().marks[0].stretch is not None


def test_a_form_is_no_reflection_and_its_aim_has_a_mark_of_its_own(world: World) -> None:
    from companion.catalog.shelf import Bookshelf

    world.shelf = Bookshelf()
    opened = world.opened()
    put(world, opened, 3, AGREEMENT, an_answer("aim", "Sleep", step_id="work-on"))
    put(world, opened, 2, "task")
    found = opened.journey_maps.of()
    assert [mark.words for mark in found.marks if mark.kind is Kind.AIM] == ["Sleep"]
    assert not named(opened, found)


def test_each_therapy_has_a_way_of_its_own_the_closed_one_too(
    world: World, notebook: OpenNotebook
) -> None:
    hold(world, notebook, 7)
    first = notebook.journeys.open
    notebook.journeys.close(first.id)
    second = notebook.journeys.begin("Tuesdays")
    assert notebook.journey_maps.of().journey == second
    assert notebook.journey_maps.of(first.id).marks[-1].kind is Kind.CLOSED
    with pytest.raises(UnknownJourneyError):
        notebook.journey_maps.of("nowhere")


def test_the_list_of_a_stretch_is_what_was_written_in_it(
    world: World, notebook: OpenNotebook
) -> None:
    hold(world, notebook, 21, 7)
    for days in (22, 20, 14, 3):
        put(world, notebook, days, "note")
    maps, journey_id = notebook.journey_maps, notebook.journeys.open.id
    stretch = maps.of().marks[1].stretch
    assert stretch
    assert maps.height(journey_id, stretch) == 2
    assert [row.id for row in maps.rows(journey_id, stretch, 0, 9)] == ["r2", "r1"]


def test_a_pause_stands_where_it_began_and_one_of_the_same_day_does_not(
    world: World, notebook: OpenNotebook
) -> None:
    notebook.rhythm.pause()
    notebook.rhythm.resume()
    assert notebook.rhythm.pauses == []
    notebook.rhythm.pause()
    world.clock.advance(days=2)
    notebook.rhythm.pause()  # for longer; it is the same one
    world.clock.advance(days=5)
    notebook.rhythm.resume()
    notebook.rhythm.resume()
    assert notebook.rhythm.pauses == [NOW]
    kinds = [mark.kind for mark in notebook.journey_maps.of().marks]
    assert kinds == [Kind.BEGINNING, Kind.PAUSE, Kind.PRESENT, Kind.OPEN]


@pytest.mark.parametrize("kept", ["{", "[1]", '["soon"]', '["2026-03-01"]', "{}", "null"])
def test_pauses_that_cannot_be_read_are_none(
    world: World, notebook: OpenNotebook, kept: str
) -> None:
    world.memory.settings["pauses"] = kept
    assert notebook.rhythm.pauses == []


answers = st.builds(
    an_answer,
    st.uuids().map(str),
    st.just(CANARY),
    step_id=st.sampled_from(["work-on", "two-sentences", "how", "scene"]),
    place=st.sampled_from(Place),
)
walks = st.tuples(
    st.integers(0, 80),
    st.sampled_from([AGREEMENT, "sense", "bump", "echo", "trust", "note", "task"]),
    st.lists(answers, min_size=1, max_size=3),
    st.booleans(),
)


@given(st.lists(walks, max_size=8), st.lists(st.integers(0, 80), max_size=4, unique=True))
def test_no_word_of_an_answer_is_on_a_map_but_an_aim_that_may_be_shown(
    written: list[tuple[int, str, list, bool]], days: list[int]
) -> None:
    world = World()
    opened = world.opened()
    world.memory.journeys[0] = replace(
        world.memory.journeys[0], started_at=NOW - timedelta(days=90)
    )
    hold(world, opened, *days)
    for back, path_id, said, draft in written:
        put(world, opened, back, path_id, *said, draft=draft)
    found = opened.journey_maps.of()
    shown = [mark for mark in found.marks if CANARY in json.dumps(mark.words)]
    aims = {
        one.id
        for one in world.memory.reflections.values()
        for answer in one.answers
        if one.path_id == AGREEMENT and not one.is_draft
        if answer.step_id == "work-on" and answer.place is not Place.UNSAID
    }
    assert {mark.entry_id for mark in shown} <= aims
    assert all(mark.kind is Kind.AIM for mark in shown)
    assert CANARY not in json.dumps(opened.journey_maps.titles(found.journey.id, found.marks))
