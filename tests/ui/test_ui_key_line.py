"""The line of keys: what matters most stays, however narrow the window is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.shelves import path, text
from walk_room import WORDS, open_notebook, walking

if TYPE_CHECKING:
    from walk_room import Room

ONE = path("one", "One", text("first", "What?"), text("road", "What small road is there?"))


def foot(room: Room) -> str:
    return room.text().splitlines()[-1].strip()


async def test_with_room_every_key_stands_there_the_way_out_last_before_help() -> None:
    async with walking(ONE, at="road") as room:
        keys = [part.strip() for part in foot(room).split("   ") if part.strip()]
        assert keys == [
            "^n next",
            "^b back",
            "F2 where it goes",
            "Esc stop here, keep it",
            f"^g {WORDS.say('keys.app.help_now')}",
        ]


async def test_in_a_narrow_window_the_way_on_the_way_out_and_help_are_left() -> None:
    async with walking(ONE, at="road", size=(40, 12)) as room:
        assert foot(room).split() == ["^n", "next", "Esc", "stop", "here", "^g", "help", "now"]
        await room.pilot.resize_terminal(24, 12)
        await room.settle()
        assert foot(room).startswith("Esc stop")
        await room.pilot.resize_terminal(80, 24)
        await room.settle()
        assert "Esc stop here, keep it" in foot(room)


async def test_in_every_room_the_way_out_and_help_stand_in_the_smallest_window() -> None:
    async with open_notebook(size=(40, 12)) as room:
        for place in "justavmhowr":
            await room.press(place)
            assert f"Esc {WORDS.say('keys.screen.back')}" in foot(room), place
            assert foot(room).endswith(f"^g {WORDS.say('keys.app.help_now')}"), place
            await room.press("escape")
