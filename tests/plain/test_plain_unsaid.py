"""The Unsaid drawer line by line: up and down its ladder, nothing forced, nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.lines import Lines

from companion.domain.errors import (
    AmbiguousReflectionError,
    InputEndedError,
    UnknownUnsaidError,
)
from companion.domain.ladder import Became, Rung, Size
from companion.domain.page import Line, Section
from companion.plain.lines import by_prefix
from companion.plain.unsaid import find_item, look_into

if TYPE_CHECKING:
    from pathlib import Path

    from companion.domain.ladder import Unsaid

WORDS = "I never said that the silence was too long"

# What is offered for one thing that stands on *keep*, where there is no way down.
UP, NAMED, REHEARSE, BRINGS, SAID = "1", "2", "3", "4", "5"


@pytest.fixture
def lines(tmp_path: Path) -> Lines:
    return Lines(tmp_path)


def now(lines: Lines, item: Unsaid) -> Unsaid:
    return lines.opened.drawer.item(item.answer_id)


def test_an_empty_drawer_says_how_something_comes_into_it(lines: Lines) -> None:
    assert "Nothing is in the drawer" in lines(look_into, "x", "")
    assert lines.asked.count("w writes a line into it") == 2


def test_a_line_is_written_into_the_drawer(lines: Lines) -> None:
    lines(look_into, "w", "I counted the stripes", "", "", "")
    (item,) = lines.opened.drawer.items()
    assert item.text == "I counted the stripes"


def test_a_line_that_is_let_go_is_not_in_the_drawer(lines: Lines) -> None:
    lines(look_into, "w", "I counted the stripes", "", "x", "")
    assert lines.opened.drawer.items() == []


def test_the_entry_it_is_from_is_read_and_may_be_removed(lines: Lines) -> None:
    lines.unsaid("I counted the stripes")
    lines(look_into, "1", "6", "", "", "")
    assert lines.opened.drawer.items()
    out = lines(look_into, "1", "6", "6", "yes", "no", "")
    assert "It is gone" in out
    assert lines.opened.drawer.items() == []


def test_things_stand_under_their_rungs_the_lowest_first_with_a_number_each(lines: Lines) -> None:
    said, kept = lines.unsaid("one that was said"), lines.unsaid("one that is kept")
    lines.unsaid("another that is kept")
    lines.opened.drawer.move(said.answer_id, Rung.SAID)
    out = lines(look_into, "")
    places = [
        out.index(words)
        for words in ("keep: it stays", "1. ", "2. ", "said: you said it", "3. ", "one that was")
    ]
    assert places == sorted(places)
    assert out.index("one that is kept") < out.index("said: you said it")
    assert now(lines, kept).standing.rung is Rung.KEEP


def test_one_thing_shows_its_question_its_day_its_words_and_its_rung(lines: Lines) -> None:
    lines.walked("bump", "want-known", WORDS)
    out = lines(look_into, "1", "", "")
    for words in (
        "A bump in the road, Monday 2 March 2026",
        "What would you want them to know?",
        WORDS,
        "It stands on keep",
    ):
        assert words in out


def test_empty_lines_leave_everything_as_it_is(lines: Lines) -> None:
    item = lines.unsaid(WORDS)
    for choice in (NAMED, REHEARSE, BRINGS):
        lines(look_into, "1", choice, "", "", "")
        assert now(lines, item) == item
    lines(look_into, "1", REHEARSE, "1", "", "", "")
    assert now(lines, item) == item


def test_up_and_down_go_rung_by_rung(lines: Lines) -> None:
    item = lines.unsaid(WORDS)
    out = lines(look_into, "1", UP, "", "")
    assert "It stands on maybe now" in out
    assert now(lines, item).standing.rung is Rung.MAYBE
    lines(look_into, "1", "2", "", "")
    assert now(lines, item).standing.rung is Rung.KEEP


def test_there_is_no_way_up_from_the_top_nor_down_from_the_bottom(lines: Lines) -> None:
    item = lines.unsaid(WORDS)
    out = lines(look_into, "1", "", "")
    assert "Up, to maybe" in out
    assert "Down, to" not in out
    lines.opened.drawer.move(item.answer_id, Rung.SAID)
    out = lines(look_into, "1", "", "")
    assert "Up, to" not in out
    assert "Down, to bring" in out


def test_a_rung_is_reached_by_its_name_and_a_name_that_is_none_is_asked_again(
    lines: Lines,
) -> None:
    item = lines.unsaid(WORDS)
    lines(look_into, "1", NAMED, "loud", "Rehearse", "", "")
    assert "One of these: keep, maybe, rehearse, bring, said." in lines.asked
    assert now(lines, item).standing.rung is Rung.REHEARSE


def test_on_bring_it_may_be_ticked_and_nothing_is(lines: Lines) -> None:
    item = lines.unsaid(WORDS)
    lines.opened.appointments.add(lines.clock.now())
    out = lines(look_into, "1", NAMED, "bring", "", "")
    assert "with a second yes. Nothing is ticked" in out
    assert out.count(WORDS) >= 2
    desk = lines.opened.pages.desk(None)
    assert [one.answer_id for one in desk.candidates] == [item.answer_id]
    assert desk.lines == ()
    assert desk.page.sections == ()


def test_going_down_from_bring_takes_it_from_the_page_and_says_so(lines: Lines) -> None:
    item = lines.unsaid(WORDS)
    lines.opened.appointments.add(lines.clock.now())
    lines.opened.drawer.move(item.answer_id, Rung.BRING)
    pages = lines.opened.pages
    pages.keep(pages.desk(None), [Line(item.answer_id, Section.ABOUT_US, agreed=True)])
    assert WORDS in pages.render(pages.desk(None).page)
    out = lines(look_into, "1", "3", "maybe", "", "")
    assert "is on no page" in out
    assert WORDS not in pages.render(pages.desk(None).page)


def test_other_words_for_what_is_on_bring_are_told_to_be_on_no_page(lines: Lines) -> None:
    item = lines.unsaid(WORDS)
    drawer = lines.opened.drawer
    drawer.rehearse(item.answer_id, Size.SENTENCE, "It was too long")
    drawer.move(item.answer_id, Rung.BRING)
    # 5 is the choice of words, with ways up and down before it; 2 is the one sentence.
    out = lines(look_into, "1", "5", "2", "", "")
    assert "It is on no page now" in out
    assert now(lines, item).words_to_bring == "It was too long"


def test_what_can_never_be_brought_says_so_and_has_every_other_rung(lines: Lines) -> None:
    answer_id = lines.walked("fit", "look-for", WORDS)
    item = lines.opened.drawer.item(answer_id)
    assert Rung.BRING not in item.rungs
    out = lines(look_into, "1", NAMED, "bring", "", "")
    assert "It can't be brought" in out
    assert "Choose which words would be brought" not in out
    assert "keep, maybe, rehearse, said." in lines.asked
    assert now(lines, item).standing.rung is Rung.KEEP


@pytest.mark.parametrize(
    ("size", "typed", "kept"),
    [
        ("1", ["all of it", "and more", ""], "all of it\nand more"),
        ("2", ["one", "two", "three", ""], "one\ntwo\nthree"),
        ("3", ["in a sentence"], "in a sentence"),
    ],
)
def test_it_is_rehearsed_in_three_sizes_with_beginnings_offered(
    lines: Lines, size: str, typed: list[str], kept: str
) -> None:
    item = lines.unsaid(WORDS)
    out = lines(look_into, "1", REHEARSE, size, *typed, "", "")
    assert "Could you ask me about" in out
    assert now(lines, item).standing.rehearsal.of(tuple(Size)[int(size) - 1]) == kept
    assert now(lines, item).text == WORDS


def test_tried_words_are_shown_kept_by_an_empty_line_and_taken_away_by_a_dash(
    lines: Lines,
) -> None:
    item = lines.unsaid(WORDS)
    lines.opened.drawer.rehearse(item.answer_id, Size.LINES, "before\nthis")
    out = lines(look_into, "1", REHEARSE, "2", "", "", "")
    assert "So far you have: before this" in out
    assert now(lines, item).standing.rehearsal.lines == "before\nthis"
    lines(look_into, "1", REHEARSE, "2", "-", "", "", "")
    assert now(lines, item).standing.rehearsal.lines == ""


def test_input_that_ends_while_rehearsing_keeps_the_old_words_and_the_new(lines: Lines) -> None:
    item = lines.unsaid(WORDS)
    lines.opened.drawer.rehearse(item.answer_id, Size.ALL, "the old")
    with pytest.raises(InputEndedError):
        lines(look_into, "1", REHEARSE, "1", "the new")
    assert now(lines, item).standing.rehearsal.all == "the old\nthe new"


def test_the_words_to_bring_are_chosen_among_those_there_are(lines: Lines) -> None:
    item = lines.unsaid(WORDS)
    lines.opened.drawer.rehearse(item.answer_id, Size.SENTENCE, "It was too long")
    out = lines(look_into, "1", BRINGS, "2", "", "")
    assert "Three lines:" not in out
    assert now(lines, item).words_to_bring == "It was too long"
    lines(look_into, "1", BRINGS, "1", "", "")
    assert now(lines, item).words_to_bring == WORDS


def test_what_came_of_it_is_kept_and_listed_with_what_got_through(lines: Lines) -> None:
    item = lines.unsaid(WORDS)
    lines(look_into, "1", SAID, "2", "We laughed", "", "", "")
    standing = now(lines, item).standing
    assert (standing.rung, standing.became, standing.after) == (
        Rung.SAID,
        Became.PARTLY,
        "We laughed",
    )
    out = lines(look_into, "r", "")
    assert "What was said, and got through" in out
    assert out.count("We laughed") == 1


def test_what_is_not_good_yet_is_on_said_and_not_among_the_repairs(lines: Lines) -> None:
    item = lines.unsaid(WORDS)
    lines(look_into, "1", SAID, "3", "", "", "")
    assert now(lines, item).standing.became is Became.NOT_YET
    lines(look_into, "r", "")
    assert "r to read" not in lines.asked


def test_input_that_ends_after_it_was_said_keeps_what_was_answered(lines: Lines) -> None:
    item = lines.unsaid(WORDS)
    with pytest.raises(InputEndedError):
        lines(look_into, "1", SAID, "1", "It was")
    standing = now(lines, item).standing
    assert (standing.became, standing.after) == (Became.THROUGH, "It was")


def test_a_thing_is_found_by_the_beginning_of_its_id(lines: Lines) -> None:
    item = lines.unsaid(WORDS)
    assert find_item(lines.opened, item.answer_id[:6]) == item
    for beginning in ("", "zz"):
        with pytest.raises(UnknownUnsaidError):
            find_item(lines.opened, beginning)


def test_a_beginning_of_two_ids_is_too_short_unless_it_is_one_of_them() -> None:
    assert by_prefix(["ab", "abc"], "ab") == "ab"
    with pytest.raises(AmbiguousReflectionError):
        by_prefix(["abx", "abc"], "ab")


def test_what_came_of_it_is_shown_again_and_kept_by_an_empty_line(lines: Lines) -> None:
    item = lines.unsaid(WORDS)
    lines.opened.drawer.happened(item.answer_id, Became.PARTLY, "We laughed")
    # With no way up from the top: down, by name, rehearse, which words, and what came of it.
    out = lines(look_into, "1", "5", "", "", "", "")
    assert "So far you wrote: We laughed" in out
    assert now(lines, item).standing.after == "We laughed"
    assert now(lines, item).standing.became is Became.PARTLY


def test_a_gap_that_is_still_open_is_told_of_and_kept(lines: Lines) -> None:
    item = lines.unsaid(WORDS)
    out = lines(look_into, "1", REHEARSE, "3", "Could you ask me about ___?", "", "")
    assert "A blank is still open in it." in out
    assert now(lines, item).standing.rehearsal.sentence == "Could you ask me about ___?"
    out = lines(look_into, "1", REHEARSE, "3", "Could you ask me about it?", "", "")
    assert "A blank is still open" not in out
