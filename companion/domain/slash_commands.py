"""Slash commands of plain mode: typed alone on a line, at any question, they are no answer."""

from __future__ import annotations

from enum import StrEnum


class Call(StrEnum):
    """What a slash command asks for."""

    HELP = "help-now"
    """Who can be reached."""
    STEADY = "steady"
    """Two minutes to get steadier."""
    LOCK = "lock"
    """Locking at once, and leaving."""


_TYPED = {
    "/help-now": Call.HELP,
    "/helpnow": Call.HELP,
    "/help now": Call.HELP,
    "/steady": Call.STEADY,
    "/lock": Call.LOCK,
    "/ayuda-ahora": Call.HELP,
    "/ayudaahora": Call.HELP,
    "/ayuda ahora": Call.HELP,
    "/calma": Call.STEADY,
    "/bloquea": Call.LOCK,
    "/bloquear": Call.LOCK,
    "/hilfe-jetzt": Call.HELP,
    "/hilfejetzt": Call.HELP,
    "/hilfe jetzt": Call.HELP,
    "/ruhiger": Call.STEADY,
    "/ruhe": Call.STEADY,
    "/zu": Call.LOCK,
    "/zuschliessen": Call.LOCK,
}
# In small letters, and with ss for ß. In every language at once, whichever companion speaks:
# in need nobody has to find the right word first.


def call_of(line: str) -> Call | None:
    """The slash command that a line is; none: it is an answer.

    Args:
        line: What was typed; at a question for a passphrase too.
    """
    return _parted(line)[0]


def country_of(line: str) -> str:
    """What stands after a call for help, as in `/help-now GB` or `/help-now Germany`.

    Whatever it is, the line is a call for help: in need nobody has to put it right.

    Args:
        line: What was typed.

    Returns:
        A country's two letters or its name, in small letters, as far as it is one; empty if
        nothing follows, or the line is no call for help.
    """
    return _parted(line)[1]


def _parted(line: str) -> tuple[Call | None, str]:
    """The command, and what follows a call for help."""
    typed = " ".join(line.casefold().split())
    if typed in _TYPED:
        return _TYPED[typed], ""
    for command, call in _TYPED.items():
        if call is Call.HELP and typed.startswith(f"{command} "):
            return call, typed.removeprefix(f"{command} ")
    return None, ""
