"""The second sheet: what stands on it, and how much of it there may be."""

from __future__ import annotations

from companion.domain.movement import ENOUGH
from companion.domain.second_sheet import QUOTE_WORDS, Chart, SecondSheet

CHART = Chart("openness", ((500, 7),))


def test_quotes_are_a_good_minute_of_reading() -> None:
    assert QUOTE_WORDS == 200


def test_it_is_empty_only_without_a_quote_and_without_a_chart() -> None:
    assert SecondSheet().is_empty
    assert not SecondSheet(quotes=("the yellow door",)).is_empty
    assert not SecondSheet(charts=(CHART,)).is_empty


def test_its_words_are_those_of_all_quotes_together() -> None:
    assert SecondSheet(("the yellow door", "two\nlines"), (CHART,)).words == 5
    assert SecondSheet(charts=(CHART,)).words == 0


def test_a_line_joins_the_dots_once_there_are_enough() -> None:
    dots = tuple((place, 5) for place in range(ENOUGH))
    assert Chart("openness", dots).is_enough
    assert not Chart("openness", dots[1:]).is_enough
