"""Without colours, and in the terminal's own, what has the focus and what is ticked is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting_room import Room, settings
from support.screens import settled
from textual.screen import Screen
from textual.widgets import Button, OptionList
from textual.widgets.option_list import Option

from companion.domain.path import Option as Choosable
from companion.domain.preferences import TERMINAL, Preferences
from companion.ui.widgets.chips import Chip, Chips
from companion.ui.widgets.choice import Choice
from companion.ui.widgets.line_input import LineInput
from companion.ui.widgets.setting_row import SettingRow

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

Look = tuple[str, bool, bool, bool]

OPTIONS = [Choosable("one", "One"), Choosable("two", "Two")]


class Gallery(Screen[None]):
    """One of each thing that can have the focus."""

    def compose(self) -> ComposeResult:
        yield Button("First", id="first")
        yield Button("Second", id="second")
        yield Choice(OPTIONS, id="choice")
        yield Choice(OPTIONS, ["one"], several=True, id="ticks")
        yield Chips([Chip("a", "glad"), Chip("b", "sad")], id="chips")
        yield OptionList(Option("One"), Option("Two"), id="options", markup=False)
        yield LineInput(id="line")
        yield SettingRow("row", "Colours", "Dusk")


def looks(widget: Widget) -> list[Look]:
    """Every cell of a widget as one without colours sees it."""
    region = widget.region
    found: list[Look] = []
    strips = widget.screen._compositor.render_strips()
    for strip in strips[region.y : region.bottom]:
        for segment in strip.crop(region.x, region.right):
            style = segment.style
            marks = (
                bool(style and style.bold),
                bool(style and style.underline),
                bool(style and style.reverse),
            )
            found += [(sign, *marks) for sign in segment.text]
    return found


async def gallery(room: Room) -> Gallery:
    shown = Gallery()
    await room.app.push_screen(shown)
    await settled(room.pilot)
    return shown


@pytest.fixture(params=["NO_COLOR", "terminal"])
def kept(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Preferences:
    """Preferences under which colour says nothing that can be counted on."""
    if request.param == "NO_COLOR":
        monkeypatch.setenv("NO_COLOR", "1")
        return Preferences()
    return Preferences(theme=TERMINAL)


@pytest.mark.parametrize("name", ["first", "choice", "ticks", "chips", "options", "row"])
async def test_what_has_the_focus_looks_otherwise(kept: Preferences, name: str) -> None:
    async with settings(kept=kept) as room:
        shown = await gallery(room)
        widget = shown.query_one(f"#{name}")
        shown.query_one("#second").focus()
        await settled(room.pilot)
        before = looks(widget)
        widget.focus()
        await settled(room.pilot)
        assert looks(widget) != before
        assert any(reverse or underline for _, _, underline, reverse in looks(widget)) or (
            "‹" in {sign for sign, *_ in looks(widget)}
        )


@pytest.mark.parametrize("name", ["choice", "ticks", "chips", "options"])
async def test_where_the_cursor_is_among_several_is_seen(kept: Preferences, name: str) -> None:
    async with settings(kept=kept) as room:
        shown = await gallery(room)
        widget = shown.query_one(f"#{name}")
        widget.focus()
        await settled(room.pilot)
        if name == "options":
            await room.press("home")
        before = looks(widget)
        await room.press("right" if name == "chips" else "down")
        assert looks(widget) != before


async def test_what_is_ticked_is_seen_wherever_the_cursor_is(kept: Preferences) -> None:
    async with settings(kept=kept) as room:
        shown = await gallery(room)
        signs = "".join(sign for sign, *_ in looks(shown.query_one("#ticks")))
        assert "[x]" in signs
        assert "[ ]" in signs


async def test_without_colours_no_samples_of_them_are_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with settings("comma") as room:
        assert not room.screen.query_one("Samples").region.area
        assert "‹ Dusk ›" in room.text()


async def test_a_terminal_with_256_colours_gets_colours_made_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from textual import constants

    async with settings() as room:
        assert room.app.available_themes["paper"].background == "#f6f1e6"
    monkeypatch.setattr(constants, "COLOR_SYSTEM", "256")
    async with settings() as room:
        assert room.app.available_themes["paper"].background == "#eeeeee"
