"""The first run: nothing is made before the passphrase and the code are agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.real import PASSPHRASE, CheapBuilder
from support.screens import press, seen, settled, until, write
from support.time import FixedClock
from textual.widgets import Button

from companion.ui.app import CompanionApp
from companion.ui.screens.welcome import WelcomeScreen
from companion.ui.widgets.code_back import CodeBack
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.samples import Samples

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from companion.services.house import House

SIZES = pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 50)], ids=str)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notebook"


@pytest.fixture
def house(folder: Path) -> House:
    """A house without a notebook."""
    return CheapBuilder(FixedClock(), str(folder)).house


def there(folder: Path) -> bool:
    return folder.exists()


async def test_each_set_of_colours_is_shown_before_it_is_chosen(house: House) -> None:
    app = CompanionApp(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "down", "down", "enter")
        assert app.theme == "high-contrast"
        assert "Contrast •" in seen(pilot)
        samples = app.screen.query_one(Samples)
        await pilot.click(samples, offset=(samples._wide + 3, 1))
        await settled(pilot)
        assert app.theme == house.preferences.current.theme == "paper"


async def test_enter_on_the_colours_that_are_there_already_goes_on(house: House) -> None:
    app = CompanionApp(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "down", "enter")
        assert app.theme == "paper"
        assert "2 of 5" in seen(pilot)
        await press(pilot, "enter")
        assert "3 of 5" in seen(pilot)
        assert app.theme == house.preferences.current.theme == "paper"


async def to_code(pilot: Pilot[None]) -> CodeBack:
    """Walk to the step where the code is shown."""
    await settled(pilot)
    for _ in range(2):
        pilot.app.screen.query_one("#next", Button).press()
        await settled(pilot)
    for _ in range(2):
        await write(pilot, PASSPHRASE)
        await press(pilot, "enter")
    await settled(pilot)
    return pilot.app.screen.query_one(CodeBack)


async def test_the_code_is_shown_before_anything_is_made(house: House, folder: Path) -> None:
    async with CompanionApp(house).run_test() as pilot:
        back = await to_code(pilot)
        assert all(group in seen(pilot) for group in back._code.split("-"))
        assert not there(folder)


@SIZES
async def test_the_code_typed_back_opens_the_notebook_ever_after(
    house: House, size: tuple[int, int]
) -> None:
    async with CompanionApp(house).run_test(size=size) as pilot:
        back = await to_code(pilot)
        code = back._code
        for number in back._asked:
            await write(pilot, code.split("-")[number - 1])
            await press(pilot, "enter")
        await until(pilot, lambda: "Your next session" in seen(pilot))
        assert not list(pilot.app.screen.query(CodeBack))
        await press(pilot, "enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, WelcomeScreen))
        await pilot.press("ctrl+q")
    for secret in (code, PASSPHRASE):
        house.notebook.unlock(secret)
        house.notebook.lock()


async def test_a_folder_that_a_cloud_keeps_in_step_is_told_once_one_is_in(tmp_path: Path) -> None:
    (cloud := tmp_path / "OneDrive - Privat").mkdir()
    house = CheapBuilder(FixedClock(), str(cloud / "Notizbuch")).house
    async with CompanionApp(house).run_test(notifications=True) as pilot:
        await to_code(pilot)
        pilot.app.screen.query_one("#later", Button).press()
        await until(pilot, lambda: "Your next session" in seen(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: "OneDrive" in seen(pilot))


async def test_a_group_that_is_wrong_is_asked_again(house: House, folder: Path) -> None:
    async with CompanionApp(house).run_test() as pilot:
        back = await to_code(pilot)
        for _ in range(2):
            await write(pilot, "ABCDE")
            await press(pilot, "enter")
        assert f"That is not group {back._asked[0]}" in seen(pilot)
        assert not there(folder)


async def test_the_code_can_be_left_for_later(house: House) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await to_code(pilot)
        pilot.app.screen.query_one("#later", Button).press()
        await until(pilot, lambda: "Your next session" in seen(pilot))
    assert [slot.kind for slot in house.notebook.safekeeping.facts().slots] == ["passphrase"]


async def test_back_leads_to_the_passphrase_and_the_code_stays_the_same(house: House) -> None:
    async with CompanionApp(house).run_test() as pilot:
        code = (await to_code(pilot))._code
        await press(pilot, "escape")
        await settled(pilot)
        assert "Your passphrase" in seen(pilot)
        pilot.app.screen.query_one("#next", Button).press()
        await settled(pilot)
        assert pilot.app.screen.query_one(CodeBack)._code == code


@pytest.mark.parametrize("number", ["0", "none", "9" * 5000])
async def test_what_is_no_session_number_is_told(house: House, number: str) -> None:
    app = CompanionApp(house)
    async with app.run_test() as pilot:
        await to_code(pilot)
        pilot.app.screen.query_one("#later", Button).press()
        await until(pilot, lambda: "Your next session" in seen(pilot))
        pilot.app.screen.query_one("#when", LineInput).value = "tomorrow 17:30"
        pilot.app.screen.query_one("#number", LineInput).value = number
        await press(pilot, "enter")
        await settled(pilot)
        assert "That is no session number" in seen(pilot)
        assert isinstance(pilot.app.screen, WelcomeScreen)
        await pilot.press("ctrl+q")


async def test_enter_leads_from_the_day_to_the_number_and_in(house: House) -> None:
    app = CompanionApp(house)
    async with app.run_test() as pilot:
        await to_code(pilot)
        pilot.app.screen.query_one("#later", Button).press()
        await until(pilot, lambda: "Your next session" in seen(pilot))
        await write(pilot, "tomorrow 17:30")
        await press(pilot, "enter")
        assert pilot.app.focused is pilot.app.screen.query_one("#number")
        await write(pilot, "7")
        await press(pilot, "enter")
        await until(pilot, lambda: "Session 7" in seen(pilot))
        await pilot.press("ctrl+q")


@SIZES
async def test_plain_mode_is_chosen_before_anything_is_made(
    house: House, folder: Path, size: tuple[int, int]
) -> None:
    app = CompanionApp(house)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        assert "Go on line by line" in seen(pilot)
        await press(pilot, "tab", "enter")
        assert not app.is_running
    assert house.preferences.current.plain
    assert not there(folder)


async def test_plain_mode_is_offered_at_the_first_step_alone(house: House) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        assert "Go on line by line" not in seen(pilot)
        await press(pilot, "escape")
        assert "Go on line by line" in seen(pilot)


async def test_where_one_is_can_be_said_at_once_and_help_now_has_its_numbers(house: House) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await settled(pilot)
        pilot.app.screen.query_one("#where", Button).press()
        await settled(pilot)
        await write(pilot, "irel")
        await press(pilot, "enter")
        await until(pilot, lambda: "Where you are: Ireland" in seen(pilot))
        assert house.preferences.current.country == "IE"
        await press(pilot, "ctrl+g")
        assert "Emergency: 112" in seen(pilot)


async def test_where_one_is_can_be_left(house: House) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await settled(pilot)
        pilot.app.screen.query_one("#where", Button).press()
        await settled(pilot)
        await press(pilot, "escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, WelcomeScreen)
        assert house.preferences.current.country == ""
