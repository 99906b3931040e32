"""The three doors before a bump in the road, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.path_ids import BUMP, FIT, RECORD
from companion.plain.days import heard_day
from companion.plain.help_now import show_help

if TYPE_CHECKING:
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook

_OUTSIDE = "outside"
DOORS = (BUMP, FIT, _OUTSIDE)
"""The doors, in order."""
_REPAIRS_SHOWN = 2


def through_the_doors(face: Face, opened: OpenNotebook) -> str | None:
    """Let someone choose a door; before the first, what was got through is remembered.

    Args:
        face: Says and asks.
        opened: The open notebook.

    Returns:
        The id of the path behind the door; none: someone turned round.

    Raises:
        InputEndedError: If there are no more lines.
        StorageError: If the notebook could not be read.
    """
    face.say()
    face.say("doors.title")
    face.say("doors.about")
    while True:
        chosen = face.choose([_label(face, door) for door in DOORS], "plain_reflect.which_door")
        if chosen is None:
            return None
        if DOORS[chosen] == BUMP:
            _show_repairs(face, opened)
        if DOORS[chosen] != _OUTSIDE:
            return DOORS[chosen]
        if _writes_a_record(face):
            return RECORD


def _label(face: Face, door: str) -> str:
    label, about = face.words(f"doors.{door}.label"), face.words(f"doors.{door}.about")
    return face.words("plain_reflect.door", label=label, about=about)


def _writes_a_record(face: Face) -> bool:
    """Say who else can help; it asks nothing but whether someone would like to write."""
    face.say()
    for part in ("first", "who", "record", "danger"):
        face.say(f"outside.{part}")
    face.say()
    show_help(face)
    face.say()
    return face.yes("plain_reflect.record")


def _show_repairs(face: Face, opened: OpenNotebook) -> None:
    repairs = opened.drawer.repairs()
    if not repairs:
        return
    face.say()
    face.say("doors.repairs.title")
    for one in repairs[:_REPAIRS_SHOWN]:
        day = heard_day(face, one.origin.happened_at)
        face.say("plain_reflect.repair", day=day, words=one.text)
        if one.standing.after:
            face.terminal.say(one.standing.after)
    if len(repairs) > _REPAIRS_SHOWN:
        face.say("doors.repairs.more")
    face.say()
