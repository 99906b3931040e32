"""The folder in which a backup is staged, and finishing a restore that a crash interrupted.

Apart from the rest of restoring, because every start imports it before a passphrase is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.storage.vault import names

if TYPE_CHECKING:
    from pathlib import Path

    from companion.storage.vault.place import Place


def finish(place: Place) -> None:
    """Give a staged notebook its place, if a crash came between the two renames of a restore.

    Raises:
        OSError: If the disk refuses; the next start tries again.
    """
    ready = beside(place.folder)
    if not place.folder.exists() and (ready / names.HEADER).is_file():
        place.disk.move(ready, place.folder)


def beside(folder: Path) -> Path:
    """The folder in which a backup is staged, beside the notebook's."""
    return folder.with_name(f"{folder.name}.restoring")
