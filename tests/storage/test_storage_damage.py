"""A notebook that is damaged is told as such: never as a wrong passphrase, never as new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from storage_builders import (
    JOURNEY,
    PASSPHRASE,
    cheap_vault,
    database_of,
    said,
    walk,
)

from companion.domain.errors import (
    DamagedNotebookError,
    NewerNotebookError,
)

if TYPE_CHECKING:
    from pathlib import Path

    from companion.storage.store.open_stores import OpenStores
    from companion.storage.vault.vault import FolderVault


def made(folder: Path) -> FolderVault:
    vault = cheap_vault(folder)
    vault.create(PASSPHRASE, JOURNEY)
    vault.close()
    return vault


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def flipped(file: Path, place: int) -> None:
    raw = bytearray(file.read_bytes())
    raw[place] ^= 0x40
    file.write_bytes(raw)


@pytest.mark.parametrize("name", ["keys.json", "notebook.db"])
def test_one_of_the_two_files_alone_is_a_notebook_that_is_damaged(folder: Path, name: str) -> None:
    vault = made(folder)
    (folder / name).unlink()

    assert vault.exists()
    with pytest.raises(DamagedNotebookError) as told:
        vault.open(PASSPHRASE)
    assert told.value.details == {"part": name}


@pytest.mark.parametrize("length", [0, 1, 15, 16, 511, 512, 4095])
def test_a_database_cut_below_one_page_is_damage_and_never_a_new_notebook(
    folder: Path, length: int
) -> None:
    vault = made(folder)
    database = folder / "notebook.db"
    database.write_bytes(database.read_bytes()[:length])

    with pytest.raises(DamagedNotebookError) as told:
        vault.open(PASSPHRASE)

    assert told.value.details == {"part": "notebook.db"}
    assert database.stat().st_size == length


def test_a_database_cut_anywhere_is_damage(folder: Path) -> None:
    vault = made(folder)
    database = folder / "notebook.db"
    whole = database.read_bytes()

    for length in (4096, 4097, 8192, len(whole) // 2, len(whole) - 4096, len(whole) - 1):
        database.write_bytes(whole[:length])
        with pytest.raises(DamagedNotebookError):
            vault.open(PASSPHRASE)
    database.write_bytes(whole)
    assert vault.open(PASSPHRASE)


def test_a_flip_in_the_first_page_is_damage_and_not_a_wrong_passphrase(folder: Path) -> None:
    vault = made(folder)
    database = folder / "notebook.db"
    whole = database.read_bytes()

    for place in range(0, 4096, 97):
        flipped(database, place)
        with pytest.raises(DamagedNotebookError):
            vault.open(PASSPHRASE)
        database.write_bytes(whole)


def test_a_flip_in_any_page_is_damage_or_harmless_and_never_other_words(folder: Path) -> None:
    vault = cheap_vault(folder)
    entry = walk("one", *(said(f"a{n}", f"Heron {n} " * 60) for n in range(30)))
    vault.create(PASSPHRASE, JOURNEY).reflections.put(entry)
    vault.close()
    database = folder / "notebook.db"
    whole = database.read_bytes()

    told = 0
    for page in range(len(whole) // 4096):
        flipped(database, page * 4096 + 1_000 + page)
        try:
            stores = vault.open(PASSPHRASE)
            assert stores.reflections.get("one") == entry
            assert len(stores.reflections.search("journey", "heron", 5)) == 1
        except DamagedNotebookError:
            told += 1
        finally:
            vault.close()
            database.write_bytes(whole)
    assert told > 10


def test_another_notebook_s_database_is_damage(tmp_path: Path) -> None:
    first, second = made(tmp_path / "first"), made(tmp_path / "second")
    (first.folder / "notebook.db").write_bytes((second.folder / "notebook.db").read_bytes())

    with pytest.raises(DamagedNotebookError):
        first.open(PASSPHRASE)


def test_a_database_with_later_tables_is_newer(folder: Path) -> None:
    vault = cheap_vault(folder)
    vault.create(PASSPHRASE, JOURNEY)
    with database_of(vault).writing() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 99")
    vault.close()
    before = contents(folder)

    with pytest.raises(NewerNotebookError):
        vault.open(PASSPHRASE)

    assert contents(folder) == before


def test_a_database_without_tables_is_damage(folder: Path) -> None:
    vault = cheap_vault(folder)
    vault.create(PASSPHRASE, JOURNEY)
    with database_of(vault).writing() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 0")
    vault.close()

    with pytest.raises(DamagedNotebookError):
        vault.open(PASSPHRASE)


def test_a_database_without_its_journey_is_damage(stores: OpenStores, vault: FolderVault) -> None:
    with database_of(vault).writing() as connection:
        connection.exec_driver_sql("DELETE FROM journeys")

    with pytest.raises(DamagedNotebookError):
        stores.sessions.journey()
