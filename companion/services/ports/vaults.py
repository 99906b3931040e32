"""What the services need of a notebook's folder; `storage.vault` fits these shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from companion.domain.journey import Journey
    from companion.domain.safekeeping import BackupFile, Facts, Restorable, Verdict
    from companion.domain.wiping import Staying
    from companion.services.ports.stores import Stores


class PassphraseJudge(Protocol):
    """Says how hard a passphrase is to guess."""

    def strength(self, passphrase: str) -> int:
        """From 0 (guessed at once) to 4 (out of reach)."""


class Restoring(Protocol):
    """One backup on its way into the notebook's place."""

    def prepare(self, file: Path, secret: str) -> Restorable:
        """Read a backup whole, open it, and lay it ready beside the notebook's folder.

        Args:
            file: The backup.
            secret: The passphrase or recovery code of the day it was made.

        Raises:
            NotABackupError: If the file is none, or can't be read.
            DamagedBackupError: If it is not as it was written.
            WrongPassphraseError: If the secret does not open it.
            NewerNotebookError: If a newer companion wrote it.
            NotANotebookError: If the notebook's place holds other things.
            BeingWipedError: If what is there was being removed for good.
            StorageError: If it could not be laid ready; nothing was changed.
        """

    def put_in_place(self) -> Path | None:
        """Give the backup's notebook the notebook's place.

        Returns:
            Where the folder that was there is now; none if there was none.

        Raises:
            NotebookInUseError: If a companion has the notebook open.
            StorageError: If the disk refused; the notebook is then as it was.
        """

    def abandon(self) -> None:
        """Remove what was laid ready. Safe to call at any time."""


class Keeping(Protocol):
    """Looks after a notebook: its locks, its backups, and what is true of its files.

    All but `backups`, `facts` and `restoring` need it open, and raise `StorageError` if
    it is not. What changes locks asks for a secret that opens the notebook nevertheless.
    """

    def change_passphrase(self, secret: str, passphrase: str) -> int:
        """Open the notebook with another passphrase from now on.

        Returns:
            How many backups in the folder could not be locked anew.

        Raises:
            WrongPassphraseError: If the secret does not open it; nothing is changed.
        """

    def change_code(self, secret: str, code: str) -> int:
        """Open the notebook with another recovery code from now on; the old one is dead.

        Returns:
            How many backups in the folder could not be locked anew.

        Raises:
            WrongPassphraseError: If the secret does not open it; nothing is changed.
        """

    def renew_key(self, secret: str, passphrase: str, code: str = "") -> None:
        """Lock every page with a new key; the notebook is shut afterwards.

        Raises:
            WrongPassphraseError: If the secret does not open it; nothing is changed.
            CompanionError: If it could not be done; the notebook opens as before.
        """

    def back_up_if_due(self, now: datetime) -> bool:
        """Make the day's backup, if there is none yet and something changed.

        Raises:
            BackupNotMadeError: If it could not be made; those before are as they were.
        """

    def back_up_to(self, file: Path) -> None:
        """Make a backup where the person says, in place of any file of that name.

        Raises:
            BackupNotMadeError: If it could not be made; a file that was there is as it was.
        """

    def opened_elsewhere(self) -> bool:
        """Whether it was opened on another machine before, and not shut there."""

    def backups(self) -> tuple[BackupFile, ...]:
        """The backups in the notebook's folder, the newest first."""

    def verdicts(self) -> Iterator[Verdict]:
        """Read every page and every row, the header and the backups, part by part."""

    def facts(self) -> Facts:
        """What can be said of the notebook's files without its key."""

    def restoring(self) -> Restoring:
        """A way to put a backup in the notebook's place, which must be shut."""


class Wiping(Protocol):
    """Removes one notebook for good."""

    def begun(self) -> bool:
        """Whether the notebook was being wiped, and that was cut off.

        Raises:
            StorageError: If the folder could not be looked at.
        """

    def check(self, secret: str) -> None:
        """Refuse a passphrase or recovery code that does not open the notebook.

        Raises:
            NoNotebookError: If there is none.
            WrongPassphraseError: If it does not open it.
            DamagedNotebookError: If the header is damaged.
            NewerNotebookError: If a newer version wrote it.
            StorageError: If it could not be read.
        """

    def staying(self) -> Staying:
        """What wiping leaves where it is: what lies here and is no part of the notebook."""

    def wipe(self) -> Staying:
        """Remove the notebook, which must be shut, or go on where that was cut off.

        Returns:
            What is left where it lay.

        Raises:
            NoNotebookError: If there is none.
            NotANotebookError: If the folder holds other things.
            NotebookInUseError: If a companion has it open.
            StorageError: If nothing was touched, the disk refusing.
            WipeCutOffError: If something could not be removed; asking again goes on.
        """


class OpenCard(Protocol):
    """A few lines that a person chose to leave readable beside the notebook."""

    @property
    def file(self) -> Path:
        """Where it is, or would be."""

    def is_there(self) -> bool:
        """Whether there is one."""

    def lines(self) -> tuple[str, ...]:
        """What stands on it; none: there is no card, or it can't be read."""

    def write(self, lines: Sequence[str]) -> None:
        """Write it, in place of any that is there; without lines, take it back.

        Raises:
            CardNotWrittenError: If it could not be written; it is then as it was.
            CardNotRemovedError: If it could not be taken back.
        """

    def remove(self) -> None:
        """Take it away; nothing happens if there is none.

        Raises:
            CardNotRemovedError: If it could not be removed.
        """


class Vault(Protocol):
    """A notebook's folder: shut, or open with one key."""

    @property
    def folder(self) -> Path:
        """Where it is."""

    def is_being_wiped(self) -> bool:
        """Whether it was being removed for good, and that was cut off.

        Raises:
            StorageError: If the folder could not be looked at.
        """

    @property
    def keeping(self) -> Keeping:
        """Its locks, its backups, and what is true of its files."""

    @property
    def wiping(self) -> Wiping:
        """Removes it for good."""

    @property
    def card(self) -> OpenCard:
        """What the person chose to leave readable before it is opened."""

    def exists(self) -> bool:
        """Whether there is a notebook, whole or damaged, in the folder.

        Raises:
            NotANotebookError: If the folder is no folder, or holds other things.
            StorageError: If it could not be looked at.
        """

    def create(self, passphrase: str, journey: Journey, code: str = "") -> Stores:
        """Make a notebook with its first journey, whole or not at all, and open it.

        Args:
            passphrase: What will open it.
            journey: The first journey.
            code: The recovery code that will open it, too; empty: none.

        Raises:
            NotebookExistsError: If there is one, or something else, in the folder.
            BeingWipedError: If one was being wiped there, and that was cut off.
            NotebookInUseError: If another companion is making one there.
            StorageError: If it could not be written; nothing is left behind then.
        """

    def open(self, secret: str) -> Stores:
        """Open the notebook and bring its tables up to date.

        Args:
            secret: The passphrase, or the recovery code, as typed.

        Raises:
            NoNotebookError: If there is none.
            WrongPassphraseError: If no slot opens.
            BeingWipedError: If it was being wiped, and that was cut off.
            DamagedNotebookError: If the header or the database is damaged.
            NotebookInUseError: If another companion has it open.
            NewerNotebookError: If a newer version wrote it.
            BackupNotMadeError: If its tables must change and can't be backed up first.
            StorageError: If it could not be read.
        """

    def close(self) -> None:
        """Shut it and forget the key. Safe to call twice."""
