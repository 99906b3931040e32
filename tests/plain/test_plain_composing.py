"""Choosing the lines of the page line by line: the same powers as in the app."""

from __future__ import annotations

import pytest
from page_lines import NOT_YET, NOTES, QUIET, SISTER, rated, usual, waiting
from plain_room import Room, says
from support.builders import parked

from companion.domain.errors import StorageError
from companion.domain.page import Kind, Line, Mode, Section
from companion.plain.page import compose_page, lay

# The lines by their numbers, in the order of the page's parts.
ABOUT_SISTER, ABOUT_TABLE, ABOUT_QUIET, ABOUT_NOTES, NOT_TODAY = "1", "2", "3", "4", "5"
DONE = ""
DISCUSS, JUST_KNOW, PLEASE_ASK = "1", "2", "3"


def composed(at: Room, *said: str) -> str:
    """Type these lines into the composer, and end it."""
    desk = lay(at.opened)
    out = at(compose_page, desk, said=said)
    assert not at.ended
    return out


def lines_of(at: Room) -> tuple[Line, ...]:
    return at.opened.pages.desk().lines


def printed(at: Room) -> str:
    return at.opened.pages.render(at.opened.pages.desk().page)


def change(at: Room, number: str, what: str, *said: str) -> str:
    """Change a ticked line, by the words under which the change is offered."""
    offered = composed(at, number, DONE, DONE)
    label = says(f"plain_page.change.{what}")
    place = offered.index(f" {label}") - 2
    return composed(at, number, offered[place], *said, DONE)


def test_nothing_is_ticked_for_anyone_and_the_page_is_said_at_the_end() -> None:
    at = usual()
    out = composed(at, DONE)
    assert lines_of(at) == ()
    assert out.index(says("plain_page.how")) < out.index("1. My sister wants")
    assert "Nothing on the page this time" in out
    assert out.endswith(says("plain_page.as_printed"))


def test_with_nothing_to_choose_from_it_says_how_something_comes_here() -> None:
    at = waiting()
    assert composed(at) == says("plain.page.nothing")


def test_every_part_says_how_much_room_it_has() -> None:
    out = composed(usual(), DONE)
    for section, cap in ((Section.TALK, 60), (Section.QUESTIONS, 60), (Section.NOT_TODAY, 15)):
        assert f"{says(f'print.session.{section}')}: room for {cap} words." in out


def test_a_ticked_line_is_on_the_page_in_the_mode_that_was_chosen() -> None:
    at = usual()
    out = composed(at, ABOUT_SISTER, PLEASE_ASK, DONE)
    (line,) = lines_of(at)
    assert (line.answer_id, line.mode) == ("sister", Mode.PLEASE_ASK)
    assert f"1. On the page, please ask me: {SISTER}" in out
    assert SISTER in printed(at)


def test_after_every_change_the_words_are_counted_and_said() -> None:
    at = usual()
    out = composed(at, ABOUT_SISTER, "", ABOUT_TABLE, "", DONE)
    heading = says("print.session.talk")
    assert f"{heading}: 8 of 60 words. The whole page: 8 of 300 words." in out
    assert f"{heading}: 20 of 60 words. The whole page: 20 of 300 words." in out


def test_a_line_that_has_no_mode_is_asked_for_none() -> None:
    at = usual()
    out = composed(at, ABOUT_NOTES, DONE)
    assert f"4. On the page: {NOTES}" in out
    assert says("plain_page.mode") not in out


@pytest.mark.parametrize(("number", "words"), [(ABOUT_QUIET, QUIET), (NOT_TODAY, NOT_YET)])
@pytest.mark.parametrize("answer", ["", "no", "perhaps"])
def test_what_needs_a_second_yes_is_not_on_the_page_without_it(
    number: str, words: str, answer: str
) -> None:
    at = usual()
    out = composed(at, number, answer, DONE)
    assert says("plain_page.left_off") in out
    assert words not in printed(at)
    assert lines_of(at) == ()


