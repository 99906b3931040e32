"""Journeys and sessions as rows of the encrypted database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from companion.domain.errors import DamagedNotebookError
from companion.storage.store.engine import PART
from companion.storage.store.rows import (
    journey_from_row,
    journey_to_row,
    session_from_row,
    session_to_row,
)
from companion.storage.store.schema import JOURNEYS, SESSIONS, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from companion.domain.journey import Journey, Session
    from companion.storage.store.engine import Database


OPEN_JOURNEY = "journey.open"
"""The setting that says which journey is open."""
_CHOSEN = select(SETTINGS.c.value).where(SETTINGS.c.name == OPEN_JOURNEY).scalar_subquery()
OPEN_FIRST = select(JOURNEYS).order_by(
    (JOURNEYS.c.id == _CHOSEN).desc().nulls_last(),
    JOURNEYS.c.closed_at.is_not(None),
    JOURNEYS.c.started_at.desc(),
    JOURNEYS.c.id,
)
"""All journeys, the open one first."""


class SessionRepository:
    """Keeps journeys and sessions; fits `SessionStore`."""

    def __init__(self, database: Database) -> None:
        """Take the open database."""
        self._database = database

    def journey(self) -> Journey:
        """The journey that is open: the one chosen, or else the one begun last.

        Raises:
            DamagedNotebookError: If there is none; every notebook is made with one.
        """
        with self._database.reading() as connection:
            row = connection.execute(OPEN_FIRST.limit(1)).one_or_none()
            if row is None:
                raise DamagedNotebookError(part=PART)
            return journey_from_row(row)

    def journeys(self) -> list[Journey]:
        """All journeys, in the order they were begun."""
        query = select(JOURNEYS).order_by(JOURNEYS.c.started_at, JOURNEYS.c.id)
        with self._database.reading() as connection:
            return [journey_from_row(row) for row in connection.execute(query)]

    def put_journey(self, journey: Journey, *, opened: bool = False) -> None:
        """Keep a journey, replacing any of the same id.

        Args:
            journey: The journey.
            opened: Whether it is the open one from now on.
        """
        row = journey_to_row(journey)
        kept = upsert(JOURNEYS).values(row)
        with self._database.writing() as connection:
            connection.execute(kept.on_conflict_do_update(index_elements=["id"], set_=row))
            if opened:
                chosen = {"name": OPEN_JOURNEY, "value": journey.id}
                setting = upsert(SETTINGS).values(chosen)
                connection.execute(
                    setting.on_conflict_do_update(index_elements=["name"], set_=chosen)
                )

    def sessions(self, journey_id: str) -> list[Session]:
        """All sessions of a journey, by time."""
        query = select(SESSIONS).where(SESSIONS.c.journey_id == journey_id)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(SESSIONS.c.at, SESSIONS.c.id))
            return [session_from_row(row) for row in rows]

    def put(self, sessions: Iterable[Session]) -> None:
        """Keep sessions, replacing those of the same id, all or none."""
        with self._database.writing() as connection:
            for session in sessions:
                row = session_to_row(session)
                kept = upsert(SESSIONS).values(row)
                connection.execute(kept.on_conflict_do_update(index_elements=["id"], set_=row))


def add_journey(connection: Connection, journey: Journey) -> None:
    """Keep the journey that a notebook is made with."""
    connection.execute(insert(JOURNEYS).values(journey_to_row(journey)))
