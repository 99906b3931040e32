"""The shipped reflections: every rule of wording and structure, and each turning of a path."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

import pytest

from companion.catalog.check import check
from companion.catalog.files import shipped
from companion.catalog.lint import check_path, rules
from companion.catalog.shelf import Bookshelf
from companion.catalog.structure import structure
from companion.domain.answer import MapPoint
from companion.domain.errors import UnknownPathError
from companion.domain.page import Section
from companion.domain.path import Form, Place, StepKind
from companion.domain.walk import Walk

if TYPE_CHECKING:
    from companion.domain.answer import Value
    from companion.domain.path import ReflectionPath

NOW = datetime(2026, 3, 2, 18, 30, tzinfo=UTC)
SHELF = Bookshelf()
PATHS = {path.id: path for path in SHELF.paths()}
numbers = count()


def walked(path_id: str, answers: dict[str, Value], form: Form = Form.FULL) -> list[str]:
    """The ids of the steps that are asked, when these answers are given and no others."""
    walk = Walk("w", "j", PATHS[path_id], NOW, NOW, form)
    asked = []
    while True:
        asked.append(walk.step.id)
        if walk.step.id in answers:
            walk = walk.answered(answers[walk.step.id], lambda: str(next(numbers)))
        if walk.at_end:
            return asked
        walk = walk.forward()


def test_the_shipped_content_has_no_problem() -> None:
    assert check() == []


def test_there_are_six_paths_and_the_free_ones_are_offered_first() -> None:
    assert list(PATHS) == ["trust", "hope", "feelings", "echo", "recall", "getting-ready"]
    assert [path.id for path in SHELF.paths() if path.chosen_freely] == list(PATHS)[:3]


@pytest.mark.parametrize("path", SHELF.paths(), ids=lambda path: path.id)
def test_each_path_keeps_the_rules(path: ReflectionPath) -> None:
    assert list(structure(path)) == []
    assert list(check_path(path, rules(shipped(), "en"))) == []


@pytest.mark.parametrize("path", SHELF.paths(), ids=lambda path: path.id)
def test_each_path_has_a_short_form_that_is_shorter(path: ReflectionPath) -> None:
    assert path.forms == (Form.SHORT, Form.FULL)
    assert len(walked(path.id, {}, Form.SHORT)) < len(walked(path.id, {}))


@pytest.mark.parametrize("path", SHELF.paths(), ids=lambda path: path.id)
def test_each_path_carries_what_is_known_and_from_where(path: ReflectionPath) -> None:
    assert path.card is not None
    assert path.card.citations


@pytest.mark.parametrize("path", SHELF.paths(), ids=lambda path: path.id)
def test_arriving_steady_asks_nothing_more_about_it(path: ReflectionPath) -> None:
    asked = walked(path.id, {"arrive": 6})
    assert asked[0] == "arrive"
    assert not {"gate", "needs-a-person", "look-around"} & set(asked)


@pytest.mark.parametrize("path", SHELF.paths(), ids=lambda path: path.id)
def test_skipping_every_question_is_never_stopped(path: ReflectionPath) -> None:
    assert walked(path.id, {})[-2:] == ["leave", "close"]


def test_arriving_at_two_offers_the_gate_and_at_one_a_person_too() -> None:
    assert walked("trust", {"arrive": 2})[:2] == ["arrive", "gate"]
    assert walked("trust", {"arrive": 1})[:3] == ["arrive", "needs-a-person", "gate"]
    assert walked("trust", {"arrive": 3})[:2] == ["arrive", "moment"]


def test_the_gate_never_blocks_writing() -> None:
    assert "moment" in walked("trust", {"arrive": 0})
    assert "moment" in walked("trust", {"arrive": 0, "gate": ("go-on",)})


def test_the_gate_can_shorten_steady_or_stop() -> None:
    short = walked("trust", {"arrive": 1, "gate": ("short",)})
    assert "moment" in short
    assert "weather" not in short
    steady = walked("trust", {"arrive": 1, "gate": ("steady",)})
    assert steady[3] == "look-around"
    assert "weather" in steady
    stopped = walked("trust", {"arrive": 1, "gate": ("stop",)})
    assert stopped == ["arrive", "needs-a-person", "gate", "close"]


def test_help_stands_with_the_hard_moments() -> None:
    for path in SHELF.paths():
        for step_id in ("needs-a-person", "stirred"):
            step = path.step(step_id)
            assert step is not None
            assert step.shows_help


@pytest.mark.parametrize(
    ("arrive", "leave", "stirred"), [(7, 4, True), (7, 5, False), (2, 0, False)]
)
def test_leaving_three_lower_is_not_left_alone(arrive: int, leave: int, *, stirred: bool) -> None:
    asked = walked("echo", {"arrive": arrive, "leave": leave})
    assert ("stirred" in asked) == stirred


FOLLOW_UPS = {"kinder-day", "small-road", "push", "hard", "therapy", "holding"}


@pytest.mark.parametrize(
    ("ways", "fuel", "low"), [(0, 1, True), (1, 1, True), (1, 2, False), (2, 0, False)]
)
def test_low_hope_is_met_without_questions_or_cheering(ways: int, fuel: int, *, low: bool) -> None:
    asked = set(walked("hope", {"ways": ways, "fuel": fuel}))
    assert ("plainly" in asked) == low
    assert asked.isdisjoint(FOLLOW_UPS) == low


def test_hope_left_unrated_is_asked_about_as_usual() -> None:
    assert set(walked("hope", {})) >= FOLLOW_UPS


@pytest.mark.parametrize(
    ("point", "room", "gated"),
    [
        (MapPoint(2, 9), 8, True),
        (MapPoint(2, 8), 8, False),
        (MapPoint(5, 5), 2, True),
        (MapPoint(5, 5), 3, False),
    ],
)
def test_feelings_has_a_gate_of_its_own(point: MapPoint, room: int, *, gated: bool) -> None:
    assert ("not-now" in walked("feelings", {"map": point, "room": room})) == gated


def test_the_short_form_of_feelings_after_its_gate_is_two_questions() -> None:
    asked = walked("feelings", {"room": 1, "not-now": ("short",)})
    texts = [s for s in asked if PATHS["feelings"].step(s).kind is StepKind.TEXT]  # type: ignore[union-attr]
    assert texts == ["just-before", "wants"]


def test_the_gate_of_feelings_stands_in_the_short_form_too() -> None:
    asked = walked("feelings", {"map": MapPoint(1, 9), "not-now": ("stop",)}, Form.SHORT)
    assert asked == ["arrive", "map", "not-now", "close"]
    steady = walked("feelings", {"map": MapPoint(1, 9), "not-now": ("steady",)}, Form.SHORT)
    assert steady[2:6] == ["not-now", "not-now-look-around", "just-before", "wants"]


@pytest.mark.parametrize("path", SHELF.paths(), ids=lambda path: path.id)
def test_the_frame_stays_whole_in_the_short_form(path: ReflectionPath) -> None:
    low: dict[str, Value] = {"arrive": 2, "leave": 6}
    for form in (Form.SHORT, Form.FULL):
        asked = walked(path.id, low, form)
        assert asked[:2] == ["arrive", "gate"]
        assert asked[-2:] == ["leave", "close"]


@pytest.mark.parametrize("path", SHELF.paths(), ids=lambda path: path.id)
def test_only_answers_in_words_can_ever_belong_to_a_page(path: ReflectionPath) -> None:
    for step in path.steps:
        assert step.placeable or step.section is None


@pytest.mark.parametrize("path", SHELF.paths(), ids=lambda path: path.id)
def test_every_path_can_be_stopped_kindly_when_one_arrives_low(path: ReflectionPath) -> None:
    stopped = walked(path.id, {"arrive": 0, "gate": ("stop",)})
    assert stopped == ["arrive", "needs-a-person", "gate", "close"]


def test_steadying_looks_outside_first_and_at_the_body_last_if_one_likes() -> None:
    for path_id, step_id in (("trust", "look-around"), ("feelings", "not-now-look-around")):
        step = PATHS[path_id].step(step_id)
        assert step is not None
        said = step.prompt
        assert said.index("straight edges") < said.index("sounds") < said.index("feet")
        assert said.index("if you like") < said.index("feet")


def test_feelings_offers_about_sixty_words_in_eight_groups_two_to_a_corner() -> None:
    step = PATHS["feelings"].step("words")
    assert step is not None
    words = [word for group in step.groups for word in group.words]
    assert len(step.groups) == 8
    assert 55 <= len(words) <= 65
    assert len(set(words)) == len(words)
    corners = [(group.pleasant > 5, group.energy > 5) for group in step.groups]
    assert all(corners.count(corner) == 2 for corner in corners)
    assert step.outside == ("mixed", "numb", "no word")


def test_what_was_left_unsaid_goes_to_the_drawer_unless_put_elsewhere() -> None:
    places = {s.id: s.place for s in PATHS["echo"].steps}
    assert places["unsaid"] is Place.UNSAID
    assert {place for step, place in places.items() if step != "unsaid"} == {Place.HERE}


def test_recall_remembers_before_it_looks_and_never_shows_the_unsaid() -> None:
    asked = walked("recall", {})
    assert asked.index("remember") < asked.index("look") < asked.index("different")
    look = PATHS["recall"].step("look")
    assert look is not None
    assert look.look_back is not None
    assert look.look_back.step_ids == ("stayed", "agreed", "line")


def test_getting_ready_knows_where_each_answer_belongs_and_what_never_does() -> None:
    sections = {step.id: step.section for step in PATHS["getting-ready"].steps}
    assert sections["one-thing"] is Section.ONE_THING
    assert sections["shifted"] is Section.SINCE
    assert sections["tried"] is Section.TRIED
    assert sections["about-us"] is Section.ABOUT_US
    assert sections["not-today"] is Section.NOT_TODAY
    assert sections["would-help"] is Section.HELP_TODAY
    assert sections["ask"] is Section.QUESTIONS
    assert sections["leave-out"] is None


def test_the_turnings_of_a_path_are_never_on_a_page() -> None:
    for path in SHELF.paths():
        for step_id in ("arrive", "gate", "leave", "close", "not-now", "belongs", "line"):
            step = path.step(step_id)
            assert step is None or step.section is None


def test_a_path_that_is_not_there_is_named() -> None:
    with pytest.raises(UnknownPathError) as refused:
        SHELF.path("teleport")
    assert refused.value.details == {"path": "teleport"}
