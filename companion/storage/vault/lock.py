"""One companion at a time: a lock on a file, which the system gives back after a crash."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from companion.domain.errors import NotebookInUseError, StorageError
from companion.storage.vault.files import FILE_MODE

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _take(handle: int) -> bool:
        # flock belongs to the open file and not to the process, so that a second
        # notebook in the same process is refused as well.
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


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
            handle = os.open(self._file, os.O_RDWR | os.O_CREAT, FILE_MODE)
        except OSError:
            raise StorageError from None
        try:
            taken = _take(handle)
        except OSError:
            os.close(handle)
            raise StorageError from None
        if not taken:
            os.close(handle)
            raise NotebookInUseError
        self._handle = handle

    def release(self) -> None:
        """Give the folder back; closing the file does it. Safe to call twice."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
