"""Taking everything out of the app: told how far it has come, and where it is."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from support.real import PASSPHRASE, CheapBuilder
from support.screens import press, seen, settled, until
from support.time import FixedClock
from textual.widgets import Button

from companion.domain.errors import FileNotWrittenError
from companion.services.exchange import Exchange
from companion.ui.app import CompanionApp
from companion.ui.screens.keeping import KeepingScreen
from companion.ui.screens.save_everything import SaveEverythingScreen
from companion.ui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot


def read(pilot: Pilot[None]) -> str:
    """What is on the screen, its lines joined, for sentences that are wrapped."""
    return " ".join(seen(pilot).split())


@pytest.fixture
def app(tmp_path: Path) -> CompanionApp:
    """An open notebook with one line in it."""
    house = CheapBuilder(FixedClock(), str(tmp_path / "notebook")).house
    opened = house.notebook.set_up(PASSPHRASE)
    opened.reflecting.note("the yellow door", "A free line")
    return CompanionApp(house, opened)


async def ask(pilot: Pilot[None], file: Path) -> None:
    """Go to where everything is taken out, name a file, and ask for it."""
    await settled(pilot)
    await press(pilot, "k")
    assert isinstance(pilot.app.screen, KeepingScreen)
    pilot.app.screen.query_one("#everything", Button).press()
    await settled(pilot)
    assert isinstance(pilot.app.screen, SaveEverythingScreen)
    assert "not encrypted" in read(pilot)
    pilot.app.screen.query_one("#file", LineInput).value = str(file)
    await press(pilot, "enter")


async def test_everything_is_in_the_file_and_where_it_is_is_said(
    app: CompanionApp, tmp_path: Path
) -> None:
    file = tmp_path / "all.json"
    async with app.run_test(size=(120, 36)) as pilot:
        await ask(pilot, file)
        await until(pilot, lambda: "Everything is in" in seen(pilot))
        pilot.app.screen.query_one("#later", Button).press()
        await until(pilot, lambda: "all.json" in seen(pilot))
    assert "the yellow door" in file.read_text(encoding="utf-8")


async def test_how_far_it_has_come_is_said_while_it_goes_on(
    app: CompanionApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slowly(
        self: Exchange, file: Path, *, replace_it: bool, progress: Callable[[int], None]
    ) -> None:
        del self, file, replace_it
        progress(3000)
        go_on.wait(30)

    monkeypatch.setattr(Exchange, "as_json", slowly)
    async with app.run_test() as pilot:
        await ask(pilot, tmp_path / "all.json")
        await until(pilot, lambda: "3000 entries are written." in seen(pilot))
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SaveEverythingScreen)
        go_on.set()
        await until(pilot, lambda: "Everything is in" in seen(pilot))
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, KeepingScreen)


async def test_what_could_not_be_written_is_told_and_nothing_is_lost(
    app: CompanionApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise FileNotWrittenError(file="x")

    monkeypatch.setattr(Exchange, "as_json", fails)
    async with app.run_test() as pilot:
        await ask(pilot, tmp_path / "all.json")
        await until(pilot, lambda: "Nothing was lost" in read(pilot))
        assert isinstance(pilot.app.screen, SaveEverythingScreen)
