"""The map of feelings and the words for them, by keys and by mouse."""

from __future__ import annotations

import pytest
from support.shelves import (
    feelings,
)
from walk_room import FEEL, WORDS, open_notebook, walking

from companion.domain.answer import MapPoint
from companion.ui.screens.reflect import ReflectScreen
from companion.ui.widgets.chips import Chips
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.map import FeelingsMap
from companion.ui.widgets.place_line import PlaceLine

# The map


async def test_the_map_has_no_point_until_the_first_arrow_puts_it_in_the_middle() -> None:
    async with walking(feelings()) as room:
        assert room.view.value is None
        assert WORDS.say("step.map.none") in room.text()
        await room.press("up")
        assert room.view.value == MapPoint(5, 5)


async def test_arrows_move_the_point_and_words_say_where_it_is() -> None:
    async with walking(feelings()) as room:
        await room.press("right", "right", "up")
        assert room.view.value == MapPoint(6, 6)
        assert "somewhat pleasant, quite awake" in room.text()


async def test_the_point_stays_on_the_map() -> None:
    async with walking(feelings()) as room:
        await room.press(*["left"] * 9, *["down"] * 9)
        assert room.view.value == MapPoint(0, 0)


async def test_delete_takes_the_point_away() -> None:
    async with walking(feelings()) as room:
        await room.press("up", "delete")
        assert room.view.value is None


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 20), (40, 12)])
async def test_the_mouse_puts_the_point_in_the_corners_at_any_size(size: tuple[int, int]) -> None:
    async with walking(feelings(), size=size) as room:
        field = room.screen.query_one(FeelingsMap)
        await room.click(FeelingsMap, (0, 1))
        assert room.view.value == MapPoint(0, 10)
        # The pilot clicks only where a screen without padding would end.
        reach = room.screen.size.width - field.region.x
        await room.click(FeelingsMap, (min(field.size.width, reach) - 1, 1))
        assert room.view.value == MapPoint(10, 10)


async def test_the_point_follows_the_mouse_while_it_is_held() -> None:
    async with walking(feelings()) as room:
        field = room.screen.query_one(FeelingsMap)
        await room.pilot.mouse_down(FeelingsMap, offset=(0, 1))
        await room.pilot.hover(FeelingsMap, offset=(field.size.width // 2, 1))
        await room.pilot.mouse_up(FeelingsMap, offset=(field.size.width // 2, 1))
        await room.settle()
        assert room.view.value == MapPoint(5, 10)
        await room.pilot.hover(FeelingsMap, offset=(0, 1))
        assert room.view.value == MapPoint(5, 10)


async def test_earlier_points_are_faint_and_listed_where_there_is_room() -> None:
    for size, listed in (((80, 24), False), ((120, 36), True)):
        async with open_notebook(feelings(), size=size) as room:
            reflecting = room.opened.reflecting
            earlier = reflecting.begin("feelings").answered(MapPoint(2, 8), lambda: "earlier")
            reflecting.finish(earlier)
            screen = ReflectScreen(room.context, reflecting.begin("feelings"))
            await room.show(screen)  # type: ignore[arg-type] - its result
            assert "○" in room.text()
            assert (WORDS.say("step.map.earlier") in room.text()) is listed


@pytest.mark.parametrize("theme", ["dusk", "paper", "terminal"])
async def test_the_ground_has_colours_only_where_they_are_ours(theme: str) -> None:
    async with walking(feelings(), theme=theme) as room:
        strip = room.screen.query_one(FeelingsMap).render_line(2)
        grounds = {segment.style.bgcolor for segment in strip if segment.style}
        assert (len(grounds) > 4) is (theme != "terminal")


# Words


def shown(room: object) -> list[str]:
    return [chip.label for chip in room.screen.query_one("#words", Chips).chips]  # type: ignore[attr-defined]


def near(point: MapPoint) -> object:
    return lambda walk: walk.answered(point, lambda: "point")


async def test_eight_words_near_the_point_are_offered_first() -> None:
    async with walking(FEEL, walk=near(MapPoint(8, 7)), at="words") as room:  # type: ignore[arg-type]
        offered = shown(room)
        assert offered[:4] == ["glad", "fond", "proud", "touched"]
        assert offered[4:8] == ["eager", "lively", "daring", "giddy"]
        assert offered[8:] == ["mixed", "numb", "no word", WORDS.say("step.words.more")]


async def test_without_a_point_every_part_of_the_map_is_offered() -> None:
    async with walking(FEEL, at="words") as room:
        assert shown(room)[:3] == ["glad", "eager", "sad"]


async def test_more_shows_all_words() -> None:
    async with walking(FEEL, at="words") as room:
        more = shown(room).index(WORDS.say("step.words.more"))
        await room.press(*["right"] * more, "enter")
        assert "guilty" in shown(room)
        assert WORDS.say("step.words.fewer") in shown(room)


async def test_several_words_are_chosen_and_taken_back_by_keys() -> None:
    async with walking(FEEL, at="words") as room:
        await room.press("space", "right", "enter", "right", "space", "space", "ctrl+n")
        assert room.answer("words").value == ("glad", "eager")


async def test_a_word_is_chosen_by_mouse() -> None:
    async with walking(FEEL, at="words") as room:
        await room.click("#words", (2, 0))
        assert room.view.value == ("glad",)


async def test_ones_own_word_is_as_good_as_any() -> None:
    async with walking(FEEL, at="words") as room:
        room.screen.query_one(LineInput).focus()
        await room.press(*"sea sick", "enter")
        assert "sea sick" in shown(room)
        await room.press(*"grey")  # still in the line
        assert room.view.value == ("sea sick", "grey")
        await room.press("ctrl+n", "ctrl+b")
        assert {"sea sick", "grey"} <= set(shown(room))
        assert room.view.value == ("sea sick", "grey")


async def test_enter_in_an_empty_line_goes_on() -> None:
    async with walking(FEEL, at="words") as room:
        room.screen.query_one(LineInput).focus()
        await room.press("enter")
        assert room.step == "close"


async def test_arrows_lead_from_the_words_to_the_line_and_back() -> None:
    async with walking(FEEL, at="words") as room:
        await room.press("down", "down")
        assert room.screen.query_one(LineInput).has_focus
        await room.press("down")
        assert room.screen.query_one(PlaceLine).has_focus
        await room.press("up", "up")
        assert room.screen.query_one("#words").has_focus


async def test_words_that_are_let_go_come_back() -> None:
    async with walking(FEEL, at="words") as room:
        await room.press("space", "ctrl+o")
        assert room.view.value is None
        await room.press("ctrl+o")
        assert room.view.value == ("glad",)


async def test_the_state_of_a_field_is_never_only_a_colour() -> None:
    async with walking(FEEL, at="words", theme="terminal") as room:
        await room.press("space", "right")
        assert "[glad]" in room.text()
        assert f"[{WORDS.say('place.here')}]" in room.text()
