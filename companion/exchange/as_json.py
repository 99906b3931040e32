"""Everything in a notebook as companion's own JSON.

The keys are stable. Moments are ISO 8601 in UTC with microseconds
(`2026-03-02T18:30:00.000000+00:00`), names of kinds, places and the like are those of
the domain (`text`, `parked`, `full`).

- `companion`: the number of this format, 1. Keys may be added under the same number.
- `journeys`: `id`, `name`, `started_at`, `closed_at` (null: it goes on).
- `sessions`: `id`, `journey_id`, `number`, `at`, `state`.
- `pages`: `session_id` (empty: no session is planned yet) and its `lines`, each with
  `answer_id`, `section`, `mode`, `wording`, `agreed`.
- `settings`: `name`, `value`. One's own people and steps are among them: the value of
  `help.people` is a JSON list of `id`, `name`, `reach`, that of `help.steps` one of `id`,
  `heading`, `text`, and `help.rule` is a line.
- `unsaid`: where answers of the drawer stand: `answer_id`, `rung`, the words that were
  tried (`all`, `lines`, `sentence`; empty: none), `brings` (which of these would be
  brought; null: the words as written), `became` (null: nobody has said), `after`,
  `moved_at` (null: never). An answer of the drawer that is not in it is kept there.
- `wordings`: how answers read before they were changed: `answer_id`, `shown`,
  `replaced_at`.
- `reflections`: `id`, `journey_id`, `path_id`, `path_version`, `language`, `title`,
  `form`, `started_at`, `happened_at`, `finished_at` (null: a draft), `at_step` and its
  `answers`, each with `id`, `step_id`, `kind`, `prompt`, `value`, `shown`, `place`,
  `section` (null: never on a page), and its `tags`.

What was said is in `value` as what it is: a text, a whole number from 0 to 10, a point
(`{"pleasant": 7, "energy": 3}`) or a list of texts.

Every journey, session, page, setting and reflection stands on a line of its own.
"""

from __future__ import annotations

import json
from datetime import UTC
from functools import lru_cache
from json.encoder import encode_basestring
from typing import TYPE_CHECKING

from companion.domain.answer import MapPoint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from companion.domain.answer import Answer, Reflection, Value, Wording
    from companion.domain.archive import Archive
    from companion.domain.journey import Journey, Session
    from companion.domain.ladder import Standing
    from companion.domain.page import Line, Section
    from companion.domain.path import Form, Place, StepKind

_FEW = 1000
FORMAT = 1
"""The number of this format."""
_ENCODER = json.JSONEncoder(ensure_ascii=False)
_text = encode_basestring  # what `_ENCODER` itself makes of a text


def pieces(archive: Archive) -> Iterator[str]:
    """Everything, a piece after the other; together they are one JSON text.

    Args:
        archive: What the notebook holds; its reflections are read one by one, once.

    Yields:
        A part of the text; no more than one reflection at a time.

    Raises:
        ValueError: If a moment does not say which zone it is in.
    """
    yield f'{{"companion": {FORMAT},\n'
    for key, items in _small(archive):
        yield from _array(key, map(_ENCODER.encode, items))
    yield from _array("reflections", map(_reflection, archive.reflections), last=True)


def _small(archive: Archive) -> Iterator[tuple[str, Iterable[object]]]:
    """What there is little of."""
    yield "journeys", map(_journey, archive.journeys)
    yield "sessions", map(_session, archive.sessions)
    yield "pages", (_page(session_id, lines) for session_id, lines in archive.pages)
    yield "settings", ({"name": n, "value": v} for n, v in archive.settings)
    yield "unsaid", (_standing(one, at) for one, at in archive.standings)
    yield "wordings", (_wording(one, was) for one, was in archive.wordings)


def _array(key: str, items: Iterable[str], *, last: bool = False) -> Iterator[str]:
    yield f'"{key}": ['
    between = "\n"
    for item in items:
        yield between + item
        between = ",\n"
    yield "\n]}\n" if last else "\n],\n"


def _moment(moment: datetime) -> str:
    if moment.tzinfo is not UTC:
        if moment.tzinfo is None:
            msg = "a moment without a zone"
            raise ValueError(msg)
        moment = moment.astimezone(UTC)
    return moment.isoformat(timespec="microseconds")


def _moment_or_none(moment: datetime | None) -> str | None:
    return None if moment is None else _moment(moment)


