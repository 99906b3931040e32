"""Where a notebook is, and what its vault works with.

What only an attempt to open it needs is imported then: the unlock screen is shown without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.domain.errors import DamagedNotebookError, StorageError
from companion.storage.vault import names
from companion.storage.vault.files import beginning_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.storage.vault.files import Disk
    from companion.storage.vault.header import Header
    from companion.storage.vault.keys import KdfProfile, RandomBytes, Timer
    from companion.storage.vault.slots import Locksmith


class Place(NamedTuple):
    """A notebook's folder, and what its vault works with."""

    folder: Path
    """Where the notebook is or will be."""
    disk: Disk
    """Writes files."""
    profile: KdfProfile | None
    """What a guess at a new passphrase costs; none: about half a second on this machine."""
    random_bytes: RandomBytes
    """Gives unguessable bytes."""
    timer: Timer
    """A clock that only goes forward, in seconds."""
    machine: Callable[[], str]
    """Gives this machine's name; an empty one: every machine is this one."""
    allow_cheapest: bool
    """Accept the profile that exists for tests."""

    @property
    def header(self) -> Path:
        """The header's file."""
        return self.folder / names.HEADER

    @property
    def database(self) -> Path:
        """The database's file."""
        return self.folder / names.DATABASE

    def read_header(self) -> Header:
        """The header, found whole.

        Raises:
            DamagedNotebookError: If it is missing or not as it was written.
            NewerNotebookError: If a newer version wrote it.
            StorageError: If it could not be read.
        """
        from companion.storage.vault.header import MOST_BYTES, decode

        try:
            raw = beginning_of(self.header, MOST_BYTES + 1)
        except FileNotFoundError:
            raise DamagedNotebookError(part=names.HEADER) from None
        except OSError:
            raise StorageError from None
        return decode(raw, allow_cheapest=self.allow_cheapest)

    def locksmith(self, *, codes_alone: bool = False) -> Locksmith:
        """What makes key slots; measures this machine where no profile was named.

        Args:
            codes_alone: Only recovery codes get a slot, which always costs the floor.
        """
        from companion.storage.vault.keys import FLOOR, calibrated
        from companion.storage.vault.slots import Locksmith

        profile = self.profile or (FLOOR if codes_alone else calibrated(self.timer))
        return Locksmith(profile, self.random_bytes)
