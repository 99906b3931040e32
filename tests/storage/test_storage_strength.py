"""How hard a passphrase is to guess."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.storage.vault.strength import LONGEST, ZxcvbnJudge

judge = ZxcvbnJudge()


@pytest.mark.parametrize(
    "passphrase", ["", " ", "\n", "password", "companion", "12345678", "therapy"]
)
def test_what_is_guessed_at_once_has_no_strength(passphrase: str) -> None:
    assert judge.strength(passphrase) == 0


@pytest.mark.parametrize(
    "passphrase",
    ["nine quiet herons by the weir", "elf Zwölftel über dem Fluß", "犬が川のそばで九羽の鷺を見た"],
)
def test_a_few_unrelated_words_are_out_of_reach(passphrase: str) -> None:
    assert judge.strength(passphrase) == 4


def test_a_very_long_passphrase_is_judged_by_its_beginning_and_soon() -> None:
    begun = perf_counter()

    assert judge.strength("nine quiet herons by the weir " * 1_000) == 4
    assert judge.strength("a" * LONGEST * 1_000) <= 1
    assert perf_counter() - begun < 10


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_every_text_has_a_strength(passphrase: str) -> None:
    assert judge.strength(passphrase) in range(5)