def test_a_second_yes_puts_it_on_the_page() -> None:
    at = usual()
    out = composed(at, ABOUT_QUIET, "yes", "", DONE)
    assert says("plain.page.second_yes.about-us") in out
    assert QUIET in printed(at)


def test_a_line_comes_off_and_back_on_as_it_was() -> None:
    at = usual()
    composed(at, ABOUT_SISTER, PLEASE_ASK, ABOUT_SISTER, "1", ABOUT_SISTER, "", DONE)
    assert [line.mode for line in lines_of(at)] == [Mode.PLEASE_ASK]
    out = change(at, ABOUT_SISTER, "off")
    assert says("plain_page.taken_off") in out
    assert lines_of(at) == ()


def test_the_order_is_the_persons_up_and_down_and_first() -> None:
    at = waiting(*(parked(name, f"words of {name}") for name in "abc"))
    composed(at, "1", "", "2", "", "3", "", DONE)

    def order() -> str:
        return "".join(line.answer_id for line in lines_of(at))

    out = change(at, "1", "down")
    assert order() == "bac"
    said = out[out.index(says("plain_page.order")) :]
    assert said.index("words of b") < said.index("words of a") < said.index("words of c")
    # Whoever comes back finds the lines numbered in that order.
    change(at, "3", "up")
    assert order() == "bca"
    change(at, "3", "first")
    assert order() == "abc"


def test_a_number_stays_with_its_line_while_one_chooses() -> None:
    at = waiting(*(parked(name, f"words of {name}") for name in "abc"))
    out = composed(at, "1", "", "2", "", "3", "", "3", "3", "3", DONE, DONE)
    assert "3. On the page, to talk about: words of c" in out
    assert [line.answer_id for line in lines_of(at)] == ["c", "a", "b"]


def test_only_what_can_be_done_with_a_line_is_offered() -> None:
    at = usual()
    out = composed(at, ABOUT_NOTES, ABOUT_NOTES, DONE, DONE)
    for absent in ("first", "up", "down", "mode"):
        assert says(f"plain_page.change.{absent}") not in out
    at = usual()
    out = composed(at, ABOUT_QUIET, "yes", "", ABOUT_QUIET, DONE, DONE)
    assert says("plain_page.change.section") not in out
    assert says("plain_page.change.mode") in out


def test_a_line_moves_to_another_part_of_the_page() -> None:
    at = usual()
    composed(at, ABOUT_SISTER, "", DONE)
    out = change(at, ABOUT_SISTER, "section", "1")
    assert lines_of(at)[0].section is Section.ONE_THING
    assert f"{says('print.session.one-thing')}: 8 of 40 words." in out


def test_how_a_line_should_be_taken_can_be_changed() -> None:
    at = usual()
    composed(at, ABOUT_SISTER, PLEASE_ASK, DONE)
    change(at, ABOUT_SISTER, "mode", JUST_KNOW)
    assert lines_of(at)[0].mode is Mode.JUST_KNOW


def test_shortening_shows_the_words_as_they_were_and_counts_the_new_ones() -> None:
    at = usual()
    composed(at, ABOUT_SISTER, "", DONE)
    out = change(at, ABOUT_SISTER, "shorten", "The summer, and my sister")
    assert f"{says('plain_page.original')} {SISTER}" in out
    assert says("plain_page.line_words", words=8, cap=20) in out
    assert says("plain_page.line_words", words=5, cap=20) in out
    assert "in your shorter words: The summer, and my sister" in out
    assert "The summer, and my sister" in printed(at)
    assert SISTER not in printed(at)


def test_a_shortening_is_left_by_an_empty_line_and_taken_back_by_a_word() -> None:
    at = usual()
    composed(at, ABOUT_SISTER, "", DONE)
    change(at, ABOUT_SISTER, "shorten", "Shorter")
    out = change(at, ABOUT_SISTER, "shorten", "")
    assert f"{says('plain_page.shorter_now')} Shorter" in out
    assert lines_of(at)[0].wording == "Shorter"
    out = change(at, ABOUT_SISTER, "shorten", "/clear")
    assert says("plain_page.as_they_are") in out
    assert SISTER in printed(at)


