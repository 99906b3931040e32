"""How it moved: dots on their days, sessions on the axis, and no word about where it goes."""

from __future__ import annotations

import re
import tomllib
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from support.builders import a_draft, a_reflection, a_session, an_answer
from support.shelves import ENDS, MAP_ENDS, path
from support.time import NOW
from textual.widgets import Static
from walk_room import WORDS, Room, open_notebook

import companion
from companion.domain.answer import HIGHEST, MapPoint
from companion.domain.journey import SessionState
from companion.domain.movement import Dot
from companion.domain.path import Scale, Step, StepKind
from companion.ui.screens.moved import MovedScreen
from companion.ui.widgets.dots import DOT, LINE, SESSION, Chart, DotChart, Period, axis, plotted

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime

    from companion.domain.answer import Answer
    from companion.ui.widgets.chips import Chips

TRUST = path(
    "trust",
    "Speaking freely",
    Step("openness", StepKind.RATING, "How open?", scales=(Scale("door shut", "all of it"),)),
    Step("met", StepKind.RATING, "How met?", scales=ENDS),
)
FEELINGS = path("feelings", "F", Step("map", StepKind.MAP, "Where?", scales=MAP_ENDS))
HOUR = timedelta(hours=1)
JUDGING = {
    *("up", "down", "rise", "rising", "fall", "falling", "increase", "decrease", "trend"),
    *("better", "worse", "best", "worst", "good", "bad", "improve", "improved", "progress"),
    *("average", "mean", "total", "sum", "score", "highest", "lowest", "goal", "streak"),
    *("should", "because", "why"),
}
"""Words for what nobody here is told."""


def rating(step_id: str, number: int, at: datetime) -> Answer:
    answer_id = f"{step_id}.{at.isoformat()}"
    return an_answer(answer_id, number, step_id=step_id, kind=StepKind.RATING, section=None)


def back(days: float) -> datetime:
    return NOW - timedelta(days=days)


def trusted(room: Room, *chosen: tuple[float, int]) -> None:
    """Choose how open one could be, so many days back."""
    for days, number in chosen:
        put(room, "trust", back(days), rating("openness", number, back(days)))


def put(room: Room, path_id: str, at: datetime, *answers: Answer, draft: bool = False) -> None:
    make = a_draft if draft else a_reflection
    given = {"journey_id": room.opened.journeys.open.id, "path_id": path_id}
    room.opened.reflecting._reflections.put(make(f"{path_id}.{at}", *answers, when=at, **given))


def held(room: Room, *days: float) -> None:
    for number, one in enumerate(days, 1):
        session = a_session(number, back(one), SessionState.HELD)
        journey = room.opened.journeys.open.id
        room.memory.sessions[session.id] = replace(session, journey_id=journey)


@asynccontextmanager
async def opened(*chosen: tuple[float, int], **more: object) -> AsyncIterator[Room]:
    """The screen, with some numbers chosen for how open one could be."""
    async with open_notebook(TRUST, FEELINGS, **more) as room:  # type: ignore[arg-type]  # a size
        trusted(room, *chosen)
        yield room


async def at_moved(room: Room) -> None:
    await room.press("h")
    assert isinstance(room.screen, MovedScreen)


def chart(room: Room, number: int = 0) -> str:
    """What is drawn of one of the two scales."""
    drawn = room.screen.query_one(f"#moved-{number}", DotChart)
    return cast("str", drawn.render().plain)


async def test_every_number_chosen_is_a_dot_and_how_many_is_said() -> None:
    async with opened((9, 2), (5, 10), (2, 7), (1, 4)) as room:
        await at_moved(room)
        assert chart(room).count(DOT) == 4
        dots = WORDS.say("moved.dots.many", number=4)
        assert WORDS.say("moved.too_few", dots=dots) in chart(room)


async def test_one_dot_is_said_as_one() -> None:
    async with opened((9, 2)) as room:
        await at_moved(room)
        assert "1 dot: not enough to tell" in chart(room)
        assert chart(room).count(DOT) == 1


async def test_below_six_dots_nothing_joins_them() -> None:
    async with opened(*((40 - 7 * n, n) for n in range(5))) as room:
        await at_moved(room)
        assert LINE not in chart(room)
        assert "not enough to tell" in chart(room)


async def test_from_six_dots_on_a_line_does_and_too_few_is_no_longer_said() -> None:
    async with opened(*((40 - 7 * n, n) for n in range(6))) as room:
        await at_moved(room)
        assert LINE in chart(room)
        assert "6 dots" in chart(room)
        assert "not enough to tell" not in chart(room)


