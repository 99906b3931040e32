"""From the passphrase to home: its frame first, then what is in it, then the day's backup."""

from __future__ import annotations

import asyncio
import gc
from threading import Event
from typing import TYPE_CHECKING

import pytest
from support.door import locked_house, unlock
from support.real import PASSPHRASE
from support.screens import press, seen, settled, until, write
from support.time import FixedClock

from companion.domain.errors import StorageError
from companion.services.home import Home
from companion.services.own_help import OwnHelpKeeper
from companion.services.safekeeping import Safekeeping
from companion.ui.app import CompanionApp
from companion.ui.screens.home import HomeScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from companion.services.house import House

_A_MOMENT = 0.01  # seconds
KEYS, CARDS = "r reflect", "One small thing"


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A house whose notebook is set up, and locked."""
    return locked_house(tmp_path / "notebook", FixedClock())


async def test_the_frame_is_seen_while_the_notebook_is_still_read(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, view = Event(), Home.view

    def slow(home: Home) -> object:
        read.wait(20)
        return view(home)

    monkeypatch.setattr(Home, "view", slow)
    app = CompanionApp(house)
    async with app.run_test() as pilot:
        await settled(pilot)
        await write(pilot, PASSPHRASE)
        app.screen.query_one("#open").press()  # type: ignore[attr-defined]  # it is a button
        try:
            while KEYS not in seen(pilot):  # noqa: ASYNC110  nobody tells of what is painted
                await asyncio.sleep(_A_MOMENT)
            assert isinstance(app.screen, HomeScreen)
            assert CARDS not in seen(pilot)
        finally:
            read.set()
        await until(pilot, lambda: CARDS in seen(pilot))


async def test_the_backup_waits_for_what_is_seen_and_for_ones_own_help(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def noted(kind: type[Any], name: str) -> None:
        real: Callable[[Any], object] = getattr(kind, name)

        def call(one: Any) -> object:  # noqa: ANN401  as the method has it
            done.append(name)
            return real(one)

        monkeypatch.setattr(kind, name, call)

    noted(Home, "view")
    noted(OwnHelpKeeper, "read")
    noted(Safekeeping, "look_after")
    async with CompanionApp(house).run_test() as pilot:
        await unlock(pilot)
        await until(pilot, lambda: len(done) > 2)
    assert done[:3] == ["view", "read", "look_after"]


async def test_the_backup_is_made_though_home_can_not_be_read(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = Event()

    def broken(_: Home) -> object:
        raise StorageError

    monkeypatch.setattr(Home, "view", broken)
    monkeypatch.setattr(Safekeeping, "look_after", lambda _: looked.set() or ())
    async with CompanionApp(house).run_test() as pilot:
        await unlock(pilot)
        await until(pilot, looked.is_set)


async def test_what_was_imported_is_spared_only_while_the_notebook_is_open(house: House) -> None:
    gc.unfreeze()
    async with CompanionApp(house).run_test() as pilot:
        await unlock(pilot)
        await until(pilot, lambda: CARDS in seen(pilot))
        assert gc.get_freeze_count() > 0
        await press(pilot, "ctrl+l")
        await settled(pilot)
        # What is spared is not looked through, and what was private would be overlooked.
        assert gc.get_freeze_count() == 0
