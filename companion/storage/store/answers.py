"""Keeping the answers of a reflection: those that stay are not touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select, update

from companion.domain.path import Place
from companion.storage.store.index import indexed, reindex
from companion.storage.store.rows import answer_to_row
from companion.storage.store.schema import ANSWERS, PAGE_LINES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from companion.domain.answer import Reflection


def keep_answers(connection: Connection, reflection: Reflection) -> None:
    """Make a reflection's answers in the tables what they are in the value.

    Those that are gone take their page lines with them, those in the drawer lose
    theirs, and all others keep them.
    """
    own = select(ANSWERS).where(ANSWERS.c.reflection_id == reflection.id)
    before = {row.id: dict(row._mapping) for row in connection.execute(own)}  # noqa: SLF001 - SQLAlchemy's public name
    after = {
        answer.id: answer_to_row(answer, reflection.id, position)
        for position, answer in enumerate(reflection.answers)
    }
    _remove(connection, [answer_id for answer_id in before if answer_id not in after])
    for answer_id, row in after.items():
        if answer_id not in before:
            connection.execute(insert(ANSWERS).values(row))
        elif row != before[answer_id]:
            connection.execute(update(ANSWERS).where(ANSWERS.c.id == answer_id).values(row))
    _take_off_pages(connection, [a.id for a in reflection.answers if a.place is Place.UNSAID])


def place_answer(connection: Connection, answer_id: str, place: Place | None) -> None:
    """Put an answer in another place, or remove it; the pages and the index follow."""
    owner = select(ANSWERS.c.reflection_id).where(ANSWERS.c.id == answer_id)
    reflection_id = connection.execute(owner).scalar()
    if reflection_id is None:
        return
    if place is None:
        before = indexed(connection, reflection_id)
        _remove(connection, [answer_id])
        reindex(connection, before, indexed(connection, reflection_id))
        return
    moved = update(ANSWERS).where(ANSWERS.c.id == answer_id)
    connection.execute(moved.values(place=place.value))
    if place is Place.UNSAID:
        _take_off_pages(connection, [answer_id])


def _remove(connection: Connection, answer_ids: Sequence[str]) -> None:
    if answer_ids:
        one = delete(ANSWERS).where(ANSWERS.c.id == bindparam("answer"))
        connection.execute(one, [{"answer": answer_id} for answer_id in answer_ids])


def _take_off_pages(connection: Connection, answer_ids: Sequence[str]) -> None:
    if answer_ids:
        its = delete(PAGE_LINES).where(PAGE_LINES.c.answer_id == bindparam("answer"))
        connection.execute(its, [{"answer": answer_id} for answer_id in answer_ids])
