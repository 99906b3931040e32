"""The dots of a scale in small: how they will be printed, in a few rows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from companion.domain.movement import Dot
from companion.domain.path import Scale
from companion.domain.second_sheet import WHOLE
from companion.ui.widgets.dots import Chart, Period, axis, plotted

if TYPE_CHECKING:
    from companion.domain import second_sheet

_BEGINS = datetime(2000, 1, 1, tzinfo=UTC)  # any day: a printed chart has none
_PERIOD = Period(_BEGINS, _BEGINS + timedelta(seconds=WHOLE))


def small(chart: second_sheet.Chart, width: int, rows: int) -> list[str]:
    """A chart, row by row from the highest number down, its axis below.

    Args:
        chart: What would be printed.
        width: How many columns (2 or more).
        rows: How many rows its dots have (2 or more).
    """
    drawn = Chart(
        name="",
        number="",
        ends=Scale("", ""),
        dots=tuple(Dot(_at(place), value) for place, value in chart.dots),
        joined=chart.is_enough,
        period=_PERIOD,
        sessions=tuple(_at(place) for place in chart.sessions),
    )
    return [*plotted(drawn, width, rows), axis(drawn, width)]


def _at(place: int) -> datetime:
    return _BEGINS + timedelta(seconds=place)
