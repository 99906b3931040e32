"""Backups are made by themselves, are checked by opening them, and follow the locks."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from backed_up import CODE, DAY, NOW, entries_of, made, names_in, write
from storage_builders import PASSPHRASE, cheap_vault
from storage_disks import POWER_CUT, CutDisk, FailingDisk

from companion.domain.errors import (
    BackupNotMadeError,
    StorageError,
    WrongPassphraseError,
)
from companion.domain.safekeeping import State
from companion.storage.vault import backup
from companion.storage.vault.ring import LENGTH

if TYPE_CHECKING:
    from pathlib import Path

    from companion.storage.vault.files import Disk
NEW = "eleven loud geese on the lawn"


def test_what_a_cut_backup_left_is_removed_and_nothing_else(folder: Path) -> None:
    vault = made(folder)
    vault.keeping.back_up_if_due(NOW)
    for name in ("next", "next.new", "next.opened", "2.backup.opened-journal", "mine.txt"):
        (folder / "backups" / name).write_bytes(b"left")
    write(vault, 1)

    assert vault.keeping.back_up_if_due(NOW + DAY)

    assert names_in(folder) == ["1.backup", "2.backup", "mine.txt"]


def test_the_first_one_is_made_at_once_and_the_next_a_day_later(folder: Path) -> None:
    vault = made(folder)

    assert vault.keeping.back_up_if_due(NOW)
    write(vault, 1)
    assert not vault.keeping.back_up_if_due(NOW + DAY - timedelta(minutes=1))
    assert vault.keeping.back_up_if_due(NOW + DAY)

    assert names_in(folder) == ["1.backup", "2.backup"]
    assert [one.made_at for one in vault.keeping.backups()] == [NOW + DAY, NOW]


def test_none_is_made_of_what_has_not_changed(folder: Path) -> None:
    vault = made(folder)
    assert vault.keeping.back_up_if_due(NOW)
    vault.close()
    vault.open(PASSPHRASE)

    assert not vault.keeping.back_up_if_due(NOW + 9 * DAY)

    assert names_in(folder) == ["1.backup"]


def test_one_from_a_clock_that_was_wrong_holds_nothing_up(folder: Path) -> None:
    vault = made(folder)
    vault.keeping.back_up_if_due(NOW + 400 * DAY)
    write(vault, 1)

    assert vault.keeping.back_up_if_due(NOW)


def test_ten_are_kept_and_the_oldest_goes(folder: Path, tmp_path: Path) -> None:
    vault = made(folder)
    for number in range(1, LENGTH + 4):
        write(vault, number)
        assert vault.keeping.back_up_if_due(NOW + number * DAY)

    kept = vault.keeping.backups()

    assert [one.made_at for one in kept] == [NOW + n * DAY for n in range(LENGTH + 3, 3, -1)]
    assert entries_of(kept[0].file, tmp_path) == LENGTH + 4
    assert entries_of(kept[-1].file, tmp_path) == 5


def test_a_backup_is_for_its_owner_alone_and_says_nothing(folder: Path) -> None:
    vault = made(folder)
    vault.keeping.back_up_if_due(NOW)
    file = folder / "backups" / "1.backup"

    assert file.stat().st_mode & 0o777 == 0o600
    assert (folder / "backups").stat().st_mode & 0o777 == 0o700
    assert b"Heron" not in file.read_bytes()
    assert file.read_bytes().startswith(b"companion backup 1 ")


def test_a_backup_is_the_header_and_the_database_as_the_format_says(folder: Path) -> None:
    vault = made(folder)
    vault.keeping.back_up_if_due(NOW)

    first, header, database = (folder / "backups" / "1.backup").read_bytes().split(b"\n", 2)

    import hashlib

    assert header + b"\n" == (folder / "keys.json").read_bytes()
    assert database == (folder / "notebook.db").read_bytes()
    digest = hashlib.sha256(header + b"\n" + database).hexdigest()
    assert first == f"companion backup 1 {digest}".encode()


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
def test_a_disk_that_refuses_at_any_step_leaves_the_backups_before(
    tmp_path: Path,
    late: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    failures = 0
    for at in range(1, 60):
        folder = tmp_path / f"notebook-{at}"
        disk = FailingDisk(0, late=late)
        vault = made(folder, disk)
        vault.keeping.back_up_if_due(NOW)
        write(vault, 1)
        disk._at = disk.steps + at
        try:
            assert vault.keeping.back_up_if_due(NOW + DAY)
        except BackupNotMadeError:
            failures += 1
        else:
            if disk.steps < disk._at:
                break
        disk._at = 0
        states = {one.state for one in vault.keeping.verdicts()}
        assert states == {State.WHOLE}
        assert NOW in [one.made_at for one in vault.keeping.backups()]
        vault.close()
    assert failures > 3


def test_a_power_cut_at_any_step_leaves_the_backups_before(tmp_path: Path) -> None:
    for at in range(1, 60):
        folder = tmp_path / f"notebook-{at}"
        disk = CutDisk(10**6)
        vault = made(folder, disk)
        vault.keeping.back_up_if_due(NOW)
        write(vault, 1)
        disk._at = disk.steps + at
        try:
            vault.keeping.back_up_if_due(NOW + DAY)
        except POWER_CUT:
            pass
        else:
            break
        vault._required().database.close()
        vault._lock.release()

        again = cheap_vault(folder)
        again.open(PASSPHRASE)
        assert NOW in [one.made_at for one in again.keeping.backups()]
        assert all(one.state is State.WHOLE for one in again.keeping.verdicts())
        write(again, 2)
        assert again.keeping.back_up_if_due(NOW + 2 * DAY)
        assert set(names_in(folder)) <= {"1.backup", "2.backup", "3.backup"}
        again.close()
    assert at > 5


def test_a_backup_that_does_not_open_is_never_taken_in(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = made(folder)
    vault.keeping.back_up_if_due(NOW)
    write(vault, 1)
    whole = backup.write

    def flipped(disk: Disk, file: Path, header: bytes, database: Path) -> None:
        content = bytearray(database.read_bytes())
        content[5000] ^= 1
        bad = folder / "bad"
        bad.write_bytes(content)
        whole(disk, file, header, bad)
        bad.unlink()

    monkeypatch.setattr(backup, "write", flipped)
    with pytest.raises(BackupNotMadeError):
        vault.keeping.back_up_if_due(NOW + DAY)

    assert names_in(folder) == ["1.backup"]


def test_a_new_passphrase_opens_the_backups_and_the_old_one_does_not(
    folder: Path, tmp_path: Path
) -> None:
    vault = made(folder)
    vault.keeping.back_up_if_due(NOW)
    file = folder / "backups" / "1.backup"

    assert vault.keeping.change_passphrase(PASSPHRASE, NEW) == 0

    assert entries_of(file, tmp_path, NEW) == 1
    assert entries_of(file, tmp_path, CODE) == 1
    with pytest.raises(WrongPassphraseError):
        entries_of(file, tmp_path, PASSPHRASE)
    assert [one.made_at for one in vault.keeping.backups()] == [NOW]


def test_a_change_of_locks_that_was_cut_off_reaches_the_backups_later(
    folder: Path, tmp_path: Path
) -> None:
    disk = FailingDisk(0)
    vault = made(folder, disk)
    vault.keeping.back_up_if_due(NOW)
    file = folder / "backups" / "1.backup"
    old = file.read_bytes()
    vault.keeping.change_passphrase(PASSPHRASE, NEW)
    file.write_bytes(old)
    os.utime(file, (NOW.timestamp(), NOW.timestamp()))

    vault.keeping.back_up_if_due(NOW)

    assert entries_of(file, tmp_path, NEW) == 1


def test_backups_that_could_not_be_locked_anew_are_counted(folder: Path) -> None:
    vault = made(folder)
    vault.keeping.back_up_if_due(NOW)
    file = folder / "backups" / "1.backup"
    content = bytearray(file.read_bytes())
    content[-100] ^= 4
    file.write_bytes(content)

    assert vault.keeping.change_passphrase(PASSPHRASE, NEW) == 1


def test_a_renewed_key_leaves_the_old_backups_as_they_were(folder: Path, tmp_path: Path) -> None:
    vault = made(folder)
    vault.keeping.back_up_if_due(NOW)
    vault.keeping.renew_key(PASSPHRASE, NEW)
    vault.open(NEW)

    vault.keeping.back_up_if_due(NOW + DAY)

    newest, oldest = (one.file for one in vault.keeping.backups())
    assert entries_of(newest, tmp_path, NEW) == 1
    assert entries_of(oldest, tmp_path, PASSPHRASE) == 1
    assert [one.state for one in vault.keeping.verdicts()] == [
        State.WHOLE,
        State.WHOLE,
        State.WHOLE,
        State.OTHER_KEY,
    ]


def test_one_is_written_where_the_person_says(folder: Path, tmp_path: Path) -> None:
    vault = made(folder)
    file = tmp_path / "stick" / "mine.backup"
    file.parent.mkdir()

    vault.keeping.back_up_to(file)

    assert entries_of(file, tmp_path) == 1
    assert file.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in file.parent.iterdir()] == ["mine.backup"]


@pytest.mark.parametrize("name", ["no such folder/a", "nul\0byte", "x" * 300])
def test_a_place_that_takes_no_file_is_refused(folder: Path, tmp_path: Path, name: str) -> None:
    vault = made(folder)

    with pytest.raises(BackupNotMadeError):
        vault.keeping.back_up_to(tmp_path / name)


def test_a_shut_notebook_makes_no_backup(folder: Path) -> None:
    vault = made(folder)
    vault.close()

    with pytest.raises(StorageError):
        vault.keeping.back_up_if_due(NOW)
    with pytest.raises(StorageError):
        list(vault.keeping.verdicts())
