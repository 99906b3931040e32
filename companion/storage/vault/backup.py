r"""A backup: one encrypted file that opens on any machine, and how it is written and read.

    companion backup 1 <SHA-256 of everything after this line, in hexadecimal digits>\n
    <the header, byte for byte as in keys.json, which ends in \n>
    <the database, byte for byte as in notebook.db>

The checksum takes no key: it tells a bad sector from a wrong passphrase. The first line
stays as it is for good; what may change one day has its format's number in the header.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.errors import (
    CompanionError,
    DamagedBackupError,
    DamagedNotebookError,
    NotABackupError,
)
from companion.storage.vault.files import chunks_of
from companion.storage.vault.header import MOST_BYTES, Header, decode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from companion.storage.vault.files import Disk

MAGIC = b"companion backup "
"""How every backup begins."""
_FIRST = re.compile(rb"companion backup 1 ([0-9a-f]{64})\n")
_FIRST_BYTES = len(MAGIC) + 2 + 64 + 1
_MOST_OF_A_NUMBER = 20


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file that was read from end to end and is as it was written."""

    file: Path
    """Where it is."""
    header: Header
    """Its own header, with the key slots of the day it was made."""
    starts: int
    """Where the database begins in it, in bytes."""


def write(disk: Disk, file: Path, header: bytes, database: Path) -> None:
    """Write a backup whole or not at all, in place of any file of that name.

    Args:
        disk: Writes files.
        file: Where.
        header: The header's bytes.
        database: The database's file, which nothing may change meanwhile.

    Raises:
        OSError: If the disk refuses; a file that was there is then as it was.
    """
    disk.write_parts(file, _parts(header, database, 0))


def write_again(disk: Disk, backup: Backup, header: bytes) -> None:
    """Give a backup another header, whole or not at all.

    Raises:
        OSError: If the disk refuses; the file is then as it was.
    """
    disk.write_parts(backup.file, _parts(header, backup.file, backup.starts))


def read(file: Path, *, allow_cheapest: bool = False) -> Backup:
    """Read a backup from end to end, without a key.

    Args:
        file: The file.
        allow_cheapest: Accept the profile that exists for tests.

    Raises:
        NotABackupError: If it is none, or can't be read.
        DamagedBackupError: If it is one, and not as it was written.
        NewerNotebookError: If it is whole, and a newer companion wrote it.
    """
    try:
        with file.open("rb") as reading:
            first = reading.readline(_FIRST_BYTES + _MOST_OF_A_NUMBER)
            header = reading.readline(MOST_BYTES + 1)
        found = _FIRST.fullmatch(first)
        if found is None:
            _refuse(file, first)
        elif _digest(file, len(first)) != found[1].decode("ascii"):
            raise DamagedBackupError(file=file.name)
        return Backup(file, decode(header, allow_cheapest=allow_cheapest), len(first) + len(header))
    except OSError:
        raise NotABackupError(file=file.name) from None
    except DamagedNotebookError:
        raise DamagedBackupError(file=file.name) from None


def header_of(file: Path, *, allow_cheapest: bool = False) -> Header:
    """The header of a backup, without a look at the rest of it.

    Raises:
        DamagedBackupError: If it is not as it was written.
        NewerNotebookError: If a newer companion wrote it.
        OSError: If the disk refuses.
    """
    with file.open("rb") as reading:
        reading.readline(_FIRST_BYTES + _MOST_OF_A_NUMBER)
        header = reading.readline(MOST_BYTES + 1)
    try:
        return decode(header, allow_cheapest=allow_cheapest)
    except DamagedNotebookError:
        raise DamagedBackupError(file=file.name) from None


def _refuse(file: Path, first: bytes) -> None:
    """Say what a file is whose first line is not that of a backup as we know it."""
    problem: type[CompanionError] = NotABackupError
    if first.startswith(MAGIC):
        problem = DamagedBackupError
    raise problem(file=file.name)


def _parts(header: bytes, source: Path, start: int) -> Iterator[bytes]:
    yield MAGIC + b"1 " + _digest(source, start, header).encode("ascii") + b"\n"
    yield header
    yield from chunks_of(source, start)


def _digest(file: Path, start: int, before: bytes = b"") -> str:
    """The checksum of what goes before, and then of a file from there on."""
    # Python's own hash takes six times as long, and a notebook may be large.
    from cryptography.hazmat.primitives.hashes import SHA256, Hash

    digest = Hash(SHA256())
    digest.update(before)
    for chunk in chunks_of(file, start):
        digest.update(chunk)
    return digest.finalize().hex()
