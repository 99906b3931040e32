"""Keys by name: what people write, what they read, and which of them are free."""

from __future__ import annotations

import re
import unicodedata

from companion.domain.errors import CompanionError


class KeyRefusedError(CompanionError):
    """A key can't be given to an action. Details: `action`, an id; `pressed`, as people read it."""

    key = "error.key_refused"


class KeymapClashError(KeyRefusedError):
    """Two actions that can both be meant share a key. Details: `pressed`, `first`, `second`."""

    key = "error.keymap_clash"


class UnknownKeyError(KeyRefusedError):
    """No terminal sends such a key. Details: `action`, `pressed`."""

    key = "error.key_unknown"


class HeldKeyError(KeyRefusedError):
    """A key that means the same everywhere. Details: `action`, `pressed`."""

    key = "error.key_held"


class TypingKeyError(KeyRefusedError):
    """A key that types something, for an action where one writes. Details: `action`, `pressed`."""

    key = "error.key_types"


HELD = frozenset(
    {"tab", "shift+tab", "enter", "escape", "space", "backspace", "delete", "ctrl+c"}
    | {"up", "down", "left", "right", "home", "end", "pageup", "pagedown"}
)
"""Keys that mean the same on every screen, and are given to no action: they move, choose, go
back and copy."""
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+h": "backspace"}
_SAME |= {"ctrl+[": "escape", "ctrl+left_square_bracket": "escape", "ctrl+@": "ctrl+space"}
# What a terminal can't tell from one another.
_REPLACED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
_SIGNS = {"escape": "Esc", "enter": "Enter", "space": "Space", "tab": "Tab", "delete": "Del"}
_SIGNS |= {"left": "←", "right": "→", "up": "↑", "down": "↓", "home": "Home", "end": "End"}
_SIGNS |= {"pageup": "PgUp", "pagedown": "PgDn", "backspace": "Backspace"}
NAMED = frozenset(sign for sign in _SIGNS.values() if sign.isascii())
"""The keys that are shown by a name rather than by a sign, as that name is in English."""
_FUNCTION_KEY = r"f([1-9]|1\d|2[0-4])"
_MODIFIERS = ("ctrl", "alt", "shift")


def key_of(character: str) -> str:
    """The name of the key that types a character: `question_mark` for `?`."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return _REPLACED.get(name, name)


# Written out, as it is needed at every start: asking Unicode for all of them takes longer.
_TYPES = {
    "exclamation_mark": "!",
    "quotation_mark": '"',
    "number_sign": "#",
    "dollar_sign": "$",
    "percent_sign": "%",
    "ampersand": "&",
    "apostrophe": "'",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "asterisk": "*",
    "plus": "+",
    "comma": ",",
    "minus": "-",
    "full_stop": ".",
    "slash": "/",
    "colon": ":",
    "semicolon": ";",
    "less_than_sign": "<",
    "equals_sign": "=",
    "greater_than_sign": ">",
    "question_mark": "?",
    "at": "@",
    "left_square_bracket": "[",
    "backslash": "\\",
    "right_square_bracket": "]",
    "circumflex_accent": "^",
    "underscore": "_",
    "grave_accent": "`",
    "left_curly_bracket": "{",
    "vertical_line": "|",
    "right_curly_bracket": "}",
    "tilde": "~",
}


def normal_key(text: str) -> str:
    """The name of a key, however it was written: `?`, `^n` and `Ctrl+N` are understood.

    Args:
        text: What someone wrote, or the name that Textual has for it.
    """
    said = text.strip()
    if len(said) > 1 and said.startswith("^"):
        said = f"ctrl+{said[1:]}"
    if len(said) == 1:
        return key_of(said)
    *modifiers, last = said.split("+") if not said.endswith("++") else [*said[:-2].split("+"), "+"]
    last = key_of(last) if len(last) == 1 else last.lower()
    pressed = [one.strip().lower() for one in modifiers]
    # Only without a modifier is a capital a key of its own.
    key = "+".join([*pressed, last.lower() if pressed else last])
    return _SAME.get(key, key)


def normal_keys(text: str) -> tuple[str, ...]:
    """The names of several keys with commas between, each once; a comma's own name is `comma`."""
    return tuple(dict.fromkeys(normal_key(one) for one in text.split(",") if one.strip()))


def shown_key(key: str) -> str:
    """A key as people write it: `^n`, `F2`, `Esc`, `?`.

    Args:
        key: The key's name.
    """
    if key in _SIGNS or key in _TYPES:
        return _SIGNS.get(key) or _TYPES[key]
    if key.startswith("ctrl+") and key.count("+") == 1:
        return f"^{shown_key(key.removeprefix('ctrl+'))}"
    if "+" in key:
        modifier, _, rest = key.partition("+")
        return f"{modifier.capitalize()}+{shown_key(rest)}"
    return key.upper() if re.fullmatch(_FUNCTION_KEY, key) else key


def is_key(key: str) -> bool:
    """Whether a terminal can send a key of that name."""
    *modifiers, last = key.split("+")
    known = (
        len(last) == 1 or last in HELD or last in _TYPES or bool(re.fullmatch(_FUNCTION_KEY, last))
    )
    return known and all(one in _MODIFIERS for one in modifiers) and last.isprintable()


def types(key: str) -> bool:
    """Whether a key types a character where one writes."""
    return len(key) == 1 or key in _TYPES
