"""Everything at once: read on its way out, kept on its way in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select

from companion.domain.archive import EXPORTED, Archive
from companion.domain.pack import kept_as
from companion.storage.store.reflections import keep
from companion.storage.store.rows import (
    journey_from_row,
    journey_to_row,
    line_from_row,
    line_to_row,
    reflection_from_rows,
    session_from_row,
    session_to_row,
    standing_from_row,
    standing_to_row,
    wording_from_row,
    wording_to_row,
)
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
from companion.storage.store.sessions import OPEN_FIRST, OPEN_JOURNEY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Column, Connection, Row, Select, Table

    from companion.domain.answer import Reflection
    from companion.domain.journey import Journey
    from companion.domain.page import Line
    from companion.storage.store.engine import Database

_AT_ONCE = 500
# Entries read between two looks at the database: few enough to hold, many enough to be quick.


def _of_some(table: Table, order: Column[Any]) -> Select[Any]:
    """What hangs on the entries of some numbers, in their order and then in its own."""
    # Not by a list of ids: to put hundreds into a query takes longer than to read what it finds.
    own = REFLECTIONS.join(table, table.c.reflection_id == REFLECTIONS.c.id)
    until = REFLECTIONS.c.number <= bindparam("last")
    return select(table).select_from(own).where(_AFTER, until).order_by(REFLECTIONS.c.number, order)


_AFTER = REFLECTIONS.c.number > bindparam("after")
_NEXT = select(REFLECTIONS).where(_AFTER).order_by(REFLECTIONS.c.number).limit(bindparam("most"))
_ANSWERS = _of_some(ANSWERS, ANSWERS.c.position)
_TAGS = _of_some(TAGS, TAGS.c.tag)
_ITS_REFLECTION = list(ANSWERS.c).index(ANSWERS.c.reflection_id)


class ArchiveRepository:
    """Reads and keeps everything at once; fits `ArchiveStore`."""

    def __init__(self, database: Database) -> None:
        """Take the open database."""
        self._database = database

    def everything(self) -> Archive:
        """Everything that is kept; its reflections are read one after the other, once."""
        by_position = select(PAGE_LINES).order_by(PAGE_LINES.c.session_id, PAGE_LINES.c.position)
        with self._database.reading() as connection:
            journeys = connection.execute(select(JOURNEYS).order_by(JOURNEYS.c.started_at)).all()
            sessions = connection.execute(select(SESSIONS).order_by(SESSIONS.c.at)).all()
            lines = connection.execute(by_position).all()
            settings = connection.execute(select(SETTINGS).order_by(SETTINGS.c.name)).all()
            standings = connection.execute(select(UNSAID).order_by(UNSAID.c.answer_id)).all()
            wordings = connection.execute(
                select(WORDINGS).order_by(WORDINGS.c.answer_id, WORDINGS.c.replaced_at)
            ).all()
            return Archive(
                reflections=self._reflections(),
                journeys=tuple(journey_from_row(row) for row in journeys),
                sessions=tuple(session_from_row(row) for row in sessions),
                pages=_pages(lines),
                settings=tuple((row.name, row.value) for row in settings),
                standings=tuple((row.answer_id, standing_from_row(row)) for row in standings),
                wordings=tuple((row.answer_id, wording_from_row(row)) for row in wordings),
            )

    def known(self, reflection_ids: Iterable[str]) -> set[str]:
        """Those ids that stand for an entry already."""
        with self._database.reading() as connection:
            return _known(connection, REFLECTIONS, reflection_ids)

    def bring_in(self, archive: Archive) -> None:
        """Keep everything that is not there yet, all of it or nothing.

        Raises:
            StorageError: If it could not be written.
        """
        with self._database.writing() as connection:
            replaced = _bring_journeys(connection, archive.journeys)
            open_journey = _open_journey(connection)
            reflections = tuple(archive.reflections)
            known = _known(connection, REFLECTIONS, (one.id for one in reflections))
            new = [one for one in reflections if one.id not in known]
            for reflection in new:
                journey_id = reflection.journey_id or open_journey
                keep(connection, replace(reflection, journey_id=journey_id))
            _bring_around_answers(connection, archive, new)
            there = _known(connection, SESSIONS, (one.id for one in archive.sessions))
            _bring(
                connection,
                SESSIONS,
                [session_to_row(one) for one in archive.sessions if one.id not in there],
            )
            _bring_pages(connection, archive.pages)
            _bring_settings(connection, archive.settings, journey_too=replaced)

    def _reflections(self) -> Iterator[Reflection]:
        after = -(2**63)
        while True:
            with self._database.reading() as connection:
                rows = connection.execute(_NEXT, {"after": after, "most": _AT_ONCE}).all()
                if not rows:
                    return
                last = rows[-1].number
                answers, tags = _answers(connection, after, last), _tags(connection, after, last)
                found = [
                    reflection_from_rows(row, answers.get(row.id, ()), tags.get(row.id, ()))
                    for row in rows
                ]
            yield from found
            after = last


def _answers(connection: Connection, after: int, last: int) -> dict[str, list[Row[Any]]]:
    """The answers of the entries of some numbers, by entry, in order; the first is not meant."""
    found: dict[str, list[Row[Any]]] = {}
    # All at once: a row at a time, SQLAlchemy takes longer than SQLCipher does.
    for row in connection.execute(_ANSWERS, {"after": after, "last": last}).all():
        found.setdefault(row[_ITS_REFLECTION], []).append(row)
    return found


def _tags(connection: Connection, after: int, last: int) -> dict[str, list[str]]:
    """The tags of the entries of some numbers, by entry, in order; the first is not meant."""
    found: dict[str, list[str]] = {}
    for reflection_id, tag in connection.execute(_TAGS, {"after": after, "last": last}).all():
        found.setdefault(reflection_id, []).append(tag)
    return found


def _pages(rows: Sequence[Row[tuple[object]]]) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    pages: dict[str, list[Line]] = {}
    for row in rows:
        pages.setdefault(row.session_id, []).append(line_from_row(row))
    return tuple((session_id, tuple(lines)) for session_id, lines in pages.items())


def _known(connection: Connection, table: Table, ids: Iterable[str]) -> set[str]:
    wanted, found = list(ids), set[str]()
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        found |= set(connection.execute(select(table.c.id).where(table.c.id.in_(some))).scalars())
    return found


def _open_journey(connection: Connection) -> str:
    return str(connection.execute(OPEN_FIRST.limit(1)).one().id)


def _bring_journeys(connection: Connection, journeys: Sequence[Journey]) -> bool:
    """Bring journeys in; says whether they stand in place of the notebook's own."""
    known = _known(connection, JOURNEYS, (one.id for one in journeys))
    new = [one for one in journeys if one.id not in known]
    if not new:
        return False
    own = _open_journey(connection)
    _bring(connection, JOURNEYS, [journey_to_row(one) for one in new])
    # A notebook that was only just made has a journey in which nothing happened yet; it
    # would stand in front of everything that comes in.
    if _used(connection, own):
        return False
    connection.execute(delete(JOURNEYS).where(JOURNEYS.c.id == own))
    return True


