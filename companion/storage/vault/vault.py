"""The notebook's folder: shut, or open with one key.

What only an attempt to open it needs is imported then: the unlock screen is shown without it.
"""

from __future__ import annotations

import os
import time
from contextlib import ExitStack, suppress
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from companion.domain.errors import CompanionError, NoNotebookError, StorageError
from companion.storage.vault import names, staged_restore
from companion.storage.vault.files import Disk
from companion.storage.vault.lock import FolderLock
from companion.storage.vault.open_card import Card
from companion.storage.vault.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.domain.journey import Journey
    from companion.storage.store.engine import Database
    from companion.storage.store.open_stores import OpenStores
    from companion.storage.vault.backups import Backups
    from companion.storage.vault.header import Header
    from companion.storage.vault.keeping import Keeping
    from companion.storage.vault.keys import KdfProfile, RandomBytes, Timer
    from companion.storage.vault.making import Making
    from companion.storage.vault.opened import Opened
    from companion.storage.vault.wiping import Wiping

Result = TypeVar("Result")


class FolderVault:
    """A notebook in a folder; fits `Vault`.

    One thread at a time may call it.
    """

    def __init__(
        self,
        folder: Path,
        *,
        profile: KdfProfile | None = None,
        random_bytes: RandomBytes = os.urandom,
        timer: Timer = time.perf_counter,
        disk: Disk | None = None,
        machine: Callable[[], str] = str,
        allow_cheapest: bool = False,
    ) -> None:
        """Take what it works with; nothing is read or made.

        Args:
            folder: Where the notebook is or will be.
            profile: What a guess at the passphrase of a new notebook costs; none: about
                half a second on this machine.
            random_bytes: Gives unguessable bytes.
            timer: A clock that only goes forward, in seconds.
            disk: Writes files.
            machine: Gives this machine's name; an empty one: every machine is this one.
            allow_cheapest: Accept the profile that exists for tests. Never in earnest.

        Raises:
            ValueError: If the profile is one that no notebook may have.
        """
        if profile and not (profile.allowed or allow_cheapest):
            msg = "a profile below the floor or above the cap"
            raise ValueError(msg)
        self._place = Place(
            folder, disk or Disk(), profile, random_bytes, timer, machine, allow_cheapest
        )
        self._lock = FolderLock(folder / names.LOCK)
        self._opened: Opened | None = None
        self.card = Card(self._place)
        """What the person chose to leave readable before it is opened."""

    @cached_property
    def keeping(self) -> Keeping:
        """Backups, changes of its locks, and what is true of its files."""
        from companion.storage.vault.keeping import Keeping

        return Keeping(self._place, self._backups, self._required, self.close)

    @cached_property
    def wiping(self) -> Wiping:
        """Removes it for good."""
        from companion.storage.vault.wiping import Wiping

        return Wiping(self._place, self._lock)

    @cached_property
    def _backups(self) -> Backups:
        from companion.storage.vault.backups import Backups

        return Backups(self._place)

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self._place.folder

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return self._opened is not None

    def exists(self) -> bool:
        """Whether there is a notebook, whole or damaged, in the folder.

        Raises:
            NotANotebookError: If the folder is no folder, or holds other things.
            StorageError: If it could not be looked at.
        """
        try:
            staged_restore.finish(self._place)
        except OSError:
            raise StorageError from None
        return names.holds_notebook(self.folder)

    def is_being_wiped(self) -> bool:
        """Whether it was being removed for good, and that was cut off.

        Raises:
            StorageError: If the folder could not be looked at.
        """
        try:
            return names.is_being_wiped(self.folder)
        except OSError:
            raise StorageError from None

    def create(self, passphrase: str, journey: Journey, code: str = "") -> OpenStores:
        """Make a notebook with its first journey, whole or not at all, and open it.

        Args:
            passphrase: What will open it; how strong it is was judged before.
            journey: The first journey.
            code: The recovery code that will open it, too; empty: none.

        Raises:
            NotebookExistsError: If there is one, or something else, in the folder.
            BeingWipedError: If one was being wiped there, and that was cut off.
            NotebookInUseError: If another companion is making one there.
            StorageError: If it could not be written; nothing is left behind then.
        """
        from companion.storage.vault.making import Making, require_none

        require_none(self.folder)
        try:
            with Making(self._place.disk, self.folder, self._lock) as making:
                self._opened = self._made(making, passphrase, journey, code)
        except OSError:
            raise StorageError from None
        return self._stores()

    def open(self, secret: str) -> OpenStores:
        """Open the notebook and bring its tables up to date.

        Args:
            secret: The passphrase, or the recovery code, as typed.

        Raises:
            NoNotebookError: If there is none.
            WrongPassphraseError: If no slot opens.
            BeingWipedError: If it was being wiped, and that was cut off.
            DamagedNotebookError: If the header or the database is damaged.
            NotebookInUseError: If another companion, or this one, has it open.
            NewerNotebookError: If a newer version wrote it.
            BackupNotMadeError: If its tables must change and can't be backed up first.
            StorageError: If it could not be read.
        """
        if not self.exists():
            raise NoNotebookError(folder=str(self.folder))
        self.wiping.refuse()
        header = self._place.read_header()
        try:
            with ExitStack() as undo:
                self._lock.acquire()
                undo.callback(self._lock.release)
                self._opened = self._found(header, secret)
                undo.pop_all()
        except OSError:
            raise StorageError from None
        return self._stores()

    def close(self) -> None:
        """Shut it, overwrite the key, and give the folder back. Safe to call twice."""
        if self._opened is not None:
            self._opened.shut()
            self._opened = None
            self._mark("")
            self._lock.release()

    def _made(self, making: Making, passphrase: str, journey: Journey, code: str) -> Opened:
        locksmith = self._place.locksmith()
        header, key = _while_importing(lambda: locksmith.new_header(passphrase, code))
        from companion.storage.store.opening import make_database
        from companion.storage.vault.header import encode

        self._place.disk.reserve(self._place.database)
        with ExitStack() as undo:
            database = make_database(self._place.database, key, journey)
            undo.callback(database.close)
            self._mark(self._place.machine())
            making.finish(encode(header))
            undo.pop_all()
        return self._kept(database, key)

    def _found(self, header: Header, secret: str) -> Opened:
        from companion.storage.vault import hot_journal, rekeying
        from companion.storage.vault.slots import unlock

        key = _while_importing(lambda: unlock(header, secret))
        place, machine, mark = self._place, self._place.machine(), self._lock.mark()
        ours = not machine or mark == machine
        rekeying.finish(place, key)
        with ExitStack() as undo:
            database = hot_journal.open_after(
                place,
                lambda verified: self._database(key, verified=verified),
                ours=ours,
            )
            undo.callback(database.close)
            self._mark(machine)
            place.disk.remove(self.folder / names.UNFINISHED)
            undo.pop_all()
        return self._kept(database, key, elsewhere=bool(mark) and not ours)

    def _mark(self, machine: str) -> None:
        # On a full disk a notebook can still be read. After a crash without a mark the
        # journal is taken for one from elsewhere, and what is whole without it is kept.
        with suppress(StorageError):
            self._lock.set_mark(machine)

    def _database(self, key: bytes, *, verified: bool) -> Database:
        from companion.storage.store.opening import open_database

        return open_database(
            self._place.database,
            key,
            verified=verified,
            before_migrating=lambda: self._backups.make_first(key),
        )

    def _kept(self, database: Database, key: bytes, *, elsewhere: bool = False) -> Opened:
        header = self._place.header.read_bytes()

        from companion.storage.vault.memory import Secret
        from companion.storage.vault.opened import Opened

        def rescue() -> None:
            # What was acknowledged is in a file without a name; shut, it would be gone.
            with suppress(CompanionError, OSError):
                self._backups.rescue(header, database.copy_to)

        database.on_replaced = rescue
        return Opened(database, Secret(key), elsewhere)

    def _required(self) -> Opened:
        if self._opened is None:
            raise StorageError
        return self._opened

    def _stores(self) -> OpenStores:
        from companion.storage.store.open_stores import OpenStores

        return OpenStores(self._required().database)


def _while_importing(work: Callable[[], Result]) -> Result:
    """Do the slow sums of the key beside the slow import of SQLAlchemy (260 ms)."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(max_workers=1) as thread:
        result = thread.submit(work)
        import companion.storage.store.opening  # noqa: F401 - for the functions that follow
    return result.result()
