"""Steady first: one thing on the screen, each can be left out, help visible throughout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting_room import WORDS, settings

from companion.domain.preferences import Preferences
from companion.domain.steady import BREATH_IN, BREATH_OUT, BREATHS, STEPS
from companion.ui.screens.help_now import HelpNowScreen
from companion.ui.screens.steady import SteadyScreen
from companion.ui.widgets.breath import BreathLine

if TYPE_CHECKING:
    from setting_room import Room

SIZES = pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (200, 50)], ids=str)
START = ("ctrl+g", "s")


def prompt(step: str) -> str:
    return WORDS.say(f"steady.{step}.prompt")


def line(at: Room) -> BreathLine:
    return at.screen.query_one(BreathLine)


async def at_the_breath(at: Room) -> None:
    await at.press("right", "right", "right")
    assert prompt("breath") in at.words()


@SIZES
async def test_it_is_one_thing_at_a_time_and_help_stands_beside_each(
    size: tuple[int, int],
) -> None:
    async with settings(*START, size=size) as at:
        for step in (*STEPS, "end"):
            assert prompt(step) in at.words()
            others = {one for one in (*STEPS, "end") if one != step}
            assert not any(prompt(other) in at.words() for other in others)
            assert "^g help now" in at.foot()
            assert WORDS.say("steady.help") in at.words()
            await at.press("right")
        assert prompt("far") in at.words()


async def test_the_day_is_said_to_hold_on_to() -> None:
    async with settings(*START) as at:
        await at.press(*["right"] * 4)
        assert WORDS.say("steady.here.about", day="Monday 2 March 2026") in at.words()


async def test_it_can_be_left_at_every_step_and_gone_back_in() -> None:
    async with settings(*START) as at:
        await at.press("right", "left")
        assert prompt("far") in at.words()
        for steps in range(len(STEPS) + 1):
            await at.press(*["right"] * steps, "escape")
            assert isinstance(at.screen, HelpNowScreen)
            await at.press("s")


async def test_nothing_moves_unless_someone_says_yes_to_it() -> None:
    async with settings(*START, kept=Preferences(animation=True)) as at:
        await at_the_breath(at)
        assert not line(at).is_moving
        await at.press("b")
        assert not line(at).is_moving
        assert WORDS.say("steady.shape.offer") in at.words()
        await at.press("enter")
        await at.pilot.pause()
        assert not line(at).is_moving
        assert prompt("here") in at.words()


async def test_it_moves_once_asked_to_whatever_the_settings_say() -> None:
    async with settings(*START, kept=Preferences(animation=False)) as at:
        await at_the_breath(at)
        await at.press("b", "b")
        assert line(at).is_moving
        at.world.clock.advance(seconds=BREATH_IN.total_seconds())
        line(at).tick()
        full = line(at).render().plain  # type: ignore[attr-defined]  # it is Content
        at.world.clock.advance(seconds=BREATH_OUT.total_seconds() * 0.9)
        line(at).tick()
        nearly_out = line(at).render().plain  # type: ignore[attr-defined]  # it is Content
        assert full.count("━") > 4 * nearly_out.count("━") > 0
        assert WORDS.say("steady.shape.out") in nearly_out


async def test_it_rests_by_itself_after_about_a_minute() -> None:
    async with settings(*START) as at:
        await at_the_breath(at)
        await at.press("b", "b")
        at.world.clock.advance(seconds=(BREATHS * (BREATH_IN + BREATH_OUT)).total_seconds())
        line(at).tick()
        await at.press()
        await at.pilot.pause()
        assert not line(at).is_moving
        assert WORDS.say("steady.shape.rest") in at.words()
        await at.press("right")
        assert prompt("here") in at.words()


@pytest.mark.parametrize("key", ["b", "enter", "right", "left", "escape"])
async def test_any_of_its_keys_stops_it(key: str) -> None:
    async with settings(*START) as at:
        await at_the_breath(at)
        await at.press("b", "b")
        moving = line(at)
        await at.press(key)
        await at.pilot.pause()
        assert not moving.is_attached or not moving.is_moving


async def test_the_key_for_the_line_belongs_to_the_breath_alone() -> None:
    async with settings(*START) as at:
        await at.press("b")
        assert isinstance(at.screen, SteadyScreen)
        assert not line(at).is_moving
        assert prompt("far") in at.words()
