"""The preview is the very text that leaves, and it leaves only where the person says."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING, cast

import pytest
from page_room import (
    ASKED,
    NOTES,
    SISTER,
    TABLE,
    at_the_table,
    line,
    press,
    screen_text,
    settle,
)
from textual.widgets import Static

from companion.domain.page import Section
from companion.domain.printing import Printing
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.preview import PreviewScreen
from companion.ui.screens.save_page import SavePageScreen
from companion.ui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from pathlib import Path

    from page_room import Room
    from textual.content import Content
    from textual.pilot import Pilot

LINES = [line("sister", Section.ONE_THING), line("asked", wording="Ask me first.")]


def printed(pilot: Pilot[None]) -> str:
    """The text on the sheet."""
    return cast("Content", pilot.app.screen.query_one("#printed", Static).render()).plain


def text_of(room: Room, form: str = "text") -> str:
    return room.pages.render(room.pages.desk().page, form)


async def at_saving(pilot: Pilot[None], file: Path, form: str = "text") -> None:
    """Go to where a page is saved, choose a form, and name a file."""
    await press(pilot, "p")
    await press(pilot, "s")
    await pilot.click(f"#{form}")
    await settle(pilot)
    field = pilot.app.screen.query_one(LineInput)
    field.value = str(file)
    field.focus()
    await settle(pilot)


async def test_the_preview_is_the_text_that_is_printed() -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        await press(pilot, "p")
        assert printed(pilot) == text_of(room)
        assert SISTER in printed(pilot)
        assert "Ask me first." in printed(pilot)


@pytest.mark.parametrize("wide", [40, 60, 80])
async def test_in_a_narrow_window_the_lines_are_broken_for_it_and_for_it_alone(wide: int) -> None:
    async with at_the_table(lines=LINES, size=(wide, 24)) as (pilot, room):
        await press(pilot, "p")
        sheet = pilot.app.screen.query_one("#printed", Static).content_size.width
        text = room.pages.render(room.pages.desk().page, "text", min(72, sheet - 1))
        assert printed(pilot) == text


async def test_what_is_not_ticked_is_not_there() -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        await press(pilot, "p")
        for text in (ASKED, TABLE, NOTES, "What moves in me", "sister (", "entry-"):
            assert text not in printed(pilot)


async def test_a_tick_taken_back_is_off_the_page() -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        await press(pilot, "home", "space")
        await press(pilot, "p")
        assert SISTER not in printed(pilot)


async def test_the_sheet_is_never_wider_than_about_eighty_columns() -> None:
    async with at_the_table(lines=LINES, size=(200, 50)) as (pilot, _):
        await press(pilot, "p")
        assert pilot.app.screen.query_one("#printed").content_size.width <= 80


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 36)])
async def test_the_whole_sheet_can_be_scrolled_through(size: tuple[int, int]) -> None:
    async with at_the_table(lines=LINES, size=size) as (pilot, room):
        await press(pilot, "p")
        await press(pilot, "end")
        assert text_of(room).strip().splitlines()[-1][:20] in screen_text(pilot)


async def test_the_saved_file_is_the_preview_and_for_the_person_alone(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    async with at_the_table(lines=LINES) as (pilot, _):
        await press(pilot, "p")
        seen = printed(pilot)
        await press(pilot, "escape")
        await at_saving(pilot, file)
        await press(pilot, "enter")
        assert file.read_text(encoding="utf-8") == seen
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert "The page is saved" in screen_text(pilot)
        assert "You can delete it any time" in screen_text(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PreviewScreen)


async def test_the_person_is_told_that_the_file_is_not_encrypted_before_it_is_written() -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        await press(pilot, "p")
        await press(pilot, "s")
        assert room.words.say("save.warning") in screen_text(pilot)


async def test_the_name_offered_is_neutral_and_in_the_persons_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    async with at_the_table(lines=LINES) as (pilot, _):
        await press(pilot, "p")
        await press(pilot, "s")
        assert pilot.app.screen.query_one(LineInput).value == str(tmp_path / "page.pdf")


async def test_the_end_of_the_name_follows_the_form_and_the_file_is_in_it(tmp_path: Path) -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        await at_saving(pilot, tmp_path / "page.txt")
        for form in ("md", "html"):
            await pilot.click(f"#{form}")
            await settle(pilot)
            named = tmp_path / f"page.{form}"
            assert pilot.app.screen.query_one(LineInput).value == str(named)
        await pilot.click("#save")
        await settle(pilot)
        assert named.read_text(encoding="utf-8") == text_of(room, "html")


async def test_a_pdf_is_what_is_offered_first_and_the_page_is_in_it(tmp_path: Path) -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        await press(pilot, "p")
        await press(pilot, "s")
        pilot.app.screen.query_one(LineInput).value = str(tmp_path / "page.pdf")
        await press(pilot, "enter")
        printed = room.writer.print_page(room.pages.desk().page, Printing())
        assert (tmp_path / "page.pdf").read_bytes() == printed.data


async def test_a_folder_gets_the_neutral_name(tmp_path: Path) -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        await at_saving(pilot, tmp_path)
        await press(pilot, "enter")
        assert (tmp_path / "page.txt").exists()


async def test_letters_in_the_name_are_only_letters(tmp_path: Path) -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        await at_saving(pilot, tmp_path / "x")
        await press(pilot, "end", *"spnmq")
        assert isinstance(pilot.app.screen, SavePageScreen)
        assert pilot.app.screen.query_one(LineInput).value.endswith("xspnmq")


async def test_a_file_that_is_there_is_left_alone_unless_the_person_says_so(
    tmp_path: Path,
) -> None:
    file = tmp_path / "page.txt"
    file.write_text("shopping", encoding="utf-8")
    async with at_the_table(lines=LINES) as (pilot, room):
        await at_saving(pilot, file)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, AskScreen)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SavePageScreen)
        assert file.read_text(encoding="utf-8") == "shopping"
        await press(pilot, "enter")
        await press(pilot, "right", "enter")
        assert file.read_text(encoding="utf-8") == text_of(room)


async def test_a_place_that_can_not_be_written_is_told_calmly_and_nothing_is_lost(
    tmp_path: Path,
) -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        await at_saving(pilot, tmp_path / "nowhere" / "page.txt")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SavePageScreen)
        assert "Nothing was lost" in screen_text(pilot)
        pilot.app.screen.query_one(LineInput).value = str(tmp_path / "page.txt")
        await press(pilot, "enter")
        assert (tmp_path / "page.txt").read_text(encoding="utf-8") == text_of(room)


@pytest.mark.parametrize("name", ["", "   ", "~nobody-of-that-name/page.txt"])
async def test_a_name_that_is_none_is_told_calmly(name: str, tmp_path: Path) -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        await at_saving(pilot, tmp_path / "page.txt")
        pilot.app.screen.query_one(LineInput).value = name
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SavePageScreen)
        assert not (tmp_path / "page.txt").exists()
