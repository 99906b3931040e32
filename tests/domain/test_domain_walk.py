"""A walk can go anywhere on its path, and whatever was said on the way is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from support.builders import a_path, a_reflection, a_walk, an_answer
from support.shelves import (
    ARRIVING,
    CLOSE,
    GATE,
    feelings,
    getting_ready,
    recall,
    text,
    trust,
)
from support.time import NOW
from walks import EVERYTHING, at, new_ids

from companion.domain.answer import MapPoint, Value
from companion.domain.page import Section
from companion.domain.path import Effect, Form, Option, Place, ReflectionPath, Step, StepKind
from companion.domain.saying import shown
from companion.domain.walk import Walk, resume


def ids(walk: Walk) -> list[str]:
    return [step.id for step in walk.steps]


def given_to(walk: Walk, step_id: str, value: Value | None) -> Walk:
    return at(walk, step_id).answered(value, new_ids())


# One example at a time


def test_a_walk_begins_at_the_first_step() -> None:
    walk = a_walk(trust())
    assert walk.step.id == "arrive"
    assert walk.at_start
    assert not walk.at_end
    assert walk.progress == (1, 5)


def test_going_forward_ends_at_the_last_step_and_back_at_the_first() -> None:
    walk = a_walk(a_path())
    assert walk.back() == at(walk, "first")
    last = walk.forward()
    assert last.step == CLOSE
    assert last.at_end
    assert last.progress == (2, 2)
    assert last.forward() == last


def test_a_gate_opens_only_after_a_low_rating() -> None:
    assert ids(a_walk(trust())) == ["arrive", "scene", "around", "open", "close"]
    assert ids(a_walk(trust(), {"arrive": 2})) == [
        "arrive",
        "gate",
        "scene",
        "around",
        "open",
        "close",
    ]


def test_a_low_rating_makes_the_way_no_longer() -> None:
    low = a_walk(trust(), {"arrive": 1})
    assert low.progress == (1, 5)
    gate = low.forward()
    assert (gate.step.id, gate.progress) == ("gate", (1, 5))
    assert (gate.forward().step.id, gate.forward().progress) == ("scene", (2, 5))


@pytest.mark.parametrize(
    ("choice", "steps"),
    [
        ("go-on", ["arrive", "gate", "scene", "around", "open", "close"]),
        ("short", ["arrive", "gate", "scene", "close"]),
        ("stop", ["arrive", "gate", "close"]),
    ],
)
def test_what_is_chosen_at_the_gate_decides_what_is_asked(choice: str, steps: list[str]) -> None:
    assert ids(a_walk(trust(), {"arrive": 1, "gate": (choice,)})) == steps


def test_a_step_with_nothing_to_show_is_passed_over_and_not_counted() -> None:
    bare = replace(a_walk(recall()), unseen=frozenset({"look"}))
    assert ids(bare) == ["remember", "close"]
    assert bare.progress == (1, 2)
    assert bare.forward().step == CLOSE
    assert bare.forward().back() == at(bare, "remember")
    told = given_to(bare, "remember", "a kite").forward()
    assert told.unseen == {"look"}
    assert ids(a_walk(recall())) == ["remember", "look", "close"]


def test_the_short_form_asks_only_its_own_steps() -> None:
    assert ids(a_walk(trust(), form=Form.SHORT)) == ["arrive", "scene", "close"]


def test_an_answer_behind_a_closed_gate_has_no_say() -> None:
    walk = a_walk(trust(), {"arrive": 8, "gate": ("stop",)})
    assert ids(walk) == ["arrive", "scene", "around", "open", "close"]


def test_an_option_of_a_step_that_is_no_choice_has_no_effect() -> None:
    words = Step("w", StepKind.WORDS, "?", options=(Option("stop", "", "", Effect.STOP),))
    assert ids(a_walk(a_path(words, text("b", "?")), {"w": ("stop",)})) == ["w", "b", "close"]


def test_nothing_is_lost_when_a_gate_closes_a_step() -> None:
    walk = a_walk(trust(), {"scene": "a long scene", "around": "a detour"})
    closed = given_to(given_to(walk, "arrive", 0), "gate", ("stop",))
    assert ids(closed) == ["arrive", "gate", "close"]
    kept = {answer.step_id: answer.shown for answer in closed.finish(NOW).answers}
    assert kept == {
        "arrive": "0",
        "gate": "Stop here",
        "scene": "a long scene",
        "around": "a detour",
    }


def test_a_step_that_closed_under_ones_feet_leads_back_to_the_first() -> None:
    walk = a_walk(trust(), {"arrive": 8}, at="gate")
    assert walk.step.id == "arrive"
    assert at(walk, "nowhere").step.id == "arrive"


def test_saying_nothing_takes_an_answer_back() -> None:
    walk = given_to(a_walk(trust()), "scene", "a door")
    assert walk.answer("scene") is not None
    for nothing in (None, "", " \n "):
        assert given_to(walk, "scene", nothing).answer("scene") is None


def test_letting_go_takes_an_answer_back() -> None:
    walk = a_walk(trust(), {"scene": "a door", "around": "a wall"}, at="scene").let_go()
    assert walk.values == {"around": "a wall"}
    assert walk.step.id == "scene"


def test_an_answer_keeps_its_id_and_its_place_when_it_changes() -> None:
    first = given_to(a_walk(trust()), "scene", "a door").placed(Place.PARKED)
    second = first.answered("a wide door", lambda: "another")
    said = second.answer("scene")
    assert said is not None
    assert (said.id, said.place, said.value) == ("answer-1", Place.PARKED, "a wide door")


def test_an_answer_goes_where_its_step_puts_it() -> None:
    walk = given_to(a_walk(EVERYTHING), "drawer", "not yet")
    (answer,) = walk.finish(NOW).answers
    assert answer.place is Place.UNSAID


def test_without_an_answer_there_is_nothing_to_place() -> None:
    walk = a_walk(trust(), at="scene")
    assert walk.placed(Place.PARKED) == walk


def test_a_rating_has_no_place_to_choose() -> None:
    walk = a_walk(trust(), {"arrive": 5})
    assert walk.placed(Place.PARKED) == walk


def test_a_rating_belongs_to_no_section() -> None:
    walk = a_walk(trust(), {"arrive": 5, "scene": "a door"})
    assert [answer.section for answer in walk.finish(NOW).answers] == [None, Section.TALK]


@pytest.mark.parametrize(
    ("path", "step_id", "value", "kept"),
    [
        (trust(), "scene", "a\x1b[1mb\r\n  c  \n", "a[1mb\n  c  "),
        (trust(), "scene", "\n\n  indented\n\nand on\n", "  indented\n\nand on"),
        (trust(), "arrive", 0, 0),
        (trust(), "arrive", 10, 10),
        (feelings(), "map", MapPoint(3, 4), MapPoint(3, 4)),
        (feelings(), "words", ("sad", " sad ", "", "own\x07 word"), ("sad", "own word")),
        (feelings(), "words", (), None),
        (feelings(), "words", (" ",), None),
        (trust(), "gate", ("short",), ("short",)),
        (trust(), "gate", (), None),
        (getting_ready(), "help-most", ("slower", "listen"), ("listen", "slower")),
    ],
)
def test_what_is_said_is_kept_clean_and_in_order(
    path: ReflectionPath, step_id: str, value: Value, kept: Value | None
) -> None:
    walk = given_to(a_walk(path, {"arrive": 1} if path.id == "trust" else None), step_id, value)
    assert walk.values.get(step_id) == kept


@pytest.mark.parametrize(
    ("path", "step_id", "value"),
    [
        (trust(), "arrive", 11),
        (trust(), "arrive", -1),
        (trust(), "arrive", "5"),
        (trust(), "scene", 5),
        (trust(), "scene", ("a",)),
        (trust(), "gate", "short"),
        (trust(), "gate", ("nowhere",)),
        (trust(), "gate", ("short", "stop")),
        (trust(), "close", ("look",)),
        (feelings(), "map", 5),
        (feelings(), "words", "sad"),
    ],
)
def test_what_is_no_answer_to_a_step_is_refused(
    path: ReflectionPath, step_id: str, value: Value
) -> None:
    walk = a_walk(path, {"arrive": 1} if path.id == "trust" else None)
    with pytest.raises(ValueError, match="no answer"):
        given_to(walk, step_id, value)


def test_a_step_that_asks_nothing_takes_no_answer_without_a_fuss() -> None:
    walk = a_walk(trust(), at="close")
    assert walk.answered(None, new_ids()) == walk


@pytest.mark.parametrize(
    ("step", "value", "words"),
    [
        (GATE, ("short", "go-on"), "A few questions only, Go on"),
        (GATE, ("gone",), "gone"),
        (feelings().steps[1], ("sad", "my own"), "sad, my own"),
        (feelings().steps[0], MapPoint(3, 9), "3, 9"),
        (ARRIVING, 7, "7"),
        (text("a", "?"), "as it is", "as it is"),
    ],
)
def test_what_was_said_as_words(step: Step, value: Value, words: str) -> None:
    assert shown(step, value) == words


def test_a_draft_knows_where_it_stopped_and_a_finished_one_does_not() -> None:
    walk = a_walk(trust(), {"scene": "a door"}, at="around")
    draft, done = walk.draft(), walk.finish(NOW + timedelta(minutes=4))
    assert (draft.at_step, draft.finished_at) == ("around", None)
    assert (done.at_step, done.finished_at) == ("", NOW + timedelta(minutes=4))
    assert replace(draft, at_step="", finished_at=done.finished_at) == done


# When the path has changed since


def test_an_answer_keeps_the_words_it_was_asked_in() -> None:
    old = a_path(text("a", "What is it?"), text("b", "And then?"))
    new = a_path(text("a", "What is it like?"), text("b", "And what then?"))
    draft = given_to(given_to(a_walk(old), "a", "a door"), "b", "a wall").draft()
    resumed = resume(draft, new)
    assert [one.prompt for one in resumed.finish(NOW).answers] == ["What is it?", "And then?"]
    confirmed = given_to(resumed, "a", "a door")
    assert confirmed.finish(NOW).answers[0].prompt == "What is it?"
    changed = given_to(resumed, "a", "a window")
    assert changed.finish(NOW).answers[0].prompt == "What is it like?"


def test_what_a_path_no_longer_asks_keeps_its_answer_as_it_was() -> None:
    chosen = {"kind": StepKind.CHOICE, "shown": "Mostly music"}
    answers = (
        an_answer("1", "a door", step_id="gone", place=Place.PARKED, section=Section.TALK),
        an_answer("2", "often", step_id="one-thing"),
        an_answer("3", 7, step_id="shifted", kind=StepKind.RATING),
        an_answer("4", ("music",), step_id="help-most", **chosen),
        an_answer("5", ("slower",), step_id="help-most", **(chosen | {"shown": "Slower"})),
        an_answer("6", "as words", step_id="help-most", kind=StepKind.CHOICE),
    )
    walk = resume(a_reflection("one", *answers), getting_ready())
    assert walk.earlier == (answers[0], answers[2], answers[3])
    assert set(walk.said) == {"one-thing", "help-most"}
    assert walk.finish(NOW).answers[-3:] == walk.earlier


def test_a_finished_reflection_is_resumed_at_its_beginning() -> None:
    done = a_walk(trust(), {"scene": "a door"}, at="open").finish(NOW)
    assert resume(done, trust()).step.id == "arrive"
