"""What the tests of the storage are handed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from storage_builders import JOURNEY, PASSPHRASE, cheap_vault, database_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from companion.storage.store.engine import Database
    from companion.storage.store.open_stores import OpenStores
    from companion.storage.vault.vault import FolderVault


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a notebook will be; not there yet."""
    return tmp_path / "notebook"


@pytest.fixture
def vault(folder: Path) -> Iterator[FolderVault]:
    """A notebook that is not there yet, shut again at the end."""
    vault = cheap_vault(folder)
    yield vault
    vault.close()


@pytest.fixture
def stores(vault: FolderVault) -> OpenStores:
    """A new, open notebook."""
    return vault.create(PASSPHRASE, JOURNEY)


@pytest.fixture
def database(stores: OpenStores, vault: FolderVault) -> Database:  # noqa: ARG001 - opens it
    """The database of that notebook."""
    return database_of(vault)
