"""Finding again what was written: as one types, the latest search wins."""

from __future__ import annotations

import threading

import pytest
from journal_room import THREE, at_the_journal, listed, shown, typed
from walk_room import WORDS, Room

from companion.services.journal import SEARCH_LIMIT
from companion.ui.screens.entry import EntryScreen
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.journal import JournalScreen


async def test_the_search_key_leads_to_the_field_and_words_are_found_as_they_are_typed() -> None:
    async with at_the_journal(*THREE) as room:
        await room.press("slash", *"kit")
        assert typed(room) == "kit"
        assert shown(room, *THREE) == [True, False, True]
        await room.press("space", *"pi")
        assert shown(room, *THREE) == [True, False, False]
        await room.press(*["backspace"] * 3)
        assert shown(room, *THREE) == [True, False, True]


async def test_letters_typed_in_the_search_are_letters_and_nothing_else() -> None:
    async with at_the_journal(*THREE) as room:
        await room.press("slash", *"jkqgGdmncrsplx", "question_mark", "slash")
        assert typed(room) == "jkqgGdmncrsplx?/"
        assert isinstance(room.screen, JournalScreen)
        assert listed(room).cursor == 0


async def test_nothing_found_is_said_calmly() -> None:
    async with at_the_journal(*THREE) as room:
        await room.press("slash", *"zebra")
        assert "Nothing found for these words." in room.text()
        assert shown(room, *THREE) == [False] * 3
        await room.press("enter", "x")
        assert typed(room) == "zebrax"


@pytest.mark.parametrize("key", ["enter", "down"])
async def test_from_the_field_one_goes_down_to_what_was_found_and_opens_it(key: str) -> None:
    async with at_the_journal(*THREE) as room:
        await room.press("slash", *"yellow", key)
        assert listed(room).has_focus
        await room.press("enter")
        assert isinstance(room.screen, EntryScreen)
        assert "the yellow door" in room.text()


async def test_escape_in_the_field_clears_it_and_on_the_list_goes_home() -> None:
    async with at_the_journal(*THREE) as room:
        await room.press("slash", *"yellow", "escape")
        assert typed(room) == ""
        assert listed(room).has_focus
        assert shown(room, *THREE) == [True] * 3
        await room.press("escape")
        assert isinstance(room.screen, HomeScreen)


async def test_escape_in_an_empty_field_goes_back_to_the_list() -> None:
    async with at_the_journal(*THREE) as room:
        await room.press("slash", "escape")
        assert listed(room).has_focus
        assert isinstance(room.screen, JournalScreen)


async def test_escape_after_a_search_that_found_nothing_shows_everything_again() -> None:
    async with at_the_journal(*THREE) as room:
        await room.press("slash", *"zebra", "escape")
        assert shown(room, *THREE) == [True] * 3
        assert "Nothing found" not in room.text()
        assert listed(room).has_focus


async def test_escape_on_what_was_found_shows_everything_before_it_goes_home() -> None:
    async with at_the_journal(*THREE) as room:
        await room.press("slash", *"yellow", "down", "escape")
        assert shown(room, *THREE) == [True] * 3
        await room.press("escape")
        assert isinstance(room.screen, HomeScreen)


def held_search(room: Room) -> tuple[threading.Event, list[str]]:
    """Hold the first search until it is let through; remember what was searched for."""
    free, asked = threading.Event(), list[str]()
    search = room.opened.journal.search

    def slow(words: str, limit: int = SEARCH_LIMIT) -> list[object]:
        asked.append(words)
        free.wait(10)
        return list(search(words, limit))

    room.opened.journal.search = slow  # type: ignore[method-assign, assignment]  # on purpose
    return free, asked


async def test_the_latest_search_wins_and_those_between_are_never_run() -> None:
    async with at_the_journal(*THREE) as room:
        free, asked = held_search(room)
        await room.pilot.press("slash", *"yellow")
        assert typed(room) == "yellow"
        free.set()
        await room.settle()
        await room.settle()
        assert asked == ["y", "yellow"]
        assert shown(room, *THREE) == [False, True, False]


async def test_a_search_that_comes_too_late_changes_nothing() -> None:
    async with at_the_journal(*THREE) as room:
        free, _ = held_search(room)
        await room.pilot.press("slash", *"yellow", "escape")
        free.set()
        await room.settle()
        assert shown(room, *THREE) == [True] * 3


async def test_more_than_can_be_shown_asks_for_one_more_word() -> None:
    async with at_the_journal(*["a kite"] * (SEARCH_LIMIT + 1)) as room:
        assert WORDS.say("journal.latest_found") not in room.text()
        await room.press("slash", *"kite")
        assert WORDS.say("journal.latest_found") in room.text()
        await room.press("x")
        assert WORDS.say("journal.latest_found") not in room.text()
