"""An open notebook on fakes, and screens of it to walk through by keys and by mouse."""

from __future__ import annotations

import threading
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from support.fakes import FakeDirectory, FakeShelf, MemoryPreferences
from support.shelves import MAP_ENDS
from support.shelves import path as path_of
from support.world import World

from companion.catalog.language import Language
from companion.domain.path import Step, StepKind, WordGroup
from companion.domain.preferences import Preferences
from companion.services.help_now import HelpNow
from companion.services.house import House
from companion.services.preferences import PreferenceKeeper
from companion.ui.app import CompanionApp
from companion.ui.context import Context
from companion.ui.screens.reflect import ReflectScreen
from companion.ui.widgets.moves import Kept, KeptWord

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from support.memory import Memory
    from support.reflections import MemoryReflections
    from textual.pilot import Pilot
    from textual.screen import Screen

    from companion.domain.answer import Answer, Reflection
    from companion.domain.path import ReflectionPath
    from companion.domain.walk import Walk
    from companion.services.open_notebook import OpenNotebook
    from companion.ui.widgets.steps.view import StepView

WORDS = Language("en")
"""The interface's own sentences."""

_MANY = (
    WordGroup("warm", 8, 6, ("glad", "fond", "proud", "touched", "amused")),
    WordGroup("bright", 9, 9, ("eager", "lively", "daring", "giddy", "amazed")),
    WordGroup("heavy", 2, 2, ("sad", "weary", "lonely", "hurt", "guilty")),
)
WORDS_STEP = Step(
    "words",
    StepKind.WORDS,
    "Is one right?",
    near="map",
    groups=_MANY,
    outside=("mixed", "numb", "no word"),
)
FEEL = path_of("p", "P", Step("map", StepKind.MAP, "Where?", scales=MAP_ENDS), WORDS_STEP)
"""A path with a map, and with words in three parts of it."""

NOTHING = "nothing"
"""What `Room.result` holds before a screen is dismissed."""


@dataclass
class Room:
    """What lies behind the screen, to look at in a test."""

    pilot: Pilot[None]
    world: World
    opened: OpenNotebook
    context: Context
    result: object = NOTHING

    @property
    def app(self) -> CompanionApp:
        return cast("CompanionApp", self.pilot.app)

    @property
    def memory(self) -> Memory:
        return self.world.memory

    @property
    def screen(self) -> Screen[object]:
        return self.app.screen

    @property
    def view(self) -> StepView:
        """The step that is shown."""
        view = cast("ReflectScreen", self.screen)._view
        assert view is not None
        return view

    @property
    def step(self) -> str:
        """The id of the step that is shown."""
        return self.view.asked.step.id

    @property
    def kept_word(self) -> Kept:
        return self.screen.query_one(KeptWord).kept

    @property
    def told(self) -> list[str]:
        return [notice.message for notice in self.app._notifications]

    def kept(self) -> Reflection:
        """The one reflection in the notebook."""
        (found,) = self.memory.reflections.values()
        return found

    def answer(self, step_id: str) -> Answer:
        """What the notebook has for a step."""
        return next(a for a in self.kept().answers if a.step_id == step_id)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settle()

    async def click(self, where: object, offset: tuple[int, int] = (0, 0)) -> None:
        await self.pilot.click(where, offset=offset)  # type: ignore[arg-type] - a type or a selector
        await self.settle()

    async def settle(self) -> None:
        """Wait until everything that was asked of the notebook is done and drawn."""
        await self.pilot.pause()

    async def show(self, screen: Screen[object]) -> None:
        def remember(result: object) -> None:
            self.result = result

        await self.app.push_screen(screen, remember)
        await self.settle()

    def text(self) -> str:
        """What is on the screen, row by row."""
        strips = self.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)


@asynccontextmanager
async def open_notebook(
    *paths: ReflectionPath, size: tuple[int, int] = (80, 24), theme: str = "dusk"
) -> AsyncIterator[Room]:
    """Home, of a notebook with these paths; none named: all the small ones."""
    world = World(shelf=FakeShelf(paths or None))
    opened = world.opened()
    keeper = PreferenceKeeper(MemoryPreferences(Preferences(theme=theme)))
    house = House(world.notebook, WORDS, HelpNow(FakeDirectory(), world.clock), keeper, world.clock)
    app = CompanionApp(house, opened)
    async with app.run_test(size=size, notifications=True) as pilot:
        room = Room(pilot, world, opened, Context(house, opened, app.in_order))
        await room.settle()
        yield room


@asynccontextmanager
async def walking(
    path: ReflectionPath,
    *,
    at: str = "",
    walk: Callable[[Walk], Walk] = lambda walk: walk,
    size: tuple[int, int] = (80, 24),
    theme: str = "dusk",
) -> AsyncIterator[Room]:
    """A walk along a path, at its first step or at another."""
    async with open_notebook(path, size=size, theme=theme) as room:
        begun = walk(room.opened.reflecting.begin(path.id))
        while at and begun.step.id != at and not begun.at_end:
            begun = begun.forward()
        await room.show(cast("Screen[object]", ReflectScreen(room.context, begun)))
        yield room


class Held:
    """Holds the first save until it is let through, and remembers the order of all."""

    def __init__(self, room: Room) -> None:
        self.free = threading.Event()
        self.saved: list[Reflection] = []
        reflecting = room.opened.reflecting
        store = cast("MemoryReflections", reflecting._reflections)
        put = store.put

        def slow(reflection: Reflection) -> None:
            self.free.wait(10)
            put(reflection)
            self.saved.append(reflection)

        store.put = slow  # type: ignore[method-assign] - on purpose
