"""Reading every page and every row, to say whether the database is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select, text

from companion.domain.errors import DamagedNotebookError
from companion.storage.store.engine import PART
from companion.storage.store.index import DRAFTS, FINISHED
from companion.storage.store.rows import (
    answer_from_row,
    journey_from_row,
    line_from_row,
    reflection_from_rows,
    session_from_row,
    standing_from_row,
    wording_from_row,
)
from companion.storage.store.schema import (
    ANSWERS,
    JOURNEYS,
    PAGE_LINES,
    REFLECTIONS,
    SESSIONS,
    UNSAID,
    WORDINGS,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Row, Table

    from companion.storage.store.engine import Database

_WHOLE = [("ok",)]
_INDEX_CHECKS = {
    FINISHED: text(
        "INSERT INTO finished_index (finished_index, rank) VALUES ('integrity-check', 1)"
    ),
    DRAFTS: text("INSERT INTO draft_index (draft_index, rank) VALUES ('integrity-check', 1)"),
}


def verify(database: Database, *, index: bool = True) -> None:
    """Check every page's seal, every table, every reference and the index of words.

    Args:
        database: The open database.
        index: Whether the index of words is looked at.

    Raises:
        DamagedNotebookError: If anything is not as it was written.
        StorageError: If it could not be read.
    """
    check_seals(database)
    with database.reading() as connection:
        tables = connection.exec_driver_sql("PRAGMA integrity_check(1)").fetchall()
        references = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if [tuple(row) for row in tables] != _WHOLE or references:
        raise DamagedNotebookError(part=PART)
    if not index:
        return
    # An index that does not match the texts is the trace of a change that was cut in two.
    with database.writing() as connection:
        for check in _INDEX_CHECKS.values():
            connection.execute(check)


def check_seals(database: Database) -> None:
    """Read every page and check its seal, SQLCipher's HMAC: someone with the key wrote it so.

    Raises:
        DamagedNotebookError: If one is not.
        StorageError: If it could not be read.
    """
    with database.reading() as connection:
        if connection.exec_driver_sql("PRAGMA cipher_integrity_check").fetchall():
            raise DamagedNotebookError(part=PART)


def read_every_row(database: Database) -> None:
    """Read every row as what it stands for, so that no entry surprises anyone later.

    Raises:
        DamagedNotebookError: If a row is nothing that was ever written.
        StorageError: If it could not be read.
    """
    with database.reading() as connection:
        for table, understood in _READERS:
            for row in connection.execution_options(yield_per=1000).execute(select(table)):
                understood(row)


def _reflection(row: Row[Any]) -> None:
    reflection_from_rows(row, ())


_READERS: tuple[tuple[Table, Callable[[Row[Any]], object]], ...] = (
    (JOURNEYS, journey_from_row),
    (SESSIONS, session_from_row),
    (REFLECTIONS, _reflection),
    (ANSWERS, answer_from_row),
    (PAGE_LINES, line_from_row),
    (UNSAID, standing_from_row),
    (WORDINGS, wording_from_row),
)
