"""The interval as a line: from the last session to the next, today as a diamond."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from companion.ui.content import plain

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.clock import Clock
    from companion.domain.journey import Session
    from companion.services.home import HomeView
    from companion.services.ports.content import Words

SESSION, AHEAD, MARK, TODAY = "●", "○", "•", "◆"
BEHIND_LINE, AHEAD_LINE = "━", "┄"
_GAP = 2
_SLIDE = 6


@dataclass(frozen=True, slots=True)
class Label:
    """A word under or over the line."""

    column: int
    """Where its first cell stands."""
    text: str
    """The word."""
    style: str
    """Its colour."""


def place_labels(wanted: list[tuple[int, str, str]], width: int) -> list[Label]:
    """Put words at columns so that none touches another; the earlier in the list go first.

    A word may slide a little to find room. One that finds none is left out, never cut.

    Args:
        wanted: Column of the point, word, colour; the most important first.
        width: How many cells there are.
    """
    placed: list[Label] = []
    for column, text, style in wanted:
        length = cell_len(text)
        if not 0 < length <= width:
            continue
        middle = max(0, min(column - length // 2, width - length))
        slides = (middle + side * by for by in range(_SLIDE + 1) for side in (-1, 1))
        for start in slides:
            if 0 <= start <= width - length and _free(start, length, placed):
                placed.append(Label(start, text, style))
                break
    return sorted(placed, key=lambda label: label.column)


def _free(start: int, length: int, placed: list[Label]) -> bool:
    return all(
        start + length + _GAP <= one.column or start >= one.column + cell_len(one.text) + _GAP
        for one in placed
    )


def column_of(moment: datetime, start: datetime, end: datetime, width: int) -> int:
    """The cell of a moment on a line of some width (0 to width - 1)."""
    whole = (end - start).total_seconds()
    share = (moment - start).total_seconds() / whole if whole > 0 else 0.0
    return round(max(0.0, min(1.0, share)) * (width - 1))


class Thread(Widget):
    """Draws what home knows of the interval. No day is drawn on which nothing was written."""

    DEFAULT_CSS = """
    Thread { height: 3; width: 100%; margin-bottom: 1; }
    """

    def __init__(self, words: Words, clock: Clock) -> None:
        """Start empty.

        Args:
            words: The interface's language.
            clock: The person's own calendar.
        """
        super().__init__()
        self._words = words
        self._clock = clock
        self._view: HomeView | None = None

    def show(self, view: HomeView) -> None:
        """Draw another view."""
        self._view = view
        self.refresh()

    def render(self) -> Content:
        """Three lines: what the ends are, the line, the words below it."""
        if self._view is None or self.size.width <= 0:
            return plain("")
        width = self.size.width
        last, ahead = self._view.interval.last, self._view.interval.next
        if last is None and ahead is None:
            return self._invitation()
        start, end = self._ends(self._view)
        today = column_of(self._view.now, start, end, width)
        marks = {
            column_of(mark.at, start, end, width): self._words.say(f"home.mark.{mark.path_id}")
            for mark in self._view.marks
        }
        rows = [
            _row(self._over(last, ahead, width), width),
            self._line(width, today, set(marks), has_last=last is not None, has_next=bool(ahead)),
            _row(self._under(last, ahead, today, marks, width), width),
        ]
        return Content("\n").join(rows)

    def _invitation(self) -> Content:
        words = plain(self._words.say("home.no_session"), "$quiet")
        return Content("\n").join([plain(""), words, plain("")])

    def _ends(self, view: HomeView) -> tuple[datetime, datetime]:
        last, ahead = view.interval.last, view.interval.next
        earliest = min((mark.at for mark in view.marks), default=view.now)
        start = last.at if last else min(earliest, view.now)
        # With nothing planned the line runs a third past today: open, not empty.
        end = ahead.at if ahead else view.now + max((view.now - start) / 2, view.now - view.now)
        return start, max(end, view.now)

    def _over(self, last: Session | None, ahead: Session | None, width: int) -> list[Label]:
        wanted = []
        if last is not None:
            wanted.append((0, self._words.say("home.session", number=last.number), "$quiet"))
        if ahead is not None:
            name = self._words.say("home.session", number=ahead.number)
            wanted.append((width - 1, name, "$quiet"))
        return place_labels(wanted, width)

    def _under(
        self,
        last: Session | None,
        ahead: Session | None,
        today: int,
        marks: dict[int, str],
        width: int,
    ) -> list[Label]:
        wanted = []
        if ahead is not None:
            wall = self._clock.local(ahead.at)
            text = f"{self._words.short_day(wall.date())}, {self._words.time(wall)}"
            wanted.append((width - 1, text, "$quiet"))
        if last is not None:
            wanted.append((0, self._words.short_day(self._clock.local(last.at).date()), "$quiet"))
        wanted.append((today, self._words.say("home.today"), "$warm"))
        wanted += [(column, text, "$quiet") for column, text in sorted(marks.items())]
        return place_labels(wanted, width)

    @staticmethod
    def _line(
        width: int, today: int, marks: set[int], *, has_last: bool, has_next: bool
    ) -> Content:
        cells: list[tuple[str, str]] = []
        for column in range(width):
            if column == today:
                cells.append((TODAY, "$warm"))
            elif column == 0 and has_last:
                cells.append((SESSION, "$warm"))
            elif column == width - 1 and has_next:
                cells.append((AHEAD, "$warm"))
            elif column in marks:
                cells.append((MARK, "$cool"))
            elif column < today:
                cells.append((BEHIND_LINE, "$cool"))
            else:
                cells.append((AHEAD_LINE, "$line"))
        return Content.assemble(*cells)


def _row(labels: list[Label], width: int) -> Content:
    parts: list[tuple[str, str] | str] = []
    column = 0
    for label in labels:
        parts += [" " * (label.column - column), (label.text, label.style)]
        column = label.column + cell_len(label.text)
    return Content.assemble(*parts, " " * max(0, width - column))
