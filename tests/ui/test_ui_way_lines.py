"""A way as lines: signs one below the other, soft bends, words that fit beside them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journal_room import HOSTILE
from rich.cells import cell_len

from companion.ui.widgets.way_lines import ROOM_FOR_BENDS, Form, Layout, Spoken

STATION = Spoken("Session 1", "Wed 2 Mar", sign="●", names=True)
MISSED = Spoken("Session 2 did not take place", "Wed 9 Mar", sign="○", is_off=True)
AIM = Spoken("What you two work on", "Thu 10 Mar", "Sleep, and the summer.", sign="▸")
TODAY = Spoken("Today", "Fri 11 Mar", sign="◆", is_dotted=True)
OPEN = Spoken("What comes is open", sign="┊", is_end=True)
WAY = (STATION, MISSED, AIM, TODAY, OPEN)


def lines(layout: Layout, titles: tuple[str, ...] = ()) -> list[str]:
    """Everything, from the first line to the last."""
    found = []
    for line in range(layout.height):
        index = layout.at(line)
        assert index is not None
        within = line - layout.blocks[index].top
        parts = [*layout.lead(index, within), *layout.words(index, within, titles)]
        found.append("".join(text for text, _ in parts).rstrip())
    return found


def test_with_room_the_way_bends_at_a_detour_and_back() -> None:
    assert lines(Layout(WAY, 80), ("What stayed", "Hope")) == [
        "Wed 2 Mar       ●  Session 1",
        "                │  What stayed · Hope",
        "            ╭───╯",
        "Wed 9 Mar   ○      Session 2 did not take place",
        "            ╰───╮",
        "Thu 10 Mar      ▸  What you two work on",
        "                │  Sleep, and the summer.",
        "                │",
        "Fri 11 Mar      ◆  Today",
        "                ┊",
        "                ┊  What comes is open",
    ]


def test_in_a_narrow_window_it_is_a_list_with_signs_and_days_below() -> None:
    assert lines(Layout(WAY, 34, airy=False), ("What stayed", "Hope")) == [
        "●  Session 1",
        "│  Wed 2 Mar · What stayed · Hope",
        "○  Session 2 did not take place",
        "│  Wed 9 Mar",
        "▸  What you two work on",
        "│  Thu 10 Mar",
        "│  Sleep, and the summer.",
        "◆  Today",
        "┊  Fri 11 Mar",
        "┊  What comes is open",
    ]


def test_in_words_nothing_is_drawn() -> None:
    found = lines(Layout(WAY, 80, plain=True, airy=False), ("What stayed",))
    assert found == [
        "Session 1, Wed 2 Mar",
        "What stayed",
        "Session 2 did not take place, Wed 9 Mar",
        "What you two work on, Thu 10 Mar",
        "Sleep, and the summer.",
        "Today, Fri 11 Mar",
        "What comes is open",
    ]


def test_of_many_titles_whole_ones_are_named_and_that_there_are_more() -> None:
    titles = ("Speaking freely", "A way forward", "What moves in me")
    named = [lines(Layout([STATION], width), titles)[1] for width in (90, 64, 32)]
    assert [line.split("  ")[-1] for line in named] == [
        "Speaking freely · A way forward · What moves in me",
        "Speaking freely · A way forward …",
        "Wed 2 Mar · Speaking freely …",
    ]


def test_of_a_long_aim_the_first_lines_are_shown_and_that_there_is_more() -> None:
    layout = Layout([replace(AIM, words="a little at a time " * 60)], 80)
    shown = lines(layout)
    assert layout.blocks[0].text == 5
    assert shown[4].endswith("…")


@pytest.mark.parametrize("width", [20, 38, ROOM_FOR_BENDS, 76, 112, 200])
@given(st.lists(st.sampled_from([*WAY, *(replace(AIM, words=one) for one in HOSTILE)]), max_size=9))
def test_no_line_is_wider_than_the_window_and_words_stop_at_the_measure(
    width: int, marks: list[Spoken]
) -> None:
    for plain in (False, True):
        for airy in (False, True):
            layout = Layout(marks, width, airy=airy, plain=plain)
            assert layout.edge + layout.room <= max(width, layout.edge + 1)
            assert layout.room <= 72
            assert layout.height == sum(block.height for block in layout.blocks)
            assert layout.at(layout.height) is None
            for line in lines(layout, ("a" * 50, "漢字" * 30)):
                assert cell_len(line) <= layout.edge + layout.room
                assert "\x1b" not in line


def test_a_way_that_bends_has_a_line_for_it_even_in_a_low_window() -> None:
    layout = Layout(WAY, 80, airy=False)
    assert layout.form is Form.BENDS
    assert [block.height - block.text for block in layout.blocks] == [1, 1, 0, 0, 0]
