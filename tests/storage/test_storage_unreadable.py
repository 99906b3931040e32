"""What can't be looked at, read or written is told as such, and nothing is made of it."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from storage_builders import JOURNEY, PASSPHRASE, cheap_vault, said, walk
from storage_disks import FailingDisk

from companion.domain.errors import (
    DamagedBackupError,
    DamagedNotebookError,
    NewerNotebookError,
    StorageError,
    WipeCutOffError,
)
from companion.storage.store import migrations
from companion.storage.store.engine import connect
from companion.storage.store.migrations import STEPS
from companion.storage.store.opening import require_content
from companion.storage.store.verify import verify
from companion.storage.vault import backup
from companion.storage.vault.lock import FolderLock
from companion.system import here

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.storage.store.engine import Database
    from companion.storage.store.open_stores import OpenStores
    from companion.storage.vault.vault import FolderVault

ENTRY = walk("one", said("a-one", "The heron stood in the weir."))


def refused(*_: object, **__: object) -> None:
    raise PermissionError(errno.EACCES, "Permission denied")


def refusing(monkeypatch: pytest.MonkeyPatch, method: str, name: str) -> None:
    """Let the system refuse one thing about whatever has a name."""
    real: Callable[..., object] = getattr(Path, method)

    def guarded(self: Path, *arguments: object, **more: object) -> object:
        return refused() if self.name == name else real(self, *arguments, **more)

    monkeypatch.setattr(Path, method, guarded)


@pytest.fixture
def shut(vault: FolderVault, stores: OpenStores) -> FolderVault:
    """A notebook with an entry, shut."""
    stores.reflections.put(ENTRY)
    vault.close()
    return vault


class TestTheDatabase:
    def test_one_that_is_not_there_is_not_made(self, tmp_path: Path) -> None:
        with pytest.raises(StorageError):
            connect(tmp_path / "notebook.db", bytes(32))
        assert list(tmp_path.iterdir()) == []

    def test_one_that_can_not_be_looked_at_is_not_taken_for_an_empty_one(
        self, tmp_path: Path
    ) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(StorageError) as told:
            require_content(tmp_path / "file" / "notebook.db")
        assert not isinstance(told.value, DamagedNotebookError)

    def test_half_a_character_is_looked_up_nowhere(self, stores: OpenStores) -> None:
        with pytest.raises(StorageError):
            stores.reflections.get("\ud83c")

    def test_a_copy_that_can_not_be_written_is_told(self, database: Database) -> None:
        with pytest.raises(StorageError):
            database.copy_to(Path("/nowhere/at/all.db"))

    def test_a_reference_to_what_is_not_there_is_damage(
        self, stores: OpenStores, database: Database
    ) -> None:
        stores.reflections.put(ENTRY)
        database._bare("PRAGMA foreign_keys = OFF")
        with database.writing() as connection:
            connection.exec_driver_sql("DELETE FROM reflections")
        with pytest.raises(DamagedNotebookError):
            verify(database, index=False)


class TestTheLock:
    @pytest.fixture
    def lock(self, tmp_path: Path) -> FolderLock:
        lock = FolderLock(tmp_path / "lock")
        lock.acquire()
        lock.set_mark("laptop")
        return lock

    def test_a_mark_that_can_not_be_read_is_told_and_not_taken_for_none(
        self, lock: FolderLock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as broken:
            broken.setattr(os, "read", refused)
            with pytest.raises(StorageError):
                lock.mark()
        assert lock.mark() == "laptop"
        lock.release()

    def test_a_mark_that_is_not_on_the_disk_is_told(
        self, lock: FolderLock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(here, "sync", refused)
        with pytest.raises(StorageError):
            lock.set_mark("desktop")
        lock.release()


class TestOpening:
    def test_a_disk_that_refuses_leaves_it_shut_and_given_back(self, shut: FolderVault) -> None:
        (shut.folder / "notebook.db-journal").write_bytes(b"a crash left this")
        broken = cheap_vault(shut.folder, FailingDisk(1, for_good=True))
        with pytest.raises(StorageError):
            broken.open(PASSPHRASE)
        assert not broken.is_open
        assert shut.open(PASSPHRASE).reflections.get("one") == ENTRY

    def test_a_folder_that_can_not_be_looked_at_is_not_one_without_a_marker(
        self, shut: FolderVault, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        refusing(monkeypatch, "exists", "wiping")
        for asked in (shut.is_being_wiped, shut.wiping.begun, shut.wiping.refuse):
            with pytest.raises(StorageError):
                asked()

    def test_a_header_of_another_notebook_is_not_given_another_passphrase(
        self, vault: FolderVault, stores: OpenStores, tmp_path: Path
    ) -> None:
        stores.reflections.put(ENTRY)
        other = cheap_vault(tmp_path / "other")
        other.create(PASSPHRASE, JOURNEY)
        other.close()
        swapped = (other.folder / "keys.json").read_bytes()
        (vault.folder / "keys.json").write_bytes(swapped)
        with pytest.raises(DamagedNotebookError):
            vault.keeping.change_passphrase(PASSPHRASE, "eleven loud geese")
        assert (vault.folder / "keys.json").read_bytes() == swapped


class TestABackup:
    def test_one_with_a_header_that_nobody_wrote_is_damaged_whatever_its_checksum(
        self, tmp_path: Path
    ) -> None:
        file, content = tmp_path / "kept.backup", b"{}\n" + bytes(4096)
        digest = hashlib.sha256(content).hexdigest().encode("ascii")
        file.write_bytes(backup.MAGIC + b"1 " + digest + b"\n" + content)
        with pytest.raises(DamagedBackupError):
            backup.read(file)

    def test_one_of_a_newer_companion_is_told_and_nothing_of_it_is_left(
        self, shut: FolderVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        later, file = cheap_vault(tmp_path / "later"), tmp_path / "kept.backup"
        with monkeypatch.context() as newer:
            newer.setattr(migrations, "STEPS", (*STEPS, lambda _: None))
            later.create(PASSPHRASE, JOURNEY)
            later.keeping.back_up_to(file)
            later.close()
        with pytest.raises(NewerNotebookError):
            shut.keeping.restoring().prepare(file, PASSPHRASE)
        assert not shut.folder.with_name("notebook.restoring").exists()
        assert shut.open(PASSPHRASE).reflections.get("one") == ENTRY


class TestWiping:
    def test_a_file_that_can_not_be_read_is_somebody_elses(
        self, shut: FolderVault, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        letter = shut.folder / "letter"
        letter.write_text("Dear", encoding="utf-8")
        refusing(monkeypatch, "open", "letter")
        assert shut.wiping.staying().others == (letter,)
        assert shut.wiping.wipe().others == (letter,)

    def test_where_nothing_can_be_looked_at_nothing_is_said_to_stay(
        self, shut: FolderVault, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shut.folder.with_name("notebook.before-1").mkdir()
        (shut.folder / "letter").touch()
        refusing(monkeypatch, "iterdir", shut.folder.name)
        refusing(monkeypatch, "iterdir", shut.folder.parent.name)
        stays = shut.wiping.staying()
        assert (stays.earlier, stays.others) == ((), ())

    def test_a_folder_beside_it_that_can_not_be_looked_at_is_left_for_another_time(
        self, shut: FolderVault, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        beside = shut.folder.with_name("notebook.restoring")
        beside.mkdir()
        (beside / "keys.json").write_bytes((shut.folder / "keys.json").read_bytes())
        with monkeypatch.context() as broken:
            refusing(broken, "iterdir", beside.name)
            with pytest.raises(WipeCutOffError):
                shut.wiping.wipe()
        assert shut.wiping.begun()
        shut.wiping.wipe()
        assert not beside.exists()
        assert not shut.folder.exists()
