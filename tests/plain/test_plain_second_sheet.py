"""The second sheet line by line: off by default, quotes in the order they were ticked, dots."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from page_lines import SISTER, TABLE, rated, waiting
from plain_room import Room, says
from support.builders import an_answer, parked

from companion.domain.path import Place
from companion.plain.page import lay
from companion.plain.second_sheet import AT_ONCE, choose_second

if TYPE_CHECKING:
    from companion.domain.second_sheet import SecondSheet

DONE = ""


@pytest.fixture
def at() -> Room:
    """Dots of two days on one scale; two answers, of which the later is listed first."""
    at = waiting(parked("table", TABLE), parked("sister", f"{SISTER}.\nShe wrote twice."))
    rated(at, 1)
    rated(at, 2, 7)
    return at


DOTS, LATER, EARLIER = "1", "2", "3"


def chosen(at: Room, *said: str) -> str:
    """Type these lines into the second sheet, and end it."""
    out = at(lambda face, opened: choose_second(face, opened.pages, lay(opened)), said=said)
    assert not at.ended
    return out


def sheet(at: Room) -> SecondSheet | None:
    return at.opened.pages.desk().page.second


def test_it_is_off_unless_something_is_ticked(at: Room) -> None:
    out = chosen(at, DONE)
    assert sheet(at) is None
    assert out.endswith(says("plain_page.second.nothing"))


def test_with_nothing_to_quote_or_draw_it_says_so_and_asks_nothing() -> None:
    assert chosen(waiting()) == says("second.empty")


def test_a_quote_is_printed_as_it_was_written_line_ends_and_all(at: Room) -> None:
    out = chosen(at, LATER, DONE)
    found = sheet(at)
    assert found is not None
    assert found.quotes == (f"{SISTER}.\nShe wrote twice.",)
    assert "2. On the second sheet, quote 1: My sister" in out
    assert "11 of 200 words quoted" in out
    assert out.endswith(says("plain_page.second.done"))


def test_quotes_stand_in_the_order_they_were_ticked_and_can_change_places(at: Room) -> None:
    chosen(at, EARLIER, LATER, DONE)
    found = sheet(at)
    assert found is not None
    assert found.quotes[0] == TABLE
    out = chosen(at, "up 2", DONE)
    assert says("plain_page.second.order") in out
    found = sheet(at)
    assert found is not None
    assert found.quotes[1] == TABLE
    chosen(at, "down 2", DONE)
    assert sheet(at) != found


@pytest.mark.parametrize("answer", ["up 3", "down 2", "up 1", "down 1"])
def test_what_has_no_other_place_stays(at: Room, answer: str) -> None:
    chosen(at, EARLIER, LATER, DOTS, DONE)
    before = sheet(at)
    assert says("plain_page.second.stays") in chosen(at, answer, DONE)
    assert sheet(at) == before


def test_dots_are_ticked_by_scale_and_come_off_again(at: Room) -> None:
    out = chosen(at, DOTS, DONE)
    found = sheet(at)
    assert found is not None
    assert [chart.measure_id for chart in found.charts] == ["openness"]
    assert f"{says('print.scale.openness.title')} (2 dots)" in out
    assert says("plain_page.second.taken_off") in chosen(at, DOTS, DONE)
    assert sheet(at) is None


def test_a_whole_quote_and_where_it_is_from_can_be_heard_and_is_not_printed(at: Room) -> None:
    out = chosen(at, "from 2", "from 1", LATER, DONE)
    assert "She wrote twice. From “Speaking freely”, Monday 2 March 2026" in out
    assert says("second.dots_from") in out
    page = at.opened.pages.render(at.opened.pages.desk().page)
    assert "Speaking freely" not in page
    assert "She wrote twice." in page


def test_what_is_in_the_drawer_can_not_be_quoted() -> None:
    at = waiting(an_answer("hidden", "canary", place=Place.UNSAID))
    assert "canary" not in chosen(at)


def test_a_long_list_is_said_some_at_a_time() -> None:
    at = waiting(*(parked(f"a{number}", f"words {number}.") for number in range(AT_ONCE + 3)))
    out = chosen(at, "more", "more", "list", DONE)
    assert out.count("words 12.") == 2  # the latest: first, and first again
    assert out.count("words 0.") == 1
    assert out.index("words 3.") < out.index("words 2.")
    assert says("plain_page.second.no_more") in out
    assert says("plain_page.second.which_more") in out
    assert says("plain_page.second.which") in out


def test_a_line_can_be_ticked_before_it_was_said() -> None:
    at = waiting(*(parked(f"a{number}", f"words {number}.") for number in range(AT_ONCE + 3)))
    chosen(at, str(AT_ONCE + 3), DONE)
    found = sheet(at)
    assert found is not None
    assert found.quotes == ("words 0.",)


@pytest.mark.parametrize("answer", ["4", "0", "from", "up", "from 9", "x"])
def test_an_answer_that_makes_no_sense_is_asked_again(at: Room, answer: str) -> None:
    assert says("plain_page.second.again", last=3) in chosen(at, answer, DONE)
    assert sheet(at) is None


def test_much_to_read_is_told_and_nothing_is_cut() -> None:
    at = waiting(parked("long", "word " * 210))
    assert says("second.total_over", words=210, cap=200) in chosen(at, "1", DONE)
    found = sheet(at)
    assert found is not None
    assert found.words == 210


def test_what_was_ticked_is_kept_although_the_lines_end(at: Room) -> None:
    at(lambda face, opened: choose_second(face, opened.pages, lay(opened)), said=(LATER,))
    assert at.ended
    assert sheet(at) is not None
