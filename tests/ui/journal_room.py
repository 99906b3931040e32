"""A journal with entries in it, and a long list by itself, for the tests of reading."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from support.builders import a_draft, a_reflection, an_answer
from support.reflections import MemoryReflections
from textual.app import App
from walk_room import Room, open_notebook

from companion.domain.answer import MapPoint
from companion.domain.path import Place, StepKind
from companion.ui.screens.entry import EntryScreen
from companion.ui.screens.journal import JournalScreen
from companion.ui.widgets.answers import Answers
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.list_row import Row
from companion.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Sequence

    from textual.app import ComposeResult
    from textual.pilot import Pilot
    from textual.screen import Screen

    from companion.domain.answer import Answer, Reflection
    from companion.domain.errors import CompanionError

HOSTILE = [
    "I feel [sad] today",
    "a [/ b",
    "[/1]",
    "[@click=app.quit]leave[/]",
    "$warm {words} %s",
    "\x1b[2J\x9b31m gone",
    "\u202eknil",
    "one\ntwo\r\nthree\tfour",
    "漢字" * 90,
    "👩‍👩‍👧‍👦" * 40,
    "e\u0301\u0301\u0301" * 60,
    "x" * 400,
    "مرحبا بالعالم",
    "\u200b\u200b",
]
"""What no screen may be moved by."""

THREE = ("a kite over the pier", "the yellow door", "a kite in the attic")
"""Some texts that people might write."""

DOOR = an_answer("door", "the yellow door", prompt="What happened?")
SEA = an_answer("sea", "how loud the sea was", prompt="What stayed?", place=Place.UNSAID)
RATED = an_answer("open", 7, kind=StepKind.RATING, prompt="How open?", section=None)
POINT = an_answer("map", MapPoint(8, 4), kind=StepKind.MAP, prompt="Where?", section=None)
GATE = an_answer("gate", ("stop",), kind=StepKind.CHOICE, prompt="Go on?", section=None)
NEVER = an_answer("never", "the money", prompt="What do you leave out?", section=None)


def keep(room: Room, *reflections: Reflection) -> None:
    """Put entries into the open journey."""
    store = MemoryReflections(room.memory)
    for reflection in reflections:
        store.put(reflection)


def entries(room: Room, *texts: str, title: str = "Speaking freely") -> list[Reflection]:
    """One entry a day, the first text the oldest."""
    journey = room.memory.journeys[0].id
    made = [
        a_reflection(
            f"entry-{number}",
            an_answer(f"answer-{number}", text),
            when=room.world.clock.now() - timedelta(days=len(texts) - number),
            journey_id=journey,
            title=title,
        )
        for number, text in enumerate(texts)
    ]
    keep(room, *made)
    return made


def entry(
    room: Room, *answers: Answer, draft: bool = False, entry_id: str = "one", **more: object
) -> Reflection:
    """One entry with these answers."""
    make = a_draft if draft else a_reflection
    given = {"journey_id": room.memory.journeys[0].id, "when": room.world.clock.now()} | more
    made = make(entry_id, *answers, **given)  # type: ignore[arg-type]  # passed on
    keep(room, made)
    return made


@asynccontextmanager
async def at_the_journal(
    *texts: str, size: tuple[int, int] = (80, 24), theme: str = "dusk"
) -> AsyncIterator[Room]:
    """The journal of a notebook with an entry for each text."""
    async with open_notebook(size=size, theme=theme) as room:
        entries(room, *texts)
        await room.show(cast("Screen[object]", JournalScreen(room.context)))
        yield room


async def read_entry(room: Room, entry_id: str = "one") -> None:
    """Open an entry over the journal."""
    await room.show(cast("Screen[object]", EntryScreen(room.context, entry_id)))


def listed(room: Room) -> VirtualList:
    return room.screen.query_one(VirtualList)


class Shelf:
    """Rows for a list by itself; remembers what was asked for, and can fail or wait."""

    def __init__(self, height: int, rows: Sequence[Row] = ()) -> None:
        self.height = height
        self.rows = rows
        self.asked: list[tuple[int, int]] = []
        self.failure: CompanionError | None = None

    async def __call__(self, first: int, count: int) -> Sequence[Row]:
        self.asked.append((first, count))
        if self.failure is not None:
            raise self.failure
        if self.rows:
            return self.rows[first : first + count]
        numbers: Iterable[int] = range(first, min(first + count, self.height))
        return [Row(str(n), "Mon 2 Mar", "Speaking freely", f"words {n} end") for n in numbers]


class ListApp(App[None]):
    """A list, and nothing around it."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf
        self.chosen: list[str] = []
        self.failed: list[CompanionError] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        names = ("quiet", "warm", "cool", "fresh", "line", "raised", "on-warm", "on-cool")
        return dict.fromkeys(names, "#808080")

    def compose(self) -> ComposeResult:
        yield VirtualList()

    def on_mount(self) -> None:
        self.query_one(VirtualList).fill(self.shelf.height, self.shelf)

    def on_virtual_list_chosen(self, message: VirtualList.Chosen) -> None:
        self.chosen.append(message.row.id)

    def on_virtual_list_failed(self, message: VirtualList.Failed) -> None:
        self.failed.append(message.error)


@asynccontextmanager
async def a_list(
    shelf: Shelf, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[None], VirtualList, ListApp]]:
    """A list by itself, painted."""
    app = ListApp(shelf)
    async with app.run_test(size=size) as pilot:
        await still(pilot)
        yield pilot, app.query_one(VirtualList), app


async def still(pilot: Pilot[None]) -> None:
    """Wait until what is in sight is read and drawn."""
    await pilot.pause()


def lines(pilot: Pilot[None]) -> list[str]:
    """What is on the screen, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    return [strip.text for strip in strips]


def places(room: Room, entry_id: str = "one") -> dict[str, Place]:
    return {a.id: a.place for a in room.memory.reflections[entry_id].answers}


def here(room: Room) -> str:
    """The id of the answer the cursor is on."""
    answer = room.screen.query_one(Answers).here
    return answer.id if answer else ""


async def reading(room: Room, *answers: Answer, draft: bool = False) -> None:
    entry(room, *answers, draft=draft)
    await read_entry(room)


def typed(room: Room) -> str:
    return room.screen.query_one("#words", LineInput).value


def shown(room: Room, *words: str) -> list[bool]:
    text = room.text()
    return [word in text for word in words]
