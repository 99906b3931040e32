"""The page for the next session: what could be on it, what is, and how it leaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.errors import NotForThePageError
from companion.domain.journey import SessionState
from companion.domain.page import Candidate, Line, Page, Section, compose, may_stand
from companion.domain.rhythm import GETTING_READY
from companion.domain.text import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from companion.domain.clock import Clock
    from companion.domain.journey import Session
    from companion.services.appointments import Appointments
    from companion.services.ports import Outbox, PageWriter
    from companion.services.stores import PageStore, ReflectionStore, SessionStore, SettingStore

_NAME = "page.name"
_FOOTER = "page.footer"
_NO = "no"


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything the composer shows for one session."""

    session: Session | None
    """The session the page is for; none is planned: none."""
    candidates: tuple[Candidate, ...]
    """What could be ticked, in the order of the page's sections, then by moment."""
    lines: tuple[Line, ...]
    """What is ticked, in the person's order."""
    page: Page
    """What would be printed."""


class Pages:
    """Composes the page of a session and writes it out."""

    def __init__(
        self,
        reflections: ReflectionStore,
        sessions: SessionStore,
        pages: PageStore,
        settings: SettingStore,
        appointments: Appointments,
        writer: PageWriter,
        outbox: Outbox,
        clock: Clock,
    ) -> None:
        """Take what it works with."""
        self._reflections = reflections
        self._sessions = sessions
        self._pages = pages
        self._settings = settings
        self._appointments = appointments
        self._writer = writer
        self._outbox = outbox
        self._clock = clock

    def desk(self, number: int | None = None) -> Desk:
        """What lies on the table for a session's page.

        Args:
            number: The session's number; none: the next one.

        Raises:
            UnknownSessionError: If there is no session of that number.
        """
        session = self._session(number)
        candidates = self._candidates(session)
        lines = tuple(self._pages.lines(session.id if session else ""))
        return Desk(session, candidates, lines, self._compose(session, candidates, lines))

    def keep(self, desk: Desk, lines: Sequence[Line]) -> Desk:
        """Keep the ticked lines of a page, in order, and show the table again.

        Args:
            desk: The table they were chosen at.
            lines: The ticked lines; of two made of the same answer, the later one counts.

        Raises:
            NotForThePageError: If a line is made of an answer that is no candidate, or
                was moved to a section it may not stand in.
            StorageError: If they could not be written.
        """
        kept = tuple({line.answer_id: self._tidied(line) for line in lines}.values())
        own = {candidate.answer_id: candidate.section for candidate in desk.candidates}
        for line in kept:
            if line.answer_id not in own or not may_stand(own[line.answer_id], line.section):
                raise NotForThePageError
        self._pages.put(desk.session.id if desk.session else "", kept)
        page = self._compose(desk.session, desk.candidates, kept)
        return Desk(desk.session, desk.candidates, kept, page)

    @property
    def name(self) -> str:
        """The name or initials printed at the head; empty: none."""
        return self._settings.get(_NAME)

    def set_name(self, name: str) -> None:
        """Print this name or these initials at the head; empty: none."""
        self._settings.put(_NAME, one_line(clean(name)))

    @property
    def footer(self) -> bool:
        """Whether "How will you keep this page?" is printed."""
        return self._settings.get(_FOOTER) != _NO

    def set_footer(self, *, printed: bool) -> None:
        """Print "How will you keep this page?", or leave it out."""
        self._settings.put(_FOOTER, "" if printed else _NO)

    def render(self, page: Page, form: str = "text") -> str:
        """The page as it will be printed: `text`, `md` or `json`."""
        return self._writer.render(page, form)

    def write(self, page: Page, form: str, file: Path, *, replace: bool = False) -> None:
        """Write the page to a file that is not encrypted, readable by the person alone.

        Raises:
            FileExistsAlreadyError: If the file is there and `replace` is false.
            FileNotWrittenError: If it could not be written.
        """
        self._outbox.write(file, self.render(page, form), replace=replace)

    def _session(self, number: int | None) -> Session | None:
        if number is not None:
            return self._appointments.numbered(number)
        return self._appointments.interval().next

    def _candidates(self, session: Session | None) -> tuple[Candidate, ...]:
        found = self._reflections.candidates(
            self._sessions.journey().id,
            session.id if session else "",
            GETTING_READY,
            self._beginning_of_interval(session),
        )
        order = list(Section)
        return tuple(sorted(found, key=lambda candidate: order.index(candidate.section)))

    def _beginning_of_interval(self, session: Session | None) -> datetime | None:
        before = session.at if session else self._clock.now()
        held = [
            one.at
            for one in self._appointments.all()
            if one.state is SessionState.HELD and one.at < before
        ]
        return max(held, default=None)

    def _compose(
        self, session: Session | None, candidates: Sequence[Candidate], lines: Sequence[Line]
    ) -> Page:
        day = self._clock.local(session.at).date() if session else None
        return compose(lines, candidates, session_on=day, name=self.name, footer=self.footer)

    @staticmethod
    def _tidied(line: Line) -> Line:
        wording = one_line(clean(line.wording))
        return Line(line.answer_id, line.section, line.mode, wording, line.agreed)
