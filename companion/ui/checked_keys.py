"""Keys of one's own: whether each can be pressed, and means one thing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from companion.domain.keymap import (
    HELD,
    HeldKeyError,
    KeymapClashError,
    TypingKeyError,
    UnknownKeyError,
    is_key,
    normal_keys,
    shown_key,
    types,
)
from companion.ui.keys import ACTIONS, EVERYWHERE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.ui.keys import Action

ALWAYS = ("app.help_now", "screen.back")
"""Actions that keep their usual keys beside any other: someone in need may know no other."""
_WRITING = frozenset(
    {EVERYWHERE, "screen", "dialog", "reflect", "note", "rehearse", "happened", "own_step"}
)
# Areas with a place to write in, where a letter would be typed and not be meant.


def checked_keymap(changes: Mapping[str, str]) -> dict[str, str]:
    """A keymap for Textual, if each key can be pressed and means one thing.

    Textual itself lets a clash pass in silence, and one of the two actions can
    then not be reached.

    Args:
        changes: New keys by action id, separated by commas; unknown ids are left out.

    Raises:
        KeymapClashError: If two actions would share a key.
        UnknownKeyError: If no terminal sends such a key.
        HeldKeyError: If a key means the same everywhere.
        TypingKeyError: If a key would be typed where one writes.
    """
    by_id = {one.id: one for one in ACTIONS}
    known = {
        action_id: _allowed(by_id[action_id], keys)
        for action_id, keys in changes.items()
        if action_id in by_id
    }
    keys_of = {one.id: known.get(one.id, one.keys).split(",") for one in ACTIONS}
    for area in {one.area for one in ACTIONS}:
        _refuse_clash(area, keys_of)
    return known


def _allowed(one: Action, keys: str) -> str:
    usual = one.keys.split(",")
    wanted = normal_keys(keys)
    for key in wanted:
        _refuse_key(one, key, usual)
    kept = usual if one.id in ALWAYS or not wanted else []
    return ",".join(dict.fromkeys((*wanted, *kept)))


def _refuse_key(one: Action, key: str, usual: list[str]) -> None:
    if key in usual:
        return
    if not is_key(key):
        raise UnknownKeyError(action=one.id, pressed=shown_key(key))
    if key in HELD:
        raise HeldKeyError(action=one.id, pressed=shown_key(key))
    if types(key) and (one.priority or one.area in _WRITING):
        raise TypingKeyError(action=one.id, pressed=shown_key(key))


_BESIDE = {
    "journal": {"list"},
    "entry": {"list.page_up", "list.page_down", "list.first", "list.last"},
}
# What a screen's own list or text binds besides the screen's area.


def _refuse_clash(area: str, keys_of: Mapping[str, list[str]]) -> None:
    together = {area, EVERYWHERE, "undo"} | _BESIDE.get(area, set())
    # Home has nothing behind it, and a reflection is paused with the key that goes back.
    together |= {"screen"} if area not in {"reflect", "home"} else set()
    taken: dict[str, list[str]] = defaultdict(list)
    for action_id, keys in keys_of.items():
        if together & {action_id, action_id.partition(".")[0]}:
            for key in keys:
                taken[key].append(action_id)
    for key, ids in taken.items():
        if len(ids) > 1:
            raise KeymapClashError(pressed=shown_key(key), first=ids[0], second=ids[1])
