"""Rehearsing: three sizes, everything kept, nothing forbidden."""

from __future__ import annotations

import pytest
from drawer_room import put, rehearsing, standing, tick, ticked
from textual import events
from textual.widgets import Static
from walk_room import WORDS, Room, open_notebook

from companion.domain.errors import StorageError
from companion.domain.ladder import Rung, Size
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.rehearse import RehearseScreen
from companion.ui.screens.starters import StartersScreen
from companion.ui.widgets.editor import Editor
from companion.ui.widgets.moves import Kept


def editor(room: Room, size: Size) -> Editor:
    return room.screen.query_one(f"#size-{size}", Editor)


def hint(room: Room, size: Size) -> Static:
    """The word about a size: its words are longer, or a gap in them is open."""
    return room.screen.query_one(f"#part-{size} .hint", Static)


async def test_tab_goes_through_the_three_sizes_and_escape_keeps_them() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await rehearsing(room)
        await room.press(*"much", "tab", *"three", "tab", *"one", "escape")
        assert isinstance(room.screen, HomeScreen)
        assert room.result == "clock"
        tried = standing(room).rehearsal
        assert (tried.all, tried.lines, tried.sentence) == ("much", "three", "one")
        assert standing(room).rung is Rung.KEEP


@pytest.mark.parametrize("by", ["ctrl+n", "ctrl+s", "#done"])
async def test_done_keeps_the_words(by: str) -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await rehearsing(room)
        await room.press(*"much")
        await (room.click(by) if by.startswith("#") else room.press(by))
        assert room.result == "clock"
        assert standing(room).rehearsal.all == "much"


async def test_what_was_tried_is_there_again_and_can_be_taken_away() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        room.opened.drawer.rehearse("clock", Size.LINES, "It hurt.")
        room.opened.drawer.bring_as("clock", Size.LINES)
        await rehearsing(room)
        assert room.app.focused is editor(room, Size.LINES)
        editor(room, Size.LINES).clear()
        await room.press("escape")
        assert standing(room).rehearsal.lines == ""
        assert standing(room).brings is None


async def test_a_pause_keeps_the_words() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await rehearsing(room)
        await room.press(*"much")
        told = [room.kept_word]
        editor(room, Size.ALL)._settle()
        await room.settle()
        assert standing(room).rehearsal.all == "much"
        assert [*told, room.kept_word] == [Kept.WAITS, Kept.SAVED]


async def test_looking_and_leaving_writes_nothing() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        room.opened.drawer.rehearse("clock", Size.LINES, "It hurt.")
        saves = room.memory.saves
        await rehearsing(room)
        await room.press("tab", "escape")
        assert room.memory.saves == saves


async def test_locking_keeps_the_words() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await rehearsing(room)
        await room.press(*"mu", "ctrl+l")
        assert not room.app.is_open
        assert room.memory.standings["clock"].rehearsal.all == "mu"


async def test_a_full_disk_keeps_the_words_on_the_screen() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await rehearsing(room)
        await room.press(*"much")
        room.memory.writable = False
        await room.press("escape")
        assert isinstance(room.screen, RehearseScreen)
        assert editor(room, Size.ALL).text == "much"
        assert room.kept_word is Kept.FAILED
        assert room.told == [WORDS.say(StorageError.key)]
        room.memory.writable = True
        await room.press("escape")
        assert isinstance(room.screen, HomeScreen)
        assert standing(room).rehearsal.all == "much"


async def test_locking_with_a_full_disk_says_that_the_last_words_are_gone() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await rehearsing(room)
        await room.press(*"much")
        room.memory.writable = False
        await room.press("ctrl+l")
        assert not room.app.is_open
        assert room.told == [WORDS.say("app.unkept")]


async def test_whoever_would_rather_leave_a_full_disk_may() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await rehearsing(room)
        await room.press(*"much")
        room.memory.writable = False
        await room.press("escape", "escape")
        assert isinstance(room.screen, AskScreen)
        await room.click("#leave")
        assert isinstance(room.screen, HomeScreen)


