"""Which files in a notebook's folder are the notebook's own, and which somebody else's.

A file is known by its name; and whatever its name, one with key slots in it is a part of a
notebook: a program that keeps folders in step makes copies, and people do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from companion.storage.vault import names
from companion.storage.vault.backup import MAGIC
from companion.storage.vault.files import OVERWRITTEN
from companion.storage.vault.header import MOST_BYTES
from companion.storage.vault.ring import is_of_the_ring
from companion.storage.vault.synced import second_copies

if TYPE_CHECKING:
    from pathlib import Path

_HEADERS = (names.HEADER, f"{names.HEADER}.new")
_FILES = frozenset(
    {
        names.DATABASE,
        f"{names.DATABASE}-wal",
        f"{names.DATABASE}-shm",
        names.JOURNAL,
        names.NEXT,
        f"{names.NEXT}-journal",
        names.UNFINISHED,
        f"{names.UNFINISHED}.new",
        f"{names.WIPING}.new",
        names.CARD,
        f"{names.CARD}.new",
    }
    | names.DUST
)
_LAST = frozenset({names.WIPING, names.LOCK})  # they go when everything else is gone
_FOLDERS = frozenset({names.ASIDE, f"{names.ASIDE}.new", names.BACKUPS})
_IN_A_HEADER = (b'"slots"', b'"wrapped"')


@dataclass(slots=True)
class Parts:
    """What is in a notebook's folder, sorted; the wiping marker and the lock are left out."""

    headers: list[Path] = field(default_factory=list)
    """Files that hold key slots; the notebook's own first."""
    backups: list[Path] = field(default_factory=list)
    """Files that begin with key slots."""
    files: list[Path] = field(default_factory=list)
    """The notebook's other files."""
    folders: list[Path] = field(default_factory=list)
    """The notebook's folders within its own."""
    others: list[Path] = field(default_factory=list)
    """What is no part of it."""


def parts_of(folder: Path) -> Parts:
    """Look at what is in a notebook's folder; nothing is changed.

    Args:
        folder: The folder; without it there are no parts.

    Raises:
        OSError: If it could not be looked at.
    """
    found = Parts()
    copies = frozenset(second_copies(folder))
    for one in _inside(folder):
        if one.name in _FOLDERS and one.is_dir():
            found.folders.append(one)
            in_backups = one.name == names.BACKUPS
            for inner in _inside(one):
                of_ring = in_backups and is_of_the_ring(inner.name)
                _sort(inner, found, is_ours=of_ring or inner.name in _FILES)
        elif one.name not in _LAST:
            _sort(one, found, is_ours=one.name in _FILES or one.name in copies)
    found.headers.sort(key=lambda file: file.name not in _HEADERS)
    return found


def is_card(file: Path) -> bool:
    """Whether one of the notebook's files is the open card, half of one, or a copy of it."""
    return file.suffix == ".txt" or file.name == f"{names.CARD}.new"


def _sort(file: Path, found: Parts, *, is_ours: bool) -> None:
    begins = _beginning(file)
    if begins.startswith(MAGIC):
        found.backups.append(file)
    elif file.name in _HEADERS or all(sign in begins for sign in _IN_A_HEADER):
        found.headers.append(file)
    elif is_ours or begins.startswith(OVERWRITTEN):
        found.files.append(file)
    else:
        found.others.append(file)


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []


def _beginning(file: Path) -> bytes:
    """The first bytes of a plain file; none of anything else, or if it can't be read."""
    try:
        if not file.is_file():
            return b""
        with file.open("rb") as reading:
            return reading.read(MOST_BYTES)
    except OSError:
        return b""
