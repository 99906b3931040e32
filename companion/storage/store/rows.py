"""Rows of the tables from domain values, and back."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from companion.domain.answer import Answer, MapPoint, Reflection, Value, Wording
from companion.domain.journey import Journey, Session, SessionState
from companion.domain.ladder import Became, Rehearsal, Rung, Size, Standing
from companion.domain.page import Line, Mode, Section
from companion.domain.path import Form, Place, StepKind
from companion.domain.summaries import FIRST_WORDS, Summary
from companion.domain.text import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Row

    Fields = Mapping[str, Any]
    Found = Row[*tuple[Any, ...]]


# Looked up a hundred thousand times where everything is read; calling an enum takes five
# times as long. What is not among them is told as ever: the enum is called.
_FORMS = {one.value: one for one in Form}
_KINDS = {one.value: one for one in StepKind}
_PLACES = {one.value: one for one in Place}
_SECTIONS = {one.value: one for one in Section}


def moment_to_text(moment: datetime) -> str:
    """A moment as text of one length, so that the order of texts is the order of time.

    Raises:
        ValueError: If it does not say which zone it is in.
    """
    if moment.tzinfo is None:
        msg = "a moment without a zone"
        raise ValueError(msg)
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment_from_text(text: str) -> datetime:
    """The moment, aware, in UTC."""
    return datetime.fromisoformat(text)


def moment_to_text_or_none(moment: datetime | None) -> str | None:
    """A moment as text of one length, or none."""
    return moment_to_text(moment) if moment is not None else None


def moment_from_text_or_none(text: str | None) -> datetime | None:
    """The moment, aware, in UTC, or none."""
    return moment_from_text(text) if text else None


def journey_to_row(journey: Journey) -> dict[str, Any]:
    """A journey as a row."""
    return {
        "id": journey.id,
        "name": journey.name,
        "started_at": moment_to_text(journey.started_at),
        "closed_at": moment_to_text_or_none(journey.closed_at),
    }


def journey_from_row(row: Found) -> Journey:
    """A journey from its row."""
    closed_at = moment_from_text_or_none(row.closed_at)
    return Journey(row.id, row.name, moment_from_text(row.started_at), closed_at)


def session_to_row(session: Session) -> dict[str, Any]:
    """A session as a row."""
    return {
        "id": session.id,
        "journey_id": session.journey_id,
        "number": session.number,
        "at": moment_to_text(session.at),
        "state": session.state.value,
    }


def session_from_row(row: Found) -> Session:
    """A session from its row."""
    return Session(
        row.id, row.journey_id, row.number, moment_from_text(row.at), SessionState(row.state)
    )


def reflection_to_row(reflection: Reflection) -> dict[str, Any]:
    """A reflection as a row, without its number and its answers."""
    return {
        "id": reflection.id,
        "journey_id": reflection.journey_id,
        "path_id": reflection.path_id,
        "path_version": reflection.path_version,
        "language": reflection.language,
        "title": reflection.title,
        "form": reflection.form.value,
        "started_at": moment_to_text(reflection.started_at),
        "happened_at": moment_to_text(reflection.happened_at),
        "finished_at": moment_to_text_or_none(reflection.finished_at),
        "at_step": reflection.at_step,
    }


def reflection_from_rows(
    row: Found, answers: Iterable[Found], tags: Iterable[str] = ()
) -> Reflection:
    """A reflection from its whole row, its answers' whole rows, in order, and its tags."""
    # Taken apart at once: a name at a time, this is most of what reading everything takes.
    (
        _,
        reflection_id,
        journey_id,
        path_id,
        path_version,
        language,
        title,
        form,
        started_at,
        happened_at,
        finished_at,
        at_step,
    ) = row
    begun = moment_from_text(started_at)
    return Reflection(
        reflection_id,
        journey_id,
        path_id,
        path_version,
        language,
        title,
        _FORMS.get(form) or Form(form),
        begun,
        # Most entries tell of the moment they were begun in, and many are a line of one moment.
        begun if happened_at == started_at else moment_from_text(happened_at),
        begun if finished_at == started_at else moment_from_text_or_none(finished_at),
        at_step,
        tuple([answer_from_row(answer) for answer in answers]),
        tuple(tags),
    )


