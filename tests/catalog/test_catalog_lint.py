"""The linter catches each thing that the rules are there for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.catalog.files import shipped
from companion.catalog.lint import check_sentence, reading_grade, rules, syllables

RULE = rules(shipped(), "en")

PLANTED = [
    ("Why did you say that?", "why: why"),
    ("What triggered you in there?", "jargon: triggered"),
    ("How did that hurt you?", "leading: how did that hurt"),
    ("Well done. What next?", "praise: well done"),
    ("You should say it.", "advice: you should"),
    ("This will help you.", "promise: will help you"),
    ("What did she say then?", "gendered: she"),
    ("Name 3 things in the room.", "a digit"),
    ("Go on!", "an exclamation mark"),
    ("word " * 31, "31 words, 30 at most"),
]


@pytest.mark.parametrize(("sentence", "wrong"), PLANTED)
def test_a_planted_mistake_is_found(sentence: str, wrong: str) -> None:
    assert wrong in list(check_sentence(sentence, RULE))


def test_hard_words_are_found_by_their_grade() -> None:
    hard = "Interpersonal vulnerability necessitates considerable emotional availability."
    assert any("reading grade" in wrong for wrong in check_sentence(hard, RULE))


def test_a_plain_question_passes() -> None:
    assert list(check_sentence("What stayed with you? Take the first thing.", RULE)) == []


def test_words_are_whole_words() -> None:
    assert list(check_sentence("The others went to the theatre.", RULE)) == []


@pytest.mark.parametrize(
    ("word", "count"),
    [("room", 1), ("table", 2), ("quiet", 1), ("therapy", 3), ("like", 1), ("a", 1)],
)
def test_syllables_are_estimated(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_the_published_formula() -> None:
    # Two sentences of five one-syllable words: 0.39 * 5 + 11.8 * 1 - 15.59.
    assert reading_grade("The cat sat on mats. The dog sat on rugs.") == pytest.approx(-1.84)


@given(st.text())
def test_no_text_breaks_the_linter(text: str) -> None:
    list(check_sentence(text, RULE))
