"""Writing files so that they are there whole or not at all, for their owner alone."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from companion.system import here

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

FILE_MODE = 0o600
"""Readable and writable by the owner alone."""
FOLDER_MODE = 0o700
"""Open to the owner alone."""
OVERWRITTEN = b"companion: overwritten\n"
"""What stands at the beginning of a file that was overwritten; zeros follow it."""
_CHUNK = 1024 * 1024
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would change line ends without it
NOT_BEHIND_A_LINK = getattr(os, "O_NOFOLLOW", 0)
"""Opens a file to write to it, but not where a link leads: someone who may put one into the
folder could else have any other file overwritten. Windows makes links for few, and has no such
flag."""
_ONTO = _BINARY | NOT_BEHIND_A_LINK
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)  # a pipe would be waited for


class Disk:
    """The few things done to files. Every method raises `OSError` when the disk refuses."""

    def make_folder(self, folder: Path) -> None:
        """Make a folder, with those above it, or close one that is there to others."""
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        here.close_to_others(folder)

    def reserve(self, file: Path) -> None:
        """Make a new empty file; one that is there already is an error."""
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE))

    def write(self, file: Path, content: bytes) -> None:
        """Write a file whole or not at all, durably, in place of any of that name."""
        self.write_parts(file, [content])

    def write_parts(self, file: Path, parts: Iterable[bytes]) -> None:
        """Write a file, part after part, whole or not at all, in place of any of that name."""
        new = file.with_name(file.name + ".new")
        try:
            self._write_durably(new, parts)
            self._rename(new, file)
        except OSError:
            with suppress(OSError):
                new.unlink()
            raise
        self.settle(file.parent)

    def copy(self, source: Path, target: Path) -> None:
        """Copy a file durably."""
        self._write_durably(target, chunks_of(source))

    def copy_from(self, source: Path, start: int, target: Path) -> None:
        """Copy a file from a place in it (in bytes) to its end, durably."""
        self._write_durably(target, chunks_of(source, start))

    def move(self, source: Path, target: Path) -> None:
        """Give a file or folder another name in the same folder, durably."""
        self._rename(source, target)
        self.settle(target.parent)

    def overwrite(self, file: Path, most: int) -> None:
        """Overwrite the beginning of a file in its place, durably; none: nothing happens.

        Args:
            file: The file.
            most: At most so many bytes from its beginning.
        """
        with suppress(OSError):  # one that its owner may only read can be opened then
            file.chmod(FILE_MODE)
        with suppress(FileNotFoundError), file.open("r+b") as writing:
            size = min(os.fstat(writing.fileno()).st_size, most)
            writing.write((OVERWRITTEN + bytes(size))[:size])
            writing.flush()
            here.sync(writing.fileno())

    def remove(self, file: Path) -> None:
        """Remove a file; nothing happens if there is none."""
        here.patiently(lambda: file.unlink(missing_ok=True))

    def remove_empty(self, folder: Path) -> None:
        """Remove a folder in which there is nothing, or a link to one; none: nothing happens."""
        with suppress(FileNotFoundError):
            here.patiently(folder.unlink if folder.is_symlink() else folder.rmdir)

    def remove_folder(self, folder: Path) -> None:
        """Remove a folder with the files in it; nothing happens if there is none."""
        with suppress(FileNotFoundError):
            for file in folder.iterdir():
                here.patiently(file.unlink)
            here.patiently(folder.rmdir)

    def settle(self, folder: Path) -> None:
        """Make the names in a folder durable, where the system knows how."""
        here.settle(folder)

    @staticmethod
    def _rename(source: Path, target: Path) -> None:
        here.patiently(lambda: source.replace(target))

    @staticmethod
    def _write_durably(file: Path, parts: Iterable[bytes]) -> None:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _ONTO, FILE_MODE)
        with os.fdopen(handle, "wb") as writing:
            for part in parts:
                writing.write(part)
            writing.flush()
            here.sync(writing.fileno())


def beginning_of(file: Path, most: int) -> bytes:
    """The beginning of a plain file, at most so many bytes of it.

    Raises:
        OSError: If it is not there, may not be read, or is a pipe, a device, a folder.
    """
    with os.fdopen(os.open(file, os.O_RDONLY | _BINARY | _AT_ONCE), "rb") as reading:
        if not stat.S_ISREG(os.fstat(reading.fileno()).st_mode):
            raise IsADirectoryError
        return reading.read(most)


def chunks_of(file: Path, start: int = 0) -> Iterator[bytes]:
    """A file's bytes, some at a time.

    Args:
        file: The file.
        start: Where to begin (in bytes).

    Raises:
        OSError: If the disk refuses.
    """
    with file.open("rb") as reading:
        reading.seek(start)
        while chunk := reading.read(_CHUNK):
            yield chunk


def make_folder(folder: Path) -> None:
    """Make a folder, with those above it, or close one that is there to others.

    Raises:
        OSError: If the disk refuses.
    """
    Disk().make_folder(folder)


def write_whole(file: Path, content: bytes) -> None:
    """Write a file whole or not at all, durably, in place of any of that name.

    Raises:
        OSError: If the disk refuses; the file is then as it was.
    """
    Disk().write(file, content)
