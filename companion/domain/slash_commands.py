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
    typed = line.strip().casefold()
    return Call.HELP if country_of(typed) else _TYPED.get(typed)


def country_of(line: str) -> str:
    """The country that help was asked for by its two letters, as in `/help-now GB`; or none.

    Args:
        line: What was typed.
    """
    command, _, country = line.strip().casefold().rpartition(" ")
    letters = len(country) == _COUNTRY_LETTERS and country.isascii() and country.isalpha()
    return country.upper() if letters and _TYPED.get(command.strip()) is Call.HELP else ""


_COUNTRY_LETTERS = 2
