"""The app's keys, as the layers that know no app may ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.checked_keys import checked_keymap
from companion.ui.keys import ACTIONS, action

if TYPE_CHECKING:
    from collections.abc import Mapping


class AppKeyboard:
    """Fits `Keyboard`; imports nothing of Textual."""

    def ids(self) -> tuple[str, ...]:
        """Every action, by id, in the order to show them."""
        return tuple(one.id for one in ACTIONS)

    def usual(self, action_id: str) -> str:
        """The keys an action has as it comes, with commas between."""
        found = action(action_id)
        return found.keys if found else ""

    def checked(self, keys: Mapping[str, str]) -> dict[str, str]:
        """The keys by action, if each can be pressed and means one thing.

        Raises:
            KeyRefusedError: If not.
        """
        return checked_keymap(keys)
