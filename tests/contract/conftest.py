"""The same notebook twice: in memory, and encrypted on a disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.builders import JOURNEY
from support.fakes import PASSPHRASE, FakeVault

from companion.storage.vault.keys import CHEAPEST
from companion.storage.vault.vault import FolderVault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from companion.services.ports.stores import Stores
    from companion.services.ports.vaults import Vault


@pytest.fixture(params=["memory", "sqlcipher"])
def vault(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Vault]:
    """A folder with no notebook in it yet."""
    folder = tmp_path / "notebook"
    vault: Vault
    if request.param == "memory":
        vault = FakeVault(folder)
    else:
        vault = FolderVault(folder, profile=CHEAPEST, allow_cheapest=True)
    yield vault
    vault.close()


@pytest.fixture
def stores(vault: Vault) -> Stores:
    """A new notebook, open."""
    return vault.create(PASSPHRASE, JOURNEY)
