"""Notices when another program puts another file in the place of the open one.

A program that keeps folders in step does so by renaming: what is open then has no name
any more, and whatever is written to it is gone when it is closed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class FileWatch:
    """Knows a file by what the system calls it, which a name does not change."""

    def __init__(self, file: Path) -> None:
        """Remember the file that has this name now."""
        self._file = file
        self._known: tuple[int, int] | None = None
        self._known = self._identity()

    def replaced(self) -> bool:
        """Whether the name stands for another file now, or for none."""
        return self._identity() != self._known

    def _identity(self) -> tuple[int, int] | None:
        try:
            found = self._file.stat()
        except FileNotFoundError:
            return None
        except OSError:  # a share that is away for a moment replaces nothing
            return self._known
        return found.st_dev, found.st_ino
