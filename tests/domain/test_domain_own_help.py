"""One's own people and steps: kept as they were written, and in the person's own order."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.own_help import (
    OwnHelp,
    OwnStep,
    Person,
    moved_item,
    people_from_text,
    people_to_text,
    steps_from_text,
    steps_to_text,
    tidy_person,
    tidy_step,
    with_item,
    without_item,
)

IDS = st.text("abc", min_size=1, max_size=3)
PEOPLE = st.lists(
    st.builds(Person, IDS, st.text(max_size=20), st.text(max_size=20)).map(tidy_person),
    max_size=4,
    unique_by=lambda one: one.id,
)
STEPS = st.lists(
    st.builds(OwnStep, IDS, st.text(max_size=20), st.text(max_size=40)).map(tidy_step),
    max_size=4,
    unique_by=lambda one: one.id,
)
ANNA, BO, CY = Person("a", "Anna", "555 0100"), Person("b", "Bo"), Person("c", "", "555 0101")


@given(PEOPLE)
def test_people_come_back_as_they_were_kept_and_without_those_of_whom_nothing_is_said(
    people: list[Person],
) -> None:
    assert people_from_text(people_to_text(people)) == tuple(
        one for one in people if not one.is_empty
    )


@given(STEPS)
def test_steps_come_back_as_they_were_kept(steps: list[OwnStep]) -> None:
    assert steps_from_text(steps_to_text(steps)) == tuple(one for one in steps if not one.is_empty)


@given(st.text() | st.recursive(st.none() | st.text() | st.integers(), st.lists).map(json.dumps))
def test_what_can_not_be_read_counts_as_none_and_raises_nothing(text: str) -> None:
    for person in people_from_text(text):
        assert person == tidy_person(person)
    for step in steps_from_text(text):
        assert step == tidy_step(step)


@pytest.mark.parametrize(
    "row",
    [
        {"name": "nobody's id"},
        {"id": "", "name": "an empty one"},
        {"id": "a", "name": 7},
        {"id": "a", "name": ["Anna"]},
        ["a", "Anna"],
        "Anna",
        None,
    ],
)
def test_a_row_of_another_shape_is_passed_over_and_the_others_stay(row: object) -> None:
    text = json.dumps([row, {"id": "b", "name": "Bo", "since": "a newer version"}])
    assert people_from_text(text) == (Person("b", "Bo"),)


def test_a_list_nested_deeper_than_anyone_writes_counts_as_none() -> None:
    assert people_from_text("[" * 100_000) == ()


def test_no_two_of_one_id_come_out_of_a_file_from_elsewhere() -> None:
    rows = [{"id": "a", "name": "Anna"}, {"id": "a", "name": "Anna again"}]
    assert people_from_text(json.dumps(rows)) == (Person("a", "Anna again"),)


def test_nothing_a_terminal_obeys_is_kept_and_the_lines_of_a_plan_stay() -> None:
    assert tidy_person(Person("a", "An\x1b[31mna\n", "555\t0100 ")) == Person(
        "a", "An[31mna", "555 0100"
    )
    assert tidy_step(OwnStep("a", "What  I do", "\nwalk\n\n  tea \x07\n")) == OwnStep(
        "a", "What I do", "walk\n\n  tea"
    )


def test_a_line_says_who_and_how_and_leaves_out_what_is_not_known() -> None:
    assert [one.line for one in (ANNA, BO, CY)] == ["Anna: 555 0100", "Bo", "555 0101"]


def test_a_changed_one_keeps_its_place_and_a_new_one_comes_last() -> None:
    assert with_item((ANNA, BO), Person("a", "Ann")) == (Person("a", "Ann"), BO)
    assert with_item((ANNA, BO), CY) == (ANNA, BO, CY)


def test_one_that_is_emptied_is_gone() -> None:
    assert with_item((ANNA, BO), Person("a", "")) == (BO,)
    assert with_item((ANNA,), Person("x", "")) == (ANNA,)
    assert without_item((ANNA, BO), "b") == (ANNA,)


@given(PEOPLE, IDS, st.integers(-9, 9))
def test_moving_one_loses_and_doubles_nobody(people: list[Person], one: str, by: int) -> None:
    moved = moved_item(people, one, by)
    assert sorted(each.id for each in moved) == sorted(each.id for each in people)
    others = [each for each in people if each.id != one]
    assert [each for each in moved if each.id != one] == others


@pytest.mark.parametrize(
    ("by", "order"), [(-1, "bac"), (+1, "acb"), (-9, "bac"), (+9, "acb"), (0, "abc")]
)
def test_one_moves_and_stays_at_the_ends(by: int, order: str) -> None:
    assert "".join(one.id for one in moved_item((ANNA, BO, CY), "b", by)) == order


def test_people_and_ones_own_rule_stand_on_the_card_and_nothing_else_does() -> None:
    own = OwnHelp((ANNA, BO), "Call first", ("what was agreed",), (OwnStep("s", "Do", "walk"),))
    assert own.card == ("Anna: 555 0100", "Bo", "Call first")
    assert OwnHelp(agreed=("what was agreed",), steps=own.steps).card == ()
