"""Passphrase, recovery code, backups and verifying, key by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.door import locked_house, unlock
from support.real import PASSPHRASE
from support.screens import press, seen, settled, until, write
from support.time import FixedClock
from textual.widgets import Button

from companion.domain.recovery_code import new_code
from companion.ui.app import CompanionApp
from companion.ui.screens.keeping import KeepingScreen
from companion.ui.screens.new_passphrase import NewPassphraseScreen
from companion.ui.widgets.code_back import CodeBack, GroupInput
from companion.ui.widgets.passphrase import PassphraseInput

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from companion.services.house import House

NEW = "eleven loud geese on the lawn"
CODE = new_code(lambda length: bytes(range(5, 5 + length)))
SIZES = pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 36)], ids=str)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notebook"


@pytest.fixture
def house(folder: Path) -> House:
    """A house whose notebook is set up with a recovery code, and locked."""
    return locked_house(folder, FixedClock(), CODE)


def write_file(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    return file


def content(file: Path) -> bytes:
    return file.read_bytes()


def flip(file: Path, place: int) -> None:
    found = bytearray(file.read_bytes())
    found[place] ^= 1
    file.write_bytes(found)


async def keeping(pilot: Pilot[None]) -> KeepingScreen:
    await unlock(pilot)
    await press(pilot, "k")
    await settled(pilot)
    assert isinstance(pilot.app.screen, KeepingScreen)
    return pilot.app.screen


async def push(pilot: Pilot[None], button: str) -> None:
    pilot.app.screen.query_one(f"#{button}", Button).press()
    await settled(pilot)


async def type_back(pilot: Pilot[None]) -> str:
    """Type the asked groups of the code on the screen back; the code."""
    back = pilot.app.screen.query_one(CodeBack)
    for number in back._asked:
        back.focus_group(number)
        await write(pilot, back._code.split("-")[number - 1].lower())
    return back._code


def told(pilot: Pilot[None]) -> list[str]:
    return [notice.message for notice in pilot.app._notifications]


def opens(house: House, secret: str) -> bool:
    from companion.domain.errors import WrongPassphraseError

    try:
        house.notebook.unlock(secret)
    except WrongPassphraseError:
        return False
    finally:
        house.notebook.lock()
    return True


@SIZES
async def test_what_protects_the_notebook_is_said(house: House, size: tuple[int, int]) -> None:
    async with CompanionApp(house).run_test(size=size) as pilot:
        await keeping(pilot)
        assert "the recovery code on your paper" in " ".join(seen(pilot).split())


async def test_a_day_after_unlocking_there_is_a_backup(house: House) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await unlock(pilot)
        await until(pilot, lambda: bool(house.notebook.safekeeping.backups()))
        await press(pilot, "k")
        await settled(pilot)
        assert "The last backup is of Monday 2 March 2026, 18:30" in " ".join(seen(pilot).split())


async def test_the_passphrase_is_changed(house: House) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await keeping(pilot)
        await push(pilot, "passphrase")
        for typed in (PASSPHRASE, NEW, NEW):
            await write(pilot, typed)
            await press(pilot, "enter")
        await settled(pilot)
        await until(pilot, lambda: "From now on the new passphrase" in seen(pilot))
        await pilot.press("ctrl+q")
    assert opens(house, NEW)
    assert not opens(house, PASSPHRASE)
    assert opens(house, CODE)


async def test_a_wrong_present_passphrase_changes_nothing(house: House) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await keeping(pilot)
        await push(pilot, "passphrase")
        for typed in ("a guess", NEW, NEW):
            await write(pilot, typed)
            await press(pilot, "enter")
        await until(pilot, lambda: "does not open this notebook" in seen(pilot))
        assert isinstance(pilot.app.screen, NewPassphraseScreen)
        await pilot.press("ctrl+q")
    assert opens(house, PASSPHRASE)


async def test_a_weak_or_mistyped_new_passphrase_is_told(house: House) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await keeping(pilot)
        await push(pilot, "passphrase")
        await write(pilot, PASSPHRASE)
        await press(pilot, "enter")
        await write(pilot, "weak")
        await push(pilot, "change")
        assert "guessed too easily" in " ".join(seen(pilot).split())
        pilot.app.screen.query_one("#first", PassphraseInput).value = NEW
        pilot.app.screen.query_one("#again", PassphraseInput).value = "other"
        await push(pilot, "change")
        assert "not the same" in seen(pilot)
        await push(pilot, "leave")
        assert isinstance(pilot.app.screen, KeepingScreen)


async def test_a_new_code_is_kept_once_it_was_typed_back(house: House) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await keeping(pilot)
        await push(pilot, "code")
        code = await type_back(pilot)
        pilot.app.screen.query_one("#current").focus()
        await write(pilot, PASSPHRASE)
        await press(pilot, "enter")
        await until(pilot, lambda: "The code opens your notebook" in seen(pilot))
        await pilot.press("ctrl+q")
    assert opens(house, code)
    assert not opens(house, CODE)


async def test_a_code_that_was_not_copied_right_is_not_kept(house: House) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await keeping(pilot)
        await push(pilot, "code")
        first, _ = pilot.app.screen.query_one(CodeBack)._asked
        await write(pilot, "XXXXX")
        await press(pilot, "enter")
        await push(pilot, "keep")
        assert f"That is not group {first}" in seen(pilot)
        await press(pilot, "escape")
        await settled(pilot)
        assert "The code was not kept" in seen(pilot)
        await pilot.press("ctrl+q")
    assert opens(house, CODE)


async def test_a_code_never_reaches_the_clipboard(house: House) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await keeping(pilot)
        await push(pilot, "code")
        await type_back(pilot)
        field = pilot.app.screen.query(GroupInput).first()
        field.focus()
        field.select_all()
        await press(pilot, "ctrl+c")
        await press(pilot, "ctrl+x")
        assert pilot.app.clipboard == ""
        assert field.value


async def test_a_backup_is_made_where_the_person_says(house: House, tmp_path: Path) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await keeping(pilot)
        await push(pilot, "backup")
        await write(pilot, str(tmp_path / "mine.backup"))
        await press(pilot, "enter")
        await until(pilot, lambda: "It was opened once to see" in seen(pilot))
    assert content(tmp_path / "mine.backup").startswith(b"companion backup 1 ")


async def test_a_backup_into_a_folder_gets_a_neutral_name_and_replaces_nothing(
    house: House, tmp_path: Path
) -> None:
    there = write_file(tmp_path / "notebook.backup", b"dear")
    async with CompanionApp(house).run_test() as pilot:
        await keeping(pilot)
        await push(pilot, "backup")
        await write(pilot, str(tmp_path))
        await press(pilot, "enter")
        await until(pilot, lambda: "is there already" in seen(pilot))
    assert content(there) == b"dear"


async def test_all_is_read_and_found_whole(house: House) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await keeping(pilot)
        await push(pilot, "verify")
        await until(pilot, lambda: "Everything is as it was written" in seen(pilot))


async def test_damage_is_named_with_the_way_out(house: House, folder: Path) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await keeping(pilot)
        flip(folder / "notebook.db", -3000)
        await push(pilot, "verify")
        await until(pilot, lambda: "notebook.db: not as it was written" in seen(pilot))
        assert "companion restore" in " ".join(seen(pilot).split())


async def test_the_code_opens_the_door_and_a_new_passphrase_is_offered(house: House) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await unlock(pilot, CODE.lower())
        assert isinstance(pilot.app.screen, NewPassphraseScreen)
        for typed in (NEW, NEW):
            await write(pilot, typed)
            await press(pilot, "enter")
        await until(pilot, lambda: "One small thing" in seen(pilot))
        await pilot.press("ctrl+q")
    assert opens(house, NEW)
    assert not opens(house, PASSPHRASE)


async def test_who_came_with_the_code_may_leave_the_passphrase_for_another_day(
    house: House,
) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await unlock(pilot, CODE)
        await push(pilot, "leave")
        assert "One small thing" in seen(pilot)
        await pilot.press("ctrl+q")
    assert opens(house, PASSPHRASE)


async def test_a_slip_in_the_code_is_named_at_the_door(house: House) -> None:
    groups = CODE.split("-")
    async with CompanionApp(house).run_test() as pilot:
        await unlock(pilot, "-".join([*groups[:5], "00000", groups[6]]))
        assert "a slip in group 6" in " ".join(seen(pilot).split())


async def test_locking_leaves_nothing_of_what_was_typed(house: House) -> None:
    async with CompanionApp(house).run_test() as pilot:
        await keeping(pilot)
        await push(pilot, "code")
        code = await type_back(pilot)
        await press(pilot, "ctrl+l")
        await settled(pilot)
        assert "Your passphrase opens the notebook" in seen(pilot)
        assert code.split("-")[0] not in seen(pilot)
        assert not list(pilot.app.query(CodeBack))


async def test_a_second_copy_in_the_folder_is_said_at_home(house: House, folder: Path) -> None:
    write_file(folder / "notebook (1).db", b"theirs")
    async with CompanionApp(house).run_test(size=(120, 36)) as pilot:
        await unlock(pilot)
        await until(pilot, lambda: any("notebook (1).db" in one for one in told(pilot)))
