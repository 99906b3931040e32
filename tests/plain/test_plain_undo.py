"""Bringing back what was done last, line by line."""

from __future__ import annotations

from copy import deepcopy

import pytest
from plain_room import room, says
from support.builders import a_reflection

from companion.domain.ladder import Rung
from companion.domain.path import Place
from companion.plain.undo import offer_undo


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_what_was_done_last_is_named_and_only_a_yes_brings_it_back(answer: str) -> None:
    at = room()
    kept = at.opened.reflecting.note("what I kept back", "A line", Place.UNSAID)
    before = deepcopy(at.memory.standings)
    at.opened.deeds.move_rung(kept.answers[0].id, Rung.MAYBE)
    out = at(offer_undo, said=(answer,))
    assert says("undo.did.rung", name="maybe") in out
    assert (at.memory.standings == before) is (answer == "yes")
    assert says("undo.as_it_was" if answer == "yes" else "reading.left") in out


def test_with_nothing_done_that_is_said() -> None:
    at = room()
    assert at(offer_undo, said=()) == says("undo.none")


def test_an_answer_that_was_moved_is_named_by_its_place() -> None:
    at = room()
    journey_id = at.opened.journeys.open.id
    at.opened.reflecting._reflections.put(a_reflection("one", journey_id=journey_id))
    at.opened.deeds.move_answer("one", "one.answer", Place.PARKED)
    out = at(offer_undo, said=("yes",))
    assert says("undo.did.answer-moved", name=says("entry.place.parked")) in out
    assert at.kept().answers[0].place is Place.HERE
