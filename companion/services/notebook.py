"""Setting a notebook up, opening it and locking it again.

What only an open notebook needs is imported then: the unlock screen is shown without it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from companion.domain.errors import WeakPassphraseError
from companion.domain.text import clean, one_line
from companion.services.wiping import Wiping

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.services.open_notebook import OpenNotebook
    from companion.services.own_help import OwnHelpKeeper
    from companion.services.ports.stores import Stores
    from companion.services.ports.vaults import Vault
    from companion.services.safekeeping import Safekeeping
    from companion.services.surroundings import Surroundings


class Notebook:
    """One notebook: absent, locked or open."""

    def __init__(self, vault: Vault, surroundings: Callable[[], Surroundings]) -> None:
        """Take what it works with; nothing is opened.

        Args:
            vault: Where it is kept.
            surroundings: Gives what else is needed, once it is needed: before that a person
                waits for nothing but the unlock screen.
        """
        self._vault = vault
        self._surroundings = surroundings
        self._opened: OpenNotebook | None = None

    @cached_property
    def _around(self) -> Surroundings:
        return self._surroundings()

    def prepare(self) -> None:
        """Read what every home asks for first, the paths, while the passphrase is typed.

        Raises:
            ContentError: If companion's own files make no sense.
        """
        self._around.shelf.paths()

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
        from companion.services.safekeeping import strength_of

        return strength_of(self._around.judge, passphrase)

    def strong_enough(self, passphrase: str) -> bool:
        """Whether a passphrase may lock a new notebook."""
        from companion.services.safekeeping import strong_enough

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
        from companion.domain.journey import Journey

        if not self.strong_enough(passphrase):
            raise WeakPassphraseError
        now = self._around.clock.now()
        journey = Journey(self._around.new_id(), one_line(clean(journey_name)), now)
        return self._open(self._vault.create(passphrase, journey, code))

    @property
    def safekeeping(self) -> Safekeeping:
        """Its locks, its backups, and what is true of its files."""
        from companion.services.safekeeping import Safekeeping

        around = self._around
        return Safekeeping(
            self._vault,
            around.judge,
            around.clock,
            around.random_bytes,
            around.writer,
            around.outbox,
        )

    @property
    def own_help(self) -> OwnHelpKeeper | None:
        """What the person wrote for their hard moments; none: the notebook is shut."""
        return self._opened.own_help if self._opened is not None else None

    @property
    def card_lines(self) -> tuple[str, ...]:
        """What they chose to leave readable while it is shut; empty unless they did."""
        return self._vault.card.lines()

    @property
    def wiping(self) -> Wiping:
        """Removes it for good."""
        return Wiping(self._vault)

    def unlock(self, secret: str) -> OpenNotebook:
        """Open the notebook.

        Args:
            secret: The passphrase, or the recovery code, as typed.

        Raises:
            CompanionError: As `Vault.open` says.
        """
        return self._open(self._vault.open(secret))

    def lock(self) -> None:
        """Shut the notebook, forget the key and what could be undone. Safe to call twice."""
        if self._opened is not None:
            self._opened.forget()
            self._opened = None
        self._vault.close()

    def _open(self, stores: Stores) -> OpenNotebook:
        from companion.services.open_notebook import OpenNotebook

        self._opened = OpenNotebook(stores, self._around, self._vault.card)
        return self._opened
