"""Reading the page aloud: one line at a time, and nothing that is not printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from page_room import (
    SISTER,
    TABLE,
    at_the_table,
    candidate,
    line,
    press,
    screen_text,
    settle,
)
from textual.content import Content
from textual.widgets import Static

from companion.domain.page import Mode, Section
from companion.ui.screens.aloud import AloudScreen
from companion.ui.screens.preview import PreviewScreen
from companion.ui.widgets.aloud import MEASURE, Aloud, balanced

if TYPE_CHECKING:
    from page_room import Room
    from textual.pilot import Pilot

LINES = [
    line("sister", Section.ONE_THING, Mode.PLEASE_ASK),
    line("asked", wording="Ask me first."),
    line("table", mode=Mode.JUST_KNOW),
]
SIZES = pytest.mark.parametrize(
    "size", [(40, 12), (60, 20), (80, 24), (120, 36), (200, 50)], ids=str
)
LONG = " ".join(f"word{number}" for number in range(120))
STRANGE = {
    "a long word": "x" * 400,
    "ideographs": "今日は母に電話をかけて、" * 12,
    "arabic": "مرحبا بالعالم هذا سطر طويل بعض الشيء " * 3,
    "emoji": "👩‍👩‍👧‍👦 ☺️ " * 30,
    "marks": "e\u0301\u0301\u0301" * 90,
    "markup": "[/] [@click=app.quit]x[/] [b",
}


async def aloud(pilot: Pilot[None]) -> AloudScreen:
    """Go from the composer to reading aloud."""
    await press(pilot, "p")
    if not isinstance(pilot.app.screen, PreviewScreen):
        await pilot.click("#see")
        await settle(pilot)
    await press(pilot, "r")
    assert isinstance(pilot.app.screen, AloudScreen)
    return pilot.app.screen


def part(pilot: Pilot[None], name: str) -> str:
    found = pilot.app.screen.query_one(f".aloud-{name}", Static)
    return cast("Content", found.render()).plain if found.display else ""


def words(pilot: Pilot[None]) -> str:
    return " ".join(part(pilot, "words").split())


def place(pilot: Pilot[None]) -> str:
    return cast("Content", pilot.app.screen.query_one("#aloud-place", Static).render()).plain


def printed(room: Room) -> list[str]:
    return [one.text for one in room.pages.read_aloud(room.pages.desk().page)]


async def test_the_lines_come_one_by_one_from_the_head_to_the_foot() -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        await aloud(pilot)
        seen = []
        for _ in range(5):
            seen.append(words(pilot))
            await press(pilot, "space")
        assert seen == printed(room)
        assert seen[1:4] == [SISTER, "Ask me first.", TABLE]


async def test_a_line_stands_below_its_heading_and_above_how_it_is_meant() -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        await aloud(pilot)
        assert (part(pilot, "heading"), part(pilot, "mode")) == ("", "")
        await press(pilot, "space")
        assert part(pilot, "heading") == "If we only get to one thing"
        assert part(pilot, "mode") == "please ask me"
        await press(pilot, "space")
        assert (part(pilot, "heading"), part(pilot, "mode")) == ("I'd like to talk about", "")
        await press(pilot, "space")
        assert part(pilot, "mode") == "just so you know"


async def test_nothing_but_the_line_the_place_and_the_keys_is_on_the_screen() -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        await aloud(pilot)
        await press(pilot, "space")
        rows = [row.strip() for row in screen_text(pilot).splitlines() if row.strip()]
        assert rows[:-1] == [
            "If we only get to one thing",
            SISTER,
            "please ask me",
            "line 2 of 5",
        ]
        assert "space next" in rows[-1]


@pytest.mark.parametrize("key", ["space", "right", "down", "enter"])
async def test_every_key_for_the_next_line_goes_to_it(key: str) -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        await aloud(pilot)
        await press(pilot, key)
        assert words(pilot) == SISTER


@pytest.mark.parametrize("key", ["left", "up", "backspace"])
async def test_every_key_for_the_line_before_goes_back_and_no_further_than_the_head(
    key: str,
) -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        await aloud(pilot)
        await press(pilot, "space", "space")
        await press(pilot, key)
        assert words(pilot) == SISTER
        await press(pilot, key, key, key)
        assert words(pilot) == printed(room)[0]


async def test_a_click_anywhere_on_it_asks_for_the_next_line() -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        await aloud(pilot)
        await pilot.click(Aloud, offset=(3, 3))
        await settle(pilot)
        assert words(pilot) == SISTER
        await pilot.click(".aloud-words")
        await settle(pilot)
        assert words(pilot) == "Ask me first."


async def test_after_the_last_line_there_is_none_and_it_says_so() -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        screen = await aloud(pilot)
        await press(pilot, *["space"] * 9)
        assert words(pilot) == printed(room)[-1] == "How will you keep this page?"
        assert place(pilot) == "line 5 of 5, the last"
        assert not screen.check_action("next", ())
        await press(pilot, "left")
        assert place(pilot) == "line 4 of 5"


async def test_escape_goes_back_to_the_page() -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        await aloud(pilot)
        await press(pilot, "space", "escape")
        assert isinstance(pilot.app.screen, PreviewScreen)


async def test_the_button_leads_to_it_too() -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        await press(pilot, "p")
        await pilot.click("#read-aloud")
        await settle(pilot)
        assert isinstance(pilot.app.screen, AloudScreen)


async def test_an_empty_page_reads_its_one_sentence() -> None:
    async with at_the_table() as (pilot, _):
        await aloud(pilot)
        await press(pilot, "space")
        assert words(pilot).startswith("Nothing on the page this time")


async def test_without_the_question_at_the_foot_the_last_line_is_the_persons_own() -> None:
    async with at_the_table(lines=LINES) as (pilot, room):
        room.pages.set_footer(printed=False)
        await press(pilot, "space", "space")  # what is kept anew is composed anew
        await aloud(pilot)
        await press(pilot, *["space"] * 9)
        assert words(pilot) == TABLE


@SIZES
async def test_the_words_are_whole_in_every_window(size: tuple[int, int]) -> None:
    async with at_the_table(lines=LINES, size=size) as (pilot, _):
        await aloud(pilot)
        await press(pilot, *["space"] * 3)
        assert TABLE in " ".join(screen_text(pilot).split())
        rows = [row for row in part(pilot, "words").split("\n") if row]
        assert max(map(len, rows)) <= MEASURE


async def test_the_words_stand_in_the_middle_with_air_around_them() -> None:
    async with at_the_table(lines=LINES, size=(120, 36)) as (pilot, _):
        await aloud(pilot)
        await press(pilot, "space")
        rows = screen_text(pilot).splitlines()
        at = next(number for number, row in enumerate(rows) if SISTER in row)
        assert abs(at - len(rows) / 2) < 3
        left = len(rows[at]) - len(rows[at].lstrip())
        assert abs(left - (120 - len(rows[at].rstrip()))) <= 2


async def test_a_tall_window_sets_the_rows_apart_and_a_low_one_does_not() -> None:
    for size, apart in (((120, 36), True), ((80, 24), False)):
        async with at_the_table(lines=LINES, size=size) as (pilot, _):
            await aloud(pilot)
            assert ("\n\n" in part(pilot, "words")) is apart


async def test_a_long_line_is_read_to_its_end_before_the_next_one_comes() -> None:
    long = [candidate("long", LONG, Section.SINCE)]
    ticked = [line("long", Section.SINCE)]
    async with at_the_table(lines=ticked, candidates=long, size=(40, 12)) as (pilot, _):
        await aloud(pilot)
        await press(pilot, "space")
        assert place(pilot) == "line 2 of 3, more below"
        seen = set()
        for _ in range(9):
            seen |= {word for word in screen_text(pilot).split() if word.startswith("word")}
            if place(pilot) == "line 2 of 3":
                break
            await press(pilot, "down")
        assert seen == set(LONG.split())
        await press(pilot, "down")
        assert words(pilot) == "How will you keep this page?"
        await press(pilot, "up")
        assert "word119" in screen_text(pilot)
        await press(pilot, *["up"] * 8)
        assert words(pilot).startswith("For Thursday")


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
@pytest.mark.parametrize("size", [(40, 12), (80, 24)], ids=str)
async def test_no_words_break_it(text: str, size: tuple[int, int]) -> None:
    ticked = [line("one", Section.SINCE)]
    odd = [candidate("one", text, Section.SINCE)]
    async with at_the_table(lines=ticked, candidates=odd, size=size) as (pilot, room):
        await aloud(pilot)
        await press(pilot, "space")
        shown = "".join(part(pilot, "words").split())
        assert shown == "".join(printed(room)[1].split())
        assert pilot.app.screen.query_one(Aloud).max_scroll_x == 0


async def test_a_window_that_changes_keeps_the_line() -> None:
    async with at_the_table(lines=LINES) as (pilot, _):
        await aloud(pilot)
        await press(pilot, *["space"] * 3)
        await pilot.resize_terminal(40, 12)
        await settle(pilot)
        assert words(pilot) == TABLE
        assert TABLE in " ".join(screen_text(pilot).split())


async def test_a_page_that_holds_too_much_can_still_be_read_aloud() -> None:
    wordy = [candidate("long", "word " * 31, Section.TALK)]
    async with at_the_table(lines=[line("long")], candidates=wordy) as (pilot, _):
        await aloud(pilot)
        await press(pilot, "space")
        assert words(pilot).count("word") == 31


def test_rows_are_as_even_as_they_can_be_and_no_more_than_are_needed() -> None:
    text = Content("one two three four five six seven eight nine ten eleven")
    rows = [row.plain.strip() for row in balanced(text, 44)]
    assert len(rows) == 2
    assert abs(len(rows[0]) - len(rows[1])) < 8
    assert [row.plain for row in balanced(Content("short"), 44)] == ["short"]
