"""The guide and the audit, read in the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting_room import SIZES, WORDS, Room, settings
from support.screens import settled, until
from textual.widgets import Button, OptionList, Static

from companion.services.exported import What
from companion.ui.screens.guide import GuideScreen
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.save_leaflet import SaveLeafletScreen
from companion.ui.widgets.guide_page import GuidePage
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.passphrase import PassphraseInput

if TYPE_CHECKING:
    from pathlib import Path

WIDE = [(120, 36), (200, 50)]
NARROW = [(40, 12), (60, 20)]


def page(room: Room) -> GuidePage:
    return room.screen.query_one(GuidePage)


def is_seen(room: Room, selector: str) -> bool:
    return bool(room.screen.query_one(selector).region.area)


@pytest.mark.parametrize("size", WIDE)
async def test_where_there_is_room_the_page_stands_beside_its_topic(size: tuple[int, int]) -> None:
    async with settings("g", size=size) as room:
        await settled(room.pilot)
        assert is_seen(room, "#topics")
        assert is_seen(room, "#guide-page")
        assert "You don't owe this notebook anything." in room.words()
        assert page(room).query(".guide-block").first().region.width <= 72


@pytest.mark.parametrize("size", NARROW)
async def test_where_there_is_little_room_the_list_comes_first_and_escape_leads_back_to_it(
    size: tuple[int, int],
) -> None:
    async with settings("g", size=size) as room:
        assert is_seen(room, "#topics")
        assert not is_seen(room, "#guide-page")
        await room.press("enter")
        assert not is_seen(room, "#topics")
        assert "You don't owe this" in room.text()
        await room.press("escape")
        assert is_seen(room, "#topics")
        await room.press("escape")
        assert isinstance(room.screen, HomeScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_all_of_a_page_can_be_scrolled_to(size: tuple[int, int]) -> None:
    async with settings("g", "enter", size=size) as room:
        await settled(room.pilot)
        await room.press("end")
        assert page(room).scroll_y == page(room).max_scroll_y > 0
        assert "three made-up months and keeps nothing" in room.words()


async def test_one_goes_from_page_to_page_and_stays_at_the_ends() -> None:
    async with settings("g", "enter", size=(120, 36)) as room:
        await settled(room.pilot)
        assert "page before" not in room.foot()
        await room.press("n")
        await settled(room.pilot)
        assert "If you might not stay safe" in room.text()
        await room.press(*"n" * (len(room.app.house.guide.topics()) - 2))
        await settled(room.pilot)
        assert "open_notebook.py" in room.text()
        assert page(room).scroll_y == 0
        assert "next page" not in room.foot()
        await room.press("n", "p")
        await settled(room.pilot)
        assert "For whoever wants to change it" in room.text()
        await room.press("t")
        assert room.screen.query_one("#topics", OptionList).has_focus


async def test_the_list_says_what_each_page_is_about_where_there_is_room_on_one_line() -> None:
    async with settings("g", size=(80, 24)) as room:
        rows = room.text().splitlines()
        first, *_ = (row for row in rows if "Your first week" in row)
        assert first.strip().endswith("what to do at first, and doing nothing")
        assert "…" not in room.text()
        for topic in room.app.house.guide.topics():
            assert sum(WORDS.say(f"guide.{topic}") in row for row in rows) == 1
    for size in ((40, 12), (60, 20), (120, 36)):
        async with settings("g", size=size) as room:
            assert WORDS.say("guide.first-week") not in room.text()
            assert "Your first week" in room.text()


@pytest.mark.parametrize("size", SIZES)
async def test_one_goes_from_heading_to_heading_and_back_to_the_top(size: tuple[int, int]) -> None:
    async with settings("g", "enter", size=size) as room:
        await settled(room.pilot)
        await room.press("h")
        tops = [page(room).scroll_y]
        heading = page(room).query(".guide-heading").first(Static)
        assert heading.virtual_region.y == tops[0]
        assert str(heading.content) == "To begin with"
        await room.press("h")
        assert page(room).scroll_y > tops[0]
        await room.press("H")
        assert page(room).scroll_y == tops[0]
        await room.press("H", "H")
        assert page(room).scroll_y == 0


async def test_names_typed_words_and_links_are_words_without_their_signs() -> None:
    async with settings("g", "enter", size=(120, 36)) as room:
        await settled(room.pilot)
        said = room.says(".guide-prose, .guide-under")
        assert "Speaking freely, A way forward, What moves in me" in said
        assert "The page you bring says how that goes." in said
        assert not {"*", "`", "["} & set(said)


async def test_what_can_be_printed_is_saved_and_remembered(tmp_path: Path) -> None:
    async with settings("g", size=(80, 24)) as room:
        await settled(room.pilot)
        for _ in range(room.app.house.guide.topics().index("therapist")):
            await room.press("down")
        await settled(room.pilot)
        await room.press("s")
        assert isinstance(room.screen, SaveLeafletScreen)
        assert "Nothing of yours is in it." in room.words()
        assert not room.screen.query(PassphraseInput)
        assert not room.screen.query(".kind")
        file = tmp_path / "leaflet.pdf"
        room.screen.query_one("#file", LineInput).value = str(file)
        room.screen.query_one("#paper", Button).press()
        await settled(room.pilot)
        room.screen.query_one("#save", Button).press()
        await until(room.pilot, lambda: "It is saved" in room.text())
        assert room.world.outbox.files[file].startswith("letter\nFor therapists")
        opened = room.screen.context.open
        assert [(one.file, one.what) for one in opened.exported.files()] == [(file, What.GUIDE)]
        assert opened.pages.paper == "letter"
        await room.press("enter")
        assert isinstance(room.screen, GuideScreen)


async def test_a_program_is_not_printed() -> None:
    async with settings("g", "end", size=(120, 36)) as room:
        await settled(room.pilot)
        assert "open_notebook.py" in room.text()
        assert "as a PDF" not in room.foot()
        await room.press("s")
        assert isinstance(room.screen, GuideScreen)


async def test_nothing_on_a_page_can_be_pressed() -> None:
    async with settings("g", "enter") as room:
        await settled(room.pilot)
        for block in page(room).query(".guide-block"):
            assert not block.can_focus
        assert "`" not in room.says(".guide-prose")
        assert "**" not in room.says(".guide-prose")


async def test_the_list_can_be_pressed() -> None:
    async with settings("g", size=(60, 20)) as room:
        await room.click("#topics", (3, 1))
        assert isinstance(room.screen, GuideScreen)
        await until(room.pilot, lambda: "If you might not stay safe" in room.text())


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_true_is_said_in_the_same_sentences_as_on_the_command_line(
    size: tuple[int, int],
) -> None:
    async with settings("i", size=size) as room:
        await until(room.pilot, lambda: WORDS.say("safekeeping.audit.logs") in room.says("Static"))
        said = room.says("#audit Static")
        folder = str(room.app.house.notebook.folder)
        assert folder in said
        assert WORDS.say("safekeeping.audit.network", modules="") in said
        assert "SQLCipher 4.9" in said
        await room.press("end")
        assert "Nothing you write is put anywhere else" in room.words()


async def test_guide_and_audit_are_in_the_palette() -> None:
    async with settings() as room:
        offered = {one.title for one in room.app.get_system_commands(room.screen)}
        assert {
            WORDS.say(f"keys.home.{name}") for name in ("guide", "audit", "settings")
        } <= offered
