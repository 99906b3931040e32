"""The second sheet of a page, off by default: quotes in the person's own words, and dots.

Every quote and every scale on it was ticked by itself. A chart holds no date, and no time
of day could be measured out of it: only how many days lie between its dots.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.movement import ENOUGH
from companion.domain.text import word_count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date, datetime

    from companion.domain.movement import Series

QUOTE_WORDS = 200
"""The most words of all quotes together."""
WHOLE = 1000
"""The width of a chart: dots and sessions lie from 0 to this."""


@dataclass(frozen=True, slots=True)
class Chart:
    """The dots of one scale over an interval."""

    measure_id: str
    """The scale: the id of a `movement.Measure`."""
    dots: tuple[tuple[int, int], ...]
    """Where each lies (0 to `WHOLE`, left to right) and what was chosen (0 to 10)."""
    sessions: tuple[int, ...] = ()
    """Where sessions were held (0 to `WHOLE`)."""

    @property
    def is_enough(self) -> bool:
        """Whether there are enough dots for a line to join them."""
        return len(self.dots) >= ENOUGH


@dataclass(frozen=True, slots=True)
class SecondSheet:
    """Everything that is printed on the second sheet, and nothing that is not."""

    quotes: tuple[str, ...] = ()
    """Words of the person, word for word, in the order they were ticked; several lines each."""
    charts: tuple[Chart, ...] = ()
    """The scales that were ticked, in the order of `movement.MEASURES`."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on it; then it is not printed."""
        return not self.quotes and not self.charts

    @property
    def words(self) -> int:
        """How many of the person's own words are on it."""
        return sum(word_count(quote) for quote in self.quotes)


def chart_of(
    series: Series, sessions: Iterable[datetime], day_of: Callable[[datetime], date]
) -> Chart | None:
    """The chart of one scale; none: it has no dots.

    Args:
        series: The dots, by time.
        sessions: When sessions were held (aware), by time; those from the day of the first
            dot to that of the last are marked.
        day_of: The day of a moment on the person's calendar.
    """
    if not series.dots:
        return None
    # To the minute, a ruler and the hour of a session would tell when at night a dot was set.
    places = tuple(_within_days([day_of(dot.at).toordinal() for dot in series.dots]))
    marks = [day_of(at).toordinal() for at in sessions]
    first, last = int(places[0]), int(places[-1])
    begins, span = places[0], places[-1] - places[0]

    def place(at: float) -> int:
        return round((at - begins) / span * WHOLE) if span else WHOLE // 2

    return Chart(
        series.measure.id,
        tuple((place(at), dot.value) for at, dot in zip(places, series.dots, strict=True)),
        tuple(place(day + 0.5) for day in marks if first <= day <= last),
    )


def _within_days(days: Sequence[int]) -> Iterator[float]:
    """Where dots lie, in days: at noon; several of one day evenly over it, in their order."""
    of_day, seen = Counter(days), Counter[int]()
    for day in days:
        seen[day] += 1
        yield day + seen[day] / (of_day[day] + 1)
