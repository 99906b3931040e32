"""Bringing the tables up to date: numbered steps, all of them or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import DamagedNotebookError, NewerNotebookError
from companion.storage.store import first_tables, second_index, third_tables
from companion.storage.store.engine import PART

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection

    from companion.storage.store.engine import Database

    Step = Callable[[Connection], None]


def _running(statements: Sequence[str]) -> Step:
    def step(connection: Connection) -> None:
        for statement in statements:
            connection.exec_driver_sql(statement)

    return step


STEPS: tuple[Step, ...] = (
    _running(first_tables.STATEMENTS),
    _running(second_index.STATEMENTS),
    _running(third_tables.STATEMENTS),
)
"""Each takes the tables from the version that is its index to the next."""


def lay_out(connection: Connection, steps: Sequence[Step] | None = None) -> None:
    """Make the tables of a new notebook, inside a transaction of the caller's.

    Args:
        connection: The transaction.
        steps: The steps there are; none: `STEPS`. The same holds below.
    """
    _run(connection, 0, STEPS if steps is None else steps)


def require_known(database: Database, steps: Sequence[Step] | None = None) -> int:
    """How many steps a notebook has taken, one at least.

    Raises:
        NewerNotebookError: If it has taken steps that are not known here.
        DamagedNotebookError: If it has no tables: it is empty, and was not when it was made.
        StorageError: If it could not be read.
    """
    with database.reading() as connection:
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if version > len(STEPS if steps is None else steps):
        raise NewerNotebookError
    if version < 1:
        raise DamagedNotebookError(part=PART)
    return version


def is_behind(database: Database, steps: Sequence[Step] | None = None) -> bool:
    """Whether there are steps that a notebook has not taken yet.

    Raises:
        CompanionError: As `require_known` says.
    """
    return require_known(database, steps) < len(STEPS if steps is None else steps)


def bring_up_to_date(database: Database, steps: Sequence[Step] | None = None) -> None:
    """Take the steps that a notebook has not taken yet, in one transaction.

    Raises:
        NewerNotebookError: If it has taken steps that are not known here.
        DamagedNotebookError: If it has no tables.
        StorageError: If it could not be written; it is then as it was.
    """
    version, taken = require_known(database, steps), STEPS if steps is None else steps
    if version < len(taken):
        with database.writing() as connection:
            _run(connection, version, taken)


def _run(connection: Connection, version: int, steps: Sequence[Step]) -> None:
    for step in steps[version:]:
        step(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {len(steps)}")
