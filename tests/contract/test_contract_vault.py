"""What every vault promises, whether it is remembered or a folder on a disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.builders import JOURNEY, a_reflection
from support.fakes import PASSPHRASE

from companion.domain.errors import (
    NoNotebookError,
    NotebookExistsError,
    NotebookInUseError,
    StorageError,
    WrongPassphraseError,
)

if TYPE_CHECKING:
    from companion.services.ports.vaults import Vault


def test_there_is_no_notebook_before_one_is_made(vault: Vault) -> None:
    assert not vault.exists()
    with pytest.raises(NoNotebookError) as told:
        vault.open(PASSPHRASE)
    assert told.value.details == {"folder": str(vault.folder)}


def test_what_was_kept_is_there_at_the_next_opening(vault: Vault) -> None:
    vault.create(PASSPHRASE, JOURNEY).reflections.put(a_reflection("one"))
    vault.close()
    stores = vault.open(PASSPHRASE)
    assert vault.exists()
    assert stores.reflections.get("one") == a_reflection("one")
    assert stores.sessions.journey() == JOURNEY


def test_a_notebook_is_never_made_over_another(vault: Vault) -> None:
    vault.create(PASSPHRASE, JOURNEY).reflections.put(a_reflection("one"))
    vault.close()
    with pytest.raises(NotebookExistsError):
        vault.create("another pass phrase altogether", JOURNEY)
    assert vault.open(PASSPHRASE).reflections.get("one")


def test_a_wrong_passphrase_opens_nothing(vault: Vault) -> None:
    vault.create(PASSPHRASE, JOURNEY)
    vault.close()
    with pytest.raises(WrongPassphraseError):
        vault.open(PASSPHRASE + "x")
    assert vault.open(PASSPHRASE)


def test_an_open_notebook_is_in_use(vault: Vault) -> None:
    vault.create(PASSPHRASE, JOURNEY)
    with pytest.raises(NotebookInUseError):
        vault.open(PASSPHRASE)


def test_a_shut_notebook_gives_and_takes_nothing(vault: Vault) -> None:
    stores = vault.create(PASSPHRASE, JOURNEY)
    vault.close()
    vault.close()
    with pytest.raises(StorageError):
        stores.reflections.count(JOURNEY.id)
    with pytest.raises(StorageError):
        stores.settings.put("page.name", "Ada")
