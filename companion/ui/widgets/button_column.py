"""Buttons below one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical

if TYPE_CHECKING:
    from textual.binding import BindingType


class ButtonColumn(Vertical):
    """Up and down go from one to the next, where they would else scroll what is around it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.neighbour(-1)", show=False),
        Binding("down", "app.neighbour(1)", show=False),
    ]
    DEFAULT_CSS = "ButtonColumn { height: auto; }"
