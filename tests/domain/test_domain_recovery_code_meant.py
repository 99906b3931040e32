"""What was meant as a recovery code, and what was not: on that hangs what someone is told."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.recovery_code import GROUP, GROUPS, SYMBOLS, Slip, asked_groups, new_code
from companion.domain.recovery_code import read_code as read

CODES = st.binary(min_size=28, max_size=28).map(lambda raw: new_code(lambda _: raw))
CODE = "34564-789AX-BCDEA-FGHJA-KMNPR-QRST1-VWXYP"
PLAIN = CODE.replace("-", "")


@pytest.mark.parametrize(
    ("symbols", "meant"), [(32, False), (33, True), (34, True), (36, True), (37, True), (38, False)]
)
def test_two_symbols_more_or_less_are_a_slip_and_three_are_something_else(
    symbols: int,
    meant: bool,  # noqa: FBT001 - a column of the table
) -> None:
    typed = (PLAIN + "ABC")[:symbols]
    assert read(typed) == (Slip(0) if meant else None)


@pytest.mark.parametrize(("digits", "meant"), [(2, False), (3, True), (4, True)])
def test_three_digits_tell_a_code_from_a_row_of_letters(
    digits: int,
    meant: bool,  # noqa: FBT001 - a column of the table
) -> None:
    typed = "7" * digits + "A" * (SYMBOLS - digits)
    assert read(typed) == (Slip(1) if meant else None)


def test_of_several_slips_the_first_is_named() -> None:
    groups = CODE.split("-")
    slipped = [*groups[:2], "BCDEB", groups[3], "KMNPS", *groups[5:]]
    assert read("-".join(slipped)) == Slip(3)


def test_what_stands_before_or_after_it_is_no_group() -> None:
    assert read(f"-{CODE}-") == read(f": {CODE}.") == CODE
    assert read(f"- {CODE.replace('BCDEA', 'BCDE')}") == Slip(3)


@pytest.mark.parametrize("sign", ["!", "'", "+", "é"])
def test_with_a_sign_that_nobody_writes_between_groups_it_was_not_meant_as_a_code(
    sign: str,
) -> None:
    assert read(CODE.replace("X", sign)) is None


@given(CODES, st.integers(0, GROUPS - 1))
def test_a_group_with_a_symbol_too_few_or_too_many_is_never_taken_for_a_whole_one(
    code: str, number: int
) -> None:
    groups = code.split("-")
    for place in range(GROUP):
        before, after = groups[number][:place], groups[number][place:]
        for other in (before + after[1:], before + after[0] + after):
            typed = "-".join([*groups[:number], other, *groups[number + 1 :]])
            assert not isinstance(read(typed), str)


def test_any_two_groups_are_about_as_likely_to_be_asked_back_as_any_other_two() -> None:
    seen = Counter[tuple[int, int]]()
    for first, second in product(range(GROUPS), range(256)):
        seen[asked_groups(lambda length, raw=bytes([first, second]): raw[:length])] += 1
    assert set(seen) == set(combinations(range(1, GROUPS + 1), 2))
    assert max(seen.values()) - min(seen.values()) <= 2


def test_two_bytes_of_chance_are_asked_for() -> None:
    assert asked_groups(bytes) == (1, 2)
