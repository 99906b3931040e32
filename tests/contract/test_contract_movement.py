"""What was chosen on the scales: the same in memory as on a disk."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from support.builders import JOURNEY, a_draft, a_reflection, an_answer
from support.time import NOW

from companion.domain.answer import MapPoint
from companion.domain.movement import Chosen
from companion.domain.path import StepKind

if TYPE_CHECKING:
    from companion.services.ports.stores import Stores

STEPS = [("trust", "openness"), ("trust", "met"), ("feelings", "map")]
LATER = NOW + timedelta(days=3)


def test_ratings_and_points_come_by_moment_then_in_the_order_of_the_walk(stores: Stores) -> None:
    rated = {"kind": StepKind.RATING, "section": None}
    met = an_answer("met", 7, step_id="met", **rated)
    openness = an_answer("openness", 0, step_id="openness", **rated)
    point = an_answer("map", MapPoint(1, 9), step_id="map", kind=StepKind.MAP, section=None)
    stores.reflections.put(a_reflection("two", met, openness, when=LATER))
    stores.reflections.put(a_reflection("felt", point, path_id="feelings"))
    assert stores.movement.chosen(JOURNEY.id, STEPS) == [
        Chosen("feelings", "map", NOW, MapPoint(1, 9)),
        Chosen("trust", "met", LATER, 7),
        Chosen("trust", "openness", LATER, 0),
    ]
    assert len(stores.movement.chosen(JOURNEY.id, STEPS, LATER)) == 2
    assert len(stores.movement.chosen(JOURNEY.id, STEPS[2:])) == 1


def test_drafts_words_other_steps_and_other_journeys_are_none(stores: Stores) -> None:
    stores.sessions.put_journey(replace(JOURNEY, id="another"))
    number = an_answer("n", 4, step_id="openness", kind=StepKind.RATING, section=None)
    other = replace(number, id="other", step_id="room")
    stores.reflections.put(a_draft("draft", number))
    stores.reflections.put(a_reflection("room", other))
    stores.reflections.put(a_reflection("words", an_answer("w", step_id="openness")))
    ticked = an_answer("ticked", ("slower",), step_id="openness", kind=StepKind.CHOICE)
    stores.reflections.put(a_reflection("choice", ticked))
    stores.reflections.put(a_reflection("elsewhere", replace(number, id="e"), journey_id="another"))
    assert stores.movement.chosen(JOURNEY.id, STEPS) == []
    assert len(stores.movement.chosen("another", STEPS)) == 1
