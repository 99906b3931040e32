"""What stands on the way of a therapy, and what was written on one stretch of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, func, not_, or_, select, text

from companion.domain.ladder import REPAIRED, Rung
from companion.domain.path import PLACEABLE, Place
from companion.domain.path_ids import BUMP
from companion.domain.way_gathered import Bump, Reflected, Version
from companion.storage.store.rows import (
    moment_from_text,
    moment_from_text_or_none,
    moment_to_text,
    summary_from_row,
)
from companion.storage.store.schema import ANSWERS, BEGINNING, REFLECTIONS, UNSAID
from companion.storage.store.summary import LATEST_FIRST, SUMMARIES
from companion.storage.store.walks import PATHS_WALKED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Exists

    from companion.domain.summaries import Summary
    from companion.domain.way_gathered import Stretch
    from companion.storage.store.engine import Database

_WORDS = [kind.value for kind in sorted(PLACEABLE)]
_FINISHED = REFLECTIONS.c.finished_at.is_not(None)


def _said(*such: ColumnElement[bool]) -> Exists:
    return exists().where(ANSWERS.c.reflection_id == REFLECTIONS.c.id, *such)


# For each stretch and each path one look at an index, however much was written: of a path
# that was walked often, the first walk that may be named is looked for, and none after it.
_FIRST_WALKS = text(
    PATHS_WALKED  # noqa: S608  made of constants alone
    + """
    SELECT one.key AS place, walk.path_id, walk.title
    FROM json_each(:stretches) AS one
    JOIN paths ON paths.id <> 'note'
    JOIN reflections AS walk ON walk.number = (
        SELECT number FROM reflections
        WHERE journey_id = :journey AND path_id = paths.id AND finished_at IS NOT NULL
            AND happened_at >= one.value ->> 0 AND happened_at < one.value ->> 1
            AND (
                EXISTS (
                    SELECT 1 FROM answers WHERE reflection_id = reflections.id
                        AND place <> 'unsaid' AND kind IN ('text', 'words', 'when-then', 'choice')
                )
                OR (
                    EXISTS (SELECT 1 FROM answers WHERE reflection_id = reflections.id)
                    AND NOT EXISTS (
                        SELECT 1 FROM answers WHERE reflection_id = reflections.id
                            AND kind IN ('text', 'words', 'when-then', 'choice')
                    )
                )
            )
        ORDER BY happened_at, number LIMIT 1
    )
    ORDER BY place, walk.happened_at, walk.path_id
    """
)
_AFTER_ALL = "\U0010ffff"
_IN_WORDS = ANSWERS.c.kind.in_(_WORDS)
_IS_OPEN = or_(
    _said(_IN_WORDS, ANSWERS.c.place != Place.UNSAID.value), and_(_said(), not_(_said(_IN_WORDS)))
)
# Something of a walk is left that is not in the drawer; of its words, if it has any.


class WayRepository:
    """Reads the way; fits `WayStore`."""

    def __init__(self, database: Database) -> None:
        """Take the open database."""
        self._database = database

    def versions(
        self, journey_id: str, steps: Iterable[tuple[str, str]], limit: int
    ) -> list[Version]:
        """The finished walks on some paths with what was said at one step, the latest first."""
        found = []
        with self._database.reading() as connection:
            for path_id, step_id in steps:
                its = and_(
                    ANSWERS.c.reflection_id == REFLECTIONS.c.id, ANSWERS.c.step_id == step_id
                )
                query = (
                    select(
                        REFLECTIONS.c.id,
                        REFLECTIONS.c.happened_at,
                        ANSWERS.c.shown,
                        ANSWERS.c.place,
                    )
                    .select_from(REFLECTIONS.outerjoin(ANSWERS, its))
                    .where(_walks_on(journey_id, path_id))
                    .order_by(*LATEST_FIRST)
                )
                found += [
                    Version(
                        row.id,
                        path_id,
                        moment_from_text(row.happened_at),
                        row.shown or "",
                        Place(row.place) if row.place else None,
                    )
                    for row in connection.execute(query.limit(limit))
                ]
        return found

    def bumps(self, journey_id: str, limit: int) -> list[Bump]:
        """The difficult moments that are not in the drawer altogether, the latest first."""
        repaired = (
            select(func.min(UNSAID.c.moved_at))
            .select_from(ANSWERS.join(UNSAID, UNSAID.c.answer_id == ANSWERS.c.id))
            .where(
                ANSWERS.c.reflection_id == REFLECTIONS.c.id,
                ANSWERS.c.place == Place.UNSAID.value,
                UNSAID.c.rung == Rung.SAID.value,
                UNSAID.c.became.in_(sorted(map(str, REPAIRED))),
            )
            .scalar_subquery()
        )
        query = select(REFLECTIONS.c.id, REFLECTIONS.c.happened_at, repaired.label("repaired_at"))
        bumps = query.where(_walks_on(journey_id, BUMP), _IS_OPEN)
        with self._database.reading() as connection:
            rows = connection.execute(bumps.order_by(*LATEST_FIRST).limit(limit))
            return [
                Bump(
                    row.id,
                    moment_from_text(row.happened_at),
                    moment_from_text_or_none(row.repaired_at),
                )
                for row in rows
            ]

    def reflected(self, journey_id: str, stretches: Sequence[Stretch]) -> list[list[Reflected]]:
        """Each path that was walked in a stretch of time, by the first moment of it."""
        found: list[list[Reflected]] = [[] for _ in stretches]
        values = {"journey": journey_id, "stretches": _as_json(stretches)}
        with self._database.reading() as connection:
            for row in connection.execute(_FIRST_WALKS, values):
                found[row.place].append(Reflected(row.path_id, row.title))
        return found

    def count(self, journey_id: str, stretch: Stretch) -> int:
        """How much was written in a stretch. For lists to know their height; never shown."""
        query = select(func.count()).where(
            REFLECTIONS.c.journey_id == journey_id, *_within(stretch)
        )
        with self._database.reading() as connection:
            return int(connection.execute(query).scalar_one())

    def rows(self, journey_id: str, stretch: Stretch, offset: int, limit: int) -> list[Summary]:
        """Some rows of what was written in a stretch, the latest moment first."""
        query = SUMMARIES.where(REFLECTIONS.c.journey_id == journey_id, *_within(stretch))
        window = query.order_by(*LATEST_FIRST).limit(limit).offset(offset)
        with self._database.reading() as connection:
            return [summary_from_row(row) for row in connection.execute(window)]


def _walks_on(journey_id: str, path_id: str) -> ColumnElement[bool]:
    mine = REFLECTIONS.c.journey_id == journey_id
    return and_(mine, REFLECTIONS.c.path_id == path_id, _FINISHED)


def _as_json(stretches: Sequence[Stretch]) -> str:
    return json.dumps(
        [
            [
                moment_to_text(one.since) if one.since else BEGINNING,
                moment_to_text(one.until) if one.until else _AFTER_ALL,
            ]
            for one in stretches
        ]
    )


def _within(stretch: Stretch) -> list[ColumnElement[bool]]:
    found = []
    if stretch.since is not None:
        found.append(REFLECTIONS.c.happened_at >= moment_to_text(stretch.since))
    if stretch.until is not None:
        found.append(REFLECTIONS.c.happened_at < moment_to_text(stretch.until))
    return found
