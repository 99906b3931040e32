"""Where a backup is laid ready, and what gives it the notebook's place after a crash.

Apart from the rest of restoring, since every start looks here, before a passphrase is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.storage.vault import names

if TYPE_CHECKING:
    from pathlib import Path

    from companion.storage.vault.place import Place


def finish(place: Place) -> None:
    """Give a restored notebook its place, if a crash came between the two names.

    Raises:
        OSError: If the disk refuses; the next start tries again.
    """
    ready = beside(place.folder)
    if not place.folder.exists() and (ready / names.HEADER).is_file():
        place.disk.move(ready, place.folder)


def beside(folder: Path) -> Path:
    """Where a backup is laid ready for a notebook's folder."""
    return folder.with_name(f"{folder.name}.restoring")
