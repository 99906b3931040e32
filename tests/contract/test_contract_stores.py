"""What every store promises, whether it keeps things in memory or encrypted on a disk."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from support.builders import (
    JOURNEY,
    a_draft,
    a_reflection,
    a_session,
    an_answer,
    parked,
)
from support.time import NOW

from companion.domain.errors import StorageError
from companion.domain.journey import Journey, SessionState
from companion.domain.page import Line, Mode, Origin, Section
from companion.domain.path import Place, StepKind

if TYPE_CHECKING:
    from datetime import datetime

    from companion.services.ports.stores import Stores

DAY = timedelta(days=1)
READY = "getting-ready"


def candidates(stores: Stores, session_id: str = "", since: datetime | None = None) -> list[str]:
    found = stores.reflections.candidates(JOURNEY.id, session_id, READY, since)
    return [one.answer_id for one in found]


# Places


def test_an_answer_can_be_put_elsewhere(stores: Stores) -> None:
    stores.reflections.put(a_reflection("one", an_answer("a", "plum"), an_answer("b", "pear")))
    stores.reflections.move_answer("a", Place.PARKED)
    places = {a.id: a.place for a in stores.reflections.get("one").answers}
    assert places == {"a": Place.PARKED, "b": Place.HERE}


@pytest.mark.parametrize(
    ("place", "ticked"), [(Place.HERE, True), (Place.PARKED, True), (Place.UNSAID, False)]
)
def test_a_line_follows_its_answer_but_not_into_the_drawer(
    stores: Stores, place: Place, *, ticked: bool
) -> None:
    stores.reflections.put(a_reflection("one", parked("a", "plum"), parked("b", "pear")))
    stores.pages.put("", [Line("a", Section.TALK), Line("b", Section.TALK)])
    stores.reflections.move_answer("a", place)
    left = [line.answer_id for line in stores.pages.lines("")]
    assert left == (["a", "b"] if ticked else ["b"])


def test_an_answer_that_is_let_go_is_gone_everywhere(stores: Stores) -> None:
    stores.reflections.put(a_reflection("one", parked("a", "plum"), parked("b", "pear")))
    stores.pages.put("", [Line("a", Section.TALK)])
    stores.reflections.move_answer("a", None)
    assert [answer.id for answer in stores.reflections.get("one").answers] == ["b"]
    assert stores.pages.lines("") == []
    assert stores.reflections.search(JOURNEY.id, "plum", 9) == []
    assert candidates(stores) == ["b"]


def test_moving_an_answer_that_is_not_there_does_nothing(stores: Stores) -> None:
    stores.reflections.move_answer("nowhere", Place.PARKED)
    stores.reflections.move_answer("nowhere", None)


def test_a_line_goes_when_its_answer_is_put_into_the_drawer_by_a_save(stores: Stores) -> None:
    reflection = a_reflection("one", parked("a", "plum"), parked("b", "pear"))
    stores.reflections.put(reflection)
    stores.pages.put("", [Line("a", Section.TALK), Line("b", Section.TALK)])
    hidden = replace(reflection.answers[0], place=Place.UNSAID)
    stores.reflections.put(replace(reflection, answers=(hidden, reflection.answers[1])))
    assert [line.answer_id for line in stores.pages.lines("")] == ["b"]


def test_a_line_stays_when_its_reflection_is_saved_again(stores: Stores) -> None:
    reflection = a_reflection("one", parked("a", "plum"))
    stores.reflections.put(reflection)
    stores.pages.put("", [Line("a", Section.TALK)])
    stores.reflections.put(replace(reflection, answers=(parked("a", "a riper plum"),)))
    assert [line.answer_id for line in stores.pages.lines("")] == ["a"]


# Candidates


def test_a_parked_answer_is_a_candidate_with_its_origin(stores: Stores) -> None:
    stores.reflections.put(a_reflection("one", parked("a", "plum", prompt="Which fruit?")))
    (found,) = stores.reflections.candidates(JOURNEY.id, "", READY, None)
    assert (found.answer_id, found.text, found.section) == ("a", "plum", Section.TALK)
    assert found.origin == Origin("one", "Speaking freely", "Which fruit?", NOW)


def test_only_words_that_belong_to_a_section_are_candidates(stores: Stores) -> None:
    stores.reflections.put(
        a_reflection(
            "one",
            an_answer("here", "plum"),
            parked("nowhere", "pear", section=None),
            an_answer("hidden", "fig", place=Place.UNSAID),
            an_answer("rating", 3, kind=StepKind.RATING, place=Place.PARKED),
            an_answer("words", ("sad",), kind=StepKind.WORDS, place=Place.PARKED),
        )
    )
    assert candidates(stores) == ["words"]


def test_drafts_give_no_candidates(stores: Stores) -> None:
    stores.reflections.put(a_draft("one", parked("a", "plum")))
    assert candidates(stores) == []


def test_candidates_are_in_the_order_of_moments_then_of_the_path(stores: Stores) -> None:
    stores.reflections.put(a_reflection("late", parked("l2", "x"), parked("l1", "y")))
    stores.reflections.put(a_reflection("early", parked("e", "z"), when=NOW - DAY))
    assert candidates(stores) == ["e", "l2", "l1"]


def test_answers_of_getting_ready_need_no_parking_in_their_interval(stores: Stores) -> None:
    stores.reflections.put(a_reflection("now", an_answer("a", "plum"), path_id=READY))
    stores.reflections.put(
        a_reflection("before", an_answer("b", "pear"), path_id=READY, when=NOW - DAY)
    )
    assert candidates(stores, since=NOW) == ["a"]
    assert candidates(stores, since=None) == ["b", "a"]


def test_what_was_brought_to_a_session_that_was_held_waits_no_more(stores: Stores) -> None:
    stores.reflections.put(a_reflection("one", parked("a", "plum"), parked("b", "pear")))
    stores.sessions.put([a_session(1, NOW + DAY)])
    stores.pages.put("session-1", [Line("a", Section.TALK)])
    assert candidates(stores, "session-1") == ["a", "b"]
    stores.sessions.put([a_session(1, NOW + DAY, SessionState.HELD)])
    assert candidates(stores, "session-2") == ["b"]
    assert candidates(stores, "session-1") == ["a", "b"]


@pytest.mark.parametrize("state", [SessionState.PLANNED, SessionState.MISSED, SessionState.MOVED])
def test_what_was_ticked_for_a_session_not_held_still_waits(
    stores: Stores, state: SessionState
) -> None:
    stores.reflections.put(a_reflection("one", parked("a", "plum")))
    stores.sessions.put([a_session(1, NOW, state)])
    stores.pages.put("session-1", [Line("a", Section.TALK)])
    assert candidates(stores, "session-2") == ["a"]


def test_a_line_that_lacked_its_second_yes_was_not_brought(stores: Stores) -> None:
    stores.reflections.put(
        a_reflection(
            "one",
            parked("a", "plum", section=Section.NOT_TODAY),
            parked("b", "pear", section=Section.NOT_TODAY),
        )
    )
    stores.sessions.put([a_session(1, NOW, SessionState.HELD)])
    not_today = Line("a", Section.NOT_TODAY)
    stores.pages.put("session-1", [not_today, replace(not_today, answer_id="b", agreed=True)])
    assert candidates(stores, "session-2") == ["a"]


def test_a_ticked_answer_stays_a_candidate_once_it_is_here(stores: Stores) -> None:
    stores.reflections.put(a_reflection("one", parked("a", "plum")))
    stores.sessions.put([a_session(1, NOW)])
    stores.pages.put("session-1", [Line("a", Section.TALK)])
    stores.reflections.move_answer("a", Place.HERE)
    assert candidates(stores, "session-1") == ["a"]
    assert candidates(stores, "session-2") == []


# Sessions, pages and settings


def test_the_first_journey_is_the_open_one(stores: Stores) -> None:
    assert stores.sessions.journey() == JOURNEY


def test_sessions_come_by_time_and_can_be_replaced(stores: Stores) -> None:
    stores.sessions.put([a_session(2, NOW + DAY), a_session(1, NOW)])
    stores.sessions.put([a_session(1, NOW + 2 * DAY, SessionState.HELD)])
    assert stores.sessions.sessions(JOURNEY.id) == [
        a_session(2, NOW + DAY),
        a_session(1, NOW + 2 * DAY, SessionState.HELD),
    ]
    assert stores.sessions.sessions("another") == []


def test_sessions_are_kept_all_or_none(stores: Stores) -> None:
    stray = replace(a_session(2), journey_id="nowhere")
    with pytest.raises(StorageError):
        stores.sessions.put([a_session(1), stray])
    assert stores.sessions.sessions(JOURNEY.id) == []


def test_ticked_lines_come_back_in_the_persons_order(stores: Stores) -> None:
    stores.reflections.put(a_reflection("one", *(parked(one, one) for one in "abc")))
    lines = [
        Line("c", Section.TALK, Mode.PLEASE_ASK, "in fewer words"),
        Line("a", Section.ABOUT_US, agreed=True),
        Line("b", Section.ONE_THING, Mode.JUST_KNOW),
    ]
    stores.pages.put("session-1", lines)
    assert stores.pages.lines("session-1") == lines
    assert stores.pages.lines("") == []
    stores.pages.put("session-1", lines[:1])
    assert stores.pages.lines("session-1") == lines[:1]
    stores.pages.put("session-1", [])
    assert stores.pages.lines("session-1") == []


def test_a_line_of_no_answer_is_refused_and_the_page_is_as_before(stores: Stores) -> None:
    stores.reflections.put(a_reflection("one", parked("a", "plum")))
    stores.pages.put("", [Line("a", Section.TALK)])
    with pytest.raises(StorageError):
        stores.pages.put("", [Line("nowhere", Section.TALK)])
    assert stores.pages.lines("") == [Line("a", Section.TALK)]


def test_lines_for_no_session_are_carried_to_one_behind_its_own(stores: Stores) -> None:
    stores.reflections.put(a_reflection("one", *(parked(one, one) for one in "abc")))
    own, twice, new = (Line(one, Section.TALK) for one in "abc")
    stores.pages.put("session-1", [own, twice])
    stores.pages.put("", [replace(twice, wording="not this one"), new])
    stores.pages.carry("session-1")
    assert stores.pages.lines("session-1") == [own, twice, new]
    assert stores.pages.lines("") == []
    stores.pages.carry("session-1")
    assert stores.pages.lines("session-1") == [own, twice, new]


def test_a_setting_is_empty_until_it_is_kept(stores: Stores) -> None:
    assert stores.settings.get("page.name") == ""
    stores.settings.put("page.name", "A.")
    stores.settings.put("page.name", "Ada")
    assert stores.settings.get("page.name") == "Ada"


def test_settings_are_found_by_how_their_names_begin(stores: Stores) -> None:
    kept = {"pack.one.b": "3", "pack.one.a": "2", "pack.One.a": "1", "pack_one.a": "0", "pack": ""}
    for name, value in kept.items():
        stores.settings.put(name, value)
    assert stores.settings.beginning("pack.one.") == {"pack.one.a": "2", "pack.one.b": "3"}
    assert list(stores.settings.beginning("pack.one.")) == ["pack.one.a", "pack.one.b"]
    assert stores.settings.beginning("pack%") == {}
    stores.settings.remove("pack.one.a")
    stores.settings.remove("pack.gone")
    assert stores.settings.beginning("pack.one.") == {"pack.one.b": "3"}
    assert stores.settings.get("pack.one.a") == ""


def test_another_journeys_reflections_do_not_show(stores: Stores) -> None:
    stores.reflections.put(a_reflection("one", parked("a", "plum")))
    other = Journey("other", "", NOW).id
    assert stores.reflections.count(other) == 0
    assert stores.reflections.rows(other, 0, 9) == []
    assert stores.reflections.search(other, "plum", 9) == []
    assert stores.reflections.last_walks(other) == []
    assert stores.reflections.walks_within(other, None, None, 9) == []
    assert stores.reflections.candidates(other, "", READY, None) == []
    assert stores.reflections.earlier_points(other, 9) == []
