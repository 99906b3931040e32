"""A plan: when, and what then; either half is enough."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.shelves import path as path_of
from support.shelves import text
from walk_room import walking

from companion.domain.path import Joined, Step, StepKind
from companion.ui.widgets.steps.plan import Half

PLAN = path_of(
    "p",
    "P",
    Step(
        "plan", StepKind.WHEN_THEN, "When might it come up again?", joined=Joined("When", "I will")
    ),
    text("b", "?"),
)


async def test_both_halves_are_asked_below_their_own_words() -> None:
    async with walking(PLAN) as room:
        assert "When" in room.text()
        assert "I will" in room.text()
        assert room.view.value is None
        await room.press(*"rain", "enter", *"walk", "enter")
        assert room.step == "b"
        answer = room.answer("plan")
        assert answer.value == ("rain", "walk")
        assert answer.shown == "When rain, I will walk"


@pytest.mark.parametrize(
    ("keys", "value", "shown"),
    [
        ([*"rain", "ctrl+n"], ("rain", ""), "When rain"),
        (["enter", *"walk", "ctrl+n"], ("", "walk"), "I will walk"),
    ],
)
async def test_either_half_may_stay_empty(
    keys: list[str], value: tuple[str, str], shown: str
) -> None:
    async with walking(PLAN) as room:
        await room.press(*keys)
        answer = room.answer("plan")
        assert (answer.value, answer.shown) == (value, shown)


async def test_an_empty_plan_is_no_answer() -> None:
    async with walking(PLAN) as room:
        await room.press("enter", "enter")
        assert room.step == "b"
        assert not room.memory.reflections


async def test_a_plan_is_there_again_on_the_way_back_and_can_be_let_go_and_brought_back() -> None:
    async with walking(PLAN) as room:
        await room.press(*"rain", "enter", *"walk", "enter", "ctrl+b")
        assert [half.value for half in room.view.query(Half)] == ["rain", "walk"]
        await room.press("ctrl+o")
        assert room.view.value is None
        await room.press("ctrl+o")
        assert room.view.value == ("rain", "walk")


async def test_arrows_lead_from_half_to_half() -> None:
    async with walking(PLAN) as room:
        await room.press("down")
        assert room.app.focused is room.screen.query_one("#then")
        await room.press("up")
        assert room.app.focused is room.screen.query_one("#when")


async def test_what_is_pasted_is_one_clean_line() -> None:
    async with walking(PLAN) as room:
        when = room.screen.query_one("#when", Half)
        when.value = "it  rains\x07 again"
        assert room.view.value == ("it rains again", "")


async def test_a_plan_without_words_before_its_halves_is_drawn_too() -> None:
    bare = replace(PLAN, steps=tuple(replace(one, joined=None) for one in PLAN.steps))
    async with walking(bare) as room:
        assert len(room.view.query(Half)) == 2
