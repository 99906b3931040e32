"""Keys of one's own: pressed, refused in words, taken back, and shown wherever keys are shown."""

from __future__ import annotations

import pytest
from setting_room import SIZES, WORDS, Room, settings
from textual.widgets import Button, OptionList

from companion.domain.preferences import Preferences
from companion.ui.keys import ACTIONS
from companion.ui.screens.press_key import PressKeyScreen
from companion.ui.screens.remap import RemapScreen

Z = Preferences(keys={"home.note": "y"})


async def at(room: Room, action_id: str) -> None:
    """Put the cursor on an action."""
    listed = room.screen.query_one("#actions", OptionList)
    listed.highlighted = listed.get_option_index(action_id)
    await room.pilot.pause()


def listed(room: Room) -> list[str]:
    found = room.screen.query_one("#actions", OptionList).options
    return [str(option.prompt) for option in found]


@pytest.mark.parametrize("size", SIZES)
async def test_every_action_is_there_with_its_keys(size: tuple[int, int]) -> None:
    async with settings("comma", "k", size=size) as room:
        assert isinstance(room.screen, RemapScreen)
        rows = listed(room)
        for action in ACTIONS:
            name = WORDS.say(action.name)
            assert any(name in row for row in rows)
            assert WORDS.say(f"settings.area.{action.area}") in rows
        assert "^g · F1" in room.text()


async def test_a_key_is_given_by_pressing_it_and_holds_at_once() -> None:
    async with settings("comma", "k") as room:
        await at(room, "home.note")
        await room.press("enter")
        assert isinstance(room.screen, PressKeyScreen)
        assert "“note”" in room.words()
        await room.press("y")
        assert room.file.kept == Z
        assert any("• note" in row and "y" in row for row in listed(room))
        await room.press("escape", "escape")
        assert "y note" in room.foot()
        await room.press("n")
        assert "One small thing" in room.text()
        await room.press("y")
        assert "One small thing" not in room.text()


async def test_a_key_that_is_taken_is_told_and_asked_again() -> None:
    async with settings("comma", "k") as room:
        await at(room, "home.note")
        await room.press("enter", "r")
        assert "can't mean both reflect and note" in room.words()
        assert not room.file.kept.keys
        await room.press("up")
        assert "means the same wherever you are" in room.words()
        await room.press("f6")
        assert room.file.kept.keys == {"home.note": "f6"}


async def test_where_one_writes_no_letter_is_a_key() -> None:
    async with settings("comma", "k") as room:
        await at(room, "reflect.next")
        await room.press("enter", "x")
        assert "would be typed where you write" in room.words()
        assert not room.file.kept.keys


@pytest.mark.parametrize("way", ["escape", "enter", "press"])
async def test_the_question_can_be_left(way: str) -> None:
    async with settings("comma", "k") as room:
        await at(room, "home.note")
        await room.press("c")
        if way == "press":
            await room.click("#leave")
        else:
            await room.press(way)
        assert isinstance(room.screen, RemapScreen)
        assert not room.file.kept.keys


async def test_one_key_is_taken_back_and_only_a_changed_one_can_be() -> None:
    async with settings("comma", "k", kept=Z) as room:
        assert not room.screen.query_one("#usual", Button).display
        await at(room, "home.note")
        assert room.screen.query_one("#usual", Button).display
        await room.press("u")
        assert not room.file.kept.keys
        assert not room.screen.query_one("#usual", Button).display
        assert not room.screen.query_one("#all_usual", Button).display


async def test_all_are_taken_back_after_a_question() -> None:
    async with settings("comma", "k", kept=Z) as room:
        await room.press("a", "enter")
        assert room.file.kept == Z
        await room.press("a", "right", "enter")
        assert not room.file.kept.keys


async def test_the_lines_say_whether_keys_are_ones_own() -> None:
    async with settings("comma", kept=Z) as room:
        assert WORDS.say("settings.keys_changed") in room.text()
        await room.press("k", "a", "right", "enter", "escape")
        assert WORDS.say("settings.keys_usual") in room.text()


async def test_a_key_of_ones_own_holds_from_the_start_and_is_shown_everywhere() -> None:
    async with settings(kept=Z) as room:
        assert "y note" in room.foot()
        palette = list(room.app.get_system_commands(room.screen))
        assert {"y"} == {one.help for one in palette if one.title == "note"}
        await room.press("question_mark")
        assert "r reflect y note u unsaid" in room.says(".keys-column")


async def test_help_now_keeps_its_key_beside_one_of_ones_own() -> None:
    kept = Preferences(keys={"app.help_now": "f9", "screen.back": "f8"})
    async with settings(kept=kept) as room:
        assert "F9 help now" in room.foot()
        for key in ("f9", "ctrl+g"):
            await room.press(key)
            assert "It can't see you" in room.words()
            await room.press("escape")
            assert "One small thing" in room.text()


async def test_two_keys_that_were_swapped_do_what_they_say() -> None:
    kept = Preferences(keys={"home.page": "j", "home.journal": "p"})
    async with settings(kept=kept) as room:
        assert "j page" in room.foot()
        assert "p journal" in room.foot()
        await room.press("p")
        assert "JournalScreen" in type(room.screen).__name__


async def test_a_key_in_the_file_that_is_not_free_leaves_the_usual_one() -> None:
    async with settings(kept=Preferences(keys={"home.note": "r"})) as room:
        assert "n note" in room.foot()
        assert any("keys.home.note" in one for one in room.told)
