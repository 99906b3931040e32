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
}
# In every language at once, whichever companion speaks: in need nobody has to find the right
# word first.


def call_of(line: str) -> Call | None:
    """The slash command that a line is; none: it is an answer.

    Args:
        line: What was typed; at a question for a passphrase too.
    """
    typed = _spaced(line)
    return Call.HELP if country_of(typed) else _TYPED.get(typed)


def country_of(line: str) -> str:
    """What stands after a call for help, as in `/help-now GB` or `/help-now Germany`.

    Whatever it is, the line is a call for help: in need nobody has to put it right.

    Args:
        line: What was typed.

    Returns:
        A country's two letters or its name, in small letters, as far as it is one; empty if
        nothing follows, or the line is no call for help.
    """
    typed = _spaced(line)
    calls = [one for one, call in _TYPED.items() if call is Call.HELP]
    after = (typed.removeprefix(one) for one in calls if typed.startswith(f"{one} "))
    return "" if typed in _TYPED else next((one.strip() for one in after), "")


def _spaced(line: str) -> str:
    return " ".join(line.casefold().split())
