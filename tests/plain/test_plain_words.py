"""Words for feelings line by line: add, move, hide, offer again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.lines import Lines

from companion.plain.words import LONGEST_WORD, arrange_words

if TYPE_CHECKING:
    from pathlib import Path

ADD, MOVE, HIDE, SHOW = "1", "2", "3", "4"


@pytest.fixture
def lines(tmp_path: Path) -> Lines:
    return Lines(tmp_path)


def offered(lines: Lines) -> list[tuple[str, ...]]:
    """The words of each group."""
    return [group.words for group in lines.opened.vocabulary.groups()]


def test_every_group_is_named_with_its_words(lines: Lines) -> None:
    out = lines(arrange_words, "")
    for words in offered(lines):
        assert ", ".join(words) in out
    assert "bright and wide awake: " in out
    assert "Not offered" not in out


def test_a_word_of_ones_own_is_offered_in_the_group_that_was_chosen(lines: Lines) -> None:
    lines(arrange_words, ADD, "mossy", "3", "")
    assert ["mossy" in words for words in offered(lines)].index(True) == 2


def test_a_word_is_moved_whatever_its_capitals(lines: Lines) -> None:
    word = offered(lines)[0][0]
    lines(arrange_words, MOVE, word.upper(), "2", "")
    assert word not in offered(lines)[0]
    assert word in offered(lines)[1]


def test_a_hidden_word_is_said_apart_and_offered_again(lines: Lines) -> None:
    before = offered(lines)
    word = before[0][0]
    out = lines(arrange_words, HIDE, word, "")
    assert f"Not offered: {word}" in out
    assert word not in offered(lines)[0]
    lines(arrange_words, SHOW, word, "")
    assert offered(lines) == before


def test_a_word_that_is_not_there_is_told_and_changes_nothing(lines: Lines) -> None:
    before = offered(lines)
    for choice in (MOVE, HIDE, SHOW):
        assert "There is no such word here" in lines(arrange_words, choice, "mossy", "", "")
    assert offered(lines) == before


def test_empty_lines_leave_everything_as_it_is(lines: Lines) -> None:
    before = offered(lines)
    for choice in (ADD, MOVE, HIDE, SHOW):
        lines(arrange_words, choice, "", "")
    lines(arrange_words, ADD, "mossy", "", "")
    lines(arrange_words, MOVE, before[0][0], "", "")
    assert offered(lines) == before


def test_a_word_that_is_too_long_is_asked_for_again(lines: Lines) -> None:
    out = lines(arrange_words, ADD, "m" * (LONGEST_WORD + 1), "mossy", "1", "")
    assert "That is long for a word" in out
    assert "mossy" in offered(lines)[0]
