"""An answer knows whether it is made of words; a reflection, how it begins."""

from __future__ import annotations

import pytest
from support.builders import a_draft, a_reflection, an_answer

from companion.domain.answer import MapPoint
from companion.domain.path import StepKind


@pytest.mark.parametrize("point", [(-1, 5), (11, 5), (5, -1), (5, 11)])
def test_a_point_off_the_map_is_refused(point: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="off the map"):
        MapPoint(*point)


@pytest.mark.parametrize("point", [(0, 0), (10, 10), (0, 10)])
def test_the_corners_are_on_the_map(point: tuple[int, int]) -> None:
    assert MapPoint(*point).pleasant == point[0]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (StepKind.TEXT, True),
        (StepKind.WORDS, True),
        (StepKind.CHOICE, True),
        (StepKind.RATING, False),
        (StepKind.MAP, False),
    ],
)
def test_a_rating_and_a_point_are_no_words(kind: StepKind, *, words: bool) -> None:
    assert an_answer(kind=kind).has_words is words


def test_the_first_words_are_those_of_the_first_text() -> None:
    rating = an_answer("r", 3, kind=StepKind.RATING)
    chosen = an_answer("w", ("sad",), kind=StepKind.WORDS)
    reflection = a_reflection("one", rating, chosen, an_answer("a", "a kite"), an_answer("b", "x"))
    assert reflection.first_words == "a kite"
    assert a_reflection("one", rating, chosen).first_words == ""


def test_a_draft_is_what_was_not_finished() -> None:
    assert a_draft().is_draft
    assert not a_reflection().is_draft
