"""A table with candidates on it, for the tests of the page: kept in memory, really printed."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import App

import companion
from companion.catalog.language import Language
from companion.domain.errors import StorageError
from companion.domain.journey import Journey, Session, SessionState
from companion.domain.page import Candidate, Line, Mode, Origin, Section
from companion.export.outbox import Outbox
from companion.export.writer import Writer
from companion.services.appointments import Appointments
from companion.services.exported import Exported
from companion.services.page.marks import PageMarks
from companion.services.page.pages import Pages
from companion.services.page.resting import Resting
from companion.services.page.second_sheets import SecondSheets
from companion.ui.context import Context
from companion.ui.in_order import InOrder
from companion.ui.screens.page import PageScreen
from companion.ui.themes import own_themes
from companion.ui.widgets.composer import Composer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import PurePath

    from textual.pilot import Pilot

    from companion.services.house import House
    from companion.services.movement import Movement
    from companion.services.open_notebook import OpenNotebook
    from companion.services.ports.stores import ReflectionStore, SessionStore

PACKAGE = Path(companion.__file__).parent
NOW = datetime(2026, 11, 24, 19, 0, tzinfo=UTC)
NEXT = Session("s12", "j", 12, datetime(2026, 11, 26, 17, 30, tzinfo=UTC))
LAST = Session("s11", "j", 11, datetime(2026, 11, 19, 17, 30, tzinfo=UTC), SessionState.HELD)

SISTER = "My sister wants an answer about the summer."
ASKED = "It wants to be asked, and not counted on."
TABLE = "You can be fond of people and still dread the long table."
READ_OUT = "Would it be all right if I read something out?"
QUIET = "When it goes quiet I can't tell whether you're with me."
NOTES = "How long do you keep your notes?"
NOT_YET = "The summer itself. Not yet."


def candidate(name: str, text: str, section: Section, prompt: str = "What is it?") -> Candidate:
    """A candidate whose answer's id is its name."""
    origin = Origin(f"entry-{name}", "What moves in me", prompt, NOW)
    return Candidate(name, text, section, origin)


CANDIDATES = (
    candidate("sister", SISTER, Section.ONE_THING),
    candidate("asked", ASKED, Section.TALK, "What does this feeling want?"),
    candidate("table", TABLE, Section.TALK),
    candidate("read-out", READ_OUT, Section.TALK),
    candidate("quiet", QUIET, Section.ABOUT_US),
    candidate("notes", NOTES, Section.QUESTIONS),
    candidate("not-yet", NOT_YET, Section.NOT_TODAY),
)


class StillClock:
    """It is always the evening of 24 November 2026, in UTC."""

    def now(self) -> datetime:
        return NOW

    def local(self, moment: datetime) -> datetime:
        return moment

    def from_local(self, wall: datetime) -> datetime:
        return wall.replace(tzinfo=UTC)


class PageShelf:
    """Keeps ticked lines; can be told that the disk is full."""

    def __init__(self, lines: Sequence[Line] = ()) -> None:
        self.kept = list(lines)
        self.full = False

    def lines(self, session_id: str) -> list[Line]:
        del session_id
        return list(self.kept)

    def put(self, session_id: str, lines: Sequence[Line]) -> None:
        del session_id
        if self.full:
            raise StorageError
        self.kept = list(lines)

    def carry(self, session_id: str) -> None:
        del session_id


class Settings:
    """Settings in a dictionary."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.full = False

    def get(self, name: str) -> str:
        return self.kept.get(name, "")

    def put(self, name: str, value: str) -> None:
        if self.full:
            raise StorageError
        self.kept[name] = value


class Room:
    """What lies behind the screen, to look at in a test."""

    def __init__(
        self,
        lines: Sequence[Line],
        candidates: Sequence[Candidate],
        topics: Sequence[object] = (),
    ) -> None:
        self.words = Language()
        self.writer = Writer(self.words)
        self.shelf = PageShelf(lines)
        self.settings = Settings()
        sessions = SimpleNamespace(
            journey=lambda: Journey("j", "", NOW), sessions=lambda _: [LAST, NEXT]
        )
        found = SimpleNamespace(
            candidates=lambda *_: list(candidates),
            quotable=lambda _, __, offset, limit: list(candidates)[::-1][offset : offset + limit],
            count_quotable=lambda *_: len(candidates),
            quoted=lambda _, __, wanted: [one for one in candidates if one.answer_id in wanted],
        )
        clock = StillClock()
        self.exported = Exported(self.settings, Outbox(), clock)
        planned, reflections = cast("SessionStore", sessions), cast("ReflectionStore", found)
        self.marks = PageMarks(self.settings, planned, clock)
        movement = cast("Movement", SimpleNamespace(since=lambda _: topics))
        self.pages = Pages(
            reflections,
            planned,
            self.shelf,
            self.settings,
            Appointments(planned, self.shelf, clock, str),
            SecondSheets(reflections, planned, self.settings, movement, clock),
            self.marks,
            self.writer,
            Outbox(),
            self.exported,
            clock,
        )
        self.house = cast("House", SimpleNamespace(words=self.words, clock=clock))
        self.opened = cast(
            "OpenNotebook",
            SimpleNamespace(
                pages=self.pages, exported=self.exported, resting=Resting(self.marks, clock)
            ),
        )

    @property
    def ticked(self) -> list[str]:
        """The ids of the ticked lines, as they are kept."""
        return [line.answer_id for line in self.shelf.kept]

    def line(self, answer_id: str) -> Line:
        return next(line for line in self.shelf.kept if line.answer_id == answer_id)


class PageApp(App[None]):
    """The composer, and nothing around it."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [PACKAGE / "ui" / "companion.tcss"]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, room: Room, theme: str = "dusk") -> None:
        super().__init__()
        self.room = room
        self.in_order = InOrder()
        for one in own_themes():
            self.register_theme(one)
        self.theme = theme

    async def on_mount(self) -> None:
        await self.push_screen(PageScreen(self.context))

    @property
    def context(self) -> Context:
        return Context(self.room.house, self.room.opened, self.in_order)


@asynccontextmanager
async def at_the_table(
    *,
    lines: Sequence[Line] = (),
    candidates: Sequence[Candidate] = CANDIDATES,
    topics: Sequence[object] = (),
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[tuple[Pilot[None], Room]]:
    """The composer, ready to be used."""
    room = Room(lines, candidates, topics)
    app = PageApp(room)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot, room
    app.in_order.close()


async def settle(pilot: Pilot[None]) -> None:
    """Wait until everything that was asked of the notebook is done and drawn."""
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and wait for what they do."""
    await pilot.press(*keys)
    await settle(pilot)


async def go_to(pilot: Pilot[None], answer_id: str) -> None:
    """Put the cursor on a line."""
    composer = pilot.app.screen.query_one(Composer)
    await pilot.press("home")
    for _ in range(len(CANDIDATES) + 1):
        if composer.here is not None and composer.here.id == answer_id:
            break
        await pilot.press("down")
    await settle(pilot)
    assert composer.here is not None
    assert composer.here.id == answer_id


def screen_text(pilot: Pilot[None]) -> str:
    """What is on the screen, row by row."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def said(pilot: Pilot[None]) -> list[str]:
    """The short lines that were told."""
    return [notice.message for notice in pilot.app._notifications]


def line(
    answer_id: str,
    section: Section = Section.TALK,
    mode: Mode = Mode.DISCUSS,
    wording: str = "",
    *,
    agreed: bool = False,
) -> Line:
    """A ticked line."""
    return Line(answer_id, section, mode, wording, agreed)
