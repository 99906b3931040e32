"""The notebook's folder: shut, or open with one key."""

from __future__ import annotations

import os
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING, TypeVar

from companion.domain.errors import (
    DamagedNotebookError,
    NoNotebookError,
    StorageError,
)
from companion.storage.vault import crash, names
from companion.storage.vault.files import Disk
from companion.storage.vault.header import MOST_BYTES, Header, decode, encode
from companion.storage.vault.keys import calibrated
from companion.storage.vault.lock import FolderLock
from companion.storage.vault.making import Making, require_none
from companion.storage.vault.slots import new_header, unlock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.domain.journey import Journey
    from companion.storage.store.engine import Database
    from companion.storage.store.opening import OpenStores
    from companion.storage.vault.keys import KdfProfile, RandomBytes, Timer


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
            allow_cheapest: Accept the profile that exists for tests. Never in earnest.

        Raises:
            ValueError: If the profile is one that no notebook may have.
        """
        if profile and not (profile.allowed or allow_cheapest):
            msg = "a profile below the floor or above the cap"
            raise ValueError(msg)
        self._folder = folder
        self._profile = profile
        self._random_bytes = random_bytes
        self._timer = timer
        self._disk = disk or Disk()
        self._allow_cheapest = allow_cheapest
        self._lock = FolderLock(folder / names.LOCK)
        self._database: Database | None = None

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self._folder

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return self._database is not None

    def exists(self) -> bool:
        """Whether there is a notebook, whole or damaged, in the folder.

        Raises:
            NotANotebookError: If the folder is no folder, or holds other things.
            StorageError: If it could not be looked at.
        """
        return names.holds_notebook(self._folder)

    def create(self, passphrase: str, journey: Journey) -> OpenStores:
        """Make a notebook with its first journey, whole or not at all, and open it.

        Args:
            passphrase: What will open it; how strong it is was judged before.
            journey: The first journey.

        Raises:
            NotebookExistsError: If there is one, or something else, in the folder.
            NotebookInUseError: If another companion is making one there.
            StorageError: If it could not be written; nothing is left behind then.
        """
        require_none(self._folder)
        profile = self._profile or calibrated(self._timer)
        try:
            with Making(self._disk, self._folder, self._lock) as making:
                self._database = self._made(making, passphrase, profile, journey)
        except OSError:
            raise StorageError from None
        return self._stores(self._database)

    def open(self, passphrase: str) -> OpenStores:
        """Open the notebook and bring its tables up to date.

        Raises:
            NoNotebookError: If there is none.
            WrongPassphraseError: If no slot opens.
            DamagedNotebookError: If the header or the database is damaged.
            NotebookInUseError: If another companion, or this one, has it open.
            NewerNotebookError: If a newer version wrote it.
            StorageError: If it could not be read.
        """
        header = self._read_header()
        try:
            with ExitStack() as undo:
                self._lock.acquire()
                undo.callback(self._lock.release)
                self._database = self._opened(header, passphrase)
                undo.pop_all()
        except OSError:
            raise StorageError from None
        return self._stores(self._database)

    def close(self) -> None:
        """Shut it and give the folder back. Safe to call twice."""
        if self._database is not None:
            self._database.close()
            self._database = None
            self._lock.release()

    def _made(
        self, making: Making, passphrase: str, profile: KdfProfile, journey: Journey
    ) -> Database:
        header, key = _while_importing(
            lambda: new_header(passphrase, profile, self._random_bytes),
        )
        from companion.storage.store.opening import make_database

        file = self._folder / names.DATABASE
        self._disk.reserve(file)
        with ExitStack() as undo:
            database = make_database(file, key, journey)
            undo.callback(database.close)
            making.finish(encode(header))
            undo.pop_all()
        return database

    def _opened(self, header: Header, passphrase: str) -> Database:
        key = _while_importing(lambda: unlock(header, passphrase))
        from companion.storage.store.opening import open_database, require_content

        file = self._folder / names.DATABASE
        require_content(file)
        crashed = crash.keep_aside(self._disk, self._folder)
        with ExitStack() as undo:
            database = open_database(file, key, after_crash=crashed)
            undo.callback(database.close)
            if crashed:
                crash.forget(self._disk, self._folder)
            self._disk.remove(self._folder / names.UNFINISHED)
            undo.pop_all()
        return database

    def _read_header(self) -> Header:
        if not self.exists():
            raise NoNotebookError(folder=str(self._folder))
        try:
            with (self._folder / names.HEADER).open("rb") as file:
                raw = file.read(MOST_BYTES + 1)
        except FileNotFoundError:
            raise DamagedNotebookError(part=names.HEADER) from None
        except OSError:
            raise StorageError from None
        return decode(raw, allow_cheapest=self._allow_cheapest)

    @staticmethod
    def _stores(database: Database) -> OpenStores:
        from companion.storage.store.opening import stores_of

        return stores_of(database)


def _while_importing(work: Callable[[], Result]) -> Result:
    """Do the slow sums of the key beside the slow import of SQLAlchemy (260 ms)."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(max_workers=1) as thread:
        result = thread.submit(work)
        import companion.storage.store.opening  # noqa: F401 - for the functions that follow
    return result.result()
