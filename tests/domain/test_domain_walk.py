"""A walk can go anywhere on its path, and whatever was said on the way is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_path, a_reflection, a_walk, an_answer
from support.shelves import (
    ARRIVING,
    CLOSE,
    FULL_ONLY,
    GATE,
    feelings,
    getting_ready,
    recall,
    text,
    trust,
)
from support.time import NOW

from companion.domain.answer import MapPoint, Value
from companion.domain.conditions import Condition
from companion.domain.conditions import Test as Rule
from companion.domain.page import Section
from companion.domain.path import Effect, Form, Option, Place, ReflectionPath, Step, StepKind
from companion.domain.saying import shown
from companion.domain.walk import Walk, resume

if TYPE_CHECKING:
    from collections.abc import Callable

LOW = Condition((Rule("arrive", at_most=4),))
EVERYTHING = a_path(
    ARRIVING,
    GATE,
    Step("low", StepKind.NOTE, "That is a lot.", asked_if=LOW),
    text("scene", "What happened?"),
    text("deep", "What lies below?", forms=FULL_ONLY, asked_if=replace(LOW, negated=True)),
    Step("map", StepKind.MAP, "Where are you?"),
    Step("words", StepKind.WORDS, "Which word?", place=Place.PARKED),
    Step(
        "racing",
        StepKind.CHOICE,
        "What helps?",
        asked_if=Condition((Rule("map", energy_at_least=9), Rule("gate", chosen="go-on"))),
        options=(
            Option("walk", "A walk"),
            Option("tea", "Tea"),
            Option("end", "", "", Effect.STOP),
        ),
        several=True,
    ),
    text("drawer", "What was not said?", place=Place.UNSAID, section=None),
    path_id="everything",
)


def new_ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"answer-{next(numbers)}"


def ids(walk: Walk) -> list[str]:
    return [step.id for step in walk.steps]


def at(walk: Walk, step_id: str) -> Walk:
    return replace(walk, at=step_id)


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


# Whatever somebody does

MOVES = ("answer", "nothing", "forward", "back", "place", "let go")


@st.composite
def doings(draw: st.DrawFn) -> tuple[str, Any]:
    """Something done at a step; what is said or chosen depends on the step."""
    what = draw(st.sampled_from(MOVES))
    return what, draw(st.sampled_from(Place)) if what == "place" else draw(st.integers(0, 99))


def value_for(step: Step, number: int) -> Value | None:
    """Some answer to a step; none where it asks nothing."""
    match step.kind:
        case StepKind.TEXT:
            return f"words {number}"
        case StepKind.RATING:
            return number % 11
        case StepKind.MAP:
            return MapPoint(number % 11, number // 10)
        case StepKind.WORDS:
            return (f"word {number}", "numb")
        case StepKind.CHOICE:
            return (step.options[number % len(step.options)].id,)
    return None


def done(walk: Walk, doing: tuple[str, Any], new_id: Callable[[], str]) -> Walk:
    match doing:
        case "answer", number:
            return walk.answered(value_for(walk.step, number), new_id)
        case "nothing", _:
            return walk.answered(None, new_id)
        case "forward", _:
            return walk.forward()
        case "back", _:
            return walk.back()
        case "place", place:
            return walk.placed(place)
    return walk.let_go()


walks = st.sampled_from([EVERYTHING, trust(), feelings(), getting_ready()])


@given(walks, st.lists(doings(), max_size=40), st.sampled_from(Form))
def test_whatever_is_done_what_was_said_is_kept_exactly(
    path: ReflectionPath, deeds: list[tuple[str, Any]], form: Form
) -> None:
    walk, new_id = a_walk(path, form=form), new_ids()
    said: dict[str, tuple[Value, Place]] = {}
    for doing in deeds:
        step, before = walk.step, walk
        walk = done(walk, doing, new_id)
        match doing:
            case "answer", number if step.asks:
                place = said[step.id][1] if step.id in said else step.place
                value = value_for(step, number)
                assert value is not None
                said[step.id] = value, place
            case (("nothing" | "let go"), _):
                said.pop(step.id, None)
            case "place", place if step.id in said and step.placeable:
                said[step.id] = said[step.id][0], place
        assert before.step == step
    kept = {a.step_id: (a.value, a.place) for a in walk.finish(NOW).answers}
    assert kept == said
    order = [step.id for step in path.steps]
    assert list(kept) == sorted(kept, key=order.index)


@given(walks, st.lists(doings(), max_size=40), st.sampled_from(Form))
def test_whatever_is_done_one_stands_on_a_step_of_the_walk(
    path: ReflectionPath, deeds: list[tuple[str, Any]], form: Form
) -> None:
    walk, new_id = a_walk(path, form=form), new_ids()
    for doing in deeds:
        walk = done(walk, doing, new_id)
        steps = walk.steps
        assert walk.step in steps
        assert steps[-1] == CLOSE
        number, of = walk.progress
        assert 1 <= number <= of == len(steps)
        assert steps[number - 1] == walk.step
        assert (walk.at_start, walk.at_end) == (number == 1, number == of)
        assert len({step.id for step in steps}) == of


@given(walks, st.lists(doings(), max_size=20))
def test_going_forward_and_back_leads_to_the_same_step(
    path: ReflectionPath, deeds: list[tuple[str, Any]]
) -> None:
    walk, new_id = a_walk(path), new_ids()
    for doing in deeds:
        walk = done(walk, doing, new_id)
        if not walk.at_end:
            assert walk.forward().back().step == walk.step
        if not walk.at_start:
            assert walk.back().forward().step == walk.step


@given(walks, st.lists(doings(), max_size=20), st.sampled_from(Form))
def test_a_draft_is_gone_on_with_where_it_was(
    path: ReflectionPath, deeds: list[tuple[str, Any]], form: Form
) -> None:
    walk, new_id = a_walk(path, form=form), new_ids()
    for doing in deeds:
        walk = done(walk, doing, new_id)
    draft = walk.draft()
    resumed = resume(draft, path)
    assert resumed == at(walk, walk.step.id)
    assert resumed.draft() == draft
    assert resumed.finish(NOW) == walk.finish(NOW)


@given(walks, st.lists(doings(), max_size=20))
def test_a_walk_never_changes_in_place(path: ReflectionPath, deeds: list[tuple[str, Any]]) -> None:
    walk, new_id = a_walk(path), new_ids()
    for doing in deeds:
        before = walk.draft()
        after = done(walk, doing, new_id)
        assert walk.draft() == before
        walk = after
