"""Help now, line by line. It asks nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.plain.face import Face


def show_help(face: Face, country: str = "") -> None:
    """Say who can be reached.

    Args:
        face: Says it.
        country: Two letters; empty: the country that was said before.
    """
    words = face.house.words
    face.say("help.said")
    card = face.house.help_now.card(country or face.house.preferences.current.country)
    if card is None:
        face.say("plain.help_country")
    else:
        face.say("help.in_country", country=card.country.name)
        numbers = words.say("help.or").join(card.country.emergency)
        face.say("help.emergency", numbers=numbers)
        for line in card.country.lines:
            parts = (line.name, line.dial, line.hours)
            face.terminal.say(", ".join(part for part in parts if part))
        face.say("help.checked", day=words.day(card.country.checked_on))
        if card.stale:
            face.say("help.stale")
    face.say("help.elsewhere")
    face.say("help.nobody")
    face.say("help.steady_text")
