"""Ratings and choices, by keys and by mouse."""

from __future__ import annotations

import pytest
from support.shelves import (
    ENDS,
    getting_ready,
    text,
    trust,
)
from support.shelves import path as path_of
from walk_room import walking

from companion.domain.path import Option, Place, Step, StepKind
from companion.ui.widgets.choice import Choice, OptionRow
from companion.ui.widgets.place_line import PlaceLine
from companion.ui.widgets.rating import Rating
from companion.ui.widgets.steps import VIEWS

RATING = path_of("p", "P", Step("rate", StepKind.RATING, "How much?", scales=ENDS), text("b", "?"))
PICK = path_of(
    "p",
    "P",
    Step("pick", StepKind.CHOICE, "Which?", options=(Option("a", "Ah"), Option("b", "Beh"))),
)


def test_every_kind_of_step_has_its_widget() -> None:
    assert set(VIEWS) == set(StepKind)


# Ratings


async def test_a_rating_has_nothing_chosen_until_someone_chooses() -> None:
    async with walking(RATING) as room:
        assert room.view.value is None
        assert "●" not in room.text()
        await room.press("enter")
        assert room.step == "b"
        assert not room.memory.reflections


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (["right"], 0),
        (["left"], 10),
        (["right", "right", "right"], 2),
        (["left", "left"], 9),
        (["0"], 0),
        (["7"], 7),
        (["9", "right"], 10),
        (["9", "right", "right"], 10),
        (["end"], 10),
        (["5", "home"], 0),
        (["5", "delete"], None),
        (["5", "backspace"], None),
    ],
)
async def test_a_rating_is_given_by_keys(keys: list[str], value: int | None) -> None:
    async with walking(RATING) as room:
        await room.press(*keys)
        assert room.view.value == value


async def test_a_rating_is_given_by_mouse_and_kept() -> None:
    async with walking(RATING) as room:
        await room.click(Rating, (6 * 3, 0))
        assert room.view.value == 3
        await room.press("enter")
        assert room.answer("rate").value == 3
        await room.press("ctrl+b")
        assert room.view.value == 3


async def test_a_rating_shows_the_words_at_its_ends_and_none_between() -> None:
    async with walking(RATING) as room:
        assert "barely" in room.text()
        assert "fully" in room.text()
        assert not room.screen.query(PlaceLine)


async def test_too_much_is_as_low_as_can_be_and_leads_on_to_the_gate() -> None:
    async with walking(trust()) as room:
        await room.click("#too-much")
        assert room.answer("arrive").value == 0
        assert room.step == "gate"


async def test_only_arriving_has_the_button_for_too_much() -> None:
    async with walking(RATING) as room:
        assert not room.screen.query("#too-much")


# Choices


async def test_enter_chooses_and_goes_on_where_one_is_enough() -> None:
    async with walking(PICK) as room:
        await room.press("down", "enter")
        assert room.step == "close"
        assert room.answer("pick").value == ("b",)


async def test_space_and_digits_choose_and_take_back() -> None:
    async with walking(PICK) as room:
        await room.press("space")
        assert room.view.value == ("a",)
        assert "(•)" in room.text()
        await room.press("2")
        assert room.view.value == ("b",)
        await room.press("2")
        assert room.view.value is None
        await room.press("3")
        assert room.view.value is None


async def test_several_are_chosen_with_space_and_enter_goes_on() -> None:
    async with walking(getting_ready(), at="help-most") as room:
        await room.press("space", "down", "space")
        assert room.text().count("[x]") == 2
        await room.press("enter")
        assert room.answer("help-most").value == ("listen", "slower")


async def test_an_option_is_chosen_by_mouse() -> None:
    async with walking(PICK) as room:
        second = room.screen.query(OptionRow)[1]
        await room.click(second)
        assert room.view.value == ("b",)


async def test_a_choice_can_be_skipped() -> None:
    async with walking(PICK) as room:
        await room.press("ctrl+n")
        assert room.step == "close"
        assert not room.memory.reflections


async def test_a_choice_that_may_be_on_the_page_has_a_place() -> None:
    async with walking(PICK) as room:
        await room.press("space", "f2", "ctrl+n")
        assert room.answer("pick").place is Place.PARKED


async def test_a_choice_scrolls_to_its_cursor_in_a_small_window() -> None:
    options = tuple(Option(f"o{n}", f"Option {n}") for n in range(20))
    path = path_of("p", "P", Step("pick", StepKind.CHOICE, "Which?", options=options))
    async with walking(path, size=(40, 12)) as room:
        await room.press("end")
        assert "Option 19" in room.text()
        assert room.screen.query_one(Choice).chosen == ()
