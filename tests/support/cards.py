"""An open card that is only remembered; it can be made to refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.file_errors import CardNotRemovedError, CardNotWrittenError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class MemoryCard:
    """Fits `OpenCard`."""

    def __init__(self, folder: Path) -> None:
        """Take the notebook's folder; there is no card."""
        self.file = folder / "card.txt"
        self.written: tuple[str, ...] = ()
        """What stands on it; nothing: there is none."""
        self.writable = True
        """Set to false to try a disk that refuses."""

    def is_there(self) -> bool:
        """Whether there is one."""
        return bool(self.written)

    def lines(self) -> tuple[str, ...]:
        """What stands on it."""
        return self.written

    def write(self, lines: Sequence[str]) -> None:
        """Write it; without lines, take it back."""
        if not self.writable:
            raise CardNotWrittenError
        self.written = tuple(lines)

    def remove(self) -> None:
        """Take it away."""
        if not self.writable:
            raise CardNotRemovedError(file=str(self.file))
        self.written = ()
