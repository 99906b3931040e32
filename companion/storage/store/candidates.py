"""Which answers may become lines of one session's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, or_, select, union

from companion.domain.journey import SessionState
from companion.domain.page import SECOND_YES, Candidate, Origin, Section
from companion.domain.path import PLACEABLE, Place
from companion.storage.store.rows import moment_from_text, moment_to_text
from companion.storage.store.schema import ANSWERS, PAGE_LINES, REFLECTIONS, SESSIONS, fixed

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import CompoundSelect, Connection, Row, Select

_BOTH = ANSWERS.join(REFLECTIONS, REFLECTIONS.c.id == ANSWERS.c.reflection_id)
_WORDS = [kind.value for kind in sorted(PLACEABLE)]
_ON_PAGES = [Place.HERE.value, Place.PARKED.value]


def candidates(
    connection: Connection,
    journey_id: str,
    session_id: str,
    getting_ready: str,
    since: datetime | None,
) -> list[Candidate]:
    """The answers that may stand on a page, as `ReflectionStore.candidates` says."""
    ready = _getting_ready(journey_id, getting_ready, since)
    found = union(_ticked(session_id), _waiting(), ready)
    return [_from_row(row) for row in connection.execute(_of_journey(journey_id, found))]


def _of_journey(journey_id: str, found: CompoundSelect[Any]) -> Select[Any]:
    return (
        select(
            ANSWERS.c.id,
            ANSWERS.c.shown,
            ANSWERS.c.section,
            ANSWERS.c.prompt,
            ANSWERS.c.reflection_id,
            REFLECTIONS.c.title,
            REFLECTIONS.c.happened_at,
        )
        .select_from(_BOTH)
        .where(
            ANSWERS.c.id.in_(found),
            ANSWERS.c.kind.in_(_WORDS),
            ANSWERS.c.section.is_not(None),
            ANSWERS.c.place.in_(_ON_PAGES),
            # The empty text keeps SQLite from going through the whole journey by its index,
            # instead of looking the few answers up that were found.
            REFLECTIONS.c.journey_id + "" == journey_id,
            REFLECTIONS.c.finished_at.is_not(None),
        )
        .order_by(REFLECTIONS.c.happened_at, REFLECTIONS.c.number, ANSWERS.c.position)
    )


def _ticked(session_id: str) -> Select[Any]:
    return select(PAGE_LINES.c.answer_id).where(PAGE_LINES.c.session_id == session_id)


def _waiting() -> Select[Any]:
    # A line that still lacks its second yes was never printed, and so never brought.
    needs_yes = [section.value for section in sorted(SECOND_YES)]
    brought = exists().where(
        PAGE_LINES.c.answer_id == ANSWERS.c.id,
        PAGE_LINES.c.session_id == SESSIONS.c.id,
        SESSIONS.c.state == SessionState.HELD.value,
        or_(PAGE_LINES.c.agreed, PAGE_LINES.c.section.not_in(needs_yes)),
    )
    return select(ANSWERS.c.id).where(ANSWERS.c.place == fixed(Place.PARKED), ~brought)


def _getting_ready(journey_id: str, path_id: str, since: datetime | None) -> Select[Any]:
    on_path = and_(
        REFLECTIONS.c.journey_id == journey_id,
        REFLECTIONS.c.path_id == path_id,
        REFLECTIONS.c.finished_at.is_not(None),
    )
    query = select(ANSWERS.c.id).select_from(_BOTH).where(on_path)
    if since is None:
        return query
    return query.where(REFLECTIONS.c.happened_at >= moment_to_text(since))


def _from_row(row: Row[Any]) -> Candidate:
    moment = moment_from_text(row.happened_at)
    origin = Origin(row.reflection_id, row.title, row.prompt, moment)
    return Candidate(row.id, row.shown, Section(row.section), origin)
