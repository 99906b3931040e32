"""A notebook that is open: its database, and its key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.storage.store.engine import Database
    from companion.storage.vault.memory import Secret


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Opened:
    """An open notebook."""

    database: Database
    """Its database."""
    secret: Secret
    """Its key, in memory that can be overwritten."""
    elsewhere: bool = False
    """Whether it was opened on another machine before, and not shut there."""

    @property
    def key(self) -> bytes:
        """Its key."""
        return self.secret.reveal()

    def shut(self) -> None:
        """Shut the database and overwrite the key."""
        self.database.close()
        self.secret.wipe()