def _used(connection: Connection, journey_id: str) -> bool:
    packs = SETTINGS.c.name.startswith(kept_as(journey_id), autoescape=True)
    if connection.execute(select(SETTINGS.c.name).where(packs).limit(1)).first() is not None:
        return True
    return any(
        connection.execute(select(table.c.id).where(table.c.journey_id == journey_id).limit(1))
        .scalars()
        .first()
        is not None
        for table in (REFLECTIONS, SESSIONS)
    )


def _bring_pages(connection: Connection, pages: Sequence[tuple[str, tuple[Line, ...]]]) -> None:
    there = set(connection.execute(select(PAGE_LINES.c.session_id).distinct()).scalars())
    for session_id, lines in pages:
        if session_id not in there:
            # A line whose answer was let go here does not bring it back.
            known = _known(connection, ANSWERS, (line.answer_id for line in lines))
            kept = [line for line in lines if line.answer_id in known]
            rows = [line_to_row(line, session_id, place) for place, line in enumerate(kept)]
            _bring(connection, PAGE_LINES, rows)


def _bring_around_answers(
    connection: Connection, archive: Archive, brought: Sequence[Reflection]
) -> None:
    """Bring in where the answers that came stand on the ladder, and how they read before."""
    own = {answer.id for reflection in brought for answer in reflection.answers}
    standings = [standing_to_row(one, at) for one, at in archive.standings if one in own]
    wordings = [wording_to_row(one, was) for one, was in archive.wordings if one in own]
    _bring(connection, UNSAID, standings)
    _bring(connection, WORDINGS, wordings)


def _bring_settings(
    connection: Connection, settings: Sequence[tuple[str, str]], *, journey_too: bool
) -> None:
    there = {EXPORTED, *connection.execute(select(SETTINGS.c.name)).scalars()}
    if not journey_too:
        # What comes in never changes which journey is open.
        there.add(OPEN_JOURNEY)
    new = [{"name": name, "value": value} for name, value in settings if name not in there]
    _bring(connection, SETTINGS, new)


def _bring(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    if rows:
        connection.execute(insert(table), rows)
