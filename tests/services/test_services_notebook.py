"""A notebook is set up, opened and locked; each thing that can go wrong has its own name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.fakes import PASSPHRASE
from support.time import NOW

from companion.domain.errors import (
    CompanionError,
    DamagedNotebookError,
    NoNotebookError,
    NotebookExistsError,
    NotebookInUseError,
    StorageError,
    WeakPassphraseError,
    WrongPassphraseError,
)

if TYPE_CHECKING:
    from support.world import World


def test_a_new_notebook_has_one_journey_and_nothing_in_it(world: World) -> None:
    notebook = world.notebook
    assert notebook.folder == world.vault.folder
    assert not notebook.exists()
    opened = notebook.set_up(PASSPHRASE, " Thursdays\x07\n with R. ")
    assert notebook.exists()
    (journey,) = world.memory.journeys
    assert (journey.name, journey.started_at) == ("Thursdays with R.", NOW)
    assert opened.journal.height() == 0
    assert opened.appointments.all() == []


def test_a_journey_needs_no_name(world: World) -> None:
    world.notebook.set_up(PASSPHRASE)
    assert world.memory.journeys[0].name == ""


def test_a_weak_passphrase_makes_no_notebook(world: World) -> None:
    assert not world.notebook.strong_enough("password")
    assert world.notebook.strength("password") < 3
    with pytest.raises(WeakPassphraseError):
        world.notebook.set_up("password")
    assert not world.notebook.exists()


def test_a_strong_passphrase_is_strong_enough(world: World) -> None:
    assert world.notebook.strong_enough(PASSPHRASE)
    assert world.notebook.strength(PASSPHRASE) == 4


def test_a_notebook_is_set_up_once(world: World) -> None:
    world.notebook.set_up(PASSPHRASE)
    with pytest.raises(NotebookExistsError):
        world.notebook.set_up(PASSPHRASE)


def test_what_was_written_is_there_after_locking(world: World) -> None:
    note = world.opened().reflecting.note("a kite", "A line")
    world.notebook.lock()
    world.notebook.lock()
    assert world.notebook.unlock(PASSPHRASE).journal.entry(note.id) == note


def test_a_locked_notebook_gives_nothing(world: World) -> None:
    opened = world.opened()
    world.notebook.lock()
    with pytest.raises(StorageError):
        opened.journal.height()


def test_a_notebook_that_is_not_there_can_not_be_unlocked(world: World) -> None:
    with pytest.raises(NoNotebookError):
        world.notebook.unlock(PASSPHRASE)


def test_a_wrong_passphrase_opens_nothing(world: World) -> None:
    world.opened()
    world.notebook.lock()
    with pytest.raises(WrongPassphraseError):
        world.notebook.unlock("another one altogether")
    assert world.notebook.unlock(PASSPHRASE)


def test_a_notebook_that_is_open_is_in_use(world: World) -> None:
    world.opened()
    with pytest.raises(NotebookInUseError):
        world.notebook.unlock(PASSPHRASE)


@pytest.mark.parametrize("failure", [DamagedNotebookError(part="keys.json"), StorageError()])
def test_what_goes_wrong_below_is_passed_on(world: World, failure: CompanionError) -> None:
    world.vault.failure = failure
    with pytest.raises(type(failure)):
        world.notebook.set_up(PASSPHRASE)
    assert not world.notebook.exists()
