"""Which answers may be ticked for the book at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select

from companion.domain.book import KINDS, Passage
from companion.domain.ladder import Rung
from companion.domain.path import Place
from companion.domain.path_ids import NEVER_SHARED
from companion.storage.store.rows import moment_from_text
from companion.storage.store.schema import ANSWERS, REFLECTIONS, UNSAID

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy import Select

    from companion.storage.store.engine import Database

_ALL = REFLECTIONS.join(ANSWERS, ANSWERS.c.reflection_id == REFLECTIONS.c.id).outerjoin(
    UNSAID, UNSAID.c.answer_id == ANSWERS.c.id
)
# What is in the drawer is offered once it was said, and not before.
_OPEN = or_(
    ANSWERS.c.place != Place.UNSAID.value,
    and_(ANSWERS.c.place == Place.UNSAID.value, UNSAID.c.rung == Rung.SAID.value),
)


class PassageRepository:
    """Reads what may be ticked for the book; fits `PassageStore`."""

    def __init__(self, database: Database) -> None:
        """Take the open database."""
        self._database = database

    def passages(self, journey_id: str) -> list[Passage]:
        """The answers of a journey that may be ticked, as `PassageStore.passages` says."""
        with self._database.reading() as connection:
            return [
                Passage(
                    row.id,
                    row.reflection_id,
                    row.title,
                    row.prompt,
                    row.shown,
                    moment_from_text(row.happened_at),
                )
                for row in connection.execute(_passages(journey_id))
            ]


def _passages(journey_id: str) -> Select[Any]:
    return (
        select(
            ANSWERS.c.id,
            ANSWERS.c.reflection_id,
            REFLECTIONS.c.title,
            ANSWERS.c.prompt,
            ANSWERS.c.shown,
            REFLECTIONS.c.happened_at,
        )
        .select_from(_ALL)
        .where(
            REFLECTIONS.c.journey_id == journey_id,
            REFLECTIONS.c.finished_at.is_not(None),
            REFLECTIONS.c.path_id.not_in(sorted(NEVER_SHARED)),
            ANSWERS.c.kind.in_([kind.value for kind in sorted(KINDS)]),
            ANSWERS.c.shown != "",
            _OPEN,
        )
        .order_by(REFLECTIONS.c.happened_at, REFLECTIONS.c.number, ANSWERS.c.position)
    )
