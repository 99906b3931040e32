"""When paths were walked: the last time on each, and all times of an interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, text

from companion.domain.path_ids import NOTE
from companion.domain.rhythm import Walked
from companion.storage.store.rows import moment_from_text, moment_to_text
from companion.storage.store.schema import REFLECTIONS, fixed

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

PATHS_WALKED = """
    WITH RECURSIVE
    paths (id) AS (
        SELECT min(path_id) FROM reflections
        WHERE journey_id = :journey AND finished_at IS NOT NULL
        UNION ALL
        SELECT (
            SELECT min(path_id) FROM reflections
            WHERE journey_id = :journey AND finished_at IS NOT NULL AND path_id > paths.id
        )
        FROM paths WHERE paths.id IS NOT NULL
    )
"""
"""Begins a query: `paths` are those that were walked to their end, `note` among them. It goes from
path to path, however much was written; to group them, SQLite would read every entry."""
_LAST = text(
    PATHS_WALKED  # noqa: S608  made of constants alone
    + """
    SELECT id, (
        SELECT max(happened_at) FROM reflections
        WHERE journey_id = :journey AND finished_at IS NOT NULL AND path_id = paths.id
    )
    FROM paths WHERE id <> 'note'
    """
)


def last_walks(connection: Connection, journey_id: str) -> list[Walked]:
    """Of each path that was walked to its end, the latest time, by path id; notes are left out."""
    rows = connection.execute(_LAST, {"journey": journey_id}).all()
    return [Walked(path_id, moment_from_text(at)) for path_id, at in rows]


def walks_within(
    connection: Connection,
    journey_id: str,
    since: datetime | None,
    until: datetime | None,
    limit: int,
) -> list[Walked]:
    """What was walked to its end in some stretch of time, by moment; notes are left out.

    Args:
        connection: Reads the notebook.
        journey_id: The journey.
        since: From when (aware, included); none: from the beginning.
        until: Until when (aware, left out); none: to the end.
        limit: How many at most: those about the latest moments.
    """
    query = select(REFLECTIONS.c.path_id, REFLECTIONS.c.happened_at).where(
        REFLECTIONS.c.journey_id == journey_id,
        REFLECTIONS.c.path_id != fixed(NOTE),
        REFLECTIONS.c.finished_at.is_not(None),
    )
    if since is not None:
        query = query.where(REFLECTIONS.c.happened_at >= moment_to_text(since))
    if until is not None:
        query = query.where(REFLECTIONS.c.happened_at < moment_to_text(until))
    latest = query.order_by(REFLECTIONS.c.happened_at.desc(), REFLECTIONS.c.path_id.desc())
    rows = connection.execute(latest.limit(limit)).all()
    return [Walked(path_id, moment_from_text(at)) for path_id, at in reversed(rows)]
