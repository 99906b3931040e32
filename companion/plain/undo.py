"""Undoing what was done last, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.undoing import Deed

if TYPE_CHECKING:
    from companion.domain.undoing import Done
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook


def offer_undo(face: Face, opened: OpenNotebook) -> None:
    """Say what was done last, and bring back what was before if someone wants that.

    Raises:
        InputEndedError: If there are no more lines; it stays as it is.
        CompanionError: If it was changed since, or could not be written.
    """
    done = opened.undo.last()
    if done is None:
        face.say("undo.none")
    elif face.yes("undo.ask", did=_said(face, done)):
        opened.undo.bring_back()
        face.say("undo.as_it_was")
    else:
        face.say("reading.left")


def _said(face: Face, done: Done) -> str:
    name = done.name
    if done.deed is Deed.RUNG:
        name = face.words(f"unsaid.rung.{name}")
    elif done.deed is Deed.ANSWER_MOVED:
        name = face.words(f"entry.place.{name}")
    return face.words(f"undo.did.{done.deed}", name=name)
