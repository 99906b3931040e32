"""Asking where somebody is, line by line: two letters or the beginning of a name."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from companion.domain.errors import CompanionError

if TYPE_CHECKING:
    from companion.domain.crisis import CrisisCountry
    from companion.plain.face import Face


def which_country(face: Face, typed: str) -> CrisisCountry | None:
    """The country that was typed; of several that begin like that, the one that is chosen.

    Args:
        face: Says and asks.
        typed: Two letters, or the beginning of a name.

    Raises:
        InputEndedError: If there are no more lines.
    """
    found = face.house.help_now.like(typed)
    if not found:
        face.say("help.no_such")
        return None
    chosen = 0 if len(found) == 1 else face.choose([one.name for one in found])
    return None if chosen is None else found[chosen]


def say_where_first(face: Face) -> None:
    """Ask on the first run, unless it was said before: help now is of use at once then.

    Raises:
        InputEndedError: If there are no more lines.
    """
    kept = face.house.preferences
    if not face.terminal.by_hand or kept.current.country:
        return
    face.say("welcome.country")
    while typed := face.ask("plain_help.country"):
        if country := which_country(face, typed):
            with suppress(CompanionError):  # it is asked again in help now
                kept.set_country(country.code)
            face.say("help.in_country", country=country.name)
            return
