"""Sleep on it: the page is kept, one goes home, and looks once more on another day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from page_room import LAST, at_the_table, candidate, line, press, said, settle
from textual.widgets import Button
from walk_room import WORDS, Room, open_notebook

from companion.domain.page import Kind, Line, Section
from companion.domain.path import Place
from companion.domain.rhythm import OpenKind
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.page import PageScreen
from companion.ui.screens.preview import PreviewScreen

LINES = [line("sister", Section.ONE_THING)]


def text(room: Room) -> str:
    return " ".join(room.text().split())


def prepared(room: Room, *, days: float = 3) -> None:
    """A session ahead, one line ticked for its page, nothing else open."""
    opened = room.opened
    opened.rhythm.never(OpenKind.REFLECT)
    opened.appointments.add(room.world.clock.now() + timedelta(days=days))
    note = opened.reflecting.note("the yellow door", "A line", Place.PARKED)
    opened.pages.keep(opened.pages.desk(), [Line(note.answers[0].id, Section.TALK)])


async def again(room: Room) -> None:
    screen = room.screen
    assert isinstance(screen, HomeScreen)
    screen.look()
    await room.settle()


@pytest.mark.parametrize("by", ["n", "#sleep"])
async def test_everything_is_kept_and_one_is_home(by: str) -> None:
    async with open_notebook() as room:
        prepared(room)
        await room.press("p", "p")
        assert isinstance(room.screen, PreviewScreen)
        if by == "n":
            await room.press("n")
        else:
            await room.click(by)
        assert isinstance(room.screen, HomeScreen)
        assert WORDS.say("preview.sleeps") in room.told
        desk = room.opened.pages.desk()
        assert desk.resting_since == room.world.clock.now()
        assert len(desk.lines) == 1
        assert WORDS.say("home.open.nothing.title") in text(room)


async def test_the_next_day_home_offers_it_and_looking_ends_that() -> None:
    async with open_notebook() as room:
        prepared(room)
        await room.press("p", "p", "n")
        room.world.clock.advance(days=1)
        await again(room)
        assert WORDS.say("home.open.look-again.title") in text(room)
        await room.press("enter")
        assert isinstance(room.screen, PreviewScreen)
        assert "the yellow door" in text(room)
        await room.press("escape")
        assert isinstance(room.screen, PageScreen)
        await room.press("escape")
        assert isinstance(room.screen, HomeScreen)
        assert WORDS.say("home.open.look-again.title") not in text(room)
        assert room.opened.pages.desk().resting_since is None


async def test_it_can_wait_until_tomorrow_and_is_asked_for_and_so_never_refused() -> None:
    async with open_notebook() as room:
        prepared(room, days=6)
        await room.press("p", "p", "n")
        room.world.clock.advance(days=1)
        await again(room)
        assert [one.id for one in room.screen.query(Button)] == ["look", "other", "write", "later"]
        await room.click("#later")
        assert WORDS.say("home.open.look-again.title") not in text(room)
        room.world.clock.advance(days=1)
        await again(room)
        assert WORDS.say("home.open.look-again.title") in text(room)


async def test_sleeping_on_it_a_second_night_is_fine() -> None:
    async with open_notebook() as room:
        prepared(room)
        await room.press("p", "p", "n")
        room.world.clock.advance(days=1)
        await again(room)
        await room.press("enter", "n")
        assert isinstance(room.screen, HomeScreen)
        assert room.opened.pages.desk().resting_since == room.world.clock.now()
        assert WORDS.say("home.open.look-again.title") not in text(room)


async def test_opened_in_any_other_way_it_was_looked_at_too() -> None:
    async with open_notebook() as room:
        prepared(room)
        await room.press("p", "p", "n")
        room.world.clock.advance(days=1)
        await room.press("p", "escape")
        assert room.opened.pages.desk().resting_since is None


async def test_without_a_day_before_the_session_there_is_no_night() -> None:
    async with open_notebook() as room:
        prepared(room, days=0.05)
        await room.press("p", "p")
        assert isinstance(room.screen, PreviewScreen)
        assert not room.screen.query("#sleep")
        await room.press("n")
        assert isinstance(room.screen, PreviewScreen)
        assert room.opened.pages.desk().resting_since is None


async def test_a_page_that_holds_too_much_can_be_slept_on_and_is_shown_as_it_is() -> None:
    async with at_the_table(
        lines=[line("wordy")], candidates=[candidate("wordy", "word " * 40, Section.TALK)]
    ) as (pilot, room):
        room.opened.resting.begin(room.pages.desk())
        screen = PageScreen(pilot.app.context, look=True)  # type: ignore[attr-defined]  # of PageApp
        await pilot.app.push_screen(screen)
        await settle(pilot)
        assert isinstance(pilot.app.screen, PreviewScreen)
        assert pilot.app.screen.query("#sleep")


async def test_a_full_disk_is_told_and_one_stays() -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        await press(pilot, "p")
        room.settings.full = True
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, PreviewScreen)
        assert room.words.say("error.storage") in said(pilot)


async def test_a_look_that_can_not_be_kept_keeps_nobody_from_the_page() -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        room.settings.kept["page.marks.resting"] = f'{{"s12": "{LAST.at.isoformat()}"}}'
        room.settings.full = True
        await press(pilot, "escape")
        await pilot.app.push_screen(PageScreen(pilot.app.context))  # type: ignore[attr-defined]  # of PageApp
        await settle(pilot)
        assert pilot.app.screen.query("LineRow")
        room.settings.full = False
        assert room.pages.desk().resting_since is not None


async def test_a_page_for_a_new_therapist_is_for_no_session_and_no_night() -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        await pilot.app.push_screen(PageScreen(pilot.app.context, Kind.HANDOVER))  # type: ignore[attr-defined]  # of PageApp
        await settle(pilot)
        await press(pilot, "p")
        assert not pilot.app.screen.query("#sleep")
