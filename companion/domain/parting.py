"""What someone wants to become of everything they wrote, once a therapy ends."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from companion.domain.path_ids import ENDING

if TYPE_CHECKING:
    from companion.domain.answer import Reflection

_STEP = "keep"


class Becomes(StrEnum):
    """What becomes of it; none is better than another."""

    KEEP = "keep"
    """It stays as it is."""
    PRINT_AND_WIPE = "print-and-wipe"
    """A book is made of it, then the notebook is removed for good."""
    WIPE = "wipe"
    """The notebook is removed for good."""


def wished(finished: Reflection) -> Becomes | None:
    """What was chosen on the path for endings; none: nothing yet, or it is another path.

    Args:
        finished: A finished reflection.
    """
    if finished.path_id != ENDING:
        return None
    values = [answer.value for answer in finished.answers if answer.step_id == _STEP]
    chosen = values[0] if values and isinstance(values[0], tuple) else ()
    return next((one for one in Becomes if one.value in chosen), None)
