"""Setting a notebook up, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.dates import parse_moment
from companion.domain.errors import BadDateError

if TYPE_CHECKING:
    from companion.plain.face import Face
    from companion.services.notebook import OpenNotebook


def set_up(face: Face, passphrase: str = "") -> OpenNotebook:
    """Say what companion is, ask for a passphrase, make the notebook.

    Args:
        face: Says and asks.
        passphrase: From a file; then nothing is asked.

    Raises:
        InputEndedError: If there are no more lines; nothing is made then.
        CompanionError: As `Notebook.set_up` says.
    """
    if passphrase:
        opened = face.house.notebook.set_up(passphrase)
        face.say("plain.made", folder=str(face.house.notebook.folder))
        return opened
    for key in ("what", "nobody", "passphrase", "lost_first", "lost_second", "lost_third"):
        face.say(f"welcome.{key}")
    chosen = _chosen_passphrase(face)
    face.say("welcome.making")
    opened = face.house.notebook.set_up(chosen)
    face.say("plain.made", folder=str(face.house.notebook.folder))
    _next_session(face, opened)
    return opened


def _chosen_passphrase(face: Face) -> str:
    while True:
        first = face.terminal.ask_hidden(f"{face.words('plain.passphrase')} ")
        strength = face.house.notebook.strength(first)
        face.say(f"welcome.strength_{strength}")
        if not face.house.notebook.strong_enough(first):
            continue
        if face.terminal.ask_hidden(f"{face.words('plain.passphrase_again')} ") == first:
            return first
        face.say("plain.differ")


def _next_session(face: Face, opened: OpenNotebook) -> None:
    if not face.terminal.by_hand:
        return
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
