"""What a guess at a passphrase costs, and how that is decided."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from companion.domain.errors import StorageError
from companion.storage.vault import keys
from companion.storage.vault.keys import (
    CAP,
    CHEAPEST,
    FLOOR,
    MOST_MEMORY_KIB,
    KdfProfile,
    calibrated,
    derive,
    unwrap,
    wrap,
)
from companion.storage.vault.vault import FolderVault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SALT = b"sixteen bytes, s"


class Machine:
    """A computer whose speed is known: a clock that Argon2id's work moves on."""

    def __init__(self, seconds_at_the_floor: float, monkeypatch: pytest.MonkeyPatch) -> None:
        self._now = 100.0
        self._speed = seconds_at_the_floor / (FLOOR.memory_kib * FLOOR.iterations)
        monkeypatch.setattr(keys, "derive", self._work)

    def timer(self) -> float:
        return self._now

    def takes(self, profile: KdfProfile) -> float:
        return profile.memory_kib * profile.iterations * self._speed

    def _work(self, _passphrase: str, _salt: bytes, profile: KdfProfile) -> bytes:
        self._now += self.takes(profile)
        return bytes(32)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], Machine]:
    return lambda seconds: Machine(seconds, monkeypatch)


@pytest.mark.parametrize("seconds", [0.02, 0.05, 0.07, 0.11, 0.2, 0.3])
def test_on_most_machines_opening_takes_about_half_a_second(
    seconds: float, machine: Callable[[float], Machine]
) -> None:
    computer = machine(seconds)

    profile = calibrated(computer.timer)

    assert profile.allowed
    assert 0.3 <= computer.takes(profile) <= 0.5


@pytest.mark.parametrize(
    ("seconds", "memory", "passes"),
    [(0.3, 1, 5), (0.25, 2, 3), (0.2, 2, 3), (0.15, 2, 5), (0.125, 4, 3), (0.05, 4, 7)],
)
def test_memory_is_raised_first_then_passes(
    seconds: float, memory: int, passes: int, machine: Callable[[float], Machine]
) -> None:
    expected = KdfProfile(FLOOR.memory_kib * memory, passes, FLOOR.lanes)

    assert calibrated(machine(seconds).timer) == expected


@pytest.mark.parametrize("bound", [FLOOR, CAP])
def test_a_notebook_may_ask_for_the_least_and_for_the_most(bound: KdfProfile) -> None:
    assert bound.allowed


def test_a_slow_machine_still_gets_the_floor(machine: Callable[[float], Machine]) -> None:
    assert calibrated(machine(4.0).timer) == FLOOR


def test_a_fast_machine_gets_more_passes_but_no_more_memory_than_a_small_one_has(
    machine: Callable[[float], Machine],
) -> None:
    profile = calibrated(machine(0.004).timer)

    assert profile.memory_kib == MOST_MEMORY_KIB
    assert profile.iterations > FLOOR.iterations


def test_a_clock_that_stands_still_stays_below_the_cap(
    machine: Callable[[float], Machine],
) -> None:
    profile = calibrated(machine(0.0).timer)

    assert profile.allowed
    assert profile.iterations == CAP.iterations


def test_the_floor_is_the_second_choice_of_rfc_9106() -> None:
    assert KdfProfile(memory_kib=65_536, iterations=3, lanes=4) == FLOOR
    assert CAP.memory_kib == 1024 * 1024


def test_one_passphrase_gives_one_key_however_its_accents_are_composed() -> None:
    composed = unicodedata.normalize("NFC", "Blüten über Ångström")
    apart = unicodedata.normalize("NFD", composed)

    assert composed != apart
    assert derive(composed, SALT, CHEAPEST) == derive(apart, SALT, CHEAPEST)


def test_a_terminal_s_broken_characters_still_make_a_key() -> None:
    assert len(derive("half a letter \udcc3", SALT, CHEAPEST)) == 32


def test_too_little_memory_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    from cryptography.hazmat.primitives.kdf import argon2

    def refuse(**_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(argon2, "Argon2id", refuse)
    with pytest.raises(StorageError):
        derive("a passphrase", SALT, CHEAPEST)


def test_a_key_is_unlocked_only_with_all_that_it_is_tied_to() -> None:
    key, other, nonce = bytes(range(32)), bytes(32), bytes(12)
    wrapped = wrap(key, other, nonce, b"tied")

    assert unwrap(wrapped, other, nonce, b"tied") == key
    assert unwrap(wrapped, other, nonce, b"tied otherwise") is None
    assert unwrap(wrapped, key, nonce, b"tied") is None
    assert unwrap(wrapped[:-1] + b"\0", other, nonce, b"tied") is None


def test_a_real_notebook_with_the_cheapest_profile_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="profile"):
        FolderVault(tmp_path / "notebook", profile=CHEAPEST)
