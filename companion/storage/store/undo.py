"""Holding rows as they are, and putting them back as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from companion.domain.undoing import ChangedSinceError, Held
from companion.storage.store.index import free_number, indexed, reindex
from companion.storage.store.rows import moment_from_text
from companion.storage.store.schema import (
    ANSWERS,
    JOURNEYS,
    PAGE_LINES,
    REFLECTIONS,
    SESSIONS,
    SETTINGS,
    TAGS,
    UNSAID,
    WORDINGS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection, Select, Table

    from companion.domain.undoing import Change, Key, Scope
    from companion.storage.store.engine import Database

    Row = dict[str, Any]

_LINES = PAGE_LINES.name
# The others by what they hang on: what comes first is put back first and taken out last.
_TABLES: Mapping[str, tuple[Table, tuple[str, ...]]] = {
    table.name: (table, key)
    for table, key in (
        (JOURNEYS, ("id",)),
        (SETTINGS, ("name",)),
        (SESSIONS, ("id",)),
        (REFLECTIONS, ("id",)),
        (ANSWERS, ("id",)),
        (TAGS, ("reflection_id", "tag")),
        (UNSAID, ("answer_id",)),
        (WORDINGS, ("answer_id", "replaced_at")),
    )
}
_ORDER = list(_TABLES)


class UndoRepository:
    """Holds rows and puts them back; fits `UndoStore`."""

    def __init__(self, database: Database) -> None:
        """Take the open database."""
        self._database = database

    def held(self, scope: Scope, before: Held | None = None) -> Held:
        """What is kept now of everything that a deed can change."""
        with self._database.reading() as connection:
            return Held(_things(connection, scope, before))

    def put_back(self, change: Change) -> None:
        """Make everything that a deed changed what it was before."""
        before, after = change.before.things, change.after.things
        with self._database.writing() as connection:
            now = _things(connection, change.scope, change.before)
            rows = [key for key in change.keys if key[0] != _LINES]
            if any(now.get(key) != after.get(key) for key in rows):
                raise ChangedSinceError
            entries = sorted(change.before.of_kind(REFLECTIONS.name))
            words = {one: indexed(connection, one) for one in entries}
            _put_rows(connection, rows, before)
            for key in change.keys:
                if key[0] == _LINES:
                    _put_lines(connection, key[1], now.get(key), before.get(key), after.get(key))
            for one in entries:
                reindex(connection, words[one], indexed(connection, one))


def _things(connection: Connection, scope: Scope, before: Held | None) -> dict[Key, Any]:
    found: dict[Key, Any] = {}
    entries = set(scope.entries) | (before.of_kind(REFLECTIONS.name) if before else set())
    owners = select(ANSWERS.c.reflection_id).where(ANSWERS.c.id.in_(scope.answers))
    entries |= set(connection.execute(owners).scalars())
    answers = select(ANSWERS.c.id).where(ANSWERS.c.reflection_id.in_(entries))
    settings = SETTINGS.c.name.in_(scope.settings)
    queries: list[tuple[Table, Select[Any]]] = [
        (SETTINGS, select(SETTINGS).where(settings)),
        (SESSIONS, select(SESSIONS).where(SESSIONS.c.journey_id == scope.sessions_of)),
        (REFLECTIONS, select(REFLECTIONS).where(REFLECTIONS.c.id.in_(entries))),
        (ANSWERS, select(ANSWERS).where(ANSWERS.c.reflection_id.in_(entries))),
        (TAGS, select(TAGS).where(TAGS.c.reflection_id.in_(entries))),
        (UNSAID, select(UNSAID).where(UNSAID.c.answer_id.in_(answers))),
        (WORDINGS, select(WORDINGS).where(WORDINGS.c.answer_id.in_(answers))),
    ]
    if scope.journeys:
        queries.append((JOURNEYS, select(JOURNEYS)))
    for table, query in queries:
        found |= {_key(table.name, row): row for row in _rows(connection, query)}
    ticked = select(PAGE_LINES.c.session_id).where(PAGE_LINES.c.answer_id.in_(answers)).distinct()
    pages = set(scope.pages) | set(connection.execute(ticked).scalars())
    pages |= before.of_kind(_LINES) if before else set()
    for page in pages:
        its = select(PAGE_LINES).where(PAGE_LINES.c.session_id == page)
        rows = _rows(connection, its.order_by(PAGE_LINES.c.position))
        found[_LINES, page] = tuple(rows)
    return found


def _rows(connection: Connection, query: Select[Any]) -> Iterable[Row]:
    return [dict(row) for row in connection.execute(query).mappings()]


def _key(table: str, row: Row) -> Key:
    _, columns = _TABLES[table]
    # A blank stands in no id and no moment, so that no two keys are one.
    return table, " ".join(str(row[column]) for column in columns)


def _put_rows(connection: Connection, keys: Iterable[Key], before: Mapping[Key, Any]) -> None:
    ordered = sorted(keys, key=lambda key: _ORDER.index(key[0]))
    for name, which in reversed(ordered):
        if (name, which) not in before:
            table, columns = _TABLES[name]
            values = which.split(" ", len(columns) - 1)
            its = [table.c[column] == one for column, one in zip(columns, values, strict=True)]
            connection.execute(delete(table).where(*its))
    for name, which in ordered:
        row = before.get((name, which))
        if row is not None:
            table, columns = _TABLES[name]
            fitting = _numbered(connection, row) if table is REFLECTIONS else row
            kept = upsert(table).values(fitting)
            connection.execute(
                kept.on_conflict_do_update(index_elements=list(columns), set_=fitting)
            )


def _numbered(connection: Connection, row: Row) -> Row:
    """An entry with the number it had, unless another one has it by now."""
    number, own = REFLECTIONS.c.number, REFLECTIONS.c.id
    taken = select(own).where(number == row["number"], own != row["id"])
    if connection.execute(taken).scalar() is None:
        return row
    return row | {"number": free_number(connection, moment_from_text(row["happened_at"]))}


def _put_lines(
    connection: Connection,
    page: str,
    now: tuple[Row, ...] | None,
    before: tuple[Row, ...] | None,
    after: tuple[Row, ...] | None,
) -> None:
    """Make a page what it was; one that was composed anew since gets what it lacks at its end."""
    kept, was, became = now or (), before or (), after or ()
    wanted = was if kept == became else _joined(kept, was, became)
    connection.execute(delete(PAGE_LINES).where(PAGE_LINES.c.session_id == page))
    if wanted:
        connection.execute(insert(PAGE_LINES), list(wanted))


def _joined(
    kept: tuple[Row, ...], was: tuple[Row, ...], became: tuple[Row, ...]
) -> tuple[Row, ...]:
    there = {row["answer_id"] for row in (*kept, *became)}
    lacking = [row for row in was if row["answer_id"] not in there]
    first = max((row["position"] for row in kept), default=-1) + 1
    return (*kept, *(row | {"position": first + place} for place, row in enumerate(lacking)))
