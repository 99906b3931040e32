"""By how much a page holds too much, in words; the same in every face."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.domain.page import Excess
    from companion.services.ports.content import Words


def said_over(words: Words, over: Excess) -> str:
    """By how much a section, or the page, holds too much.

    Args:
        words: The interface's language.
        over: Where, and how much.
    """
    gaps = {
        "words": counted(words, "word", over.words),
        "lines": counted(words, "line", over.lines),
    }
    kind = "both" if over.words and over.lines else "words" if over.words else "lines"
    return words.say(f"composer.over.{kind}", **gaps)


def counted(words: Words, what: str, count: int) -> str:
    """A number of words or of lines, in words.

    Args:
        words: The interface's language.
        what: `word` or `line`.
        count: How many (0 or more).
    """
    return words.say(f"composer.over.{what}", number=count)
