"""The ticked lines of each session's page, as rows of the encrypted database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select, update

from companion.storage.store.rows import line_from_row, line_to_row
from companion.storage.store.schema import PAGE_LINES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.domain.page import Line
    from companion.storage.store.engine import Database

NO_SESSION = ""
"""Stands for whichever session comes next while none is planned."""


class PageRepository:
    """Keeps ticked lines; fits `PageStore`."""

    def __init__(self, database: Database) -> None:
        """Take the open database."""
        self._database = database

    def lines(self, session_id: str) -> list[Line]:
        """The ticked lines in the person's order.

        Args:
            session_id: The session; empty: whichever comes next, none being planned.
        """
        query = select(PAGE_LINES).where(PAGE_LINES.c.session_id == session_id)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(PAGE_LINES.c.position))
            return [line_from_row(row) for row in rows]

    def put(self, session_id: str, lines: Sequence[Line]) -> None:
        """Keep the ticked lines, in this order, instead of those before."""
        rows = [line_to_row(line, session_id, place) for place, line in enumerate(lines)]
        with self._database.writing() as connection:
            connection.execute(delete(PAGE_LINES).where(PAGE_LINES.c.session_id == session_id))
            if rows:
                connection.execute(insert(PAGE_LINES), rows)

    def carry(self, session_id: str) -> None:
        """Give the lines that were ticked for no session yet to this one, after its own.

        A line that stands there already is not given twice.
        """
        here = PAGE_LINES.c.session_id == session_id
        waiting = PAGE_LINES.c.session_id == NO_SESSION
        if session_id == NO_SESSION:
            return
        with self._database.writing() as connection:
            there = connection.execute(select(PAGE_LINES.c.answer_id).where(here)).scalars().all()
            last = connection.execute(select(func.max(PAGE_LINES.c.position)).where(here)).scalar()
            connection.execute(delete(PAGE_LINES).where(waiting, PAGE_LINES.c.answer_id.in_(there)))
            position = PAGE_LINES.c.position + (0 if last is None else last + 1)
            moved = update(PAGE_LINES).where(waiting)
            connection.execute(moved.values(session_id=session_id, position=position))
