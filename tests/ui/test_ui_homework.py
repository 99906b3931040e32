"""The screens of homework: by key, by button, by mouse; nothing is added before a yes."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from support.packs import SMALL, MemoryPacks, reading
from textual.widgets import Button, OptionList
from walk_room import WORDS, Room, open_notebook

from companion.catalog.shelf import Bookshelf
from companion.domain.task import TaskState
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.homework import HomeworkScreen
from companion.ui.screens.homework_consent import HomeworkConsentScreen
from companion.ui.screens.homework_file import HomeworkFileScreen
from companion.ui.screens.pack import PackScreen
from companion.ui.screens.reflect import ReflectScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

PATHS = Bookshelf().paths()
SIZES = [(80, 24), (60, 20), (40, 12), (120, 36), (200, 50)]
DOORS = SMALL.replace('"windows"', '"doors"').replace("Windows", "Doors")
MARKED = SMALL.replace("To look outside", "[bold]To[/] look [/outside @click=app.quit")


@asynccontextmanager
async def homework(
    *added: str, size: tuple[int, int] = (80, 24), theme: str = "dusk"
) -> AsyncIterator[Room]:
    """The list, of a notebook with some homework in it."""
    async with open_notebook(*PATHS, size=size, theme=theme) as room:
        packs = MemoryPacks({"doors.toml": DOORS, "bad.toml": "title = 3"}, windows=SMALL)
        room.opened.homework._packs = packs
        for text in added:
            room.opened.homework.add(reading(text))
        await room.show(HomeworkScreen(room.context))
        yield room


def said(room: Room) -> str:
    return " ".join(room.text().replace("▌", " ").split())


def became(room: Room) -> list[str]:
    kept = room.opened.homework.get("windows")
    return [str(one.became) for one in room.opened.homework.tasks(kept)]


async def test_without_any_it_says_what_there_is() -> None:
    async with homework() as room:
        assert " ".join(WORDS.say("homework.none").split()) in said(room)
        assert "Windows" in said(room)
        assert "from companion" in said(room)
        assert "Written by A. Therapist." in said(room)
        assert not room.screen.query_one("#aside").display


async def test_all_that_it_asks_is_shown_and_escape_adds_nothing() -> None:
    async with homework(size=(120, 50)) as room:
        await room.press("enter")
        assert isinstance(room.screen, HomeworkConsentScreen)
        shown = said(room)
        for asked in ("about two weeks", "name what moves", "Tiny: Look up once.", "A view, 3"):
            assert asked in shown
        assert " ".join(WORDS.say("homework.free").split()) in shown
        assert "with Thursdays" in shown
        await room.press("escape")
        assert isinstance(room.screen, HomeworkScreen)
        assert room.opened.homework.kept() == []


@pytest.mark.parametrize("way", ["key", "button"])
async def test_a_yes_adds_it_and_nothing_begins(way: str) -> None:
    async with homework() as room:
        await room.press("o")
        if way == "key":
            await room.press("a")
        else:
            await room.click("#consent-add")
        assert "in your notebook" in said(room)
        assert WORDS.say("homework.added") in said(room)
        assert room.opened.agreed.tasks() == []


async def test_not_now_is_a_button() -> None:
    async with homework() as room:
        await room.press("enter")
        await room.click("#consent-leave")
        assert room.opened.homework.kept() == []


async def test_a_file_is_named_and_what_it_asks_is_shown_first() -> None:
    async with homework() as room:
        await room.click("#file")
        assert isinstance(room.screen, HomeworkFileScreen)
        await room.press(*"doors.toml", "enter")
        assert isinstance(room.screen, HomeworkConsentScreen)
        assert "Doors" in said(room)
        await room.press("a")
        assert [one.pack.id for one in room.opened.homework.kept()] == ["doors"]
        assert room.screen.query_one("#packs", OptionList).highlighted == 0


async def test_what_has_to_be_put_right_is_shown_by_line_and_can_not_be_added() -> None:
    async with homework() as room:
        await room.press("a", *"bad.toml", "enter")
        assert WORDS.say("homework_room.not_yet") in said(room)
        assert "bad.toml, line 1, title: words in quotation marks" in said(room)
        assert not room.screen.query("#consent-add")
        await room.press("a", "escape")
        assert room.opened.homework.kept() == []


async def test_a_file_that_is_not_there_is_told() -> None:
    async with homework() as room:
        await room.press("a", *"gone.toml", "enter")
        assert isinstance(room.screen, HomeworkScreen)
        assert any("could not be read" in one for one in room.told)


async def test_leaving_the_question_for_a_file_reads_none() -> None:
    async with homework() as room:
        for way in ("escape", "#file-leave"):
            await room.press("a")
            await (room.press(way) if way == "escape" else room.click(way))
            assert isinstance(room.screen, HomeworkScreen)
        await room.press("a", "enter")
        assert isinstance(room.screen, HomeworkScreen)


async def test_markup_in_a_pack_is_letters() -> None:
    async with homework(MARKED) as room:
        assert "[bold]To[/] look [/outside @click=app.quit now and then" in said(room)


async def test_it_is_set_aside_and_taken_up_again() -> None:
    async with homework(SMALL) as room:
        await room.press("s")
        assert "set aside" in said(room)
        assert str(room.screen.query_one("#aside", Button).label) == "Take up again"
        await room.click("#aside")
        assert "in your notebook" in said(room)


async def test_it_is_taken_out_only_after_a_yes() -> None:
    async with homework(SMALL) as room:
        await room.press("d", "enter")
        assert len(room.opened.homework.kept()) == 1
        await room.click("#remove")
        await room.click("#yes")
        assert room.opened.homework.kept() == []
        assert "from companion" in said(room)
        assert isinstance(room.screen.focused, OptionList)


async def test_a_task_is_taken_by_enter_made_tiny_by_button_left_out_by_key() -> None:
    async with homework(SMALL) as room:
        await room.press("enter")
        assert isinstance(room.screen, PackScreen)
        await room.press("enter")
        assert became(room) == ["taken", "proposed"]
        await room.click("#pack-tiny")
        assert room.opened.agreed.tasks()[0].now == "Look up once."
        assert "Look up once." in room.text().splitlines()[3]
        await room.press("d")
        assert became(room) == ["left", "proposed"]
        assert room.opened.agreed.tasks()[0].state is TaskState.DROPPED
        assert WORDS.say("homework.left") in said(room)
        await room.press("a")
        assert became(room) == ["taken", "proposed"]


async def test_only_what_can_be_done_is_offered() -> None:
    async with homework(SMALL) as room:
        await room.press("enter", "down")
        shown = {one.id for one in room.screen.query(Button) if one.display}
        assert shown == {"pack-take", "pack-leave"}
        await room.press("down")
        assert {one.id for one in room.screen.query(Button) if one.display} == {"pack-begin"}
        await room.press("d", "t")
        assert became(room) == ["proposed", "proposed"]


@pytest.mark.parametrize("way", ["enter", "b", "#pack-begin"])
async def test_a_reflection_is_begun(way: str) -> None:
    async with homework(SMALL) as room:
        await room.press("enter", "down", "down")
        await (room.click(way) if way.startswith("#") else room.press(way))
        assert isinstance(room.screen, ReflectScreen)
        assert "A view" in said(room)


async def test_home_leads_to_what_it_offers() -> None:
    async with open_notebook(*PATHS) as room:
        room.opened.homework.add(reading())
        screen = room.screen
        assert isinstance(screen, HomeScreen)
        screen.look()
        await room.settle()
        assert "name what moves" in said(room)
        await room.press("enter")
        assert isinstance(room.screen, PackScreen)


async def test_home_has_a_key_for_it() -> None:
    async with open_notebook(*PATHS) as room:
        await room.press("e")
        assert isinstance(room.screen, HomeworkScreen)


async def test_the_chooser_says_where_a_reflection_is_from() -> None:
    async with open_notebook(*PATHS, size=(80, 60)) as room:
        room.opened.homework.add(reading())
        await room.press("r")
        assert "A view 3 minutes Windows" in said(room)
        await room.press("end", "up", "a")
        assert WORDS.say("homework.from", pack="Windows") in said(room)


@pytest.mark.parametrize("theme", ["dusk", "paper"])
@pytest.mark.parametrize("size", SIZES)
async def test_every_button_is_whole_at_every_size(size: tuple[int, int], theme: str) -> None:
    async with homework(SMALL, size=size, theme=theme) as room:
        _whole(room)
        await room.press("enter")
        _whole(room)
        await room.press("escape", "a")
        _whole(room)


def _whole(room: Room) -> None:
    width, height = room.app.size
    for button in room.screen.query(Button):
        if button.display:
            assert button.region.right <= width
            assert button.region.bottom <= height
            assert button.region.width >= len(str(button.label))
