"""The composer: nothing is on the page that was not ticked by hand."""

from __future__ import annotations

import pytest
from page_room import (
    CANDIDATES,
    at_the_table,
    candidate,
    go_to,
    line,
    press,
    said,
    screen_text,
    settle,
)

from companion.domain.page import Mode, Section
from companion.ui.screens.page import PageScreen
from companion.ui.widgets.composer import Composer
from companion.ui.widgets.line_row import LineRow, SectionHead

HOSTILE = [
    "I feel [sad] today",
    "a [/ b",
    "[/1]",
    "[@click=app.quit]leave[/]",
    "$warm {words}",
    "漢字" * 60,
    "x" * 400,
    "مرحبا",
]


async def test_nothing_is_ticked_at_first() -> None:
    async with at_the_table() as (pilot, room):
        rows = pilot.app.screen.query(LineRow)
        assert [row.row.line for row in rows] == [None] * len(CANDIDATES)
        assert room.ticked == []


async def test_the_headings_stand_in_the_order_of_the_page_and_only_where_there_are_lines() -> None:
    async with at_the_table(size=(80, 50)) as (pilot, room):
        text = screen_text(pilot)
        shown = [room.words.say(f"print.session.{one.section}") for one in CANDIDATES]
        places = [text.index(heading) for heading in shown]
        assert places == sorted(places)
        assert room.words.say("print.session.managed") not in text


async def test_space_ticks_keeps_at_once_and_takes_back() -> None:
    async with at_the_table() as (pilot, room):
        await press(pilot, "space")
        assert room.ticked == ["sister"]
        await press(pilot, "space")
        assert room.ticked == []


async def test_ticking_again_brings_mode_and_words_back() -> None:
    kept = line("asked", mode=Mode.PLEASE_ASK, wording="Asked, not counted on.")
    async with at_the_table(lines=[kept]) as (pilot, room):
        await go_to(pilot, "asked")
        await press(pilot, "space", "space")
        assert room.shelf.kept == [kept]


async def test_many_quick_ticks_are_all_kept_in_the_order_of_the_page() -> None:
    async with at_the_table() as (pilot, room):
        await press(pilot, "space", "down", "space", "down", "space", "down", "space")
        assert room.ticked == ["sister", "asked", "table", "read-out"]


async def test_ticking_never_moves_a_row() -> None:
    async with at_the_table() as (pilot, _):
        composer = pilot.app.screen.query_one(Composer)
        before = list(composer._order)
        await go_to(pilot, "read-out")
        await press(pilot, "space", "up", "space")
        assert composer._order == before


@pytest.mark.parametrize(("up", "down"), [("shift+up", "shift+down"), ("K", "J")])
async def test_ticked_lines_of_a_section_change_places(up: str, down: str) -> None:
    async with at_the_table(lines=[line("asked"), line("table")]) as (pilot, room):
        await go_to(pilot, "asked")
        await press(pilot, down)
        assert room.ticked == ["table", "asked"]
        await press(pilot, up)
        assert room.ticked == ["asked", "table"]


async def test_the_first_ticked_line_has_nowhere_to_go_and_says_so() -> None:
    async with at_the_table(lines=[line("asked")]) as (pilot, room):
        await go_to(pilot, "asked")
        await press(pilot, "K")
        assert room.ticked == ["asked"]
        assert room.words.say("composer.alone") in said(pilot)


async def test_m_goes_round_the_three_modes() -> None:
    async with at_the_table(lines=[line("asked")]) as (pilot, room):
        await go_to(pilot, "asked")
        seen = []
        for _ in range(3):
            await press(pilot, "m")
            seen.append(room.line("asked").mode)
        assert seen == [Mode.JUST_KNOW, Mode.PLEASE_ASK, Mode.DISCUSS]


async def test_a_section_without_modes_says_so() -> None:
    async with at_the_table(lines=[line("notes", Section.QUESTIONS)]) as (pilot, room):
        await go_to(pilot, "notes")
        await press(pilot, "m")
        assert said(pilot) == [room.words.say("composer.no_mode")]


async def test_a_line_goes_round_the_open_sections_and_never_into_the_two_guarded_ones() -> None:
    async with at_the_table(lines=[line("asked")]) as (pilot, room):
        await go_to(pilot, "asked")
        seen = []
        for _ in range(7):
            await press(pilot, "t")
            seen.append(room.line("asked").section)
        assert not {Section.ABOUT_US, Section.NOT_TODAY} & set(seen)
        assert seen[5] is Section.TALK
        here = pilot.app.screen.query_one(Composer).here
        assert here is not None
        assert here.id == "asked"


@pytest.mark.parametrize(("name", "section"), [("quiet", Section.ABOUT_US)])
async def test_a_line_about_the_two_of_them_stays_where_it_is(name: str, section: Section) -> None:
    async with at_the_table(lines=[line(name, section, agreed=True)]) as (pilot, room):
        await go_to(pilot, name)
        await press(pilot, "t")
        assert room.line(name).section is section
        assert said(pilot) == [room.words.say("composer.stays")]


