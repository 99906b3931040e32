"""The stage: the app as it is on one evening, on the demo's notebook, with a clock that stands."""

from __future__ import annotations

import os
import shutil
from contextlib import asynccontextmanager, chdir, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast
from unittest.mock import patch

from looking import look_at
from scenes import Where
from support.real import PASSPHRASE, CheapBuilder, known_bytes
from support.screens import press, settled, write
from support.time import FixedClock

from companion.demo.stand_ins import PreferencesInMemory
from companion.demo.story import load_story
from companion.demo.telling import Calendar, StoryClock, Teller
from companion.domain.preferences import DUSK, Preferences
from companion.domain.safekeeping import Process
from companion.services.preferences import PreferenceKeeper
from companion.storage.vault.keys import CHEAPEST
from companion.storage.vault.vault import FolderVault
from companion.ui.app import CompanionApp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from looking import View
    from scenes import Scene
    from textual.pilot import Pilot

    from companion.domain.clock import Clock

EVENING = datetime(2026, 11, 24, 19, 40, tzinfo=UTC)
"""A Tuesday, two days before the next session; twenty to eight on the person's clock."""
COUNTRY = "GB"
"""Where the fictional person is, for help now."""
USUAL = (80, 24)
"""The size that every screen is whole in."""
_NOTEBOOK = Path("notebook")  # not absolute: the same on the screen wherever it is


def evening() -> FixedClock:
    """A clock that shows that evening, in a zone with summer time."""
    return FixedClock(EVENING, "Europe/London")


class SceneBuilder(CheapBuilder):
    """Builds a house whose chance is known, with a notebook in the folder one is in."""

    @cached_property
    def vault(self) -> FolderVault:
        return FolderVault(_NOTEBOOK, profile=CHEAPEST, allow_cheapest=True)


def _builder(clock: Clock) -> SceneBuilder:
    return SceneBuilder(cast("FixedClock", clock), language="en", random_bytes=known_bytes(0))


def evening_builder() -> SceneBuilder:
    """Builds the house of that evening, in the folder one is in."""
    return _builder(evening())


@contextmanager
def a_machine(folder: Path) -> Iterator[None]:
    """A machine with nothing on it but a folder, and nothing said in its surroundings."""
    names = ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA")
    said = {name: value for name, value in os.environ.items() if not name.startswith("TEXTUAL")}
    said |= dict.fromkeys(names, ".")
    for name in ("NO_COLOR", "COMPANION_NOTEBOOK"):
        said.pop(name, None)
    with patch.dict(os.environ, said, clear=True), chdir(folder):
        yield


def tell_once(folder: Path) -> None:
    """Write the demo's three months into a new notebook, and shut it.

    Args:
        folder: An empty folder; the notebook is in it.
    """
    clock = StoryClock(evening())
    with a_machine(folder):
        builder = _builder(clock)
        story = load_story("en")
        calendar = Calendar(story, clock)
        clock.show(calendar.beginning)
        opened = builder.notebook.set_up(PASSPHRASE, story.name)
        Teller(story, opened, clock, calendar).tell(builder.words.say("plain.note_title"))
        builder.notebook.lock()


@dataclass
class Stage:
    """A scene that is played, up to its end."""

    pilot: Pilot[None]

    @property
    def screen(self) -> str:
        """The class of the screen one sees."""
        return type(self.pilot.app.screen).__name__

    async def play(self, scene: Scene) -> None:
        """Press and write what the scene says."""
        for step in scene.steps:
            if step.startswith("«"):
                await write(self.pilot, step[1:-1])
                await settled(self.pilot)
            else:
                await press(self.pilot, step)

    async def seen(self, size: tuple[int, int] = USUAL) -> View:
        """What the screen shows in a window of that size."""
        if size != self.pilot.app.size:
            await self.pilot.resize_terminal(*size)
            await settled(self.pilot)
        return await look_at(self.pilot)


@asynccontextmanager
async def on_stage(
    scene: Scene, told: Path, own: Path, size: tuple[int, int] = USUAL, theme: str = DUSK
) -> AsyncIterator[Stage]:
    """The scene, played on a copy of the told notebook.

    Args:
        scene: What to play.
        told: The folder that `tell_once` wrote into; it stays as it is.
        own: An empty folder for the copy.
        size: Columns and rows.
        theme: The colours.
    """
    if scene.where is not Where.NEW:
        shutil.copytree(told, own, dirs_exist_ok=True)
    with a_machine(own):
        builder = evening_builder()
        kept = PreferencesInMemory(Preferences(theme=theme, country=COUNTRY))
        keeper = PreferenceKeeper(kept, builder.keyboard, builder.languages)
        # What is true of this process differs between machines, and so how long the audit is.
        house = builder.house._replace(
            preferences=keeper,
            is_demo=scene.where is Where.HOME,
            inspect=Process,
        )
        inside = scene.where in {Where.HOME, Where.OWN}
        opened = builder.notebook.unlock(PASSPHRASE) if inside else None
        app = CompanionApp(house, opened, slept=lambda: 0.0)
        try:
            async with app.run_test(size=size, notifications=True) as pilot:
                await settled(pilot)
                looking = [one for one in app.workers if one.group == "keeping"]
                await app.workers.wait_for_complete(looking)
                stage = Stage(pilot)
                await stage.play(scene)
                yield stage
        finally:
            builder.notebook.lock()
