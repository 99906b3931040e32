"""A fake that removes a notebook in memory; it can be made to stop halfway."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import NoNotebookError, NotebookInUseError, WipeCutOffError
from companion.domain.wiping import Staying

if TYPE_CHECKING:
    from support.fakes import FakeVault


class MemoryWiping:
    """Fits `Wiping`, for a `FakeVault`."""

    def __init__(self, vault: FakeVault) -> None:
        """Take the vault it removes."""
        self._vault = vault
        self.cut_off = False
        """Whether it was begun and could not be ended."""
        self.refuses = False
        """Set to true to try a disk that refuses."""
        self.stays = Staying()
        """What lies where the notebook does and stays."""

    def begun(self) -> bool:
        """Whether it was cut off."""
        return self.cut_off

    def check(self, secret: str) -> None:
        """Refuse what does not open it."""
        if self._vault.memory is None:
            raise NoNotebookError(folder=str(self._vault.folder))
        self._vault.keeping.prove(secret)

    def staying(self) -> Staying:
        """What would stay."""
        return self.stays

    def wipe(self) -> Staying:
        """Remove the notebook."""
        if self._vault.memory is None:
            raise NoNotebookError(folder=str(self._vault.folder))
        if self._vault.is_open:
            raise NotebookInUseError
        self.cut_off = self.refuses
        if self.refuses:
            raise WipeCutOffError(folder=str(self._vault.folder))
        self._vault.memory = None
        return self.stays
