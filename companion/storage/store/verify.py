"""Reading every page and every row, to say whether the database is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from companion.domain.errors import DamagedNotebookError
from companion.storage.store.engine import PART
from companion.storage.store.index import DRAFTS, FINISHED

if TYPE_CHECKING:
    from companion.storage.store.engine import Database

_WHOLE = [("ok",)]
_INDEX_CHECKS = {
    FINISHED: text(
        "INSERT INTO finished_index (finished_index, rank) VALUES ('integrity-check', 1)"
    ),
    DRAFTS: text("INSERT INTO draft_index (draft_index, rank) VALUES ('integrity-check', 1)"),
}


def verify(database: Database) -> None:
    """Check every page's seal, every table, every reference and the index of words.

    Raises:
        DamagedNotebookError: If anything is not as it was written.
        StorageError: If it could not be read.
    """
    with database.reading() as connection:
        seals = connection.exec_driver_sql("PRAGMA cipher_integrity_check").fetchall()
        tables = connection.exec_driver_sql("PRAGMA integrity_check(1)").fetchall()
        references = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if seals or [tuple(row) for row in tables] != _WHOLE or references:
        raise DamagedNotebookError(part=PART)
    # An index that does not match the texts is the trace of a change that was cut in two.
    with database.writing() as connection:
        for check in _INDEX_CHECKS.values():
            connection.execute(check)
