"""The sessions of a journey as lines of a list, for whatever room there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from companion.services.short_days import short_moment
from companion.ui.content import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.domain.clock import Clock
    from companion.domain.journey import Interval, Session
    from companion.services.ports.content import Words

_GAP = 2


@dataclass(frozen=True, slots=True)
class SessionLines:
    """Says sessions: number, day and time, what became of it."""

    words: Words
    """The interface's language."""
    clock: Clock
    """The present day and the person's zone."""

    def drawn(self, sessions: Sequence[Session], interval: Interval, width: int) -> list[Content]:
        """A line for each session, or two where one is too long.

        Args:
            sessions: The sessions, in the order of the lines.
            interval: The interval of the present moment, for what is due.
            width: How many cells a line has (1 or more).
        """
        due = interval.unsettled or interval.next
        numbers = [self.words.say("sessions.number", number=one.number) for one in sessions]
        states = [self.state(one, interval) for one in sessions]
        styles = ["$warm" if due and one.id == due.id else "$quiet" for one in sessions]
        days = [self.moment(one) for one in sessions]
        if _width(numbers) + _width(days) + _width(states) + 2 * _GAP > width:
            days = [short_moment(self.words, self.clock, one.at) for one in sessions]
        first = _width(numbers) + _GAP
        second = _width(days) + _GAP
        fits = first + second + _width(states) <= width
        return [
            _line(
                _filled(number, first), _filled(day, second), plain(state, style), first, fits=fits
            )
            for number, day, state, style in zip(numbers, days, states, styles, strict=True)
        ]

    def moment(self, session: Session) -> str:
        """When it is: "Thursday 26 November 2026, 17:30"."""
        wall = self.clock.local(session.at)
        return self.words.say(
            "sessions.moment", day=self.words.day(wall.date()), time=self.words.time(wall)
        )

    def state(self, session: Session, interval: Interval) -> str:
        """What became of it, or that it is the one that is due."""
        for name, one in (("unsettled", interval.unsettled), ("next", interval.next)):
            if one is not None and one.id == session.id:
                return self.words.say(f"sessions.due.{name}")
        return self.words.say(f"sessions.state.{session.state}")


def _line(number: str, day: str, state: Content, indent: int, *, fits: bool) -> Content:
    if fits:
        return Content.assemble(plain(number), plain(day), state)
    return Content.assemble(plain(number), plain(day.rstrip()), "\n", " " * indent, state)


def _width(texts: Sequence[str]) -> int:
    return max((cell_len(text) for text in texts), default=0)


def _filled(text: str, width: int) -> str:
    return set_cell_size(text, width)
