"""Several therapies line by line, kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.lines import Lines

from companion.domain.errors import AmbiguousJourneyError, UnknownJourneyError
from companion.plain.journeys import choose_journey, find_journey

if TYPE_CHECKING:
    from pathlib import Path

TURN, RENAME, CLOSE = "1", "2", "3"


@pytest.fixture
def lines(tmp_path: Path) -> Lines:
    return Lines(tmp_path)


def names(lines: Lines) -> list[str]:
    return [journey.name for journey in lines.opened.journeys.all()]


def test_the_one_on_home_is_said_and_an_empty_line_leaves(lines: Lines) -> None:
    out = lines(choose_journey, "")
    assert "1. Thursdays, since Monday 2 March 2026, on home now" in out


def test_another_is_begun_and_what_was_written_stays_where_it_was(lines: Lines) -> None:
    lines.opened.reflecting.note("from before", "A free line")
    lines.clock.advance(days=1)
    lines(choose_journey, "n", "Rivers", "")
    assert names(lines) == ["Thursdays", "Rivers"]
    assert lines.opened.journeys.open.name == "Rivers"
    assert lines.opened.journal.rows(0, 5) == []
    lines(choose_journey, "1", TURN)
    assert [row.first_words for row in lines.opened.journal.rows(0, 5)] == ["from before"]


def test_one_may_have_no_name(lines: Lines) -> None:
    lines.clock.advance(days=1)
    out = lines(choose_journey, "n", "", "")
    assert names(lines) == ["Thursdays", ""]
    assert "2. without a name" in out


def test_one_is_called_something_else(lines: Lines) -> None:
    out = lines(choose_journey, "1", RENAME, "Fridays", "")
    assert names(lines) == ["Fridays"]
    assert "It is called Fridays now." in out


@pytest.mark.parametrize("answer", ["", "no", "perhaps"])
def test_only_a_clear_yes_closes(lines: Lines, answer: str) -> None:
    lines(choose_journey, "1", CLOSE, answer, "")
    assert "Close Thursdays? It stays to be read" in lines.asked
    assert not lines.opened.journeys.open.is_closed


def test_what_is_closed_stays_to_be_read_and_is_opened_again(lines: Lines) -> None:
    out = lines(choose_journey, "1", CLOSE, "yes", "")
    assert "closed on Monday 2 March 2026" in out
    assert lines.opened.journeys.open.is_closed
    lines(choose_journey, "1", CLOSE, "")
    assert not lines.opened.journeys.open.is_closed


def test_an_answer_that_is_none_is_asked_again(lines: Lines) -> None:
    assert lines(choose_journey, "2", "x", "").count("One of the numbers, n,") == 2


@pytest.mark.parametrize("which", ["rivers", "2", "Riv"])
def test_one_is_found_by_its_name_its_number_or_a_beginning(lines: Lines, which: str) -> None:
    lines.clock.advance(days=1)
    lines.opened.journeys.begin("Rivers")
    assert find_journey(lines.opened, which).name == "Rivers"


def test_a_name_goes_before_a_number_and_a_whole_name_before_a_beginning(lines: Lines) -> None:
    for name in ("1", "Rivers and lakes", "Rivers"):
        lines.clock.advance(days=1)
        lines.opened.journeys.begin(name)
    assert find_journey(lines.opened, "1").name == "1"
    assert find_journey(lines.opened, "rivers").name == "Rivers"


def test_what_is_unknown_or_could_be_two_is_told(lines: Lines) -> None:
    lines.opened.journeys.begin("Thursdays")
    for which in ("", "lakes", "9", "0"):
        with pytest.raises(UnknownJourneyError):
            find_journey(lines.opened, which)
    with pytest.raises(AmbiguousJourneyError):
        find_journey(lines.opened, "Thursdays")
