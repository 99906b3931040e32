"""Setting a notebook up, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.dates import parse_moment
from companion.domain.errors import BadDateError
from companion.plain.country import say_where_first
from companion.plain.safekeeping import ask_new_passphrase, say_notices, show_code, typed_back

if TYPE_CHECKING:
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook


def set_up(face: Face, passphrase: str = "") -> OpenNotebook:
    """Say what companion is, ask for a passphrase, show the recovery code, make the notebook.

    Args:
        face: Says and asks.
        passphrase: From a file; then nothing is asked, and the code is said in one line.

    Raises:
        InputEndedError: If there are no more lines; nothing is made then.
        CompanionError: As `Notebook.set_up` says.
    """
    if passphrase:
        code = face.house.notebook.safekeeping.new_code()
        opened = face.house.notebook.set_up(passphrase, code=code)
        face.say("plain.made", folder=str(face.house.notebook.folder))
        face.say("safekeeping.code_once", code=code)
        say_notices(face, face.house.notebook.safekeeping.notices())
        return opened
    face.say("welcome.what")
    face.say("plain_help.nobody")
    say_where_first(face)
    for key in ("passphrase", "lost_first", "lost_second", "lost_third"):
        face.say(f"welcome.{key}")
    chosen = ask_new_passphrase(face)
    code = _agreed_code(face)
    face.say("welcome.making")
    opened = face.house.notebook.set_up(chosen, code=code)
    face.say("plain.made", folder=str(face.house.notebook.folder))
    say_notices(face, face.house.notebook.safekeeping.notices())
    _next_session(face, opened)
    return opened


def _agreed_code(face: Face) -> str:
    """A recovery code that was written down and typed back; empty if not now."""
    code = face.house.notebook.safekeeping.new_code()
    if face.yes("safekeeping.code_ask"):
        show_code(face, code)
        if typed_back(face, code):
            return code
    face.say("safekeeping.code_later")
    return ""


def _next_session(face: Face, opened: OpenNotebook) -> None:
    if not face.terminal.by_hand:
        return
    face.say("welcome.session_title")
    face.say("welcome.session")
    while True:
        text = face.ask("plain.when")
        if not text:
            return
        try:
            opened.appointments.add(parse_moment(text, face.house.clock))
        except BadDateError as error:
            face.tell(error)
        else:
            return
