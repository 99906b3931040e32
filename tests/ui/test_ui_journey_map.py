"""The room of the way: drawn, in words, opened; nothing read that is not in sight."""

from __future__ import annotations

import re
import tomllib
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from journal_room import entry
from support.builders import a_session, an_answer
from support.time import NOW
from textual.widgets import OptionList
from walk_room import WORDS, Room, open_notebook

import companion
from companion.domain.journey import SessionState
from companion.ui.screens.entry import EntryScreen
from companion.ui.screens.journey_map import JourneyMapScreen
from companion.ui.screens.rhythm import RhythmScreen
from companion.ui.screens.sessions import SessionsScreen
from companion.ui.screens.stretch import StretchScreen
from companion.ui.widgets.way import Way

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime

AIM = "[/ the summer [b]and[/b] sleep"
MEASURED = re.compile(
    r"\d+ ?%|\b(progress|score|goal|streak|done|completed|missed)\b", re.IGNORECASE
)


def back(days: float) -> datetime:
    return NOW - timedelta(days=days)


def session(room: Room, number: int, days: float, state: SessionState) -> None:
    journey = room.opened.journeys.open.id
    made = replace(a_session(number, back(days), state), journey_id=journey)
    room.memory.sessions[made.id] = made


def furnish(room: Room) -> None:
    """A therapy with a detour, an aim, a bump, something written and a session ahead."""
    room.memory.journeys[0] = replace(room.memory.journeys[0], started_at=back(30))
    for number, days, state in (
        (1, 28, SessionState.HELD),
        (2, 21, SessionState.MISSED),
        (3, 14, SessionState.HELD),
        (4, -2, SessionState.PLANNED),
    ):
        session(room, number, days, state)
    entry(room, entry_id="echo", path_id="echo", title="What stayed", when=back(27))
    aim = an_answer("aim", AIM, step_id="work-on", prompt="What do you two work on?")
    entry(room, aim, entry_id="agreement", path_id="agreement", when=back(12))
    entry(room, entry_id="bump", path_id="bump", title="A bump in the road", when=back(10))


@asynccontextmanager
async def on_the_way(size: tuple[int, int] = (80, 24)) -> AsyncIterator[Room]:
    async with open_notebook(size=size) as room:
        furnish(room)
        await room.press("m")
        assert isinstance(room.screen, JourneyMapScreen)
        yield room


async def test_one_begins_at_today_and_every_mark_opens_what_is_behind_it() -> None:
    async with on_the_way() as room:
        text = room.text()
        assert "◆  Today" in text
        assert "○  Session 4" in text
        assert WORDS.say("journey_map.mark.open") in text
        marks = ["home", "down", "down", "down", "down", "down", "down"]
        expected = [
            JourneyMapScreen,  # nothing was written before the first session
            StretchScreen,
            SessionsScreen,
            StretchScreen,
            EntryScreen,
            EntryScreen,
            StretchScreen,
        ]
        for key, screen in zip(marks, expected, strict=True):
            await room.press(key, "enter")
            assert type(room.screen) is screen, key
            if screen is JourneyMapScreen:
                assert room.told == [WORDS.say("journey_map.nothing_written")]
            else:
                await room.press("escape")


async def test_what_is_opened_is_the_stretch_or_the_session_itself() -> None:
    async with on_the_way() as room:
        await room.press("home", "down", "enter")
        text = room.text()
        assert WORDS.say("journey_map.after", number=1) in text
        assert "What stayed" in text
        assert "A bump" not in text
        await room.press("slash", "escape")  # there is no search to go to
        await room.press("down", "enter")
        assert isinstance(room.screen, SessionsScreen)
        listed = room.screen.query_one(OptionList)
        assert listed.highlighted_option
        assert listed.highlighted_option.id == "session-2"


async def test_the_aim_stands_there_letter_by_letter_and_other_words_do_not() -> None:
    async with on_the_way((120, 36)) as room:
        await room.press("home")
        text = room.text()
        assert f"“{AIM}”" in text
        assert "the yellow door" not in text
        assert "╭─────╯" in text
        assert not MEASURED.search(text)


