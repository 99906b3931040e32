"""Setting a notebook up, opening it and locking it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.errors import WeakPassphraseError
from companion.domain.journey import Journey
from companion.domain.text import clean, one_line
from companion.services.appointments import Appointments
from companion.services.book import Books
from companion.services.deeds import Deeds
from companion.services.drawer import Drawer
from companion.services.exchange import Exchange
from companion.services.exported import Exported
from companion.services.home import Home
from companion.services.homework import Homework
from companion.services.journal import Journal
from companion.services.journey_map import JourneyMaps
from companion.services.journeys import Journeys
from companion.services.movement import Movement
from companion.services.pacing import Pacing
from companion.services.pack_keeping import PackedShelf, PackKeeping
from companion.services.page_marks import PageMarks
from companion.services.pages import Pages
from companion.services.reflecting import Reflecting
from companion.services.resting import Resting
from companion.services.rhythm import Rhythm
from companion.services.safekeeping import Safekeeping, strong_enough
from companion.services.second_sheets import BothSheets, SecondSheets
from companion.services.tasks import Agreed
from companion.services.undo import Undo
from companion.services.vocabulary import Vocabulary
from companion.services.wiping import Wiping

if TYPE_CHECKING:
    from pathlib import Path

    from companion.services.ports import Shelf
    from companion.services.stores import Stores
    from companion.services.surroundings import Surroundings
    from companion.services.vaults import Vault


@dataclass(frozen=True, slots=True)
class OpenNotebook:
    """Everything that can be done while the notebook is open."""

    reflecting: Reflecting
    journal: Journal
    appointments: Appointments
    pages: Pages
    resting: Resting
    home: Home
    exchange: Exchange
    drawer: Drawer
    journeys: Journeys
    journey_maps: JourneyMaps
    agreed: Agreed
    rhythm: Rhythm
    pacing: Pacing
    vocabulary: Vocabulary
    movement: Movement
    books: Books
    exported: Exported
    undo: Undo
    deeds: Deeds
    homework: Homework


class Notebook:
    """One notebook: absent, locked or open."""

    def __init__(self, vault: Vault, surroundings: Surroundings) -> None:
        """Take what it works with; nothing is opened."""
        self._vault = vault
        self._around = surroundings
        self._undo: Undo | None = None

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
        return self._services(self._vault.open(secret))

    def lock(self) -> None:
        """Shut the notebook, forget the key and what could be undone. Safe to call twice."""
        if self._undo is not None:
            self._undo.forget()
        self._vault.close()

    def _services(self, stores: Stores) -> OpenNotebook:
        around, sessions = self._around, stores.sessions
        movement = Movement(stores.movement, sessions, around.shelf, around.clock)
        second = SecondSheets(stores.reflections, sessions, stores.settings, movement, around.clock)
        waiting = BothSheets(stores.pages, second)
        appointments = Appointments(sessions, waiting, around.clock, around.new_id)
        exported = Exported(stores.settings, around.outbox, around.clock)
        marks = PageMarks(stores.settings, sessions, around.clock)
        pages = self._pages(stores, appointments, second, marks, exported)
        vocabulary = Vocabulary(stores.settings, around.shelf)
        rhythm = Rhythm(stores.settings, around.clock)
        keeping = PackKeeping(stores.settings, sessions, around.packs, around.clock)
        shelf = PackedShelf(around.shelf, keeping)
        reflecting = self._reflecting(stores, vocabulary, shelf)
        agreed = self._agreed(stores, reflecting, exported)
        journal = Journal(stores.reflections, sessions, stores.tags)
        drawer = Drawer(stores.drawer, sessions, around.clock)
        journeys = Journeys(sessions, around.clock, around.new_id)
        homework = self._homework(stores, keeping, agreed, reflecting)
        self._undo = undo = Undo(stores.undo)
        return OpenNotebook(
            exchange=self._exchange(stores, exported),
            reflecting=reflecting,
            journal=journal,
            appointments=appointments,
            pages=pages,
            resting=Resting(marks, around.clock),
            home=self._home(stores, appointments, pages, agreed, rhythm, homework, shelf),
            drawer=drawer,
            journeys=journeys,
            journey_maps=JourneyMaps(stores.way, sessions, rhythm, shelf, around.clock),
            agreed=agreed,
            rhythm=rhythm,
            pacing=Pacing(stores.reflections, sessions, shelf, around.clock),
            vocabulary=vocabulary,
            movement=movement,
            books=self._books(stores, exported),
            exported=exported,
            undo=undo,
            deeds=Deeds(undo, journal, appointments, drawer, agreed, journeys, vocabulary),
            homework=homework,
        )

    def _home(
        self,
        stores: Stores,
        appointments: Appointments,
        pages: Pages,
        agreed: Agreed,
        rhythm: Rhythm,
        homework: Homework,
        shelf: Shelf,
    ) -> Home:
        return Home(
            stores.reflections,
            stores.sessions,
            appointments,
            pages,
            agreed,
            rhythm,
            homework,
            shelf,
            self._around.clock,
        )

    def _homework(
        self, stores: Stores, keeping: PackKeeping, agreed: Agreed, reflecting: Reflecting
    ) -> Homework:
        return Homework(
            keeping,
            self._around.packs,
            agreed,
            reflecting,
            stores.reflections,
            stores.sessions,
            self._around.clock,
        )

    def _exchange(self, stores: Stores, exported: Exported) -> Exchange:
        return Exchange(
            stores.archive,
            stores.reflections,
            stores.sessions,
            stores.settings,
            self._around.archivist,
            self._around.outbox,
            exported,
        )

    def _books(self, stores: Stores, exported: Exported) -> Books:
        return Books(
            stores.passages,
            stores.sessions,
            stores.settings,
            self._around.writer,
            self._around.outbox,
            exported,
            self._around.clock,
        )

    def _pages(
        self,
        stores: Stores,
        appointments: Appointments,
        second: SecondSheets,
        marks: PageMarks,
        exported: Exported,
    ) -> Pages:
        return Pages(
            stores.reflections,
            stores.sessions,
            stores.pages,
            stores.settings,
            appointments,
            second,
            marks,
            self._around.writer,
            self._around.outbox,
            exported,
            self._around.clock,
        )

    def _reflecting(self, stores: Stores, vocabulary: Vocabulary, shelf: Shelf) -> Reflecting:
        return Reflecting(
            stores.reflections,
            stores.sessions,
            stores.drawer,
            vocabulary,
            shelf,
            self._around.clock,
            self._around.new_id,
        )

    def _agreed(self, stores: Stores, reflecting: Reflecting, exported: Exported) -> Agreed:
        return Agreed(
            stores.reflections,
            stores.sessions,
            reflecting,
            self._around.writer,
            self._around.outbox,
            exported,
            self._around.clock,
            self._around.new_id,
        )
