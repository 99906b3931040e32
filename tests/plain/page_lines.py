"""A notebook with lines that wait for the page, for the tests of plain mode's page."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from plain_room import Room
from support.builders import a_reflection, an_answer, parked
from support.reflections import MemoryReflections
from support.time import NOW
from support.words import ENGLISH
from support.world import World

from companion.domain.journey import SessionState
from companion.domain.ladder import Rung
from companion.domain.page import Section
from companion.domain.path import Place, StepKind
from companion.export.writer import Writer

if TYPE_CHECKING:
    from companion.domain.answer import Answer

SISTER = "My sister wants an answer about the summer"
TABLE = "You can be fond of people and still dread the long table"
NOTES = "How long do you keep your notes?"
QUIET = "When it goes quiet I can't tell whether you're with me"
NOT_YET = "The summer itself"


def waiting(*answers: Answer) -> Room:
    """A notebook in which these answers wait for session 12, after session 11."""
    at = Room(World(writer=Writer(ENGLISH)))
    journey = at.opened.journeys.open.id
    add = at.opened.appointments
    add.add(NOW - timedelta(days=7), 11)
    add.held(11)
    add.add(NOW + timedelta(days=2), 12)
    assert [one.state for one in add.all()] == [SessionState.HELD, SessionState.PLANNED]
    for number, answer in enumerate(answers):
        entry = a_reflection(
            f"entry-{number}",
            answer,
            when=NOW - timedelta(hours=len(answers) - number),
            journey_id=journey,
        )
        MemoryReflections(at.memory).put(entry)
        if answer.place is Place.UNSAID:
            at.opened.drawer.move(answer.id, Rung.BRING)
    return at


def usual() -> Room:
    """Two lines to talk about, a question, something about the two, something not for today."""
    return waiting(
        parked("sister", SISTER),
        parked("table", TABLE, prompt="What doesn't fit?"),
        parked("notes", NOTES, section=Section.QUESTIONS),
        an_answer("quiet", QUIET, place=Place.UNSAID, section=Section.ABOUT_US),
        parked("not-yet", NOT_YET, section=Section.NOT_TODAY),
    )


def rated(at: Room, number: int, value: int = 5) -> None:
    """A reflection in which trust was rated."""
    answer = an_answer(
        f"rated-{number}", value, kind=StepKind.RATING, step_id="openness", section=None
    )
    entry = a_reflection(
        f"rating-{number}",
        answer,
        when=NOW - timedelta(days=number),
        journey_id=at.opened.journeys.open.id,
    )
    MemoryReflections(at.memory).put(entry)


def told(out: str, text: str) -> bool:
    """Whether a text was said, wherever its lines, and a long name of a file, were broken."""
    return "".join(text.split()) in "".join(out.split())
