"""The thread: words on a line never touch, and a moment stands where it was."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from companion.ui.widgets.thread import column_of, place_labels

START = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)
END = START + timedelta(days=7)

words = st.text("abc déf漢", min_size=1, max_size=14).filter(str.strip)
wanted = st.lists(st.tuples(st.integers(0, 90), words, st.just("")), max_size=8)


@given(wanted, st.integers(1, 90))
def test_words_never_touch_and_never_leave_the_line(
    points: list[tuple[int, str, str]], width: int
) -> None:
    placed = place_labels([(min(column, width - 1), text, s) for column, text, s in points], width)
    end = -2
    for label in placed:
        assert label.column >= end + 2
        end = label.column + cell_len(label.text)
    assert end <= width


def test_the_most_important_word_is_placed_first() -> None:
    placed = place_labels([(5, "today", ""), (5, "feelings", "")], 14)
    assert [label.text for label in placed] == ["today"]


def test_a_word_slides_a_little_to_find_room() -> None:
    placed = place_labels([(20, "today", ""), (24, "hope", "")], 40)
    assert [label.text for label in placed] == ["today", "hope"]


def test_a_word_wider_than_the_line_is_left_out_not_cut() -> None:
    assert place_labels([(0, "feelings", "")], 5) == []


@given(st.integers(0, 7 * 24 * 60), st.integers(2, 200))
def test_a_moment_stands_on_the_line_in_the_order_of_time(minutes: int, width: int) -> None:
    moment = START + timedelta(minutes=minutes)
    column = column_of(moment, START, END, width)
    assert 0 <= column < width
    assert column <= column_of(moment + timedelta(hours=1), START, END, width)


def test_an_interval_without_length_has_one_place() -> None:
    assert column_of(START, START, START, 40) == 0
