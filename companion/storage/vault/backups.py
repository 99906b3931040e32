"""Making backups, checking each by opening it, and keeping their locks up to date."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from companion.domain.errors import BackupNotMadeError, CompanionError, StorageError
from companion.domain.safekeeping import BackupFile, State, Verdict
from companion.storage.vault import backup, names
from companion.storage.vault.files import chunks_of
from companion.storage.vault.header import encode
from companion.storage.vault.ring import BARE, OPENED, Ring
from companion.storage.vault.slots import fits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from companion.storage.vault.backup import Backup
    from companion.storage.vault.place import Place

EVERY = timedelta(days=1)
"""A backup is made at most so often by itself."""


class Backups:
    """The backups of one notebook, which is open while they are made.

    Nothing else may write to the notebook meanwhile.
    """

    def __init__(self, place: Place) -> None:
        """Take the notebook's place; nothing is read or made."""
        self._place = place
        self._disk = place.disk
        self._own = place.folder / names.BACKUPS
        self._ring = Ring(place.disk, self._own)

    def listed(self) -> tuple[BackupFile, ...]:
        """Those in the notebook's folder, the newest first."""
        found = []
        for file in self._ring.files():
            with suppress(OSError):
                there = file.stat()
                made_at = datetime.fromtimestamp(there.st_mtime, UTC)
                found.append(BackupFile(file, made_at, there.st_size))
        return tuple(found)

    def due(self, now: datetime) -> bool:
        """Whether a backup is due: none in the last 24 hours, and the database has changed.

        Args:
            now: The moment (aware).
        """
        listed = self.listed()
        if not listed:
            return True
        newest = listed[0]
        if timedelta(0) <= now - newest.made_at < EVERY:
            return False
        return not self._holds_the_same(newest.file)

    def make(self, key: bytes, now: datetime) -> Path:
        """Make one in the notebook's folder, checked by opening it; the oldest may go.

        Args:
            key: The notebook's key.
            now: The moment (aware), which the file shows as its own.

        Raises:
            BackupNotMadeError: If it could not be made; those before are as they were.
        """
        with self._incoming() as file:
            self._write(file, key)
            os.utime(file, (now.timestamp(), now.timestamp()))
            return self._ring.take_in()

    def make_first(self, key: bytes) -> None:
        """Make one before the notebook's tables are changed for good.

        Raises:
            BackupNotMadeError: If it could not be made.
        """
        with self._incoming() as file:
            self._write(file, key)
            self._ring.take_in()

    def rescue(self, header: bytes, copy_to: Callable[[Path], None]) -> None:
        """Make one of an open database whose file has lost its name.

        Args:
            header: The notebook's header as it was when it was opened.
            copy_to: Writes the database to a new file.

        Raises:
            CompanionError: If it could not be made.
        """
        with self._incoming() as file:
            bare = file.with_name(f"{file.name}{BARE}")
            self._disk.remove(bare)
            try:
                copy_to(bare)
                backup.write(self._disk, file, header, bare)
            finally:
                self._disk.remove(bare)
            self._ring.take_in()

    def write_to(self, file: Path, key: bytes) -> None:
        """Make one wherever the person says, checked by opening it.

        Raises:
            BackupNotMadeError: If it could not be made; a file that was there is as it was.
        """
        beside = file.with_name(f".{names.NEXT}")
        try:
            self._write(beside, key)
            self._disk.move(beside, file)
        except (OSError, ValueError, CompanionError):  # a name no file can have: ValueError
            raise BackupNotMadeError from None
        finally:
            with suppress(OSError, ValueError):
                self._disk.remove(beside)

    def lock_again(self, key: bytes) -> int:
        """Give every backup with this key the notebook's present header.

        Afterwards an old passphrase or code opens them no more. Nothing happens to those
        that have it already, so that this may be called again after it was cut off.

        Returns:
            How many could not be changed, being damaged or on a disk that refused.
        """
        header = self._place.header.read_bytes()
        left = 0
        for file in self._ring.files():
            try:
                has = backup.header_of(file, allow_cheapest=self._place.allow_cheapest)
                if fits(has, key) and encode(has) != header:
                    self._lock_again(file, header)
            except (CompanionError, OSError):
                left += 1
        return left

    def verdicts(self, key: bytes) -> Iterator[Verdict]:
        """What opening each backup in the folder shows, the newest first."""
        for file in self._ring.files():
            yield Verdict(f"{names.BACKUPS}/{file.name}", self._state(file, key))

    def _lock_again(self, file: Path, header: bytes) -> None:
        found = backup.read(file, allow_cheapest=self._place.allow_cheapest)
        there = file.stat()
        backup.write_again(self._disk, found, header)
        os.utime(file, ns=(there.st_mtime_ns, there.st_mtime_ns))

    @contextmanager
    def _incoming(self) -> Iterator[Path]:
        """Where a new backup is written; nothing of it is left if it was not taken in."""
        file = self._ring.incoming
        try:
            self._disk.make_folder(self._own)
            self._ring.sweep()
            yield file
        except (OSError, CompanionError):
            raise BackupNotMadeError from None
        finally:
            with suppress(OSError):
                self._disk.remove(file)

    def _state(self, file: Path, key: bytes) -> State:
        try:
            found = backup.read(file, allow_cheapest=self._place.allow_cheapest)
            if not fits(found.header, key):
                return State.OTHER_KEY
            self._open(found, key, thoroughly=True)
        except StorageError:
            raise
        except CompanionError:
            return State.DAMAGED
        return State.WHOLE

    def _write(self, file: Path, key: bytes) -> None:
        header = self._place.header.read_bytes()
        backup.write(self._disk, file, header, self._place.database)
        found = backup.read(file, allow_cheapest=self._place.allow_cheapest)
        if not fits(found.header, key):
            raise BackupNotMadeError
        self._open(found, key, thoroughly=False)

    def _open(self, found: Backup, key: bytes, *, thoroughly: bool) -> None:
        """Open a backup and read every page of it, in a copy that is removed again."""
        from companion.storage.store.opening import check_database

        scratch = found.file.with_name(f"{found.file.name}{OPENED}")
        try:
            self._disk.copy_from(found.file, found.starts, scratch)
            check_database(scratch, key, thoroughly=thoroughly)
        except OSError:
            raise StorageError from None
        finally:
            with suppress(OSError):
                self._disk.remove(scratch)
                self._disk.remove(scratch.with_name(f"{scratch.name}-journal"))

    def _holds_the_same(self, file: Path) -> bool:
        """Whether a backup's database is byte for byte the notebook's."""
        try:
            found = backup.read(file, allow_cheapest=self._place.allow_cheapest)
            theirs, ours = chunks_of(file, found.starts), chunks_of(self._place.database)
            size = self._place.database.stat().st_size
            if file.stat().st_size - found.starts != size:
                return False
            return all(one == other for one, other in zip(theirs, ours, strict=True))
        except (CompanionError, OSError, ValueError):
            return False
