"""The rotating set of backups in the notebook's own folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from companion.storage.vault.files import Disk

LENGTH = 10
"""How many backups are kept."""
SUFFIX = ".backup"
"""How their names end."""
OPENED = ".opened"
"""How the name of a copy ends that is opened to check a backup."""
BARE = ".bare"
"""How the name of a database ends that is not in a backup yet."""
_DUST = (".new", OPENED, f"{OPENED}-journal", BARE, f"{BARE}-journal")
_INCOMING = "next"


def is_of_the_ring(name: str) -> bool:
    """Whether a file in the folder of backups is one, or what making one left."""
    return name == _INCOMING or name.endswith((SUFFIX, *_DUST))


class Ring:
    """Backups by number, `1.backup` the newest. A crash may leave a gap, which is no harm."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        """Take the folder; it need not be there."""
        self._disk = disk
        self._folder = folder

    @property
    def incoming(self) -> Path:
        """Where a new backup is written before it is known to be good."""
        return self._folder / _INCOMING

    def files(self) -> list[Path]:
        """Those that are there, the newest first."""
        return [file for number in range(1, LENGTH + 1) if (file := self._file(number)).is_file()]

    def sweep(self) -> None:
        """Remove what a backup that was cut off left; nothing else is touched.

        Raises:
            OSError: If the disk refuses.
        """
        for file in self._folder.iterdir():
            if file.name.endswith(_DUST) or file == self.incoming:
                self._disk.remove(file)

    def take_in(self) -> Path:
        """Put the incoming backup first; of too many, the oldest goes.

        Raises:
            OSError: If the disk refuses; the others then keep their order.
        """
        free = next((n for n in range(1, LENGTH + 1) if not self._file(n).exists()), LENGTH)
        for number in range(free, 1, -1):
            self._disk.move(self._file(number - 1), self._file(number))
        newest = self._file(1)
        self._disk.move(self.incoming, newest)
        return newest

    def _file(self, number: int) -> Path:
        return self._folder / f"{number}{SUFFIX}"
