"""What came after something was said: all of it may stay empty."""

from __future__ import annotations

import pytest
from drawer_room import put, standing, telling
from walk_room import WORDS, Room, open_notebook

from companion.domain.errors import StorageError
from companion.domain.ladder import Became, Rung
from companion.ui.screens.happened import HappenedScreen
from companion.ui.screens.home import HomeScreen
from companion.ui.widgets.choice import OF_ONE, ONE, Choice
from companion.ui.widgets.editor import Editor
from companion.ui.widgets.moves import Kept


def said(room: Room) -> None:
    put(room, "clock", "the clock")
    room.opened.drawer.move("clock", Rung.SAID)


def asked(room: Room) -> list[str]:
    """What stands on the screen above its buttons, whatever is chosen."""
    body = room.screen.query_one(".body").region
    rows = room.text().split("\n")[body.y : body.bottom]
    return [row.replace(ONE, OF_ONE) for row in rows]


async def test_nothing_has_to_be_said() -> None:
    async with open_notebook() as room:
        said(room)
        saves = room.memory.saves
        await telling(room)
        assert WORDS.say("happened.help") in room.text()
        await room.press("escape")
        assert isinstance(room.screen, HomeScreen)
        assert room.memory.saves == saves
        assert standing(room).became is None


@pytest.mark.parametrize(("key", "became"), list(zip("123", Became, strict=True)))
async def test_what_it_was_like_is_kept_at_once(key: str, became: Became) -> None:
    async with open_notebook() as room:
        said(room)
        await telling(room)
        await room.press(key)
        assert standing(room).became is became
        assert room.kept_word is Kept.SAVED


@pytest.mark.parametrize("key", ["1", "2", "3"])
async def test_no_answer_is_commented_on(key: str) -> None:
    async with open_notebook() as room:
        said(room)
        await telling(room)
        before = asked(room)
        await room.press(key)
        assert asked(room) == before
        await room.press("ctrl+n")
        assert room.told == []


async def test_it_can_be_taken_back() -> None:
    async with open_notebook() as room:
        said(room)
        room.opened.drawer.happened("clock", Became.PARTLY, "")
        await telling(room)
        assert room.screen.query_one(Choice).chosen == ("partly",)
        await room.press("delete", "escape")
        assert standing(room).became is None


@pytest.mark.parametrize("by", ["ctrl+n", "ctrl+s", "escape", "#keep"])
async def test_the_words_are_kept_however_one_leaves(by: str) -> None:
    async with open_notebook() as room:
        said(room)
        await telling(room)
        await room.press("1", "tab", *"we laughed")
        await (room.click(by) if by.startswith("#") else room.press(by))
        assert room.result == "clock"
        assert standing(room).after == "we laughed"
        assert standing(room).became is Became.THROUGH


async def test_words_alone_are_enough() -> None:
    async with open_notebook() as room:
        said(room)
        await telling(room)
        await room.press("tab", *"we laughed", "escape")
        assert standing(room).after == "we laughed"
        assert standing(room).became is None


async def test_a_pause_keeps_the_words() -> None:
    async with open_notebook() as room:
        said(room)
        await telling(room)
        await room.press("tab", *"we")
        assert room.kept_word is Kept.WAITS
        room.screen.query_one(Editor)._settle()
        await room.settle()
        assert standing(room).after == "we"


async def test_locking_keeps_the_words() -> None:
    async with open_notebook() as room:
        said(room)
        await telling(room)
        await room.press("tab", *"we", "ctrl+l")
        assert not room.app.is_open
        assert room.memory.standings["clock"].after == "we"


async def test_a_full_disk_keeps_them_on_the_screen() -> None:
    async with open_notebook() as room:
        said(room)
        await telling(room)
        await room.press("tab", *"we")
        room.memory.writable = False
        await room.press("escape")
        assert isinstance(room.screen, HappenedScreen)
        assert room.screen.query_one(Editor).text == "we"
        assert room.told == [WORDS.say(StorageError.key)]


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (200, 50)])
async def test_question_choices_and_words_can_be_reached(size: tuple[int, int]) -> None:
    async with open_notebook(size=size) as room:
        said(room)
        await telling(room)
        shown = room.text()
        assert WORDS.say("happened.became") in shown
        for became in Became:
            assert WORDS.say(f"happened.option.{became}") in shown
        await room.press("tab", *"here")
        assert "here" in room.text()
