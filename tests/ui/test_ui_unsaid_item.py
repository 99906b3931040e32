"""One thing in the drawer: the ladder, the words that would be brought, the ways on."""

from __future__ import annotations

import pytest
from drawer_room import PROMPT, TITLE, at_item, put, standing, tick, ticked
from textual.widgets import Button
from walk_room import NOTHING, WORDS, Room, open_notebook

from companion.domain.errors import StorageError
from companion.domain.ladder import Became, Rung, Size
from companion.ui.screens.bring_as import BringAsScreen
from companion.ui.screens.entry import EntryScreen
from companion.ui.screens.happened import HappenedScreen
from companion.ui.screens.rehearse import RehearseScreen
from companion.ui.screens.unsaid_item import UnsaidItemScreen
from companion.ui.widgets.ladder_line import LadderLine


def read(room: Room) -> str:
    """What is on the screen, its lines joined, for sentences that are wrapped."""
    return " ".join(room.text().split())


async def test_the_words_stand_as_written_with_question_and_day() -> None:
    async with open_notebook() as room:
        put(room, "clock", "You looked\nat the clock [sic]", days=9)
        await at_item(room)
        shown = room.text()
        assert "You looked" in shown
        assert "at the clock [sic]" in shown
        assert PROMPT in shown
        assert TITLE in shown
        when = room.opened.drawer.item("clock").origin.happened_at
        assert WORDS.short_day(room.world.clock.local(when).date()) in shown


@pytest.mark.parametrize("theme", ["dusk", "terminal"])
@pytest.mark.parametrize("rung", list(Rung))
async def test_all_rungs_stand_on_one_line_the_present_one_marked(rung: Rung, theme: str) -> None:
    async with open_notebook(size=(40, 12), theme=theme) as room:
        put(room, "clock", "the clock")
        room.opened.drawer.move("clock", rung)
        await at_item(room)
        rungs = [WORDS.say(f"unsaid.rung.{one}") for one in Rung]
        (line,) = [
            row for row in room.text().split("\n") if "‹" in row and "›" in row and rungs[0] in row
        ]
        assert line.replace("‹", " ").replace("›", " ").split() == rungs
        assert f"‹{WORDS.say(f'unsaid.rung.{rung}')}›" in line


async def test_one_rung_up_and_down_by_key_and_by_mouse() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await at_item(room)
        await room.press("u")
        assert standing(room).rung is Rung.MAYBE
        await room.click("#up")
        assert standing(room).rung is Rung.REHEARSE
        await room.press("d")
        assert standing(room).rung is Rung.MAYBE
        await room.click("#down")
        assert standing(room).rung is Rung.KEEP


async def test_below_the_lowest_rung_there_is_nothing() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await at_item(room)
        assert room.screen.query_one("#down").disabled
        saves = room.memory.saves
        await room.press("d")
        assert room.memory.saves == saves


async def test_a_rung_is_reached_by_number_arrows_or_mouse() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await at_item(room)
        await room.press("4")
        assert standing(room).rung is Rung.BRING
        await room.press("left", "left", "enter")
        assert standing(room).rung is Rung.MAYBE
        line = room.text().split("\n")[room.screen.query_one(LadderLine).region.y]
        column = line.index(WORDS.say("unsaid.rung.rehearse"))
        await room.pilot.click(offset=(column, room.screen.query_one(LadderLine).region.y))
        await room.settle()
        assert standing(room).rung is Rung.REHEARSE


async def test_bring_says_what_it_means_and_ticks_nothing() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await at_item(room)
        await room.press("4")
        assert WORDS.say("unsaid_item.means.bring") in read(room)
        assert ticked(room) == set()
        assert "clock" in {one.answer_id for one in room.opened.pages.desk().candidates}


async def test_what_is_ticked_says_so_and_going_down_takes_it_off() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        room.opened.drawer.move("clock", Rung.BRING)
        tick(room, "clock")
        await at_item(room)
        assert WORDS.say("unsaid_item.means.ticked") in read(room)
        await room.press("d")
        assert ticked(room) == set()
        assert room.told == [WORDS.say("unsaid_item.no_longer")]


async def test_what_is_for_no_page_says_so_and_never_stands_on_bring() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the money", section=None)
        room.opened.drawer.move("clock", Rung.REHEARSE)
        await at_item(room)
        assert WORDS.say("unsaid_item.never") in read(room)
        assert not room.screen.query_one("#bring_as").display
        await room.press("4", "right", "enter", "w")
        assert isinstance(room.screen, UnsaidItemScreen)
        assert standing(room).rung is Rung.REHEARSE
        await room.press("u")
        assert standing(room).rung is Rung.SAID


async def test_what_may_be_brought_says_nothing_of_that() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await at_item(room)
        assert not room.screen.query_one("#never").display


