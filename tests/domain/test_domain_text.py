"""Text is made safe without losing a word of it."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from companion.domain.text import cell_width, clean, excerpt, one_line, word_count, wrapped

OBEYED = {chr(code) for code in [*range(32), *range(127, 160)]} - {"\t", "\n"}
TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
ANYTHING = st.text(st.characters(codec=None))


def letters(text: str) -> Counter[str]:
    """The letters, digits and marks of a text, each taken apart as far as it goes."""
    apart = unicodedata.normalize("NFD", text)
    return Counter(one for one in apart if unicodedata.category(one)[0] in "LNMPS")


@given(ANYTHING)
@example("\r\x00\n")
@example("e\x00\u0301")
@example("\ud83d\x00\ude00")
def test_cleaning_again_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANYTHING)
def test_what_is_clean_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    kept = clean(text)
    assert not set(kept) & (OBEYED | TURNING | {"\u2028", "\u2029", "\ufeff"})
    assert kept.encode("utf-8").decode("utf-8") == kept


@given(ANYTHING)
def test_cleaning_never_loses_a_letter(text: str) -> None:
    assert letters(clean(text)) == letters(text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("a\tb", "a\tb"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x9b31mred", "31mred"),
        ("\x1b]0;title\x07", "]0;title"),
        ("e\u0301", "é"),
        ("abc\u202edef", "abcdef"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("שלום\u200f!", "שלום\u200f!"),
        ("half\ud83d", "half"),
    ],
)
def test_examples_of_cleaning(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_one_line_folds_every_blank() -> None:
    assert one_line("  a\n\n b\t c\u00a0d\u2028e ") == "a b c d e"


@given(st.text())
def test_one_line_has_no_line_end(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@given(st.text(), st.integers(2, 40))
def test_an_excerpt_is_a_beginning_and_short_enough(text: str, limit: int) -> None:
    short = excerpt(text, limit)
    assert len(short) <= limit
    whole = one_line(text)
    assert short == whole or (short[-1] == "…" and whole.startswith(short[:-1]))


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("a short line", 20, "a short line"),
        ("exactly ten", 11, "exactly ten"),
        ("cut at a word", 10, "cut at a…"),
        ("incomprehensibilities", 10, "incompreh…"),
        ("a incomprehensibilities", 10, "a incompr…"),
        ("two\nlines", 20, "two lines"),
        ("", 2, ""),
    ],
)
def test_examples_of_excerpts(text: str, limit: int, short: str) -> None:
    assert excerpt(text, limit) == short


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("one", 1), (" one  two\nthree ", 3), ("well-known, no?", 2)]
)
def test_words_are_counted_as_a_reader_would(text: str, count: int) -> None:
    assert word_count(text) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("悲伤、想家", 2),  # sad, homesick
        ("悲しい、懐かしい。", 4),
        ("我喜欢coffee很多", 4),
        ("コーヒー☕", 2),
        ("ﾈｺ", 1),
        ("วันนี้ฉันรู้สึกเศร้า", 4),  # วันนี้ ฉัน รู้สึก เศร้า
        ("ມື້ນີ້ຂ້ອຍຮູ້ສຶກໂສກເສົ້າ", 5),
        ("ថ្ងៃនេះខ្ញុំមានអារម្មណ៍សោកសៅ", 5),
        ("ဒီနေ့ ကျွန်တော် ဝမ်းနည်းတယ်", 4),
        ("오늘은 슬프다", 2),  # Korean has blanks
        ("ุ", 1),
        ("。", 1),
    ],
)
def test_words_without_blanks_between_them_are_counted_too(text: str, count: int) -> None:
    assert word_count(text) == count


UNSPACED = st.text("我很悲伤かなしいカナวันนี้ມື້ថ្ងៃနေ့a b,。、é1-🌱")


@given(st.text())
@example("我 a")
def test_only_blanks_are_no_words_and_no_word_is_less_than_a_sign(text: str) -> None:
    signs = "".join(text.split())
    assert bool(signs) <= word_count(text) <= len(signs)


@given(st.text("abc éßя אב 한글,.-'1"))
def test_where_there_are_blanks_between_words_nothing_else_is_counted(text: str) -> None:
    assert word_count(text) == len(text.split())


@given(UNSPACED, UNSPACED)
def test_texts_side_by_side_have_the_words_of_both(one: str, other: str) -> None:
    assert word_count(f"{one} {other}") == word_count(one) + word_count(other)


@given(UNSPACED, UNSPACED)
def test_a_blank_more_never_makes_a_text_shorter(one: str, other: str) -> None:
    assert word_count(one + other) <= word_count(f"{one} {other}")


@given(st.sampled_from(["心", "か", "ก", "ខ"]), st.integers(0, 400))
def test_a_long_run_is_too_long_wherever_it_is_written(letter: str, length: int) -> None:
    a_word = 3 if letter in "กខ" else 2
    assert word_count(letter * length) == -(-length // a_word)


@pytest.mark.parametrize(
    ("text", "cells"),
    [("", 0), ("abc", 3), ("漢字", 4), ("e\u0301", 1), ("ｆ", 2), ("a\u200db", 2)],
)
def test_the_cells_of_a_text(text: str, cells: int) -> None:
    assert cell_width(text) == cells


@given(st.text(), st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(cell_width(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 9, ["one two", "three"]),
        ("one\n\ntwo", 9, ["one", "", "two"]),
        ("a incomprehensible word", 8, ["a", "incompre", "hensible", "word"]),
        ("漢字漢字漢", 5, ["漢字", "漢字", "漢"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
    ],
)
def test_examples_of_wrapping(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


def test_a_very_long_word_is_wrapped_in_one_go() -> None:
    lines = wrapped("a" * 400_000, 72)
    assert len(lines) == 400_000 // 72 + 1
    assert "".join(lines) == "a" * 400_000
