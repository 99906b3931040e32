"""Looking after an open notebook: its locks, its backups, and what is true of its files."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from companion.domain.errors import CompanionError, DamagedNotebookError, StorageError
from companion.domain.safekeeping import State, Verdict
from companion.storage.vault import names, rekeying
from companion.storage.vault.facts import facts_of
from companion.storage.vault.header import SlotKind, encode
from companion.storage.vault.restoring import Restoring
from companion.storage.vault.slots import fits, unlock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from companion.domain.safekeeping import BackupFile, Facts
    from companion.storage.vault.backups import Backups
    from companion.storage.vault.header import Header
    from companion.storage.vault.opened import Opened
    from companion.storage.vault.place import Place


class Keeping:
    """Looks after a notebook; fits `Keeping` of the ports.

    What changes locks asks for a secret that opens the notebook, although it is open:
    someone else may be at the keyboard.
    """

    def __init__(
        self,
        place: Place,
        backups: Backups,
        opened: Callable[[], Opened],
        close: Callable[[], None],
    ) -> None:
        """Take what it works with.

        Args:
            place: Where the notebook is.
            backups: Its backups.
            opened: Gives the open notebook, or raises `StorageError`.
            close: Shuts it.
        """
        self._place = place
        self._backups = backups
        self._opened = opened
        self._close = close

    def change_passphrase(self, secret: str, passphrase: str) -> int:
        """Open the notebook with another passphrase from now on.

        Args:
            secret: The passphrase or recovery code that opens it now.
            passphrase: The new one; how strong it is was judged before.

        Returns:
            How many backups in the folder could not be locked anew.

        Raises:
            WrongPassphraseError: If the secret does not open it; nothing is changed.
            StorageError: If it could not be written; nothing is changed.
        """
        return self._change(secret, SlotKind.PASSPHRASE, passphrase)

    def change_code(self, secret: str, code: str) -> int:
        """Open the notebook with another recovery code from now on; the old one is dead.

        Args:
            secret: The passphrase or recovery code that opens it now.
            code: The new code.

        Returns:
            How many backups in the folder could not be locked anew.

        Raises:
            WrongPassphraseError: If the secret does not open it; nothing is changed.
            StorageError: If it could not be written; nothing is changed.
        """
        return self._change(secret, SlotKind.RECOVERY, code)

    def renew_key(self, secret: str, passphrase: str, code: str = "") -> None:
        """Lock every page with a new key, and that with a new passphrase and code.

        The notebook is shut afterwards. Backups keep the key and the secrets they have.

        Args:
            secret: The passphrase or recovery code that opens it now.
            passphrase: The one that will open it.
            code: The recovery code that will; empty: none.

        Raises:
            WrongPassphraseError: If the secret does not open it; nothing is changed.
            CompanionError: If it could not be done; the notebook opens as before.
        """
        old = self._proven(secret)
        header, new_key = self._place.locksmith().new_header(passphrase, code, old.id)
        opened = self._opened()
        key = opened.key
        opened.database.close()
        try:
            rekeying.lock_again(self._place, key, new_key, encode(header))
        except OSError:
            raise StorageError from None
        finally:
            self._close()

    def back_up_if_due(self, now: datetime) -> bool:
        """Make the day's backup, if there is none yet and something changed.

        Args:
            now: The moment (aware).

        Returns:
            Whether one was made.

        Raises:
            BackupNotMadeError: If it could not be made; those before are as they were.
        """
        key = self._opened().key
        self._backups.lock_again(key)  # a change of locks may have been cut off
        if not self._backups.due(now):
            return False
        self._backups.make(key, now)
        return True

    def back_up_to(self, file: Path) -> None:
        """Make a backup where the person says, in place of any file of that name.

        Raises:
            BackupNotMadeError: If it could not be made; a file that was there is as it was.
        """
        self._backups.write_to(file, self._opened().key)

    def opened_elsewhere(self) -> bool:
        """Whether it was opened on another machine before, and not shut there."""
        return self._opened().elsewhere

    def backups(self) -> tuple[BackupFile, ...]:
        """The backups in the notebook's folder, the newest first."""
        return self._backups.listed()

    def verdicts(self) -> Iterator[Verdict]:
        """Read every page and every row of the open notebook, its header and its backups.

        Raises:
            StorageError: If something could not be read.
        """
        opened = self._opened()
        key = opened.key
        yield Verdict(names.HEADER, self._header_state(key))
        yield Verdict(names.DATABASE, _database_state(opened))
        yield from self._backups.verdicts(key)

    def facts(self) -> Facts:
        """What can be said of the notebook's files without its key."""
        return facts_of(self._place, self._backups)

    def restoring(self) -> Restoring:
        """A way to put a backup in the notebook's place, which must be shut."""
        return Restoring(self._place)

    def _change(self, secret: str, kind: SlotKind, new: str) -> int:
        header, key = self._proven(secret), self._opened().key
        locksmith = self._place.locksmith(codes_alone=kind is SlotKind.RECOVERY)
        changed = locksmith.with_slot(header, key, kind, new)
        try:
            self._place.disk.write(self._place.header, encode(changed))
        except OSError:
            raise StorageError from None
        return self._backups.lock_again(key)

    def _proven(self, secret: str) -> Header:
        """The header, once the secret was found to open it."""
        opened, header = self._opened(), self._place.read_header()
        if not hmac.compare_digest(unlock(header, secret), opened.key):
            raise DamagedNotebookError(part=names.HEADER)
        return header

    def _header_state(self, key: bytes) -> State:
        try:
            whole = fits(self._place.read_header(), key)
        except StorageError:
            raise
        except CompanionError:
            return State.DAMAGED
        return State.WHOLE if whole else State.DAMAGED


def _database_state(opened: Opened) -> State:
    from companion.storage.store.verify import read_every_row, verify

    try:
        verify(opened.database)
        read_every_row(opened.database)
    except DamagedNotebookError:
        return State.DAMAGED
    return State.WHOLE
