"""How long a list of few rows and one of many take to be painted first; run as a script.

python tests/bench/bench_list.py [MOST_ROWS]
"""

from __future__ import annotations

import asyncio
import sys
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from figures import Figure, keep, say
from textual.app import App

from companion.ui.widgets.list_row import Row
from companion.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.pilot import Pilot
    from textual.strip import Strip

FEW = 100
RUNS = 41
GOAL = 1.2
SIZE = (120, 36)


class PaintedList(VirtualList):
    """Says when a row is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted = 0
        self.painted = asyncio.Event()

    def render_line(self, y: int) -> Strip:
        line = super().render_line(y)
        if self.row(self.wanted) is not None:
            self.painted.set()
        return line

    async def paint(self, row: int) -> None:
        self.wanted = row
        self.painted.clear()
        await self.painted.wait()


class ListApp(App[None]):
    """A list, and nothing around it."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        names = ("quiet", "warm", "cool", "fresh", "line", "raised", "on-warm", "on-cool")
        return dict.fromkeys(names, "#808080")

    def compose(self) -> ComposeResult:
        yield PaintedList()


async def read(first: int, count: int) -> Sequence[Row]:
    """Rows as the journal makes them, without a disk."""
    return [
        Row(f"{number}", "Tue 24 Nov", "Speaking freely", f"The word, number {number}. " * 5)
        for number in range(first, first + count)
    ]


async def first_paint(pilot: Pilot[None], rows: int) -> float:
    """Seconds from making the list to its first rows on the screen."""
    await pilot.app.screen.query(PaintedList).remove()
    await pilot.pause()
    listed = PaintedList()
    begun = perf_counter()
    await pilot.app.screen.mount(listed)
    listed.fill(rows, read)
    await listed.paint(0)
    return perf_counter() - begun


async def jump(pilot: Pilot[None]) -> float:
    """Seconds from the key to the last rows on the screen."""
    listed = pilot.app.screen.query_one(PaintedList)
    listed.action_first()
    await pilot.pause()
    begun = perf_counter()
    listed.action_last()
    await listed.paint(listed.cursor)
    return perf_counter() - begun


async def measure(many: int) -> float:
    """Print both, and what they come to."""
    took: dict[int, list[float]] = {FEW: [], many: []}
    jumps: dict[int, list[float]] = {FEW: [], many: []}
    async with ListApp().run_test(size=SIZE) as pilot:
        for _ in range(RUNS):  # by turns, so that a busy machine is busy for both
            for rows, times in took.items():
                times.append(await first_paint(pilot, rows))
                jumps[rows].append(await jump(pilot))
    for name, measured in (("first paint", took), ("to the last row", jumps)):
        for rows, times in measured.items():
            middle, longest = median(times) * 1000, max(times) * 1000
            say(f"{name:<16}{rows:>9} rows {middle:8.2f} ms   (longest {longest:.1f})")
    return median(took[many]) / median(took[FEW])


def main(argv: list[str]) -> int:
    """Measure, print, and say whether the goal is met."""
    most = int(argv[0]) if argv and argv[0].isdecimal() else 100_000
    ratio = asyncio.run(measure(most))
    figure = Figure("list", f"first paint, {most} to {FEW} rows", ratio, GOAL)
    say(figure.line())
    keep(argv, [figure])
    return int(ratio > GOAL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
