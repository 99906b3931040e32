"""Numbers as people type them: of any script, in a range, and of any length."""

from __future__ import annotations

import pytest

from companion.domain.typed_number import MOST, typed_number


@pytest.mark.parametrize(("typed", "number"), [("1", 1), ("12", 12), ("007", 7), ("\u0663", 3)])
def test_a_number_in_the_range_is_read(typed: str, number: int) -> None:
    assert typed_number(typed, 1, 12) == number


@pytest.mark.parametrize("typed", ["", "0", "13", "-1", "+1", "1.5", " 1", "1 2", "²", "one"])
def test_anything_else_is_none(typed: str) -> None:
    assert typed_number(typed, 1, 12) is None


def test_a_number_of_thousands_of_digits_is_none_and_no_error() -> None:
    assert typed_number("9" * 5000, 0, MOST) is None


def test_the_highest_number_is_read() -> None:
    assert typed_number(str(MOST), 0, MOST) == MOST
