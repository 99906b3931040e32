"""How a sheet is printed: paper, size of the print, and whether it asks for a password."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

TEXT_COLUMNS = 72
"""No line of a text takes more cells: 80 columns, less a margin on paper and in mail."""
LONGEST_PASSWORD = 127
"""The most bytes in UTF-8 of a PDF's password (ISO 32000-2); readers cut off the rest."""


class Paper(StrEnum):
    """The paper."""

    A4 = "a4"
    """210 by 297 mm."""
    LETTER = "letter"
    """8.5 by 11 inches."""


@dataclass(frozen=True, slots=True)
class Printing:
    """How a sheet is printed."""

    paper: Paper = Paper.A4
    """The paper."""
    large: bool = False
    """Whether in large print, 18 points or more."""
    password: str = ""
    """What opens the file (AES-256); empty: anyone can."""


def may_lock(password: str) -> bool:
    """Whether a PDF can be locked with a password: it has 1 to `LONGEST_PASSWORD` bytes.

    Args:
        password: What was typed.
    """
    return 0 < len(password.encode()) <= LONGEST_PASSWORD


@dataclass(frozen=True, slots=True)
class Printed:
    """A sheet as the bytes of a file."""

    data: bytes
    """The bytes; without a password the same for the same sheet."""
    unshown: tuple[str, ...] = ()
    """The characters for which no letter shape was found; they are blank boxes in it."""
