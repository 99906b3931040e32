"""What is on a screen, cell by cell: the letters, and how they look."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len
from support.screens import settled
from textual.widgets import Input, TextArea

from companion.ui.widgets.steps.view import StepView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.color import Color
    from rich.style import Style
    from textual.pilot import Pilot


@dataclass(frozen=True, slots=True)
class Look:
    """How a letter looks. Colours are `#rrggbb`, or the terminal's name for one."""

    ink: str
    ground: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Letters side by side that look alike."""

    at: int
    """The column of the first one."""
    text: str
    look: Look

    @property
    def width(self) -> int:
        """How many columns they take."""
        return cell_len(self.text)


@dataclass(frozen=True, slots=True)
class View:
    """All that a screen shows."""

    width: int
    height: int
    rows: tuple[tuple[Run, ...], ...]

    def text(self) -> list[str]:
        """The letters, row by row."""
        return ["".join(run.text for run in row).rstrip() for row in self.rows]


async def look_at(pilot: Pilot[None]) -> View:
    """What the screen shows, with the cursor standing still where it is."""
    for widget in pilot.app.screen.walk_children():
        if isinstance(widget, Input | TextArea):
            widget.cursor_blink = False
        if isinstance(widget, TextArea):
            # A line that was drawn while the cursor was dark would else be kept so.
            widget._line_cache.clear()
            widget.refresh()
    for view in pilot.app.screen.query(StepView):
        view.settle()
    await settled(pilot)
    width, height = pilot.app.size
    rows = [tuple(_runs(strip)) for strip in pilot.app.screen._compositor.render_strips()]
    return View(width, height, tuple(rows))


def _runs(strip: object) -> Iterator[Run]:
    at = 0
    segments = [(s.text, _look(s.style)) for s in strip]  # type: ignore[attr-defined] - a Strip
    for look, alike in groupby(segments, key=lambda one: one[1]):
        run = Run(at, "".join(text for text, _ in alike), look)
        yield run
        at += run.width


def _look(style: Style | None) -> Look:
    if style is None:
        return Look("default", "default")
    ink, ground = _colour(style.color), _colour(style.bgcolor)
    if style.reverse:
        ink, ground = ground, ink
    return Look(ink, ground, bool(style.bold), bool(style.italic), bool(style.underline))


def _colour(colour: Color | None) -> str:
    if colour is None:
        return "default"
    return colour.triplet.hex if colour.triplet else colour.name