async def test_keys_for_ticked_lines_do_nothing_to_others_and_say_so() -> None:
    async with at_the_table() as (pilot, room):
        for key in ("m", "t", "J", "e"):
            await press(pilot, key)
            assert isinstance(pilot.app.screen, PageScreen)
        assert set(said(pilot)) == {room.words.say("composer.tick_first")}
        assert room.ticked == []


async def test_where_a_line_is_from_is_shown_in_the_app_and_never_on_the_page() -> None:
    async with at_the_table(lines=[line("asked")]) as (pilot, room):
        await go_to(pilot, "asked")
        await press(pilot, "w")
        text = screen_text(pilot)
        assert "What moves in me" in text
        assert "What does this feeling want?" in text
        assert "Tue 24 Nov" in text
        assert "What moves in me" not in room.pages.render(room.pages.desk().page)
        await press(pilot, "w")
        assert "What moves in me" not in screen_text(pilot)


async def test_how_full_a_section_and_the_page_are_is_said_while_ticking() -> None:
    async with at_the_table() as (pilot, _):
        assert "room for 40 words" in screen_text(pilot)
        await press(pilot, "space")
        assert "8 of 40 words" in screen_text(pilot)
        assert "8 of 300 words" in screen_text(pilot)


async def test_too_much_is_said_in_words_at_the_heading() -> None:
    wordy = candidate("wordy", "word " * 31, Section.TALK)
    async with at_the_table(candidates=[wordy]) as (pilot, _):
        await press(pilot, "space")
        text = screen_text(pilot)
        assert "11 words over: shorten a line, or leave one out" in text
        assert "31 of 20 words" in text


async def test_a_line_too_many_is_said_too() -> None:
    two = [candidate(name, f"One thing {name}", Section.ONE_THING) for name in ("a", "b")]
    async with at_the_table(candidates=two) as (pilot, _):
        await press(pilot, "space", "down", "space")
        assert "1 line too many: leave out what matters less" in screen_text(pilot)


async def test_a_click_on_the_box_ticks_and_a_click_on_the_words_goes_there() -> None:
    async with at_the_table() as (pilot, room):
        row = next(r for r in pilot.app.screen.query(LineRow) if r.row.id == "asked")
        await pilot.click(row, offset=(8, 0))
        await settle(pilot)
        assert room.ticked == []
        assert pilot.app.screen.query_one(Composer).here == row.row
        await pilot.click(row, offset=(2, 0))
        await settle(pilot)
        assert room.ticked == ["asked"]


async def test_a_tick_that_could_not_be_kept_is_told_and_shown_as_it_is() -> None:
    async with at_the_table() as (pilot, room):
        room.shelf.full = True
        await press(pilot, "space")
        assert room.words.say("error.storage") in said(pilot)
        here = pilot.app.screen.query_one(Composer).here
        assert here is not None
        assert here.line is None


async def test_escape_goes_back_with_everything_kept() -> None:
    async with at_the_table() as (pilot, room):
        await pilot.press("space", "escape")
        await settle(pilot)
        assert room.ticked == ["sister"]
        assert not isinstance(pilot.app.screen, PageScreen)


async def test_without_candidates_it_says_what_to_do_and_that_an_empty_page_is_one_too() -> None:
    async with at_the_table(candidates=[]) as (pilot, room):
        text = screen_text(pilot)
        assert room.words.say("composer.empty.title") in text
        assert room.words.say("composer.empty.fine") in text
        await press(pilot, "space", "m", "e")
        assert isinstance(pilot.app.screen, PageScreen)
        await press(pilot, "p")
        assert room.words.say("print.nothing") in screen_text(pilot)
        assert not isinstance(pilot.app.screen, PageScreen)


@pytest.mark.parametrize("text", HOSTILE)
async def test_a_persons_words_are_shown_letter_by_letter(text: str) -> None:
    odd = candidate("odd", text, Section.TALK, prompt=text)
    async with at_the_table(candidates=[odd], size=(60, 30)) as (pilot, room):
        await press(pilot, "space", "w")
        seen = screen_text(pilot).replace(" ", "").replace("\n", "")
        assert text.replace(" ", "")[:40] in seen
        await press(pilot, "w", "e")
        await press(pilot, "escape")
        await press(pilot, "p")
        assert room.ticked == ["odd"]


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 36), (200, 50)])
async def test_the_line_under_the_cursor_is_always_to_be_seen(size: tuple[int, int]) -> None:
    async with at_the_table(size=size) as (pilot, _):
        for _ in range(len(CANDIDATES)):
            here = pilot.app.screen.query_one(Composer).here
            assert here is not None
            assert here.text[:20] in screen_text(pilot)
            await press(pilot, "down")


async def test_no_row_is_wider_than_about_eighty_columns() -> None:
    async with at_the_table(size=(200, 50)) as (pilot, _):
        rows = pilot.app.screen.query(LineRow)
        assert all(row.size.width <= 88 for row in rows)
        assert all(head.size.width <= 88 for head in pilot.app.screen.query(SectionHead))
