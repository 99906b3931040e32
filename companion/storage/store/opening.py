"""Making and opening the database, and everything that is kept in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.errors import DamagedNotebookError, StorageError
from companion.storage.store.engine import PAGE_BYTES, PART, Database, connect
from companion.storage.store.migrations import bring_up_to_date, lay_out, require_known
from companion.storage.store.pages import PageRepository
from companion.storage.store.reflections import ReflectionRepository
from companion.storage.store.sessions import SessionRepository, add_journey
from companion.storage.store.settings import SettingRepository
from companion.storage.store.verify import verify

if TYPE_CHECKING:
    from pathlib import Path

    from companion.domain.journey import Journey


@dataclass(frozen=True, slots=True)
class OpenStores:
    """An open notebook, as the services see it; fits `Stores`."""

    reflections: ReflectionRepository
    """Where reflections are kept."""
    sessions: SessionRepository
    """Where journeys and sessions are kept."""
    pages: PageRepository
    """Where the ticked lines of each session's page are kept."""
    settings: SettingRepository
    """Where private settings are kept."""


def stores_of(database: Database) -> OpenStores:
    """What is kept in a database."""
    return OpenStores(
        ReflectionRepository(database),
        SessionRepository(database),
        PageRepository(database),
        SettingRepository(database),
    )


def make_database(file: Path, key: bytes, journey: Journey) -> Database:
    """Lay the tables out in an empty file, with the first journey.

    Args:
        file: An empty file.
        key: The notebook's key (32 bytes).
        journey: The first journey.

    Raises:
        StorageError: If it could not be written.
    """
    database = connect(file, key)
    try:
        with database.writing() as connection:
            lay_out(connection)
            add_journey(connection, journey)
    except BaseException:
        database.close()
        raise
    return database


def open_database(file: Path, key: bytes, *, after_crash: bool) -> Database:
    """Open the database, and bring its tables up to date.

    Args:
        file: The file.
        key: The notebook's key (32 bytes).
        after_crash: Read all of it before it is trusted.

    Raises:
        DamagedNotebookError: If it is empty, cut, or not what was written.
        NewerNotebookError: If a newer version wrote it.
        StorageError: If it could not be read.
    """
    require_content(file)
    database = connect(file, key)
    try:
        require_known(database)
        require_whole_pages(file, database)
        if after_crash:
            verify(database)
        bring_up_to_date(database)
    except BaseException:
        database.close()
        raise
    return database


def require_content(file: Path) -> None:
    """Refuse an empty or missing file, of which SQLite would make a new database.

    Raises:
        DamagedNotebookError: If it is missing or shorter than any database.
        StorageError: If it could not be looked at.
    """
    if _size(file) < PAGE_BYTES:
        raise DamagedNotebookError(part=PART)


def require_whole_pages(file: Path, database: Database) -> None:
    """Refuse a file that was cut, or that a damaged journal made longer.

    SQLite tells it only of a page that it comes to read.

    Raises:
        DamagedNotebookError: If the file has not as many pages as its first page says.
        StorageError: If it could not be looked at.
    """
    with database.reading() as connection:
        pages = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
    if _size(file) != pages * PAGE_BYTES:
        raise DamagedNotebookError(part=PART)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0
    except OSError:
        raise StorageError from None
