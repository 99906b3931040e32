"""Rekeying: every page is encrypted with a new data key, whole or not at all.

The new file is written beside the old one, read whole, and made durable. Then the header
with the new key takes the old one's place in one step, and that step is the change:
before it the old file opens and the new one is dust, after it the new file opens and only
has to be given its name.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from companion.storage.vault.names import NEXT

if TYPE_CHECKING:
    from companion.storage.vault.place import Place

_JOURNAL = f"{NEXT}-journal"


def lock_again(place: Place, key: bytes, new_key: bytes, header: bytes) -> None:
    """Lock the database with a new key. The notebook is held, and nothing has it open.

    Args:
        place: Where the notebook is.
        key: The key it has.
        new_key: The key it gets.
        header: The new header's bytes, with the new key in its slots.

    Raises:
        CompanionError: If the new file is not whole; the notebook is as it was.
        OSError: If the disk refuses; the notebook is as it was, or has the new key.
    """
    from companion.storage.store.opening import change_key, check_database

    disk, file = place.disk, place.folder / NEXT
    try:
        disk.copy(place.database, file)
        change_key(file, key, new_key)
        check_database(file, new_key)
        disk.settle(place.folder)
        disk.write(place.header, header)
    except BaseException:
        _remove_unless_needed(place, header)
        raise
    disk.move(file, place.database)


def finish(place: Place, key: bytes) -> None:
    """Finish a change of key that was cut off, or remove what is left of it.

    Args:
        place: Where the notebook is.
        key: The key that the header gives.

    Raises:
        OSError: If the disk refuses; the next opening tries again.
    """
    file = place.folder / NEXT
    if not file.exists():
        return
    from companion.storage.store.opening import has_key

    if has_key(place.database, key):
        _remove(place)
    elif has_key(file, key):
        place.disk.move(file, place.database)


def _remove_unless_needed(place: Place, header: bytes) -> None:
    # A disk may report a failure after the header took its place.
    with suppress(OSError):
        if place.header.read_bytes() != header:
            _remove(place)


def _remove(place: Place) -> None:
    place.disk.remove(place.folder / NEXT)
    place.disk.remove(place.folder / _JOURNAL)
