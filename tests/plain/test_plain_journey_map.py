"""The way so far, line by line."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from plain_room import Room, room, says
from support.builders import a_reflection, a_session, an_answer
from support.time import NOW

from companion.domain.journey import SessionState
from companion.plain.journey_map import show_map


def furnished() -> Room:
    """A therapy with a session that was held, one that was not, an aim and one ahead."""
    at = room()
    journey_id = at.opened.journeys.open.id
    began = NOW - timedelta(days=30)
    at.memory.journeys[0] = replace(at.memory.journeys[0], started_at=began)
    for number, days, state in (
        (1, 28, SessionState.HELD),
        (2, 21, SessionState.MISSED),
        (3, -2, SessionState.PLANNED),
    ):
        session = a_session(number, NOW - timedelta(days=days), state)
        at.memory.sessions[session.id] = replace(session, journey_id=journey_id)
    store = at.opened.reflecting._reflections
    aim = an_answer("aim", "Sleep", step_id="work-on")
    for path_id, days, answer in (("echo", 27, an_answer("a")), ("agreement", 12, aim)):
        when = NOW - timedelta(days=days)
        store.put(a_reflection(path_id, answer, when=when, path_id=path_id, journey_id=journey_id))
    return at


def test_everything_on_the_way_is_said_with_its_day_and_nothing_is_drawn() -> None:
    at = furnished()
    assert at(show_map, said=("",)) == " ".join(
        [
            "The beginning, Saturday 31 January 2026",
            "Session 1, Monday 2 February 2026: What stayed; Speaking freely",
            "Session 2 did not take place, Monday 9 February 2026",
            "What you two work on, Wednesday 18 February 2026: “Sleep”",
            "Today, Monday 2 March 2026",
            "Session 3, Wednesday 4 March 2026",
            "What comes is open",
            says("journey_map.ask"),
        ]
    )


def test_the_number_of_a_session_reads_what_was_written_after_it() -> None:
    at = furnished()
    out = at(show_map, said=("1", "2", "", "", ""))
    assert "1. Wednesday 18 February, " in out
    assert "What stayed with you?" in out
    assert not at.ended


def test_a_number_of_no_station_is_told_and_asked_again() -> None:
    at = furnished()
    out = at(show_map, said=("2", "x", "9" * 5000, ""))
    assert out.count(says("journey_map.no_such")) == 3


def test_a_stretch_on_which_nothing_was_written_is_told_calmly() -> None:
    at = furnished()
    at.memory.reflections.clear()
    assert says("journey_map.nothing_written") in at(show_map, said=("1", ""))


def test_of_several_therapies_one_is_asked_whose_way() -> None:
    at = furnished()
    at.opened.journeys.begin("")
    out = at(show_map, said=("1", ""))
    assert "2. without a name" in out
    assert "Session 1" in out
    assert "Session 1" not in at(show_map, said=("2", ""))
    assert "The beginning" not in at(show_map, said=("",))
