"""Writing a file that leaves the notebook: whole or not at all, for its owner's eyes."""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from companion.domain.errors import FileExistsAlreadyError, FileNotWrittenError
from companion.domain.file_errors import FileNotRemovedError
from companion.system import here

if TYPE_CHECKING:
    from collections.abc import Iterable

MODE = 0o600
"""Readable and writable by its owner alone, from the first byte on."""
_FOLDER_MODE = 0o700
_UNREADABLE = "unreadable"
_MOST_ATTEMPTS = 100
_AT_ONCE = 2**20  # bytes written or read in one step
_NEW = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL  # never a file, nor a link, that someone else put there
    | getattr(os, "O_BINARY", 0)  # Windows would change line ends without it
)


class Outbox:
    """Writes text files where the person says; fits `services.ports.files.Outbox`."""

    def write(self, file: Path, text: str, *, replace: bool = False) -> None:
        """Write a text file whole or not at all, in UTF-8, mode 0600.

        Args:
            file: Where; its folder must be there.
            text: What is in it.
            replace: Whether a file of that name may be written over.

        Raises:
            FileExistsAlreadyError: If the file is there and `replace` is false.
            FileNotWrittenError: If it could not be written; nothing half is left.
        """
        self.write_pieces(file, [text], replace=replace)

    def write_bytes(self, file: Path, data: bytes, *, replace: bool = False) -> None:
        """Write a file whole or not at all, mode 0600.

        Args:
            file: Where; its folder must be there.
            data: What is in it.
            replace: Whether a file of that name may be written over.

        Raises:
            FileExistsAlreadyError: If the file is there and `replace` is false.
            FileNotWrittenError: If it could not be written; nothing half is left.
        """
        self._write_all(file, [data], replace=replace)

    def write_pieces(self, file: Path, pieces: Iterable[str], *, replace: bool = False) -> None:
        """Write a text file piece by piece, whole or not at all, in UTF-8, mode 0600.

        Args:
            file: Where; its folder must be there.
            pieces: What is in it, in order.
            replace: Whether a file of that name may be written over.

        Raises:
            FileExistsAlreadyError: If the file is there and `replace` is false.
            FileNotWrittenError: If it could not be written; nothing half is left.
        """
        self._write_all(file, (piece.encode("utf-8") for piece in pieces), replace=replace)

    def _write_all(self, file: Path, pieces: Iterable[bytes], *, replace: bool) -> None:
        try:
            if replace:
                self._write(_replaceable(file), pieces, over=True)
            else:
                self._write(file, pieces, over=False)
        except FileExistsError:
            raise FileExistsAlreadyError(file=str(file)) from None
        except (OSError, ValueError):  # a name or a text that no file can have is a ValueError
            raise FileNotWrittenError(file=str(file)) from None

    def place(self, file: Path) -> Path:
        """Where a file that was written lies: from the root on, and behind a link.

        Args:
            file: As it was named when it was written. What was written over a link is where
                the link leads, and it is that file that has the words in it.
        """
        # Not `file.is_symlink()`, which raises for a name that no file can have.
        is_link = os.path.islink(file)  # noqa: PTH114  as said
        return Path(os.path.realpath(file)) if is_link else file.absolute()

    def fingerprint(self, file: Path) -> str:
        """A short text that changes when a file's bytes do (SHA-256); empty: it is not there.

        Args:
            file: Any file. What is there and can't be read, or is no plain file, has a
                fingerprint that no readable file has.
        """
        try:
            # A link is not followed: what it leads to was not written here.
            if not stat.S_ISREG(file.lstat().st_mode):
                return _UNREADABLE
            with file.open("rb") as reading:
                return _digest(reading)
        except (FileNotFoundError, NotADirectoryError):
            return ""
        except (OSError, ValueError):
            return _UNREADABLE

    def remove(self, file: Path) -> None:
        """Remove a file; nothing happens if there is none.

        Args:
            file: The file; a link is removed, and not what it leads to.

        Raises:
            FileNotRemovedError: If it could not be removed.
        """
        try:
            here.patiently(lambda: file.unlink(missing_ok=True))
        except (OSError, ValueError):
            raise FileNotRemovedError(file=str(file)) from None
        _settle(file.parent)

    def write_folder(self, folder: Path, files: Iterable[tuple[str, str]]) -> None:
        """Write a new folder of text files, whole or not at all, modes 0700 and 0600.

        Args:
            folder: Where; the folder above it must be there.
            files: Names (with `/` between their parts) and texts.

        Raises:
            FileExistsAlreadyError: If something of that name is there.
            FileNotWrittenError: If it could not be written; nothing half is left.
        """
        new = folder.with_name(f".new-{folder.name}")
        if os.path.lexists(folder):
            raise FileExistsAlreadyError(file=str(folder))
        try:
            _require_fit(folder)
            shutil.rmtree(new, ignore_errors=True)  # left by a crash
            new.mkdir(mode=_FOLDER_MODE)
            here.close_new(new)
            for name, text in files:
                file = new.joinpath(*name.split("/"))
                file.parent.mkdir(mode=_FOLDER_MODE, exist_ok=True)
                with os.fdopen(os.open(file, _NEW, MODE), "wb") as out:
                    out.write(text.encode("utf-8"))
            here.patiently(lambda: new.rename(folder))
        except (OSError, ValueError):
            raise FileNotWrittenError(file=str(folder)) from None
        finally:
            shutil.rmtree(new, ignore_errors=True)

    @staticmethod
    def _write(file: Path, pieces: Iterable[bytes], *, over: bool) -> None:
        if not over and os.path.lexists(file):
            raise FileExistsError
        _require_fit(file)
        new, handle = _beside(file)
        try:
            with os.fdopen(handle, "wb", _AT_ONCE) as out:
                here.close_new(new)
                for piece in pieces:
                    out.write(piece)
                out.flush()
                here.sync(out.fileno())
            if over:
                here.patiently(lambda: new.replace(file))
            else:
                _give_name(new, file)
        finally:
            with suppress(OSError):
                here.patiently(lambda: new.unlink(missing_ok=True))
        _settle(file.parent)


