"""Making and opening the database, and everything that is kept in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from companion.domain.errors import CompanionError, DamagedNotebookError, StorageError
from companion.storage.store.engine import PAGE_BYTES, PART, Database, connect
from companion.storage.store.migrations import (
    bring_up_to_date,
    is_behind,
    lay_out,
    require_known,
)
from companion.storage.store.rows import moment_from_text
from companion.storage.store.schema import REFLECTIONS
from companion.storage.store.sessions import add_journey
from companion.storage.store.verify import check_seals, read_every_row, verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from companion.domain.journey import Journey


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


def open_database(
    file: Path,
    key: bytes,
    *,
    verified: bool = False,
    before_migrating: Callable[[], None] | None = None,
) -> Database:
    """Open the database, and bring its tables up to date.

    Args:
        file: The file.
        key: The notebook's key (32 bytes).
        verified: Read all of it before it is trusted.
        before_migrating: Called if its tables are about to change.

    Raises:
        DamagedNotebookError: If it is empty, cut, or not what was written.
        NewerNotebookError: If a newer version wrote it.
        StorageError: If it could not be read.
    """
    database = _checked(file, key, verified=verified)
    try:
        if before_migrating is not None and is_behind(database):
            before_migrating()
        bring_up_to_date(database)
    except BaseException:
        database.close()
        raise
    return database


def check_database(file: Path, key: bytes, *, thoroughly: bool = True) -> None:
    """Open a database, read every page and every row of it, and shut it again.

    Args:
        file: The file; nothing in it is changed but what a crash left to mend.
        key: The notebook's key (32 bytes).
        thoroughly: Look at what the pages say as well; else at every page's seal alone,
            which is enough for a copy of what was whole.

    Raises:
        DamagedNotebookError: If it is empty, cut, or not what was written.
        NewerNotebookError: If a newer version wrote it.
        StorageError: If it could not be read.
    """
    database = _checked(file, key, verified=thoroughly)
    try:
        if not thoroughly:
            check_seals(database)
        elif not is_behind(database):
            read_every_row(database)
    finally:
        database.close()


def entries_in(file: Path, key: bytes) -> tuple[int, datetime | None]:
    """How many entries a database holds, and when the latest was begun (aware, UTC).

    Raises:
        CompanionError: As `check_database` says.
    """
    database = connect(file, key)
    try:
        with database.reading() as connection:
            number, latest = connection.execute(
                select(func.count(), func.max(REFLECTIONS.c.started_at)).select_from(REFLECTIONS)
            ).one()
    finally:
        database.close()
    return int(number), moment_from_text(latest) if latest else None


def change_key(file: Path, key: bytes, new_key: bytes) -> None:
    """Lock every page of a database with a new key.

    Args:
        file: A copy: if this is interrupted, neither key may open it any more.
        key: The key it has (32 bytes).
        new_key: The key it gets (32 bytes).

    Raises:
        CompanionError: If it could not be read or written.
    """
    database = connect(file, key)
    try:
        database.change_key(new_key)
    finally:
        database.close()


def has_key(file: Path, key: bytes) -> bool:
    """Whether a database is there and is locked with this key."""
    try:
        require_content(file)
        connect(file, key).close()
    except CompanionError:
        return False
    return True


def _checked(file: Path, key: bytes, *, verified: bool) -> Database:
    require_content(file)
    database = connect(file, key)
    try:
        require_known(database)
        require_whole_pages(file, database)
        if verified:
            # The index of the first tables lost its own sum now and then; the step after
            # them makes it anew.
            verify(database, index=not is_behind(database))
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
