"""Words can be longer than the size they were meant to have."""

from __future__ import annotations

import pytest

from companion.domain.ladder import Size
from companion.domain.rehearsing import is_longer


@pytest.mark.parametrize(
    ("words", "longer"),
    [
        ("", False),
        ("one\ntwo\nthree", False),
        ("one\n\ntwo\n\nthree\n", False),
        ("one\ntwo\nthree\nfour", True),
        ("wide " * 45, False),
        ("wide " * 46, True),
    ],
)
def test_three_lines_are_three_lines_of_a_page(words: str, longer: bool) -> None:  # noqa: FBT001  a row of a table
    assert is_longer(Size.LINES, words) is longer


@pytest.mark.parametrize(
    ("words", "longer"),
    [
        ("", False),
        ("It hurt", False),
        ("It hurt.", False),
        ("It hurt …  ", False),
        ("At 5.30 it hurt.", False),
        ("It hurt. I laughed.", True),
        ("Did it? “Yes.” It did", True),
        ("It hurt\nand I laughed", True),
        ("It hurt.\n", False),
    ],
)
def test_one_sentence_ends_once(words: str, longer: bool) -> None:  # noqa: FBT001  a row of a table
    assert is_longer(Size.SENTENCE, words) is longer


def test_all_of_it_is_as_long_as_it_is() -> None:
    assert not is_longer(Size.ALL, "Much. " * 900)
