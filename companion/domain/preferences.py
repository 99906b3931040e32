"""What is set outside the notebook because it is needed before it opens. Nothing private."""

from __future__ import annotations

from dataclasses import dataclass

DUSK = "dusk"
"""The dark theme."""
PAPER = "paper"
"""The light theme."""
TERMINAL = "terminal"
"""The terminal's own colours."""
THEMES = (DUSK, PAPER, TERMINAL)
"""The themes there are, in the order they are offered."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """How the app looks and speaks."""

    theme: str = DUSK
    """One of `THEMES`."""
    language: str = ""
    """A language code (`en`); empty: as the environment says."""
    country: str = ""
    """The country whose help lines are shown (`GB`); empty: not said yet."""
