"""What hangs on an entry beside its words: the ladder, and how it read before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import UnknownReflectionError
from companion.domain.path import Place

if TYPE_CHECKING:
    from companion.domain.answer import Answer, Reflection
    from companion.domain.ladder import Rung
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook


def rung_of(opened: OpenNotebook, answer: Answer) -> Rung | None:
    """The rung on which an answer stands; none: it is not in the drawer.

    Raises:
        StorageError: If the notebook can't be read.
    """
    if answer.place is not Place.UNSAID:
        return None
    try:
        return opened.drawer.item(answer.id).standing.rung
    except UnknownReflectionError:
        # What belongs to a draft is not in the drawer before it is finished.
        return None


def rung_line(face: Face, opened: OpenNotebook, answer: Answer) -> str:
    """Where an answer stands, as a sentence; empty: it is not in the drawer.

    Raises:
        StorageError: If the notebook can't be read.
    """
    rung = rung_of(opened, answer)
    if rung is None:
        return ""
    name, about = (face.words(f"plain_unsaid.rung.{rung}.{part}") for part in ("name", "about"))
    return face.words("plain_unsaid.stands", rung=name, about=about)


def show_history(face: Face, opened: OpenNotebook, reflection: Reflection) -> None:
    """Say how the answers of an entry read before they were changed, the latest first.

    Raises:
        StorageError: If the notebook can't be read.
    """
    changed = False
    for answer in reflection.answers:
        wordings = opened.journal.wordings(answer.id)
        if wordings:
            face.say()
            face.terminal.say(answer.prompt)
            changed = True
        for wording in wordings:
            day = face.house.words.day(face.house.clock.local(wording.replaced_at).date())
            face.say("reading.before", day=day)
            face.terminal.say(wording.shown)
    if not changed:
        face.say("reading.no_before")