async def test_longer_words_are_told_of_and_kept() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await rehearsing(room)
        assert not hint(room, Size.SENTENCE).display
        await room.press("tab", "tab", *"It hurt")
        assert not hint(room, Size.SENTENCE).display
        room.app.post_message(events.Paste(". I laughed."))
        await room.settle()
        assert hint(room, Size.SENTENCE).display
        assert WORDS.say("rehearse.longer.sentence") in room.text()
        await room.press("escape")
        assert standing(room).rehearsal.sentence == "It hurt. I laughed."


@pytest.mark.parametrize("by", ["ctrl+t", "#start"])
async def test_a_beginning_is_put_in_and_the_next_key_fills_its_blank(by: str) -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await rehearsing(room)
        await (room.click(by) if by.startswith("#") else room.press(by))
        assert isinstance(room.screen, StartersScreen)
        await room.press("enter", *"this")
        began = WORDS.say("rehearse.starters.hard").replace("___", "this")
        assert editor(room, Size.ALL).text == began
        await room.press("escape")
        assert standing(room).rehearsal.all == began


async def test_a_beginning_never_goes_over_words() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await rehearsing(room)
        await room.press("tab", *"my own", "ctrl+a", "ctrl+t", "down", "enter")
        assert editor(room, Size.LINES).text == "my own\n" + WORDS.say("rehearse.starters.back")
        assert editor(room, Size.ALL).text == ""


async def test_no_beginning_has_to_be_taken() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await rehearsing(room)
        await room.press(*"much", "ctrl+t", "escape")
        assert isinstance(room.screen, RehearseScreen)
        assert editor(room, Size.ALL).text == "much"


async def test_what_is_ticked_is_said_and_goes_from_the_page_only_with_other_words() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        room.opened.drawer.rehearse("clock", Size.LINES, "It hurt")
        room.opened.drawer.bring_as("clock", Size.LINES)
        room.opened.drawer.move("clock", Rung.BRING)
        tick(room, "clock")
        await rehearsing(room)
        assert WORDS.say("rehearse.ticked") in " ".join(room.text().split())
        await room.press("escape")
        assert ticked(room) == {"clock"}
        await rehearsing(room)
        await room.press("s", "escape")
        assert ticked(room) == set()


async def test_hostile_words_are_kept_letter_by_letter() -> None:
    async with open_notebook() as room:
        put(room, "clock", "[/ [x] [@click=app.quit]x[/]")
        await rehearsing(room)
        assert "[/ [x]" in room.text()
        room.app.post_message(events.Paste("[/ [x] 漢字 \x1b[31m\u202e"))
        await room.settle()
        await room.press("escape")
        assert standing(room).rehearsal.all == "[/ [x] 漢字 [31m"


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (200, 50)])
async def test_the_size_that_is_written_is_in_sight_with_its_name(size: tuple[int, int]) -> None:
    async with open_notebook(size=size) as room:
        put(room, "clock", "the clock")
        await rehearsing(room)
        for number, which in enumerate(Size):
            await room.press(*["tab"][: bool(number)], *"here")
            shown = room.text()
            assert WORDS.say(f"rehearse.size.{which}") in shown
            assert room.app.focused is editor(room, which)
            body = room.screen.query_one(".body").region
            assert body.contains_region(editor(room, which).region)


async def test_a_smaller_window_stays_where_one_writes() -> None:
    async with open_notebook(size=(80, 24)) as room:
        put(room, "clock", "the clock")
        await rehearsing(room)
        await room.press("tab", "tab", *"here")
        await room.pilot.resize_terminal(40, 12)
        await room.settle()
        assert WORDS.say("rehearse.size.sentence") in room.text()
        assert "here" in room.text()
        assert editor(room, Size.SENTENCE).text == "here"


async def test_a_gap_that_is_still_open_is_told_of_until_it_is_filled() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await rehearsing(room)
        await room.press("ctrl+t", "enter")
        assert WORDS.say("rehearse.blank") in room.text()
        await room.press(*"this")
        assert not hint(room, Size.ALL).display
