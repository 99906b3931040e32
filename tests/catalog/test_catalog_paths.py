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
from companion.domain.ladder import Rung
from companion.domain.page import Section
from companion.domain.path import Form, LookBack, Place, StepKind
from companion.domain.walk import Walk

if TYPE_CHECKING:
    from companion.domain.answer import Value
    from companion.domain.path import ReflectionPath

NOW = datetime(2026, 3, 2, 18, 30, tzinfo=UTC)
SHELF = Bookshelf()
PATHS = {path.id: path for path in SHELF.paths()}
REFLECTIONS = [path for path in SHELF.paths() if path.offered]
FORMS = [path for path in SHELF.paths() if not path.offered]
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


def test_trust_hope_and_feelings_are_offered_first() -> None:
    assert [path.id for path in REFLECTIONS] == [
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
    ]


def test_what_home_may_offer_of_its_own_is_never_a_bump_a_doubt_or_an_end() -> None:
    free = [path.id for path in SHELF.paths() if path.chosen_freely]
    assert free == ["trust", "hope", "feelings", "sense", "noticed", "managed"]


def test_what_is_a_form_to_fill_in_is_not_offered() -> None:
    assert {path.id for path in FORMS} == {"task", "agreement", "record", "after-page"}


def test_what_is_said_about_a_page_can_never_come_to_one_and_judges_nobody() -> None:
    after = PATHS["after-page"]
    assert [step.id for step in after.steps] == ["got-to-it", "change"]
    assert all(step.section is None and step.place is Place.HERE for step in after.steps)
    assert [one.id for one in after.steps[0].options] == ["yes", "partly", "no", "something-else"]


def test_getting_ready_begins_with_what_was_said_of_the_last_page_but_not_in_one_question() -> None:
    ready = PATHS["getting-ready"]
    first = next(step for step in ready.steps if not step.framing)
    assert first.look_back == LookBack("after-page", ("change",))
    assert Form.SHORT in first.forms
    assert Form.ONE not in first.forms
    # Nothing that is asked has changed its meaning.
    assert ready.version == 1


def test_the_record_asks_three_plain_things_and_none_of_them_can_leave() -> None:
    record = PATHS["record"]
    assert [step.id for step in record.steps] == ["happened", "when", "who"]
    assert all(step.section is None for step in record.steps)
    assert all("?" not in step.prompt for step in record.steps)


def test_of_fit_and_of_the_end_nothing_is_about_the_two() -> None:
    for step in PATHS["fit"].steps:
        assert step.section is not Section.ABOUT_US


@pytest.mark.parametrize("path_id", ["bump", "getting-ready", "echo"])
def test_what_is_about_the_two_waits_in_the_drawer_or_stays_here(path_id: str) -> None:
    for step in PATHS[path_id].steps:
        assert step.place is not Place.PARKED
        if step.id in {"want-known", "about-us", "unsaid"}:
            assert step.place is Place.UNSAID


def test_what_to_do_with_a_bump_only_moves_it_on_the_ladder() -> None:
    step = PATHS["bump"].step("do")
    assert step is not None
    assert step.rung_of == "want-known"
    assert [option.rung for option in step.options] == [
        Rung.REHEARSE,
        Rung.BRING,
        Rung.BRING,
        Rung.MAYBE,
        Rung.KEEP,
    ]


@pytest.mark.parametrize(("safe", "waits"), [(0, True), (2, True), (3, False)])
def test_where_it_is_not_safe_waiting_is_a_good_answer(safe: int, *, waits: bool) -> None:
    assert ("may-wait" in walked("bump", {"safe": safe})) == waits
    assert "may-wait" not in walked("bump", {})


def test_making_sense_and_the_agreement_are_versions_to_lay_side_by_side() -> None:
    assert {path.id for path in SHELF.paths() if path.compared} >= {"sense", "agreement"}


@pytest.mark.parametrize("path", SHELF.paths(), ids=lambda path: path.id)
def test_each_path_keeps_the_rules(path: ReflectionPath) -> None:
    assert list(structure(path)) == []
    assert list(check_path(path, rules(shipped(), "en"))) == []


@pytest.mark.parametrize("path", REFLECTIONS, ids=lambda path: path.id)
def test_each_path_has_forms_that_are_shorter_and_shorter(path: ReflectionPath) -> None:
    assert path.forms[-1] is Form.FULL
    assert 2 <= len(path.forms) <= 3
    lengths = [len(walked(path.id, {}, form)) for form in path.forms]
    assert lengths == sorted(set(lengths))


@pytest.mark.parametrize("path", REFLECTIONS, ids=lambda path: path.id)
def test_a_form_of_one_question_asks_one_question(path: ReflectionPath) -> None:
    if Form.ONE in path.forms:
        walk = Walk("w", "j", path, NOW, NOW, Form.ONE)
        asked = [step for step in walk.steps if step.asks and not step.framing]
        assert len(asked) == 1


@pytest.mark.parametrize("path", REFLECTIONS, ids=lambda path: path.id)
def test_each_path_carries_what_is_known_and_from_where(path: ReflectionPath) -> None:
    assert path.card is not None
    assert path.card.citations


@pytest.mark.parametrize("path", REFLECTIONS, ids=lambda path: path.id)
def test_arriving_steady_asks_nothing_more_about_it(path: ReflectionPath) -> None:
    asked = walked(path.id, {"arrive": 6})
    assert asked[0] == "arrive"
    assert not {"gate", "needs-a-person", "look-around"} & set(asked)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.id)
def test_a_form_to_fill_in_asks_what_it_asks_and_nothing_else(path: ReflectionPath) -> None:
    assert not {"arrive", "gate", "leave", "close"} & set(walked(path.id, {}))


@pytest.mark.parametrize("path", REFLECTIONS, ids=lambda path: path.id)
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
    for path in REFLECTIONS:
        for step_id in ("needs-a-person", "stirred"):
            step = path.step(step_id)
            assert step is not None
            assert step.shows_help
            assert step.shows_steady


def test_whoever_wants_to_steady_first_is_led_there() -> None:
    for path in REFLECTIONS:
        step = path.step("look-around")
        assert step is not None
        assert step.shows_steady


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


@pytest.mark.parametrize("path", REFLECTIONS, ids=lambda path: path.id)
def test_the_frame_stays_whole_in_every_form(path: ReflectionPath) -> None:
    low: dict[str, Value] = {"arrive": 2, "leave": 6}
    for form in path.forms:
        asked = walked(path.id, low, form)
        assert asked[:2] == ["arrive", "gate"]
        assert asked[-1] == "close"
        # One question is one question: how one leaves is asked in the longer forms.
        assert (asked[-2] == "leave") == (form is not Form.ONE)


@pytest.mark.parametrize("path", SHELF.paths(), ids=lambda path: path.id)
def test_only_answers_in_words_can_ever_belong_to_a_page(path: ReflectionPath) -> None:
    for step in path.steps:
        assert step.placeable or step.section is None


@pytest.mark.parametrize("path", REFLECTIONS, ids=lambda path: path.id)
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
