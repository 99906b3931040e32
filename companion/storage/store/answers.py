"""Keeping the answers of a reflection: those that stay are not touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from companion.domain.answer import Wording
from companion.domain.errors import DamagedNotebookError
from companion.domain.journey import SessionState
from companion.domain.ladder import Rung, Standing
from companion.domain.path import Place
from companion.storage.store.engine import PART
from companion.storage.store.index import indexed, reindex
from companion.storage.store.rows import (
    answer_to_row,
    standing_from_row,
    standing_to_row,
    wording_to_row,
)
from companion.storage.store.schema import ANSWERS, PAGE_LINES, SESSIONS, UNSAID, WORDINGS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from companion.domain.answer import Reflection

# Put together once: for every save anew, it takes longer than what SQLCipher does.
_OF_ONE = select(ANSWERS).where(ANSWERS.c.reflection_id == bindparam("reflection"))
_NEW = insert(ANSWERS)
_CHANGED = update(ANSWERS).where(ANSWERS.c.id == bindparam("which"))


def keep_answers(
    connection: Connection, reflection: Reflection, replaced_at: datetime | None = None
) -> None:
    """Make a reflection's answers in the tables what they are in the value.

    Those that are gone take their page lines with them, those in the drawer lose
    theirs unless they are on *bring*, and all others keep them.

    Args:
        connection: The transaction.
        reflection: The reflection.
        replaced_at: When it was changed (aware), to remember how changed answers read
            before; none: that is not remembered.
    """
    own = connection.execute(_OF_ONE, {"reflection": reflection.id})
    before = {row.id: dict(row._mapping) for row in own}  # noqa: SLF001 - SQLAlchemy's public name
    after = {
        answer.id: answer_to_row(answer, reflection.id, position)
        for position, answer in enumerate(reflection.answers)
    }
    _remove(connection, [answer_id for answer_id in before if answer_id not in after])
    new = [row for answer_id, row in after.items() if answer_id not in before]
    if new:
        connection.execute(_NEW, new)
    for answer_id, row in after.items():
        if answer_id in before and row != before[answer_id]:
            connection.execute(_CHANGED, {**row, "which": answer_id})
            shown = before[answer_id]["shown"]
            if replaced_at is not None and row["shown"] != shown:
                wording = wording_to_row(answer_id, Wording(shown, replaced_at))
                connection.execute(insert(WORDINGS).prefix_with("OR IGNORE").values(wording))
            _settle(connection, answer_id, before[answer_id]["place"], row["place"])
    _take_off_pages(connection, [a.id for a in reflection.answers if a.place is Place.UNSAID])


def place_answer(connection: Connection, answer_id: str, place: Place | None) -> None:
    """Put an answer in another place, or remove it; the pages and the index follow."""
    owner = select(ANSWERS.c.reflection_id, ANSWERS.c.place).where(ANSWERS.c.id == answer_id)
    found = connection.execute(owner).one_or_none()
    if found is None:
        return
    if place is None:
        remove_answers(connection, found.reflection_id, [answer_id])
        return
    connection.execute(_CHANGED, {"which": answer_id, "place": place.value})
    _settle(connection, answer_id, found.place, place.value)
    its = (ANSWERS.c.reflection_id == found.reflection_id) & (ANSWERS.c.place == Place.UNSAID.value)
    hidden = connection.execute(select(ANSWERS.c.id).where(its)).scalars().all()
    _take_off_pages(connection, hidden)


def remove_answers(connection: Connection, reflection_id: str, answer_ids: Sequence[str]) -> None:
    """Remove some answers of one reflection for good; the pages and the index follow."""
    before = indexed(connection, reflection_id)
    _remove(connection, answer_ids)
    reindex(connection, before, indexed(connection, reflection_id))


def stand(connection: Connection, answer_id: str, standing: Standing) -> None:
    """Put an answer of the drawer on a rung, and let the pages follow.

    Below *bring* it stands on no page. On *said* it stays on the pages of sessions that
    were held, and on no other. If the words that would be brought are others now, it is
    taken off every page: it has to be ticked, and agreed to, again.

    Raises:
        DamagedNotebookError: If where it stood is nothing that ours wrote.
    """
    row = standing_to_row(answer_id, standing)
    there = connection.execute(select(UNSAID).where(UNSAID.c.answer_id == answer_id))
    found = there.one_or_none()
    try:
        before = standing_from_row(found) if found is not None else Standing()
    except ValueError:
        raise DamagedNotebookError(part=PART) from None
    kept = upsert(UNSAID).values(row)
    connection.execute(kept.on_conflict_do_update(index_elements=["answer_id"], set_=row))
    if before.chosen != standing.chosen:
        connection.execute(delete(PAGE_LINES).where(PAGE_LINES.c.answer_id == answer_id))
    _take_off_pages(connection, [answer_id])


def _settle(connection: Connection, answer_id: str, before: str, now: str) -> None:
    """Let the ladder and the pages follow an answer into the drawer, or out of it.

    Where it was is taken as it is in the table: it may be no place that ours ever wrote.
    """
    if before == now:
        return
    if Place.UNSAID.value in {before, now}:
        its = delete(PAGE_LINES).where(PAGE_LINES.c.answer_id == answer_id)
        connection.execute(its)
    if before == Place.UNSAID.value:
        # Whatever comes back to the drawer begins at its foot; what was tried stays.
        not_said = (UNSAID.c.answer_id == answer_id) & (UNSAID.c.rung != Rung.SAID.value)
        connection.execute(update(UNSAID).where(not_said).values(rung=Rung.KEEP.value))


def _remove(connection: Connection, answer_ids: Sequence[str]) -> None:
    if answer_ids:
        one = delete(ANSWERS).where(ANSWERS.c.id == bindparam("answer"))
        connection.execute(one, [{"answer": answer_id} for answer_id in answer_ids])


def _take_off_pages(connection: Connection, answer_ids: Sequence[str]) -> None:
    if answer_ids:
        on_bring = select(UNSAID.c.answer_id).where(UNSAID.c.rung == Rung.BRING.value)
        said = select(UNSAID.c.answer_id).where(UNSAID.c.rung == Rung.SAID.value)
        held = select(SESSIONS.c.id).where(SESSIONS.c.state == SessionState.HELD.value)
        # What was brought and said stays on the page it was brought with.
        was_brought = and_(
            PAGE_LINES.c.answer_id.in_(said),
            PAGE_LINES.c.session_id.in_(held),
        )
        its = delete(PAGE_LINES).where(
            PAGE_LINES.c.answer_id == bindparam("answer"),
            PAGE_LINES.c.answer_id.not_in(on_bring),
            ~was_brought,
        )
        connection.execute(its, [{"answer": answer_id} for answer_id in answer_ids])
