"""What was chosen on the scales, over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from companion.domain.movement import Chosen
from companion.domain.path import StepKind
from companion.storage.store.rows import moment_from_text, moment_to_text, value_from_text
from companion.storage.store.schema import ANSWERS, BEGINNING, REFLECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from typing import Any

    from sqlalchemy import Row, Select

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
        from_when = BEGINNING if since is None else moment_to_text(since)
        paths: dict[str, list[str]] = {}
        for path_id, step_id in steps:
            paths.setdefault(path_id, []).append(step_id)
        found: list[Row[Any]] = []
        with self._database.reading() as connection:
            # Path by path, and put in order here: SQLite would else go through every entry.
            for path_id, its_steps in paths.items():
                query = _chosen(journey_id, path_id, its_steps, from_when)
                found += connection.execute(query)
            found.sort(key=lambda row: (row.happened_at, row.number, row.position))
            return [
                Chosen(
                    row.path_id,
                    row.step_id,
                    moment_from_text(row.happened_at),
                    value_from_text(row.value),
                )
                for row in found
            ]


def _chosen(journey_id: str, path_id: str, steps: list[str], from_when: str) -> Select[Any]:
    return (
        select(
            REFLECTIONS.c.path_id,
            ANSWERS.c.step_id,
            REFLECTIONS.c.happened_at,
            ANSWERS.c.value,
            REFLECTIONS.c.number,
            ANSWERS.c.position,
        )
        .select_from(_BOTH)
        .where(
            REFLECTIONS.c.journey_id == journey_id,
            REFLECTIONS.c.path_id == path_id,
            REFLECTIONS.c.happened_at >= from_when,
            REFLECTIONS.c.finished_at.is_not(None),
            ANSWERS.c.step_id.in_(steps),
            ANSWERS.c.kind.in_(_SCALES),
            ANSWERS.c.value.is_not(None),
        )
    )
