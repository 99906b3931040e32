"""What may be ticked for the book, whatever keeps it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from support.builders import JOURNEY, a_draft, a_reflection, an_answer
from support.time import NOW

from companion.domain.answer import MapPoint
from companion.domain.book import Passage
from companion.domain.journey import Journey
from companion.domain.ladder import Rung, Standing
from companion.domain.path import Place, StepKind
from companion.domain.path_ids import NEVER_SHARED

if TYPE_CHECKING:
    from companion.services.ports.stores import Stores

DAY = timedelta(days=1)


def passages(stores: Stores) -> list[str]:
    return [one.answer_id for one in stores.passages.passages(JOURNEY.id)]


def test_a_passage_knows_where_it_is_from(stores: Stores) -> None:
    stores.reflections.put(
        a_reflection("one", an_answer("a", "plum\n\npear", prompt="Which fruit?"), title="Fruit")
    )
    assert stores.passages.passages(JOURNEY.id) == [
        Passage("a", "one", "Fruit", "Which fruit?", "plum\n\npear", NOW)
    ]


def test_they_come_by_moment_then_in_the_order_of_their_entry(stores: Stores) -> None:
    stores.reflections.put(a_reflection("late", an_answer("z", "1"), an_answer("b", "2")))
    stores.reflections.put(a_reflection("early", an_answer("y", "3"), when=NOW - DAY))
    stores.reflections.put(a_reflection("same", an_answer("a", "4")))
    assert passages(stores) == ["y", "z", "b", "a"]


@pytest.mark.parametrize("place", [Place.HERE, Place.PARKED])
@pytest.mark.parametrize(
    ("kind", "value", "shown", "offered"),
    [
        (StepKind.TEXT, "plum", "plum", True),
        (StepKind.WORDS, ("glad", "shy"), "glad, shy", True),
        (StepKind.WHEN_THEN, "when then", "When it rains, I go out", True),
        (StepKind.RATING, 7, "7", False),
        (StepKind.MAP, MapPoint(1, 2), "1, 2", False),
        (StepKind.CHOICE, ("keep",), "Keep it", False),
    ],
)
def test_words_are_offered_and_nothing_else(
    stores: Stores,
    kind: StepKind,
    value: object,
    shown: str,
    place: Place,
    *,
    offered: bool,
) -> None:
    answer = an_answer("a", value, kind=kind, shown=shown, place=place)  # type: ignore[arg-type]  # a mixed list
    stores.reflections.put(a_reflection("one", answer))
    assert passages(stores) == (["a"] if offered else [])


def test_drafts_and_empty_answers_are_none(stores: Stores) -> None:
    stores.reflections.put(a_draft("draft", an_answer("a", "plum")))
    stores.reflections.put(a_reflection("one", an_answer("b", "", shown="")))
    assert passages(stores) == []


@pytest.mark.parametrize("path_id", sorted(NEVER_SHARED))
def test_some_paths_are_in_no_book(stores: Stores, path_id: str) -> None:
    stores.reflections.put(a_reflection("one", an_answer("a", "plum"), path_id=path_id))
    assert passages(stores) == []


def test_a_free_line_is_one(stores: Stores) -> None:
    stores.reflections.put(a_reflection("one", an_answer("a", "plum"), path_id="note"))
    assert passages(stores) == ["a"]


@pytest.mark.parametrize("rung", list(Rung))
def test_what_is_in_the_drawer_is_offered_once_it_was_said(stores: Stores, rung: Rung) -> None:
    stores.reflections.put(a_reflection("one", an_answer("a", "plum", place=Place.UNSAID)))
    assert passages(stores) == []
    stores.drawer.stand("a", Standing(rung))
    assert passages(stores) == (["a"] if rung is Rung.SAID else [])


def test_another_journeys_words_are_not_among_them(stores: Stores) -> None:
    other = Journey("other", "", NOW)
    stores.sessions.put_journey(other)
    stores.reflections.put(a_reflection("one", an_answer("a", "plum")))
    stores.reflections.put(a_reflection("two", an_answer("b", "pear"), journey_id=other.id))
    assert passages(stores) == ["a"]
    assert [one.text for one in stores.passages.passages(other.id)] == ["pear"]
