"""A list as long as a life: only what is in sight is read and drawn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journal_room import HOSTILE, Shelf, a_list, lines, still
from rich.cells import cell_len

from companion.domain.errors import StorageError
from companion.ui.widgets.list_row import Columns, Row, parts_of
from companion.ui.widgets.virtual_list import CHUNK, VirtualList

TEN_THOUSAND = 10_000


async def test_of_ten_thousand_rows_only_those_in_sight_are_read() -> None:
    shelf = Shelf(TEN_THOUSAND)
    async with a_list(shelf) as (pilot, rows, _):
        assert "words 0 end" in lines(pilot)[0]
        assert "words 23 end" in lines(pilot)[23]
        assert shelf.asked == [(0, CHUNK)]
        assert rows.virtual_size.height == TEN_THOUSAND


async def test_the_end_is_one_key_away_and_nothing_between_is_read() -> None:
    shelf = Shelf(TEN_THOUSAND)
    async with a_list(shelf) as (pilot, rows, _):
        await pilot.press("end")
        await still(pilot)
        assert rows.cursor == TEN_THOUSAND - 1
        assert "words 9999 end" in lines(pilot)[23]
        assert len(shelf.asked) <= 3
        await pilot.press("home")
        await still(pilot)
        assert "words 0 end" in lines(pilot)[0]


async def test_walking_through_all_of_it_holds_on_to_a_few_rows_only() -> None:
    shelf = Shelf(TEN_THOUSAND)
    async with a_list(shelf) as (pilot, rows, _):
        for _ in range(60):
            await pilot.press("pagedown")
            await still(pilot)
        assert rows.cursor == 60 * 24
        assert f"words {rows.cursor} end" in "".join(lines(pilot))
        assert len(rows._chunks) <= 7


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        (["down", "j"], 2),
        (["down", "down", "up"], 1),
        (["j", "j", "k"], 1),
        (["up"], 0),
        (["pagedown"], 24),
        (["pagedown", "pageup"], 0),
        (["end", "down"], 99),
        (["G", "k"], 98),
        (["end", "g"], 0),
    ],
)
async def test_keys_move_the_cursor_and_stop_at_both_ends(keys: list[str], at: int) -> None:
    async with a_list(Shelf(100)) as (pilot, rows, app):
        await pilot.press(*keys)
        await still(pilot)
        assert rows.cursor == at
        await pilot.press("enter")
        await still(pilot)
        assert app.chosen == [str(at)]


async def test_a_click_chooses_the_row_under_the_mouse_also_far_down() -> None:
    async with a_list(Shelf(1_000)) as (pilot, rows, app):
        await pilot.click(VirtualList, offset=(5, 3))
        rows.scroll_to(y=500, animate=False)
        await still(pilot)
        await pilot.click(VirtualList, offset=(5, 3))
        await still(pilot)
        assert app.chosen == ["3", "503"]
        assert rows.cursor == 503


async def test_a_click_below_the_last_row_chooses_nothing() -> None:
    async with a_list(Shelf(2)) as (pilot, _, app):
        await pilot.click(VirtualList, offset=(5, 9))
        await still(pilot)
        assert app.chosen == []


async def test_an_empty_list_reads_nothing_and_chooses_nothing() -> None:
    shelf = Shelf(0)
    async with a_list(shelf) as (pilot, _, app):
        await pilot.press("enter", "down", "end", "pagedown", "up")
        await still(pilot)
        assert (shelf.asked, app.chosen) == ([], [])


async def test_rows_that_could_not_be_read_are_told_once_and_read_when_one_moves() -> None:
    shelf = Shelf(1_000)
    shelf.failure = StorageError()
    async with a_list(shelf) as (pilot, rows, app):
        assert len(app.failed) == 1
        await pilot.press("enter")
        assert app.chosen == []
        shelf.failure = None
        await pilot.press("down")
        await still(pilot)
        assert rows.cursor == 1
        assert "words 0 end" in lines(pilot)[0]
        assert len(app.failed) == 1


async def test_filled_anew_it_shows_the_new_rows_and_begins_at_the_top() -> None:
    async with a_list(Shelf(1_000)) as (pilot, rows, _):
        await pilot.press("end")
        await still(pilot)
        other = [Row(f"other-{n}", "a", "b", f"other {n}") for n in range(3)]
        rows.fill(3, Shelf(3, other))
        await still(pilot)
        assert rows.cursor == 0
        assert "other 0" in lines(pilot)[0]
        assert "words" not in "".join(lines(pilot))


async def test_filled_anew_with_fewer_rows_the_cursor_stays_within_them() -> None:
    async with a_list(Shelf(1_000)) as (pilot, rows, _):
        await pilot.press("end")
        await still(pilot)
        rows.fill(990, Shelf(990), keep_place=True)
        await still(pilot)
        assert rows.cursor == 989
        assert "words 989 end" in lines(pilot)[23]


async def test_a_smaller_window_keeps_the_cursor_in_sight() -> None:
    async with a_list(Shelf(1_000)) as (pilot, rows, _):
        await pilot.press(*["down"] * 22)
        for size in ((40, 12), (200, 50), (20, 5), (80, 24)):
            await pilot.resize_terminal(*size)
            await still(pilot)
            assert f"words {rows.cursor} end" in "".join(lines(pilot))


async def test_in_a_narrow_window_the_words_have_a_line_of_their_own() -> None:
    async with a_list(Shelf(9), size=(40, 12)) as (pilot, rows, app):
        assert "Mon 2 Mar  Speaking freely" in lines(pilot)[0]
        assert lines(pilot)[1].startswith("  words 0 end")
        await pilot.click(VirtualList, offset=(5, 3))
        await still(pilot)
        assert app.chosen == ["1"]
        await pilot.press("end")
        await still(pilot)
        assert rows.cursor == 8
        assert "words 8 end" in lines(pilot)[11]


async def test_columns_stand_below_one_another_also_with_wide_letters() -> None:
    made = [
        Row("1", "Mon 2 Mar", "道すがら", "aaa"),
        Row("2", "Mon 2 Mar", "Speaking freely", "aaa"),
        Row("3", "Mon 2 Mar 2025", "e\u0301te\u0301", "aaa"),
    ]
    async with a_list(Shelf(3, made)) as (pilot, _, _):
        starts = {cell_len(line[: line.index("aaa")]) for line in lines(pilot)[:3]}
    assert len(starts) == 1


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (13, 6)])
async def test_no_text_is_read_as_markup_or_breaks_its_line(size: tuple[int, int]) -> None:
    made = [Row(str(n), text[:9], text, text, text) for n, text in enumerate(HOSTILE)]
    async with a_list(Shelf(len(made), made), size=size) as (pilot, _, app):
        for _ in made:
            await pilot.press("down")
            await still(pilot)
            shown = lines(pilot)
            assert {cell_len(line) for line in shown} == {size[0]}
            assert not set("\x1b\x9b\u202e\n\r\t") & set("".join(shown))
        assert app.is_running


async def test_markup_is_shown_letter_by_letter() -> None:
    made = [Row("1", "", "", "I feel [sad] today [/]")]
    async with a_list(Shelf(1, made)) as (pilot, _, _):
        assert "I feel [sad] today [/]" in lines(pilot)[0]


async def test_without_colour_the_cursor_can_still_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with a_list(Shelf(9)) as (pilot, rows, app):
        assert app.no_color
        await pilot.press("down")
        await still(pilot)
        at, other = (rows.render_line(y)._segments[-1].style for y in (1, 0))
        assert at is not None
        assert other is not None
        assert at.reverse
        assert not other.reverse


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(TEXT, TEXT, TEXT, TEXT, st.integers(0, 120))
def test_a_row_never_takes_more_room_than_there_is(
    aside: str, title: str, words: str, mark: str, width: int
) -> None:
    row = Row("id", aside, title, words, mark)
    for line in parts_of(row, Columns().holding([row]), width):
        assert cell_len("".join(text for text, _ in line)) <= width
        assert "\n" not in "".join(text for text, _ in line)