async def test_the_axis_marks_the_sessions_that_were_held_between_the_dots() -> None:
    async with opened((40, 2), (2, 5)) as room:
        held(room, 50, 30, 20, 1)
        await at_moved(room)
        (drawn,) = (row for row in chart(room).splitlines() if "─" in row)
        assert drawn.count(SESSION) == 2
        assert WORDS.say("moved.session_mark", mark=SESSION) in chart(room)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 30), (200, 50)])
async def test_what_marks_a_session_is_said_in_every_width(size: tuple[int, int]) -> None:
    async with opened((40, 2), (2, 5), size=size) as room:
        held(room, 20)
        await at_moved(room)
        assert WORDS.say("moved.session_mark", mark=SESSION) in room.text()


async def test_a_window_made_narrower_goes_on_saying_it() -> None:
    async with opened((40, 2), (2, 5)) as room:
        held(room, 20)
        await at_moved(room)
        await room.pilot.resize_terminal(60, 24)
        await room.settle()
        assert WORDS.say("moved.session_mark", mark=SESSION) in room.text()


async def test_without_sessions_no_mark_is_explained() -> None:
    async with opened((40, 2), (2, 5), size=(60, 20)) as room:
        await at_moved(room)
        assert SESSION not in room.text()


async def test_drafts_are_no_dots() -> None:
    async with opened((9, 2)) as room:
        put(room, "trust", back(3), rating("openness", 9, back(3)), draft=True)
        await at_moved(room)
        assert chart(room).count(DOT) == 1


async def test_it_says_once_that_a_dot_is_no_verdict_and_nobody_scores() -> None:
    async with opened((9, 2)) as room:
        await at_moved(room)
        assert room.text().count("weather, not a verdict. Nobody scores.") == 1


def test_no_sentence_says_where_it_goes_or_what_is_good() -> None:
    file = Path(companion.__file__).parent / "content" / "en" / "ui" / "moved.toml"
    said = str(tomllib.loads(file.read_text(encoding="utf-8"))["moved"]).lower()
    assert not JUDGING & set(re.findall(r"[a-z]+", said))
    assert "!" not in said


async def test_where_there_is_something_the_keys_for_it_are_shown() -> None:
    async with opened((9, 2)) as room:
        await at_moved(room)
        assert WORDS.say("keys.moved.after") in room.text()
        assert WORDS.say("keys.moved.stretch") in room.text()


async def test_the_keys_go_to_the_next_thing_and_back_round_and_round() -> None:
    async with opened((9, 2)) as room:
        await at_moved(room)
        for key, scale in [
            ("t", "ways"),
            ("right", "pleasant"),
            ("t", "openness"),
            ("left", "pleasant"),
        ]:
            await room.press(key)
            assert WORDS.say(f"moved.scale.{scale}") in chart(room)


async def test_a_point_on_the_map_is_a_dot_in_each_of_two_charts() -> None:
    async with opened() as room:
        point = an_answer("p", MapPoint(10, 0), step_id="map", kind=StepKind.MAP, section=None)
        put(room, "feelings", back(2), point)
        await at_moved(room)  # what has dots is shown first
        pleasant, energy = (chart(room, number).splitlines() for number in (0, 1))
        assert DOT in pleasant[2]  # the row of ten
        assert DOT in energy[-3]  # the row of nought, above the axis and its days


async def test_how_far_back_goes_round_by_key() -> None:
    async with opened((60, 1), (20, 2), (3, 3)) as room:
        held(room, 50, 40, 30, 10, 8, 7)
        await at_moved(room)
        assert chart(room).count(DOT) == 3
        await room.press("s")
        assert chart(room).count(DOT) == 1
        assert WORDS.say("moved.stretch.last") in room.text().splitlines()[1]
        await room.press("s")
        assert chart(room).count(DOT) == 2
        await room.press("s")
        assert chart(room).count(DOT) == 3


async def test_how_far_back_and_what_are_chosen_by_mouse_too() -> None:
    async with opened((60, 1), (3, 3)) as room:
        held(room, 10)
        await at_moved(room)
        await room.click("#moved-stretches", offset=(3, 0))
        assert chart(room).count(DOT) == 1
        await room.click("#moved-topics", offset=(10, 0))
        assert WORDS.say("moved.scale.ways") in chart(room)


async def test_a_time_without_dots_is_told_calmly() -> None:
    async with opened((60, 1)) as room:
        held(room, 10)
        await at_moved(room)
        await room.press("s")
        about = room.screen.query_one("#moved-about", Static)
        assert str(about.content) == WORDS.say("moved.none")
        assert DOT not in chart(room)
        assert "no dots" in chart(room)


