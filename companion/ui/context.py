"""What every screen of the open notebook works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.services.house import House
    from companion.services.open_notebook import OpenNotebook
    from companion.ui.in_order import InOrder


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Context:
    """Handed to a screen when it is made; gone when the notebook is locked."""

    house: House
    """Words, time, preferences, help lines."""
    open: OpenNotebook
    """What can be done with the open notebook. Blocking: call it through `in_order`."""
    in_order: InOrder
    """The notebook's one thread."""
