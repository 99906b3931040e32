"""Sessions as lines of a list, for whatever room there is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from support.builders import a_session
from support.fakes import FixedClock
from walk_room import WORDS

from companion.domain.journey import Interval, SessionState, interval_at
from companion.ui.session_lines import SessionLines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.domain.journey import Session

DAY = timedelta(days=1)


def drawn(sessions: Sequence[Session], width: int, clock: FixedClock) -> list[str]:
    lines = SessionLines(WORDS, clock)
    interval = interval_at(sessions, clock.now())
    return [line.plain for line in lines.drawn(sessions, interval, width)]


@pytest.mark.parametrize("width", [38, 56, 76, 112])
def test_no_line_is_wider_than_its_room_and_the_columns_stand_below_one_another(width: int) -> None:
    clock = FixedClock()
    made = [
        a_session(12, clock.now() + DAY),
        a_session(9, clock.now() - 40 * DAY, SessionState.MISSED),
        a_session(1, clock.now() - 400 * DAY, SessionState.HELD),
    ]
    said = drawn(made, width, clock)
    assert max(cell_len(line) for text in said for line in text.split("\n")) <= width
    found = {text.split("\n")[-1].index(state) for text, state in zip(said, STATES, strict=True)}
    assert len(found) == 1


STATES = ("planned, the next one", "did not take place", "took place")


def test_in_few_words_the_year_is_said_where_it_is_another() -> None:
    clock = FixedClock()
    made = [a_session(2, clock.now() + DAY), a_session(1, clock.read("2025-12-18 17:30"))]
    short = drawn(made, 56, clock)
    assert "Tue 3 Mar, 18:30" in short[0]
    assert "Thu 18 Dec 2025, 17:30" in short[1]


def test_no_sessions_are_no_lines() -> None:
    lines = SessionLines(WORDS, FixedClock())
    assert lines.drawn([], Interval(None, None, None), 40) == []


def test_the_time_is_that_of_the_persons_own_clock() -> None:
    clock = FixedClock(zone="Europe/Berlin")
    assert "19:30" in drawn([a_session(1, clock.now())], 76, clock)[0]
