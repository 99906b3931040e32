"""Where colours say too little: there are none, or they are the terminal's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App


def is_pale(app: App[object]) -> bool:
    """Whether what is chosen has to be told by more than its colour.

    Args:
        app: Says what its terminal shows, and which theme it has.
    """
    return app.no_color or app.current_theme.ansi
