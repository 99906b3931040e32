"""companion's own JSON, read back; `as_json.py` says what stands in it.

The file may come from anywhere, so nothing in it is taken on trust: every type, range,
name and reference is looked at before anything of it is handed on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from companion.domain.answer import (
    HIGHEST,
    LOWEST,
    Answer,
    MapPoint,
    Reflection,
    Value,
    Wording,
)
from companion.domain.archive import Archive
from companion.domain.errors import UnknownImportError
from companion.domain.journey import Journey, Session, SessionState
from companion.domain.ladder import Became, Rehearsal, Rung, Size, Standing
from companion.domain.page import Line, Mode, Section, handover_of
from companion.domain.path import ASKING, Form, Place, StepKind
from companion.domain.saying import HALVES
from companion.domain.text import tidy_tag
from companion.exchange.as_json import FORMAT
from companion.exchange.trees import (
    UnfitError,
    fields_of,
    flag_of,
    items_of,
    moment_of,
    reading,
    text_of,
    whole_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

Item = TypeVar("Item")

_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_SETTING = re.compile(r"[0-9A-Za-z_.-]{1,64}")
_MOST = 2**31 - 1
# More than anyone counts, and no more than every database holds.


def archive_of(found: object, file: str) -> Archive:
    """Everything in a file of companion's own that was parsed already.

    Args:
        found: The file's contents as Python's own values.
        file: The file, for the errors.

    Raises:
        UnknownImportError: If it is no file of companion's, or of a later format.
        BrokenImportError: If something in it is not as it should be.
    """
    number = found.get("companion") if isinstance(found, dict) else None
    if type(number) is not int or number != FORMAT:  # not `True` either, which is 1
        raise UnknownImportError(file=file)
    with reading(file):
        fields = fields_of(found)
        journeys = _all(_journey, fields["journeys"])
        sessions = _all(_session, fields["sessions"])
        settings = _all(_setting, fields["settings"])
        waiting = items_of(fields["reflections"])
        journey_ids = _distinct(journey.id for journey in journeys)
        session_ids = _distinct(session.id for session in sessions)
        _distinct(name for name, _ in settings)
        _within((session.journey_id for session in sessions), journey_ids)
    reflections, answer_ids = _reflections(waiting, journey_ids, file)
    with reading(file):
        pages = _all(_page, fields["pages"])
        # The empty id is the session that is not planned yet.
        handovers = {handover_of(journey.id) for journey in journeys}
        _within(_distinct(page for page, _ in pages), session_ids | handovers | {""})
        _within((line.answer_id for _, lines in pages for line in lines), answer_ids)
        # Files from before the ladder have neither.
        standings = _all(_standing, fields.get("unsaid", []))
        wordings = _all(_wording, fields.get("wordings", []))
        _within(_distinct(answer_id for answer_id, _ in standings), answer_ids)
        _within((answer_id for answer_id, _ in wordings), answer_ids)
        _distinct(f"{one} {was.replaced_at.isoformat()}" for one, was in wordings)
    return Archive(reflections, journeys, sessions, pages, settings, standings, wordings)


def _reflections(
    waiting: list[object], journey_ids: set[str], file: str
) -> tuple[tuple[Reflection, ...], set[str]]:
    read: list[Reflection] = []
    ids, answer_ids = set[str](), set[str]()
    for entry, found in enumerate(waiting, 1):
        with reading(file, entry):
            reflection = _reflection(found)
            # An entry of no journey belongs to the one that is open when it comes in.
            _within([reflection.journey_id], journey_ids | {""})
            _add(ids, [reflection.id])
            _add(answer_ids, (answer.id for answer in reflection.answers))
        read.append(reflection)
    return tuple(read), answer_ids


def _journey(found: object) -> Journey:
    fields = fields_of(found)
    return Journey(
        id=_id(fields["id"]),
        name=text_of(fields["name"]),
        started_at=moment_of(fields["started_at"]),
        closed_at=_moment_or_none(fields.get("closed_at")),
    )


def _standing(found: object) -> tuple[str, Standing]:
    fields = fields_of(found)
    brings, became = fields["brings"], fields["became"]
    return _id(fields["answer_id"]), Standing(
        rung=Rung(text_of(fields["rung"])),
        rehearsal=Rehearsal(
            text_of(fields["all"]), text_of(fields["lines"]), text_of(fields["sentence"])
        ),
        brings=None if brings is None else Size(text_of(brings)),
        became=None if became is None else Became(text_of(became)),
        after=text_of(fields["after"]),
        moved_at=_moment_or_none(fields["moved_at"]),
    )


def _wording(found: object) -> tuple[str, Wording]:
    fields = fields_of(found)
    wording = Wording(text_of(fields["shown"]), moment_of(fields["replaced_at"]))
    return _id(fields["answer_id"]), wording


def _session(found: object) -> Session:
    fields = fields_of(found)
    return Session(
        id=_id(fields["id"]),
        journey_id=_id(fields["journey_id"]),
        number=whole_of(fields["number"], 1, _MOST),
        at=moment_of(fields["at"]),
        state=SessionState(text_of(fields["state"])),
    )


def _setting(found: object) -> tuple[str, str]:
    fields = fields_of(found)
    return _matching(_SETTING, fields["name"]), text_of(fields["value"])


def _page(found: object) -> tuple[str, tuple[Line, ...]]:
    fields = fields_of(found)
    return _id_or_none(fields["session_id"]), _all(_line, fields["lines"])


def _line(found: object) -> Line:
    fields = fields_of(found)
    return Line(
        answer_id=_id(fields["answer_id"]),
        section=Section(text_of(fields["section"])),
        mode=Mode(text_of(fields["mode"])),
        wording=text_of(fields["wording"]),
        agreed=flag_of(fields["agreed"]),
    )


def _reflection(found: object) -> Reflection:
    fields = fields_of(found)
    return Reflection(
        id=_id(fields["id"]),
        journey_id=_id_or_none(fields["journey_id"]),
        path_id=_id(fields["path_id"]),
        path_version=whole_of(fields["path_version"], 1, _MOST),
        language=_id_or_none(fields["language"]),
        title=text_of(fields["title"]),
        form=Form(text_of(fields["form"])),
        started_at=moment_of(fields["started_at"]),
        happened_at=moment_of(fields["happened_at"]),
        finished_at=_moment_or_none(fields["finished_at"]),
        at_step=_id_or_none(fields["at_step"]),
        answers=_all(_answer, fields["answers"]),
        tags=tuple(sorted(_distinct(map(_tag, items_of(fields.get("tags", [])))))),
    )


def _answer(found: object) -> Answer:
    fields = fields_of(found)
    kind = StepKind(text_of(fields["kind"]))
    section = fields["section"]
    return Answer(
        id=_id(fields["id"]),
        step_id=_id(fields["step_id"]),
        kind=kind,
        prompt=text_of(fields["prompt"]),
        value=_value(kind, fields["value"]),
        shown=text_of(fields["shown"]),
        place=Place(text_of(fields["place"])),
        section=None if section is None else Section(text_of(section)),
    )


def _value(kind: StepKind, found: object) -> Value:
    # The kinds that ask nothing have no value of their own; whatever was kept is kept.
    free = kind not in ASKING
    match found:
        case str() if free or kind is StepKind.TEXT:
            return text_of(found)
        case int() if free or kind is StepKind.RATING:
            return _rating(found)
        case dict() if free or kind is StepKind.MAP:
            return MapPoint(_rating(found["pleasant"]), _rating(found["energy"]))
        case list() if kind is StepKind.WHEN_THEN and len(found) != HALVES:
            raise UnfitError
        case list() if free or kind in {StepKind.WORDS, StepKind.CHOICE, StepKind.WHEN_THEN}:
            return tuple(text_of(one) for one in found)
    raise UnfitError


def _moment_or_none(found: object) -> datetime | None:
    return None if found is None else moment_of(found)


def _tag(found: object) -> str:
    tag = tidy_tag(text_of(found))
    if not tag:
        raise UnfitError
    return tag


def _rating(found: object) -> int:
    return whole_of(found, LOWEST, HIGHEST)


def _all(read: Callable[[object], Item], found: object) -> tuple[Item, ...]:
    return tuple(read(one) for one in items_of(found))


def _id(found: object) -> str:
    return _matching(_ID, found)


def _id_or_none(found: object) -> str:
    return "" if found == "" else _id(found)


def _matching(shape: re.Pattern[str], found: object) -> str:
    if isinstance(found, str) and shape.fullmatch(found):
        return found
    raise UnfitError


def _distinct(ids: Iterable[str]) -> set[str]:
    seen = set[str]()
    _add(seen, ids)
    return seen


def _add(seen: set[str], ids: Iterable[str]) -> None:
    for one in ids:
        if one in seen:
            raise UnfitError
        seen.add(one)


def _within(ids: Iterable[str], known: set[str]) -> None:
    if not known.issuperset(ids):
        raise UnfitError
