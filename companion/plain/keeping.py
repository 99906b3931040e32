"""Looking after the open notebook, from plain mode's menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.plain.safekeeping import change_code, change_passphrase, say_verdicts
from companion.system.named import named_path

if TYPE_CHECKING:
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook

CHOICES = ("passphrase", "code", "backup", "verify", "everything")
"""What can be done, in order."""


def look_after(face: Face, opened: OpenNotebook) -> None:
    """Let someone change a lock, make a backup, read everything or take it out.

    Raises:
        InputEndedError: If there are no more lines; nothing is changed then.
        CompanionError: If it could not be done.
    """
    if face.house.is_demo:
        face.say("safekeeping.menu.demo")
        return
    chosen = face.choose([face.words(f"safekeeping.menu.{one}") for one in CHOICES])
    if chosen is None:
        return
    kept = face.house.notebook.safekeeping
    match CHOICES[chosen]:
        case "passphrase":
            change_passphrase(face, _secret(face))
        case "code":
            change_code(face, _secret(face))
        case "backup":
            named = face.ask("safekeeping.menu.file")
            if named:
                kept.back_up_to(named_path(named))
                face.say("safekeeping.backup_made", file=named)
        case "verify":
            face.say("safekeeping.verify_begins")
            say_verdicts(face, list(kept.verdicts()))
        case "everything":
            _take_out(face, opened)


def _take_out(face: Face, opened: OpenNotebook) -> None:
    face.say("exchange.save.warning")
    named = face.ask("safekeeping.menu.file")
    if named:
        opened.exchange.as_json(
            named_path(named), progress=lambda number: face.say("exchange.progress", number=number)
        )
        face.say("exchange.save.done", file=named)


def _secret(face: Face) -> str:
    return face.ask_hidden("safekeeping.current")
