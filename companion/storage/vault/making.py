"""Making a notebook: whole, or not at all."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from companion.domain.errors import BeingWipedError, NotANotebookError, NotebookExistsError
from companion.storage.vault import names

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from companion.storage.vault.files import Disk
    from companion.storage.vault.lock import FolderLock

_FILES = (f"{names.HEADER}.new", names.HEADER, names.DATABASE, names.JOURNAL)
_FOLDERS = (names.ASIDE, f"{names.ASIDE}.new")
_MARKERS = (f"{names.UNFINISHED}.new", names.UNFINISHED)


def require_none(folder: Path) -> None:
    """Refuse a folder in which there is something.

    Raises:
        NotebookExistsError: If there is a notebook, or something else, in it.
        BeingWipedError: If what is left of one that was being removed is in it.
        StorageError: If it could not be looked at.
    """
    try:
        there = names.holds_notebook(folder)
    except NotANotebookError:
        there = True
    if there and names.is_being_wiped(folder):
        raise BeingWipedError(folder=str(folder))
    if there:
        raise NotebookExistsError(folder=str(folder))


class Making:
    """Holds a folder while a notebook is made in it.

    A marker says that the making has begun, and the header is written last: until then
    there is no notebook, whenever the power goes. Leaving the `with` block before
    `finish` was called removes everything again.
    """

    def __init__(self, disk: Disk, folder: Path, lock: FolderLock) -> None:
        """Take what it works with; nothing is touched yet."""
        self._disk = disk
        self._folder = folder
        self._lock = lock
        self._undo = ExitStack()

    def __enter__(self) -> Self:
        """Make and lock the folder, and remove what an earlier attempt left.

        Raises:
            NotebookExistsError: If a notebook was made there in the meantime.
            NotebookInUseError: If another companion is at it.
            StorageError: If the folder could not be locked.
            OSError: If it could not be made.
        """
        with ExitStack() as undo:
            if not self._folder.exists():
                undo.callback(self._remove_folder)
            self._disk.make_folder(self._folder)
            self._lock.acquire()
            undo.callback(self._lock.release)
            require_none(self._folder)
            undo.callback(self._clear)
            self._disk.write(self._folder / names.UNFINISHED, b"")
            self._remove_remains()
            self._undo = undo.pop_all()
        return self

    def finish(self, header: bytes) -> None:
        """Write the header; from now on there is a notebook.

        Raises:
            OSError: If it could not be written.
        """
        self._disk.settle(self._folder)
        self._disk.write(self._folder / names.HEADER, header)
        self._undo.pop_all()
        with suppress(OSError):  # the next opening removes it
            self._disk.remove(self._folder / names.UNFINISHED)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Remove everything again, unless it was finished."""
        self._undo.close()

    def _remove_remains(self) -> None:
        for name in _FILES:
            self._disk.remove(self._folder / name)
        for name in _FOLDERS:
            self._disk.remove_folder(self._folder / name)

    def _clear(self) -> None:
        # The markers go last: what could not be removed is then still known as remains.
        with suppress(OSError):
            self._remove_remains()
            for name in _MARKERS:
                self._disk.remove(self._folder / name)
        self._lock.release()
        with suppress(OSError):
            self._disk.remove(self._folder / names.LOCK)

    def _remove_folder(self) -> None:
        with suppress(OSError):  # something that could not be removed is still in it
            self._folder.rmdir()
