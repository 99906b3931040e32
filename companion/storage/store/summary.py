"""The columns of a reflection as one row of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from companion.domain.path import StepKind
from companion.domain.summaries import FIRST_WORDS
from companion.storage.store.schema import ANSWERS, REFLECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Row, Select

_ENOUGH = FIRST_WORDS * 8
# A long text is not read whole for its beginning, however many blanks that has.

_FIRST_WORDS = (
    select(func.substr(ANSWERS.c.shown, 1, _ENOUGH))
    .where(
        ANSWERS.c.reflection_id == REFLECTIONS.c.id,
        ANSWERS.c.kind == StepKind.TEXT.value,
        ANSWERS.c.shown != "",
    )
    .order_by(ANSWERS.c.position)
    .limit(1)
    .scalar_subquery()
)

SUMMARIES: Select[Any] = select(
    REFLECTIONS.c.number,
    REFLECTIONS.c.id,
    REFLECTIONS.c.path_id,
    REFLECTIONS.c.title,
    REFLECTIONS.c.happened_at,
    REFLECTIONS.c.finished_at,
    _FIRST_WORDS.label("first_words"),
)
"""Everything `summary_from_row` needs."""

LATEST_FIRST = (REFLECTIONS.c.happened_at.desc(), REFLECTIONS.c.number.desc())
"""The order of every list."""


def summaries(connection: Connection, numbers: Iterable[int]) -> list[Row[Any]]:
    """The rows of some reflections, the latest moment first."""
    wanted = SUMMARIES.where(REFLECTIONS.c.number.in_(list(numbers)))
    return list(connection.execute(wanted.order_by(*LATEST_FIRST)))
