"""Two versions of the same thing, question by question, and not a word about which is better."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import UnknownPathError
from companion.domain.side_by_side import beside

if TYPE_CHECKING:
    from companion.domain.answer import Answer, Reflection
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook


def is_version(opened: OpenNotebook, entry: Reflection) -> bool:
    """Whether an entry is one version of several that can be laid side by side.

    Args:
        opened: The open notebook.
        entry: The entry.
    """
    try:
        return not entry.is_draft and opened.reflecting.path(entry.path_id).compared
    except UnknownPathError:
        return False


def show_beside(face: Face, opened: OpenNotebook, entry: Reflection) -> None:
    """Let someone choose an earlier version, and say both, question by question.

    Args:
        face: Says and asks.
        opened: The open notebook.
        entry: The later version.

    Raises:
        InputEndedError: If there are no more lines.
        StorageError: If the notebook can't be read.
    """
    versions = opened.reflecting.versions(entry.path_id)
    earlier = [one for one in versions if one.happened_at < entry.happened_at]
    if not earlier:
        face.say("side.none")
        return
    days = [_day(face, one) for one in earlier]
    chosen = 0 if len(earlier) == 1 else face.choose(days, "side.which")
    if chosen is None:
        return
    path = opened.reflecting.path(entry.path_id)
    # How steady someone was on arriving is theirs, and is compared with nothing.
    framing = frozenset(step.id for step in path.steps if step.framing)
    for pair in beside(earlier[chosen], entry, framing):
        face.say()
        face.terminal.say(pair.question)
        _say_one(face, days[chosen], pair.earlier)
        _say_one(face, _day(face, entry), pair.later)


def _say_one(face: Face, day: str, answer: Answer | None) -> None:
    said = answer.shown if answer else face.words("side.nothing")
    face.say("side.on_day", day=day, answer=said)


def _day(face: Face, entry: Reflection) -> str:
    return face.house.words.day(face.house.clock.local(entry.happened_at).date())
