"""Opening after a crash: a hot journal is copied aside with the database before it is used.

SQLite rolls an interrupted save back from its journal. One flipped bit in that can make it
roll back wrongly, and a
journal that came along from another machine belongs to another state of the file. So both
files are kept as they were until everything was read and found whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import DamagedNotebookError
from companion.storage.vault.names import ASIDE, DATABASE, JOURNAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.storage.store.engine import Database
    from companion.storage.vault.place import Place

    Open = Callable[[bool], Database]


def open_after(place: Place, open_it: Open, *, ours: bool) -> Database:
    """Open the database, whatever a crash left.

    Args:
        place: Where the notebook is.
        open_it: Opens the database; told whether to read all of it first.
        ours: Whether the notebook was last open on this machine, so that a journal is
            this machine's too.

    Raises:
        CompanionError: As `open_it` does.
        OSError: If the disk refuses.
    """
    if not _keep_aside(place):
        return open_it(False)  # noqa: FBT003 - nothing to verify
    database = _verified(open_it) if ours else _without_journal(place, open_it)
    place.disk.remove_folder(place.folder / ASIDE)
    return database


def _without_journal(place: Place, open_it: Open) -> Database:
    """Trust the file as it is, if it is whole, rather than a journal from elsewhere."""
    disk, folder = place.disk, place.folder
    disk.remove(folder / JOURNAL)
    disk.settle(folder)
    try:
        return _verified(open_it)
    except DamagedNotebookError:
        for name in (DATABASE, JOURNAL):
            if (folder / ASIDE / name).exists():
                disk.copy(folder / ASIDE / name, folder / name)
        disk.settle(folder)
        return _verified(open_it)


def _verified(open_it: Open) -> Database:
    return open_it(True)  # noqa: FBT003 - reads as a sentence: verified


def _keep_aside(place: Place) -> bool:
    """Copy the database and its journal aside, if a crash left one.

    Returns:
        Whether the database must be read whole before it is trusted: there was a
        journal, or an earlier reading was cut off or found damage.
    """
    disk, folder = place.disk, place.folder
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
