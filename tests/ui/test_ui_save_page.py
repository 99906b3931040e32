"""Saving the page: paper, size, a password that is kept nowhere, and what can go wrong."""

from __future__ import annotations

import io
import threading
from typing import TYPE_CHECKING, cast

import pytest
from page_room import at_the_table, line, press, said, screen_text, settle
from pypdf import PdfReader
from textual.widgets import Button, Static

from companion.domain.file_errors import PrintingFailedError
from companion.domain.page import Section
from companion.domain.printing import LONGEST_PASSWORD, Paper, Printed, Printing
from companion.ui.screens.exported import ExportedScreen
from companion.ui.screens.save_page import SavePageScreen
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.passphrase import PassphraseInput

if TYPE_CHECKING:
    from pathlib import Path

    from page_room import Room
    from textual.content import Content
    from textual.pilot import Pilot

    from companion.domain.page import Page

LINES = [line("sister", Section.ONE_THING)]
SECRET = "heron weir 4"


class Press:
    """A printing press that remembers what it was asked for, and can wait or fail."""

    def __init__(self, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[Printing] = []
        self.fails = False
        self.free = threading.Event()
        self.free.set()
        monkeypatch.setattr(room.writer, "print_page", self.print_page, raising=True)

    def print_page(self, page: Page, printing: Printing) -> Printed:
        del page
        self.asked.append(printing)
        self.free.wait(10)
        if self.fails:
            raise PrintingFailedError
        return Printed(b"%PDF", ("\U0001f9ff",))


async def saving(pilot: Pilot[None], file: Path) -> SavePageScreen:
    """Go to where the page is saved as a PDF, under a name."""
    await press(pilot, "p", "s")
    screen = pilot.app.screen
    assert isinstance(screen, SavePageScreen)
    screen.query_one("#file", LineInput).value = str(file)
    return screen


async def push(pilot: Pilot[None], button: str) -> None:
    pilot.app.screen.query_one(f"#{button}", Button).press()
    await settle(pilot)


def labels(pilot: Pilot[None]) -> list[str]:
    """What the two choices of a PDF say."""
    return [str(pilot.app.screen.query_one(f"#{one}", Button).label) for one in ("paper", "large")]


def shown(pilot: Pilot[None], widget: str) -> str:
    found = pilot.app.screen.query_one(f"#{widget}", Static)
    return " ".join(cast("Content", found.render()).plain.split())


async def test_one_key_from_the_page_a_pdf_is_what_is_offered(tmp_path: Path) -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        screen = await saving(pilot, tmp_path / "page.pdf")
        assert screen.form == "pdf"
        await press(pilot, "enter")
        assert PdfReader(tmp_path / "page.pdf").pages


async def test_paper_and_size_are_as_chosen_and_the_paper_is_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        pressing = Press(room, monkeypatch)
        await saving(pilot, tmp_path / "page.pdf")
        await push(pilot, "paper")
        await push(pilot, "large")
        assert labels(pilot) == ["● US Letter paper", "■ large print"]
        await push(pilot, "save")
        assert pressing.asked == [Printing(Paper.LETTER, large=True)]
        assert room.pages.paper is Paper.LETTER
        await press(pilot, "escape", "s")
        assert labels(pilot) == ["● US Letter paper", "□ large print"]


async def test_only_a_pdf_is_asked_for_paper_and_a_password(tmp_path: Path) -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        screen = await saving(pilot, tmp_path / "page.pdf")
        screen.query_one("#password", PassphraseInput).value = SECRET
        await settle(pilot)
        assert "opens with its password alone" in shown(pilot, "save-warning")
        await push(pilot, "html")
        assert not screen.query_one("#pdf-options").display
        assert "not encrypted" in shown(pilot, "save-warning")
        await push(pilot, "save")
        assert "not encrypted" in shown(pilot, "save-about")
        assert SECRET not in (tmp_path / "page.html").read_text(encoding="utf-8")


async def test_a_name_that_ends_as_another_form_does_is_a_file_of_that_form(
    tmp_path: Path,
) -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        screen = await saving(pilot, tmp_path / "for thursday.TXT")
        await settle(pilot)
        assert screen.form == "text"
        assert not screen.query_one("#pdf-options").display
        await push(pilot, "save")
        written = (tmp_path / "for thursday.TXT").read_text(encoding="utf-8")
        assert written.startswith("For ")
        assert not written.startswith("%PDF")


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_a_kind_is_chosen_by_the_keys_that_press_any_button(tmp_path: Path, key: str) -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        screen = await saving(pilot, tmp_path / "page.pdf")
        await press(pilot, "tab", "tab", key)
        assert screen.form == "html"
        assert "● A web page" in screen_text(pilot)


async def test_with_a_password_the_pdf_opens_with_it_alone(tmp_path: Path) -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        screen = await saving(pilot, tmp_path / "page.pdf")
        screen.query_one("#password", PassphraseInput).value = SECRET
        await push(pilot, "save")
        found = PdfReader(io.BytesIO((tmp_path / "page.pdf").read_bytes()))
        assert found.is_encrypted
        assert not found.decrypt("another")
        assert found.decrypt(SECRET)
        assert "password alone" in shown(pilot, "save-about")


async def test_a_password_is_never_shown_copied_or_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_table(lines=LINES, size=(80, 40)) as (pilot, room):
        Press(room, monkeypatch)
        screen = await saving(pilot, tmp_path / "page.pdf")
        field = screen.query_one("#password", PassphraseInput)
        field.focus()
        await press(pilot, *"heron4")
        assert field.value == "heron4"
        assert "heron4" not in screen_text(pilot)
        await press(pilot, "home", "shift+end", "ctrl+c", "ctrl+x")
        assert pilot.app.clipboard == ""
        assert field.value == "heron4"
        await press(pilot, "enter")
        assert field.value == ""
        assert "heron4" not in repr(vars(screen))
        assert "heron4" not in screen_text(pilot)
        assert "heron4" not in repr(room.settings.kept)
        assert not any("heron4" in one for one in said(pilot))


async def test_a_password_is_no_longer_than_readers_take(tmp_path: Path) -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        screen = await saving(pilot, tmp_path / "page.pdf")
        assert screen.query_one("#password", PassphraseInput).max_length == LONGEST_PASSWORD


async def test_a_password_that_readers_would_cut_off_is_told_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        screen = await saving(pilot, tmp_path / "page.pdf")
        long = "é" * (LONGEST_PASSWORD // 2 + 1)
        screen.query_one("#password", PassphraseInput).value = long
        await push(pilot, "save")
        assert "at most about a hundred" in shown(pilot, "save-said")
        assert not (tmp_path / "page.pdf").exists()
        await push(pilot, "text")
        await push(pilot, "save")
        assert (tmp_path / "page.txt").exists()


async def test_a_name_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        await saving(pilot, tmp_path / f"{'a' * 300}.pdf")
        await push(pilot, "save")
        assert "could not be written" in shown(pilot, "save-said")


async def test_while_the_pdf_is_made_it_says_so_and_nothing_is_frozen_or_made_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        pressing = Press(room, monkeypatch)
        screen = await saving(pilot, tmp_path / "page.pdf")
        pressing.free.clear()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert "being made" in screen_text(pilot)
        await pilot.press("enter", "escape", "x")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert screen.query_one("#file", LineInput).value.endswith("x")
        pressing.free.set()
        await settle(pilot)
        assert len(pressing.asked) == 1
        assert f"The page is saved: {tmp_path / 'page.pdf'}" in shown(pilot, "save-place")


async def test_where_no_pdf_can_be_made_one_hears_what_still_works_and_it_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        Press(room, monkeypatch).fails = True
        await saving(pilot, tmp_path / "page.pdf")
        await push(pilot, "save")
        assert "could not be made" in shown(pilot, "save-said")
        assert "As a web page or as plain text" in shown(pilot, "save-said")
        assert "Another place" not in shown(pilot, "save-said")
        assert not (tmp_path / "page.pdf").exists()
        await push(pilot, "html")
        await push(pilot, "save")
        assert (tmp_path / "page.html").exists()


async def test_signs_without_a_shape_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        Press(room, monkeypatch)
        await saving(pilot, tmp_path / "page.pdf")
        await push(pilot, "save")
        assert "\U0001f9ff" in shown(pilot, "save-place")


async def test_a_file_that_could_not_be_remembered_is_there_and_that_is_said(
    tmp_path: Path,
) -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        await saving(pilot, tmp_path / "page.pdf")
        await push(pilot, "text")
        room.settings.full = True
        await push(pilot, "save")
        assert (tmp_path / "page.txt").exists()
        assert "The page is saved" in shown(pilot, "save-place")
        assert "could not remember where" in shown(pilot, "save-place")


async def test_from_there_one_gets_to_all_that_was_saved(tmp_path: Path) -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        await saving(pilot, tmp_path / "page.pdf")
        await push(pilot, "text")
        await push(pilot, "save")
        await push(pilot, "later")
        assert isinstance(pilot.app.screen, ExportedScreen)
        assert "page.txt" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SavePageScreen)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 36)], ids=str)
async def test_every_question_is_within_reach_in_every_window(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at_the_table(lines=LINES, size=size) as (pilot, _):
        screen = await saving(pilot, tmp_path / "page.pdf")
        for name in ("pdf", "html", "text", "md", "paper", "large", "save", "back"):
            button = screen.query_one(f"#{name}", Button)
            button.focus()
            await settle(pilot)
            assert str(button.label).strip()[:8] in screen_text(pilot)