async def test_the_list_in_words_says_the_same_without_a_drawing() -> None:
    async with on_the_way((120, 36)) as room:
        await room.press("home", "t")
        text = room.text()
        for words in ("Session 1, Mon 2 Feb", "What stayed", AIM, "Session 2 did not take place"):
            assert words in text
        assert not set("●○◆│╭╯╰╮┊") & set(text)
        await room.press("t")
        assert "●" in room.text()


@pytest.mark.parametrize("size", [(200, 50), (60, 20), (40, 12)])
async def test_it_is_whole_in_every_window_and_after_a_resize(size: tuple[int, int]) -> None:
    async with on_the_way() as room:
        await room.pilot.resize_terminal(*size)
        await room.settle()
        text = room.text()
        assert "◆" in text
        assert "Today" in text
        assert all(len(line) <= size[0] for line in text.splitlines())
        await room.press("home")
        assert "Session 1" in room.text()
        await room.press("end")
        assert WORDS.say("journey_map.mark.open") in room.text()


async def test_the_mouse_opens_and_chooses_a_therapy_and_the_keys_turn_between_them() -> None:
    async with on_the_way() as room:
        room.opened.journeys.close(room.opened.journeys.open.id)
        room.opened.journeys.begin("Tuesdays")
        await room.press("escape", "m")
        assert WORDS.say("journey_map.none") in room.text()
        await room.press("left")
        text = room.text()
        assert WORDS.say("journey_map.mark.closed") in text
        assert "Thursdays" in text.splitlines()[1]
        await room.press("home", "down", "down", "enter")
        assert room.told == [WORDS.say("journey_map.elsewhere")]
        await room.press("home")
        await room.click(Way, (30, 3))
        assert isinstance(room.screen, StretchScreen)
        assert "What stayed" in room.text()
        await room.press("escape")
        await room.click("#way-journeys", (14, 0))
        assert WORDS.say("journey_map.none") in room.text()


async def test_a_pause_leads_to_what_is_offered() -> None:
    async with open_notebook() as room:
        room.opened.rhythm.pause()
        room.world.clock.advance(days=1)
        await room.press("m", "home", "down", "enter")
        assert isinstance(room.screen, RhythmScreen)


async def test_only_what_is_in_sight_is_asked_for_and_what_cannot_be_read_is_told() -> None:
    async with open_notebook(size=(80, 24)) as room:
        for number in range(1, 301):
            session(room, number, 7 * (301 - number), SessionState.HELD)
        asked: list[int] = []
        way, read = room.opened.journey_maps._way, room.opened.journey_maps._way.reflected

        def reflected(journey_id: str, stretches: list) -> list:
            asked.append(len(stretches))
            return read(journey_id, stretches)

        way.reflected = reflected  # type: ignore[method-assign] - to look over its shoulder
        await room.press("m")
        assert asked
        assert sum(asked) <= 20
        await room.press("home")
        assert 20 < sum(asked) < 40
        room.memory.open = False
        await room.press("pagedown", "pagedown")
        assert WORDS.say("error.storage") in room.told
        room.memory.open = True


def test_no_sentence_of_it_measures_or_judges() -> None:
    file = Path(companion.__file__).parent / "content" / "en" / "ui" / "journey_map.toml"
    said = str(tomllib.loads(file.read_text(encoding="utf-8"))["journey_map"])
    sentences = re.findall(r": ['\"](.*?)['\"][,}]", said)
    assert sentences
    assert not any(MEASURED.search(one) or "!" in one for one in sentences)


async def test_the_bar_at_the_side_is_where_the_map_is() -> None:
    async with on_the_way((80, 18)) as room:
        way = room.screen.query_one(Way)
        assert way.scroll_offset.y > 0
        assert way.vertical_scrollbar.position == way.scroll_offset.y
