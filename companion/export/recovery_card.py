"""The recovery code as a card to print, cut out and put away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from companion.domain.text import cell_width, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 64
"""How many cells wide the card is."""
_INSIDE = WIDTH - 6


class CardWords(Protocol):
    """The sentences a card needs."""

    def say(self, key: str, **values: str | int) -> str:
        """The sentence of that key with its named gaps filled."""


def as_card(code: str, words: CardWords) -> str:
    """A card of plain characters, for any printer and any editor.

    Args:
        code: The recovery code, in groups with hyphens between.
        words: The person's language.
    """
    edge = f"+{'-' * (WIDTH - 2)}+"
    rows = [_row(line) for line in _lines(code, words)]
    return "\n".join([edge, _row(""), *rows, _row(""), edge]) + "\n"


def _lines(code: str, words: CardWords) -> Iterator[str]:
    groups = code.split("-")
    yield words.say("safekeeping.card.title")
    yield ""
    for number, group in enumerate(groups, 1):
        yield f"    {number}.  {' '.join(group)}"
    for key in ("what", "how", "keep"):
        yield ""
        yield from wrapped(words.say(f"safekeeping.card.{key}"), _INSIDE)


def _row(line: str) -> str:
    return f"|  {line}{' ' * (_INSIDE - cell_width(line))}  |"
