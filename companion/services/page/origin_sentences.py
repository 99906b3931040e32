"""Where a line that may go on the page is from, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.domain.page import Origin
    from companion.services.ports.content import Words


def said_origin(words: Words, day: str, origin: Origin) -> str:
    """Where a line is from: the day, the entry, and the question if there was one.

    Args:
        words: The interface's language.
        day: The day it is from, in words.
        origin: Where it is from.
    """
    # The title of a free line is all that was asked.
    key = "composer.source_note" if origin.prompt == origin.title else "composer.source"
    return words.say(key, day=day, title=origin.title, prompt=origin.prompt)
