"""Arrows go from button to button, as eyes do; where nothing but Tab did, nobody found them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from walk_room import open_notebook

from companion.ui.screens.doors import DoorsScreen
from companion.ui.screens.help_now import HelpNowScreen
from companion.ui.screens.keeping import KeepingScreen

if TYPE_CHECKING:
    from textual.screen import Screen


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=str)
async def test_down_and_up_go_through_buttons_below_one_another(size: tuple[int, int]) -> None:
    async with open_notebook(size=size) as room:
        await room.show(cast("Screen[object]", KeepingScreen(room.context)))
        buttons = [one.id for one in room.screen.query("#doings Button")]
        found = [room.screen.focused.id if room.screen.focused else ""]
        for _ in buttons[1:]:
            await room.press("down")
            found.append(room.screen.focused.id if room.screen.focused else "")
        assert found == buttons
        await room.press("up")
        assert room.screen.focused is not None
        assert room.screen.focused.id == buttons[-2]
        assert room.screen.focused.region.bottom <= size[1]


async def test_left_and_right_go_through_buttons_beside_one_another() -> None:
    async with open_notebook() as room:
        await room.show(cast("Screen[object]", HelpNowScreen(room.context.house)))
        first = room.screen.focused
        await room.press("right")
        assert room.screen.focused is not first
        await room.press("left")
        assert room.screen.focused is first


async def test_in_a_low_window_help_is_read_by_the_arrows_before_they_go_on() -> None:
    async with open_notebook(size=(40, 12)) as room:
        await room.show(cast("Screen[object]", HelpNowScreen(room.context.house, room.context)))
        body = room.screen.query_one(".body")
        focused = room.screen.focused
        assert body.max_scroll_y > 1
        await room.press("down")
        assert room.screen.focused is focused
        assert body.scroll_offset.y > 0


async def test_where_there_is_no_button_with_the_focus_arrows_are_left_alone() -> None:
    async with open_notebook() as room:
        await room.show(cast("Screen[object]", DoorsScreen(room.context)))
        room.screen.set_focus(None)
        await room.press("down")
        assert room.screen.focused is None
