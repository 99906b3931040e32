"""Which language to speak, asked before anything else on the first run."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from companion.domain.errors import CompanionError

if TYPE_CHECKING:
    from companion.plain.face import Face


def ask_language(face: Face) -> None:
    """Offer the languages there are by their own names, unless one was chosen already.

    A pipe is not asked: it says `--lang`. The house speaks the one that was chosen from
    then on, to whoever asks it for its words anew.

    Args:
        face: Says and asks.

    Raises:
        InputEndedError: If there are no more lines.
    """
    house = face.house
    if not (house.speak and house.other_languages and face.terminal.by_hand):
        return
    if house.preferences.current.language:
        return
    codes = house.preferences.languages
    names = [face.words(f"settings.language.{code}") for code in codes]
    here = face.words(f"settings.language.{house.words.code}")
    chosen = face.choose(names, "welcome.language_ask", name=here)
    if chosen is not None:
        house = house.speak(codes[chosen])
        with suppress(CompanionError):
            house.preferences.set_language(codes[chosen])
