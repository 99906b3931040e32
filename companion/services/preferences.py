"""Reading and changing what is set outside the notebook."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from companion.domain.preferences import THEMES, Preferences

if TYPE_CHECKING:
    from companion.domain.preferences import Preferences as Kept


class PreferenceFile(Protocol):
    """Where preferences are kept; reading never fails, writing may."""

    def load(self) -> Kept:
        """What was kept, or the defaults where the file is missing or unreadable."""

    def save(self, preferences: Kept) -> None:
        """Keep them.

        Raises:
            StorageError: If the file could not be written.
        """


class PreferenceKeeper:
    """Holds the preferences and keeps every change."""

    def __init__(self, file: PreferenceFile) -> None:
        """Take the file; it is read at the first question."""
        self._file = file
        self._now: Preferences | None = None

    @property
    def current(self) -> Preferences:
        """The preferences as they are."""
        if self._now is None:
            self._now = self._file.load()
        return self._now

    def set_theme(self, theme: str) -> None:
        """Use these colours from now on; a name that is none of `THEMES` changes nothing."""
        if theme in THEMES:
            self._change(replace(self.current, theme=theme))

    def set_country(self, country: str) -> None:
        """Show the help lines of this country from now on (a code like `GB`)."""
        self._change(replace(self.current, country=country))

    def _change(self, preferences: Preferences) -> None:
        # What was chosen holds for this run even if the file can't be written.
        self._now = preferences
        self._file.save(preferences)
