"""Help before unlocking, during set-up and after a wipe; the open card alone is shown there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.real import PASSPHRASE, CheapBuilder
from support.screens import press, seen, settled, until, write
from support.time import FixedClock

from companion.ui.app import CompanionApp
from companion.ui.screens.help_now import HelpNowScreen
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.steady import SteadyScreen
from companion.ui.screens.unlock import DoorScreen
from companion.ui.screens.welcome import WelcomeScreen
from companion.ui.screens.wiped import WipedScreen
from companion.ui.widgets.passphrase import PassphraseInput

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from companion.services.house import House


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A house without a notebook, in which the country was said."""
    house = CheapBuilder(FixedClock(), str(tmp_path / "notebook")).house
    house.preferences.set_country("GB")
    return house


@pytest.fixture
def locked(house: House) -> House:
    """The same with a notebook in which someone is written down, locked."""
    keeper = house.notebook.set_up(PASSPHRASE).own_help
    keeper.put_person(replace(keeper.new_person(), name="Anna", reach="555 0100"))
    house.notebook.lock()
    return house


def words_on(pilot: Pilot[None]) -> str:
    return " ".join(seen(pilot).split())


async def there_and_back(pilot: Pilot[None]) -> None:
    before = pilot.app.screen
    await press(pilot, "ctrl+g")
    assert isinstance(pilot.app.screen, HelpNowScreen)
    assert "999" in seen(pilot)
    await press(pilot, "escape")
    assert pilot.app.screen is before


async def test_the_first_screen_says_that_nobody_is_watching(house: House) -> None:
    app = CompanionApp(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, WelcomeScreen)
        assert house.words.say("welcome.nobody")[:60] in words_on(pilot)


async def test_it_opens_at_every_step_of_setting_up_and_takes_nothing_away(house: House) -> None:
    app = CompanionApp(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await there_and_back(pilot)
        await press(pilot, "enter")
        await there_and_back(pilot)
        app.screen.query_one("#next").focus()
        await press(pilot, "enter")
        await write(pilot, PASSPHRASE)
        await there_and_back(pilot)
        assert app.screen.query_one("#first", PassphraseInput).value == PASSPHRASE
        app.screen.query_one("#again", PassphraseInput).value = PASSPHRASE
        app.screen.query_one("#next").focus()
        await press(pilot, "enter")
        await there_and_back(pilot)
        await pilot.click("#later")
        await until(pilot, house.notebook.exists)
        await settled(pilot)
        await there_and_back(pilot)


async def test_locked_it_shows_nothing_of_ones_own_unless_a_card_was_left(locked: House) -> None:
    app = CompanionApp(locked)
    async with app.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+g")
        assert "999" in seen(pilot)
        assert "Anna" not in seen(pilot)
        assert locked.words.say("help.own.locked")[:50] in words_on(pilot)
        # What needs the notebook is not offered.
        await press(pilot, "m", "p")
        assert isinstance(app.screen, HelpNowScreen)


async def test_a_card_that_was_left_comes_first_before_unlocking(locked: House) -> None:
    locked.notebook.unlock(PASSPHRASE).own_help.leave_card()
    locked.notebook.lock()
    app = CompanionApp(locked)
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+g")
        assert "Anna: 555 0100" in seen(pilot)


async def test_unlocked_ones_own_people_are_there_without_any_card(locked: House) -> None:
    app = CompanionApp(locked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await write(pilot, PASSPHRASE)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await press(pilot, "ctrl+g")
        await until(pilot, lambda: "Anna: 555 0100" in seen(pilot))
        assert not (locked.notebook.folder / "card.txt").exists()


async def test_steady_first_needs_no_passphrase(locked: House) -> None:
    app = CompanionApp(locked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+g", "s", "enter", "enter")
        assert isinstance(app.screen, SteadyScreen)
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, DoorScreen)


async def test_it_opens_over_a_notebook_that_was_half_wiped_and_after_it_is_gone(
    locked: House,
) -> None:
    (locked.notebook.folder / "wiping").touch()
    app = CompanionApp(locked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, WipedScreen)
        await there_and_back(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: not locked.notebook.folder.exists())
        await settled(pilot)
        await there_and_back(pilot)


async def test_a_folder_that_can_not_be_read_keeps_nobody_from_the_numbers(
    locked: House,
) -> None:
    (locked.notebook.folder / "keys.json").write_bytes(b"")
    (locked.notebook.folder / "card.txt").mkdir()
    app = CompanionApp(locked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await there_and_back(pilot)
