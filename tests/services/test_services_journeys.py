"""Several therapies: one of them is open, and what is done to another leaves it so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.errors import StorageError, UnknownJourneyError

if TYPE_CHECKING:
    from support.world import World

    from companion.services.open_notebook import OpenNotebook


@pytest.fixture
def two(world: World, notebook: OpenNotebook) -> tuple[str, str]:
    """The ids of two therapies; the second is open."""
    first = notebook.journeys.open
    world.clock.advance(days=400)
    return first.id, notebook.journeys.begin(" Mondays\x07\n at ten ").id


def names(notebook: OpenNotebook) -> list[str]:
    return [one.name for one in notebook.journeys.all()]


def test_one_that_is_begun_is_open_with_its_name_made_safe(
    world: World, notebook: OpenNotebook, two: tuple[str, str]
) -> None:
    assert names(notebook) == ["Thursdays", "Mondays at ten"]
    opened = world.opened().journeys.open
    assert (opened.id, opened.started_at) == (two[1], world.clock.now())


def test_turning_to_another_opens_it_for_good(
    world: World, notebook: OpenNotebook, two: tuple[str, str]
) -> None:
    assert notebook.journeys.turn_to(two[0]).id == two[0]
    assert world.opened().journeys.open.id == two[0]


@pytest.mark.parametrize("which", [0, 1])
def test_whatever_is_renamed_or_closed_the_open_one_stays_open(
    world: World, notebook: OpenNotebook, two: tuple[str, str], which: int
) -> None:
    notebook.journeys.rename(two[which], "  Other\n name")
    closed = notebook.journeys.close(two[which])
    assert (closed.name, closed.closed_at) == ("Other name", world.clock.now())
    assert world.opened().journeys.open.id == two[1]
    assert world.opened().journeys.all()[which] == closed


def test_one_that_is_closed_again_was_closed_when_it_was_closed_first(
    world: World, notebook: OpenNotebook, two: tuple[str, str]
) -> None:
    first = notebook.journeys.close(two[0])
    world.clock.advance(days=1)
    assert notebook.journeys.close(two[0]) == first


def test_a_closed_one_can_be_opened_again_as_it_was(
    notebook: OpenNotebook, two: tuple[str, str]
) -> None:
    before = notebook.journeys.all()
    notebook.journeys.close(two[0])
    assert notebook.journeys.reopen(two[0]) == before[0]
    assert notebook.journeys.all() == before


@pytest.mark.parametrize("call", ["turn_to", "close", "reopen"])
def test_an_id_that_no_therapy_has_is_told_and_changes_nothing(
    notebook: OpenNotebook, two: tuple[str, str], call: str
) -> None:
    before = notebook.journeys.all()
    with pytest.raises(UnknownJourneyError):
        getattr(notebook.journeys, call)("nothing")
    with pytest.raises(UnknownJourneyError):
        notebook.journeys.rename("nothing", "a name")
    assert (notebook.journeys.all(), notebook.journeys.open.id) == (before, two[1])


def test_a_full_disk_leaves_all_of_them_as_they_were(
    world: World, notebook: OpenNotebook, two: tuple[str, str]
) -> None:
    before = notebook.journeys.all()
    world.memory.writable = False
    with pytest.raises(StorageError):
        notebook.journeys.rename(two[0], "another name")
    with pytest.raises(StorageError):
        notebook.journeys.turn_to(two[0])
    assert (notebook.journeys.all(), notebook.journeys.open.id) == (before, two[1])
