"""Reading the settings file: its valid values, and what would be right in place of others."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from companion.domain.preferences import (
    IDLE_LEAST,
    IDLE_MOST,
    IDLE_USUAL,
    NAMES,
    NEVER,
    THEMES,
    Preferences,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NEVER_WORD = "never"
"""What the file says for `NEVER`: a 0 could be a slip of the finger."""
_COUNTRY = 2  # letters


class Fault(NamedTuple):
    """A value in the file that is not valid; the default holds in its place."""

    name: str
    """What it is about: `theme`, `keys.home.note`; empty: the file as a whole."""
    said: str = ""
    """What the file has there, as it stands in it."""
    right: str = ""
    """The key of the sentence that says what would be right."""
    details: Mapping[str, str | int] = MappingProxyType({})
    """What fills the gaps of that sentence."""


class Understood(NamedTuple):
    """What came of reading a settings file."""

    preferences: Preferences = Preferences()
    """What holds: the file's values where they are valid, the defaults elsewhere."""
    faults: tuple[Fault, ...] = ()
    """The values that are not valid, in the order of `NAMES`."""
    unknown: tuple[str, ...] = ()
    """Names that this version does not know; they are kept for one that does."""


def understood(found: Mapping[str, Any]) -> Understood:
    """Read the values of a file. The keys of actions are checked later, by the keyboard.

    Args:
        found: The file's values by name, as TOML gives them.
    """
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for name in NAMES:
        if name == "keys" or name not in found:
            continue
        try:
            values[name] = _READERS[name](found[name])
        except ValueError:
            faults.append(Fault(name, as_written(found[name]), f"settings.right.{name}", _BOUNDS))
    values["keys"], wrong = _keys(found.get("keys", {}))
    unknown = tuple(str(name) for name in found if name not in NAMES)
    return Understood(Preferences(**values), (*faults, *wrong), unknown)


def as_written(value: object) -> str:
    """A value as it stands in a TOML file, near enough to be found there."""
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


def in_file(name: str, preferences: Preferences) -> str | int | bool | dict[str, str]:
    """What the file has to say for a preference.

    Args:
        name: One of `NAMES`.
        preferences: What holds.
    """
    value = getattr(preferences, name)
    if name == "lock_after" and value == NEVER:
        return NEVER_WORD
    return dict(value) if name == "keys" else value


_BOUNDS: dict[str, str | int] = {
    "themes": ", ".join(f'"{name}"' for name in THEMES),
    "least": IDLE_LEAST,
    "most": IDLE_MOST,
    "usual": IDLE_USUAL,
}


def _theme(value: object) -> str:
    if value not in THEMES:
        raise ValueError
    return str(value)


def _language(value: object) -> str:
    plain = isinstance(value, str) and value.isascii()
    if not plain or not (value == "" or str(value).replace("-", "").replace("_", "").isalnum()):
        raise ValueError
    return str(value)


def _country(value: object) -> str:
    letters = isinstance(value, str) and value.isascii() and value.isalpha()
    if value != "" and not (letters and len(str(value)) == _COUNTRY):
        raise ValueError
    return str(value).upper()


def _lock_after(value: object) -> int:
    if value == NEVER_WORD:
        return NEVER
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError  # noqa: TRY004  it is a file's value, not an argument
    if not IDLE_LEAST <= value <= IDLE_MOST:
        raise ValueError
    return value


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError  # noqa: TRY004  it is a file's value, not an argument
    return value


_READERS: dict[str, Callable[[object], Any]] = {
    "theme": _theme,
    "language": _language,
    "country": _country,
    "lock_after": _lock_after,
    "animation": _yes_or_no,
    "plain": _yes_or_no,
    "mouse": _yes_or_no,
}


def _keys(found: object) -> tuple[dict[str, str], list[Fault]]:
    """The keys by action id; `home.note = "z"` and `"home.note" = "z"` are the same."""
    if not isinstance(found, dict):
        return {}, [Fault("keys", as_written(found), "settings.right.keys")]
    keys: dict[str, str] = {}
    faults = []
    for action_id, value in found.items():
        for name, said in _flat(str(action_id), value):
            if isinstance(said, str) and said.strip():
                keys[name] = said
            else:
                faults.append(Fault(f"keys.{name}", as_written(said), "settings.right.keys"))
    return keys, faults


def _flat(name: str, value: object) -> list[tuple[str, object]]:
    if isinstance(value, dict):
        return [(f"{name}.{inner}", said) for inner, said in value.items()]
    return [(name, value)]
