"""Help is offered because of ratings alone: no word that anyone writes has a say in it."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.time import NOW

from companion.catalog.shelf import Bookshelf
from companion.domain.path import Form, Place, StepKind
from companion.domain.walk import Walk

if TYPE_CHECKING:
    from companion.domain.answer import Value
    from companion.domain.path import ReflectionPath

PATHS = [path for path in Bookshelf().paths() if path.offered]
DARK = ("I want to die", "kill", "suicide", "pills", "no way out", "dead funny", "", "tea")
RATINGS = st.none() | st.integers(0, 10)
OFFERS = {"needs-a-person", "stirred", "plainly"}
WORDS_OF = {
    StepKind.TEXT: lambda words: words or None,
    StepKind.WHEN_THEN: lambda words: (words, words),
}


def offered(
    path: ReflectionPath, form: Form, ratings: dict[str, int | None], said: str
) -> set[str]:
    """The offers of help on a walk in which every question for words is answered alike."""
    ids = count()
    walk = Walk("w", "j", path, NOW, NOW, path.form_of(form))
    seen: set[str] = set()
    while True:
        step = walk.step
        if step.shows_help:
            seen.add(step.id)
        value: Value | None = None
        if step.kind is StepKind.RATING:
            value = ratings.get(step.id)
        elif step.kind in WORDS_OF and said:
            value = WORDS_OF[step.kind](said)
        elif step.kind is StepKind.WORDS and said:
            value = (said,)
        if value is not None:
            walk = walk.answered(value, lambda: f"a{next(ids)}").placed(Place.HERE)
        if walk.at_end:
            return seen
        walk = walk.forward()


def expected(path: ReflectionPath, form: Form, ratings: dict[str, int | None]) -> set[str]:
    """What the rule says: steadiness of one or less, both of hope, or leaving three lower."""
    arrive, leave = ratings["arrive"], ratings["leave"]
    found = set()
    if arrive is not None and arrive <= 1:
        found.add("needs-a-person")
    both = (ratings["ways"], ratings["fuel"])
    asked = path.id == "hope" and path.form_of(form) is not Form.ONE
    if asked and all(one is not None and one <= 1 for one in both):
        found.add("plainly")
    left = path.form_of(form) is not Form.ONE
    if left and arrive is not None and leave is not None and arrive - leave >= 3:
        found.add("stirred")
    return found


@pytest.mark.parametrize("path", PATHS, ids=lambda one: one.id)
@given(
    form=st.sampled_from(Form),
    ratings=st.fixed_dictionaries(dict.fromkeys(("arrive", "leave", "ways", "fuel"), RATINGS)),
    one=st.sampled_from(DARK) | st.text(max_size=30),
    other=st.sampled_from(DARK) | st.text(max_size=30),
)
def test_the_same_ratings_bring_the_same_offers_whatever_was_written(
    path: ReflectionPath, form: Form, ratings: dict[str, int | None], one: str, other: str
) -> None:
    first = offered(path, form, ratings, one)
    assert first == offered(path, form, ratings, other)
    assert first & OFFERS == expected(path, form, ratings)


@pytest.mark.parametrize("path", PATHS, ids=lambda one: one.id)
def test_no_offer_of_help_hangs_on_anything_but_a_rating(path: ReflectionPath) -> None:
    for step in path.steps:
        if step.shows_help and step.asked_if is not None:
            about = {path.step(one) for one in step.asked_if.steps}
            assert {one.kind for one in about if one} == {StepKind.RATING}


@pytest.mark.parametrize("path", PATHS, ids=lambda one: one.id)
def test_after_every_offer_the_questions_go_on(path: ReflectionPath) -> None:
    ratings: dict[str, int | None] = {"arrive": 0, "leave": None, "ways": 5, "fuel": 5}
    ids = count()
    walk = Walk("w", "j", path, NOW, NOW)
    asked = set()
    while not walk.at_end:
        if walk.step.kind is StepKind.RATING and ratings.get(walk.step.id) is not None:
            walk = walk.answered(ratings[walk.step.id], lambda: f"a{next(ids)}")
        asked.add(walk.step.id)
        walk = walk.forward()
    assert "needs-a-person" in asked
    own = [one for one in path.steps if one.asks and not one.framing and one.asked_if is None]
    assert {one.id for one in own} <= asked
