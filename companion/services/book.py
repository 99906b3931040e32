"""The book at the end: what could be in it, what is ticked, and how it leaves."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from companion.domain.book import Book, Passage, bind
from companion.domain.movement import held_in
from companion.domain.printing import Printing
from companion.domain.setting_values import from_kept
from companion.domain.text import clean, one_line
from companion.services.exported import What
from companion.services.writing_out import write_out

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime
    from pathlib import Path

    from companion.domain.clock import Clock
    from companion.services.exported import Exported
    from companion.services.ports.answer_stores import PassageStore
    from companion.services.ports.files import Outbox, PageWriter
    from companion.services.ports.stores import SessionStore, SettingStore

_TICKED = "book.ticked."
_DAYS = "book.days."
_NAME = "book.name"
_YES = "yes"


@dataclass(frozen=True, slots=True)
class BookDesk:
    """Everything that lies on the table while a book is chosen."""

    journey_id: str
    """The journey it is of."""
    passages: tuple[Passage, ...]
    """What could be ticked, the oldest first."""
    ticked: frozenset[str]
    """The ids of the answers that are, all of them among the passages."""
    held: tuple[datetime, ...]
    """When the sessions that were held began (aware, UTC), by time."""
    name: str = ""
    """The name to print; empty: none."""
    with_days: bool = False
    """Whether the days of sessions are printed."""


class Books:
    """Composes the book of a journey and writes it out. Ticks are kept, so it may take weeks."""

    def __init__(
        self,
        passages: PassageStore,
        sessions: SessionStore,
        settings: SettingStore,
        writer: PageWriter,
        outbox: Outbox,
        exported: Exported,
        clock: Clock,
    ) -> None:
        """Take what it works with."""
        self._passages = passages
        self._sessions = sessions
        self._settings = settings
        self._writer = writer
        self._outbox = outbox
        self._exported = exported
        self._clock = clock

    def desk(self, journey_id: str = "") -> BookDesk:
        """What lies on the table for a journey's book. Nothing is ticked at the beginning.

        Args:
            journey_id: The journey; empty: the open one.

        Raises:
            StorageError: If the notebook can't be read.
        """
        journey = journey_id or self._sessions.journey().id
        passages = tuple(self._passages.passages(journey))
        held = held_in(self._sessions.sessions(journey), self._clock.now())
        known = {one.answer_id for one in passages}
        return BookDesk(
            journey,
            passages,
            frozenset(known & _ids(self._settings.get(f"{_TICKED}{journey}"))),
            tuple(one.at for one in held),
            self._settings.get(_NAME),
            self._settings.get(f"{_DAYS}{journey}") == _YES,
        )

    def tick(self, desk: BookDesk, ticked: Collection[str]) -> BookDesk:
        """Keep what is ticked, and show the table again.

        Args:
            desk: The table it was chosen at.
            ticked: The ids of the answers that are ticked now; others than the passages'
                are left out.

        Raises:
            StorageError: If it could not be written; what was kept before stays.
        """
        chosen = frozenset(ticked) & {one.answer_id for one in desk.passages}
        self._settings.put(f"{_TICKED}{desk.journey_id}", json.dumps(sorted(chosen)))
        return replace(desk, ticked=chosen)

    def show_days(self, desk: BookDesk, *, shown: bool) -> BookDesk:
        """Keep whether the days of sessions are printed, and show the table again.

        Raises:
            StorageError: If it could not be written.
        """
        self._settings.put(f"{_DAYS}{desk.journey_id}", _YES if shown else "")
        return replace(desk, with_days=shown)

    def call(self, desk: BookDesk, name: str) -> BookDesk:
        """Keep the name to print, or none, and show the table again.

        Raises:
            StorageError: If it could not be written.
        """
        tidy = one_line(clean(name))
        self._settings.put(_NAME, tidy)
        return replace(desk, name=tidy)

    def bound(self, desk: BookDesk) -> Book:
        """The book that the table makes."""
        day_of = self._day_of if desk.with_days else None
        return bind(desk.passages, desk.ticked, desk.held, name=desk.name, day_of=day_of)

    def render(self, book: Book, form: str = "text") -> str:
        """The book as it is read: `text`, `md` or `html`."""
        return self._writer.book(book, form)

    def write(
        self,
        book: Book,
        form: str,
        file: Path,
        printing: Printing | None = None,
        *,
        replace: bool = False,
    ) -> tuple[str, ...]:
        """Write the book to a file that is not encrypted, readable by the person alone.

        Args:
            book: What is printed.
            form: `text`, `md`, `html` or `pdf`.
            file: Where.
            printing: How a PDF is printed; none: as `Printing` says by itself.
            replace: Whether a file that is there already may be replaced.

        Returns:
            The characters for which a PDF has no letter shape; they are blank boxes in it.

        Raises:
            FileExistsAlreadyError: If the file is there and `replace` is false.
            FileNotWrittenError: If it could not be written.
            PrintingFailedError: If no PDF could be made; nothing is written.
            FileNotRememberedError: If it was written and could not be remembered.
        """
        unshown = write_out(
            self._outbox,
            file,
            form,
            lambda: self.render(book, form),
            lambda: self._writer.print_book(book, printing or Printing()),
            replace=replace,
        )
        self._exported.remember(file, What.BOOK)
        return unshown

    def _day_of(self, moment: datetime) -> date:
        return self._clock.local(moment).date()


def _ids(kept: str) -> set[str]:
    try:
        found = from_kept(kept)
    except ValueError:  # only a hand from outside can have written it
        return set()
    return {one for one in found if isinstance(one, str)} if isinstance(found, list) else set()