async def test_where_nothing_was_ever_chosen_it_says_so_warmly_and_draws_nothing() -> None:
    async with opened() as room:
        await at_moved(room)
        assert WORDS.say("moved.empty") in " ".join(room.text().split())
        assert not room.screen.query_one("#moved-charts").display
        assert WORDS.say("keys.moved.stretch") not in room.text()
        await room.press("s", "t", "left", "escape")
        assert not isinstance(room.screen, MovedScreen)
        assert not room.told


async def test_what_was_chosen_on_another_journey_stays_there() -> None:
    async with opened((9, 2)) as room:
        room.opened.journeys.begin("Mondays")
        await at_moved(room)
        assert WORDS.say("moved.empty") in " ".join(room.text().split())


async def test_a_notebook_that_cannot_be_read_is_told() -> None:
    async with opened((9, 2)) as room:
        await at_moved(room)
        room.memory.open = False
        await room.press("s")
        assert room.told == [WORDS.say("error.storage")]
        room.memory.open = True


async def test_with_room_the_words_at_the_ends_stand_beside_the_numbers() -> None:
    async with opened((9, 2), size=(120, 36)) as room:
        await at_moved(room)
        assert "door shut" in chart(room)
        assert "all of it" in chart(room)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 36), (200, 50)])
async def test_it_is_whole_without_scrolling(size: tuple[int, int]) -> None:
    async with opened((40, 2), (2, 5), size=size) as room:
        held(room, 20)
        await at_moved(room)
        text = room.text()
        for key in ("moved.topic.hope", "moved.scale.met", "moved.stretch.five", "moved.title"):
            assert WORDS.say(key) in text
        assert "Nobody scores" in " ".join(text.split())
        assert DOT in text


async def test_in_a_tiny_window_the_first_chart_is_whole_and_the_rest_is_below() -> None:
    async with opened((40, 10), (20, 5), (2, 0), size=(40, 12)) as room:
        await at_moved(room)
        assert room.text().count(DOT) == 3
        assert "not enough to tell" in room.text()
        await room.press("end")
        for stretch in ("last", "five", "all"):
            assert WORDS.say(f"moved.stretch.{stretch}") in room.text()


async def test_without_colour_what_is_chosen_is_in_brackets(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened((9, 2)) as room:
        await at_moved(room)
        for chips, chosen in (("#moved-topics", "[Trust]"), ("#moved-stretches", "[All]")):
            assert chosen in cast("Chips", room.screen.query_one(chips)).render().plain


@pytest.mark.parametrize("value", range(11))
def test_in_eleven_rows_every_number_has_its_own(value: int) -> None:
    rows = plotted(one_day(value), 20, 11)
    assert [DOT in row for row in rows].index(True) == HIGHEST - value


@pytest.mark.parametrize("rows", range(3, 12))
def test_in_fewer_rows_no_number_stands_above_a_higher_one(rows: int) -> None:
    places = [[DOT in row for row in plotted(one_day(v), 9, rows)].index(True) for v in range(11)]
    assert places == sorted(places, reverse=True)
    assert (places[0], places[-1]) == (rows - 1, 0)


def test_time_is_as_wide_as_there_is_room() -> None:
    dots = tuple(Dot(NOW + hours * HOUR, 5) for hours in (0, 25, 100))
    (row,) = {r for r in plotted(drawn(dots), 101, 11) if DOT in r}
    assert [at for at, sign in enumerate(row) if sign == DOT] == [0, 25, 100]


def test_a_single_moment_stands_in_the_middle() -> None:
    assert plotted(one_day(5), 9, 11)[5] == f"    {DOT}    "


def test_a_line_covers_no_dot_and_leaves_no_hole() -> None:
    dots = tuple(Dot(NOW + hours * HOUR, value) for hours, value in ((0, 0), (4, 10), (30, 3)))
    chart = drawn(dots, joined=True)
    rows = plotted(chart, 31, 11)
    assert sum(row.count(DOT) for row in rows) == 3
    assert all(set(row) & {LINE, DOT} for row in rows)
    assert all(any(row[column] != " " for row in rows) for column in range(31))


def test_the_axis_bears_the_sessions_where_they_were() -> None:
    ends = (Dot(NOW, 1), Dot(NOW + 10 * HOUR, 1))
    drawn_axis = axis(drawn(ends, sessions=(NOW, NOW + 5 * HOUR)), 11)
    assert [at for at, sign in enumerate(drawn_axis) if sign == SESSION] == [0, 5]
    assert len(drawn_axis) == 11


def drawn(dots: tuple[Dot, ...], **more: object) -> Chart:
    period = Period(dots[0].at, dots[-1].at)
    return Chart("name", "number", Scale("", ""), dots, period=period, **more)  # type: ignore[arg-type]  # passed on


def one_day(value: int) -> Chart:
    return drawn((Dot(NOW, value),))
