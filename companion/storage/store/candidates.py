"""Which answers may become lines of one session's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, or_, select, union

from companion.domain.journey import SessionState
from companion.domain.ladder import Rung, Unsaid
from companion.domain.page import SECOND_YES, Candidate, Origin, Section
from companion.domain.path import PLACEABLE, Place
from companion.storage.store.rows import moment_from_text, moment_to_text, standing_from_row
from companion.storage.store.schema import (
    ANSWERS,
    BEGINNING,
    PAGE_LINES,
    REFLECTIONS,
    SESSIONS,
    UNSAID,
    fixed,
)

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, CompoundSelect, Connection, Row, Select

_BOTH = ANSWERS.join(REFLECTIONS, REFLECTIONS.c.id == ANSWERS.c.reflection_id)
_WORDS = [kind.value for kind in sorted(PLACEABLE)]
NEEDS_YES = [section.value for section in sorted(SECOND_YES)]
"""The sections whose lines need a second yes, as they are kept."""
_OUTSIDE = [Place.HERE.value, Place.PARKED.value]
# Out of the drawer only what is on *bring* comes, and what was said once it was brought, on the
# page of that session alone. It stands under "about us" whatever it was before; outside of the
# drawer nothing about the two may stand on a page at all.
OPEN = and_(ANSWERS.c.place.in_(_OUTSIDE), ANSWERS.c.section != Section.ABOUT_US.value)
"""What is outside of the drawer, and not about the two of them."""


def candidates(
    connection: Connection,
    journey_id: str,
    session_id: str,
    getting_ready: str,
    since: datetime | None,
) -> list[Candidate]:
    """The answers that may stand on a page, as `ReflectionStore.candidates` says."""
    ready = _getting_ready(journey_id, getting_ready, since)
    found = union(_ticked(session_id), _waiting(), _on_the_ladder(), ready)
    wanted = _of_journey(journey_id, found).where(or_(OPEN, _brought(session_id)))
    return [_from_row(row) for row in connection.execute(wanted)]


def _of_journey(journey_id: str, found: CompoundSelect[Any]) -> Select[Any]:
    return (
        select(
            ANSWERS.c.id,
            ANSWERS.c.shown,
            ANSWERS.c.section,
            ANSWERS.c.prompt,
            ANSWERS.c.reflection_id,
            ANSWERS.c.place,
            REFLECTIONS.c.title,
            REFLECTIONS.c.path_id,
            REFLECTIONS.c.happened_at,
            *UNSAID.c,
        )
        .select_from(_BOTH.outerjoin(UNSAID, UNSAID.c.answer_id == ANSWERS.c.id))
        .where(
            ANSWERS.c.id.in_(found),
            ANSWERS.c.kind.in_(_WORDS),
            ANSWERS.c.section.is_not(None),
            # The empty text keeps SQLite from going through the whole journey by its index,
            # instead of looking the few answers up that were found.
            REFLECTIONS.c.journey_id + "" == journey_id,
            REFLECTIONS.c.finished_at.is_not(None),
        )
        .order_by(REFLECTIONS.c.happened_at, REFLECTIONS.c.number, ANSWERS.c.position)
    )


def _brought(session_id: str) -> ColumnElement[bool]:
    held = exists().where(SESSIONS.c.id == session_id, SESSIONS.c.state == SessionState.HELD.value)
    said = and_(UNSAID.c.rung == Rung.SAID.value, ANSWERS.c.id.in_(_ticked(session_id)), held)
    on_it = or_(UNSAID.c.rung == Rung.BRING.value, said)
    return and_(ANSWERS.c.place == Place.UNSAID.value, on_it)


def _ticked(session_id: str) -> Select[Any]:
    return select(PAGE_LINES.c.answer_id).where(PAGE_LINES.c.session_id == session_id)


def _waiting() -> Select[Any]:
    # A line that still lacks its second yes was never printed, and so never brought.
    brought = exists().where(
        PAGE_LINES.c.answer_id == ANSWERS.c.id,
        PAGE_LINES.c.session_id == SESSIONS.c.id,
        SESSIONS.c.state == SessionState.HELD.value,
        or_(PAGE_LINES.c.agreed, PAGE_LINES.c.section.not_in(NEEDS_YES)),
    )
    return select(ANSWERS.c.id).where(ANSWERS.c.place == fixed(Place.PARKED), ~brought)


def _on_the_ladder() -> Select[Any]:
    return select(UNSAID.c.answer_id).where(UNSAID.c.rung == Rung.BRING.value)


def _getting_ready(journey_id: str, path_id: str, since: datetime | None) -> Select[Any]:
    on_path = and_(
        REFLECTIONS.c.journey_id == journey_id,
        REFLECTIONS.c.path_id == path_id,
        REFLECTIONS.c.finished_at.is_not(None),
    )
    from_when = BEGINNING if since is None else moment_to_text(since)
    query = select(ANSWERS.c.id).select_from(_BOTH).where(on_path)
    return query.where(REFLECTIONS.c.happened_at >= from_when)


def _from_row(row: Row[Any]) -> Candidate:
    origin = Origin(row.reflection_id, row.title, row.prompt, moment_from_text(row.happened_at))
    if row.place != Place.UNSAID:
        return Candidate(row.id, row.shown, Section(row.section), origin)
    unsaid = Unsaid(row.id, row.shown, origin, standing_from_row(row))
    return Candidate(row.id, unsaid.words_to_bring, Section.ABOUT_US, origin)
