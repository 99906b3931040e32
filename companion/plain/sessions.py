"""The sessions, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.domain.journey import Session
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook


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