def answer_to_row(answer: Answer, reflection_id: str, position: int) -> dict[str, Any]:
    """An answer as a row.

    Args:
        answer: The answer.
        reflection_id: The reflection it stands in.
        position: Its place in the order of that reflection (0 or more).
    """
    return {
        "id": answer.id,
        "reflection_id": reflection_id,
        "position": position,
        "step_id": answer.step_id,
        "kind": answer.kind.value,
        "prompt": answer.prompt,
        "value": None if answer.value == answer.shown else value_to_text(answer.value),
        "shown": answer.shown,
        "place": answer.place.value,
        "section": answer.section.value if answer.section else None,
    }


def answer_from_row(row: Found) -> Answer:
    """An answer from its whole row, with the columns in the table's order."""
    answer_id, _, _, step_id, kind, prompt, value, shown, place, section = row
    return Answer(
        answer_id,
        step_id,
        _KINDS.get(kind) or StepKind(kind),
        prompt,
        shown if value is None else _value_from_text(value),
        shown,
        _PLACES.get(place) or Place(place),
        (_SECTIONS.get(section) or Section(section)) if section else None,
    )


def standing_to_row(answer_id: str, standing: Standing) -> dict[str, Any]:
    """Where something unsaid stands, as a row."""
    return {
        "answer_id": answer_id,
        "rung": standing.rung.value,
        "all_of_it": standing.rehearsal.all,
        "three_lines": standing.rehearsal.lines,
        "one_sentence": standing.rehearsal.sentence,
        "brings": standing.brings.value if standing.brings else None,
        "became": standing.became.value if standing.became else None,
        "after": standing.after,
        "moved_at": moment_to_text_or_none(standing.moved_at),
    }


def standing_from_row(row: Found) -> Standing:
    """Where something unsaid stands, from its row; without one, it is kept."""
    if row.rung is None:
        return Standing()
    return Standing(
        rung=Rung(row.rung),
        rehearsal=Rehearsal(row.all_of_it, row.three_lines, row.one_sentence),
        brings=Size(row.brings) if row.brings else None,
        became=Became(row.became) if row.became else None,
        after=row.after,
        moved_at=moment_from_text_or_none(row.moved_at),
    )


def wording_to_row(answer_id: str, wording: Wording) -> dict[str, Any]:
    """How an answer read before, as a row."""
    replaced_at = moment_to_text(wording.replaced_at)
    return {"answer_id": answer_id, "replaced_at": replaced_at, "shown": wording.shown}


def wording_from_row(row: Found) -> Wording:
    """How an answer read before, from its row."""
    return Wording(row.shown, moment_from_text(row.replaced_at))


def line_to_row(line: Line, session_id: str, position: int) -> dict[str, Any]:
    """A ticked line as a row.

    Args:
        line: The line.
        session_id: The session whose page it stands on; empty: none is planned yet.
        position: Its place in the person's order (0 or more).
    """
    return {
        "session_id": session_id,
        "position": position,
        "answer_id": line.answer_id,
        "section": line.section.value,
        "mode": line.mode.value,
        "wording": line.wording,
        "agreed": line.agreed,
    }


def line_from_row(row: Found) -> Line:
    """A ticked line from its row."""
    return Line(row.answer_id, Section(row.section), Mode(row.mode), row.wording, row.agreed)


def summary_from_row(row: Found) -> Summary:
    """A row of a list from a row of a query."""
    return Summary(
        id=row.id,
        path_id=row.path_id,
        title=row.title,
        happened_at=moment_from_text(row.happened_at),
        first_words=excerpt(row.first_words or "", FIRST_WORDS),
        is_draft=row.finished_at is None,
    )


def value_to_text(value: Value) -> str:
    """What was said, as JSON: a text, a number, a point as an object, or a list."""
    plain: object = value
    if isinstance(value, MapPoint):
        plain = {"pleasant": value.pleasant, "energy": value.energy}
    elif isinstance(value, tuple):
        plain = list(value)
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _value_from_text(text: str) -> Value:
    """What was said, from JSON; a point or a number is understood once for all that are alike."""
    return _number_or_point(text) if text[:1] in "{0123456789" else value_from_text(text)


@lru_cache(maxsize=256)
def _number_or_point(text: str) -> Value:
    return value_from_text(text)


def value_from_text(text: str) -> Value:
    """What was said, from JSON.

    Raises:
        ValueError: If nothing of ours wrote it.
    """
    match json.loads(text):
        case {"pleasant": int(pleasant), "energy": int(energy)}:
            return MapPoint(pleasant, energy)
        case [*chosen]:
            return tuple(str(one) for one in chosen)
        case str(words):
            return words
        case int(rating):
            return rating
    msg = "no answer"
    raise ValueError(msg)
