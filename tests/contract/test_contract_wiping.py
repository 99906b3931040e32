"""What every vault promises about being removed for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.builders import JOURNEY, a_reflection
from support.fakes import PASSPHRASE

from companion.domain.errors import NoNotebookError, NotebookInUseError, WrongPassphraseError
from companion.domain.wiping import Staying

if TYPE_CHECKING:
    from companion.services.ports.vaults import Vault


def test_a_notebook_that_is_wiped_is_gone_and_another_can_be_made(vault: Vault) -> None:
    vault.create(PASSPHRASE, JOURNEY).reflections.put(a_reflection("one"))
    vault.close()

    vault.wiping.check(PASSPHRASE)
    assert vault.wiping.wipe() == Staying()

    assert not vault.exists()
    assert not vault.wiping.begun()
    with pytest.raises(NoNotebookError):
        vault.open(PASSPHRASE)
    assert vault.create(PASSPHRASE, JOURNEY).reflections.count(JOURNEY.id) == 0


def test_another_secret_does_not_pass_the_check(vault: Vault) -> None:
    vault.create(PASSPHRASE, JOURNEY)
    with pytest.raises(WrongPassphraseError):
        vault.wiping.check("another")


def test_where_there_is_none_nothing_is_wiped(vault: Vault) -> None:
    with pytest.raises(NoNotebookError):
        vault.wiping.check(PASSPHRASE)
    with pytest.raises(NoNotebookError):
        vault.wiping.wipe()


def test_an_open_one_is_not_wiped(vault: Vault) -> None:
    stores = vault.create(PASSPHRASE, JOURNEY)
    with pytest.raises(NotebookInUseError):
        vault.wiping.wipe()
    stores.reflections.put(a_reflection("one"))
    assert stores.reflections.get("one")
