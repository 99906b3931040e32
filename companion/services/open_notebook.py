"""The services of an open notebook, and how they hang together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
from companion.services.own_help import OwnHelpKeeper
from companion.services.pacing import Pacing
from companion.services.pack_keeping import PackedShelf, PackKeeping
from companion.services.page_marks import PageMarks
from companion.services.pages import Pages
from companion.services.reflecting import Reflecting
from companion.services.resting import Resting
from companion.services.rhythm import Rhythm
from companion.services.second_sheets import BothSheets, SecondSheets
from companion.services.tasks import Agreed
from companion.services.undo import Undo
from companion.services.vocabulary import Vocabulary

if TYPE_CHECKING:
    from companion.services.ports import Shelf
    from companion.services.stores import Stores
    from companion.services.surroundings import Surroundings
    from companion.services.vaults import OpenCard


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
    own_help: OwnHelpKeeper
    homework: Homework


class Joinery:
    """Joins the services of one open notebook."""

    def __init__(self, stores: Stores, surroundings: Surroundings, card: OpenCard) -> None:
        """Take what is kept, what is around it, and the card that is open to read."""
        self._stores = stores
        self._around = surroundings
        self._card = card

    def joined(self) -> OpenNotebook:
        """All of them."""
        stores, around, sessions = self._stores, self._around, self._stores.sessions
        movement = Movement(stores.movement, sessions, around.shelf, around.clock)
        second = SecondSheets(stores.reflections, sessions, stores.settings, movement, around.clock)
        waiting = BothSheets(stores.pages, second)
        appointments = Appointments(sessions, waiting, around.clock, around.new_id)
        exported = Exported(stores.settings, around.outbox, around.clock)
        marks = PageMarks(stores.settings, sessions, around.clock)
        pages = self._pages(appointments, second, marks, exported)
        vocabulary = Vocabulary(stores.settings, around.shelf)
        rhythm = Rhythm(stores.settings, around.clock)
        keeping = PackKeeping(stores.settings, sessions, around.packs, around.clock)
        shelf = PackedShelf(around.shelf, keeping)
        reflecting = self._reflecting(vocabulary, shelf)
        agreed = self._agreed(reflecting, exported)
        journal = Journal(stores.reflections, sessions, stores.tags)
        drawer = Drawer(stores.drawer, sessions, around.clock)
        journeys = Journeys(sessions, around.clock, around.new_id)
        homework = self._homework(keeping, agreed, reflecting)
        undo = Undo(stores.undo)
        return OpenNotebook(
            exchange=self._exchange(exported),
            reflecting=reflecting,
            journal=journal,
            appointments=appointments,
            pages=pages,
            resting=Resting(marks, around.clock),
            home=self._home(appointments, pages, agreed, rhythm, homework, shelf),
            drawer=drawer,
            journeys=journeys,
            journey_maps=JourneyMaps(stores.way, sessions, rhythm, shelf, around.clock),
            agreed=agreed,
            rhythm=rhythm,
            pacing=Pacing(stores.reflections, sessions, shelf, around.clock),
            vocabulary=vocabulary,
            movement=movement,
            books=self._books(exported),
            exported=exported,
            undo=undo,
            deeds=Deeds(undo, journal, appointments, drawer, agreed, journeys, vocabulary),
            own_help=OwnHelpKeeper(stores.settings, reflecting, self._card, around.new_id),
            homework=homework,
        )

    def _home(
        self,
        appointments: Appointments,
        pages: Pages,
        agreed: Agreed,
        rhythm: Rhythm,
        homework: Homework,
        shelf: Shelf,
    ) -> Home:
        return Home(
            self._stores.reflections,
            self._stores.sessions,
            appointments,
            pages,
            agreed,
            rhythm,
            homework,
            shelf,
            self._around.clock,
        )

    def _homework(self, keeping: PackKeeping, agreed: Agreed, reflecting: Reflecting) -> Homework:
        return Homework(
            keeping,
            self._around.packs,
            agreed,
            reflecting,
            self._stores.reflections,
            self._stores.sessions,
            self._around.clock,
        )

    def _exchange(self, exported: Exported) -> Exchange:
        return Exchange(
            self._stores.archive,
            self._stores.reflections,
            self._stores.sessions,
            self._stores.settings,
            self._around.archivist,
            self._around.outbox,
            exported,
        )

    def _books(self, exported: Exported) -> Books:
        return Books(
            self._stores.passages,
            self._stores.sessions,
            self._stores.settings,
            self._around.writer,
            self._around.outbox,
            exported,
            self._around.clock,
        )

    def _pages(
        self,
        appointments: Appointments,
        second: SecondSheets,
        marks: PageMarks,
        exported: Exported,
    ) -> Pages:
        return Pages(
            self._stores.reflections,
            self._stores.sessions,
            self._stores.pages,
            self._stores.settings,
            appointments,
            second,
            marks,
            self._around.writer,
            self._around.outbox,
            exported,
            self._around.clock,
        )

    def _reflecting(self, vocabulary: Vocabulary, shelf: Shelf) -> Reflecting:
        return Reflecting(
            self._stores.reflections,
            self._stores.sessions,
            self._stores.drawer,
            vocabulary,
            shelf,
            self._around.clock,
            self._around.new_id,
        )

    def _agreed(self, reflecting: Reflecting, exported: Exported) -> Agreed:
        return Agreed(
            self._stores.reflections,
            self._stores.sessions,
            reflecting,
            self._around.writer,
            self._around.outbox,
            exported,
            self._around.clock,
            self._around.new_id,
        )
