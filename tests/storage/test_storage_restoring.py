"""A backup takes the notebook's place, and what was there is moved aside, never overwritten."""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from storage_builders import JOURNEY, PASSPHRASE, cheap_vault, known_bytes, said, walk
from storage_disks import POWER_CUT, CutDisk, FailingDisk

from companion.domain.errors import (
    DamagedBackupError,
    NotABackupError,
    NotANotebookError,
    NotebookInUseError,
    StorageError,
    WrongPassphraseError,
)
from companion.domain.recovery_code import new_code

if TYPE_CHECKING:
    from pathlib import Path

    from companion.storage.vault.vault import FolderVault

CODE = new_code(known_bytes("code"))
OLD = walk("old", said("a-old", "The heron stood in the weir."))
LATER = walk("later", said("a-later", "It had gone by the evening."))


@pytest.fixture
def file(folder: Path, tmp_path: Path) -> Path:
    """A backup with one entry, of a notebook that has two by now and is shut."""
    vault = cheap_vault(folder)
    stores = vault.create(PASSPHRASE, JOURNEY, CODE)
    stores.reflections.put(OLD)
    file = tmp_path / "kept.backup"
    vault.keeping.back_up_to(file)
    stores.reflections.put(LATER)
    vault.close()
    return file


def entries(vault: FolderVault) -> set[str]:
    stores = vault.open(PASSPHRASE)
    try:
        return stores.archive.known(["old", "later"])
    finally:
        vault.close()


@pytest.mark.parametrize("secret", [PASSPHRASE, CODE])
def test_it_says_what_is_in_it_and_takes_the_place(
    folder: Path, file: Path, tmp_path: Path, secret: str
) -> None:
    restoring = cheap_vault(folder).keeping.restoring()

    found = restoring.prepare(file, secret)
    assert (found.entries, found.latest, found.same_notebook) == (1, OLD.started_at, True)
    assert found.made_at == datetime.fromtimestamp(file.stat().st_mtime, UTC)
    assert entries(cheap_vault(folder)) == {"old", "later"}
    aside = restoring.put_in_place()

    assert entries(cheap_vault(folder)) == {"old"}
    assert aside == folder.with_name("notebook.before-1")
    assert entries(cheap_vault(aside)) == {"old", "later"}
    assert {one.name for one in tmp_path.iterdir()} == {
        "notebook",
        "notebook.before-1",
        "kept.backup",
    }
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_second_time_moves_to_another_name(folder: Path, file: Path) -> None:
    for number in (1, 2, 3):
        restoring = cheap_vault(folder).keeping.restoring()
        restoring.prepare(file, PASSPHRASE)
        assert restoring.put_in_place() == folder.with_name(f"notebook.before-{number}")


def test_where_there_is_no_notebook_nothing_moves(file: Path, tmp_path: Path) -> None:
    vault = cheap_vault(tmp_path / "new laptop" / "notebook")
    restoring = vault.keeping.restoring()

    assert restoring.prepare(file, CODE).same_notebook is None
    assert restoring.put_in_place() is None

    assert entries(vault) == {"old"}


def test_a_backup_of_another_notebook_is_called_that(file: Path, tmp_path: Path) -> None:
    vault = cheap_vault(tmp_path / "other")
    vault.create(PASSPHRASE, JOURNEY)
    vault.close()

    assert vault.keeping.restoring().prepare(file, PASSPHRASE).same_notebook is False


def test_saying_no_leaves_nothing_beside_the_notebook(
    folder: Path, file: Path, tmp_path: Path
) -> None:
    restoring = cheap_vault(folder).keeping.restoring()
    restoring.prepare(file, PASSPHRASE)

    restoring.abandon()

    assert {one.name for one in tmp_path.iterdir()} == {"notebook", "kept.backup"}
    with pytest.raises(StorageError):
        restoring.put_in_place()


def test_a_damaged_notebook_is_put_right_from_its_own_backups(folder: Path, file: Path) -> None:
    vault = cheap_vault(folder)
    vault.open(PASSPHRASE)
    vault.keeping.back_up_if_due(datetime(2026, 3, 2, tzinfo=UTC))
    vault.close()
    (folder / "keys.json").write_bytes(b"gone")
    (folder / "notebook.db").write_bytes(b"")

    (newest,) = vault.keeping.backups()
    restoring = vault.keeping.restoring()
    assert restoring.prepare(newest.file, PASSPHRASE).same_notebook is None
    aside = restoring.put_in_place()

    assert entries(vault) == {"old", "later"}
    assert aside is not None
    assert (aside / "keys.json").read_bytes() == b"gone"
    assert file.exists()


