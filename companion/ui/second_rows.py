"""What could be on a second sheet as the rows of a list, and what is ticked of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from companion.domain.text import excerpt, word_count
from companion.services.page.excess_sentences import counted
from companion.services.page.origin_sentences import said_origin
from companion.services.short_days import short_day
from companion.ui.widgets.line_row import TICKED, UNTICKED
from companion.ui.widgets.list_row import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.domain.page import Candidate
    from companion.domain.second_sheet import Chart
    from companion.services.page.second_sheets import SecondDesk
    from companion.ui.context import Context
    from companion.ui.widgets.virtual_list import Fetch

_SHOWN = 200  # characters of a quote: more than any window is wide
_HELD = 512  # quotes that were seen last; more of them are not held on to
_CHART = "chart:"  # before the id of a scale, so that no answer has the same


@dataclass(frozen=True, slots=True)
class Ticks:
    """What is ticked for one second sheet. Every change returns new ones."""

    quoted: tuple[str, ...]
    """The answers, in the order they are printed."""
    charted: frozenset[str]
    """The scales."""

    @classmethod
    def of(cls, desk: SecondDesk) -> Ticks:
        """What was kept."""
        return cls(desk.quoted, desk.charted)

    def turned(self, row_id: str) -> Ticks:
        """Tick a row, a quote after all others; or untick it."""
        if row_id.startswith(_CHART):
            return replace(self, charted=self.charted ^ {row_id.removeprefix(_CHART)})
        if row_id in self.quoted:
            return replace(self, quoted=tuple(one for one in self.quoted if one != row_id))
        return replace(self, quoted=(*self.quoted, row_id))

    def shifted(self, answer_id: str, by: int) -> Ticks:
        """Let a ticked quote change places with another.

        Args:
            answer_id: The quote.
            by: -1 for the one before it, 1 for the one after it.
        """
        order = list(self.quoted)
        at = order.index(answer_id)
        other = at + by
        if not 0 <= other < len(order):
            return self
        order[at], order[other] = order[other], order[at]
        return replace(self, quoted=tuple(order))

    def box(self, row_id: str) -> str:
        """The box of a row; of a ticked quote with its place among all of them."""
        if row_id in self.quoted:
            return f"{TICKED} {self.quoted.index(row_id) + 1}"
        return TICKED if row_id.removeprefix(_CHART) in self.charted else UNTICKED


class SecondRows:
    """The charts first, and below them the quotes, the latest first; read as they are looked at."""

    def __init__(self, context: Context, desk: SecondDesk) -> None:
        """Take what could be on the sheet.

        Args:
            context: What the open notebook offers.
            desk: The table it is chosen at.
        """
        self._context = context
        self._words = context.house.words
        self._desk = desk
        self._charts = {f"{_CHART}{one.measure_id}": one for one in desk.charts}
        self._seen: dict[str, Candidate] = {}
        self.height = 0
        """How many rows there are, once they were counted (0 or more)."""

    def count(self) -> int:
        """Count the rows; on the notebook's own thread.

        Raises:
            StorageError: If the notebook can't be read.
        """
        self.height = len(self._charts) + len(self._desk.candidates)
        return self.height

    def fetching(self, ticks: Ticks) -> Fetch:
        """What reads rows, with these ticks before them."""

        async def fetch(first: int, count: int) -> Sequence[Row]:
            charts = list(self._charts.items())
            quotes = await self._context.in_order(self._quotes, first - len(charts), count)
            return [
                *(self._chart_row(*one, ticks) for one in charts[first : first + count]),
                *(self._quote_row(one, ticks) for one in quotes),
            ]

        return fetch

    def chart(self, row_id: str) -> Chart | None:
        """The chart of a row; none: it is a quote."""
        return self._charts.get(row_id)

    def quote(self, row_id: str) -> Candidate | None:
        """The quote of a row that was read."""
        return self._seen.get(row_id)

    def origin(self, row_id: str) -> str:
        """Where a quote is from, and how many words it has; of anything else nothing."""
        quote = self._seen.get(row_id)
        if quote is None:
            return ""
        origin = quote.origin
        day = short_day(self._words, self._context.house.clock, origin.happened_at)
        return f"{self._number(quote)}. {said_origin(self._words, day, origin)}"

    def _quotes(self, first: int, count: int) -> Sequence[Candidate]:
        """Some quotes, the latest first; the first of them may lie before there are any."""
        end = len(self._desk.candidates) - max(first, 0)
        begin = max(0, end - max(0, count + min(first, 0)))
        found = self._desk.candidates[begin:end] if begin < end else ()
        seen = self._seen | {one.answer_id: one for one in found}
        self._seen = dict(list(seen.items())[-_HELD:])
        return tuple(reversed(found))

    def _chart_row(self, row_id: str, chart: Chart, ticks: Ticks) -> Row:
        number = self._words.say("moved.dots", number=len(chart.dots))
        title = self._words.say(f"print.scale.{chart.measure_id}.title")
        return Row(row_id, ticks.box(row_id), self._words.say("second.dots"), title, number)

    def _quote_row(self, quote: Candidate, ticks: Ticks) -> Row:
        day = short_day(self._words, self._context.house.clock, quote.origin.happened_at)
        box = ticks.box(quote.answer_id)
        return Row(quote.answer_id, box, day, excerpt(quote.text, _SHOWN), self._number(quote))

    def _number(self, quote: Candidate) -> str:
        return counted(self._words, "word", word_count(quote.text))
