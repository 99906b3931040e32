"""Setting a notebook up, opening it and locking it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.errors import WeakPassphraseError
from companion.domain.journey import Journey
from companion.domain.text import clean, one_line
from companion.services.appointments import Appointments
from companion.services.exchange import Exchange
from companion.services.home import Home
from companion.services.journal import Journal
from companion.services.pages import Pages
from companion.services.reflecting import Reflecting
from companion.services.safekeeping import Safekeeping, strong_enough

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.domain.clock import Clock
    from companion.services.ports import (
        Archivist,
        Outbox,
        PageWriter,
        PassphraseJudge,
        Shelf,
        Stores,
    )
    from companion.services.vaults import Vault


@dataclass(frozen=True, slots=True)
class OpenNotebook:
    """Everything that can be done while the notebook is open."""

    reflecting: Reflecting
    journal: Journal
    appointments: Appointments
    pages: Pages
    home: Home
    exchange: Exchange


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the services need besides the notebook itself."""

    shelf: Shelf
    """The reflections there are."""
    writer: PageWriter
    """Turns pages into text."""
    outbox: Outbox
    """Writes files."""
    archivist: Archivist
    """Turns everything into files, and other files into entries."""
    judge: PassphraseJudge
    """Judges passphrases."""
    clock: Clock
    """The time."""
    new_id: Callable[[], str]
    """Gives ids."""
    random_bytes: Callable[[int], bytes]
    """Gives unguessable bytes."""


class Notebook:
    """One notebook: absent, locked or open."""

    def __init__(self, vault: Vault, surroundings: Surroundings) -> None:
        """Take what it works with; nothing is opened."""
        self._vault = vault
        self._around = surroundings

    @property
    def folder(self) -> Path:
        """Where the notebook is."""
        return self._vault.folder

    def exists(self) -> bool:
        """Whether a notebook was set up.

        Raises:
            NotANotebookError: If the place named can't hold one, or holds other things.
        """
        return self._vault.exists()

    def strength(self, passphrase: str) -> int:
        """How hard a passphrase is to guess, from 0 to 4."""
        return self._around.judge.strength(passphrase)

    def strong_enough(self, passphrase: str) -> bool:
        """Whether a passphrase may lock a new notebook."""
        return strong_enough(self._around.judge, passphrase)

    def set_up(self, passphrase: str, journey_name: str = "", code: str = "") -> OpenNotebook:
        """Make the notebook with its first journey, and open it.

        Args:
            passphrase: What will open it.
            journey_name: What the person calls the journey; may be empty.
            code: The recovery code, once it was typed back; empty: none.

        Raises:
            WeakPassphraseError: If the passphrase is too easily guessed.
            NotebookExistsError: If there is one already.
            StorageError: If it could not be written; nothing is left behind then.
        """
        if not self.strong_enough(passphrase):
            raise WeakPassphraseError
        now = self._around.clock.now()
        journey = Journey(self._around.new_id(), one_line(clean(journey_name)), now)
        return self._services(self._vault.create(passphrase, journey, code))

    @property
    def safekeeping(self) -> Safekeeping:
        """Its locks, its backups, and what is true of its files."""
        around = self._around
        return Safekeeping(
            self._vault,
            around.judge,
            around.clock,
            around.random_bytes,
            around.writer,
            around.outbox,
        )

    def unlock(self, secret: str) -> OpenNotebook:
        """Open the notebook.

        Args:
            secret: The passphrase, or the recovery code, as typed.

        Raises:
            CompanionError: As `Vault.open` says.
        """
        return self._services(self._vault.open(secret))

    def lock(self) -> None:
        """Shut the notebook and forget the key. Safe to call twice."""
        self._vault.close()

    def _services(self, stores: Stores) -> OpenNotebook:
        around = self._around
        appointments = Appointments(stores.sessions, stores.pages, around.clock, around.new_id)
        pages = Pages(
            stores.reflections,
            stores.sessions,
            stores.pages,
            stores.settings,
            appointments,
            around.writer,
            around.outbox,
            around.clock,
        )
        return OpenNotebook(
            exchange=Exchange(
                stores.archive,
                stores.reflections,
                stores.sessions,
                around.archivist,
                around.outbox,
            ),
            reflecting=Reflecting(
                stores.reflections, stores.sessions, around.shelf, around.clock, around.new_id
            ),
            journal=Journal(stores.reflections, stores.sessions),
            appointments=appointments,
            pages=pages,
            home=Home(
                stores.reflections,
                stores.sessions,
                appointments,
                pages,
                around.shelf,
                around.clock,
            ),
        )
