"""What is about the two of them, or not to be talked about, asks a second time."""

from __future__ import annotations

import pytest
from page_room import QUIET, at_the_table, go_to, line, press

from companion.domain.page import Section
from companion.ui.screens.confirm import AskScreen
from companion.ui.widgets.composer import Composer


@pytest.mark.parametrize("name", ["quiet", "not-yet"])
async def test_a_guarded_line_asks_a_second_time_with_the_safest_answer_first(name: str) -> None:
    async with at_the_table() as (pilot, room):
        await go_to(pilot, name)
        await press(pilot, "space")
        assert isinstance(pilot.app.screen, AskScreen)
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == "no"
        await press(pilot, "enter")
        assert room.ticked == []


async def test_leaving_the_second_question_ticks_nothing() -> None:
    async with at_the_table() as (pilot, room):
        await go_to(pilot, "quiet")
        await press(pilot, "space")
        await press(pilot, "escape")
        assert room.ticked == []


async def test_with_the_second_yes_the_line_is_on_the_page() -> None:
    async with at_the_table() as (pilot, room):
        await go_to(pilot, "quiet")
        await press(pilot, "space")
        await press(pilot, "right", "enter")
        assert room.line("quiet").agreed
        assert QUIET in room.pages.render(room.pages.desk().page)


async def test_taking_a_guarded_line_back_and_ticking_it_asks_again() -> None:
    kept = line("quiet", Section.ABOUT_US, agreed=True)
    async with at_the_table(lines=[kept]) as (pilot, room):
        await go_to(pilot, "quiet")
        await press(pilot, "space")
        assert room.ticked == []
        await press(pilot, "space")
        assert isinstance(pilot.app.screen, AskScreen)


async def test_a_line_kept_without_its_second_yes_is_shown_as_not_ticked() -> None:
    async with at_the_table(lines=[line("quiet", Section.ABOUT_US)]) as (pilot, _):
        await go_to(pilot, "quiet")
        here = pilot.app.screen.query_one(Composer).here
        assert here is not None
        assert here.line is None