async def test_one_of_the_rehearsed_sizes_is_chosen_to_be_brought() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        room.opened.drawer.rehearse("clock", Size.SENTENCE, "It hurt.")
        room.opened.drawer.move("clock", Rung.BRING)
        await at_item(room)
        assert WORDS.say("unsaid_item.size.written") in read(room)
        await room.press("w")
        assert isinstance(room.screen, BringAsScreen)
        assert WORDS.say("bring_as.lines") not in room.text()
        await room.press("down", "enter")
        assert standing(room).brings is Size.SENTENCE
        assert "It hurt." in room.text()
        await room.press("w", "up", "enter")
        assert standing(room).brings is None


async def test_leaving_the_question_changes_nothing() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        room.opened.drawer.rehearse("clock", Size.LINES, "It hurt.")
        await at_item(room)
        saves = room.memory.saves
        await room.press("w", "down", "escape")
        await room.press("w", "enter")
        assert room.memory.saves == saves


async def test_other_words_take_it_from_the_page_and_that_is_said_before_and_after() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        room.opened.drawer.rehearse("clock", Size.LINES, "It hurt.")
        room.opened.drawer.move("clock", Rung.BRING)
        tick(room, "clock")
        await at_item(room)
        await room.press("w")
        assert WORDS.say("bring_as.ticked")[:30] in read(room)
        await room.press("down", "enter")
        assert ticked(room) == set()
        assert room.told == [WORDS.say("unsaid_item.no_longer")]
        assert WORDS.say("unsaid_item.means.bring") in read(room)


@pytest.mark.parametrize("by", ["r", "#rehearse"])
async def test_it_can_be_rehearsed(by: str) -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await at_item(room)
        await (room.click(by) if by.startswith("#") else room.press(by))
        assert isinstance(room.screen, RehearseScreen)
        await room.press("escape")
        assert standing(room).rung is Rung.KEEP


@pytest.mark.parametrize("by", ["s", "5", "#said"])
async def test_saying_that_it_was_said_asks_what_came_after(by: str) -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await at_item(room)
        await (room.click(by) if by.startswith("#") else room.press(by))
        assert isinstance(room.screen, HappenedScreen)
        await room.press("escape")
        assert standing(room).rung is Rung.SAID
        assert standing(room).became is None
        said = room.screen.query_one("#said", Button)
        assert str(said.label) == WORDS.say("unsaid_item.button.after")


async def test_what_came_after_is_shown_while_it_is_on_said() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        room.opened.drawer.happened("clock", Became.THROUGH, "we laughed")
        await at_item(room)
        assert WORDS.say("happened.option.through") in room.text()
        assert "we laughed" in room.text()
        await room.press("1")
        assert "we laughed" not in room.text()
        assert standing(room).after == "we laughed"


@pytest.mark.parametrize("by", ["o", "#read"])
async def test_the_entry_it_is_from_is_opened(by: str) -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await at_item(room)
        await (room.click(by) if by.startswith("#") else room.press(by))
        assert isinstance(room.screen, EntryScreen)


async def test_it_closes_by_itself_once_it_is_no_longer_in_the_drawer() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await at_item(room)
        await room.press("o")
        room.opened.journal.remove("of-clock")
        await room.press("escape")
        assert room.result is None
        assert not isinstance(room.screen, UnsaidItemScreen | EntryScreen)


async def test_a_full_disk_is_told_and_nothing_moves() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await at_item(room)
        room.memory.writable = False
        await room.press("u")
        assert room.told == [WORDS.say(StorageError.key)]
        assert standing(room).rung is Rung.KEEP
        assert f"‹{WORDS.say('unsaid.rung.keep')}›" in room.text()
        assert room.result == NOTHING


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (200, 50)])
async def test_every_way_on_is_in_sight(size: tuple[int, int]) -> None:
    async with open_notebook(size=size) as room:
        put(room, "clock", "the clock, and much more " * 20)
        room.opened.drawer.move("clock", Rung.BRING)
        await at_item(room)
        shown = room.text()
        for name in ("down", "up", "rehearse", "bring_as", "said", "read"):
            assert WORDS.say(f"unsaid_item.button.{name}") in shown
        assert "the clock, and much" in shown


async def test_it_can_be_let_go_and_brought_back_from_the_drawer() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock")
        await room.press("u", "enter", "x")
        assert not isinstance(room.screen, UnsaidItemScreen)
        assert room.opened.drawer.items() == []
        assert WORDS.say("undo.back") in read(room)
        await room.press("z")
        assert [one.text for one in room.opened.drawer.items()] == ["the clock"]
        assert "the clock" in room.text()


async def test_letting_it_go_leaves_the_rest_of_its_entry() -> None:
    async with open_notebook() as room:
        put(room, "clock", "the clock", beside="what else was said")
        await at_item(room)
        await room.click("#let_go")
        (entry,) = room.opened.journal.rows(0, 9)
        assert [one.shown for one in room.opened.journal.entry(entry.id).answers] == [
            "what else was said"
        ]


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (100, 30), (119, 30), (120, 36)])
async def test_no_button_is_cut(size: tuple[int, int]) -> None:
    async with open_notebook(size=size) as room:
        put(room, "clock", "the clock")
        await at_item(room)
        buttons = room.screen.query_one("#unsaid-item-buttons")
        for button in buttons.query(Button):
            assert buttons.region.contains_region(button.region)
