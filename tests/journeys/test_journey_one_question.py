"""Someone who only ever has room for one question."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from person import Person
from support.time import FixedClock

from companion.domain.path import Form, StepKind
from companion.domain.rhythm import OpenKind

if TYPE_CHECKING:
    from pathlib import Path

FIRST = datetime(2026, 1, 8, 17, 0, tzinfo=UTC)
OFFERED = (
    "trust",
    "hope",
    "feelings",
    "sense",
    "noticed",
    "managed",
    "bump",
    "fit",
    "ending",
    "echo",
    "recall",
    "getting-ready",
)


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path, FixedClock(FIRST))


@pytest.mark.parametrize("path_id", OFFERED)
def test_every_reflection_has_a_form_of_one_question(person: Person, path_id: str) -> None:
    person.walk(path_id, {}, Form.ONE)
    path = person.opened.reflecting.path(path_id)
    own = [step for step in map(path.step, person.asked) if step and not step.framing]
    assert len([step for step in own if step.asks]) == 1
    # A word before and a way to put it down after it, and nothing else.
    assert person.asked[0] == "arrive"
    assert person.asked[-1] == "close"
    assert {step.kind for step in own if not step.asks} <= {StepKind.LOOK_BACK}


def test_a_low_moment_offers_no_longer_way_than_the_one_that_was_chosen(person: Person) -> None:
    person.walk("trust", {"arrive": 1, "gate": ("go-on",)}, Form.ONE)
    assert person.asked == ["arrive", "needs-a-person", "gate", "easy-and-around", "close"]


def test_weeks_of_one_question_are_a_whole_rhythm(person: Person) -> None:
    for week in range(8):
        person.session()
        assert person.opened.home.view().open.kind is OpenKind.ECHO
        person.walk("echo", {"stayed": f"A line of week {week}"}, Form.ONE)
        person.later(days=3)
        assert person.opened.home.view().open.kind is OpenKind.RECALL
        person.walk("recall", {"remember": "A little"}, Form.ONE)
        person.later(days=3, hours=1)
        assert person.opened.home.view().open.kind is OpenKind.GET_READY
        person.walk("getting-ready", {"one-thing": f"This one thing, {week}"}, Form.ONE)
        assert person.tick("This one thing")
        assert f"This one thing, {week}" in person.page()
        person.later(hours=22)
    # Short forms are never too much, however many there are.
    assert not person.opened.pacing.enough_for_today("trust", Form.ONE)


def test_one_question_forms_never_count_as_deep(person: Person) -> None:
    for path_id in ("trust", "hope", "feelings"):
        person.walk(path_id, {"easy-and-around": "x", "push": "y", "words": ("sad",)}, Form.ONE)
    assert not person.opened.pacing.enough_for_today("trust", Form.FULL)
