"""What the guide tells people to press, pressed: it leads where the page says."""

from __future__ import annotations

import pytest
from setting_room import settings
from support.screens import settled, until
from support.world import World
from textual.widgets import Button, TextArea

from companion.catalog.shelf import Bookshelf
from companion.ui.screens.agreement import AgreementScreen
from companion.ui.screens.book import BookScreen
from companion.ui.screens.exported import ExportedScreen
from companion.ui.screens.help_now import HelpNowScreen
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.journeys import JourneysScreen
from companion.ui.screens.keeping import KeepingScreen
from companion.ui.screens.keys_here import KeysHereScreen
from companion.ui.screens.note import NoteScreen
from companion.ui.screens.page import PageScreen
from companion.ui.screens.paths import PathsScreen
from companion.ui.screens.rhythm import RhythmScreen
from companion.ui.screens.session_form import SessionFormScreen
from companion.ui.screens.settings import SettingsScreen
from companion.ui.screens.unlock import DoorScreen
from companion.ui.widgets.line_input import LineInput


def real() -> World:
    """A notebook with the reflections that companion ships with."""
    return World(shelf=Bookshelf())


@pytest.mark.parametrize(
    ("keys", "screen"),
    [
        (("s", "a"), SessionFormScreen),
        (("n",), NoteScreen),
        (("r",), PathsScreen),
        (("o",), RhythmScreen),
        (("f4",), KeysHereScreen),
        (("ctrl+g",), HelpNowScreen),
        (("a",), AgreementScreen),
        (("comma",), SettingsScreen),
        (("f",), ExportedScreen),
        (("p",), PageScreen),
        (("b",), BookScreen),
        (("k",), KeepingScreen),
        (("v",), JourneysScreen),
    ],
)
async def test_a_key_leads_to_where_the_guide_says(keys: tuple[str, ...], screen: type) -> None:
    async with settings(*keys, world=real()) as room:
        assert isinstance(room.screen, screen)


async def test_a_line_without_a_title_is_kept_with_two_keys() -> None:
    async with settings("n", world=real()) as room:
        room.screen.query_one(TextArea).text = "The plant on the sill"
        await room.press("ctrl+n")
        assert isinstance(room.screen, HomeScreen)
        (kept,) = room.world.memory.reflections.values()
        assert kept.answers[0].shown == "The plant on the sill"


async def test_the_list_holds_every_reflection_that_the_guide_names() -> None:
    async with settings("r", world=real(), size=(120, 60)) as room:
        await settled(room.pilot)
        for name in ("Speaking freely", "A bump in the road", "Before we part"):
            assert name in room.text()


async def test_one_key_makes_a_reflection_a_few_questions_then_one_then_whole() -> None:
    async with settings("r", world=real()) as room:
        labels = [str(room.screen.query_one("#form", Button).label)]
        for _ in range(3):
            await room.press("s")
            labels.append(str(room.screen.query_one("#form", Button).label))
        assert len(set(labels)) == 3
        assert labels[0] == labels[3]


async def test_what_is_offered_can_be_turned_off_and_paused() -> None:
    async with settings("o", world=real(), size=(80, 40)) as room:
        for said in ("Pause for a week", "Pause for a month", "Pause until I come back"):
            assert said in room.text()


async def test_help_now_is_there_before_the_notebook_is_open() -> None:
    async with settings("ctrl+l", world=real()) as room:
        await settled(room.pilot)
        assert isinstance(room.screen, DoorScreen)
        await room.press("ctrl+g")
        assert isinstance(room.screen, HelpNowScreen)


async def test_what_becomes_of_it_is_under_looking_after() -> None:
    async with settings("k", world=real(), size=(80, 40)) as room:
        await until(room.pilot, lambda: "Keep, print and wipe, or wipe" in room.text())
        assert not room.screen.query(LineInput)
