"""The drawer: what is in it, how it moves, what is tried, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from companion.domain.errors import NotForThePageError, StorageError, UnknownReflectionError
from companion.domain.ladder import Became, Rung, Size
from companion.domain.path import Place

if TYPE_CHECKING:
    from support.world import World

    from companion.services.open_notebook import OpenNotebook

WORDS = "the silence was too long"


def put_in(notebook: OpenNotebook, words: str = WORDS) -> str:
    """A line that goes into the drawer; gives its answer's id."""
    return notebook.reflecting.note(words, "A line", Place.UNSAID).answers[0].id


def never_on_a_page(world: World, notebook: OpenNotebook) -> str:
    """A line in the drawer whose question belongs to no part of a page."""
    one = put_in(notebook)
    for entry in list(world.memory.reflections.values()):
        answers = tuple(replace(answer, section=None) for answer in entry.answers)
        world.memory.reflections[entry.id] = replace(entry, answers=answers)
    return one


def texts(notebook: OpenNotebook, *rungs: Rung) -> list[str]:
    return [one.text for one in notebook.drawer.items(*rungs)]


def test_all_that_is_in_it_comes_the_latest_first_or_only_what_is_on_some_rungs(
    world: World, notebook: OpenNotebook
) -> None:
    first = put_in(notebook, "first")
    world.clock.advance(days=1)
    put_in(notebook, "second")
    world.clock.advance(days=1)
    third = put_in(notebook, "third")
    notebook.drawer.move(first, Rung.MAYBE)
    notebook.drawer.move(third, Rung.BRING)
    assert texts(notebook) == ["third", "second", "first"]
    assert texts(notebook, Rung.MAYBE) == ["first"]
    assert texts(notebook, Rung.KEEP, Rung.BRING) == ["third", "second"]
    assert texts(notebook, Rung.SAID) == []


def test_what_is_not_in_it_can_not_be_looked_at_or_moved(notebook: OpenNotebook) -> None:
    elsewhere = notebook.reflecting.note("an open line", "A line").answers[0].id
    for answer_id in (elsewhere, "nothing"):
        with pytest.raises(UnknownReflectionError):
            notebook.drawer.item(answer_id)
        with pytest.raises(UnknownReflectionError):
            notebook.drawer.move(answer_id, Rung.MAYBE)


def test_a_move_is_kept_with_its_moment(world: World, notebook: OpenNotebook) -> None:
    one = put_in(notebook)
    world.clock.advance(days=2)
    moved = notebook.drawer.move(one, Rung.MAYBE)
    assert (moved.standing.rung, moved.standing.moved_at) == (Rung.MAYBE, world.clock.now())
    assert world.opened().drawer.item(one) == moved


def test_staying_on_a_rung_writes_nothing(world: World, notebook: OpenNotebook) -> None:
    one = put_in(notebook)
    before, saves = notebook.drawer.move(one, Rung.MAYBE), world.memory.saves
    world.clock.advance(days=2)
    assert notebook.drawer.move(one, Rung.MAYBE) == before
    assert world.memory.saves == saves


def test_what_is_never_on_a_page_can_not_be_brought_and_stays_where_it_is(
    world: World, notebook: OpenNotebook
) -> None:
    one = never_on_a_page(world, notebook)
    notebook.drawer.move(one, Rung.REHEARSE)
    with pytest.raises(NotForThePageError):
        notebook.drawer.move(one, Rung.BRING)
    assert notebook.drawer.item(one).standing.rung is Rung.REHEARSE
    assert notebook.drawer.move(one, Rung.SAID).standing.rung is Rung.SAID


def test_words_that_were_tried_are_made_safe_and_kept_in_their_size(
    world: World, notebook: OpenNotebook
) -> None:
    one = put_in(notebook)
    notebook.drawer.rehearse(one, Size.ALL, "all of it\nin two lines")
    tried = notebook.drawer.rehearse(one, Size.SENTENCE, " I felt\x1b[1m alone. \n")
    assert tried.standing.rehearsal.of(Size.SENTENCE) == "I felt[1m alone."
    assert tried.standing.rehearsal.of(Size.ALL) == "all of it\nin two lines"
    assert world.opened().drawer.item(one) == tried


def test_a_size_is_brought_once_it_was_chosen_and_has_words(notebook: OpenNotebook) -> None:
    one = put_in(notebook)
    notebook.drawer.rehearse(one, Size.SENTENCE, "I felt alone.")
    assert notebook.drawer.item(one).words_to_bring == WORDS
    assert notebook.drawer.bring_as(one, Size.SENTENCE).words_to_bring == "I felt alone."
    assert notebook.drawer.bring_as(one, None).words_to_bring == WORDS


def test_a_size_without_words_can_not_be_chosen(notebook: OpenNotebook) -> None:
    one = put_in(notebook)
    notebook.drawer.rehearse(one, Size.SENTENCE, "I felt alone.")
    notebook.drawer.bring_as(one, Size.SENTENCE)
    assert notebook.drawer.bring_as(one, Size.LINES).standing.brings is None


def test_a_chosen_size_stays_chosen_until_its_own_words_are_taken_back(
    notebook: OpenNotebook,
) -> None:
    one = put_in(notebook)
    notebook.drawer.rehearse(one, Size.SENTENCE, "I felt alone.")
    notebook.drawer.bring_as(one, Size.SENTENCE)
    notebook.drawer.rehearse(one, Size.ALL, "")
    assert notebook.drawer.rehearse(one, Size.SENTENCE, "Alone.").words_to_bring == "Alone."
    assert notebook.drawer.rehearse(one, Size.SENTENCE, " ").standing.brings is None


def test_what_came_of_it_puts_it_on_said_and_into_the_repair_log(
    world: World, notebook: OpenNotebook
) -> None:
    one, other = put_in(notebook), put_in(notebook, "another thing")
    world.clock.advance(days=2)
    said = notebook.drawer.happened(one, Became.THROUGH, " We laughed.\x07 ")
    notebook.drawer.happened(other, Became.NOT_YET, "")
    assert (said.standing.rung, said.standing.moved_at) == (Rung.SAID, world.clock.now())
    assert (said.standing.became, said.standing.after) == (Became.THROUGH, "We laughed.")
    assert world.opened().drawer.repairs() == [said]


def test_what_came_of_it_can_be_taken_back(notebook: OpenNotebook) -> None:
    one = put_in(notebook)
    notebook.drawer.happened(one, Became.THROUGH, "We laughed.")
    taken = notebook.drawer.happened(one, None, "")
    assert (taken.standing.rung, taken.standing.became, taken.standing.after) == (
        Rung.SAID,
        None,
        "",
    )
    assert notebook.drawer.repairs() == []


def test_a_full_disk_leaves_it_where_it_stood(world: World, notebook: OpenNotebook) -> None:
    one = put_in(notebook)
    before = notebook.drawer.rehearse(one, Size.SENTENCE, "I felt alone.")
    world.memory.writable = False
    with pytest.raises(StorageError):
        notebook.drawer.move(one, Rung.BRING)
    with pytest.raises(StorageError):
        notebook.drawer.rehearse(one, Size.SENTENCE, "")
    with pytest.raises(StorageError):
        notebook.drawer.happened(one, Became.THROUGH, "")
    assert notebook.drawer.item(one) == before
