"""What is offered before a reflection, in the middle of one, and after it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from support.builders import a_reflection, an_answer
from support.shelves import echo, getting_ready, text, trust
from support.shelves import path as path_of
from support.time import NOW
from walk_room import WORDS, Room, open_notebook, walking

from companion.domain.pacing import LANDED
from companion.domain.path import Form, Place
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.page import PageScreen
from companion.ui.screens.reflect import ReflectScreen

DEEP = path_of("deep", "Deep", text("scene", "What happened?"), chosen_freely=True, minutes=5)
TASK = path_of("task", "What we agreed", text("what", "What?"), offered=False)
LANDING = path_of("echo", "What stayed", text(LANDED, "Did something land badly?"))


def asked(room: Room) -> str:
    """What the dialog that lies over the screen asks."""
    assert isinstance(room.screen, AskScreen)
    return room.screen._question


def walked(room: Room, path_id: str, *, hours: float) -> None:
    """A whole reflection that was finished some hours ago."""
    when = NOW - timedelta(hours=hours)
    entry = a_reflection(
        f"{path_id}-{hours}",
        an_answer(f"answer-{hours}"),
        when=when,
        journey_id=room.opened.journeys.open.id,
        path_id=path_id,
        form=Form.FULL,
    )
    room.memory.reflections[entry.id] = entry
    room.memory.order[entry.id] = len(room.memory.order)


async def set_out(room: Room, path_id: str) -> None:
    assert isinstance(room.screen, HomeScreen)
    room.screen._begin(path_id)
    await room.settle()


async def test_after_two_deep_ones_today_stopping_is_offered_and_is_the_first_answer() -> None:
    async with open_notebook(DEEP) as room:
        walked(room, "deep", hours=3)
        walked(room, "deep", hours=1)
        await set_out(room, "deep")
        assert WORDS.say("walking.enough.question") == asked(room)
        await room.press("enter")
        assert isinstance(room.screen, HomeScreen)


@pytest.mark.parametrize("button", ["one", "go-on"])
async def test_whoever_goes_on_goes_on(button: str) -> None:
    async with open_notebook(DEEP) as room:
        walked(room, "deep", hours=3)
        walked(room, "deep", hours=1)
        await set_out(room, "deep")
        await room.click(f"#{button}")
        assert isinstance(room.screen, ReflectScreen)


async def test_one_deep_one_today_stops_nobody() -> None:
    async with open_notebook(DEEP) as room:
        walked(room, "deep", hours=1)
        walked(room, "deep", hours=30)
        await set_out(room, "deep")
        assert isinstance(room.screen, ReflectScreen)


async def test_what_one_comes_back_to_may_wait_for_the_session() -> None:
    async with open_notebook(DEEP) as room:
        walked(room, "deep", hours=40)
        walked(room, "deep", hours=30)
        await set_out(room, "deep")
        await room.press(*"again", "ctrl+n", "ctrl+n")
        assert WORDS.say("walking.park.question") == asked(room)
        await room.click("#yes")
        (answer,) = [
            a for one in room.memory.reflections.values() for a in one.answers if a.shown == "again"
        ]
        assert answer.place is Place.PARKED
        assert not any(room.memory.lines.values())


async def test_left_here_it_stays_here() -> None:
    async with open_notebook(DEEP) as room:
        walked(room, "deep", hours=40)
        walked(room, "deep", hours=30)
        await set_out(room, "deep")
        await room.press(*"again", "ctrl+n", "ctrl+n", "enter")
        places = {a.place for one in room.memory.reflections.values() for a in one.answers}
        assert places == {Place.HERE}


async def test_something_agreed_may_become_a_task() -> None:
    async with open_notebook(echo(), TASK) as room:
        await set_out(room, "echo")
        await room.press("ctrl+n", "ctrl+n", *"the lamp", "ctrl+n", "ctrl+n")
        assert WORDS.say("walking.task.question") == asked(room)
        await room.click("#yes")
        assert isinstance(room.screen, ReflectScreen)
        assert room.step == "what"


async def test_something_that_landed_badly_may_become_a_bump() -> None:
    async with open_notebook(LANDING) as room:
        await set_out(room, "echo")
        await room.press(*"the silence", "ctrl+n", "ctrl+n")
        assert WORDS.say("walking.bump.question") == asked(room)
        await room.press("enter")
        assert isinstance(room.screen, HomeScreen)


async def test_getting_ready_leads_to_the_page_for_whoever_wants() -> None:
    async with open_notebook(getting_ready()) as room:
        await set_out(room, "getting-ready")
        await room.press(*"the summer", *["ctrl+n"] * 8)
        assert WORDS.say("walking.page.question") == asked(room)
        await room.click("#yes")
        assert isinstance(room.screen, PageScreen)


async def test_nothing_is_offered_after_an_ordinary_one() -> None:
    async with open_notebook(DEEP) as room:
        await set_out(room, "deep")
        await room.press(*"once", "ctrl+n", "ctrl+n")
        assert isinstance(room.screen, HomeScreen)


async def test_ten_minutes_in_stopping_is_offered_once_and_between_two_questions() -> None:
    async with walking(trust(), at="scene") as room:
        room.world.clock.advance(minutes=11)
        await room.press(*"it rained")
        assert isinstance(room.screen, ReflectScreen)
        await room.press("ctrl+n")
        assert WORDS.say("walking.long.question") == asked(room)
        await room.press("enter")
        assert room.step == "around"
        room.world.clock.advance(minutes=11)
        await room.press("ctrl+n")
        assert room.step == "open"


async def test_whoever_stops_then_finds_it_waiting() -> None:
    async with walking(trust(), at="scene") as room:
        room.world.clock.advance(minutes=11)
        await room.press(*"it rained", "ctrl+n")
        await room.click("#stop")
        assert isinstance(room.screen, HomeScreen)
        assert room.kept().is_draft
        assert room.answer("scene").shown == "it rained"
