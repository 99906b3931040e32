"""Reading what was written: the list, one entry, a search."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from support.builders import a_reflection, an_answer
from support.reflections import MemoryReflections

from companion.domain.errors import AmbiguousReflectionError, UnknownReflectionError
from companion.domain.path import Place
from companion.services.journal import SEARCH_LIMIT

if TYPE_CHECKING:
    from support.world import World

    from companion.services.open_notebook import OpenNotebook


def wrote(world: World, *ids: str, days_apart: float = 1, words: str = "a kite") -> None:
    """Keep reflections of these ids, one a day."""
    store, journey = MemoryReflections(world.memory), world.memory.journeys[0].id
    for number, reflection_id in enumerate(ids):
        when = world.clock.now() + timedelta(days=number * days_apart)
        answer = an_answer(f"{reflection_id}.a", words)
        store.put(a_reflection(reflection_id, answer, when=when, journey_id=journey))


def test_the_list_shows_the_latest_first_in_windows(world: World, notebook: OpenNotebook) -> None:
    wrote(world, "a", "b", "c")
    assert notebook.journal.height() == 3
    assert [row.id for row in notebook.journal.rows(0, 2)] == ["c", "b"]
    assert [row.id for row in notebook.journal.rows(2, 2)] == ["a"]


def test_an_empty_notebook_has_an_empty_list(notebook: OpenNotebook) -> None:
    assert notebook.journal.height() == 0
    assert notebook.journal.rows(0, 9) == []


@pytest.mark.parametrize("given", ["abcd", "abc", "a"])
def test_the_beginning_of_an_id_is_enough(world: World, notebook: OpenNotebook, given: str) -> None:
    wrote(world, "abcd", "bcd")
    assert notebook.journal.entry(given).id == "abcd"


def test_an_id_that_others_begin_with_is_meant_itself(world: World, notebook: OpenNotebook) -> None:
    wrote(world, "k11", "k1", "k12", "k13")
    assert notebook.journal.entry("k1").id == "k1"


@pytest.mark.parametrize("given", ["x", "abcde", ""])
def test_an_id_of_nothing_is_told(world: World, notebook: OpenNotebook, given: str) -> None:
    wrote(world, "abcd")
    with pytest.raises(UnknownReflectionError) as told:
        notebook.journal.entry(given)
    assert told.value.details == {"id": given}


def test_the_beginning_of_several_ids_is_too_short(world: World, notebook: OpenNotebook) -> None:
    wrote(world, "k1", "k2")
    with pytest.raises(AmbiguousReflectionError) as told:
        notebook.journal.entry("k")
    assert told.value.details == {"id": "k"}


def test_a_search_finds_entries(world: World, notebook: OpenNotebook) -> None:
    wrote(world, "a", words="a red kite")
    wrote(world, "b", words="a door")
    assert [row.id for row in notebook.journal.search("KIT red")] == ["a"]
    assert notebook.journal.search("kit door") == []


@pytest.mark.parametrize("words", ["", "  ", "\n"])
def test_a_search_for_no_words_finds_none(world: World, notebook: OpenNotebook, words: str) -> None:
    wrote(world, "a")
    assert notebook.journal.search(words) == []


def test_a_search_shows_no_more_than_a_list_can_hold(world: World, notebook: OpenNotebook) -> None:
    wrote(world, *(f"id-{number}" for number in range(SEARCH_LIMIT + 5)))
    assert len(notebook.journal.search("kite")) == SEARCH_LIMIT
    assert len(notebook.journal.search("kite", 3)) == 3


def test_an_answer_can_be_moved_and_let_go(world: World, notebook: OpenNotebook) -> None:
    wrote(world, "a")
    notebook.journal.move("a.a", Place.UNSAID)
    assert notebook.journal.entry("a").answers[0].place is Place.UNSAID
    notebook.journal.move("a.a", None)
    assert notebook.journal.entry("a").answers == ()


def test_an_entry_can_be_removed_for_good(world: World, notebook: OpenNotebook) -> None:
    wrote(world, "a")
    notebook.journal.remove("a")
    with pytest.raises(UnknownReflectionError):
        notebook.journal.entry("a")
    notebook.journal.remove("a")
