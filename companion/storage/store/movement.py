"""What was chosen on the scales, over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, tuple_

from companion.domain.movement import Chosen
from companion.domain.path import StepKind
from companion.storage.store.rows import moment_from_text, moment_to_text, value_from_text
from companion.storage.store.schema import ANSWERS, REFLECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from typing import Any

    from sqlalchemy import Select

    from companion.storage.store.engine import Database

_BOTH = REFLECTIONS.join(ANSWERS, ANSWERS.c.reflection_id == REFLECTIONS.c.id)
_SCALES = [StepKind.RATING.value, StepKind.MAP.value]


class MovementRepository:
    """Reads what was chosen on the scales; fits `MovementStore`."""

    def __init__(self, database: Database) -> None:
        """Take the open database."""
        self._database = database

    def chosen(
        self, journey_id: str, steps: Iterable[tuple[str, str]], since: datetime | None = None
    ) -> list[Chosen]:
        """What was chosen at some steps in the finished reflections of a journey, by moment.

        Args:
            journey_id: The journey.
            steps: Ids of paths, each with the id of one of its steps.
            since: From when on (aware); none: from the beginning.
        """
        query = _chosen(journey_id, list(steps))
        if since is not None:
            query = query.where(REFLECTIONS.c.happened_at >= moment_to_text(since))
        with self._database.reading() as connection:
            return [
                Chosen(
                    row.path_id,
                    row.step_id,
                    moment_from_text(row.happened_at),
                    value_from_text(row.value),
                )
                for row in connection.execute(query)
            ]


def _chosen(journey_id: str, steps: list[tuple[str, str]]) -> Select[Any]:
    step = tuple_(REFLECTIONS.c.path_id, ANSWERS.c.step_id)
    return (
        select(REFLECTIONS.c.path_id, ANSWERS.c.step_id, REFLECTIONS.c.happened_at, ANSWERS.c.value)
        .select_from(_BOTH)
        .where(
            REFLECTIONS.c.journey_id == journey_id,
            REFLECTIONS.c.finished_at.is_not(None),
            REFLECTIONS.c.path_id.in_(sorted({path_id for path_id, _ in steps})),
            step.in_(steps),
            ANSWERS.c.kind.in_(_SCALES),
            ANSWERS.c.value.is_not(None),
        )
        .order_by(REFLECTIONS.c.happened_at, REFLECTIONS.c.number, ANSWERS.c.position)
    )
