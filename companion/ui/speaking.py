"""Another language for the whole app: only at the door, where nothing is open."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from companion.domain.errors import CompanionError

if TYPE_CHECKING:
    from companion.ui.app import CompanionApp


async def choose_language(app: CompanionApp, code: str) -> None:
    """Speak a language, and remember it.

    Args:
        app: The app, at its door.
        code: The language's code.
    """
    await _speak(app, code)
    # The file explains itself in the language that is spoken now.
    with suppress(CompanionError):
        app.house.preferences.set_language(code)


async def speak_as_set(app: CompanionApp) -> None:
    """Speak the language that is set, if another is spoken."""
    code = app.house.preferences.current.language
    if code != app.spoken:
        await _speak(app, code)


async def _speak(app: CompanionApp, code: str) -> None:
    """Build house and door anew for a language (empty: the system's)."""
    if app.is_open or app.house.speak is None:
        return
    app.house, app.spoken = app.house.speak(code), code
    before, app.shut = app.shut, f"shut-{code}"
    app.add_mode(app.shut, app.door)
    await app.switch_mode(app.shut)
    await app.remove_mode(before)
