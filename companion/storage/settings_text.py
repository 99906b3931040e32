"""The text of the settings file: made with every key explained, or changed in one place."""

from __future__ import annotations

import json
import tomllib
from itertools import takewhile
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from companion.domain.preferences import NAMES
from companion.domain.settings_file import in_file, understood

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from companion.domain.preferences import Preferences

    Say = Callable[[str], str]

_KEYS = "keys"
_OF_KEYS = "keys."
_WIDE = 78  # characters of a comment's line


def fresh(values: Mapping[str, Any], say: Say) -> str:
    """A whole file with a sentence above each key.

    Args:
        values: What stands in it by name, all of `NAMES`.
        say: Gives the sentences.
    """
    blocks = [_comment(say("settings.file.head"))]
    blocks += [_block(name, values[name], say) for name in NAMES if name != _KEYS]
    keys = [f"{_toml(name)} = {_toml(value)}\n" for name, value in values[_KEYS].items()]
    return "\n".join([*filter(None, blocks), _keys_block(say) + "".join(keys)])


def edited(text: str, preferences: Preferences, names: Collection[str], say: Say) -> str:
    """The text with some values changed, and nothing else.

    Args:
        text: What stands in the file.
        preferences: What holds now.
        names: What has changed; `keys.home.note` for one of the keys.
        say: Gives the sentence above a key that was not there.

    Raises:
        ValueError: If the text is no TOML, or could not be changed as it should.
    """
    # Costs some 45 ms, and is wanted only when something is changed.
    from tomlkit.exceptions import TOMLKitError

    tomllib.loads(text)
    try:
        for name in names:
            if name.startswith(_OF_KEYS):
                text = _with_key(text, name.removeprefix(_OF_KEYS), preferences, say)
            else:
                text = _with_value(text, name, in_file(name, preferences), say)
    except TOMLKitError:
        raise ValueError from None
    _refuse_other(text, preferences, names)
    return text


def _with_value(text: str, name: str, value: object, say: Say) -> str:
    document = _parsed(text)
    if name in document:
        document[name] = value
        return str(document.as_string())
    # After the comment it begins with: that is before any table, whatever is in it.
    lines = text.splitlines(keepends=True)
    head = sum(1 for _ in takewhile(lambda line: line.startswith("#"), lines))
    before, after = "".join(lines[:head]), "".join(lines[head:])
    return "\n".join(filter(None, (before, _block(name, value, say), after.lstrip("\r\n"))))


def _with_key(text: str, action_id: str, preferences: Preferences, say: Say) -> str:
    document, keys = _parsed(text), preferences.keys.get(action_id)
    if _KEYS in document and not isinstance(document[_KEYS], dict):
        del document[_KEYS]
    if _KEYS not in document:
        if keys is None:
            return text
        text = str(document.as_string())
        end = "" if not text or text.endswith("\n") else "\n"
        line = f"{_toml(action_id)} = {_toml(keys)}\n"
        return "\n".join(filter(None, (text + end, _keys_block(say) + line)))
    table: Any = document[_KEYS]
    name = action_id
    area, _, rest = action_id.partition(".")
    if name not in table and isinstance(table.get(area), dict) and rest in table[area]:
        table, name = table[area], rest
    if keys is not None:
        table[name] = keys
    elif name in table:
        del table[name]
    return str(document.as_string())


def _parsed(text: str) -> Any:  # noqa: ANN401  tomlkit's document is a dict of anything
    import tomlkit

    return tomlkit.parse(text)


def _refuse_other(text: str, preferences: Preferences, names: Collection[str]) -> None:
    """Refuse a text that does not say what it should: then another way is gone."""
    found = understood(tomllib.loads(text)).preferences
    for name in names:
        said: object = getattr(found, name, None)
        meant: object = getattr(preferences, name, None)
        if name.startswith(_OF_KEYS):
            action_id = name.removeprefix(_OF_KEYS)
            said, meant = found.keys.get(action_id), preferences.keys.get(action_id)
        if said != meant:
            raise ValueError


def _block(name: str, value: object, say: Say) -> str:
    return f"{_comment(say(f'settings.file.{name}'))}{name} = {_toml(value)}\n"


def _keys_block(say: Say) -> str:
    return f"{_comment(say('settings.file.keys'))}[{_KEYS}]\n"


def _comment(text: str) -> str:
    return "".join(f"# {line}\n" for part in text.split("\n") for line in wrap(part, _WIDE))


def _toml(value: object) -> str:
    """A string, a whole number, or yes or no, as TOML writes it: JSON does the same."""
    return json.dumps(value, ensure_ascii=False)
