"""The sessions, line by line: what there is, adding one, and what became of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.dates import parse_moment
from companion.domain.errors import CompanionError, InputEndedError
from companion.domain.journey import SessionState
from companion.domain.typed_number import MOST, typed_number

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.journey import Session
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook

BECAME = ("held", "missed", "move")
"""What can be done with a session, in order."""


def session_line(face: Face, session: Session) -> str:
    """A session as one line: number, day, time, state."""
    wall = face.house.clock.local(session.at)
    return face.words(
        "plain.session",
        number=session.number,
        day=face.house.words.day(wall.date()),
        time=face.house.words.time(wall),
        state=face.words(f"plain.state.{session.state}"),
    )


def show_sessions(face: Face, opened: OpenNotebook) -> None:
    """Say every session, by time."""
    sessions = opened.appointments.all()
    if not sessions:
        face.say("plain.no_sessions")
    for session in sessions:
        face.terminal.say(session_line(face, session))


def at_sessions(face: Face, opened: OpenNotebook) -> None:
    """Say the sessions, and let someone add one or say what became of one.

    Raises:
        InputEndedError: If there are no more lines.
        StorageError: If the notebook can't be read.
    """
    show_sessions(face, opened)
    while True:
        there = {str(one.number): one for one in opened.appointments.all()}
        asked = face.ask("plain_sessions.which" if there else "plain_sessions.which_none")
        if not asked:
            return
        try:
            if face.means(asked, "plain_sessions.add_letter"):
                _add(face, opened)
            elif (number := asked.lstrip("0")) in there:
                _do(face, opened, there[number])
            else:
                face.say("plain_sessions.again")
        except InputEndedError:
            raise
        except CompanionError as error:
            face.tell(error)


def _add(face: Face, opened: OpenNotebook) -> None:
    at = _ask_when(face)
    if at is None:
        return
    typed = face.ask("plain_sessions.number")
    number = typed_number(typed, 1, MOST)
    if typed and number is None:
        face.say("sessions.bad_number")
        return
    kept = opened.appointments.add(at, number)
    face.terminal.say(session_line(face, kept))


def _do(face: Face, opened: OpenNotebook, session: Session) -> None:
    """Say what became of a session, or move it; each can be undone."""
    face.terminal.say(session_line(face, session))
    chosen = face.choose([face.words(f"plain_sessions.do.{one}") for one in BECAME])
    if chosen is None:
        return
    number, deeds = session.number, opened.deeds
    match BECAME[chosen]:
        case "held":
            if not _is_over(face, session):
                return
            kept = deeds.held(number)
        case "missed":
            kept = deeds.missed(number)
        case _:
            at = _ask_when(face)
            if at is None:
                return
            kept = deeds.move_session(at, number)
    face.terminal.say(session_line(face, kept))


def _is_over(face: Face, session: Session) -> bool:
    """Whether a session can have taken place; of one still ahead it is asked."""
    is_ahead = session.state is SessionState.PLANNED and session.at > face.house.clock.now()
    return not is_ahead or face.yes("plain_sessions.sure_held")


def _ask_when(face: Face) -> datetime | None:
    text = face.ask("plain.when")
    return parse_moment(text, face.house.clock) if text else None
