"""The words for feelings as one person wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from walk_room import FEEL, Room, open_notebook

from companion.ui.screens.words import WordsScreen
from companion.ui.widgets.chips import Chips

if TYPE_CHECKING:
    from textual.screen import Screen


async def at_words(room: Room) -> None:
    await room.show(cast("Screen[object]", WordsScreen(room.context)))


async def test_every_word_stands_in_its_group() -> None:
    async with open_notebook(FEEL) as room:
        await at_words(room)
        assert "glad" in room.text()
        assert "weary" in room.text()
        assert not room.screen.query_one("#hidden").display


async def test_a_word_is_hidden_and_offered_again() -> None:
    async with open_notebook(FEEL) as room:
        await at_words(room)
        await room.press("enter")  # glad, the first
        await room.click("#hide")
        assert room.opened.vocabulary.own.hidden == {"glad"}
        assert room.screen.query_one("#hidden").display
        room.screen.query_one("#hidden", Chips).focus()
        await room.press("enter")
        assert room.opened.vocabulary.own.hidden == frozenset()


async def test_a_word_is_moved_to_another_group() -> None:
    async with open_notebook(FEEL) as room:
        await at_words(room)
        await room.press("enter")
        await room.click("#move")
        await room.press("down", "down", "enter")
        groups = {group.id: group.words for group in room.opened.vocabulary.groups()}
        assert "glad" in groups["heavy"]
        assert "glad" not in groups["warm"]


async def test_a_word_of_ones_own_is_added_where_it_is_at_home() -> None:
    async with open_notebook(FEEL) as room:
        await at_words(room)
        await room.press("a", *"snug", "enter", "enter")
        groups = {group.id: group.words for group in room.opened.vocabulary.groups()}
        assert groups["warm"][-1] == "snug"
        assert "snug" in room.text()


async def test_leaving_a_question_changes_nothing() -> None:
    async with open_notebook(FEEL) as room:
        await at_words(room)
        await room.press("enter", "escape")
        await room.press("a", *"snug", "enter", "escape")
        assert room.opened.vocabulary.own.hidden == frozenset()
        assert not room.opened.vocabulary.own.added


async def test_a_full_disk_is_told_and_nothing_changes() -> None:
    async with open_notebook(FEEL) as room:
        await at_words(room)
        room.memory.writable = False
        await room.press("enter")
        await room.click("#hide")
        assert room.told
        assert room.opened.vocabulary.own.hidden == frozenset()


async def test_it_is_one_key_from_home_and_calm_without_words_at_all() -> None:
    async with open_notebook() as room:
        await room.press("w")
        assert isinstance(room.screen, WordsScreen)
