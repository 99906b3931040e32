"""The services of an open notebook.

Each is imported and made when it is first asked for: a quick line from the shell waits for
no other. The app imports all of them beforehand, with `import_all`.
"""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from companion.services.shared_services import SharedServices

if TYPE_CHECKING:
    from companion.services.book import Books
    from companion.services.deeds import Deeds
    from companion.services.drawer import Drawer
    from companion.services.exchange import Exchange
    from companion.services.home import Home
    from companion.services.homework import Homework
    from companion.services.journal import Journal
    from companion.services.journey_map import JourneyMaps
    from companion.services.journeys import Journeys
    from companion.services.pacing import Pacing
    from companion.services.page.pages import Pages
    from companion.services.page.resting import Resting

SERVICES = (
    "appointments",
    "book",
    "deeds",
    "drawer",
    "exchange",
    "exported",
    "home",
    "homework",
    "journal",
    "journey_map",
    "journeys",
    "movement",
    "own_help",
    "pacing",
    "pack_keeping",
    "packed_shelf",
    "page.marks",
    "page.pages",
    "page.resting",
    "page.second_sheets",
    "reflecting",
    "rhythm",
    "tasks",
    "undo",
    "vocabulary",
)
"""The modules of all of them."""


def import_all() -> None:
    """Import every service of an open notebook."""
    for name in SERVICES:
        import_module(f"companion.services.{name}")


class OpenNotebook(SharedServices):
    """Everything that can be done while the notebook is open."""

    def forget(self) -> None:
        """Let go of what could be undone, and of one's own help, if they were asked for."""
        made = self.__dict__
        if "undo" in made:
            self.undo.forget()
        if "own_help" in made:
            self.own_help.forget()

    @cached_property
    def journal(self) -> Journal:
        """What was written, to read, find and change."""
        from companion.services.journal import Journal

        return Journal(self._stores.reflections, self._stores.sessions, self._stores.tags)

    @cached_property
    def pages(self) -> Pages:
        """The page that one brings."""
        from companion.services.page.pages import Pages

        return Pages(
            self._stores.reflections,
            self._stores.sessions,
            self._stores.pages,
            self._stores.settings,
            self.appointments,
            self._second,
            self._marks,
            self._around.writer,
            self._around.outbox,
            self.exported,
            self._around.clock,
        )

    @cached_property
    def resting(self) -> Resting:
        """Sleeping on a page."""
        from companion.services.page.resting import Resting

        return Resting(self._marks, self._around.clock)

    @cached_property
    def home(self) -> Home:
        """What home shows: the interval, and the one small thing that is open."""
        from companion.services.home import Home

        return Home(
            self._stores.reflections,
            self._stores.sessions,
            self.appointments,
            self.pages,
            self.agreed,
            self.rhythm,
            self.homework,
            self._shelf,
            self._around.clock,
        )

    @cached_property
    def exchange(self) -> Exchange:
        """Everything out, and entries in."""
        from companion.services.exchange import Exchange

        return Exchange(
            self._stores.archive,
            self._stores.reflections,
            self._stores.sessions,
            self._stores.settings,
            self._around.archivist,
            self._around.outbox,
            self.exported,
        )

    @cached_property
    def drawer(self) -> Drawer:
        """The Unsaid drawer and its ladder."""
        from companion.services.drawer import Drawer

        return Drawer(self._stores.drawer, self._stores.sessions, self._around.clock)

    @cached_property
    def journeys(self) -> Journeys:
        """The therapies."""
        from companion.services.journeys import Journeys

        return Journeys(self._stores.sessions, self._around.clock, self._around.new_id)

    @cached_property
    def journey_maps(self) -> JourneyMaps:
        """The map of the way."""
        from companion.services.journey_map import JourneyMaps

        return JourneyMaps(
            self._stores.way, self._stores.sessions, self.rhythm, self._shelf, self._around.clock
        )

    @cached_property
    def pacing(self) -> Pacing:
        """Offers to stop, to park, to close; and what may come after a reflection."""
        from companion.services.pacing import Pacing

        return Pacing(
            self._stores.reflections, self._stores.sessions, self._shelf, self._around.clock
        )

    @cached_property
    def books(self) -> Books:
        """The book at the end."""
        from companion.services.book import Books

        return Books(
            self._stores.passages,
            self._stores.sessions,
            self._stores.settings,
            self._around.writer,
            self._around.outbox,
            self.exported,
            self._around.clock,
        )

    @cached_property
    def deeds(self) -> Deeds:
        """Deeds that can be undone."""
        from companion.services.deeds import Deeds

        return Deeds(
            self.undo,
            self.journal,
            self.appointments,
            self.drawer,
            self.agreed,
            self.journeys,
            self.vocabulary,
        )

    @cached_property
    def homework(self) -> Homework:
        """Homework from a therapist."""
        from companion.services.homework import Homework

        return Homework(
            self._packs,
            self._around.packs,
            self.agreed,
            self.reflecting,
            self._stores.reflections,
            self._stores.sessions,
            self._around.clock,
        )
