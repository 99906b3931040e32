"""What is set outside the notebook because it is needed before it opens. Nothing private."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

DUSK = "dusk"
"""The dark theme."""
PAPER = "paper"
"""The light theme."""
HIGH_CONTRAST = "high-contrast"
"""The theme for eyes that need more of a difference."""
TERMINAL = "terminal"
"""The terminal's own colours."""
THEMES = (DUSK, PAPER, HIGH_CONTRAST, TERMINAL)
"""The themes there are, in the order they are offered."""

NEVER = 0
"""Stands for "it does not lock by itself"."""
IDLE_LEAST, IDLE_MOST = 1, 60
"""The bounds of the minutes after which it locks by itself."""
IDLE_USUAL = 10
"""The minutes after which it locks, unless the person says otherwise."""


class Preferences(NamedTuple):
    """How the app looks, speaks and behaves on this machine."""

    theme: str = DUSK
    """One of `THEMES`."""
    language: str = ""
    """A language code (`en`); empty: as the environment says."""
    country: str = ""
    """The country whose help lines are shown (`GB`); empty: not said yet."""
    lock_after: int = IDLE_USUAL
    """Minutes without a touch after which it locks (`IDLE_LEAST` to `IDLE_MOST`), or `NEVER`."""
    animation: bool = False
    """Whether anything may move by itself. The breathing aid asks on its own."""
    plain: bool = False
    """Whether it begins line by line rather than on a full screen."""
    mouse: bool = True
    """Whether the mouse is heard; otherwise the terminal has it for its own selecting."""
    keys: Mapping[str, str] = MappingProxyType({})
    """Other keys than the usual, by the action's id; several with commas between."""


NAMES = ("theme", "language", "country", "lock_after", "animation", "plain", "mouse", "keys")
"""The preferences by name, in the order in which they stand in the file."""
