"""Passphrase, recovery code, backups, and what is true of the notebook's files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain import recovery_code
from companion.domain.errors import (
    BackupNotMadeError,
    FileExistsAlreadyError,
    WeakPassphraseError,
)
from companion.domain.safekeeping import Notice, NoticeKind
from companion.domain.slash_commands import call_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from companion.domain.clock import Clock
    from companion.domain.safekeeping import BackupFile, Facts, Verdict
    from companion.services.ports.files import Outbox, PageWriter
    from companion.services.ports.vaults import PassphraseJudge, Restoring, Vault

STRONG_ENOUGH = 3
"""The least strength (0 to 4) of a new passphrase; 3 means 10⁸ guesses or more, as zxcvbn's
documentation says."""


def strength_of(judge: PassphraseJudge, passphrase: str) -> int:
    """How hard a passphrase is to guess, from 0 to 4.

    A slash command is no passphrase: in plain mode it could never be typed as one.
    """
    return 0 if call_of(passphrase) else judge.strength(passphrase)


def strong_enough(judge: PassphraseJudge, passphrase: str) -> bool:
    """Whether a passphrase may lock a notebook."""
    return strength_of(judge, passphrase) >= STRONG_ENOUGH


class Safekeeping:
    """Looks after one notebook: its locks, its backups, and what is true of its files.

    Methods raise `StorageError` where the notebook must be open and is not. What changes
    a lock asks for a secret that opens the notebook: someone else may be at the keyboard.
    """

    def __init__(
        self,
        vault: Vault,
        judge: PassphraseJudge,
        clock: Clock,
        random_bytes: Callable[[int], bytes],
        writer: PageWriter,
        outbox: Outbox,
    ) -> None:
        """Take what it works with."""
        self._vault = vault
        self._judge = judge
        self._clock = clock
        self._random_bytes = random_bytes
        self._writer = writer
        self._outbox = outbox

    def new_code(self) -> str:
        """A recovery code that opens nothing yet: it is shown, typed back, then kept."""
        return recovery_code.new_code(self._random_bytes)

    def asked_groups(self) -> tuple[int, int]:
        """Which two groups of a code to ask back (1 to 7)."""
        return recovery_code.asked_groups(self._random_bytes)

    def write_card(self, code: str, file: Path) -> None:
        """Write a recovery code to a file as a card to print; the file is not encrypted.

        Raises:
            FileExistsAlreadyError: If the file is there.
            FileNotWrittenError: If it could not be written.
        """
        self._outbox.write(file, self._writer.card(code))

    def change_passphrase(self, secret: str, passphrase: str) -> int:
        """Open the notebook with another passphrase from now on.

        Args:
            secret: The passphrase or recovery code that opens it now.
            passphrase: The new one.

        Returns:
            How many backups in the folder could not be locked anew.

        Raises:
            WeakPassphraseError: If the new one is too easily guessed; nothing is changed.
            WrongPassphraseError: If the secret does not open it; nothing is changed.
        """
        self._require_strong(passphrase)
        return self._vault.keeping.change_passphrase(secret, passphrase)

    def change_code(self, secret: str, code: str) -> int:
        """Open the notebook with another recovery code from now on; the old one is dead.

        Args:
            secret: The passphrase or recovery code that opens it now.
            code: One that `new_code` gave.

        Returns:
            How many backups in the folder could not be locked anew.

        Raises:
            WrongPassphraseError: If the secret does not open it; nothing is changed.
        """
        return self._vault.keeping.change_code(secret, code)

    def renew_key(self, secret: str, passphrase: str, code: str = "") -> None:
        """Lock every page with a new key; the notebook is shut afterwards.

        Args:
            secret: The passphrase or recovery code that opens it now.
            passphrase: The one that will open it.
            code: The recovery code that will; empty: none.

        Raises:
            WeakPassphraseError: If the passphrase is too easily guessed.
            WrongPassphraseError: If the secret does not open it; nothing is changed.
            CompanionError: If it could not be done; the notebook opens as before.
        """
        self._require_strong(passphrase)
        self._vault.keeping.renew_key(secret, passphrase, code)

    def notices(self) -> tuple[Notice, ...]:
        """What is worth a sentence about the open notebook's files."""
        facts, found = self._vault.keeping.facts(), list[Notice]()
        if self._vault.keeping.opened_elsewhere():
            found.append(Notice(NoticeKind.ELSEWHERE))
        found += [Notice(NoticeKind.COPY, name) for name in facts.copies]
        if facts.synced_by:
            found.append(Notice(NoticeKind.SYNCED, facts.synced_by))
        return tuple(found)

    def look_after(self) -> tuple[Notice, ...]:
        """Make the day's backup if it is due, and say what is worth a sentence."""
        found = self.notices()
        try:
            self._vault.keeping.back_up_if_due(self._clock.now())
        except BackupNotMadeError:
            return (*found, Notice(NoticeKind.BACKUP_FAILED))
        return found

    def back_up_to(self, file: Path, *, replace: bool = False) -> None:
        """Make a backup where the person says.

        Args:
            file: Where.
            replace: Whether a file of that name may be written over.

        Raises:
            FileExistsAlreadyError: If something is there and `replace` is false.
            BackupNotMadeError: If it could not be made.
        """
        try:
            there = file.exists() or file.is_symlink()
            over = replace and file.is_file()
        except OSError:  # a name that no file can have, or a folder that may not be entered
            raise BackupNotMadeError from None
        if there and not over:
            raise FileExistsAlreadyError(file=str(file))
        self._vault.keeping.back_up_to(file)

    def backups(self) -> tuple[BackupFile, ...]:
        """The backups in the notebook's folder, the newest first."""
        return self._vault.keeping.backups()

    def verdicts(self) -> Iterator[Verdict]:
        """Read every page and every row, the header and the backups, part by part."""
        return self._vault.keeping.verdicts()

    def facts(self) -> Facts:
        """What can be said of the notebook's files without its key."""
        return self._vault.keeping.facts()

    def restoring(self) -> Restoring:
        """A way to put a backup in the notebook's place, which must be shut."""
        return self._vault.keeping.restoring()

    def _require_strong(self, passphrase: str) -> None:
        if not strong_enough(self._judge, passphrase):
            raise WeakPassphraseError
