"""Every kind of step, asked line by line."""

from __future__ import annotations

import pytest
from plain_room import Room, real_room, room, says
from support.builders import a_path
from support.shelves import MAP_ENDS, text

from companion.domain.answer import MapPoint
from companion.domain.page import Section
from companion.domain.path import Joined, Option, Place, Step, StepKind, WordGroup
from companion.domain.vocabulary import OFFERED_FIRST
from companion.plain.reflect import walk_path

PLAN = Step("plan", StepKind.WHEN_THEN, "When, and what then?", joined=Joined("When", "I will"))
GROUPS = (
    WordGroup("warm", 8, 6, ("glad", "fond", "proud", "touched", "amused")),
    WordGroup("heavy", 2, 2, ("sad", "weary", "lonely", "hurt", "guilty")),
)
FEEL = a_path(
    Step("map", StepKind.MAP, "Where?", scales=MAP_ENDS),
    Step("words", StepKind.WORDS, "Which?", near="map", groups=GROUPS, outside=("mixed", "numb")),
)
OPTIONS = (Option("one", "The first"), Option("two", "The second"))


def walked(at: Room, *said: str) -> str:
    return at(walk_path, at.opened.reflecting.begin("small"), said=said)


def test_a_plan_is_asked_for_in_two_lines() -> None:
    at = room(a_path(PLAN))
    out = walked(at, "the kettle is on", "count three breaths", "", "")
    assert out.index("When:") < out.index("I will:")
    assert at.answer("plan").value == ("the kettle is on", "count three breaths")
    assert at.answer("plan").shown == "When the kettle is on, I will count three breaths"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (("the kettle is on", ""), ("the kettle is on", "")),
        (("", "sit down"), ("", "sit down")),
    ],
)
def test_half_a_plan_is_a_plan(said: tuple[str, ...], kept: tuple[str, str]) -> None:
    at = room(a_path(PLAN))
    walked(at, *said, "", "")
    assert at.answer("plan").value == kept


def test_a_plan_with_nothing_in_it_is_none() -> None:
    at = room(a_path(PLAN))
    walked(at, "", "", "")
    assert not at.memory.reflections


def test_half_a_plan_is_kept_when_the_input_ends() -> None:
    at = room(a_path(PLAN))
    walked(at, "the kettle is on")
    assert at.ended
    assert at.kept().is_draft
    assert at.answer("plan").value == ("the kettle is on", "")


def test_whoever_comes_back_to_a_plan_changes_one_half_of_it() -> None:
    at = room(a_path(PLAN, text("first", "What is it?")))
    walked(at, "the kettle is on", "sit down", "", "/back", "", "stand up", "", "", "")
    assert at.answer("plan").value == ("the kettle is on", "stand up")


def test_help_at_a_plan_asks_the_same_half_again() -> None:
    at = room(a_path(PLAN))
    out = walked(at, "/help", "the kettle is on", "/help", "sit down", "", "")
    assert out.count(says("plain.commands")) == 2
    assert at.answer("plan").value == ("the kettle is on", "sit down")


