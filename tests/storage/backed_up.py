"""A notebook with words in it, and its backups, for the tests of both."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from storage_builders import JOURNEY, PASSPHRASE, cheap_vault, known_bytes, said, walk

from companion.domain.recovery_code import new_code

if TYPE_CHECKING:
    from pathlib import Path

    from companion.storage.vault.files import Disk
    from companion.storage.vault.vault import FolderVault

CODE = new_code(known_bytes("code"))
NOW = datetime(2026, 3, 2, 18, 30, tzinfo=UTC)
DAY = timedelta(days=1)


def entry(number: int) -> object:
    return walk(f"r{number}", said(f"a{number}", f"Heron {number} by the weir."))


def made(folder: Path, disk: Disk | None = None, entries: int = 1) -> FolderVault:
    vault = cheap_vault(folder)
    stores = vault.create(PASSPHRASE, JOURNEY, CODE)
    for number in range(entries):
        stores.reflections.put(entry(number))
    vault.close()
    vault = cheap_vault(folder, disk)
    vault.open(PASSPHRASE)
    return vault


def write(vault: FolderVault, number: int) -> None:
    vault.close()
    vault.open(PASSPHRASE).reflections.put(entry(number))


def entries_of(file: Path, tmp_path: Path, secret: str = PASSPHRASE) -> int:
    """How many entries a backup holds, seen by restoring it elsewhere."""
    elsewhere = cheap_vault(tmp_path / "elsewhere" / str(os.urandom(4).hex()))
    found = elsewhere.keeping.restoring()
    try:
        return found.prepare(file, secret).entries
    finally:
        found.abandon()


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in (folder / "backups").iterdir())
