"""What is left on the disk after a notebook was removed for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Staying:
    """What lies where the notebook does and stays when that is removed for good."""

    earlier: tuple[Path, ...] = ()
    """Folders beside the notebook's with an earlier one, put aside when a backup took its
    place; what opened it then opens it still."""
    others: tuple[Path, ...] = ()
    """What is no part of it, in its folder or where a backup was laid ready beside it."""
