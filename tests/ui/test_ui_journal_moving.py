"""Moving an answer of an entry, letting it go, removing the whole of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journal_room import (
    DOOR,
    GATE,
    NEVER,
    POINT,
    RATED,
    SEA,
    at_the_journal,
    entry,
    here,
    places,
    read_entry,
    reading,
)
from support.builders import parked
from textual.widgets import Button, OptionList
from walk_room import NOTHING, WORDS, Room, open_notebook

from companion.domain.page import Line, Section
from companion.domain.path import Place
from companion.ui.screens.entry import EntryScreen
from companion.ui.screens.move_answer import MoveAnswerScreen
from companion.ui.widgets.answers import AnswerView

if TYPE_CHECKING:
    from companion.domain.answer import Answer


def offered(room: Room) -> list[str]:
    assert isinstance(room.screen, MoveAnswerScreen)
    options = room.screen.query_one("#places", OptionList).options
    return [str(option.prompt) for option in options]


# Moving


async def test_an_answer_is_moved_by_key_and_the_cursor_stays_on_it() -> None:
    async with open_notebook() as room:
        await reading(room, DOOR, SEA)
        await room.press("down", "m")
        assert offered(room) == [
            "Stays here",
            "Parked for the session",
            "In the Unsaid drawer, as now",
            "Let it go for good",
        ]
        await room.press("up", "enter")
        assert places(room) == {"door": Place.HERE, "sea": Place.PARKED}
        assert here(room) == "sea"
        assert "parked for the session" in room.text()


async def test_the_key_that_opened_the_question_goes_round_its_answers() -> None:
    async with open_notebook() as room:
        await reading(room, DOOR)
        await room.press("m", "m", "m", "enter")
        assert places(room) == {"door": Place.UNSAID}


async def test_an_answer_is_moved_with_the_mouse() -> None:
    async with open_notebook() as room:
        await reading(room, DOOR, SEA)
        await room.click(room.screen.query(AnswerView).last(), (2, 0))
        await room.click("#place")
        await room.click("#places", (3, 0))
        assert places(room) == {"door": Place.HERE, "sea": Place.HERE}


@pytest.mark.parametrize("keys", [["m", "enter"], ["m", "escape"], ["m", "down", "escape"]])
async def test_enter_at_once_or_escape_moves_nothing(keys: list[str]) -> None:
    async with open_notebook() as room:
        await reading(room, SEA)
        saves = room.memory.saves
        await room.press(*keys)
        assert isinstance(room.screen, EntryScreen)
        assert room.memory.saves == saves


@pytest.mark.parametrize("answer", [RATED, POINT, GATE])
async def test_what_has_no_place_can_only_be_kept_or_let_go(answer: Answer) -> None:
    async with open_notebook() as room:
        await reading(room, answer, DOOR)
        await room.press("up", "m")  # the cursor begins on the first answer in words
        assert offered(room) == ["Keep it as it is", "Let it go for good"]
        await room.press("enter")
        assert list(places(room)) == [answer.id, "door"]


async def test_what_is_never_on_a_page_is_not_offered_to_wait_for_one() -> None:
    async with open_notebook() as room:
        await reading(room, NEVER)
        await room.press("m")
        assert "Parked for the session" not in offered(room)


async def test_into_the_drawer_a_line_leaves_its_page() -> None:
    async with open_notebook() as room:
        await reading(room, parked("hill", "over the hill"))
        room.memory.lines[""] = [Line("hill", Section.TALK)]
        await room.press("m", "down", "enter")
        assert room.memory.lines[""] == []


# Letting go


async def test_what_is_let_go_is_gone_at_once_and_can_be_brought_back_while_one_stays() -> None:
    async with at_the_journal() as room:
        await reading(room, DOOR, SEA)
        await room.press("down", "m", "end", "enter")
        assert places(room) == {"door": Place.HERE}
        assert "how loud the sea was" not in room.text()
        assert room.opened.journal.search("loud") == []
        assert "z brings it back, until you lock" in " ".join(room.text().split())
        await room.press("z")
        assert places(room) == {"door": Place.HERE, "sea": Place.UNSAID}
        assert "how loud the sea was" in room.text()
        assert "brings it back" not in room.text()
        assert WORDS.say("undo.as_it_was") in room.text()


async def test_several_are_brought_back_the_last_one_first() -> None:
    async with open_notebook() as room:
        await reading(room, DOOR, SEA, RATED)
        await room.press("m", "end", "enter", "m", "end", "enter")
        assert list(places(room)) == ["open"]
        await room.press("z")
        assert list(places(room)) == ["sea", "open"]
        await room.click("#undo")
        assert list(places(room)) == ["door", "sea", "open"]
        await room.press("z")
        assert list(places(room)) == ["door", "sea", "open"]


async def test_once_the_page_is_left_it_comes_back_until_it_is_forgotten() -> None:
    async with open_notebook() as room:
        await reading(room, DOOR, SEA)
        await room.press("m", "end", "enter", "escape")
        await read_entry(room)
        await room.press("z")
        assert list(places(room)) == ["door", "sea"]
        await room.press("m", "end", "enter")
        left = list(places(room))
        room.opened.undo.forget()
        await room.press("z")
        assert list(places(room)) == left
        assert len(left) == 1


async def test_with_its_only_answer_the_entry_goes_and_comes_back() -> None:
    async with open_notebook() as room:
        await reading(room, DOOR)
        await room.press("m", "end", "enter")
        assert room.memory.reflections == {}
        await room.press("enter")
        assert list(places(room)) == ["door"]


async def test_an_entry_with_nothing_left_in_it_says_so_and_can_be_removed() -> None:
    async with open_notebook() as room:
        entry(room, DOOR)
        room.opened.journal.let_go("door")
        await read_entry(room)
        assert "Nothing is left in this entry." in room.text()
        await room.press("m")
        assert isinstance(room.screen, EntryScreen)
        await room.press("d")
        assert room.memory.reflections == {}


# Removing


@pytest.mark.parametrize("how", ["key", "button"])
async def test_removed_is_gone_at_once_and_enter_brings_it_back_with_all_its_answers(
    how: str,
) -> None:
    async with open_notebook() as room:
        await reading(room, DOOR, SEA)
        await (room.press("d") if how == "key" else room.click("#remove"))
        assert room.memory.reflections == {}
        assert room.opened.journal.search("door") == []
        assert "the yellow door" not in room.text()
        assert isinstance(room.app.focused, Button)
        assert room.app.focused.id == "undo"
        await room.press("enter")
        assert list(places(room)) == ["door", "sea"]
        assert "the yellow door" in room.text()


async def test_removed_and_left_it_comes_back_from_the_list_as_well() -> None:
    async with at_the_journal() as room:
        await reading(room, DOOR, SEA)
        await room.press("d", "escape")
        assert room.memory.reflections == {}
        assert room.result is None
        await room.press("z")
        assert list(places(room)) == ["door", "sea"]
        assert "the yellow door" in room.text()


async def test_two_quick_presses_remove_once() -> None:
    async with open_notebook() as room:
        await reading(room, DOOR)
        await room.pilot.press("d", "d")
        await room.settle()
        await room.press("z", "z")
        assert list(places(room)) == ["door"]


@pytest.mark.parametrize(
    "keys",
    [["m", "down", "enter"], ["m", "end", "enter"], ["d"]],
)
async def test_on_a_full_disk_all_stays_as_it_was_and_it_is_told(keys: list[str]) -> None:
    async with open_notebook() as room:
        await reading(room, DOOR, SEA)
        room.memory.writable = False
        await room.press(*keys)
        assert room.result is NOTHING
        assert "could not be read or written" in room.told[0]
        assert places(room) == {"door": Place.HERE, "sea": Place.UNSAID}
        room.memory.writable = True
        await room.press("m", "down", "enter")
        assert places(room)["door"] is Place.PARKED
