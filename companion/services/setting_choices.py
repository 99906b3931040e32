"""What can be set, in order: what each can be, what it is now, and how that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.preferences import NEVER, THEMES
from companion.services.settings_sentences import lock_says

if TYPE_CHECKING:
    from companion.services.house import House

    Value = str | int | bool

STEPPED = ("theme", "lock_after", "animation", "mouse", "plain", "language")
"""What has a few values, to be gone through."""
ORDER = (*STEPPED, "country", "keys")
"""All that can be set, in the order in which it is shown."""
BESIDE = ("people",)
"""What is written elsewhere, in the notebook, and reached from here, after all of `ORDER`."""
MINUTES = (1, 2, 3, 5, 10, 15, 20, 30, 45, 60)
"""The minutes that are offered; the file may say others."""


def now(house: House, name: str) -> Value:
    """What one of `STEPPED` is now."""
    value: Value = getattr(house.preferences.current, name)
    return value


def values(house: House, name: str) -> tuple[Value, ...]:
    """What one of `STEPPED` can be, in order."""
    match name:
        case "theme":
            return THEMES
        case "lock_after":
            here = house.preferences.current.lock_after
            return (*sorted({*MINUTES, here} - {NEVER}), NEVER)
        case "language":
            return ("", *house.preferences.languages)
        case _:
            return (False, True)


def choose(house: House, name: str, value: Value) -> None:
    """Set one of `STEPPED`.

    Raises:
        StorageError: If it could not be kept; it holds for this run.
    """
    kept = house.preferences
    match name:
        case "theme":
            kept.set_theme(str(value))
        case "lock_after":
            kept.set_lock_after(int(value))
        case "language":
            kept.set_language(str(value))
        case "animation":
            kept.set_animation(moves=bool(value))
        case "plain":
            kept.set_plain(plain=bool(value))
        case "mouse":
            kept.set_mouse(heard=bool(value))


def value_says(house: House, name: str, value: Value) -> str:
    """A value of one of `STEPPED` in words."""
    say = house.words.say
    match name:
        case "theme":
            return say(f"settings.theme.{value}")
        case "lock_after":
            return lock_says(house.words, int(value))
        case "language":
            return say(f"settings.language.{value}" if value else "settings.system")
        case _:
            return say("settings.on" if value else "settings.off")


def now_says(house: House, name: str) -> str:
    """What one of `ORDER` or `BESIDE` is now, in words."""
    current, say = house.preferences.current, house.words.say
    if name in BESIDE:
        return say("settings.inside")
    if name == "country":
        card = house.help_now.card(current.country) if current.country else None
        return card.country.name if card else current.country or say("settings.nowhere")
    if name == "keys":
        return say("settings.keys_changed" if current.keys else "settings.keys_usual")
    return value_says(house, name, now(house, name))
