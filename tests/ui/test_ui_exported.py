"""The files that were saved: what has become of them, and removing them after a yes."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, cast

import pytest
from page_room import PageApp, Room, press, screen_text, settle
from textual.widgets import Static
from walk_room import open_notebook

from companion.services.exported import What
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.exported import ExportedScreen
from companion.ui.screens.keeping import KeepingScreen
from companion.ui.widgets.followed_list import FollowedList

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.content import Content
    from textual.pilot import Pilot

NAMES = {
    "all.json": What.EVERYTHING,
    "sheet.txt": What.AGREEMENT,
    "book.pdf": What.BOOK,
    "page.pdf": What.PAGE,
}
YES = ("right", "enter")


@asynccontextmanager
async def saved(
    folder: Path, *names: str, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[None], Room]]:
    """The screen, some files having been written; the last one named stands first."""
    room = Room((), ())
    for name in names:
        (folder / name).write_text("the yellow door", encoding="utf-8")
        room.exported.remember(folder / name, NAMES.get(name, What.PAGE))
    app = PageApp(room)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await app.push_screen(ExportedScreen(app.context))
        await settle(pilot)
        yield pilot, room
    app.in_order.close()


def said(pilot: Pilot[None]) -> str:
    shown = pilot.app.screen.query_one("#exported-said", Static)
    return " ".join(cast("Content", shown.render()).plain.split()) if shown.display else ""


def asked(pilot: Pilot[None]) -> str:
    """The question of the dialog."""
    return cast("Content", pilot.app.screen.query_one(".question", Static).render()).plain


def height(pilot: Pilot[None]) -> int:
    return pilot.app.screen.query_one(FollowedList).height


async def test_where_nothing_was_saved_it_says_so_and_offers_only_the_way_back() -> None:
    async with open_notebook() as room:
        await room.press("f")
        assert isinstance(room.screen, ExportedScreen)
        assert "No file that was saved from here is remembered." in room.text()
        assert [b.id for b in room.screen.query("#exported-foot Button") if b.display] == ["back"]
        await room.press("d", "f", "a", "enter")
        assert not isinstance(room.screen, ExportedScreen | AskScreen)


async def test_each_file_is_there_with_what_it_is_and_what_has_become_of_it(
    tmp_path: Path,
) -> None:
    async with saved(tmp_path, *NAMES, size=(120, 36)) as (pilot, _):
        (tmp_path / "book.pdf").write_text("another", encoding="utf-8")
        (tmp_path / "page.pdf").unlink()
        await pilot.app.push_screen(ExportedScreen(cast("PageApp", pilot.app).context))
        await settle(pilot)
        rows = [" ".join(row.split()) for row in screen_text(pilot).splitlines()]
        begins = [row[: row.index(",")] for row in rows if row.startswith("Tue 24 Nov")]
        assert begins == [
            "Tue 24 Nov a page not there now page.pdf",
            "Tue 24 Nov the book changed since book.pdf",
            "Tue 24 Nov the agreement there sheet.txt",
            "Tue 24 Nov everything there all.json",
        ]


async def test_nothing_of_what_is_in_the_files_is_shown(tmp_path: Path) -> None:
    async with saved(tmp_path, *NAMES, size=(200, 50)) as (pilot, _):
        assert "door" not in screen_text(pilot)


async def test_the_file_under_the_cursor_is_named_whole(tmp_path: Path) -> None:
    async with saved(tmp_path, "a.txt", "b.txt", size=(200, 50)) as (pilot, _):
        assert str(tmp_path / "b.txt") in "".join(screen_text(pilot).split())
        await press(pilot, "down")
        assert str(tmp_path / "a.txt") in "".join(screen_text(pilot).split())
        assert "It is there, as it was saved." in screen_text(pilot)


async def test_a_file_is_removed_once_someone_says_yes_to_its_name(tmp_path: Path) -> None:
    async with saved(tmp_path, "a.txt", "b.txt") as (pilot, room):
        await press(pilot, "down", "d")
        assert isinstance(pilot.app.screen, AskScreen)
        assert str(tmp_path / "a.txt") in asked(pilot)
        await press(pilot, *YES)
        assert not (tmp_path / "a.txt").exists()
        assert (tmp_path / "b.txt").exists()
        assert [one.file.name for one in room.exported.files()] == ["b.txt"]
        assert said(pilot).startswith("Removed:")


@pytest.mark.parametrize("answer", ["enter", "escape"])
async def test_without_a_yes_nothing_happens(tmp_path: Path, answer: str) -> None:
    async with saved(tmp_path, "a.txt") as (pilot, room):
        for key in ("d", "f", "a"):
            await press(pilot, key)
            assert isinstance(pilot.app.screen, AskScreen)
            await press(pilot, answer)
            assert (tmp_path / "a.txt").exists()
            assert len(room.exported.files()) == 1
        assert said(pilot) == ""


async def test_what_removing_can_not_do_is_said_afterwards(tmp_path: Path) -> None:
    async with saved(tmp_path, "a.txt") as (pilot, _):
        assert "paper" not in screen_text(pilot)
        await press(pilot, "d", *YES)
        for word in ("paper", "mails", "copies", "another program's backups", "a disk may keep"):
            assert word in said(pilot)


async def test_a_changed_file_takes_a_second_yes(tmp_path: Path) -> None:
    async with saved(tmp_path, "a.txt") as (pilot, room):
        (tmp_path / "a.txt").write_text("a remark", encoding="utf-8")
        await press(pilot, "d", *YES)
        assert isinstance(pilot.app.screen, AskScreen)
        assert "It was changed after it was saved" in asked(pilot)
        await press(pilot, "enter")
        assert (tmp_path / "a.txt").exists()
        assert len(room.exported.files()) == 1
        await press(pilot, "d", *YES, *YES)
        assert not (tmp_path / "a.txt").exists()
        assert room.exported.files() == ()


async def test_a_file_that_is_gone_can_only_be_forgotten(tmp_path: Path) -> None:
    async with saved(tmp_path, "a.txt") as (pilot, room):
        (tmp_path / "a.txt").unlink()
        await pilot.app.push_screen(ExportedScreen(cast("PageApp", pilot.app).context))
        await settle(pilot)
        await press(pilot, "d", "a")
        assert isinstance(pilot.app.screen, ExportedScreen)
        await press(pilot, "f", *YES)
        assert room.exported.files() == ()
        assert said(pilot).startswith("Forgotten:")


async def test_forgetting_leaves_the_file(tmp_path: Path) -> None:
    async with saved(tmp_path, "a.txt") as (pilot, room):
        await press(pilot, "f", *YES)
        assert (tmp_path / "a.txt").exists()
        assert room.exported.files() == ()


async def test_all_that_are_there_go_after_one_yes_to_their_number_and_the_changed_stay(
    tmp_path: Path,
) -> None:
    async with saved(tmp_path, "a.txt", "b.txt", "c.txt", "d.txt") as (pilot, room):
        (tmp_path / "b.txt").write_text("a remark", encoding="utf-8")
        (tmp_path / "c.txt").unlink()
        await pilot.app.push_screen(ExportedScreen(cast("PageApp", pilot.app).context))
        await settle(pilot)
        await press(pilot, "a")
        assert "the 2 files" in asked(pilot)
        await press(pilot, *YES)
        assert [one.file.name for one in room.exported.files()] == ["c.txt", "b.txt"]
        assert (tmp_path / "b.txt").exists()
        assert said(pilot).startswith("2 files were removed.")


async def test_of_all_the_one_that_changed_in_the_meantime_is_left_and_named(
    tmp_path: Path,
) -> None:
    async with saved(tmp_path, "a.txt", "b.txt") as (pilot, _):
        await press(pilot, "a")
        (tmp_path / "a.txt").write_text("a remark", encoding="utf-8")
        await press(pilot, *YES)
        assert (tmp_path / "a.txt").exists()
        assert said(pilot).startswith("One file was removed.")
        assert "a.txt was changed after it was written" in said(pilot)


async def test_a_file_that_can_not_be_removed_is_told_and_stays(tmp_path: Path) -> None:
    async with saved(tmp_path, "a.txt") as (pilot, room):
        (tmp_path / "a.txt").unlink()
        (tmp_path / "a.txt").mkdir()
        await press(pilot, "d", *YES, *YES)
        told = [notice.message for notice in pilot.app._notifications]
        assert any("could not be removed" in one for one in told)
        assert len(room.exported.files()) == 1


async def test_a_key_pressed_twice_asks_once(tmp_path: Path) -> None:
    async with saved(tmp_path, "a.txt") as (pilot, _):
        screen = cast("ExportedScreen", pilot.app.screen)
        screen.action_remove()
        screen.action_remove()
        await settle(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen is screen


async def test_the_buttons_do_what_the_keys_do(tmp_path: Path) -> None:
    async with saved(tmp_path, "a.txt", "b.txt") as (pilot, room):
        await pilot.click("#remove")
        await settle(pilot)
        await press(pilot, *YES)
        assert [one.file.name for one in room.exported.files()] == ["a.txt"]
        await pilot.click("#remove_all")
        await settle(pilot)
        assert "the one file" in asked(pilot)
        await press(pilot, *YES)
        assert room.exported.files() == ()


async def test_a_click_on_a_file_goes_to_it_and_opens_nothing(tmp_path: Path) -> None:
    async with saved(tmp_path, "a.txt", "b.txt") as (pilot, _):
        await pilot.click(FollowedList, offset=(5, 1))
        await settle(pilot)
        assert pilot.app.screen.query_one(FollowedList).cursor == 1
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ExportedScreen)


async def test_many_files_leave_room_for_what_is_said_about_one(tmp_path: Path) -> None:
    names = [f"{number}.txt" for number in range(60)]
    async with saved(tmp_path, *names) as (pilot, _):
        assert height(pilot) == 60
        assert "It is there, as it was saved." in screen_text(pilot)
        await press(pilot, "end")
        assert "0.txt" in screen_text(pilot)


async def test_it_is_whole_in_a_very_small_window(tmp_path: Path) -> None:
    async with saved(tmp_path, *NAMES, size=(40, 12)) as (pilot, _):
        assert "page.pdf" in screen_text(pilot)
        await press(pilot, "d")
        assert "Leave it" in screen_text(pilot)
        await press(pilot, *YES)
        assert "Removed:" in screen_text(pilot)
        assert "what a disk may keep" in " ".join(said(pilot).split())


async def test_one_gets_there_from_looking_after_the_notebook() -> None:
    async with open_notebook() as room:
        await room.show(cast("ExportedScreen", KeepingScreen(room.context)))
        await room.click("#exported")
        assert isinstance(room.screen, ExportedScreen)
        await room.press("escape")
        assert isinstance(room.screen, KeepingScreen)
