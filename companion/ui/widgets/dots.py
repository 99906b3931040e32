"""Dots in time on one scale, drawn with characters; a dotted line where there are enough."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from companion.domain.answer import HIGHEST, LOWEST
from companion.ui.content import plain
from companion.ui.widgets.fitting import fit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from companion.domain.movement import Dot
    from companion.domain.path import Scale

DOT, LINE, AXIS, SESSION = "●", "·", "─", "┴"
"""What a dot, the line between dots, the axis of time and a session on it are drawn with."""
_MOST_ROWS = HIGHEST - LOWEST + 1
_FEWEST_ROWS = 3
_AROUND = 4  # rows: the name, how many dots there are, the axis, its days
_EDGE = 3  # cells: the numbers at the left
_STYLES = {DOT: "bold $foreground", SESSION: "bold $warm"}
_OTHER = "$quiet"


@dataclass(frozen=True, slots=True)
class Period:
    """The time that a drawing is about."""

    begins: datetime
    """Its beginning (aware)."""
    ends: datetime
    """Its end (aware), no earlier than its beginning."""

    def column(self, at: datetime, width: int) -> int:
        """Where a moment of it stands, in so many columns; if it has no length, in the middle."""
        length = self.ends - self.begins
        if not length:
            return (width - 1) // 2
        return round((at - self.begins) / length * (width - 1))


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn of one scale."""

    name: str
    """What the scale is called."""
    number: str
    """How many dots there are, in words."""
    ends: Scale
    """The words at the two ends of the scale; empty: there are none."""
    dots: tuple[Dot, ...] = ()
    """The dots, by time."""
    joined: bool = False
    """Whether a line joins them."""
    period: Period | None = None
    """The time shown; none: there is nothing to show."""
    sessions: tuple[datetime, ...] = ()
    """The sessions in that time (aware)."""
    days: tuple[str, str] = ("", "")
    """The days at its two ends, in words; the second is empty where they are one."""
    mark: str = ""
    """What the sign of a session stands for, in words; left out where there is no room."""


def plotted(chart: Chart, width: int, rows: int) -> list[str]:
    """The ground with its dots, row by row from the highest number down.

    Args:
        chart: What is drawn.
        width: How many columns.
        rows: How many rows; in fewer than eleven, neighbouring numbers share one.
    """
    if chart.period is None:
        return [" " * width] * rows
    ground = [[" "] * width for _ in range(rows)]
    places = [(chart.period.column(dot.at, width), _row(dot.value, rows)) for dot in chart.dots]
    for column, row in _between(places) if chart.joined else ():
        ground[row][column] = LINE
    for column, row in places:
        ground[row][column] = DOT
    return ["".join(signs) for signs in ground]


def axis(chart: Chart, width: int) -> str:
    """The axis of time, with its sessions.

    Args:
        chart: What is drawn.
        width: How many columns.
    """
    if chart.period is None:
        return AXIS * width
    held = {chart.period.column(at, width) for at in chart.sessions}
    return "".join(SESSION if column in held else AXIS for column in range(width))


class DotChart(Widget):
    """One scale: its name, how many dots there are, the dots, the axis of time."""

    DEFAULT_CSS = """
    DotChart { width: 1fr; height: 1fr; min-height: 8; max-height: 17; }
    """

    def __init__(self, id: str) -> None:  # noqa: A002  Textual's own name
        """Begin with nothing drawn."""
        super().__init__(id=id)
        self._chart: Chart | None = None

    def put(self, chart: Chart) -> None:
        """Draw something else."""
        self._chart = chart
        self.refresh()

    @property
    def leaves_mark_out(self) -> bool:
        """Whether sessions are marked, and there is no room to say what the mark stands for."""
        chart = self._chart
        if chart is None or not chart.sessions:
            return False
        return not _has_room_for_mark(chart, self.size.width - _EDGE)

    def render(self) -> Content:
        """As many rows as there is room for, eleven at most."""
        chart, width = self._chart, self.size.width
        if chart is None:
            return Content("")
        head = [
            plain(fit(chart.name, width), "bold"),
            plain(fit(chart.number, width), _OTHER),
        ]
        across = width - _EDGE
        if chart.period is None or across < 1:
            return Content("\n").join(head)
        return Content("\n").join([*head, *self._ground(chart, across), *_foot(chart, across)])

    def _ground(self, chart: Chart, across: int) -> Iterable[Content]:
        room = self.size.height - _AROUND
        rows = max(_FEWEST_ROWS, min(_MOST_ROWS, room))
        # The words at the ends need a row each, which the dots need more.
        with_words = room >= _MOST_ROWS + 2 and bool(chart.ends.high and chart.ends.low)
        if with_words:
            yield _beside("", plain(fit(chart.ends.high, across), _OTHER))
        for index, signs in enumerate(plotted(chart, across, rows)):
            number = {0: str(HIGHEST), rows - 1: str(LOWEST)}.get(index, "")
            yield _beside(number, _coloured(signs))
        if with_words:
            yield _beside("", plain(fit(chart.ends.low, across), _OTHER))


def _foot(chart: Chart, across: int) -> Sequence[Content]:
    first, last = chart.days
    room = _room_between(chart, across)
    mark = chart.mark if chart.sessions and _has_room_for_mark(chart, across) else ""
    days = f"{first}{mark.center(room)}{last}" if room > 0 else fit(first, across)
    return _beside("", _coloured(axis(chart, across))), _beside("", plain(days, _OTHER))


def _room_between(chart: Chart, across: int) -> int:
    return across - sum(cell_len(day) for day in chart.days)


def _has_room_for_mark(chart: Chart, across: int) -> bool:
    """Whether it touches neither of the days it would stand between."""
    return cell_len(chart.mark) + 2 <= _room_between(chart, across)


def _beside(number: str, drawn: Content) -> Content:
    return plain(f"{number:>{_EDGE - 1}} ", _OTHER) + drawn


def _coloured(signs: str) -> Content:
    return Content("").join([plain(sign, _STYLES.get(sign, _OTHER)) for sign in signs])


def _row(value: int, rows: int) -> int:
    return round((HIGHEST - value) * (rows - 1) / (HIGHEST - LOWEST))


def _between(places: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """The places on straight lines from each to the next, as close as a grid allows."""
    for (column, row), (to_column, to_row) in pairwise(places):
        steps = max(abs(to_column - column), abs(to_row - row), 1)
        for step in range(steps):
            part = step / steps
            yield round(column + (to_column - column) * part), round(row + (to_row - row) * part)
