"""The system refuses to read, write or look: that is told, and is never taken for damage."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from storage_builders import JOURNEY, PASSPHRASE, cheap_vault, known_bytes, said, walk
from storage_disks import FailingDisk

from companion.domain.errors import (
    BackupNotMadeError,
    DamagedBackupError,
    StorageError,
)
from companion.domain.recovery_code import new_code
from companion.domain.safekeeping import State
from companion.storage.store.watch import FileWatch
from companion.storage.vault import backup
from companion.storage.vault.files import Disk
from companion.storage.vault.lock import FolderLock

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.storage.vault.vault import FolderVault

NOW = datetime(2026, 3, 2, 18, 30, tzinfo=UTC)
CODE = new_code(known_bytes("code"))


@pytest.fixture
def made(folder: Path) -> FolderVault:
    """An open notebook with an entry."""
    vault = cheap_vault(folder)
    vault.create(PASSPHRASE, JOURNEY, CODE).reflections.put(walk("r1", said("a1", "A heron.")))
    return vault


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Let one method of a path fail for files of one name."""

    def refuse(method: str, name: str) -> None:
        real = getattr(Path, method)

        def refusing(self: Path, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - as it is called
            if self.name == name:
                raise PermissionError
            return real(self, *given, **named)

        monkeypatch.setattr(Path, method, refusing)
        if method == "open":
            monkeypatch.setattr(os, "open", refusing_open(name))

    return refuse


def refusing_open(name: str) -> Callable[..., int]:
    """The system's own call, refused for files of one name."""
    real = os.open

    def opened(file: str | Path, *given: Any, **named: Any) -> int:  # noqa: ANN401 - as it is called
        if os.path.basename(file) == name:  # noqa: PTH119
            raise PermissionError
        return real(file, *given, **named)

    return opened


def test_a_header_that_may_not_be_read_is_no_damage(
    made: FolderVault, refuse: Callable[[str, str], None]
) -> None:
    made.close()
    refuse("open", "keys.json")

    with pytest.raises(StorageError):
        made.open(PASSPHRASE)


def test_a_header_that_may_not_be_read_is_no_damage_to_verify_either(
    made: FolderVault, refuse: Callable[[str, str], None]
) -> None:
    refuse("open", "keys.json")

    with pytest.raises(StorageError):
        list(made.keeping.verdicts())


def test_a_folder_that_may_not_be_looked_at_is_not_taken_for_an_empty_one(
    made: FolderVault, folder: Path, refuse: Callable[[str, str], None]
) -> None:
    made.close()
    refuse("iterdir", folder.name)

    with pytest.raises(StorageError):
        made.exists()


def test_a_restored_notebook_that_can_not_be_given_its_name_is_told(
    made: FolderVault, folder: Path
) -> None:
    made.close()
    folder.rename(folder.with_name("notebook.restoring"))

    with pytest.raises(StorageError):
        cheap_vault(folder, FailingDisk(1)).exists()
    assert cheap_vault(folder).exists()


def test_a_full_disk_does_not_keep_anyone_from_reading(
    made: FolderVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.close()

    def full(*_: object) -> None:
        raise StorageError

    monkeypatch.setattr(FolderLock, "set_mark", full)

    assert made.open(PASSPHRASE).reflections.get("r1").first_words == "A heron."
    made.close()


def test_what_is_not_held_has_no_mark(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path / "lock")

    with pytest.raises(StorageError):
        lock.mark()
    with pytest.raises(StorageError):
        lock.set_mark("a")


def test_a_share_that_is_away_for_a_moment_has_replaced_nothing(
    tmp_path: Path, refuse: Callable[[str, str], None]
) -> None:
    file = tmp_path / "notebook.db"
    file.touch()
    watch = FileWatch(file)

    refuse("stat", "notebook.db")

    assert not watch.replaced()


def test_a_backup_that_may_not_be_copied_is_no_damage(
    made: FolderVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.keeping.back_up_if_due(NOW)

    def full(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Disk, "copy_from", full)

    with pytest.raises(StorageError):
        list(made.keeping.verdicts())


def test_no_backup_is_made_with_a_header_of_another_hand(
    made: FolderVault, folder: Path, tmp_path: Path
) -> None:
    other = cheap_vault(tmp_path / "other")
    other.create(PASSPHRASE, JOURNEY)
    other.close()
    (folder / "keys.json").write_bytes((tmp_path / "other" / "keys.json").read_bytes())

    with pytest.raises(BackupNotMadeError):
        made.keeping.back_up_if_due(NOW)
    assert made.keeping.backups() == ()


def test_a_backup_whose_header_is_cut_is_counted_and_left(made: FolderVault, folder: Path) -> None:
    made.keeping.back_up_if_due(NOW)
    file = folder / "backups" / "1.backup"
    file.write_bytes(file.read_bytes()[:120])

    assert made.keeping.change_passphrase(PASSPHRASE, "eleven loud geese") == 1
    states = {one.part: one.state for one in made.keeping.verdicts()}
    assert states["backups/1.backup"] is State.DAMAGED


def test_a_backup_with_a_weakened_header_is_damage(
    made: FolderVault, folder: Path, tmp_path: Path
) -> None:
    from dataclasses import replace

    from companion.storage.vault.header import decode, encode

    header = decode((folder / "keys.json").read_bytes(), allow_cheapest=True)
    changed = encode(replace(header, slots=header.slots[:1]))
    file = tmp_path / "bad.backup"
    backup.write(Disk(), file, changed, folder / "notebook.db")
    made.close()

    with pytest.raises(DamagedBackupError):
        made.keeping.restoring().prepare(file, PASSPHRASE)


def test_a_backup_that_can_not_be_laid_ready_leaves_nothing(
    made: FolderVault, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.keeping.back_up_to(tmp_path / "mine.backup")
    made.close()

    def full(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Disk, "copy_from", full)
    with pytest.raises(StorageError):
        made.keeping.restoring().prepare(tmp_path / "mine.backup", PASSPHRASE)

    assert not folder.with_name("notebook.restoring").exists()


def test_a_database_that_is_gone_while_it_is_open_is_due_and_not_backed_up(
    made: FolderVault, folder: Path
) -> None:
    made.keeping.back_up_if_due(NOW)
    (folder / "notebook.db").unlink()

    with pytest.raises(BackupNotMadeError):
        made.keeping.back_up_if_due(NOW.replace(day=9))
    assert len(made.keeping.backups()) == 1
