"""Lines that call for help or lock, alone at any question of plain mode, and so are no answer."""

from __future__ import annotations

from enum import StrEnum


class Call(StrEnum):
    """What is called for."""

    HELP = "help-now"
    """Who can be reached."""
    STEADY = "steady"
    """Two minutes to get steadier."""
    LOCK = "lock"
    """To lock at once and leave."""


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
# Those of every language there is; what companion speaks makes no difference, so that no
# one has to find the right word first.


def call_of(line: str) -> Call | None:
    """What a line calls for; none: it is an answer.

    Args:
        line: What was typed, a passphrase included.
    """
    return _TYPED.get(line.strip().casefold())
