"""Removing the notebook for good: never by one key, and never without its passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import BeingWipedError
from companion.domain.text import unaccented

if TYPE_CHECKING:
    from companion.domain.wiping import Staying
    from companion.services.ports.vaults import Vault


def same_word(typed: str, word: str) -> bool:
    """Whether somebody typed the word that was shown; capitals and accents are all one."""
    return unaccented(typed.strip()) == unaccented(word.strip())


class Wiping:
    """Removes the notebook, whether it is open or shut."""

    def __init__(self, vault: Vault) -> None:
        """Take the notebook's folder; nothing is touched."""
        self._vault = vault

    def begun(self) -> bool:
        """Whether the notebook was being wiped, and that was cut off.

        Raises:
            StorageError: If the folder could not be looked at.
        """
        return self._vault.is_being_wiped()

    def refuse(self) -> None:
        """Refuse what can't be done with a notebook that was being wiped.

        Raises:
            BeingWipedError: If it was.
            StorageError: If the folder could not be looked at.
        """
        if self.begun():
            raise BeingWipedError(folder=str(self._vault.folder))

    def staying(self) -> Staying:
        """What lies where the notebook does and would stay."""
        return self._vault.wiping.staying()

    def check(self, secret: str) -> None:
        """Refuse a secret that does not open the notebook; nothing is changed.

        Args:
            secret: The passphrase, or the recovery code, as typed.

        Raises:
            NoNotebookError: If there is none.
            WrongPassphraseError: If it does not open it.
            DamagedNotebookError: If the header is damaged.
            NewerNotebookError: If a newer version wrote it.
            StorageError: If it could not be read.
        """
        self._vault.wiping.check(secret)

    def wipe(self, secret: str = "") -> Staying:
        """Shut the notebook and remove it for good, its key first.

        Copies that other programs made elsewhere, files that were exported and backups kept
        elsewhere are out of reach, and stay.

        Args:
            secret: The passphrase, or the recovery code; not needed to go on with a wiping
                that was cut off, since there is no key left to try it on.

        Returns:
            What is left where it lay.

        Raises:
            CompanionError: As `check` says; nothing is changed.
            NotANotebookError: If the folder holds other things.
            NotebookInUseError: If another companion has it open; nothing is changed.
            StorageError: If nothing could be removed.
            WipeCutOffError: If something could not be removed; asking again goes on.
        """
        if not self.begun():
            self.check(secret)
        self._vault.close()
        return self._vault.wiping.wipe()
