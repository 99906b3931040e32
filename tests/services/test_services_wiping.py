"""Removing the notebook for good, as the faces ask for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.fakes import PASSPHRASE
from support.world import World

from companion.domain.errors import (
    BeingWipedError,
    NoNotebookError,
    WipeCutOffError,
    WrongPassphraseError,
)
from companion.domain.wiping import Staying
from companion.services.wiping import same_word


@pytest.fixture
def world() -> World:
    world = World()
    world.opened()
    return world


@pytest.mark.parametrize("typed", ["wipe", " Wipe ", "WIPE"])
def test_the_word_is_the_word_however_it_is_written(typed: str) -> None:
    assert same_word(typed, "wipe")


@pytest.mark.parametrize("typed", ["", "yes", "wipes", "w i p e"])
def test_another_word_is_none(typed: str) -> None:
    assert not same_word(typed, "wipe")


def test_a_wrong_secret_leaves_it_open_and_whole(world: World) -> None:
    for call in (world.notebook.wiping.check, world.notebook.wiping.wipe):
        with pytest.raises(WrongPassphraseError):
            call("a guess")
    assert world.vault.is_open


def test_an_open_notebook_is_shut_and_removed(world: World) -> None:
    stays = Staying((Path("notebook.before-1"),))
    world.vault.wiping.stays = stays
    assert world.notebook.wiping.staying() == stays
    assert world.notebook.wiping.wipe(PASSPHRASE) == stays
    assert not world.notebook.exists()


def test_where_there_is_none_it_is_said(world: World) -> None:
    world.notebook.wiping.wipe(PASSPHRASE)
    with pytest.raises(NoNotebookError):
        world.notebook.wiping.wipe(PASSPHRASE)


def test_cut_off_it_opens_no_more_and_goes_on_without_a_secret(world: World) -> None:
    world.vault.wiping.refuses = True
    with pytest.raises(WipeCutOffError):
        world.notebook.wiping.wipe(PASSPHRASE)
    assert world.notebook.wiping.begun()
    for call in (world.notebook.wiping.refuse, lambda: world.notebook.unlock(PASSPHRASE)):
        with pytest.raises(BeingWipedError):
            call()

    world.vault.wiping.refuses = False
    world.notebook.wiping.wipe()
    assert not world.notebook.exists()
    world.notebook.wiping.refuse()
