"""The Unsaid drawer: the answers in it, and where they stand on the ladder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, select

from companion.domain.errors import UnknownReflectionError
from companion.domain.ladder import Unsaid
from companion.domain.page import Origin
from companion.domain.path import PLACEABLE, Place
from companion.domain.path_ids import NEVER_SHARED
from companion.storage.store.answers import stand
from companion.storage.store.rows import moment_from_text, standing_from_row
from companion.storage.store.schema import ANSWERS, REFLECTIONS, UNSAID, fixed

if TYPE_CHECKING:
    from sqlalchemy import Row, Select

    from companion.domain.ladder import Standing
    from companion.storage.store.engine import Database

_WORDS = [kind.value for kind in sorted(PLACEABLE)]


class DrawerRepository:
    """Reads the drawer and moves what is in it; fits `DrawerStore`."""

    def __init__(self, database: Database) -> None:
        """Take the open database."""
        self._database = database

    def items(self, journey_id: str) -> list[Unsaid]:
        """Everything in the drawer of a journey, the latest moment first."""
        query = _drawer().where(REFLECTIONS.c.journey_id + "" == journey_id)
        latest = (
            REFLECTIONS.c.happened_at.desc(),
            REFLECTIONS.c.number.desc(),
            ANSWERS.c.position,
        )
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(*latest)).all()
            return [_from_row(row) for row in rows]

    def item(self, answer_id: str) -> Unsaid:
        """One thing in the drawer.

        Raises:
            UnknownReflectionError: If there is no such answer in it.
        """
        with self._database.reading() as connection:
            row = connection.execute(_drawer().where(ANSWERS.c.id == answer_id)).one_or_none()
            if row is None:
                raise UnknownReflectionError(id=answer_id)
            return _from_row(row)

    def stand(self, answer_id: str, standing: Standing) -> None:
        """Let something unsaid stand there; below *bring*, it goes from every page."""
        with self._database.writing() as connection:
            stand(connection, answer_id, standing)


def _drawer() -> Select[Any]:
    both = REFLECTIONS.join(
        ANSWERS,
        and_(
            REFLECTIONS.c.id == ANSWERS.c.reflection_id,
            ANSWERS.c.place == fixed(Place.UNSAID),
            ANSWERS.c.kind.in_(_WORDS),
        ),
    )
    return (
        select(
            ANSWERS.c.id,
            ANSWERS.c.shown,
            ANSWERS.c.prompt,
            ANSWERS.c.section,
            ANSWERS.c.reflection_id,
            REFLECTIONS.c.title,
            REFLECTIONS.c.path_id,
            REFLECTIONS.c.happened_at,
            *UNSAID.c,
        )
        .select_from(both.outerjoin(UNSAID, UNSAID.c.answer_id == ANSWERS.c.id))
        .where(REFLECTIONS.c.finished_at.is_not(None))
    )


def _from_row(row: Row[Any]) -> Unsaid:
    origin = Origin(row.reflection_id, row.title, row.prompt, moment_from_text(row.happened_at))
    return Unsaid(
        answer_id=row.id,
        text=row.shown,
        origin=origin,
        standing=standing_from_row(row),
        may_be_brought=row.section is not None and row.path_id not in NEVER_SHARED,
    )
