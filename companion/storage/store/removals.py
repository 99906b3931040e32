"""Taking entries and answers out for good, in a way that memory alone can undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select

from companion.domain.removed import Removed, rejoined
from companion.storage.store.answers import remove_answers, stand
from companion.storage.store.index import indexed, reindex
from companion.storage.store.reflections import find_one, keep
from companion.storage.store.rows import (
    line_from_row,
    line_to_row,
    standing_from_row,
    wording_from_row,
    wording_to_row,
)
from companion.storage.store.schema import (
    ANSWERS,
    PAGE_LINES,
    REFLECTIONS,
    SESSIONS,
    UNSAID,
    WORDINGS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from companion.domain.answer import Reflection
    from companion.domain.page import Line
    from companion.storage.store.engine import Database


class RemovalRepository:
    """Removes and brings back; fits `RemovalStore`."""

    def __init__(self, database: Database) -> None:
        """Take the open database."""
        self._database = database

    def remove(self, reflection_id: str) -> Removed | None:
        """Remove an entry for good; what comes back is the only copy there is."""
        with self._database.writing() as connection:
            found = find_one(connection, reflection_id)
            if found is None:
                return None
            removed = _with_all(connection, found, [answer.id for answer in found.answers])
            before = indexed(connection, reflection_id)
            connection.execute(delete(REFLECTIONS).where(REFLECTIONS.c.id == reflection_id))
            reindex(connection, before, None)
            return removed

    def remove_answer(self, answer_id: str) -> Removed | None:
        """Remove one answer for good; what comes back is the only copy there is."""
        owner = select(ANSWERS.c.reflection_id).where(ANSWERS.c.id == answer_id)
        with self._database.writing() as connection:
            found = find_one(connection, connection.execute(owner).scalar() or "")
            if found is None:
                return None
            removed = _with_all(connection, found, [answer_id])
            remove_answers(connection, found.id, [answer_id])
            return removed

    def put_back(self, removed: Removed) -> None:
        """Bring back what was removed, with its place on the ladder and on pages."""
        with self._database.writing() as connection:
            now = find_one(connection, removed.reflection.id)
            keep(connection, rejoined(now, removed))
            for answer_id, standing in removed.standings:
                stand(connection, answer_id, standing)
            for answer_id, wording in removed.wordings:
                connection.execute(insert(WORDINGS).values(wording_to_row(answer_id, wording)))
            for session_id, line in removed.lines:
                _tick_again(connection, session_id, line)


def _with_all(connection: Connection, reflection: Reflection, answer_ids: Sequence[str]) -> Removed:
    standings = select(UNSAID).where(UNSAID.c.answer_id.in_(answer_ids))
    wordings = select(WORDINGS).where(WORDINGS.c.answer_id.in_(answer_ids))
    lines = select(PAGE_LINES).where(PAGE_LINES.c.answer_id.in_(answer_ids))
    return Removed(
        reflection=reflection,
        answer_ids=tuple(answer_ids),
        standings=tuple(
            (row.answer_id, standing_from_row(row)) for row in connection.execute(standings)
        ),
        wordings=tuple(
            (row.answer_id, wording_from_row(row))
            for row in connection.execute(wordings.order_by(WORDINGS.c.replaced_at))
        ),
        lines=tuple(
            (row.session_id, line_from_row(row))
            for row in connection.execute(
                lines.order_by(PAGE_LINES.c.session_id, PAGE_LINES.c.position)
            )
        ),
    )


def _tick_again(connection: Connection, session_id: str, line: Line) -> None:
    known = select(SESSIONS.c.id).where(SESSIONS.c.id == session_id)
    if session_id and connection.execute(known).scalar() is None:
        return
    last = select(func.max(PAGE_LINES.c.position)).where(PAGE_LINES.c.session_id == session_id)
    position = connection.execute(last).scalar()
    row = line_to_row(line, session_id, 0 if position is None else position + 1)
    connection.execute(insert(PAGE_LINES).values(row))
