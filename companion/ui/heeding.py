"""How the app heeds what was set: at its start, and whenever something is set."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from companion.domain.preferences import NEVER
from companion.services.settings_sentences import fault_says

if TYPE_CHECKING:
    from companion.services.house import House
    from companion.ui.app import CompanionApp


def heed(app: CompanionApp) -> None:
    """Let what was set hold at once: colours, keys, and whether things move."""
    kept = app.house.preferences
    app.animation_level = "full" if kept.current.animation else "none"
    app.set_keymap(kept.keymap)
    if app.theme != kept.current.theme:
        app.theme = kept.current.theme


def is_idle(house: House, untouched: timedelta, longest: timedelta | None = None) -> bool:
    """Whether nothing was touched for so long that it locks.

    Args:
        house: Says what the person set.
        untouched: How long nothing was touched.
        longest: How long is too long; none: as the person set it.
    """
    minutes = house.preferences.current.lock_after
    if longest is None and minutes == NEVER:
        return False
    return untouched >= (longest or timedelta(minutes=minutes))


def tell_faults(app: CompanionApp) -> None:
    """Say quietly what in the settings file can't be used; a notebook opens all the same."""
    kept, words = app.house.preferences, app.house.words
    if kept.faults:
        more = words.say("settings.fault_more") if len(kept.faults) > 1 else ""
        text = f"{fault_says(words, kept.place, kept.faults[0])} {more}".strip()
        app.notify(text, markup=False, timeout=20)
