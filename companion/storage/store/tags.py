"""The person's own tags as rows of the encrypted database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select

from companion.storage.store.rows import summary_from_row
from companion.storage.store.schema import REFLECTIONS, TAGS
from companion.storage.store.summary import LATEST_FIRST, SUMMARIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from companion.domain.summaries import Summary
    from companion.storage.store.engine import Database

_OF_ONE = (
    select(TAGS.c.tag).where(TAGS.c.reflection_id == bindparam("reflection")).order_by(TAGS.c.tag)
)


class TagRepository:
    """Keeps tags; fits `TagStore`."""

    def __init__(self, database: Database) -> None:
        """Take the open database."""
        self._database = database

    def put(self, reflection_id: str, tags: Iterable[str]) -> None:
        """Give a reflection these tags and no others; nothing happens if there is none."""
        with self._database.writing() as connection:
            there = select(REFLECTIONS.c.id).where(REFLECTIONS.c.id == reflection_id)
            if connection.execute(there).scalar() is not None:
                keep_tags(connection, reflection_id, tags)

    def all(self, journey_id: str) -> list[str]:
        """The tags in use in a journey, in alphabetical order."""
        query = (
            select(TAGS.c.tag)
            .distinct()
            .join(REFLECTIONS, REFLECTIONS.c.id == TAGS.c.reflection_id)
            .where(REFLECTIONS.c.journey_id == journey_id)
        )
        with self._database.reading() as connection:
            return list(connection.execute(query.order_by(TAGS.c.tag)).scalars())

    def tagged(self, journey_id: str, tag: str, limit: int) -> list[Summary]:
        """The reflections with a tag, the latest moment first."""
        those = select(TAGS.c.reflection_id).where(TAGS.c.tag == tag)
        query = SUMMARIES.where(REFLECTIONS.c.journey_id == journey_id, REFLECTIONS.c.id.in_(those))
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(*LATEST_FIRST).limit(limit))
            return [summary_from_row(row) for row in rows]


def tags_of(connection: Connection, reflection_id: str) -> list[str]:
    """The tags of a reflection, in alphabetical order."""
    return list(connection.execute(_OF_ONE, {"reflection": reflection_id}).scalars())


def keep_tags(connection: Connection, reflection_id: str, tags: Iterable[str]) -> None:
    """Make a reflection's tags in the table these, inside a transaction of the caller's."""
    before, after = set(tags_of(connection, reflection_id)), set(tags)
    gone = sorted(before - after)
    if gone:
        its = TAGS.c.reflection_id == reflection_id
        connection.execute(delete(TAGS).where(its, TAGS.c.tag.in_(gone)))
    new = [{"reflection_id": reflection_id, "tag": tag} for tag in sorted(after - before)]
    if new:
        connection.execute(insert(TAGS), new)
