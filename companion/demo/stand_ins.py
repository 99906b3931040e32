"""What stands in the demo where a person's own things would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.settings_file import Understood
from companion.storage.vault.keys import CHEAPEST
from companion.storage.vault.vault import FolderVault

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from companion.domain.journey import Journey
    from companion.domain.preferences import Preferences
    from companion.services.ports.stores import Stores
    from companion.services.ports.vaults import Keeping, OpenCard, Wiping


class DemoVault:
    """A throw-away notebook's folder: encrypted as any other, but anything typed opens it.

    Nobody is told its passphrase. It can still be locked, so that locking can be seen.
    """

    def __init__(self, folder: Path) -> None:
        """Take a folder that is not there yet."""
        # A guess at its passphrase may cost nothing: nothing real is in it, and it is
        # gone when the demo ends. A person's notebook never gets this profile.
        self._vault = FolderVault(folder, profile=CHEAPEST, allow_cheapest=True)
        self._passphrase = ""

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self._vault.folder

    def exists(self) -> bool:
        """Whether it was made."""
        return self._vault.exists()

    def is_being_wiped(self) -> bool:
        """Whether its wiping was cut off."""
        return self._vault.is_being_wiped()

    @property
    def keeping(self) -> Keeping:
        """What looks after it."""
        return self._vault.keeping

    @property
    def wiping(self) -> Wiping:
        """Removes it for good."""
        return self._vault.wiping

    @property
    def card(self) -> OpenCard:
        """What is left readable before it is opened."""
        return self._vault.card

    def create(self, passphrase: str, journey: Journey, code: str = "") -> Stores:
        """Make it with its first journey, and open it."""
        self._passphrase = passphrase
        return self._vault.create(passphrase, journey, code)

    def open(self, secret: str) -> Stores:
        """Open it, whatever was typed."""
        del secret
        return self._vault.open(self._passphrase)

    def close(self) -> None:
        """Shut it. Safe to call twice."""
        self._vault.close()


class PreferencesInMemory:
    """Preferences that are forgotten at the end."""

    def __init__(self, preferences: Preferences) -> None:
        """Take what they are at the beginning."""
        self._preferences = preferences

    @property
    def place(self) -> str:
        """Nowhere."""
        return ""

    def load(self) -> Understood:
        """What was kept last."""
        return Understood(self._preferences)

    def make(self) -> None:
        """There is no file to make."""

    def save(self, preferences: Preferences, names: Collection[str]) -> None:
        """Keep them until the end."""
        del names
        self._preferences = preferences
