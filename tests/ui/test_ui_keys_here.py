"""? shows the keys of the screen in words; the palette stays on its own key."""

from __future__ import annotations

import pytest
from setting_room import SIZES, WORDS, Room, settings
from support.screens import settled, until, write
from textual.command import CommandPalette

from companion.domain.preferences import Preferences
from companion.ui.keys import ACTIONS
from companion.ui.screens.guide import GuideScreen
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.keys_here import KeysHereScreen
from companion.ui.screens.settings import SettingsScreen
from companion.ui.widgets.editor import Editor


def columns(room: Room) -> str:
    return room.says(".keys-column")


@pytest.mark.parametrize("size", SIZES)
async def test_every_key_of_the_screen_is_listed_and_can_be_scrolled_to(
    size: tuple[int, int],
) -> None:
    async with settings("question_mark", size=size) as room:
        assert isinstance(room.screen, KeysHereScreen)
        shown = columns(room)
        for action in ACTIONS:
            # Enter is the button's that has the focus.
            if action.area in {"home", "app"} and action.keys != "enter":
                assert WORDS.say(action.name) in shown, action.id
        assert room.screen.find_widget(room.screen.query_one("#close")).region.bottom < size[1]
        await room.press("end")
        assert isinstance(room.screen, KeysHereScreen)


async def test_only_what_can_be_done_now_is_listed() -> None:
    async with settings("question_mark") as room:
        assert "Esc" not in columns(room)
    async with settings("comma", "question_mark") as room:
        assert "Esc back" in columns(room)
        assert "k change keys" in columns(room)
        assert "reflect" not in columns(room)


@pytest.mark.parametrize("key", ["escape", "question_mark", "f4", "enter"])
async def test_it_closes_with_any_of_its_keys_and_the_screen_is_as_it_was(key: str) -> None:
    async with settings("comma", "down", "question_mark", key) as room:
        assert isinstance(room.screen, SettingsScreen)
        focused = room.app.focused
        assert focused is not None
        assert focused.id == "lock_after"


async def test_where_one_writes_the_sign_is_written_and_another_key_shows_the_keys() -> None:
    async with settings("n") as room:
        await write(room.pilot, "is it?")
        await room.press("question_mark")
        assert room.screen.query_one(Editor).text == "is it??"
        assert "? keys" not in room.foot()
        await room.press("f4")
        assert isinstance(room.screen, KeysHereScreen)
        assert "^n" in columns(room)
        await room.press("escape")
        assert room.screen.query_one(Editor).text == "is it??"


async def test_the_palette_finds_an_action_by_its_words_and_shows_its_key() -> None:
    async with settings() as room:
        await room.press("ctrl+p")
        assert WORDS.say("palette.placeholder") in room.text()
        assert "t      what you two agreed" in room.text()
        await room.press("g", "u", "i", "d", "e")
        await until(room.pilot, lambda: "g      the guide" in room.text())
        assert "what you two agreed" not in room.text()
        await room.press("enter")
        assert isinstance(room.screen, GuideScreen)


async def test_the_palette_has_a_button_here_and_its_own_key_everywhere() -> None:
    async with settings("question_mark") as room:
        await room.click("#palette")
        await settled(room.pilot)
        assert isinstance(room.screen, CommandPalette)
        await room.press("escape")
        assert isinstance(room.screen, HomeScreen)
        await room.press("ctrl+p")
        assert isinstance(room.screen, CommandPalette)


@pytest.mark.parametrize("size", SIZES)
async def test_the_way_to_the_keys_is_in_the_line_at_the_foot_at_every_size(
    size: tuple[int, int],
) -> None:
    async with settings(size=size) as room:
        assert "? keys" in room.foot()
        assert "^g help now" in room.foot()


async def test_the_line_at_the_foot_can_be_pressed() -> None:
    async with settings() as room:
        column = room.foot().index("? keys")
        await room.pilot.click(offset=(column, 23))
        await settled(room.pilot)
        assert isinstance(room.screen, KeysHereScreen)


async def test_the_line_at_the_foot_keeps_its_order_whatever_the_keys_are() -> None:
    kept = Preferences(keys={"home.reflect": "y", "home.unsaid": "f6"})
    async with settings(kept=kept) as room:
        assert room.foot().split()[:6] == ["y", "reflect", "n", "note", "F6", "unsaid"]
