"""Nothing this time: one key takes every tick off on purpose, and one brings them back."""

from __future__ import annotations

import pytest
from page_room import at_the_table, go_to, line, press, said, screen_text, settle
from textual.widgets import Button

from companion.domain.page import Kind, Mode, Section
from companion.services.page.marks import Mark
from companion.ui.screens.page import PageScreen
from companion.ui.screens.preview import PreviewScreen
from companion.ui.widgets.composer_top import ComposerTop

LINES = [
    line("sister", Section.ONE_THING),
    line("asked", mode=Mode.PLEASE_ASK, wording="Ask me first."),
]


async def test_every_tick_goes_and_that_is_said_and_kept() -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        assert "Nothing this time" in screen_text(pilot)  # the button
        await press(pilot, "0")
        assert room.ticked == []
        assert room.pages.desk().nothing
        assert room.words.say("composer.nothing_about") in screen_text(pilot)
        assert "of 300 words" not in screen_text(pilot)
        assert "■" not in screen_text(pilot)


async def test_one_key_brings_them_back_as_they_were() -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        before = room.pages.desk()
        await press(pilot, "0", "z")
        assert room.pages.desk() == before
        assert room.words.say("composer.about") in screen_text(pilot)
        assert screen_text(pilot).count("■") == 2


async def test_the_second_sheet_goes_and_comes_back_too() -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        room.pages.keep_second(room.pages.desk(), ["table"], [])
        await press(pilot, "escape")
        await pilot.app.push_screen(PageScreen(pilot.app.context))  # type: ignore[attr-defined]  # of PageApp
        await settle(pilot)
        await press(pilot, "0")
        assert room.pages.desk().second.is_bare
        await press(pilot, "z")
        assert room.pages.desk().second.quoted == ("table",)


async def test_its_button_says_what_it_does_now() -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        for says, ticked in (("nothing", []), ("bring_back", ["sister", "asked"])):
            button = pilot.app.screen.query_one("#nothing", Button)
            assert str(button.label) == room.words.say(f"composer.{says}")
            await pilot.click("#nothing")
            await settle(pilot)
            assert room.ticked == ticked


async def test_ticking_a_line_ends_it_and_there_is_nothing_to_bring_back() -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        await press(pilot, "0")
        await go_to(pilot, "table")
        await press(pilot, "space")
        assert room.ticked == ["table"]
        assert not room.pages.desk().nothing
        await press(pilot, "z")
        assert room.ticked == ["table"]
        await press(pilot, "space")
        assert not room.pages.desk().nothing
        assert room.words.say("composer.about") in screen_text(pilot)


async def test_quick_keys_end_where_they_would_one_by_one() -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        await press(pilot, "0", "space", "0", "z")
        assert room.ticked == ["sister"]
        await press(pilot, "0", "0", "0")
        assert room.ticked == []
        assert room.pages.desk().nothing
        await press(pilot, "z")
        assert room.ticked == ["sister"]


async def test_seeing_the_page_keeps_it_so_and_it_says_what_such_a_page_says() -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        await press(pilot, "0", "p")
        assert isinstance(pilot.app.screen, PreviewScreen)
        assert room.words.say("print.nothing") in " ".join(screen_text(pilot).split())
        assert room.pages.desk().nothing
        await press(pilot, "escape", "z")
        assert room.ticked == ["sister", "asked"]


async def test_opened_again_it_is_still_said_and_needs_no_undo() -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        await press(pilot, "0", "escape")
        await pilot.app.push_screen(PageScreen(pilot.app.context))  # type: ignore[attr-defined]  # of PageApp
        await settle(pilot)
        assert room.words.say("composer.nothing_about") in screen_text(pilot)
        assert not pilot.app.screen.query_one("#nothing").display
        await press(pilot, "z")
        assert room.pages.desk().nothing


async def test_a_full_disk_is_told_and_the_ticks_stay() -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        room.settings.full = True
        await press(pilot, "0")
        assert room.ticked == ["sister", "asked"]
        assert room.words.say("error.storage") in said(pilot)
        assert screen_text(pilot).count("■") == 2
        room.settings.full = False
        await press(pilot, "0")
        room.settings.full = True
        await press(pilot, "z")
        assert room.ticked == []
        assert "■" not in screen_text(pilot)


async def test_where_there_are_no_lines_there_is_no_such_key() -> None:
    async with at_the_table(candidates=()) as (pilot, room):
        await press(pilot, "0")
        assert not room.pages.desk().nothing


async def test_a_page_for_a_new_therapist_is_never_one() -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        await pilot.app.push_screen(PageScreen(pilot.app.context, Kind.HANDOVER))  # type: ignore[attr-defined]  # of PageApp
        await settle(pilot)
        assert not pilot.app.screen.query_one("#nothing").display
        await press(pilot, "0")
        assert room.marks.since(Mark.NOTHING, room.pages.handover().kept_under, None, None) is None


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 36)])
async def test_it_is_said_at_every_size(size: tuple[int, int]) -> None:
    async with at_the_table(lines=LINES, size=size) as (pilot, _):
        await press(pilot, "0")
        assert "Nothing this tim" in screen_text(pilot)
        top = pilot.app.screen.query_one(ComposerTop)
        assert top.query_one("#nothing").region.right <= size[0]
