"""Putting a backup in the notebook's place. Nothing is overwritten: what was there moves aside.

The backup's notebook is made whole in a folder beside the notebook's, header last. Then
two folders get other names. A crash between these two leaves no notebook in its place, and
a finished one beside it: the next start gives it its name.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from companion.domain.errors import (
    BeingWipedError,
    CompanionError,
    DamagedBackupError,
    DamagedNotebookError,
    StorageError,
)
from companion.domain.safekeeping import Restorable
from companion.storage.vault import backup, names, staged_restore
from companion.storage.vault.header import encode
from companion.storage.vault.lock import FolderLock
from companion.storage.vault.open_card import remove_card
from companion.storage.vault.slots import unlock

if TYPE_CHECKING:
    from pathlib import Path

    from companion.storage.vault.backup import Backup
    from companion.storage.vault.place import Place

BEFORE = ".before-"
"""Stands between a folder's name and a number where that folder was put aside."""


class Restoring:
    """One backup on its way into the notebook's place."""

    def __init__(self, place: Place) -> None:
        """Take the notebook's place, which may hold a notebook, whole or not, or be missing."""
        self._place = place
        self._disk = place.disk
        self._folder = place.folder
        self._beside = staged_restore.beside(place.folder)
        self._found: Backup | None = None

    def prepare(self, file: Path, secret: str) -> Restorable:
        """Read a backup whole, open it, and lay it ready beside the notebook's folder.

        Args:
            file: The backup.
            secret: The passphrase or recovery code of the day it was made.

        Raises:
            NotABackupError: If the file is none, or can't be read.
            DamagedBackupError: If it is not as it was written.
            WrongPassphraseError: If the secret does not open it.
            NewerNotebookError: If a newer companion wrote it.
            NotANotebookError: If the notebook's place holds other things.
            BeingWipedError: If what is there was being removed for good.
            StorageError: If it could not be laid ready; nothing was changed.
        """
        names.holds_notebook(self._folder)
        if names.is_being_wiped(self._folder):
            raise BeingWipedError(folder=str(self._folder))
        found = backup.read(file, allow_cheapest=self._place.allow_cheapest)
        try:
            key = unlock(found.header, secret)
        except DamagedNotebookError:
            raise DamagedBackupError(file=file.name) from None
        try:
            entries, latest = self._lay_ready(found, key)
            made_at = datetime.fromtimestamp(file.stat().st_mtime, UTC)
        except DamagedNotebookError:
            self.abandon()
            raise DamagedBackupError(file=file.name) from None
        except CompanionError:
            self.abandon()
            raise
        except OSError:
            self.abandon()
            raise StorageError from None
        self._found = found
        return Restorable(file, made_at, entries, latest, self._same_notebook(found))

    def put_in_place(self) -> Path | None:
        """Give the backup's notebook the notebook's place.

        Returns:
            Where the folder that was there is now; none if there was none.

        Raises:
            NotebookInUseError: If a companion has the notebook open.
            StorageError: If the disk refused; the notebook is then as it was.
        """
        if self._found is None:
            raise StorageError
        lock = FolderLock(self._folder / names.LOCK)
        try:
            if self._folder.exists():
                lock.acquire()
            card = self._bring_card(self._found)
            self._disk.write(self._beside / names.HEADER, encode(self._found.header))
            self._disk.settle(self._folder.parent)
            lock.release()
            aside = self._swap()
            if card and aside is not None:
                # Readable as it is, it must not be forgotten where it was put aside.
                with suppress(OSError):
                    remove_card(self._disk, aside / names.CARD)
        except OSError:
            raise StorageError from None
        finally:
            lock.release()
        self._found = None
        return aside

    def abandon(self) -> None:
        """Remove what was laid ready. Safe to call at any time."""
        self._found = None
        with suppress(OSError):
            self._disk.remove_folder(self._beside)

    def _lay_ready(self, found: Backup, key: bytes) -> tuple[int, datetime | None]:
        from companion.storage.store.opening import check_database, entries_in

        self._disk.remove_folder(self._beside)
        self._disk.make_folder(self._beside)
        file = self._beside / names.DATABASE
        self._disk.copy_from(found.file, found.starts, file)
        check_database(file, key)
        return entries_in(file, key)

    def _swap(self) -> Path | None:
        aside = self._move_aside()
        try:
            self._disk.move(self._beside, self._folder)
        except OSError:
            # Half of it is the one state that may not stay.
            if aside is not None and not self._folder.exists():
                self._disk.move(aside, self._folder)
            raise
        return aside

    def _move_aside(self) -> Path | None:
        if not self._folder.exists():
            return None
        tried = (self._folder.with_name(f"{self._folder.name}{BEFORE}{n}") for n in count(1))
        aside = next(folder for folder in tried if not folder.exists())
        self._disk.move(self._folder, aside)
        return aside

    def _bring_card(self, found: Backup) -> bool:
        """Lay the open card of the same notebook beside it: a restore takes no choice back."""
        card = self._folder / names.CARD
        if not self._same_notebook(found) or not card.is_file():
            return False
        self._disk.copy(card, self._beside / names.CARD)
        return True

    def _same_notebook(self, found: Backup) -> bool | None:
        try:
            return self._place.read_header().id == found.header.id
        except CompanionError:
            return None
