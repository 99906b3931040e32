"""The linter catches each thing that the rules are there for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.catalog.files import shipped
from companion.catalog.lint import check_path, check_prompt, rules
from companion.catalog.readability import flesch_kincaid, syllables
from companion.domain.path import Card, Option, ReflectionPath, Scale, Step, StepKind, WordGroup

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
    ("Why's that so?", "why: why"),
    ("What did you process there?", "jargon: process"),
    ("Surely it was a good hour?", "leading: surely"),
    ("How Painful was it?", "leading: how painful"),
    ("It was great.", "praise: great"),
    ("Don’t forget the hour.", "advice: don't forget"),
    ("Then you’ll feel lighter.", "promise: you'll feel"),
    ("What he's like in there.", "gendered: he"),
    ("What your therapist thinks of himself.", "gendered: himself"),
    ("Name ３ things in the room.", "a digit"),
    ("Go on！", "an exclamation mark"),
]


@pytest.mark.parametrize(("sentence", "wrong"), PLANTED)
def test_a_planted_mistake_is_found(sentence: str, wrong: str) -> None:
    assert wrong in list(check_prompt(sentence, RULE))


def test_hard_words_are_found_by_their_grade() -> None:
    hard = "Interpersonal vulnerability necessitates considerable emotional availability."
    assert any("reading grade" in wrong for wrong in check_prompt(hard, RULE))


def test_a_plain_question_passes() -> None:
    assert list(check_prompt("What stayed with you? Take the first thing.", RULE)) == []


def test_a_phrase_on_the_list_of_exceptions_is_in_order() -> None:
    allowed = replace(RULE, allowed=("the he and she of it",))
    assert list(check_prompt("What of the he and she of it?", allowed)) == []
    assert "gendered: he" in list(check_prompt("What does he say?", allowed))


def test_a_language_without_a_grade_of_its_own_is_not_graded() -> None:
    hard = "Interpersonal vulnerability necessitates considerable emotional availability."
    assert list(check_prompt(hard, replace(RULE, formula=""))) == []


def test_every_sentence_that_a_path_shows_is_looked_at() -> None:
    loud = Option("a", "one!", "two!")
    path = ReflectionPath(
        "p", 1, "en", "three!", "four!", 1, card=Card("five!"), steps=(
            Step("t", StepKind.TEXT, "six!", "seven!"),
            Step("c", StepKind.CHOICE, "Which?", options=(loud,)),
            Step("r", StepKind.RATING, "How?", scales=(Scale("eight!", "nine!"),)),
            Step("w", StepKind.WORDS, "Which?", groups=(WordGroup("g", 1, 1, ("ten!",)),),
                 outside=("eleven!",)),
        ),
    )  # fmt: skip
    assert {(key, wrong) for key, wrong in check_path(path, RULE)} == {
        (key, "an exclamation mark")
        for key in (
            "title", "about", "card.text", "t.prompt", "t.help", "c.options.a",
            "c.options.a.text", "r.low", "r.high", "w.groups.g", "w.outside",
        )
    }  # fmt: skip


def test_the_limit_of_words_holds_for_each_sentence_of_a_longer_text() -> None:
    some = "We sat and it was so still that you could hear the rain on the roof."
    step = Step("s", StepKind.TEXT, "What then?", help=f"{some} {some} {some}")
    path = ReflectionPath("p", 1, "en", "Rain", "On rain.", 1, (step,))
    assert list(check_path(path, RULE)) == []
    long = replace(step, help=" and ".join([some.rstrip(".")] * 3))
    assert ("s.help", "50 words, 30 at most") in list(
        check_path(replace(path, steps=(long,)), RULE)
    )


def test_words_are_whole_words() -> None:
    assert list(check_prompt("The others went to the theatre.", RULE)) == []


@pytest.mark.parametrize(
    ("word", "count"),
    [("room", 1), ("table", 2), ("quiet", 1), ("therapy", 3), ("like", 1), ("a", 1)],
)
def test_syllables_are_estimated(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_the_published_formula() -> None:
    # Two sentences of five one-syllable words: 0.39 * 5 + 11.8 * 1 - 15.59.
    assert flesch_kincaid("The cat sat on mats. The dog sat on rugs.") == pytest.approx(-1.84)


@given(st.text())
def test_no_text_breaks_the_linter(text: str) -> None:
    list(check_prompt(text, RULE))
