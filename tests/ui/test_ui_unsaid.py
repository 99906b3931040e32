"""The Unsaid drawer, rung by rung; nothing of it is seen from anywhere else."""

from __future__ import annotations

import pytest
from drawer_room import at_drawer, put
from textual.widgets import OptionList
from walk_room import WORDS, Room, open_notebook

from companion.domain.errors import StorageError
from companion.domain.ladder import Became, Rung
from companion.domain.path import Place
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.note import NoteScreen
from companion.ui.screens.unsaid import UnsaidScreen
from companion.ui.screens.unsaid_item import UnsaidItemScreen
from companion.ui.widgets.masthead import Masthead


def fill(room: Room) -> None:
    put(room, "clock", "you looked at the clock", days=9)
    put(room, "slower", "could we go slower", days=4)
    put(room, "home", "I nearly stayed at home", days=2)
    put(room, "money", "the money is a worry", days=6)
    drawer = room.opened.drawer
    drawer.move("slower", Rung.BRING)
    drawer.happened("money", Became.NOT_YET, "")


def rows(room: Room) -> list[str]:
    """The headings and rows, in reading order, without what stands in their columns."""
    listed = room.screen.query_one("#unsaid", OptionList)
    return [str(option.prompt).strip().partition("  ")[0] for option in listed.options]


async def test_it_is_one_key_from_home() -> None:
    async with open_notebook() as room:
        await room.press("u")
        assert isinstance(room.screen, UnsaidScreen)
        await room.press("escape")
        assert isinstance(room.screen, HomeScreen)


async def test_an_empty_drawer_says_that_nothing_leaves_it_by_itself() -> None:
    async with open_notebook() as room:
        await at_drawer(room)
        assert WORDS.say("unsaid.none") in room.text()
        assert not room.screen.query_one("#unsaid").display
        assert not room.screen.query_one("#read").display
        await room.press("o")
        assert isinstance(room.screen, UnsaidScreen)


async def test_only_rungs_with_something_on_them_are_shown_the_latest_first() -> None:
    async with open_notebook() as room:
        fill(room)
        await at_drawer(room)
        assert rows(room) == [
            WORDS.say("unsaid.group.keep"),
            "I nearly stayed at home",
            "you looked at the clock",
            WORDS.say("unsaid.group.bring"),
            "could we go slower",
            WORDS.say("unsaid.group.said"),
            "the money is a worry",
        ]


async def test_each_row_says_its_day_and_the_heading_says_its_rung() -> None:
    async with open_notebook() as room:
        fill(room)
        await at_drawer(room)
        when = room.opened.drawer.item("slower").origin.happened_at
        day = WORDS.short_day(room.world.clock.local(when).date())
        (row,) = [line for line in room.text().split("\n") if "could we go slower" in line]
        assert row.split("slower")[1].split() == day.split()
        above = room.text().partition(row)[0]
        assert above.rstrip().endswith(WORDS.say("unsaid.group.bring"))


@pytest.mark.parametrize("became", [Became.THROUGH, Became.PARTLY])
async def test_what_got_through_stands_in_a_group_of_its_own(became: Became) -> None:
    async with open_notebook() as room:
        fill(room)
        room.opened.drawer.happened("clock", became, "we laughed")
        await at_drawer(room)
        assert rows(room)[-2:] == [WORDS.say("unsaid.group.through"), "you looked at the clock"]
        assert rows(room).count("you looked at the clock") == 1
        (row,) = [line for line in room.text().split("\n") if "you looked at the clock" in line]
        assert row.rstrip().endswith(WORDS.say(f"happened.short.{became}"))


@pytest.mark.parametrize("key", ["enter", "o"])
async def test_the_row_under_the_cursor_is_opened(key: str) -> None:
    async with open_notebook() as room:
        fill(room)
        await at_drawer(room)
        await room.press("down", "down", key)
        assert isinstance(room.screen, UnsaidItemScreen)
        assert "could we go slower" in room.text()


async def test_it_is_opened_by_mouse_too() -> None:
    async with open_notebook() as room:
        fill(room)
        await at_drawer(room)
        await room.click("#read")
        assert isinstance(room.screen, UnsaidItemScreen)
        assert "I nearly stayed at home" in room.text()


async def test_the_cursor_follows_what_was_moved() -> None:
    async with open_notebook() as room:
        fill(room)
        await at_drawer(room)
        await room.press("enter", "2", "escape")
        listed = room.screen.query_one("#unsaid", OptionList)
        option = listed.highlighted_option
        assert option is not None
        assert option.id == "home"
        assert WORDS.say("unsaid.group.maybe") in rows(room)


@pytest.mark.parametrize("by", ["w", "#write"])
async def test_a_line_is_written_straight_into_the_drawer(by: str) -> None:
    async with open_notebook() as room:
        await at_drawer(room)
        await (room.click(by) if by.startswith("#") else room.press(by))
        assert isinstance(room.screen, NoteScreen)
        await room.press(*"not today", "ctrl+n")
        assert isinstance(room.screen, UnsaidScreen)
        assert room.kept().answers[0].place is Place.UNSAID
        assert rows(room) == [WORDS.say("unsaid.group.keep"), "not today"]


async def test_nothing_of_it_is_in_a_title_or_on_home() -> None:
    async with open_notebook() as room:
        fill(room)
        at_home = room.text()
        assert "clock" not in at_home
        assert "slower" not in at_home
        await at_drawer(room)
        titled = (room.app.title, room.app.sub_title, room.screen.title, room.screen.sub_title)
        assert not any("slower" in str(one) for one in titled)
        assert room.screen.query_one(Masthead)._title == WORDS.say("unsaid.title")


async def test_hostile_words_are_shown_as_they_are() -> None:
    async with open_notebook() as room:
        put(room, "odd", "[/ [b]not bold[/b] [@click=app.quit]x[/]")
        await at_drawer(room)
        assert "[/ [b]not bold[/b]" in room.text()


async def test_an_unreadable_drawer_is_told() -> None:
    async with open_notebook() as room:
        fill(room)
        room.memory.open = False
        await at_drawer(room)
        assert room.told == [WORDS.say(StorageError.key)]
        assert isinstance(room.screen, UnsaidScreen)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (200, 50)])
@pytest.mark.parametrize("theme", ["dusk", "paper", "terminal"])
async def test_heading_row_and_way_out_are_in_sight(size: tuple[int, int], theme: str) -> None:
    async with open_notebook(size=size, theme=theme) as room:
        fill(room)
        await at_drawer(room)
        shown = room.text()
        assert WORDS.say("unsaid.group.keep") in shown
        assert "I nearly stayed at" in shown
        assert WORDS.say("unsaid.write") in shown
        assert WORDS.say("keys.screen.back") in shown