def _digest(reading: BinaryIO) -> str:
    # Python's own hash takes six times as long, and everything is a large file.
    from cryptography.hazmat.primitives.hashes import SHA256, Hash

    digest = Hash(SHA256())
    while some := reading.read(_AT_ONCE):
        digest.update(some)
    return digest.finalize().hex()


def _require_fit(file: Path) -> None:
    """Refuse a name that the system takes for something else.

    Raises:
        ValueError: If it does.
    """
    if not here.fit_for_a_name(file.name):
        raise ValueError


def _replaceable(file: Path) -> Path:
    """The file that is written over, where the name is a link: the one it leads to.

    Raises:
        OSError: If it is there and is no plain file (a device, a pipe, a folder).
    """
    target = Path(os.path.realpath(file))
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        raise IsADirectoryError
    return target


def _beside(file: Path) -> tuple[Path, int]:
    """A new empty file in the same folder, with a name that says nothing.

    Raises:
        OSError: If the disk refuses.
    """
    for number in range(_MOST_ATTEMPTS):
        new = file.with_name(f".new-{number}")
        with suppress(FileExistsError):  # left by a crash, or another writer's
            return new, os.open(new, _NEW, MODE)
    raise BlockingIOError


def _give_name(new: Path, file: Path) -> None:
    """Give a finished file its name, unless something has that name already.

    Raises:
        FileExistsError: If it has.
        OSError: If the disk refuses.
    """
    try:
        os.link(new, file)
    except FileExistsError:
        raise
    except OSError:  # a file system without links, such as that of a memory stick
        os.close(os.open(file, _NEW, MODE))
        try:
            here.patiently(lambda: new.replace(file))
        except OSError:
            with suppress(OSError):
                file.unlink()
            raise


def _settle(folder: Path) -> None:
    """Make the name durable, where the system knows how."""
    with suppress(OSError):
        here.settle(folder)
