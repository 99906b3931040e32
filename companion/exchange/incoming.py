"""Reading a file that may come from anywhere: bounded, and told by what is in it."""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

from companion.domain.archive import Incoming, Source
from companion.domain.errors import (
    ImportTooLargeError,
    ImportUnreadError,
    UnknownImportError,
)
from companion.exchange.day_one import read_day_one
from companion.exchange.daylio import read_daylio
from companion.exchange.from_json import archive_of
from companion.exchange.jrnl import read_jrnl
from companion.exchange.packed import SIGNATURES, TooMuchError, unpacked
from companion.exchange.trees import decoded, parsed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path
    from typing import BinaryIO

MEGABYTE = 1_000_000
"""How many bytes are spoken of as a megabyte."""
LARGEST = 256 * MEGABYTE
"""The most bytes of a file that are read; of a zip, packed as well as unpacked."""

_JSON = re.compile(r'\s*\{\s*(?:["}]|\Z)')
# An object, if perhaps one that ends too early.
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


class Reader:
    """Reads what other journals, or companion itself, have exported."""

    def __init__(
        self, from_local: Callable[[datetime], datetime], *, largest: int = LARGEST
    ) -> None:
        """Take what tells wall-clock times and the most bytes to read.

        Args:
            from_local: The moment (aware, UTC) for a time on the person's wall clock.
            largest: The most bytes of a file that are read (1 or more).
        """
        self._from_local = from_local
        self._largest = largest

    def read(self, file: Path, title: str) -> Incoming:
        """What a file would bring in. Its name says nothing: only its contents count.

        Args:
            file: The file.
            title: What a free line is called, in the person's language.

        Raises:
            ImportUnreadError: If it is not there or may not be read.
            ImportTooLargeError: If it is larger than anything that is read.
            UnknownImportError: If it is none of those that can be brought in.
            BrokenImportError: If it is one of them and not whole.
        """
        try:
            with _opened(file) as opened:
                raw, packed = self._contents(opened, str(file))
            return self._understood(raw, title, str(file), packed=packed)
        except (TooMuchError, MemoryError):
            megabytes = max(1, self._largest // MEGABYTE)
            raise ImportTooLargeError(file=str(file), megabytes=megabytes) from None
        except OSError:
            raise ImportUnreadError(file=str(file)) from None

    def _contents(self, opened: BinaryIO, file: str) -> tuple[bytes, bool]:
        """The bytes to understand, and whether they were packed in a zip."""
        packed = opened.read(len(SIGNATURES[0])) in SIGNATURES
        opened.seek(0)
        if packed:
            # Day One packs the pictures with the words, so the file itself may be of any
            # size; no more of it is read than of any other.
            return unpacked(opened, self._largest, file), True
        raw = opened.read(self._largest + 1)
        if len(raw) > self._largest:
            raise TooMuchError
        return raw, False

    def _understood(self, raw: bytes, title: str, file: str, *, packed: bool) -> Incoming:
        text = decoded(raw, file)
        del raw  # twice in memory is enough: as text, and as what it says
        if _JSON.match(text):
            found = parsed(text, file)
            return self._told_apart(found, title, file, packed=packed)
        if packed:
            raise UnknownImportError(file=file)
        return read_daylio(text, self._from_local, title, file)

    def _told_apart(self, found: object, title: str, file: str, *, packed: bool) -> Incoming:
        source = _source_of(found)
        if source is None or (packed and source is not Source.DAY_ONE):
            raise UnknownImportError(file=file)
        if source is Source.COMPANION:
            return Incoming(source, archive_of(found, file))
        read = read_day_one if source is Source.DAY_ONE else read_jrnl
        return read(found, self._from_local, title, file)


def _opened(file: Path) -> BinaryIO:
    """A regular file, open; nothing else is, for opening a pipe or a device does things.

    Raises:
        OSError: If it is not there or may not be read.
        UnknownImportError: If it is a folder, a pipe, a device.
    """
    try:
        _must_be_regular(file.stat(), file)
        descriptor = os.open(file, _FLAGS)
    except ValueError:  # a name that no system has
        raise UnknownImportError(file=str(file)) from None
    opened = os.fdopen(descriptor, "rb")
    try:
        _must_be_regular(os.fstat(descriptor), file)  # it may have changed in between
    except UnknownImportError:
        opened.close()
        raise
    return opened


def _must_be_regular(found: os.stat_result, file: Path) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise UnknownImportError(file=str(file))


def _source_of(found: object) -> Source | None:
    """Which journal a JSON file is from, by the keys that only one of them has."""
    if not isinstance(found, dict):
        return None
    if "companion" in found:
        return Source.COMPANION
    entries = found.get("entries")
    if not isinstance(entries, list):
        return None
    told = entries[0] if entries and isinstance(entries[0], dict) else {}
    if "creationDate" in told or (not entries and "metadata" in found):
        return Source.DAY_ONE
    if "date" in told or (not entries and "tags" in found):
        return Source.JRNL
    return None
