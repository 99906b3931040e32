"""An open notebook whose preferences are kept in memory, with the app's own keyboard."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from support.fakes import FakeDirectory, FakeShelf, MemoryPreferences, PlainWriter
from support.screens import press, seen, settled
from support.time import NOW
from support.world import World
from textual.widgets import Static

from companion.catalog.guide import Guide
from companion.catalog.language import Language
from companion.catalog.shelf import Bookshelf
from companion.domain.crisis import CrisisCountry
from companion.domain.safekeeping import Process
from companion.services.help_now import HelpNow
from companion.services.house import House
from companion.services.leaflets import Leaflets
from companion.services.preferences import PreferenceKeeper
from companion.ui.app import CompanionApp
from companion.ui.keyboard import AppKeyboard

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot
    from textual.screen import Screen

    from companion.domain.preferences import Preferences

WORDS = Language("en")
"""The interface's own sentences."""
GB = CrisisCountry("GB", "United Kingdom", ("999",), (), ("a book", "a page"), NOW.date())
PROCESS = Process(no_core_dumps=True, not_dumpable=True, sqlcipher="4.9")
_DRAWN = {ord(sign): " " for sign in "│▁▂▃▄▅▆▇█▔"}  # frames and scroll bars
SIZES = [(40, 12), (60, 20), (80, 24), (120, 36), (200, 50)]


@dataclass
class Room:
    """What lies behind the screen, to look at in a test."""

    pilot: Pilot[None]
    app: CompanionApp
    world: World
    file: MemoryPreferences

    @property
    def screen(self) -> Screen[object]:
        return self.app.screen

    @property
    def told(self) -> list[str]:
        return [notice.message for notice in self.app._notifications]

    async def press(self, *keys: str) -> None:
        await press(self.pilot, *keys)

    async def click(self, where: str, offset: tuple[int, int] = (0, 0)) -> None:
        await self.pilot.click(where, offset=offset)
        await settled(self.pilot)

    def text(self) -> str:
        return seen(self.pilot)

    def words(self) -> str:
        """What is on the screen, on one line."""
        return " ".join(self.text().translate(_DRAWN).split())

    def says(self, selector: str) -> str:
        """What the texts of a selector say, on one line."""
        found = self.screen.query(selector).results(Static)
        return " ".join(" ".join(str(one.content) for one in found).split())

    def foot(self) -> str:
        """The line of keys."""
        return self.text().splitlines()[-1]


@asynccontextmanager
async def settings(
    *keys: str,
    kept: Preferences | None = None,
    file: MemoryPreferences | None = None,
    size: tuple[int, int] = (80, 24),
    world: World | None = None,
) -> AsyncIterator[Room]:
    """Home, and some keys pressed there."""
    world = world or World(shelf=FakeShelf())
    found = file or MemoryPreferences(kept)
    keeper = PreferenceKeeper(found, AppKeyboard, lambda: ["en"])
    house = House(
        world.notebook,
        WORDS,
        HelpNow(FakeDirectory(GB), world.clock),
        keeper,
        world.clock,
        guide=Guide(),
        leaflets=lambda: Leaflets(Guide(), PlainWriter(), world.outbox, Bookshelf()),
        inspect=lambda: PROCESS,
    )
    app = CompanionApp(house, world.opened())
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, *keys)
        yield Room(pilot, app, world, found)