@pytest.mark.parametrize("left", [["backups"], ["backups", "notebook.db"], ["keys.json"]])
def test_a_folder_that_lost_a_part_is_still_known_as_a_notebook(
    folder: Path,
    file: Path,  # noqa: ARG001 - makes the notebook
    left: list[str],
) -> None:
    vault = cheap_vault(folder)
    vault.open(PASSPHRASE)
    vault.keeping.back_up_if_due(datetime(2026, 3, 2, tzinfo=UTC))
    vault.close()
    for one in folder.iterdir():
        if one.name not in left:
            shutil.rmtree(one) if one.is_dir() else one.unlink()

    assert vault.exists()


def test_a_wrong_secret_and_a_wrong_file_change_nothing(
    folder: Path, file: Path, tmp_path: Path
) -> None:
    restoring = cheap_vault(folder).keeping.restoring()
    flipped = bytearray(file.read_bytes())
    flipped[-5000] ^= 1
    (tmp_path / "flipped").write_bytes(flipped)

    with pytest.raises(WrongPassphraseError):
        restoring.prepare(file, "a guess")
    with pytest.raises(DamagedBackupError):
        restoring.prepare(tmp_path / "flipped", PASSPHRASE)
    with pytest.raises(NotABackupError):
        restoring.prepare(folder / "notebook.db", PASSPHRASE)

    assert {one.name for one in tmp_path.iterdir()} == {"notebook", "kept.backup", "flipped"}


def test_a_whole_file_with_a_damaged_inside_is_damage(
    folder: Path, file: Path, tmp_path: Path
) -> None:
    from companion.storage.vault import backup
    from companion.storage.vault.files import Disk

    (tmp_path / "bad.db").write_bytes((folder / "notebook.db").read_bytes()[:-4096])
    bad = tmp_path / "bad.backup"
    backup.write(Disk(), bad, (folder / "keys.json").read_bytes(), tmp_path / "bad.db")

    with pytest.raises(DamagedBackupError):
        cheap_vault(folder).keeping.restoring().prepare(bad, PASSPHRASE)

    assert not folder.with_name("notebook.restoring").exists()
    assert file.exists()


def test_an_open_notebook_is_not_moved_away(folder: Path, file: Path) -> None:
    vault = cheap_vault(folder)
    vault.open(PASSPHRASE)
    restoring = cheap_vault(folder).keeping.restoring()
    restoring.prepare(file, PASSPHRASE)

    with pytest.raises(NotebookInUseError):
        restoring.put_in_place()

    vault.close()
    assert entries(vault) == {"old", "later"}


def test_a_folder_with_other_things_in_it_is_left_alone(file: Path, tmp_path: Path) -> None:
    place = tmp_path / "letters"
    place.mkdir()
    (place / "letter.txt").write_text("Dear")

    with pytest.raises(NotANotebookError):
        cheap_vault(place).keeping.restoring().prepare(file, PASSPHRASE)


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
def test_a_disk_that_refuses_at_any_step_leaves_the_old_or_the_restored_one(
    tmp_path: Path,
    folder: Path,
    file: Path,
    late: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    seen = []
    for at in range(1, 40):
        place = tmp_path / f"place-{at}" / "notebook"
        shutil.copytree(folder, place)
        disk = FailingDisk(at, late=late)
        restoring = cheap_vault(place, disk).keeping.restoring()
        with suppress(StorageError):
            restoring.prepare(file, PASSPHRASE)
            restoring.put_in_place()
        seen.append(entries(cheap_vault(place)))
        there = [one for one in place.parent.iterdir() if one.suffix != ".restoring"]
        kept = [entries(cheap_vault(one)) for one in there]
        assert {"old", "later"} in kept
        if disk.steps < at:
            break
    assert seen[0] == {"old", "later"}
    assert seen[-1] == {"old"}


def test_a_power_cut_at_any_step_leaves_the_old_or_the_restored_one(
    tmp_path: Path, folder: Path, file: Path
) -> None:
    seen = []
    for at in range(1, 40):
        place = tmp_path / f"place-{at}" / "notebook"
        shutil.copytree(folder, place)
        disk = CutDisk(at)
        restoring = cheap_vault(place, disk).keeping.restoring()
        with suppress(POWER_CUT):
            restoring.prepare(file, PASSPHRASE)
            restoring.put_in_place()
        vault = cheap_vault(place)
        assert vault.exists()
        seen.append(entries(vault))
        if disk.steps < at:
            break
    assert seen == sorted(seen, key=len, reverse=True)
    assert (seen[0], seen[-1]) == ({"old", "later"}, {"old"})
