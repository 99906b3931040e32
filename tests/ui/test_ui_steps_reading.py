"""Steps that are read, and every step at every size."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.builders import a_reflection, an_answer
from support.shelves import (
    CLOSE,
    FULL_ONLY,
    feelings,
    getting_ready,
    recall,
    text,
    trust,
)
from support.shelves import path as path_of
from walk_room import FEEL, open_notebook, walking

from companion.domain.path import Step, StepKind
from companion.ui.screens.help_now import HelpNowScreen
from companion.ui.screens.reflect import ReflectScreen
from companion.ui.widgets.editor import Editor

# What is read


async def test_a_look_back_shows_what_was_written_under_its_question() -> None:
    async with open_notebook(recall()) as room:
        room.memory.reflections["echo"] = a_reflection(
            "echo",
            an_answer("a", "The silence.", step_id="stayed", prompt="What stayed?"),
            journey_id=room.memory.journeys[0].id,
            path_id="echo",
        )
        room.memory.order["echo"] = 1
        walk = room.opened.reflecting.begin("recall").forward()
        await room.show(ReflectScreen(room.context, walk))
        assert "What stayed?" in room.text()
        assert "The silence." in room.text()


async def test_a_look_back_on_nothing_is_no_screen_at_all() -> None:
    async with walking(recall()) as room:
        assert room.step == "remember"
        assert "1 of 2" in room.text()
        await room.press("ctrl+n")
        assert room.step == "close"


async def test_a_look_back_whose_answers_are_gone_meanwhile_says_a_kind_word() -> None:
    async with walking(recall(), walk=lambda walk: replace(walk, unseen=frozenset())) as room:
        await room.press("ctrl+n")
        assert room.step == "look"
        assert "That is fine" in room.text()
        await room.press("enter")
        assert room.step == "close"


async def test_a_note_is_read_and_enter_goes_on() -> None:
    step = Step("note", StepKind.NOTE, "Low is welcome.", help="Take your time.")
    async with walking(path_of("p", "P", step)) as room:
        assert "Low is welcome." in room.text()
        assert "Take your time." in room.text()
        await room.press("enter")
        assert room.step == "close"


async def test_help_now_stands_with_a_step_that_asks_for_it() -> None:
    step = Step("note", StepKind.NOTE, "Low is welcome.", shows_help=True)
    async with walking(path_of("p", "P", step)) as room:
        await room.click(".help-now")
        assert isinstance(room.screen, HelpNowScreen)


async def test_a_long_note_is_scrolled_with_the_arrows() -> None:
    step = Step("note", StepKind.NOTE, "Low.", help="word " * 400)
    async with walking(path_of("p", "P", step), size=(40, 12)) as room:
        await room.press("down", "down", "down")
        assert room.view.scroll_offset.y == 3


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 36), (200, 50)])
@pytest.mark.parametrize("path", [trust(), feelings(), FEEL, getting_ready()], ids=lambda p: p.id)
async def test_every_step_fits_whole(path: object, size: tuple[int, int]) -> None:
    async with walking(path, size=size) as room:  # type: ignore[arg-type]
        for _ in path.steps:  # type: ignore[attr-defined]
            assert room.view.max_scroll_y == 0
            if room.step == CLOSE.id:
                break
            await room.press("ctrl+n")


async def test_the_editor_grows_with_the_window_and_its_lines_stay_readable() -> None:
    heights = []
    for size in ((40, 12), (80, 24), (200, 50)):
        async with walking(
            path_of("p", "P", text("a", "What?", forms=FULL_ONLY)), size=size
        ) as room:
            editor = room.screen.query_one(Editor)
            heights.append(editor.size.height)
            assert editor.wrap_width <= 100
    assert heights == sorted(set(heights))
    assert heights[0] >= 5
