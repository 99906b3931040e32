"""The recovery code is read back from paper, and a slip of the pen is named."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.recovery_code import (
    ALPHABET,
    GROUPS,
    Slip,
    asked_groups,
    new_code,
    read_code,
    read_group,
)

CODES = st.binary(min_size=28, max_size=28).map(lambda raw: new_code(lambda _: raw))
CODE = new_code(lambda length: bytes(range(3, 3 + length)))


def with_group(code: str, number: int, group: str) -> str:
    groups = code.split("-")
    groups[number - 1] = group
    return "-".join(groups)


def test_the_published_code_never_changes() -> None:
    assert CODE == "34564-789AX-BCDEA-FGHJA-KMNPR-QRST1-VWXYP"
    assert read_code(CODE) == CODE


@given(CODES)
def test_a_code_is_read_back_as_it_was_made(code: str) -> None:
    assert read_code(code) == code
    assert len(code.replace("-", "")) == 35


@given(CODES)
def test_case_blanks_and_likely_misreadings_make_no_difference(code: str) -> None:
    assert read_code(code.lower().replace("-", "  ")) == code
    assert read_code(code.replace("-", "")) == code
    assert read_code(f" {code.replace('0', 'o').replace('1', 'l')}\n") == code
    assert read_code(code.replace("1", "I").replace("-", "–")) == code


@pytest.mark.parametrize("number", range(1, GROUPS + 1))
def test_every_single_wrong_symbol_is_named_by_its_group(number: int) -> None:
    group = CODE.split("-")[number - 1]
    for place, right in enumerate(group):
        for wrong in set(ALPHABET) - {right}:
            slipped = with_group(CODE, number, group[:place] + wrong + group[place + 1 :])
            assert read_code(slipped) in (Slip(number), None)
            assert read_code(slipped.replace("-", "")) in (Slip(number), None)
            assert read_code(slipped) != slipped


@given(CODES, st.integers(1, GROUPS), st.integers(0, 4), st.integers(0, 4))
def test_any_two_swapped_symbols_of_a_group_are_noticed(
    code: str, number: int, one: int, other: int
) -> None:
    symbols = list(code.split("-")[number - 1])
    symbols[one], symbols[other] = symbols[other], symbols[one]
    swapped = with_group(code, number, "".join(symbols))
    assert (read_code(swapped) == swapped) == (swapped == code)


@given(CODES, st.integers(0, GROUPS - 1), st.integers(0, GROUPS - 1))
def test_groups_in_each_others_place_are_noticed(code: str, one: int, other: int) -> None:
    groups = code.split("-")
    groups[one], groups[other] = groups[other], groups[one]
    assert (read_code("-".join(groups)) == "-".join(groups)) == (one == other)


def test_a_left_out_symbol_is_named_by_its_group() -> None:
    group = CODE.split("-")[2]
    assert read_code(with_group(CODE, 3, group[:-1])) == Slip(3)
    assert read_code(with_group(CODE, 3, group[:-1]).replace("-", "")) == Slip(0)


def test_a_symbol_that_no_code_has_is_named_by_its_group() -> None:
    assert read_code(with_group(CODE, 2, "7U9AB")) == Slip(2)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "quiet lantern over seven rivers",
        "seven words that nobody else would ever say",
        "abcde fghjk mnpqr stvwx yzabc defgh jkmnp",
        "7 rivers, 4 lanterns and 1 quiet über-bridge",
        CODE + CODE,
    ],
)
def test_a_passphrase_is_not_taken_for_a_code(typed: str) -> None:
    assert read_code(typed) is None


@given(st.text(max_size=60))
def test_reading_never_fails(typed: str) -> None:
    found = read_code(typed)
    assert found is None or isinstance(found, Slip) or read_code(found) == found


@given(st.binary(min_size=2, max_size=2))
def test_two_different_groups_are_asked_back(raw: bytes) -> None:
    first, second = asked_groups(lambda _: raw)
    assert 1 <= first < second <= GROUPS


def test_a_group_typed_back_is_compared_as_it_is_read() -> None:
    assert read_group(" 3456" + CODE[4].lower(), CODE, 1)
    assert not read_group("3456", CODE, 1)
    assert not read_group(CODE.split("-")[1], CODE, 1)


def test_every_symbol_is_as_likely_as_any_other() -> None:
    seen = {symbol for _ in range(40) for symbol in new_code(os.urandom)}
    assert seen == {*ALPHABET, "-"}
