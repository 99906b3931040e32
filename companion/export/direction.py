"""Which way a text runs: from left to right, or from right to left."""

from __future__ import annotations

import unicodedata

LEFT_TO_RIGHT, RIGHT_TO_LEFT = "ltr", "rtl"
_FROM_THE_RIGHT = frozenset({"R", "AL"})


def direction(text: str) -> str:
    """The direction of a text: `ltr`, or `rtl`.

    It is that of its first letter, as the Unicode Bidirectional Algorithm has it (UAX 9,
    rules P2 and P3); without one it runs from left to right.

    Args:
        text: Any text.
    """
    for character in text:
        runs = unicodedata.bidirectional(character)
        if runs in _FROM_THE_RIGHT:
            return RIGHT_TO_LEFT
        if runs == "L":
            break
    return LEFT_TO_RIGHT
