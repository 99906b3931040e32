"""The form that asks when a session is: understood in words, and nothing lost."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

import pytest
from textual.widgets import Static
from walk_room import NOTHING, Room, open_notebook

from companion.domain.errors import StorageError
from companion.domain.journey import Session
from companion.ui.screens.session_form import Asked, SessionFormScreen
from companion.ui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.screen import Screen


class Desk:
    """Keeps what the form gives it, or refuses."""

    def __init__(self) -> None:
        self.kept: list[tuple[datetime, int | None]] = []
        self.full = False

    async def keep(self, at: datetime, number: int | None) -> Session:
        if self.full:
            raise StorageError
        self.kept.append((at, number))
        return Session("kept", "journey", number or 1, at)


@asynccontextmanager
async def at_the_form(
    before: datetime | None = None, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Room, Desk]]:
    async with open_notebook(size=size) as room:
        desk = Desk()
        asked = Asked("When is it?", before, number_at=lambda _: 14)
        house = room.context.house
        form = SessionFormScreen(house.words, house.clock, asked, desk.keep)
        await room.show(cast("Screen[object]", form))
        yield room, desk


async def fill(room: Room, text: str, field: str = "#when") -> None:
    room.screen.query_one(field, LineInput).value = text
    await room.settle()


def understood(room: Room) -> str:
    return str(room.screen.query_one("#understood", Static).content)


def says(room: Room) -> str:
    line = room.screen.query_one("#form-says", Static)
    return str(line.content) if line.display else ""


async def test_what_is_typed_is_said_in_words_as_soon_as_it_is_understood() -> None:
    async with at_the_form() as (room, _):
        heard = []
        for key in (*"tomorrow", "space", *"17:30"):
            await room.press(key)
            heard.append(understood(room))
        assert set(heard[:-1]) == {""}
        assert heard[-1] == "Tuesday 3 March 2026, 17:30"
        assert "Tuesday 3 March 2026, 17:30" in room.text()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-11-26 17:30", "Thursday 26 November 2026, 17:30"),
        ("  2026-11-26, 9:05 ", "Thursday 26 November 2026, 09:05"),
        ("TOMORROW at 17:30", "Tuesday 3 March 2026, 17:30"),
        ("yesterday 17:30", "Sunday 1 March 2026, 17:30. That has passed:"),
    ],
)
async def test_dates_are_understood_as_people_write_them(text: str, words: str) -> None:
    async with at_the_form() as (room, _):
        await fill(room, text)
        assert understood(room).startswith(words)


async def test_a_time_that_has_passed_says_what_it_will_stand_as() -> None:
    async with at_the_form() as (room, _):
        await fill(room, "today 18:00")
        assert "stands here as one that took place" in understood(room)
        await fill(room, "today 19:00")
        assert "took place" not in understood(room)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2026-02-30 17:30", "2026-11-26", "17:30", "tomorrow 25:00", "[/", "\u202e"],
)
@pytest.mark.parametrize("how", ["enter", "button"])
async def test_a_bad_date_is_told_calmly_and_stays_to_be_mended(text: str, how: str) -> None:
    async with at_the_form() as (room, desk):
        await fill(room, text)
        await (room.press("enter") if how == "enter" else room.click("#keep"))
        assert "Nothing was changed." in says(room)
        assert room.screen.query_one("#when", LineInput).value == text
        assert (desk.kept, room.result) == ([], NOTHING)
        await fill(room, "tomorrow 17:30")
        assert says(room) == ""
        await room.press("enter")
        assert room.result is not NOTHING


@pytest.mark.parametrize("how", ["enter", "button"])
async def test_a_good_one_is_kept_and_given_back(how: str) -> None:
    async with at_the_form() as (room, desk):
        await fill(room, "tomorrow 17:30")
        await (room.press("enter") if how == "enter" else room.click("#keep"))
        at = datetime(2026, 3, 3, 17, 30, tzinfo=UTC)
        assert desk.kept == [(at, None)]
        assert room.result == Session("kept", "journey", 1, at)


async def test_the_number_it_would_get_is_said_and_another_can_be_given() -> None:
    async with at_the_form() as (room, desk):
        assert "Number, if you know it" in room.text()
        await fill(room, "tomorrow 17:30")
        assert "Number (14 if left empty)" in room.text()
        await room.press("tab", "7", "enter")
        assert desk.kept[0][1] == 7


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", "²", "one"])
async def test_what_is_no_number_is_told_and_nothing_is_lost(number: str) -> None:
    async with at_the_form() as (room, desk):
        await fill(room, "tomorrow 17:30")
        await fill(room, number, "#number")
        await room.press("enter")
        assert "no session number" in says(room)
        assert (desk.kept, room.result) == ([], NOTHING)
        assert understood(room) == "Tuesday 3 March 2026, 17:30"


async def test_a_number_is_no_longer_than_any_journey() -> None:
    async with at_the_form() as (room, desk):
        await fill(room, "tomorrow 17:30")
        await room.press("tab", *"99999999", "enter")
        assert desk.kept[0][1] == 9999


async def test_a_number_that_is_taken_is_told_and_nothing_is_lost() -> None:
    async with open_notebook() as room:
        room.opened.appointments.add(room.world.clock.read("2026-03-01 12:00"), 12)
        await room.press("s", "a", *"tomorrow", "space", *"17:30", "tab", *"12", "enter")
        assert "There is a session 12 already" in says(room)
        assert len(room.opened.appointments.all()) == 1
        await room.press("backspace", "3", "enter")
        assert [one.number for one in room.opened.appointments.all()] == [12, 13]


async def test_on_a_full_disk_the_form_stays_open_with_all_that_was_typed() -> None:
    async with at_the_form() as (room, desk):
        desk.full = True
        await fill(room, "tomorrow 17:30")
        await room.press("enter")
        assert "could not be read or written" in says(room)
        assert room.screen.query_one("#when", LineInput).value == "tomorrow 17:30"
        desk.full = False
        await room.press("enter")
        assert len(desk.kept) == 1


async def test_two_quick_presses_keep_it_once() -> None:
    async with at_the_form() as (room, desk):
        await fill(room, "tomorrow 17:30")
        await room.pilot.press("enter", "enter")
        await room.settle()
        assert len(desk.kept) == 1


@pytest.mark.parametrize("how", ["escape", "button"])
async def test_leaving_keeps_nothing(how: str) -> None:
    async with at_the_form() as (room, desk):
        await fill(room, "tomorrow 17:30")
        await (room.press("escape") if how == "escape" else room.click("#leave"))
        assert (desk.kept, room.result) == ([], None)


async def test_letters_typed_in_it_are_letters_and_nothing_else() -> None:
    async with at_the_form() as (room, _):
        await room.press(*"ahxmqdjk", "slash", "question_mark")
        assert room.screen.query_one("#when", LineInput).value == "ahxmqdjk/?"


async def test_a_session_that_is_moved_has_its_time_in_the_field_and_keeps_its_number() -> None:
    before = datetime(2026, 3, 5, 17, 30, tzinfo=UTC)
    async with at_the_form(before) as (room, desk):
        assert room.screen.query_one("#when", LineInput).value == "2026-03-05 17:30"
        assert understood(room) == "Thursday 5 March 2026, 17:30"
        assert not room.screen.query("#number")
        await room.press("end", "backspace", "5", "enter")
        assert desk.kept == [(before.replace(minute=35), None)]


@pytest.mark.parametrize("size", [(200, 50), (80, 24), (60, 20), (40, 12)])
async def test_at_every_size_what_is_wrong_and_the_buttons_can_be_read(
    size: tuple[int, int],
) -> None:
    async with at_the_form(size=size) as (room, _):
        assert "Keep" in room.text()
        await fill(room, "soon")
        await room.press("enter")
        assert "That is not a date and time" in " ".join(room.text().replace("│", " ").split())
        await room.press("tab", "tab")
        assert "Keep" in room.text()
