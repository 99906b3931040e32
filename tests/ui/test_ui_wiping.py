"""Keep, print and wipe, or wipe, key by key: a way back at each step, and nothing by one key."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, cast

import pytest
from support.real import PASSPHRASE, CheapBuilder
from support.screens import press, seen, settled, until, write
from support.time import FixedClock
from textual.widgets import Button

from companion.domain.path import Place
from companion.services.exported import What
from companion.ui.app import CompanionApp
from companion.ui.screens.book import BookScreen
from companion.ui.screens.files_outside import FileButton, FilesOutsideScreen
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.parting import PartingScreen
from companion.ui.screens.unlock import DoorScreen
from companion.ui.screens.welcome import WelcomeScreen
from companion.ui.screens.wipe import WipeScreen
from companion.ui.screens.wiped import WipedScreen
from companion.ui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from companion.services.house import House

WORDS = "The plant on the sill"
SIZES = pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 36)], ids=str)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notebook"


@pytest.fixture
def house(folder: Path, tmp_path: Path) -> House:
    """A house whose notebook has a line and two saved files, and is locked."""
    house = CheapBuilder(FixedClock(), str(folder)).house
    opened = house.notebook.set_up(PASSPHRASE)
    opened.reflecting.note(WORDS, "A free line", Place.HERE)
    for name in ("page.txt", "words.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
        opened.exported.remember(tmp_path / name, What.PAGE)
    house.notebook.lock()
    return house


async def at_the_ways(pilot: Pilot[None]) -> None:
    """Unlock, and go to the three ways."""
    await settled(pilot)
    await write(pilot, PASSPHRASE)
    await press(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
    await press(pilot, "k")
    await push(pilot, "parting")
    assert isinstance(pilot.app.screen, PartingScreen)


async def before_wiping(pilot: Pilot[None]) -> WipeScreen:
    await at_the_ways(pilot)
    await push(pilot, "wipe")
    await settled(pilot)
    return cast("WipeScreen", pilot.app.screen)


async def push(pilot: Pilot[None], button: str) -> None:
    pilot.app.screen.query_one(f"#{button}", Button).press()
    await settled(pilot)


async def fill(pilot: Pilot[None], passphrase: str = PASSPHRASE, word: str = "wipe") -> None:
    pilot.app.screen.query_one("#passphrase", LineInput).value = passphrase
    pilot.app.screen.query_one("#word", LineInput).value = word
    await settled(pilot)


def is_gone(pilot: Pilot[None]) -> bool:
    return "is gone" in seen(pilot)


def said(pilot: Pilot[None]) -> str:
    """What is said on the screen, whole, beyond its edges too."""
    found = [one.render() for one in pilot.app.screen.query("Static")]
    return " ".join(" ".join(str(one) for one in found).split())


def write_file(file: Path) -> None:
    file.write_text("Dear", encoding="utf-8")


def remove_file(file: Path) -> None:
    file.unlink()


def is_there(file: Path) -> bool:
    return file.exists()


def opens(house: House) -> bool:
    house.notebook.lock()
    house.notebook.unlock(PASSPHRASE)
    house.notebook.lock()
    return True


@SIZES
async def test_the_three_ways_look_alike_and_the_first_does_nothing(
    house: House, size: tuple[int, int]
) -> None:
    async with CompanionApp(house).run_test(size=size) as pilot:
        await at_the_ways(pilot)
        ways = list(pilot.app.screen.query("Button.way").results(Button))
        assert [way.id for way in ways] == ["keep", "print-and-wipe", "wipe"]
        assert not any(way.has_class("-primary") for way in ways)
        await push(pilot, "keep")
        assert not isinstance(pilot.app.screen, PartingScreen)
    assert opens(house)


@SIZES
async def test_what_goes_and_what_stays_is_said(
    house: House, folder: Path, size: tuple[int, int]
) -> None:
    shutil.copytree(folder, folder.with_name("notebook.before-1"))
    write_file(folder / "poem.txt")
    async with CompanionApp(house).run_test(size=size) as pilot:
        await before_wiping(pilot)
        assert seen(pilot).split("\n")[1 if size[1] >= 18 else 0].strip() == "Wipe the notebook"
        told = said(pilot)
        for named in (folder, folder / "poem.txt", f"{folder}.before-1"):
            assert str(named) in told
        for name in ("page.txt", "words.txt"):
            assert f"{folder.with_name(name)}, a file you saved" in told


@pytest.mark.parametrize(
    ("passphrase", "word", "told"),
    [
        ("a guess", "wipe", "does not open this notebook"),
        ("", "wipe", "does not open this notebook"),
        (PASSPHRASE, "yes", "That is not the word"),
        (PASSPHRASE, "", "That is not the word"),
    ],
)
async def test_a_wrong_passphrase_or_word_removes_nothing(
    house: House, passphrase: str, word: str, told: str
) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await before_wiping(pilot)
        await fill(pilot, passphrase, word)
        await push(pilot, "wipe")
        await until(pilot, lambda: told in said(pilot))
        assert isinstance(pilot.app.screen, WipeScreen)
    assert opens(house)


async def test_no_key_wipes_by_itself(house: House) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await before_wiping(pilot)
        await fill(pilot)
        pilot.app.screen.query_one("#passphrase").focus()
        await press(pilot, "enter")
        assert pilot.app.focused is pilot.app.screen.query_one("#word")
        await press(pilot, "enter")
        assert pilot.app.focused is pilot.app.screen.query_one("#wipe")
        assert isinstance(pilot.app.screen, WipeScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PartingScreen)
    assert opens(house)


async def test_at_first_enter_goes_back(house: House) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await before_wiping(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PartingScreen)
    assert opens(house)


@SIZES
async def test_then_it_is_gone_and_what_is_left_where_is_said(
    house: House, folder: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with CompanionApp(house).run_test(size=size) as pilot:
        await before_wiping(pilot)
        await fill(pilot)
        await push(pilot, "wipe")
        await until(pilot, lambda: is_gone(pilot))
        assert not pilot.app.query("NotebookScreen")
        assert not cast("CompanionApp", pilot.app).is_open
        told = said(pilot)
        assert f"{tmp_path / 'page.txt'}, a file you saved" in told
        assert WORDS not in told
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, WipedScreen)
        pilot.app.screen.query_one("#close", Button).press()
        await pilot.pause()
    assert not is_there(folder)
    assert is_there(tmp_path / "page.txt")


async def test_afterwards_a_new_one_can_be_begun(house: House) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await before_wiping(pilot)
        await fill(pilot)
        await push(pilot, "wipe")
        await until(pilot, lambda: is_gone(pilot))
        await push(pilot, "anew")
        assert isinstance(pilot.app.screen, WelcomeScreen)


async def test_saved_files_go_only_if_they_are_ticked(house: House, tmp_path: Path) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await before_wiping(pilot)
        await push(pilot, "choose-files")
        assert isinstance(pilot.app.screen, FilesOutsideScreen)
        await push(pilot, "remove")
        assert is_there(tmp_path / "page.txt")
        buttons = list(pilot.app.screen.query(FileButton))
        assert not any(one.is_ticked for one in buttons)
        next(one for one in buttons if one.file.name == "page.txt").press()
        await settled(pilot)
        await push(pilot, "remove")
        await until(pilot, lambda: "Removed:" in said(pilot))
        assert not is_there(tmp_path / "page.txt")
        assert is_there(tmp_path / "words.txt")
        await push(pilot, "back")
        await until(pilot, lambda: "words.txt" in said(pilot))
        assert "page.txt" not in said(pilot)


async def test_a_file_that_was_changed_says_so(house: House, tmp_path: Path) -> None:
    write_file(tmp_path / "page.txt")
    remove_file(tmp_path / "words.txt")
    async with CompanionApp(house).run_test() as pilot:
        await before_wiping(pilot)
        await push(pilot, "choose-files")
        (button,) = pilot.app.screen.query(FileButton)
        assert "changed since" in str(button.label)


async def test_printing_comes_first_and_wiping_only_if_one_goes_on(house: House) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await at_the_ways(pilot)
        await push(pilot, "print-and-wipe")
        await until(pilot, lambda: WORDS in seen(pilot))
        assert isinstance(pilot.app.screen, BookScreen)
        assert "Go on to wiping" in seen(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PartingScreen)
        await push(pilot, "print-and-wipe")
        await until(pilot, lambda: WORDS in seen(pilot))
        await push(pilot, "then")
        await until(pilot, lambda: isinstance(pilot.app.screen, WipeScreen))
        await press(pilot, "escape")
    assert opens(house)


async def test_in_the_demo_nothing_is_wiped(house: House) -> None:
    opened = house.notebook.unlock(PASSPHRASE)
    demo = house._replace(is_demo=True)
    async with CompanionApp(demo, opened).run_test() as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await press(pilot, "k")
        await push(pilot, "parting")
        await push(pilot, "wipe")
        assert isinstance(pilot.app.screen, PartingScreen)
        told = [notice.message for notice in pilot.app._notifications]
        assert any("In the demo nothing is wiped" in one for one in told)
    assert opens(house)


def cut_off(folder: Path) -> None:
    """As a power cut right after the keys would leave it."""
    (folder / "wiping").write_bytes(b"")
    (folder / "keys.json").unlink()


@SIZES
async def test_cut_off_the_door_offers_to_finish(
    house: House, folder: Path, size: tuple[int, int]
) -> None:
    cut_off(folder)
    async with CompanionApp(house).run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, WipedScreen))
        assert "was being removed for good" in said(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: is_gone(pilot))
    assert not is_there(folder)


async def test_cut_off_one_may_leave_it(house: House, folder: Path) -> None:
    cut_off(folder)
    async with CompanionApp(house).run_test() as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, WipedScreen))
        pilot.app.screen.query_one("#close", Button).press()
        await pilot.pause()
    assert is_there(folder / "notebook.db")


async def test_what_could_not_be_removed_is_told_and_tried_again(
    house: House, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from companion.storage.vault.files import Disk

    def refuse(*_: object) -> None:
        raise PermissionError

    async with CompanionApp(house).run_test() as pilot:
        await before_wiping(pilot)
        await fill(pilot)
        with monkeypatch.context() as patch:
            patch.setattr(Disk, "remove", refuse)
            await push(pilot, "wipe")
            await until(pilot, lambda: "could be removed" in said(pilot))
            assert "can't be opened by anyone" in said(pilot)
        await push(pilot, "go_on")
        await until(pilot, lambda: is_gone(pilot))
    assert not is_there(folder)


async def test_a_disk_that_lets_nothing_begin_leads_back_to_the_door(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from companion.storage.vault.files import Disk

    real = Disk.write

    def refuse(self: Disk, file: Path, content: bytes) -> None:
        if file.name == "wiping":
            raise PermissionError
        real(self, file, content)

    async with CompanionApp(house).run_test() as pilot:
        await before_wiping(pilot)
        await fill(pilot)
        with monkeypatch.context() as patch:
            patch.setattr(Disk, "write", refuse)
            await push(pilot, "wipe")
            await until(pilot, lambda: "could not be read or written" in said(pilot))
        await push(pilot, "door")
        assert isinstance(pilot.app.screen, DoorScreen)
    assert opens(house)
