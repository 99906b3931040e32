"""What a crash left in the middle of a save is copied aside before SQLite mends it.

Mending trusts the rollback journal, and one flipped bit in that can make it mend wrongly.
So both files are kept as they were until everything was read and found whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.storage.vault.names import ASIDE, DATABASE, JOURNAL

if TYPE_CHECKING:
    from pathlib import Path

    from companion.storage.vault.files import Disk


def keep_aside(disk: Disk, folder: Path) -> bool:
    """Copy the database and its journal aside, if a crash left one.

    Returns:
        Whether the database must be read whole before it is trusted: there was a
        journal, or an earlier reading was cut off or found damage.
    """
    aside = folder / ASIDE
    if aside.exists():
        return True
    journal = folder / JOURNAL
    if not journal.exists() or journal.stat().st_size == 0:
        return False
    new = folder / f"{ASIDE}.new"
    disk.remove_folder(new)
    disk.make_folder(new)
    for file in (folder / DATABASE, journal):
        disk.copy(file, new / file.name)
    disk.settle(new)
    disk.move(new, aside)
    return True


def forget(disk: Disk, folder: Path) -> None:
    """Remove the copies: what was mended is whole."""
    disk.remove_folder(folder / ASIDE)
