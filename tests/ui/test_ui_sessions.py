"""The sessions of a journey: adding, settling, moving."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, cast

import pytest
from textual.widgets import Button, OptionList
from walk_room import NOTHING, WORDS, Room, open_notebook

from companion.domain.errors import StorageError
from companion.domain.journey import SessionState
from companion.domain.page import Line, Section
from companion.domain.path import Place
from companion.ui.screens.confirm import AskScreen
from companion.ui.screens.home import HomeScreen
from companion.ui.screens.session_form import SessionFormScreen
from companion.ui.screens.sessions import SessionsScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.screen import Screen

    from companion.domain.journey import Session

DAY = timedelta(days=1)


@asynccontextmanager
async def at_the_sessions(
    *days: float, size: tuple[int, int] = (80, 24), theme: str = "dusk"
) -> AsyncIterator[Room]:
    """The sessions of a notebook with one so many days from now, in this order."""
    async with open_notebook(size=size, theme=theme) as room:
        for away in days:
            room.opened.appointments.add(room.world.clock.now() + away * DAY)
        await room.show(cast("Screen[object]", SessionsScreen(room.context)))
        yield room


def states(room: Room) -> dict[int, SessionState]:
    return {one.number: one.state for one in room.opened.appointments.all()}


def the_line(room: Room, number: int) -> str:
    return next(line for line in room.text().splitlines() if f"Session {number} " in line)


def at_cursor(room: Room) -> int:
    """The number of the session that the cursor is on."""
    listed = room.screen.query_one("#sessions", OptionList)
    assert listed.highlighted is not None
    return cast("SessionsScreen", room.screen)._sessions[listed.highlighted].number


# What there is


async def test_the_latest_stands_first_and_the_next_one_is_marked_in_words() -> None:
    async with at_the_sessions(-14, -7, 1, 8) as room:
        numbers = [n for line in room.text().splitlines() for n in "1234" if f"Session {n}" in line]
        assert numbers == ["4", "3", "2", "1"]
        assert the_line(room, 3).endswith("planned, the next one")
        assert the_line(room, 4).endswith("  planned")
        assert the_line(room, 2).endswith("took place")
        assert "Tuesday 3 March 2026, 18:30" in the_line(room, 3)
        assert at_cursor(room) == 3


async def test_one_whose_time_has_passed_asks_what_became_of_it() -> None:
    async with at_the_sessions(1) as room:
        room.world.clock.advance(days=2)
        await room.press("escape", "s")
        assert "did it take place?" in the_line(room, 1)


async def test_without_any_it_says_what_they_are_for_and_offers_to_add_one() -> None:
    async with at_the_sessions() as room:
        assert "There are no sessions yet." in room.text()
        assert isinstance(room.app.focused, Button)
        assert room.app.focused.id == "add"
        assert "it took place" not in room.text()
        await room.press("h", "x", "m")
        assert isinstance(room.screen, SessionsScreen)
        await room.press("enter")
        assert isinstance(room.screen, SessionFormScreen)


async def test_escape_goes_home() -> None:
    async with at_the_sessions(1) as room:
        await room.press("escape")
        assert isinstance(room.screen, HomeScreen)


# Settling


@pytest.mark.parametrize("how", ["key", "button"])
@pytest.mark.parametrize(("key", "state"), [("h", SessionState.HELD), ("x", SessionState.MISSED)])
async def test_one_that_is_due_is_settled_with_one_press(
    how: str, key: str, state: SessionState
) -> None:
    async with at_the_sessions(1) as room:
        room.world.clock.advance(days=2)
        await room.press("escape", "s")
        button = "#held" if key == "h" else "#missed"
        await (room.press(key) if how == "key" else room.click(button))
        assert states(room) == {1: state}
        assert WORDS.say(f"sessions.state.{state}") in the_line(room, 1)


async def test_what_was_said_by_mistake_is_put_right_by_the_other_key() -> None:
    async with at_the_sessions(-7, 1) as room:
        await room.press("down", "x")
        assert states(room)[1] is SessionState.MISSED
        assert at_cursor(room) == 1
        await room.press("h")
        assert states(room) == {1: SessionState.HELD, 2: SessionState.PLANNED}


async def test_that_one_ahead_took_place_is_asked_and_not_yet_has_the_focus() -> None:
    async with at_the_sessions(1) as room:
        await room.press("h")
        assert isinstance(room.screen, AskScreen)
        assert "Tuesday 3 March 2026, 18:30" in room.text()
        await room.press("enter")
        assert states(room) == {1: SessionState.PLANNED}
        await room.press("h", "right", "enter")
        assert states(room) == {1: SessionState.HELD}
        assert "Monday 2 March 2026, 18:30" in the_line(room, 1)


async def test_the_session_under_the_cursor_is_meant_and_no_other() -> None:
    async with at_the_sessions(-21, -14, -7) as room:
        await room.press("home", "down", "x")
        assert [one for one, state in states(room).items() if state is SessionState.MISSED] == [2]


async def test_a_click_puts_the_cursor_on_a_session_and_a_button_settles_it() -> None:
    async with at_the_sessions(-21, -14, -7) as room:
        await room.click("#sessions", (4, 2))
        assert isinstance(room.screen, SessionsScreen)
        await room.click("#missed")
        assert states(room)[1] is SessionState.MISSED


async def test_on_a_full_disk_all_stays_as_it_was_and_it_is_told() -> None:
    async with at_the_sessions(-7) as room:
        room.memory.writable = False
        await room.press("x")
        assert states(room) == {1: SessionState.HELD}
        assert "could not be read or written" in room.told[0]
        room.memory.writable = True
        await room.press("x")
        assert states(room) == {1: SessionState.MISSED}


async def test_a_notebook_that_cannot_be_read_is_told() -> None:
    async with open_notebook() as room:

        def broken() -> list[Session]:
            raise StorageError

        room.opened.appointments.all = broken  # type: ignore[method-assign]  # on purpose
        await room.show(cast("Screen[object]", SessionsScreen(room.context)))
        assert room.result is NOTHING
        assert "could not be read" in room.told[-1]


# Adding and moving


async def test_one_ahead_is_added_and_the_cursor_is_on_it() -> None:
    async with at_the_sessions(-7) as room:
        await room.press("a", *"tomorrow", "space", *"17:30", "enter")
        assert isinstance(room.screen, SessionsScreen)
        assert states(room) == {1: SessionState.HELD, 2: SessionState.PLANNED}
        assert "Tuesday 3 March 2026, 17:30" in the_line(room, 2)
        assert at_cursor(room) == 2


async def test_one_from_before_the_notebook_is_added_as_one_that_took_place() -> None:
    async with at_the_sessions(1) as room:
        await room.press("a", *"2025-12-18", "space", *"17:30", "tab", "9", "enter")
        assert states(room) == {1: SessionState.PLANNED, 9: SessionState.HELD}
        assert "Thursday 18 December 2025, 17:30" in the_line(room, 9)
        assert at_cursor(room) == 9


async def test_a_moved_session_stands_at_its_new_time_alone() -> None:
    async with at_the_sessions(1) as room:
        await room.press("m", "end", "ctrl+u", *"2026-03-05", "space", *"09:15", "enter")
        assert "Thursday 5 March 2026, 09:15" in the_line(room, 1)
        assert room.text().count("Session 1 ") == 1


async def test_a_moved_session_keeps_the_lines_of_its_page() -> None:
    async with at_the_sessions(1) as room:
        note = room.opened.reflecting.note("a kite", "A free line", Place.PARKED)
        line = Line(note.answers[0].id, Section.TALK)
        room.opened.pages.keep(room.opened.pages.desk(), [line])
        await room.press("m", "end", "ctrl+u", *"2026-03-05", "space", *"09:15", "enter")
        desk = room.opened.pages.desk()
        assert desk.session is not None
        assert desk.session.at == room.world.clock.read("2026-03-05 09:15")
        assert desk.lines == (line,)


async def test_moving_begins_with_the_time_it_had() -> None:
    async with at_the_sessions(1) as room:
        await room.press("m")
        assert "2026-03-03 18:30" in room.text()
        assert "Session 1: when is it now?" in room.text()
        assert not room.screen.query("#number")


async def test_two_quick_presses_open_one_form() -> None:
    async with at_the_sessions(1) as room:
        await room.pilot.press("a", "a")
        await room.settle()
        assert [type(one) for one in room.app.screen_stack].count(SessionFormScreen) == 1
        await room.press("escape", "m", "escape", "a")
        assert isinstance(room.screen, SessionFormScreen)


# In every size


@pytest.mark.parametrize("size", [(200, 50), (120, 36), (80, 24), (60, 20), (40, 12)])
async def test_at_every_size_number_day_and_state_can_be_read(size: tuple[int, int]) -> None:
    async with at_the_sessions(-7, 1, size=size) as room:
        text = room.text()
        for part in ("Session 2", "3 Mar", "18:30", "planned, the next one", "took place"):
            assert part in text
        for button in ("#add", "#held", "#missed", "#move"):
            assert room.screen.query_one(button).region.right <= size[0]
        await room.press("a")
        assert "Keep" in room.text()


async def test_a_window_that_changes_its_size_keeps_the_cursor() -> None:
    async with at_the_sessions(-21, -14, -7, 1) as room:
        await room.press("end")
        for size in ((40, 12), (200, 50), (60, 20)):
            await room.pilot.resize_terminal(*size)
            await room.settle()
            assert at_cursor(room) == 1
            assert "10 Feb" in room.text() or "9 Feb" in room.text()


@pytest.mark.parametrize("how", ["no colour", "terminal"])
async def test_without_our_colours_the_cursor_can_still_be_seen(
    how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if how == "no colour":
        monkeypatch.setenv("NO_COLOR", "1")
    async with at_the_sessions(-7, 1, theme="terminal" if how == "terminal" else "dusk") as room:
        listed = room.screen.query_one("#sessions", OptionList)
        at, other = (listed.render_line(y)._segments[0].style for y in (0, 1))
        assert at is not None
        assert other is not None
        assert at.underline
        assert not other.underline
