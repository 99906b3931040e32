"""The second sheet: one's own words whole, their order, dots in small, and every tick kept."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from datetime import timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from page_room import (
    LAST,
    NOW,
    SISTER,
    at_the_table,
    candidate,
    press,
    said,
    screen_text,
    settle,
)
from textual.widgets import Static

from companion.domain.movement import MEASURES, Dot, Series
from companion.domain.page import Section
from companion.ui.screens.page import PageScreen
from companion.ui.screens.quote import QuoteScreen
from companion.ui.screens.second_sheet import SecondSheetScreen
from companion.ui.widgets.followed_list import FollowedList
from companion.ui.widgets.small_dots import small

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from page_room import Room
    from textual.content import Content
    from textual.pilot import Pilot

    from companion.domain.page import Candidate

LONG = "\n\n".join(" ".join(f"word{p}-{n}" for n in range(40)) for p in range(3))
MANY = 100_000
WORDS = [
    candidate("long", LONG, Section.SINCE),
    candidate("sister", SISTER, Section.TALK),
    candidate("door", "the yellow door", Section.TALK),
]


def series(which: int, *values: int) -> Series:
    dots = [Dot(NOW - timedelta(days=len(values) - at), one) for at, one in enumerate(values)]
    return Series(MEASURES[which], tuple(dots))


DOTS = [SimpleNamespace(series=(series(0, 3, 4, 2, 6, 7, 5), series(1, 9)), sessions=(LAST,))]


@asynccontextmanager
async def second(
    candidates: Sequence[Candidate] = WORDS,
    topics: Sequence[object] = (),
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[tuple[Pilot[None], Room]]:
    """The second sheet of an empty page; the latest words stand first."""
    async with at_the_table(candidates=candidates, topics=topics, size=size) as (pilot, room):
        await press(pilot, "2")
        assert isinstance(pilot.app.screen, SecondSheetScreen)
        yield pilot, room


def quoted(room: Room) -> list[str]:
    """The ids of the quotes that are kept."""
    kept = json.loads(room.settings.get("page.second") or "{}")
    return list(kept.get("s12", {}).get("quotes", []))


def charted(room: Room) -> list[str]:
    return list(json.loads(room.settings.kept["page.second"])["s12"]["charts"])


def below(pilot: Pilot[None]) -> str:
    shown = cast("Content", pilot.app.screen.query_one("#second-from", Static).render())
    return shown.plain


def rows(pilot: Pilot[None]) -> list[str]:
    """The rows of the list, as they are drawn."""
    found = [" ".join(row.split()) for row in screen_text(pilot).splitlines()]
    return [row for row in found if row[:1] in {"■", "□"}]


async def test_nothing_is_ticked_for_anyone() -> None:
    async with second(topics=DOTS) as (pilot, room):
        assert [row[0] for row in rows(pilot)] == ["□"] * 5
        await press(pilot, "escape")
        assert quoted(room) == []
        assert room.pages.desk().page.second is None


async def test_where_there_is_nothing_it_says_so() -> None:
    async with second(candidates=()) as (pilot, room):
        assert "There is nothing here yet" in screen_text(pilot)
        await press(pilot, "space", "shift+down", "enter")
        assert isinstance(pilot.app.screen, PageScreen)
        assert "page.second" not in room.settings.kept


async def test_the_words_stand_by_moment_the_latest_first_each_with_its_number_of_words() -> None:
    async with second() as (pilot, _):
        found = rows(pilot)
        assert found[0] == "□ Tue 24 Nov 3 words the yellow door"
        assert found[1].startswith("□ Tue 24 Nov 8 words My sister")
        assert found[2].startswith("□ Tue 24 Nov 120 words word0-0")
        assert found[2].endswith("…")


@pytest.mark.parametrize("how", ["space", "click", "whole"])
async def test_a_tick_is_kept_at_once_and_taken_back_by_the_same_means(how: str) -> None:
    async with second() as (pilot, room):

        async def tick() -> None:
            if how == "click":
                await pilot.click(FollowedList, offset=(0, 1))
                await settle(pilot)
            elif how == "space":
                await press(pilot, "home", "down", "space")
            else:
                await press(pilot, "home", "down", "enter", "space")

        await tick()
        assert quoted(room) == ["sister"]
        assert rows(pilot)[1].startswith("■ 1 ")
        assert "8 of 200 words quoted" in screen_text(pilot)
        await tick()
        assert quoted(room) == []
        assert rows(pilot)[1].startswith("□ ")


async def test_words_longer_than_their_row_can_be_read_whole_before_they_are_ticked() -> None:
    async with second() as (pilot, room):
        await press(pilot, "end", "enter")
        assert isinstance(pilot.app.screen, QuoteScreen)
        seen = set()
        for _ in range(4):
            seen |= set(LONG.split()) & set(screen_text(pilot).split())
            await press(pilot, "pagedown")
        assert seen == set(LONG.split())
        assert "120 words" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SecondSheetScreen)
        assert quoted(room) == []


@pytest.mark.parametrize("button", ["tick", "close"])
async def test_the_buttons_below_the_whole_words_do_what_they_say(button: str) -> None:
    async with second() as (pilot, room):
        await pilot.click(FollowedList, offset=(20, 0))
        await settle(pilot)
        await pilot.click(f"#{button}")
        await settle(pilot)
        assert quoted(room) == (["door"] if button == "tick" else [])


async def test_where_words_are_from_is_said_here_and_never_printed() -> None:
    async with second() as (pilot, room):
        assert "From “What moves in me”" in below(pilot)
        assert "Only you see this" in below(pilot)
        await press(pilot, "space")
        assert "What moves in me" not in room.pages.render(room.pages.desk().page)


async def test_quotes_are_printed_as_they_were_ticked_and_can_change_places() -> None:
    async with second() as (pilot, room):
        await press(pilot, "space", "down", "space", "down", "space")
        assert quoted(room) == ["door", "sister", "long"]
        await press(pilot, "shift+up")
        assert quoted(room) == ["door", "long", "sister"]
        assert [row[:3] for row in rows(pilot)] == ["■ 1", "■ 3", "■ 2"]
        await press(pilot, "K", "J", "shift+up")
        assert quoted(room) == ["long", "door", "sister"]
        await press(pilot, "shift+up")
        assert any("no other quote" in one for one in said(pilot))
        assert quoted(room) == ["long", "door", "sister"]


async def test_what_is_not_ticked_has_no_place_to_change() -> None:
    async with second() as (pilot, room):
        await press(pilot, "shift+down")
        assert any("Tick it first" in one for one in said(pilot))
        assert quoted(room) == []


async def test_dots_are_seen_in_small_before_they_are_ticked() -> None:
    async with second(topics=DOTS) as (pilot, room):
        assert rows(pilot)[0] == "□ Dots 6 dots How open I could be"
        assert rows(pilot)[1] == "□ Dots 1 dot How much I felt met as a person"
        assert below(pilot).count("●") == 6
        assert "┴" in below(pilot)
        await press(pilot, "down")
        assert below(pilot).count("●") == 1
        await press(pilot, "space", "shift+up")
        assert charted(room) == ["met"]
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SecondSheetScreen)
        assert room.pages.desk().page.second is None


def test_dots_in_small_lie_where_they_will_be_printed_and_are_joined_from_six_on() -> None:
    from companion.domain.second_sheet import Chart

    two = small(Chart("met", ((0, 10), (1000, 0)), (500,)), 11, 3)
    assert two == ["●          ", "           ", "          ●", "─────┴─────"]
    six = small(Chart("met", tuple((200 * n, 5) for n in range(6))), 11, 3)
    assert six[1] == "●·●·●·●·●·●"


async def test_what_was_ticked_is_on_the_sheet_below_the_page() -> None:
    async with second(topics=DOTS) as (pilot, room):
        await press(pilot, "space", "down", "down", "space", "p")
        assert isinstance(pilot.app.screen, PageScreen)
        await press(pilot, "p")
        shown = cast("Content", pilot.app.screen.query_one("#printed", Static).render()).plain
        assert shown == room.pages.render(room.pages.desk().page)
        page, _, sheet = shown.partition("-" * 72)
        assert "the yellow door" in sheet
        assert "the yellow door" not in page
        assert "How open I could be" in sheet


async def test_what_could_not_be_kept_is_told_and_shown_as_it_was() -> None:
    async with second() as (pilot, room):
        await press(pilot, "space")
        room.settings.full = True
        await press(pilot, "down", "space")
        assert said(pilot)
        assert [row[0] for row in rows(pilot)] == ["■", "□", "□"]
        assert quoted(room) == ["door"]
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PageScreen)


async def test_leaving_right_after_a_tick_loses_nothing() -> None:
    async with second() as (pilot, room):
        await pilot.press("space", "escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, PageScreen)
        assert quoted(room) == ["door"]
        await press(pilot, "p", "end")
        assert "the yellow door" in screen_text(pilot)


async def test_more_words_than_one_likes_to_read_are_said_and_not_cut() -> None:
    many = [candidate(f"n{number}", "word " * 90, Section.TALK) for number in range(3)]
    async with second(candidates=many) as (pilot, room):
        await press(pilot, "space", "down", "space", "down", "space")
        assert "270 words quoted; more than 200 is a lot to read" in screen_text(pilot)
        assert len(quoted(room)) == 3


async def test_among_a_hundred_thousand_only_what_is_seen_is_read() -> None:
    asked: list[int] = []

    def some(_: str, __: object, offset: int, limit: int) -> list[Candidate]:
        asked.append(limit)
        numbers = range(MANY - 1 - offset, max(-1, MANY - 1 - offset - limit), -1)
        return [candidate(f"n{number}", f"words {number}", Section.TALK) for number in numbers]

    async with at_the_table() as (pilot, room):
        reflections = cast("SimpleNamespace", room.pages._second_sheets._reflections)
        reflections.quotable, reflections.count_quotable = some, lambda *_: MANY
        reflections.quoted = lambda _, __, wanted: [
            candidate(one, one, Section.TALK) for one in wanted
        ]
        await press(pilot, "2")
        assert rows(pilot)[0].endswith("words 99999")
        await press(pilot, "end", "space")
        assert quoted(room) == ["n0"]
        assert rows(pilot)[-1].startswith("■ 1 ")
        assert sum(asked) < 1000


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 36), (200, 50)], ids=str)
async def test_it_is_whole_in_every_window(size: tuple[int, int]) -> None:
    async with second(topics=DOTS, size=size) as (pilot, _):
        await press(pilot, "end")
        assert "120 words" in screen_text(pilot)
        assert "Back to the page" in screen_text(pilot)
        await press(pilot, "enter")
        for label in ("Put it on the sheet", "Back"):
            assert label in screen_text(pilot)
