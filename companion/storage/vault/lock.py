"""One companion at a time: a lock on a file, which the system gives back after a crash.

While the notebook is open the file says on which machine, by a name that means nothing
anywhere else. After a crash it still does, and so tells our own crash from a journal that
a program which keeps folders in step brought along.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from companion.domain.errors import NotebookInUseError, StorageError
from companion.storage.vault.files import FILE_MODE, NOT_BEHIND_A_LINK
from companion.system import here

if TYPE_CHECKING:
    from pathlib import Path

_MOST_OF_A_MARK = 64
_FLAGS = os.O_RDWR | os.O_CREAT | NOT_BEHIND_A_LINK
_AFTER_THE_BLANK = 1  # a mark begins with a blank


class FolderLock:
    """Holds a notebook's folder for one companion."""

    def __init__(self, file: Path) -> None:
        """Take the lock's file; nothing is locked yet."""
        self._file = file
        self._handle: int | None = None

    def acquire(self) -> None:
        """Hold the folder from now on.

        Raises:
            NotebookInUseError: If another companion, or this one, holds it already.
            StorageError: If the system would not lock.
        """
        try:
            handle = os.open(self._file, _FLAGS, FILE_MODE)
        except OSError:
            raise StorageError from None
        try:
            taken = here.take(handle)
        except OSError:
            os.close(handle)
            raise StorageError from None
        if not taken:
            os.close(handle)
            raise NotebookInUseError
        self._handle = handle

    def mark(self) -> str:
        """Which machine had the notebook open and never shut it; empty: none.

        Raises:
            StorageError: If it could not be read, or nothing is held.
        """
        handle = self._held()
        try:
            os.lseek(handle, _AFTER_THE_BLANK, os.SEEK_SET)
            return os.read(handle, _MOST_OF_A_MARK).decode("ascii", "replace")
        except OSError:
            raise StorageError from None

    def set_mark(self, machine: str) -> None:
        """Say which machine has the notebook open; empty: none.

        Args:
            machine: The machine's name, at most 63 ASCII characters.

        Raises:
            StorageError: If it could not be written, or nothing is held.
        """
        handle = self._held()
        try:
            os.ftruncate(handle, 0)
            if machine:
                os.lseek(handle, 0, os.SEEK_SET)
                os.write(handle, b" " + machine.encode("ascii"))
            here.sync(handle)
        except OSError:
            raise StorageError from None

    def _held(self) -> int:
        if self._handle is None:
            raise StorageError
        return self._handle

    def release(self) -> None:
        """Give the folder back; closing the file does it. Safe to call twice."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
