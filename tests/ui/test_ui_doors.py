"""The three doors of a bump in the road: what is behind each, and the way back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from support.time import NOW
from textual.widgets import Static
from walk_room import NOTHING, WORDS, Room, open_notebook

from companion.domain.ladder import Became
from companion.domain.path import Place
from companion.domain.path_ids import BUMP, FIT, RECORD
from companion.ui.screens.doors import DoorsScreen
from companion.ui.screens.help_now import HelpNowScreen
from companion.ui.screens.outside import OutsideScreen


async def at_the_doors(room: Room) -> None:
    await room.show(DoorsScreen(room.context))  # type: ignore[arg-type] - its result


async def got_through(room: Room, words: str, after: str = "", *, days: int = 1) -> None:
    """Something that was said once, and that the two got through."""
    line = room.opened.reflecting.note(
        words, "A free line", Place.UNSAID, happened_at=NOW - timedelta(days=days)
    )
    room.opened.drawer.happened(line.answers[0].id, Became.THROUGH, after)


def repairs(room: Room) -> str:
    shown = room.screen.query_one("#repairs", Static)
    return str(shown.content) if shown.display else ""


@pytest.mark.parametrize("path_id", [BUMP, FIT])
async def test_two_doors_lead_to_questions(path_id: str) -> None:
    async with open_notebook() as room:
        await at_the_doors(room)
        await room.click(f"#{path_id}")
        assert room.result == path_id


async def test_the_first_door_has_the_focus_and_escape_turns_round() -> None:
    async with open_notebook() as room:
        await at_the_doors(room)
        assert room.screen.focused is not None
        assert room.screen.focused.id == BUMP
        await room.press("escape")
        assert room.result is None


async def test_behind_the_third_door_nothing_is_asked() -> None:
    async with open_notebook() as room:
        await at_the_doors(room)
        await room.click("#outside")
        assert isinstance(room.screen, OutsideScreen)
        assert not room.screen.query("LineInput, TextArea")
        for part in ("first", "who", "record", "danger"):
            assert WORDS.say(f"outside.{part}")[:30] in room.text()
        await room.press("enter")
        assert isinstance(room.screen, DoorsScreen)
        assert room.result == NOTHING


async def test_behind_the_third_door_one_can_see_who_is_there() -> None:
    async with open_notebook() as room:
        await at_the_doors(room)
        await room.click("#outside")
        await room.click("#help")
        assert isinstance(room.screen, HelpNowScreen)
        await room.press("escape")
        assert isinstance(room.screen, OutsideScreen)


async def test_behind_the_third_door_a_record_can_be_written() -> None:
    async with open_notebook() as room:
        await at_the_doors(room)
        await room.click("#outside")
        await room.click("#write")
        assert room.result == RECORD


async def test_what_was_got_through_before_comes_up_with_what_came_of_it() -> None:
    async with open_notebook() as room:
        await got_through(room, "I was angry about the bill", "She had not known")
        await at_the_doors(room)
        assert WORDS.say("doors.repairs.title") in repairs(room)
        assert "I was angry about the bill" in repairs(room)
        assert "She had not known" in repairs(room)


async def test_of_many_the_latest_come_up_and_the_rest_are_in_the_drawer() -> None:
    async with open_notebook() as room:
        for days in (5, 3, 1):
            await got_through(room, f"bump {days}", days=days)
        await at_the_doors(room)
        assert "bump 1" in repairs(room)
        assert "bump 3" in repairs(room)
        assert "bump 5" not in repairs(room)
        assert WORDS.say("doors.repairs.more") in repairs(room)


async def test_what_is_not_got_through_does_not_come_up() -> None:
    async with open_notebook() as room:
        room.opened.reflecting.note("still there", "A free line", Place.UNSAID)
        await at_the_doors(room)
        assert repairs(room) == ""


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12), (200, 50)])
async def test_all_three_doors_can_be_reached_in_any_window(size: tuple[int, int]) -> None:
    async with open_notebook(size=size) as room:
        await at_the_doors(room)
        for _ in range(2):
            await room.press("tab")
        assert room.screen.focused is not None
        assert room.screen.focused.id == "outside"
        await room.press("enter")
        assert isinstance(room.screen, OutsideScreen)
        assert WORDS.say("outside.first")[:20] in room.text()
        await room.press("tab", "tab")
        assert WORDS.say("outside.write") in room.text()
