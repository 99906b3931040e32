"""Numbers as people type them."""

from __future__ import annotations

MOST = 999_999
"""The highest number that is read: more than anyone has of anything."""
_DIGITS = len(str(MOST))  # Python refuses to read a number of thousands of digits


def typed_number(typed: str, lowest: int, highest: int) -> int | None:
    """A whole number in a range, its ends included; none: something else was typed.

    Args:
        typed: As typed, in the digits of any script.
        lowest: The lowest (0 or more).
        highest: The highest (`MOST` at most).
    """
    if not typed.isdecimal() or len(typed) > _DIGITS:
        return None
    number = int(typed)
    return number if lowest <= number <= highest else None
