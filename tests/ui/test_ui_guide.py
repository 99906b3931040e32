"""The guide and the audit, read in the app."""

from __future__ import annotations

import pytest
from setting_room import SIZES, WORDS, Room, settings
from support.screens import settled, until
from textual.widgets import OptionList

from companion.ui.screens.guide import GuideScreen
from companion.ui.screens.home import HomeScreen
from companion.ui.widgets.guide_page import GuidePage

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
        assert "One sheet for your next session" in room.text()
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
        assert "One sheet for your" in room.text()
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
        assert "loaded only when a PDF is made" in room.words()


async def test_one_goes_from_page_to_page_and_stays_at_the_ends() -> None:
    async with settings("g", "enter", size=(120, 36)) as room:
        await settled(room.pilot)
        assert "the page before" not in room.foot()
        await room.press("n")
        await settled(room.pilot)
        assert "Everything you write" in room.text()
        await room.press("n")
        await settled(room.pilot)
        assert "open_notebook.py" in room.text()
        assert page(room).scroll_y == 0
        assert "the next page" not in room.foot()
        await room.press("n", "p")
        await settled(room.pilot)
        assert "Everything you write" in room.text()
        await room.press("p")
        await settled(room.pilot)
        assert "One sheet for your next session" in room.text()
        await room.press("t")
        assert room.screen.query_one("#topics", OptionList).has_focus


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
        await until(room.pilot, lambda: "Everything you write" in room.text())


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