def _standing(answer_id: str, standing: Standing) -> dict[str, object]:
    return {
        "answer_id": answer_id,
        "rung": standing.rung.value,
        "all": standing.rehearsal.all,
        "lines": standing.rehearsal.lines,
        "sentence": standing.rehearsal.sentence,
        "brings": standing.brings.value if standing.brings else None,
        "became": standing.became.value if standing.became else None,
        "after": standing.after,
        "moved_at": _moment_or_none(standing.moved_at),
    }


def _wording(answer_id: str, wording: Wording) -> dict[str, object]:
    replaced_at = _moment(wording.replaced_at)
    return {"answer_id": answer_id, "shown": wording.shown, "replaced_at": replaced_at}


def _journey(journey: Journey) -> dict[str, object]:
    return {
        "id": journey.id,
        "name": journey.name,
        "started_at": _moment(journey.started_at),
        "closed_at": _moment_or_none(journey.closed_at),
    }


def _session(session: Session) -> dict[str, object]:
    return {
        "id": session.id,
        "journey_id": session.journey_id,
        "number": session.number,
        "at": _moment(session.at),
        "state": session.state.value,
    }


def _page(session_id: str, lines: Iterable[Line]) -> dict[str, object]:
    return {"session_id": session_id, "lines": [_line(line) for line in lines]}


def _line(line: Line) -> dict[str, object]:
    return {
        "answer_id": line.answer_id,
        "section": line.section.value,
        "mode": line.mode.value,
        "wording": line.wording,
        "agreed": line.agreed,
    }


# An entry is put together by hand: there are very many, and an encoder would go letter by letter
# through each text, most of which stand twice in it, as what was said and as what is shown.
# Paths and questions are few: what is said of one is put together once.


def _reflection(reflection: Reflection) -> str:
    begun = reflection.started_at
    started_at = _moment_text(begun)
    # Most often all three are one moment, which is put into words once.
    ended = reflection.finished_at
    finished_at = started_at if ended is begun else _moment_text(ended)
    about = reflection.happened_at
    happened_at = started_at if about is begun else _moment_text(about)
    walked = _walked(
        reflection.journey_id,
        reflection.path_id,
        reflection.path_version,
        reflection.language,
        reflection.title,
        reflection.form,
    )
    return (
        f'{{"id": {_text(reflection.id)}, {walked}, "started_at": {started_at}, '
        f'"happened_at": {happened_at}, "finished_at": {finished_at}, '
        f'"at_step": {_text(reflection.at_step)}, '
        f'"answers": [{", ".join(map(_answer, reflection.answers))}], '
        f'"tags": [{", ".join(map(_text, reflection.tags))}]}}'
    )


@lru_cache(maxsize=_FEW)
def _walked(journey: str, path: str, version: int, language: str, title: str, form: Form) -> str:
    """Which path was walked, and how it was called."""
    return (
        f'"journey_id": {_text(journey)}, "path_id": {_text(path)}, '
        f'"path_version": {_value(version)}, "language": {_text(language)}, '
        f'"title": {_text(title)}, "form": {_text(form)}'
    )


def _moment_text(moment: datetime | None) -> str:
    return "null" if moment is None else f'"{_moment(moment)}"'


def _answer(answer: Answer) -> str:
    shown = _text(answer.shown)
    value = shown if answer.value is answer.shown else _value(answer.value)
    asked = _asked(answer.step_id, answer.kind, answer.prompt)
    kept = _kept(answer.place, answer.section)
    return f'{{"id": {_text(answer.id)}, {asked}, "value": {value}, "shown": {shown}, {kept}}}'


@lru_cache(maxsize=_FEW)
def _asked(step: str, kind: StepKind, prompt: str) -> str:
    """What was asked."""
    return f'"step_id": {_text(step)}, "kind": {_text(kind)}, "prompt": {_text(prompt)}'


@lru_cache(maxsize=_FEW)
def _kept(place: Place, section: Section | None) -> str:
    """Where an answer is."""
    return f'"place": {_text(place)}, "section": {_text(section) if section else "null"}'


def _value(value: Value) -> str:
    if isinstance(value, str):
        return _text(value)
    if type(value) is int:  # and not a truth value, which JSON writes in its own way
        return str(value)
    if isinstance(value, MapPoint):
        return f'{{"pleasant": {_value(value.pleasant)}, "energy": {_value(value.energy)}}}'
    return _ENCODER.encode(value)