def test_the_words_nearest_to_the_point_are_offered_first() -> None:
    at = room(FEEL)
    out = walked(at, "2", "2", "sad, stone", "", "")
    offered = out.partition("Perhaps: ")[2].partition(".")[0].split(", ")
    assert offered[: OFFERED_FIRST // 2] == ["sad", "weary", "lonely", "hurt"]
    assert offered[OFFERED_FIRST:] == ["mixed", "numb"]
    assert at.answer("words").value == ("sad", "stone")


def test_more_says_every_word() -> None:
    at = room(FEEL)
    out = walked(at, "2", "2", "more", "guilty", "", "")
    assert out.count("amused") == 1
    assert at.answer("words").value == ("guilty",)


def test_a_word_of_ones_own_is_offered_the_next_time() -> None:
    at = room(FEEL)
    walked(at, "2", "2", "stone", "", "")
    out = walked(at, "2", "2", "more", "/stop")
    assert "stone" in out


def test_a_hidden_word_is_not_offered() -> None:
    at = room(FEEL)
    at.opened.vocabulary.hide("weary")
    out = walked(at, "2", "2", "more", "/stop")
    assert "weary" not in out
    assert "guilty" in out


def test_a_number_chooses_and_a_command_is_no_choice() -> None:
    choice = Step("pick", StepKind.CHOICE, "Which?", options=OPTIONS, section=None)
    at = room(a_path(text("first", "What is it?"), choice))
    walked(at, "", "/back", "Words", "", "", "2", "")
    assert at.answer("pick").shown == "The second"
    assert at.answer("first").value == "Words"


def test_the_closing_takes_commands_too() -> None:
    at = room(a_path())
    walked(at, "", "/back", "Words", "", "", "1")
    assert not at.ended
    assert at.answer("first").value == "Words"


@pytest.mark.parametrize("section", [None, Section.ABOUT_US])
def test_what_may_not_wait_for_the_session_is_not_parked(section: Section | None) -> None:
    at = room(a_path(text("first", "What is it?", section=section)))
    out = walked(at, "Words", "", "p", "u", "")
    assert says("plain.place.unparked.again") in out
    assert at.answer("first").place is Place.UNSAID


def test_what_may_wait_is_parked() -> None:
    at = room(a_path(text("first", "What is it?", section=Section.TALK)))
    walked(at, "Words", "", "p", "")
    assert at.answer("first").place is Place.PARKED


def test_clear_lets_go_of_what_was_said() -> None:
    at = room(a_path(text("first", "What is it?"), text("second", "And then?")))
    out = walked(at, "Not this", "", "", "/back", "/clear", "But this", "", "", "")
    assert says("plain.let_go") in out
    assert [a.value for a in at.kept().answers] == ["But this"]


def test_clear_lets_go_of_the_lines_just_written() -> None:
    at = room(a_path(text("first", "What is it?"), text("second", "And then?")))
    walked(at, "Not this", "nor this", "/clear", "But this", "", "", "")
    assert [a.value for a in at.kept().answers] == ["But this"]


def test_a_choice_moves_what_is_in_the_drawer_to_a_rung() -> None:
    at = real_room()
    bump = at.opened.reflecting.begin("bump")
    wanted = "CANARY I felt alone in it"
    at(
        walk_path,
        bump,
        said=("6", "", "", "", "", "", wanted, "", "", "", "5", "1", "6", "1"),
    )
    assert not at.ended
    (item,) = at.opened.drawer.items()
    assert (item.text, str(item.standing.rung)) == (wanted, "rehearse")


def test_a_point_on_the_map_is_two_numbers() -> None:
    at = room(FEEL)
    walked(at, "8", "3", "", "")
    assert at.answer("map").value == MapPoint(8, 3)


def test_words_typed_where_nothing_is_asked_are_not_lost_without_a_word() -> None:
    rest = Step("rest", StepKind.NOTE, "Look around you.")
    at = room(a_path(rest, text("then", "And then?")))
    out = walked(at, "I am afraid of what comes next", "", "It passed", "", "h")
    assert out.index(says("plain.no_question")) < out.index("And then?")
    assert at.answer("then").shown == "It passed"


def test_where_an_answer_goes_can_be_asked_about_left_and_gone_back_from() -> None:
    at = room(a_path(text("first", "What is it?")))
    out = walked(at, "Wrods", "", "/help", "/back", "Words", "", "u", "")
    assert says("plain.place.commands") in out
    assert says("plain.said_before", answer="Wrods") in out
    assert (at.answer("first").value, at.answer("first").place) == ("Words", Place.UNSAID)


def test_where_an_answer_goes_is_no_dead_end_for_whoever_stops() -> None:
    at = room(a_path(text("first", "What is it?"), text("second", "And then?")))
    out = walked(at, "Words", "", "/stop")
    assert says("plain.stopped") in out
    assert "And then?" not in out
    assert not at.ended
    (draft,) = at.memory.reflections.values()
    assert (draft.answers[0].value, draft.answers[0].place) == ("Words", Place.HERE)


def test_what_is_let_go_where_it_would_go_is_not_kept() -> None:
    at = room(a_path(text("first", "What is it?")))
    walked(at, "Words", "", "/clear", "")
    assert not at.memory.reflections
