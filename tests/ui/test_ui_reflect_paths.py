"""Choosing a reflection: what is open stands first and is named; nothing is a must."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from support.shelves import every_path, feelings, hope, text, trust
from support.shelves import path as path_of
from walk_room import NOTHING, WORDS, Room, open_notebook

from companion.domain.path import Card, Form
from companion.domain.path_ids import NOTE
from companion.ui.screens.evidence_card import CardScreen
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.note import NoteScreen
from companion.ui.screens.paths import Chosen, PathList, PathsScreen
from companion.ui.screens.reflect import ReflectScreen

CARD = Card("People who wrote a little tended to remember more.", ("Nobody (2020), A work",))


async def choosing(room: Room) -> None:
    await room.show(PathsScreen(room.context))  # type: ignore[arg-type] - its result


def order(room: Room) -> list[str | None]:
    return [option.id for option in room.screen.query_one(PathList).options]


async def test_every_path_is_there_and_a_free_line_at_the_end() -> None:
    async with open_notebook() as room:
        await choosing(room)
        ids = [path.id for path in every_path()]
        assert sorted(order(room)[:-1]) == sorted(ids)
        assert order(room)[-1] == NOTE


async def test_what_is_open_now_stands_first_and_is_named_in_words() -> None:
    async with open_notebook() as room:
        room.opened.appointments.add(room.world.clock.now() - timedelta(hours=2))
        await choosing(room)
        assert order(room)[0] == "echo"
        assert room.text().count(WORDS.say("paths.open_now")) == 1


async def test_enter_takes_the_path_under_the_cursor() -> None:
    async with open_notebook(trust(), hope()) as room:
        await choosing(room)
        await room.press("down", "enter")
        assert room.result == Chosen("hope", Form.FULL)


async def test_a_click_takes_a_path_and_a_second_one_does_no_harm() -> None:
    async with open_notebook(trust(), hope()) as room:
        await choosing(room)
        await room.pilot.double_click(PathList, offset=(4, 2))
        await room.settle()
        assert room.result == Chosen("hope", Form.FULL)


@pytest.mark.parametrize("by", ["key", "button"])
async def test_the_short_form_is_taken_where_a_path_has_one(by: str) -> None:
    async with open_notebook(trust(), hope()) as room:
        await choosing(room)
        if by == "key":
            await room.press("s")
        else:
            await room.click("#form")
        assert room.text().count(WORDS.say("paths.short")) == 1
        room.screen.query_one(PathList).focus()
        await room.press("enter")
        assert room.result == Chosen("trust", Form.SHORT)


async def test_a_path_without_a_short_form_is_taken_whole() -> None:
    async with open_notebook(hope(), trust()) as room:
        await choosing(room)
        await room.press("s", "enter")
        assert room.result == Chosen("hope", Form.FULL)


async def test_escape_takes_none() -> None:
    async with open_notebook() as room:
        await choosing(room)
        await room.press("escape")
        assert room.result is None


@pytest.mark.parametrize("by", ["key", "button"])
async def test_what_is_known_is_shown_with_its_sources(by: str) -> None:
    async with open_notebook(replace(hope(), card=CARD)) as room:
        await choosing(room)
        if by == "key":
            await room.press("a")
        else:
            await room.click("#about")
        assert isinstance(room.screen, CardScreen)
        assert CARD.text in room.text()
        assert CARD.citations[0] in room.text()
        await room.press("escape")
        assert isinstance(room.screen, PathsScreen)
        assert room.result is NOTHING


async def test_a_path_of_which_nothing_is_known_says_so() -> None:
    async with open_notebook(hope()) as room:
        await choosing(room)
        await room.press("a")
        assert WORDS.say("paths.none_known")[:30] in room.text()


async def test_a_free_line_has_no_card() -> None:
    async with open_notebook(hope()) as room:
        await choosing(room)
        await room.press("end", "a")
        assert isinstance(room.screen, PathsScreen)
        assert not room.screen.query_one("#about").display
        await room.press("enter")
        assert room.result == Chosen(NOTE, Form.FULL)


async def test_home_begins_what_was_chosen() -> None:
    async with open_notebook(hope()) as room:
        await room.press("r")
        assert isinstance(room.screen, PathsScreen)
        await room.press("enter")
        assert isinstance(room.screen, ReflectScreen)
        await room.press("escape")
        assert isinstance(room.screen, HomeScreen)


async def test_home_opens_a_free_line_that_was_chosen() -> None:
    async with open_notebook(hope()) as room:
        await room.press("r", "end", "enter")
        assert isinstance(room.screen, NoteScreen)


@pytest.mark.parametrize("words", ["[/", "[x] [sad]", "[@click=app.quit]x[/]", "漢字 👩‍👩‍👧‍👦"])
async def test_a_packs_words_are_shown_letter_by_letter(words: str) -> None:
    path = replace(path_of("p", words, text("a", "?"), about=words), card=Card(words, (words,)))
    async with open_notebook(path) as room:
        await choosing(room)
        assert room.text().count(words) == 2
        await room.press("a")
        assert words in room.text()


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 36), (200, 50)])
async def test_the_list_can_be_used_at_any_size(size: tuple[int, int]) -> None:
    async with open_notebook(*every_path(), size=size) as room:
        await choosing(room)
        await room.press("end")
        assert WORDS.say("paths.note") in room.text()
        await room.press("home")
        assert feelings().id in order(room)
        assert trust().title in room.text()
