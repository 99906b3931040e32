"""Which answers may be quoted word for word on a second sheet; read in pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from companion.domain.page import Candidate, Origin, Section
from companion.domain.path import StepKind
from companion.storage.store.candidates import NEEDS_YES, OPEN
from companion.storage.store.rows import moment_from_text, moment_to_text
from companion.storage.store.schema import ANSWERS, REFLECTIONS, fixed
from companion.storage.store.summary import LATEST_FIRST

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Connection, Row, Select

_COLUMNS = (
    ANSWERS.c.id,
    ANSWERS.c.shown,
    ANSWERS.c.section,
    ANSWERS.c.prompt,
    REFLECTIONS.c.id.label("reflection_id"),
    REFLECTIONS.c.title,
    REFLECTIONS.c.happened_at,
)


def quotable(
    connection: Connection, journey_id: str, since: datetime | None, offset: int, limit: int
) -> list[Candidate]:
    """Some of the answers that may be quoted, as `ReflectionStore.quotable` says."""
    found = _may_be_quoted(select(*_COLUMNS), journey_id, since)
    window = found.order_by(*LATEST_FIRST, ANSWERS.c.position.desc()).limit(limit).offset(offset)
    return [_from_row(row) for row in connection.execute(window)]


def count_quotable(connection: Connection, journey_id: str, since: datetime | None) -> int:
    """How many answers may be quoted, as `ReflectionStore.count_quotable` says."""
    found = _may_be_quoted(select(func.count()), journey_id, since)
    return int(connection.execute(found).scalar_one())


def quoted(
    connection: Connection, journey_id: str, since: datetime | None, answer_ids: Iterable[str]
) -> list[Candidate]:
    """Those of some answers that may be quoted, as `ReflectionStore.quoted` says."""
    found = _may_be_quoted(select(*_COLUMNS), journey_id, since)
    wanted = found.where(ANSWERS.c.id.in_(list(answer_ids)))
    return [_from_row(row) for row in connection.execute(wanted)]


def _may_be_quoted(columns: Select[Any], journey_id: str, since: datetime | None) -> Select[Any]:
    found = columns.select_from(
        REFLECTIONS.join(ANSWERS, ANSWERS.c.reflection_id == REFLECTIONS.c.id)
    ).where(
        REFLECTIONS.c.journey_id == journey_id,
        REFLECTIONS.c.finished_at.is_not(None),
        ANSWERS.c.kind == fixed(StepKind.TEXT),
        ANSWERS.c.section.is_not(None),
        ANSWERS.c.section.not_in(NEEDS_YES),
        OPEN,
    )
    if since is None:
        return found
    return found.where(REFLECTIONS.c.happened_at >= moment_to_text(since))


def _from_row(row: Row[Any]) -> Candidate:
    origin = Origin(row.reflection_id, row.title, row.prompt, moment_from_text(row.happened_at))
    return Candidate(row.id, row.shown, Section(row.section), origin)