@pytest.mark.parametrize("ticked", [False, True])
def test_where_a_line_is_from_is_said_here_and_never_on_the_page(ticked: bool) -> None:  # noqa: FBT001  a case
    at = usual()
    before = (ABOUT_TABLE, "") if ticked else ()
    out = composed(at, *before, "from 2", DONE)
    assert "From “Speaking freely”, Monday 2 March 2026: What doesn't fit?" in out
    assert "What doesn't fit?" not in printed(at)
    if ticked:
        assert "What doesn't fit?" in change(at, ABOUT_TABLE, "from")


def test_all_can_be_heard_again() -> None:
    out = composed(usual(), "list", DONE)
    assert out.count(SISTER) == 2


@pytest.mark.parametrize("answer", ["6", "00", "from", "from 9", "more", "9" * 5000, "sister", "²"])
def test_an_answer_that_makes_no_sense_is_asked_again_and_changes_nothing(answer: str) -> None:
    at = usual()
    assert says("plain_page.again", last=5) in composed(at, answer, DONE)
    assert lines_of(at) == ()


LONG = "word " * 24


def full() -> Room:
    at = waiting(parked("long", LONG), parked("short", "just this"))
    composed(at, "2", "", DONE)
    return at


def test_a_line_over_its_measure_is_told_as_soon_as_it_is_ticked() -> None:
    at = full()
    out = composed(at, "1", "", DONE, DONE)
    assert says("plain_page.over", where=says("print.session.talk"), over="4 words over") in out


def test_over_its_measure_it_asks_which_line_matters_less_and_leaves_it_out() -> None:
    at = full()
    out = composed(at, "1", "", DONE, "1", "2")
    assert out.count(says("plain_page.matters_less")) == 1
    assert [line.answer_id for line in lines_of(at)] == ["short"]


def test_what_matters_less_can_be_said_shorter_until_it_fits() -> None:
    at = full()
    out = composed(at, "1", "", DONE, "1", "1", "word " * 22, "1", "1", "fits now")
    assert out.count(says("plain_page.matters_less")) == 2
    assert "fits now" in printed(at)
    assert at.opened.pages.desk().page.words == 4


def test_a_page_that_holds_too_much_can_be_seen_as_it_is_and_nothing_is_cut() -> None:
    at = full()
    out = composed(at, "1", "", DONE, "")
    assert " ".join(LONG.split()) in " ".join(printed(at).split())
    assert out.count("4 words over") == 3  # when ticked, when asked, beside the page


def test_what_is_chosen_is_kept_although_the_lines_end() -> None:
    at = usual()
    at(compose_page, lay(at.opened), said=(ABOUT_SISTER,))
    assert at.ended
    assert [line.answer_id for line in lines_of(at)] == ["sister"]


def test_a_disk_that_refuses_is_told_and_what_was_kept_stays() -> None:
    at = usual()
    composed(at, ABOUT_SISTER, "", DONE)
    at.memory.writable = False
    with pytest.raises(StorageError):
        composed(at, ABOUT_TABLE, "", DONE)
    assert [line.answer_id for line in lines_of(at)] == ["sister"]


def test_the_page_for_a_new_therapist_has_its_own_headings_and_nothing_about_the_two() -> None:
    at = usual()
    desk = lay(at.opened, Kind.HANDOVER)
    out = at(compose_page, desk, said=("1", "", DONE))
    assert says("print.handover.talk") in out
    assert QUIET not in out
    assert "someone new" in out
    assert at.opened.pages.handover().page.sections
    assert lines_of(at) == ()


def test_the_drawer_and_dots_are_nowhere_among_the_lines() -> None:
    at = usual()
    at.opened.drawer.move("quiet", at.opened.drawer.item("quiet").next_rung(-1))
    rated(at, 1)
    out = composed(at, DONE)
    assert QUIET not in out
    assert "4. " in out
    assert "5. " not in out
