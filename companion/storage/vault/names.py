"""The neutral names of what is in a notebook's folder, and what they say together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import NotANotebookError, StorageError

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "keys.json"
"""The header with the key slots. A notebook is there from the moment this file is."""
DATABASE = "notebook.db"
"""The encrypted database."""
JOURNAL = "notebook.db-journal"
"""What SQLite rolls back after a crash."""
LOCK = "lock"
"""The file that one companion at a time holds locked; empty while the notebook is shut."""
UNFINISHED = "unfinished"
"""Says that the notebook is just being made; without a header there is none yet."""
ASIDE = "aside"
"""A folder with the database and its journal as a crash left them."""
NEXT = "notebook.db.next"
"""The database while it is locked again with a new key."""
BACKUPS = "backups"
"""A folder with a few earlier states of the notebook, each in one encrypted file."""
WIPING = "wiping"
"""Says that the notebook is just being removed for good: it opens no more."""
CARD = "card.txt"
"""The few lines that a person chose to leave readable; only there while they want it."""

_NEW = ".new"

REMAINS = frozenset(
    {LOCK, UNFINISHED, UNFINISHED + _NEW, DATABASE, JOURNAL, HEADER + _NEW, ASIDE, ASIDE + _NEW}
)
"""What the making of a notebook may leave behind when it is cut off."""
DUST = frozenset({".DS_Store", "desktop.ini"})
"""What file managers put into every folder they show."""


def is_being_wiped(folder: Path) -> bool:
    """Whether a notebook's folder says that removing it for good was cut off.

    Raises:
        OSError: If the folder could not be looked at.
    """
    return (folder / WIPING).exists()


def holds_notebook(folder: Path) -> bool:
    """Whether there is a notebook, whole or damaged, in a folder.

    Raises:
        NotANotebookError: If the folder is no folder, or holds other things.
        StorageError: If it could not be read.
    """
    try:
        names = {entry.name for entry in folder.iterdir()}
    except FileNotFoundError:
        return False
    except NotADirectoryError:
        raise NotANotebookError(folder=str(folder)) from None
    except OSError:
        raise StorageError from None
    if WIPING in names:
        return True
    if HEADER in names or BACKUPS in names or (DATABASE in names and UNFINISHED not in names):
        return True
    if names - REMAINS - DUST:
        raise NotANotebookError(folder=str(folder))
    return False
