"""A person's own words for feelings, as they are kept and as a path offers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.shelves import after_page

from companion.domain.errors import StorageError

if TYPE_CHECKING:
    from support.world import World

    from companion.services.open_notebook import OpenNotebook


def offered(notebook: OpenNotebook) -> set[str]:
    return {word for group in notebook.vocabulary.groups() for word in group.words}


def group_of(notebook: OpenNotebook, word: str) -> list[str]:
    return [group.id for group in notebook.vocabulary.groups() if word in group.words]


@pytest.fixture
def first_and_last(notebook: OpenNotebook) -> tuple[str, str]:
    """The ids of two groups."""
    groups = notebook.vocabulary.groups()
    return groups[0].id, groups[-1].id


def test_a_word_of_ones_own_is_offered_as_it_was_typed_made_safe(
    world: World, notebook: OpenNotebook, first_and_last: tuple[str, str]
) -> None:
    notebook.vocabulary.add(" wob\x1b\n bly ", first_and_last[1])
    assert group_of(world.opened(), "wob bly") == [first_and_last[1]]


@pytest.mark.parametrize("word", ["", " ", "\n\x07"])
def test_a_word_without_letters_is_nothing(
    world: World, notebook: OpenNotebook, first_and_last: tuple[str, str], word: str
) -> None:
    before, saves = offered(notebook), world.memory.saves
    notebook.vocabulary.add(word, first_and_last[0])
    assert offered(notebook) == before
    assert world.memory.saves == saves


def test_adding_a_word_that_everyone_is_offered_shows_it_again_in_that_group(
    notebook: OpenNotebook, first_and_last: tuple[str, str]
) -> None:
    first, last = first_and_last
    word = notebook.vocabulary.groups()[0].words[0]
    notebook.vocabulary.hide(word)
    assert group_of(notebook, word) == []
    notebook.vocabulary.add(word, last)
    assert group_of(notebook, word) == [last]
    notebook.vocabulary.move(word, first)
    assert group_of(notebook, word) == [first]


def test_a_hidden_word_can_be_shown_where_it_was(
    world: World, notebook: OpenNotebook, first_and_last: tuple[str, str]
) -> None:
    word = notebook.vocabulary.groups()[0].words[0]
    notebook.vocabulary.hide(word)
    notebook.vocabulary.show(word)
    assert group_of(world.opened(), word) == [first_and_last[0]]


def test_a_path_that_asks_for_words_offers_ones_own_and_another_is_as_it_was(
    world: World, notebook: OpenNotebook, first_and_last: tuple[str, str]
) -> None:
    notebook.vocabulary.add("wobbly", first_and_last[0])
    asking = next(path for path in world.shelf.paths() if any(step.groups for step in path.steps))
    dressed = notebook.vocabulary.dressed(asking)
    assert any("wobbly" in group.words for step in dressed.steps for group in step.groups)
    assert notebook.vocabulary.dressed(after_page()) == after_page()


def test_a_full_disk_leaves_the_words_as_they_were(
    world: World, notebook: OpenNotebook, first_and_last: tuple[str, str]
) -> None:
    before = offered(notebook)
    world.memory.writable = False
    with pytest.raises(StorageError):
        notebook.vocabulary.add("wobbly", first_and_last[0])
    assert offered(notebook) == before
