"""The recovery code: how it is made, written, and read back from paper.

Seven groups of five symbols from Crockford's base 32, which leaves out I, L, O and U.
Four symbols of a group are random (140 bits in all), the fifth checks them: a sum over
the field of 32 elements in which every symbol has a weight of its own, and to which the
group's place is added. So one wrong symbol, two swapped ones, or a group in another's
place are noticed every time, and the group with the slip can be named.

Source of the alphabet: Douglas Crockford, https://www.crockford.com/base32.html
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    RandomBytes = Callable[[int], bytes]

GROUPS = 7
"""How many groups a code has."""
GROUP = 5
"""How many symbols a group has, the last of which checks the others."""
SYMBOLS = GROUPS * GROUP
"""How many symbols a code has."""
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""The symbols, in the order of their values (0 to 31)."""

_VALUES = {symbol: value for value, symbol in enumerate(ALPHABET)}
_MISREAD = str.maketrans("OIL", "011")
_FIELD = 0b100101  # x^5 + x^2 + 1, which is primitive: the powers of x are all different
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212.,:/_]+")
_NEARLY = range(SYMBOLS - 2, SYMBOLS + 3)  # symbols of a code in which a few slipped
_FEWEST_DIGITS = 3
# Among the symbols of a code ten in thirty-two are digits: nearly every code has some,
# and a passphrase of words has none.


@dataclass(frozen=True, slots=True)
class Slip:
    """Something that was meant as a recovery code and is written wrongly."""

    group: int
    """The first group with a slip (1 to 7); 0: it can't be told which."""


def new_code(random_bytes: RandomBytes) -> str:
    """A new code, as it is written on paper: seven groups with hyphens between.

    Args:
        random_bytes: Gives unguessable bytes.
    """
    data = random_bytes(GROUPS * (GROUP - 1))
    groups = (data[start : start + GROUP - 1] for start in range(0, len(data), GROUP - 1))
    # 256 is a multiple of 32, so that every symbol is as likely as any other.
    values = ([byte % len(ALPHABET) for byte in group] for group in groups)
    return "-".join(_written(place, group) for place, group in enumerate(values))


def read_code(typed: str) -> str | Slip | None:
    """What was typed, read as a recovery code.

    Case, blanks and hyphens make no difference; O is read as 0, I and L as 1.

    Returns:
        The code as it was made; a slip if it was meant as one; or none, if it was not.
    """
    written = typed.upper().translate(_MISREAD).strip()
    groups = [group for group in _BETWEEN.split(written) if group]
    symbols = "".join(groups)
    if not symbols.isascii() or not symbols.isalnum():
        return None
    if len(groups) != GROUPS:
        groups = [symbols[start : start + GROUP] for start in range(0, len(symbols), GROUP)]
        if len(symbols) != SYMBOLS:
            return Slip(0) if _meant(typed, symbols) else None
    wrong = [place for place, group in enumerate(groups) if not _holds(place, group)]
    if wrong:
        return Slip(wrong[0] + 1) if _meant(typed, symbols) else None
    return "-".join(groups)


def read_group(typed: str, code: str, number: int) -> bool:
    """Whether one group was typed back from paper as it stands in the code.

    Args:
        typed: As typed.
        code: The code.
        number: Which group (1 to 7).
    """
    written = _BETWEEN.sub("", typed.upper().translate(_MISREAD))
    return written == code.split("-")[number - 1]


def asked_groups(random_bytes: RandomBytes) -> tuple[int, int]:
    """Two different groups to ask back (1 to 7 each), the first one first.

    Args:
        random_bytes: Gives unguessable bytes.
    """
    first, second = random_bytes(2)
    one = first % GROUPS
    other = (one + 1 + second % (GROUPS - 1)) % GROUPS
    return min(one, other) + 1, max(one, other) + 1


def _meant(typed: str, symbols: str) -> bool:
    digits = sum(symbol.isdigit() for symbol in typed)
    return len(symbols) in _NEARLY and digits >= _FEWEST_DIGITS


def _written(place: int, values: list[int]) -> str:
    return "".join(ALPHABET[value] for value in (*values, _check(place, values)))


def _holds(place: int, group: str) -> bool:
    if len(group) != GROUP or any(symbol not in _VALUES for symbol in group):
        return False
    *values, check = (_VALUES[symbol] for symbol in group)
    return check == _check(place, values)


def _check(place: int, values: list[int]) -> int:
    # Weights x, x², x³, x⁴ for the symbols, 1 for the check: all different and none 0.
    total = place + 1
    for value in reversed(values):
        total = _times_x(total ^ value)
    return total


def _times_x(value: int) -> int:
    doubled = value << 1
    return doubled ^ _FIELD if doubled & 0b100000 else doubled
