"""A list whose lines keep their numbers: what was answered to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from companion.domain.typed_number import typed_number
from companion.services.page.origin_sentences import said_origin

if TYPE_CHECKING:
    from companion.domain.page import Origin
    from companion.plain.face import Face


class Wish(StrEnum):
    """What is wanted of the list."""

    LINE = "line"
    """One of its lines."""
    FROM = "from"
    """To hear where a line is from."""
    LIST = "list"
    """To hear all of it again."""
    MORE = "more"
    """To hear what comes after what was said."""
    UP = "up"
    """To let a line change places with the one before it."""
    DOWN = "down"
    """To let a line change places with the one after it."""


_ALONE = frozenset({Wish.LIST, Wish.MORE})


@dataclass(frozen=True, slots=True)
class Picked:
    """What was answered."""

    wish: Wish
    """What is wanted."""
    index: int = -1
    """Which line (0 or more); -1: none in particular."""


def picked(face: Face, answer: str, last: int) -> Picked | None:
    """What an answer to a list asks for; none: it makes no sense there.

    Args:
        face: Knows the words for it.
        answer: What was typed; not empty.
        last: The number of the last line (0 or more).
    """
    words = {face.words(f"plain_page.{one}"): one for one in Wish if one is not Wish.LINE}
    first, *others = answer.casefold().split()
    wish = words.get(first, Wish.LINE)
    if wish in _ALONE:
        return None if others else Picked(wish)
    number = [first, *others] if wish is Wish.LINE else others
    chosen = typed_number(number[0], 1, last) if len(number) == 1 else None
    return None if chosen is None else Picked(wish, chosen - 1)


def say_origin(face: Face, origin: Origin) -> None:
    """Say where a line is from. Only here, never on the page.

    Args:
        face: Says it.
        origin: Where it is from.
    """
    day = face.house.words.day(face.house.clock.local(origin.happened_at).date())
    face.terminal.say(said_origin(face.house.words, day, origin))
