"""Settings in words, the same in every face: faults in the file, keys, and the lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.keymap import NAMED, normal_keys, shown_key
from companion.domain.text import excerpt

if TYPE_CHECKING:
    from companion.domain.keymap import KeyRefusedError
    from companion.domain.settings_file import Fault
    from companion.services.ports.content import Words

_SAID = 40  # characters of what the file says


def fault_says(words: Words, place: str, fault: Fault) -> str:
    """A fault in words: the file, the key, and what would be right.

    Args:
        words: The interface's language.
        place: Where the file is.
        fault: What makes no sense.
    """
    right = words.say(fault.right, **fault.details)
    if not fault.name:
        return words.say("settings.fault_file", file=place, right=right)
    said = excerpt(fault.said, _SAID)
    return words.say("settings.fault", file=place, name=fault.name, said=said, right=right)


def refusal_says(words: Words, error: KeyRefusedError) -> str:
    """Why a key is not free, with actions by their names rather than their ids."""
    named = {
        name: words.say(f"keys.{error.details[name]}")
        for name in ("first", "second")
        if name in error.details
    }
    return words.say(error.key, **(dict(error.details) | named))


def key_says(words: Words, key: str) -> str:
    """A key as people write it, its name in their language: `^n`, `F2`, `Space`.

    Args:
        words: The interface's language.
        key: The key's name.
    """
    shown = shown_key(key)
    held, plus, last = shown.rpartition("+")
    return f"{held}{plus}{words.say(f'key.{last.lower()}')}" if last in NAMED else shown


def keys_say(words: Words, keys: str) -> str:
    """Several keys as people write them: `F2 · ^t`."""
    return " · ".join(key_says(words, key) for key in normal_keys(keys))


def lock_says(words: Words, minutes: int) -> str:
    """After how long it locks by itself, in words.

    Args:
        words: The interface's language.
        minutes: Minutes, or 0 for never.
    """
    if not minutes:
        return words.say("settings.never")
    return words.say("settings.minutes", number=minutes)
