"""Removing a notebook for good, its key first.

A marker says that the wiping has begun, and goes when everything else is gone. Then every
header and the heads of the backups, which hold the same key slots, are overwritten, and an
open card with them: from then on nothing here can be opened any more, whatever interrupts
the rest. What a disk kept elsewhere of an overwritten block is beyond the reach of any
program; without the passphrase it opens nothing either.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from companion.domain.errors import (
    BeingWipedError,
    NoNotebookError,
    StorageError,
    WipeCutOffError,
)
from companion.domain.wiping import Staying
from companion.storage.vault import names, staged_restore
from companion.storage.vault.header import MOST_BYTES
from companion.storage.vault.open_card import MOST_BYTES as CARD_BYTES
from companion.storage.vault.parts import Parts, is_card, parts_of
from companion.storage.vault.restoring import BEFORE
from companion.storage.vault.slots import unlock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.storage.vault.lock import FolderLock
    from companion.storage.vault.place import Place

_HEAD_BYTES = 2 * MOST_BYTES  # of a backup: its first line, and the header with the key slots


class Wiping:
    """Removes one notebook for good."""

    def __init__(self, place: Place, lock: FolderLock) -> None:
        """Take the notebook's place and its lock; nothing is touched."""
        self._place = place
        self._disk = place.disk
        self._folder = place.folder
        self._lock = lock
        self._refused = False

    def begun(self) -> bool:
        """Whether the notebook was being wiped, and that was cut off.

        Raises:
            StorageError: If the folder could not be looked at.
        """
        try:
            return names.is_being_wiped(self._folder)
        except OSError:
            raise StorageError from None

    def refuse(self) -> None:
        """Refuse what can't be done with a notebook that was being wiped.

        Raises:
            BeingWipedError: If it was.
            StorageError: If the folder could not be looked at.
        """
        if self.begun():
            raise BeingWipedError(folder=str(self._folder))

    def check(self, secret: str) -> None:
        """Refuse a passphrase or recovery code that does not open the notebook.

        Raises:
            NoNotebookError: If there is none.
            WrongPassphraseError: If no slot opens.
            DamagedNotebookError: If the header is damaged.
            NewerNotebookError: If a newer version wrote it.
            StorageError: If it could not be read.
        """
        if not names.holds_notebook(self._folder):
            raise NoNotebookError(folder=str(self._folder))
        unlock(self._place.read_header(), secret)

    def staying(self) -> Staying:
        """What wiping leaves where it is: what lies here and is no part of the notebook."""
        both = (self._folder, staged_restore.beside(self._folder))
        return Staying(self._earlier(), tuple(one for folder in both for one in _others(folder)))

    def wipe(self) -> Staying:
        """Remove the notebook, which must be shut, or go on where that was cut off.

        Returns:
            What is left where it lay.

        Raises:
            NoNotebookError: If there is none.
            NotANotebookError: If the folder holds other things.
            NotebookInUseError: If a companion has it open.
            StorageError: If nothing was touched, the disk refusing.
            WipeCutOffError: If something could not be removed; asking again goes on.
        """
        if not names.holds_notebook(self._folder):
            raise NoNotebookError(folder=str(self._folder))
        self._lock.acquire()
        try:
            self._begin()
            for folder in (self._folder, staged_restore.beside(self._folder)):
                self._overwrite_keys(self._parts(folder))
            self._remove_all()
        finally:
            self._lock.release()
        self._remove_folder()
        return self.staying()

    def _begin(self) -> None:
        self._refused = False
        if self.begun():
            return
        marker = self._folder / names.WIPING
        try:
            self._disk.write(marker, b"")
        except OSError:
            # A disk may say no after the marker is there: then it is taken away again.
            with suppress(OSError):
                self._disk.remove(marker)
            if self.begun():
                raise WipeCutOffError(folder=str(self._folder)) from None
            raise StorageError from None

    def _overwrite_keys(self, parts: Parts) -> None:
        for header in parts.headers:
            # Where the header itself is a link, its owner made one; a copy that is one was planted.
            if header == self._place.header or not header.is_symlink():
                self._try(self._disk.overwrite, header, MOST_BYTES)
            self._try(self._disk.remove, header)
        for file in parts.backups:
            if not file.is_symlink():  # what a link leads to is a backup kept elsewhere
                self._try(self._disk.overwrite, file, _HEAD_BYTES)
        for file in parts.files:
            if is_card(file) and not file.is_symlink():  # the one that is readable as it is
                self._try(self._disk.overwrite, file, CARD_BYTES)

    def _remove_all(self) -> None:
        self._settle()
        beside = staged_restore.beside(self._folder)
        for folder in (self._folder, beside):
            self._remove_parts(self._parts(folder))
        if not self._parts(beside).others:
            self._try(self._disk.remove_empty, beside)
        self._settle()
        # The marker goes once nothing of the notebook is left, the lock after it.
        if not self._refused:
            with suppress(OSError):
                self._disk.remove(self._folder / names.WIPING)
        if self.begun():
            raise WipeCutOffError(folder=str(self._folder))

    def _remove_parts(self, parts: Parts) -> None:
        for file in (*parts.headers, *parts.backups, *parts.files):
            self._try(self._disk.remove, file)
        holding = {one.parent for one in parts.others}
        for folder in parts.folders:
            if folder not in holding:
                self._try(self._disk.remove_empty, folder)

    def _remove_folder(self) -> None:
        """Remove the lock and the folder; what is left of these two says nothing."""
        self._try(self._disk.remove, self._folder / names.LOCK)
        self._try(self._disk.remove_empty, self._folder)

    def _parts(self, folder: Path) -> Parts:
        try:
            return parts_of(folder)
        except OSError:
            self._refused = True
            return Parts()

    def _earlier(self) -> tuple[Path, ...]:
        try:
            begins = f"{self._folder.name}{BEFORE}"
            there = self._folder.parent.iterdir()
            found = [one for one in there if one.name.startswith(begins) and one.is_dir()]
            return tuple(sorted(one for one in found if one.name.removeprefix(begins).isdecimal()))
        except OSError:
            return ()

    def _settle(self) -> None:
        self._try(self._disk.settle, self._folder)

    def _try(self, step: Callable[..., None], *arguments: object) -> None:
        # One file that can't be removed does not keep the others here.
        try:
            step(*arguments)
        except OSError:
            self._refused = True


def _others(folder: Path) -> list[Path]:
    try:
        return parts_of(folder).others
    except OSError:
        return []
