"""Reflections and drafts: what is kept is what comes back, and what is gone is gone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from storage_builders import (
    BEGAN,
    JOURNEY,
    parked,
    rated,
    said,
    walk,
)

from companion.domain.answer import Answer, MapPoint, Reflection
from companion.domain.errors import StorageError, UnknownReflectionError
from companion.domain.page import Line, Section
from companion.domain.path import Form, Place, StepKind
from companion.domain.text import clean

if TYPE_CHECKING:
    from companion.storage.store.open_stores import OpenStores

J = JOURNEY.id
texts = st.text(max_size=60).map(clean)
moments = st.datetimes(
    min_value=datetime(1900, 1, 1),  # noqa: DTZ001 - Hypothesis adds the zone
    max_value=datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
values = st.one_of(
    texts.map(lambda text: (StepKind.TEXT, text, text)),
    st.integers(0, 10).map(lambda rating: (StepKind.RATING, rating, str(rating))),
    st.builds(MapPoint, st.integers(0, 10), st.integers(0, 10)).map(
        lambda point: (StepKind.MAP, point, f"{point.pleasant}, {point.energy}")
    ),
    st.lists(texts, max_size=4).map(lambda some: (StepKind.WORDS, tuple(some), ", ".join(some))),
)


@st.composite
def reflections(make: st.DrawFn) -> Reflection:
    finished_at = make(st.none() | moments)
    answers = tuple(
        Answer(
            id=f"a{number}",
            step_id=make(texts),
            kind=kind,
            prompt=make(texts),
            value=value,
            shown=shown,
            place=make(st.sampled_from(Place)),
            section=make(st.none() | st.sampled_from(Section)),
        )
        for number, (kind, value, shown) in enumerate(make(st.lists(values, max_size=5)))
    )
    return Reflection(
        id="one",
        journey_id=J,
        path_id=make(texts),
        path_version=make(st.integers(1, 99)),
        language=make(texts),
        title=make(texts),
        form=make(st.sampled_from(Form)),
        started_at=make(moments),
        happened_at=make(moments),
        finished_at=finished_at,
        at_step=make(texts),
        answers=answers,
    )


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=reflections())
def test_every_reflection_comes_back_as_it_was_put(stores: OpenStores, one: Reflection) -> None:
    stores.reflections.put(one)

    assert stores.reflections.get("one") == one


def test_putting_it_twice_keeps_one(stores: OpenStores) -> None:
    entry = walk("one", said("a", "The heron was back."))

    stores.reflections.put(entry)
    stores.reflections.put(entry)

    assert stores.reflections.count(J) == 1
    assert stores.reflections.get("one") == entry


def test_an_unknown_id_is_told_by_name(stores: OpenStores) -> None:
    with pytest.raises(UnknownReflectionError) as told:
        stores.reflections.get("nowhere")
    assert told.value.details == {"id": "nowhere"}


def test_answers_that_are_gone_are_gone_and_the_others_follow_their_new_order(
    stores: OpenStores,
) -> None:
    stores.reflections.put(walk("one", said("a", "first"), said("b", "second"), rated("c", 4)))
    changed = walk("one", rated("c", 5), said("d", "new"), said("a", "first"))

    stores.reflections.put(changed)

    assert stores.reflections.get("one") == changed
    assert stores.reflections.search(J, "second", 5) == []


def test_answers_that_stay_keep_their_page_lines(stores: OpenStores) -> None:
    stores.reflections.put(walk("one", parked("a", "stays"), parked("b", "goes"), said("c", "x")))
    lines = [Line("a", Section.TALK), Line("b", Section.TALK), Line("c", Section.TALK)]
    stores.pages.put("s", lines)

    stores.reflections.put(walk("one", said("c", "x"), parked("a", "stays, in other words")))

    assert stores.pages.lines("s") == [lines[0], lines[2]]


def test_an_answer_put_in_the_drawer_by_a_save_leaves_every_page(stores: OpenStores) -> None:
    stores.reflections.put(walk("one", parked("a", "not yet"), parked("b", "this")))
    for session in ("", "s", "t"):
        stores.pages.put(session, [Line("a", Section.TALK), Line("b", Section.TALK)])

    stores.reflections.put(walk("one", said("a", "not yet", Place.UNSAID), parked("b", "this")))

    for session in ("", "s", "t"):
        assert [line.answer_id for line in stores.pages.lines(session)] == ["b"]


def test_an_answer_s_id_is_never_taken_from_another_entry(stores: OpenStores) -> None:
    first = walk("one", said("a", "mine"))
    stores.reflections.put(first)

    with pytest.raises(StorageError):
        stores.reflections.put(walk("two", said("a", "yours")))

    assert stores.reflections.get("one") == first
    assert stores.reflections.matching("two") == []


def test_a_moment_in_any_zone_is_the_same_moment(stores: OpenStores) -> None:
    east = timezone(timedelta(hours=9))
    stores.reflections.put(walk("one", at=BEGAN.astimezone(east)))

    found = stores.reflections.get("one")

    assert found.happened_at == BEGAN
    assert found.happened_at.tzinfo == UTC


def test_a_moment_without_a_zone_is_a_mistake_and_is_not_kept(stores: OpenStores) -> None:
    with pytest.raises(ValueError, match="zone"):
        stores.reflections.put(walk("one", at=BEGAN.replace(tzinfo=None)))

    assert stores.reflections.count(J) == 0


def test_removing_takes_everything_and_may_be_done_twice(stores: OpenStores) -> None:
    stores.reflections.put(walk("one", parked("a", "bittern")))
    stores.reflections.put(walk("two", said("b", "heron")))
    stores.pages.put("s", [Line("a", Section.TALK)])

    stores.reflections.remove("one")
    stores.reflections.remove("one")

    assert stores.reflections.matching("") == ["two"]
    assert stores.reflections.search(J, "bittern", 5) == []
    assert stores.pages.lines("s") == []


@pytest.mark.parametrize(
    ("place", "left"),
    [(Place.HERE, ["a"]), (Place.PARKED, ["a"]), (Place.UNSAID, []), (None, [])],
)
def test_moving_an_answer_takes_its_line_off_the_page_only_into_the_drawer_or_away(
    stores: OpenStores, place: Place | None, left: list[str]
) -> None:
    stores.reflections.put(walk("one", parked("a", "bittern"), said("b", "heron")))
    stores.pages.put("s", [Line("a", Section.TALK)])

    stores.reflections.move_answer("a", place)

    assert [line.answer_id for line in stores.pages.lines("s")] == left
    found = {answer.id: answer.place for answer in stores.reflections.get("one").answers}
    assert found == ({"b": Place.HERE} | ({"a": place} if place else {}))
    assert bool(stores.reflections.search(J, "bittern", 5)) == (place is not None)


def test_moving_an_answer_that_is_not_there_changes_nothing(stores: OpenStores) -> None:
    stores.reflections.move_answer("nowhere", Place.PARKED)
    stores.reflections.move_answer("nowhere", None)

    assert stores.reflections.count(J) == 0
