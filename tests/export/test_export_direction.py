"""A text runs the way its first letter does (UAX 9, rules P2 and P3)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.export.direction import LEFT_TO_RIGHT, RIGHT_TO_LEFT, direction


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("", LEFT_TO_RIGHT),
        ("a door", LEFT_TO_RIGHT),
        ("שלום", RIGHT_TO_LEFT),
        ("سلام", RIGHT_TO_LEFT),
        ("ܫܠܡܐ", RIGHT_TO_LEFT),
        ("12 – (שלום)", RIGHT_TO_LEFT),
        ("“…” abc שלום", LEFT_TO_RIGHT),
        ("שלום abc", RIGHT_TO_LEFT),
        ("12 34", LEFT_TO_RIGHT),
        ("١٢٣", LEFT_TO_RIGHT),  # digits have no direction of their own
        ("🌱 👍", LEFT_TO_RIGHT),
        ("🌱 سلام", RIGHT_TO_LEFT),
        ("\n\tשלום", RIGHT_TO_LEFT),
        ("漢字", LEFT_TO_RIGHT),
    ],
)
def test_a_text_runs_as_its_first_letter_does(text: str, runs: str) -> None:
    assert direction(text) == runs


@given(st.text("0 12.,-–()!?\n🌱"), st.sampled_from("aéжΩ漢"), st.text())
def test_what_is_no_letter_does_not_count(before: str, letter: str, after: str) -> None:
    assert direction(before + letter + after) == LEFT_TO_RIGHT


@given(st.text("0 12.,-–()!?\n🌱"), st.sampled_from("אשسعܫ"), st.text())
def test_what_comes_after_does_not_count(before: str, letter: str, after: str) -> None:
    assert direction(before + letter + after) == RIGHT_TO_LEFT


@given(st.text())
def test_every_text_runs_one_way_or_the_other(text: str) -> None:
    assert direction(text) in {LEFT_TO_RIGHT, RIGHT_TO_LEFT}
