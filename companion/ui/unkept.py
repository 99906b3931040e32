"""Keeping what is being written as the notebook is locked, and saying so where that failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from companion.domain.errors import CompanionError
from companion.ui.screens.base import CompanionScreen

if TYPE_CHECKING:
    from companion.ui.app import CompanionApp

_UNTIL_SEEN = 24 * 60 * 60.0  # seconds; whoever comes back after a night is to read it


async def keep_all(app: CompanionApp) -> bool:
    """Keep what is being written on every screen.

    Locking goes on even if the disk is full, for the key must go.

    Args:
        app: The app.

    Returns:
        Whether all of it could be kept.
    """
    if not app.is_open:
        return True
    from companion.ui.screens.inside import CompanionDialog  # which is there by now

    whole = True
    for screen in reversed(app.screen_stack):
        if isinstance(screen, CompanionScreen | CompanionDialog):
            try:
                await screen.before_lock()
            except CompanionError:
                whole = False
    return whole


def tell_unkept(app: CompanionApp) -> None:
    """Say that what was written last could not be kept: at the door, and after leaving."""
    text = app.house.words.say("app.unkept")
    app.notify(text, markup=False, severity="warning", timeout=_UNTIL_SEEN)
    app._exit_renderables.append(Text(text))  # noqa: SLF001  its only name; held by a test
