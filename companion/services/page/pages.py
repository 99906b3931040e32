"""The page for the next session: what could be on it, what is, and how it leaves."""

from __future__ import annotations

from dataclasses import replace as changed
from typing import TYPE_CHECKING

from companion.domain.errors import NotForThePageError
from companion.domain.page import Candidate, Kind, Line, Page, compose, handover_of, may_stand
from companion.domain.printing import TEXT_COLUMNS, Printing
from companion.domain.text import clean, one_line
from companion.services.exported import What
from companion.services.page.candidates import Candidates
from companion.services.page.desk import Desk
from companion.services.page.head import PageHead
from companion.services.page.marks import Mark
from companion.services.writing_out import write_out

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from pathlib import Path

    from companion.domain.aloud import AloudLine
    from companion.domain.clock import Clock
    from companion.domain.journey import Session
    from companion.domain.printing import Printed
    from companion.services.appointments import Appointments
    from companion.services.exported import Exported
    from companion.services.page.marks import PageMarks
    from companion.services.page.second_sheets import SecondDesk, SecondSheets
    from companion.services.ports.files import Outbox, PageWriter
    from companion.services.ports.stores import (
        PageStore,
        ReflectionStore,
        SessionStore,
        SettingStore,
    )


class Pages(PageHead):
    """Composes the page of a session and writes it out.

    Every method raises `StorageError` if the notebook can't be read or written.
    """

    def __init__(
        self,
        reflections: ReflectionStore,
        sessions: SessionStore,
        pages: PageStore,
        settings: SettingStore,
        appointments: Appointments,
        second_sheets: SecondSheets,
        marks: PageMarks,
        writer: PageWriter,
        outbox: Outbox,
        exported: Exported,
        clock: Clock,
    ) -> None:
        """Take what it works with."""
        super().__init__(settings)
        self._candidates = Candidates(reflections, sessions, appointments, clock)
        self._sessions = sessions
        self._pages = pages
        self._appointments = appointments
        self._second_sheets = second_sheets
        self._marks = marks
        self._writer = writer
        self._outbox = outbox
        self._exported = exported
        self._clock = clock

    def desk(self, number: int | None = None) -> Desk:
        """What lies on the table for a session's page.

        Args:
            number: The session's number; none: the next one.

        Raises:
            UnknownSessionError: If there is no session of that number.
        """
        session = self._session(number)
        page, since = session.id if session else "", self._candidates.begins(session)
        back = self._candidates.some_sessions_back(session)
        second = self._second_sheets.desk(page, since, back)
        desk = self._laid(session, self._candidates.for_session(session), page, second)
        until = session.at if session else None
        bare = not desk.lines and second.sheet.is_empty
        nothing = self._marks.since(Mark.NOTHING, page, since, until)
        resting = self._marks.since(Mark.RESTING, page, since, until)
        return changed(desk, nothing=bare and nothing is not None, resting_since=resting)

    def handover(self) -> Desk:
        """What lies on the table for a page for a new therapist.

        It is composed as any page is, from what waits or was ticked for it and from what
        was written about the way so far. Nothing about the two of them comes to it.

        Raises:
            StorageError: If the notebook can't be read.
        """
        page = handover_of(self._sessions.journey().id)
        second = self._second_sheets.desk(page, None, None)
        return self._laid(None, self._candidates.for_handover(page), page, second)

    def keep(self, desk: Desk, lines: Sequence[Line]) -> Desk:
        """Keep the ticked lines of a page, in order, and show the table again.

        A page that was kept with nothing on it on purpose is an ordinary one again.

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
        self._not_nothing(desk)
        self._pages.put(desk.kept_under, kept)
        return changed(desk, lines=kept, page=self._compose(desk, kept), nothing=False)

    def keep_nothing(self, desk: Desk) -> Desk:
        """Keep a page with nothing on it, on purpose: every tick is off, quotes and dots too.

        Args:
            desk: The table of a session's page; `bring_back` brings its ticks back.

        Raises:
            StorageError: If it could not be written.
        """
        self._marks.put(Mark.NOTHING, desk.kept_under)
        self._pages.put(desk.kept_under, ())
        if not desk.second.is_bare:
            self._second_sheets.keep(desk.kept_under, (), ())
        second = changed(desk.second, quoted=(), charted=frozenset(), quotes=())
        bare = changed(desk, lines=(), second=second, nothing=True)
        return changed(bare, page=self._compose(bare, ()))

    def bring_back(self, before: Desk) -> Desk:
        """Bring back what `keep_nothing` took off.

        Args:
            before: The table as it was before.

        Raises:
            StorageError: If it could not be written.
        """
        there = {one.answer_id for one in before.candidates}
        kept = self.keep(before, [line for line in before.lines if line.answer_id in there])
        second = before.second
        if second.is_bare:
            return kept
        quotes = self._second_sheets.quotes(second.quoted, second.since)
        return self.keep_second(kept, [one.answer_id for one in quotes], second.charted)

    def brought(self, session: Session) -> bool:
        """Whether lines are on the page of a session: if it was held, they were brought."""
        lines = self._pages.lines(session.id)
        candidates = self._candidates.for_session(session) if lines else ()
        return bool(compose(lines, candidates, session_on=None).sections)

    def keep_second(self, desk: Desk, quoted: Sequence[str], charted: Collection[str]) -> Desk:
        """Keep what is ticked for the second sheet, and show the table again.

        Args:
            desk: The table it was chosen at.
            quoted: The answers to quote, in order.
            charted: The ids of the scales to draw.

        Raises:
            NotForThePageError: If something is no candidate for it.
            StorageError: If it could not be written.
        """
        quotes = self._second_sheets.quotes(quoted, desk.second.since)
        known = {one.answer_id for one in quotes}
        drawn = {one.measure_id for one in desk.second.charts}
        if not known.issuperset(quoted) or not drawn.issuperset(charted):
            raise NotForThePageError
        nothing = desk.nothing and not quoted and not charted
        if not nothing:
            self._not_nothing(desk)
        self._second_sheets.keep(desk.kept_under, quoted, charted)
        second = changed(
            desk.second, quoted=tuple(quoted), charted=frozenset(charted), quotes=quotes
        )
        ticked = changed(desk, second=second, nothing=nothing)
        return changed(ticked, page=self._compose(ticked, ticked.lines))

    def render(self, page: Page, form: str = "text", columns: int = TEXT_COLUMNS) -> str:
        """The page as it will be printed: `text`, `md`, `html` or `json`.

        Args:
            page: What is printed.
            form: The form.
            columns: As `text`, the most cells a line takes (20 or more).
        """
        return self._writer.render(page, form, columns)

    def print_page(self, page: Page, printing: Printing) -> Printed:
        """The page as a PDF, for wherever it goes; `PrintingFailedError` if it can't be set."""
        return self._writer.print_page(page, printing)

    def read_aloud(self, page: Page) -> tuple[AloudLine, ...]:
        """The page as it is read aloud: line by line, all that is printed and nothing else."""
        return self._writer.read_aloud(page)

    def write(
        self,
        page: Page,
        form: str,
        file: Path,
        printing: Printing = Printing(),  # noqa: B008  a frozen value
        *,
        replace: bool = False,
    ) -> tuple[str, ...]:
        """Write the page to a file, readable by the person alone, and remember where.

        It is not encrypted, but for a PDF with a password. Sleeping on it is over.

        Args:
            page: What is printed.
            form: `text`, `md`, `html`, `json` or `pdf`.
            file: Where.
            printing: For a PDF: paper, size of the print, a password.
            replace: Whether a file of that name may be written over.

        Returns:
            The characters for which a PDF has no letter shape here; of a text none.

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
            lambda: self.render(page, form),
            lambda: self.print_page(page, printing),
            replace=replace,
        )
        self._exported.remember(file, What.PAGE)
        ahead = self._session(None)
        if page.kind is Kind.SESSION and page.session_on == self._day_of(ahead):
            self._marks.take(Mark.RESTING, ahead.id if ahead else "")
        return unshown

    def _not_nothing(self, desk: Desk) -> None:
        # What is kept on the page of a session that is over says nothing about the next one.
        ahead = desk.session is None or desk.session.at > self._clock.now()
        if desk.kind is Kind.SESSION and ahead:
            self._marks.take(Mark.NOTHING, desk.kept_under)

    def _session(self, number: int | None) -> Session | None:
        if number is not None:
            return self._appointments.numbered(number)
        return self._appointments.interval().next

    def _laid(
        self,
        session: Session | None,
        candidates: tuple[Candidate, ...],
        page: str,
        second: SecondDesk,
    ) -> Desk:
        lines = tuple(self._pages.lines(page))
        kind = Kind.SESSION if page in {"", session.id if session else ""} else Kind.HANDOVER
        bare = Desk(session, candidates, lines, Page(None, (), kind=kind), page, second)
        return changed(bare, page=self._compose(bare, lines))

    def _compose(self, desk: Desk, lines: Sequence[Line]) -> Page:
        return compose(
            lines,
            desk.candidates,
            session_on=self._day_of(desk.session),
            name=self.name,
            footer=self.footer,
            kind=desk.kind,
            second=desk.second.sheet,
        )

    def _day_of(self, session: Session | None) -> date | None:
        return self._clock.local(session.at).date() if session else None

    @staticmethod
    def _tidied(line: Line) -> Line:
        wording = one_line(clean(line.wording))
        return Line(line.answer_id, line.section, line.mode, wording, line.agreed)
