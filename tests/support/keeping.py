"""A fake that looks after a notebook in memory: locks that are only compared, backups by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import BackupNotMadeError, StorageError, WrongPassphraseError
from companion.domain.safekeeping import (
    Access,
    BackupFile,
    Facts,
    KeySlot,
    Restorable,
    State,
    Verdict,
)
from support.time import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from support.fakes import FakeVault


def counting_bytes() -> Callable[[int], bytes]:
    """Gives bytes that count up: unguessable to nobody, and the same in every run."""
    state = [0]

    def give(length: int) -> bytes:
        state[0] += 1
        return bytes((state[0] * 37 + place * 11) % 256 for place in range(length))

    return give


class MemoryRestoring:
    """Fits `Restoring`; any file is a backup of the vault's notebook."""

    def __init__(self, keeping: MemoryKeeping) -> None:
        """Take what looks after the notebook."""
        self._keeping = keeping
        self.ready: Path | None = None
        self.placed: list[Path] = []

    def prepare(self, file: Path, secret: str) -> Restorable:
        self._keeping.prove(secret)
        self.ready = file
        made_at = self._keeping.made[-1] if self._keeping.made else NOW
        return Restorable(file, made_at, 1, made_at, same_notebook=True)

    def put_in_place(self) -> Path | None:
        if self.ready is None:
            raise StorageError
        self.placed.append(self.ready)
        return None

    def abandon(self) -> None:
        self.ready = None


class MemoryKeeping:
    """Fits `Keeping`, for a `FakeVault`."""

    def __init__(self, vault: FakeVault) -> None:
        """Take the vault it looks after."""
        self._vault = vault
        self.passphrase = ""
        self.code = ""
        self.made: list[datetime] = []
        """When a day's backup was made."""
        self.written: list[Path] = []
        """Where the person had one written."""
        self.copies: tuple[str, ...] = ()
        self.synced_by = ""
        self.elsewhere = False
        self.refuses = False
        """Set to true to try a full disk."""
        self.states: dict[str, State] = {"keys.json": State.WHOLE, "notebook.db": State.WHOLE}

    def prove(self, secret: str) -> None:
        if secret != self.passphrase and (not self.code or secret != self.code):
            raise WrongPassphraseError

    def change_passphrase(self, secret: str, passphrase: str) -> int:
        self._changing(secret)
        self.passphrase = passphrase
        return 0

    def change_code(self, secret: str, code: str) -> int:
        self._changing(secret)
        self.code = code
        return 0

    def renew_key(self, secret: str, passphrase: str, code: str = "") -> None:
        self._changing(secret)
        self.passphrase, self.code = passphrase, code
        self._vault.close()

    def back_up_if_due(self, now: datetime) -> bool:
        self._required()
        if self.refuses:
            raise BackupNotMadeError
        if self.made and (now - self.made[-1]).days < 1:
            return False
        self.made.append(now)
        return True

    def back_up_to(self, file: Path) -> None:
        self._required()
        if self.refuses:
            raise BackupNotMadeError
        self.written.append(file)

    def opened_elsewhere(self) -> bool:
        self._required()
        return self.elsewhere

    def backups(self) -> tuple[BackupFile, ...]:
        newest_first = reversed(self.made)
        return tuple(
            BackupFile(self._vault.folder / "backups" / f"{number}.backup", moment, 4096)
            for number, moment in enumerate(newest_first, 1)
        )

    def verdicts(self) -> Iterator[Verdict]:
        self._required()
        for part, state in self.states.items():
            yield Verdict(part, state)

    def facts(self) -> Facts:
        slots = [KeySlot("passphrase", 65536, 3, 4)]
        if self.code:
            slots.append(KeySlot("recovery", 65536, 3, 4))
        return Facts(
            folder=self._vault.folder,
            folder_mode=0o700,
            folder_access=Access.OWNER,
            files=(),
            header=State.WHOLE,
            slots=tuple(slots),
            backups=self.backups(),
            synced_by=self.synced_by,
            copies=self.copies,
        )

    def restoring(self) -> MemoryRestoring:
        return MemoryRestoring(self)

    def _changing(self, secret: str) -> None:
        self._required()
        self.prove(secret)

    def _required(self) -> None:
        if not self._vault.is_open:
            raise StorageError
