"""Reflections, drafts included, as rows of the encrypted database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, insert, select, update

from companion.domain.answer import MapPoint
from companion.domain.errors import UnknownReflectionError
from companion.domain.pacing import Written
from companion.domain.path import Form, Place, StepKind
from companion.domain.path_ids import NOTE
from companion.domain.summaries import EarlierPoint
from companion.domain.text import clean
from companion.storage.store.answers import keep_answers, place_answer
from companion.storage.store.candidates import candidates
from companion.storage.store.index import free_number, indexed, reindex, stands_for
from companion.storage.store.quotes import count_quotable, quotable, quoted
from companion.storage.store.rows import (
    moment_from_text,
    moment_to_text,
    reflection_from_rows,
    reflection_to_row,
    summary_from_row,
    value_from_text,
    wording_from_row,
)
from companion.storage.store.schema import ANSWERS, REFLECTIONS, WORDINGS, fixed
from companion.storage.store.search import find
from companion.storage.store.summary import LATEST_FIRST, SUMMARIES
from companion.storage.store.tags import keep_tags, tags_of
from companion.storage.store.walks import last_walks, walks_within

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Connection, Select

    from companion.domain.answer import Reflection, Wording
    from companion.domain.page import Candidate
    from companion.domain.rhythm import Walked
    from companion.domain.summaries import Summary
    from companion.storage.store.engine import Database

MOST_MATCHING = 3
"""How many ids are given for the beginning of one: enough to say that it is too short."""
_FINISHED = REFLECTIONS.c.finished_at.is_not(None)
_NEW = insert(REFLECTIONS)
_KEPT = update(REFLECTIONS).where(REFLECTIONS.c.id == bindparam("which"))
_BEYOND = "\U0010ffff"  # after every letter an id can have


class ReflectionRepository:
    """Keeps reflections; fits `ReflectionStore`."""

    def __init__(self, database: Database) -> None:
        """Take the open database."""
        self._database = database

    def put(self, reflection: Reflection) -> None:
        """Keep a reflection with its answers, replacing any of the same id, durably."""
        with self._database.writing() as connection:
            keep(connection, reflection)

    def get(self, reflection_id: str) -> Reflection:
        """The reflection of that id.

        Raises:
            UnknownReflectionError: If there is none.
        """
        with self._database.reading() as connection:
            found = find_one(connection, reflection_id)
        if found is None:
            raise UnknownReflectionError(id=reflection_id)
        return found

    def matching(self, prefix: str) -> list[str]:
        """The ids that begin with a prefix, three at most."""
        if clean(prefix) != prefix:
            return []
        ids = select(REFLECTIONS.c.id).where(REFLECTIONS.c.id.between(prefix, prefix + _BEYOND))
        with self._database.reading() as connection:
            found = connection.execute(ids.order_by(REFLECTIONS.c.id).limit(MOST_MATCHING))
            return list(found.scalars())

    def remove(self, reflection_id: str) -> None:
        """Remove a reflection and its answers for good; nothing happens if there is none."""
        with self._database.writing() as connection:
            before = indexed(connection, reflection_id)
            connection.execute(delete(REFLECTIONS).where(REFLECTIONS.c.id == reflection_id))
            reindex(connection, before, None)

    def newest_draft(self, journey_id: str) -> Reflection | None:
        """The draft that was begun last, or none."""
        drafts = select(REFLECTIONS).where(
            REFLECTIONS.c.journey_id == journey_id, REFLECTIONS.c.finished_at.is_(None)
        )
        newest = drafts.order_by(REFLECTIONS.c.started_at.desc(), REFLECTIONS.c.number.desc())
        with self._database.reading() as connection:
            return _first(connection, newest)

    def latest(self, journey_id: str, path_id: str) -> Reflection | None:
        """The finished reflection on a path whose moment is the latest, or none."""
        walked = select(REFLECTIONS).where(
            REFLECTIONS.c.journey_id == journey_id, REFLECTIONS.c.path_id == path_id, _FINISHED
        )
        with self._database.reading() as connection:
            return _first(connection, walked.order_by(*LATEST_FIRST))

    def last_walks(self, journey_id: str) -> list[Walked]:
        """Of each path that was walked to its end, the latest time, by path id; no notes."""
        with self._database.reading() as connection:
            return last_walks(connection, journey_id)

    def walks_within(
        self, journey_id: str, since: datetime | None, until: datetime | None, limit: int
    ) -> list[Walked]:
        """What was walked to its end in some stretch of time, by moment; no notes."""
        with self._database.reading() as connection:
            return walks_within(connection, journey_id, since, until, limit)

    def lately(self, journey_id: str, since: datetime) -> list[Written]:
        """What was finished since a moment, whatever day it is about; notes are left out."""
        query = select(REFLECTIONS.c.path_id, REFLECTIONS.c.form, REFLECTIONS.c.finished_at).where(
            REFLECTIONS.c.journey_id == journey_id,
            REFLECTIONS.c.finished_at >= moment_to_text(since),
            REFLECTIONS.c.path_id != NOTE,
        )
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(REFLECTIONS.c.finished_at)).all()
            return [
                Written(one.path_id, Form(one.form), moment_from_text(one.finished_at))
                for one in rows
            ]

    def of_path(self, journey_id: str, path_id: str, limit: int) -> list[Reflection]:
        """The finished reflections on a path, the latest moment first."""
        walked = select(REFLECTIONS).where(
            REFLECTIONS.c.journey_id == journey_id, REFLECTIONS.c.path_id == path_id, _FINISHED
        )
        with self._database.reading() as connection:
            return _read(connection, walked.order_by(*LATEST_FIRST).limit(limit))

    def revise(self, reflection: Reflection, at: datetime) -> None:
        """Keep a changed reflection, and how its changed answers read before."""
        with self._database.writing() as connection:
            keep(connection, reflection, at)

    def wordings(self, answer_id: str) -> list[Wording]:
        """How an answer read before it was changed, the latest first."""
        query = select(WORDINGS).where(WORDINGS.c.answer_id == answer_id)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(WORDINGS.c.replaced_at.desc())).all()
            return [wording_from_row(row) for row in rows]

    def count(self, journey_id: str) -> int:
        """How many reflections there are. For lists to know their height; never shown."""
        query = select(func.count()).where(REFLECTIONS.c.journey_id == journey_id)
        with self._database.reading() as connection:
            return int(connection.execute(query).scalar_one())

    def rows(self, journey_id: str, offset: int, limit: int) -> list[Summary]:
        """Some rows of the list of reflections, the latest moment first."""
        query = SUMMARIES.where(REFLECTIONS.c.journey_id == journey_id)
        window = query.order_by(*LATEST_FIRST).limit(limit).offset(offset)
        with self._database.reading() as connection:
            return [summary_from_row(row) for row in connection.execute(window)]

    def search(self, journey_id: str, words: str, limit: int) -> list[Summary]:
        """The reflections in which every word begins a word, the latest moment first."""
        with self._database.reading() as connection:
            return [summary_from_row(row) for row in find(connection, journey_id, words, limit)]

    def earlier_points(self, journey_id: str, limit: int) -> list[EarlierPoint]:
        """The latest points on the map in finished reflections, the latest first."""
        both = REFLECTIONS.join(ANSWERS, ANSWERS.c.reflection_id == REFLECTIONS.c.id)
        query = (
            select(REFLECTIONS.c.happened_at, ANSWERS.c.value)
            .select_from(both)
            .where(REFLECTIONS.c.journey_id == journey_id, _FINISHED)
            .where(ANSWERS.c.kind == fixed(StepKind.MAP))
            .order_by(*LATEST_FIRST, ANSWERS.c.position.desc())
        )
        with self._database.reading() as connection:
            rows = connection.execute(query.limit(limit)).all()
            read = [(moment_from_text(row.happened_at), value_from_text(row.value)) for row in rows]
        return [EarlierPoint(at, point) for at, point in read if isinstance(point, MapPoint)]

    def move_answer(self, answer_id: str, place: Place | None) -> None:
        """Put an answer in another place, as `ReflectionStore.move_answer` says.

        Nothing happens if there is no such answer.
        """
        with self._database.writing() as connection:
            place_answer(connection, answer_id, place)

    def candidates(
        self, journey_id: str, session_id: str, getting_ready: str, since: datetime | None
    ) -> list[Candidate]:
        """The answers that may become lines of one session's page, by moment, then order.

        Args:
            journey_id: The journey.
            session_id: The session; empty: whichever comes next, none being planned.
            getting_ready: The id of the path whose answers need no parking.
            since: From when that path's answers count (aware); none: from the beginning.
        """
        with self._database.reading() as connection:
            return candidates(connection, journey_id, session_id, getting_ready, since)

    def quotable(
        self, journey_id: str, since: datetime | None, offset: int, limit: int
    ) -> list[Candidate]:
        """Some of the answers that may be quoted on a second sheet, the latest moment first."""
        with self._database.reading() as connection:
            return quotable(connection, journey_id, since, offset, limit)

    def count_quotable(self, journey_id: str, since: datetime | None) -> int:
        """How many answers may be quoted. For lists to know their height; never shown."""
        with self._database.reading() as connection:
            return count_quotable(connection, journey_id, since)

    def quoted(
        self, journey_id: str, since: datetime | None, answer_ids: Iterable[str]
    ) -> list[Candidate]:
        """Those of some answers that may be quoted, in no order."""
        with self._database.reading() as connection:
            return quoted(connection, journey_id, since, answer_ids)


def keep(
    connection: Connection, reflection: Reflection, replaced_at: datetime | None = None
) -> None:
    """Keep a reflection inside a transaction of the caller's: many may share one.

    Args:
        connection: The transaction.
        reflection: The reflection.
        replaced_at: When it was changed, to remember how changed answers read before
            (aware); none: that is not remembered.
    """
    before = indexed(connection, reflection.id)
    _keep_row(connection, reflection, before.number if before else None)
    keep_answers(connection, reflection, replaced_at)
    keep_tags(connection, reflection.id, reflection.tags)
    reindex(connection, before, indexed(connection, reflection.id))


def find_one(connection: Connection, reflection_id: str) -> Reflection | None:
    """The reflection of that id, or none, inside a transaction of the caller's."""
    return _first(connection, select(REFLECTIONS).where(REFLECTIONS.c.id == reflection_id))


def _first(connection: Connection, query: Select[Any]) -> Reflection | None:
    return next(iter(_read(connection, query.limit(1))), None)


def _read(connection: Connection, query: Select[Any]) -> list[Reflection]:
    found = []
    for row in connection.execute(query).all():
        answers = select(ANSWERS).where(ANSWERS.c.reflection_id == row.id)
        said = connection.execute(answers.order_by(ANSWERS.c.position))
        found.append(reflection_from_rows(row, said, tags_of(connection, row.id)))
    return found


def _keep_row(connection: Connection, reflection: Reflection, number: int | None) -> None:
    row = reflection_to_row(reflection)
    if number is None:
        row["number"] = free_number(connection, reflection.happened_at)
        connection.execute(_NEW, row)
        return
    if not stands_for(number, reflection.happened_at):
        row["number"] = free_number(connection, reflection.happened_at)
    connection.execute(_KEPT, {**row, "which": reflection.id})
