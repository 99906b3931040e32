"""The open card: a few lines that a person chose to leave readable beside the notebook.

It is the one plain file there, and is there only while they want it. It is written whole
or not at all, for its owner alone; what is read from it is taken for anybody's text, since
every program of that owner can change it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.file_errors import CardNotRemovedError, CardNotWrittenError
from companion.domain.text import clean, one_line
from companion.storage.vault import names
from companion.storage.vault.files import OVERWRITTEN, beginning_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from companion.storage.vault.files import Disk
    from companion.storage.vault.place import Place

MOST_BYTES = 16 * 1024
"""No more of a card is read: it is a few lines."""
_BESIDE = (names.HEADER, names.DATABASE, names.BACKUPS)
# A file of that name in a folder that holds no notebook is somebody else's.


class Card:
    """One notebook's open card; fits `OpenCard`. It needs no key."""

    def __init__(self, place: Place) -> None:
        """Take the notebook's place; nothing is read."""
        self._disk = place.disk
        self._folder = place.folder
        self._file = place.folder / names.CARD

    @property
    def file(self) -> Path:
        """Where it is, or would be."""
        return self._file

    def is_there(self) -> bool:
        """Whether there is one. What is left of one that was being taken back is none."""
        return bool(self._raw())

    def lines(self) -> tuple[str, ...]:
        """What stands on it; none: there is no card, or it can't be read."""
        text = clean(self._raw().decode(errors="replace"))
        return tuple(line for row in text.split("\n") if (line := one_line(row)))

    def write(self, lines: Sequence[str]) -> None:
        """Write it, in place of any that is there; without lines, take it back.

        Raises:
            CardNotWrittenError: If it could not be written; it is then as it was.
            CardNotRemovedError: If it could not be taken back.
        """
        if not lines:
            self.remove()
            return
        try:
            self._disk.write(self._file, "".join(f"{line}\n" for line in lines).encode())
        except OSError:
            raise CardNotWrittenError from None

    def remove(self) -> None:
        """Overwrite it and take it away; nothing happens if there is none.

        Raises:
            CardNotRemovedError: If it could not be removed.
        """
        try:
            remove_card(self._disk, self._file)
            self._disk.settle(self._folder)
        except OSError:
            raise CardNotRemovedError(file=str(self._file)) from None

    def _raw(self) -> bytes:
        try:
            if not any((self._folder / one).exists() for one in _BESIDE):
                return b""
            found = beginning_of(self._file, MOST_BYTES)
        except OSError:
            return b""
        return b"" if found.startswith(OVERWRITTEN) else found


def remove_card(disk: Disk, file: Path) -> None:
    """Overwrite a card and take it away; what a link leads to is left alone.

    Args:
        disk: Does it.
        file: The card; none there: nothing happens.

    Raises:
        OSError: If the disk refuses.
    """
    if not file.is_symlink():
        disk.overwrite(file, MOST_BYTES)
    disk.remove(file)
