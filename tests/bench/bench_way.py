"""How long the way of a short therapy and of a very long one take to be shown; run as a script.

python tests/bench/bench_way.py [MOST_ENTRIES]
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Self

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.fakes import FakeArchivist, FakeDirectory, FakeJudge, MemoryOutbox, PlainWriter
from support.fakes import MemoryPreferences as Preferences
from support.keeping import counting_bytes
from support.time import CounterIds, FixedClock

from companion.catalog.language import Language
from companion.catalog.packs.shelf import PackFiles
from companion.catalog.shelf import Bookshelf
from companion.domain.answer import Answer, Reflection
from companion.domain.journey import Session, SessionState
from companion.domain.page import Section
from companion.domain.path import Form, Place, StepKind
from companion.services.help_now import HelpNow
from companion.services.house import House
from companion.services.notebook import Notebook
from companion.services.preferences import PreferenceKeeper
from companion.services.surroundings import Surroundings
from companion.storage.store.reflections import keep
from companion.storage.vault.keys import CHEAPEST
from companion.storage.vault.vault import FolderVault
from companion.ui.app import CompanionApp
from companion.ui.context import Context
from companion.ui.screens.journey_map import JourneyMapScreen
from companion.ui.widgets.way import Way

if TYPE_CHECKING:
    from textual.strip import Strip

    from companion.services.open_notebook import OpenNotebook

BEGAN = datetime(2018, 1, 3, 17, tzinfo=UTC)
WEEK = timedelta(days=7)
SHORT, LONG = (3, 12), (300, 100_000)
RUNS = 25
GOAL = 1.25
SIZE = (120, 36)
PATHS = ("echo", "trust", "hope", "feelings", "noticed", "managed")
RARE = ("sense", "bump", "agreement")
RARELY = 1_000
STEPS = {"sense": "two-sentences", "agreement": "work-on"}


def entry(number: int, at: datetime, journey_id: str) -> Reflection:
    """A walk on one of the paths, or a free line."""
    path = PATHS[number // 3 % len(PATHS)] if number % 3 == 0 else "note"
    if number % RARELY == 0:
        path = RARE[number // RARELY % len(RARE)]
    text = f"A few words, number {number}"
    place = Place.UNSAID if number % 10 == 9 else Place.HERE
    answer = Answer(
        f"a{number}", STEPS.get(path, path), StepKind.TEXT, "?", text, text, place, Section.TALK
    )
    return Reflection(
        id=f"{number:032x}",
        journey_id=journey_id,
        path_id=path,
        path_version=1,
        language="en",
        title=path,
        form=Form.FULL,
        started_at=at,
        happened_at=at,
        finished_at=at,
        at_step="",
        answers=(answer,),
    )


def notebook(folder: Path, sessions: int, entries: int) -> tuple[House, OpenNotebook]:
    """A notebook of a therapy of so many weeks, with so many entries."""
    vault = FolderVault(folder, profile=CHEAPEST, allow_cheapest=True)
    clock = FixedClock(BEGAN + sessions * WEEK)
    around = Surroundings(
        Bookshelf(),
        PackFiles(),
        PlainWriter(),
        MemoryOutbox(),
        FakeArchivist(),
        FakeJudge(),
        clock,
        CounterIds(),
        counting_bytes(),
    )
    kept = Notebook(vault, lambda: around)
    opened = kept.set_up("four grey herons by the weir", "Wednesdays")
    journey_id = opened.journeys.open.id
    opened.appointments._sessions.put(
        Session(f"s{n}", journey_id, n + 1, BEGAN + n * WEEK, SessionState.HELD)
        for n in range(sessions)
    )
    step = sessions * WEEK / entries
    for first in range(0, entries, 2_000):
        with vault._required().database.writing() as connection:
            for number in range(first, min(first + 2_000, entries)):
                keep(connection, entry(number, BEGAN + number * step, journey_id))
    preferences = PreferenceKeeper(Preferences())
    house = House(kept, Language("en"), HelpNow(FakeDirectory(), clock), preferences, clock)
    return house, opened


class Watch:
    """Says when everything in sight is drawn, the names below the stations included."""

    def __init__(self) -> None:
        self.shown = asyncio.Event()
        self._render = Way.render_line

    def __enter__(self) -> Self:
        watch, render = self, self._render

        def render_line(way: Way, y: int) -> Strip:
            line = render(way, y)
            if way._titles and not way._wanted():
                watch.shown.set()
            return line

        Way.render_line = render_line  # type: ignore[method-assign] - on purpose
        return self

    def __exit__(self, *_: object) -> None:
        Way.render_line = self._render  # type: ignore[method-assign] - as it was


async def shown(app: CompanionApp, screen: JourneyMapScreen) -> float:
    """Seconds from going to the way until it is drawn."""
    with Watch() as watch:
        begun = perf_counter()
        app.push_screen(screen)
        await watch.shown.wait()
        return perf_counter() - begun


async def measure(made: list[tuple[House, OpenNotebook]]) -> list[list[float]]:
    """The times of all, by turns, so that a busy machine is busy for each of them."""
    house, opened = made[0]
    app = CompanionApp(house, opened)
    took: list[list[float]] = [[] for _ in made]
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for _ in range(RUNS):
            for times, one in zip(took, made, strict=True):
                times.append(await shown(app, JourneyMapScreen(Context(*one, app.in_order))))
                app.pop_screen()
                await pilot.pause()
    return took


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Print both, and what they come to."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else LONG[1]
    sizes = (SHORT, (LONG[0], most))
    with tempfile.TemporaryDirectory() as folder:
        made = [notebook(Path(folder) / f"{weeks}", weeks, entries) for weeks, entries in sizes]
        took = asyncio.run(measure(made))
        for house, _ in made:
            house.notebook.lock()
    for (weeks, entries), times in zip(sizes, took, strict=True):
        middle, longest = median(times) * 1000, max(times) * 1000
        say(f"{weeks:4} sessions {entries:8} entries {middle:8.1f} ms   (longest {longest:.1f})")
    ratio = median(took[1]) / median(took[0])
    say(f"the long way to the short one: {ratio:.2f} (goal: {GOAL} at most)")
    return 0 if ratio <= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
