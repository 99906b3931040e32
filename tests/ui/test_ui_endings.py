"""The lid is shut, someone else sits down: nothing is lost, nothing stays."""

from __future__ import annotations

import gc
import types
from typing import TYPE_CHECKING

import pytest
from support.real import CheapBuilder
from support.screens import press, seen, settled, until, write
from support.time import FixedClock

from companion.ui.app import CompanionApp
from companion.ui.asleep import seconds_slept
from companion.ui.widgets.editor import Editor

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from companion.services.house import House

CANARY = "siskin the thing nobody was told"
EARLIER = "goldcrest an entry from last week"
PASSPHRASE = "nine sparrows under a borrowed lantern"
"""Of this file alone, so that nothing else in the process holds it."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notebook"


@pytest.fixture
def house(folder: Path) -> House:
    """A house whose notebook has an entry, and is locked."""
    house = CheapBuilder(FixedClock(), str(folder)).house
    house.notebook.set_up(PASSPHRASE).reflecting.note(EARLIER, "A free line")
    house.notebook.lock()
    return house


async def writing(pilot: Pilot[None]) -> None:
    """Unlock, read the journal, begin a reflection, write something not yet saved."""
    await settled(pilot)
    await write(pilot, PASSPHRASE)
    await press(pilot, "enter")
    await settled(pilot)
    await press(pilot, "j")
    await until(pilot, lambda: EARLIER in seen(pilot))
    await press(pilot, "enter", "escape", "escape", "enter")
    for _ in range(8):
        if isinstance(pilot.app.focused, Editor):
            break
        await press(pilot, "ctrl+n")
    await write(pilot, CANARY)
    assert CANARY in seen(pilot)


async def test_a_lid_that_was_shut_locks(house: House) -> None:
    slept = [100.0]
    app = CompanionApp(house, slept=lambda: slept[0])
    async with app.run_test(size=(80, 24)) as pilot:
        await writing(pilot)
        await app.lock_if_idle()
        assert app.is_open
        slept[0] += 3600
        await app.lock_if_idle()
        await settled(pilot)
        assert not app.is_open
        assert "Your passphrase opens the notebook" in seen(pilot)


def test_a_machine_that_is_awake_has_not_slept_in_between() -> None:
    assert abs(seconds_slept() - seconds_slept()) < 1


def holding(words: str) -> list[object]:
    """Every object of the process that holds words of the notebook, this file's own aside."""
    gc.collect()
    return [one for one in gc.get_objects() if not _ours(one) and _holds(one, words)]


def _holds(one: object, words: str) -> bool:
    # Not `words` itself, which is a variable of this function.
    found = [one for one in gc.get_referents(one) if isinstance(one, str) and one is not words]
    return any(words in one for one in found)


def _ours(one: object) -> bool:
    """Whether an object is a variable or a constant of this file, or of what runs it."""
    if isinstance(one, dict):
        return "__name__" in one or "CANARY" in one
    constants = type(one) is tuple and CANARY in one and EARLIER in one
    return constants or isinstance(one, types.FrameType | types.CodeType | types.CoroutineType)


async def test_after_a_lock_nothing_of_the_app_holds_the_words(house: House) -> None:
    app = CompanionApp(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await writing(pilot)
        assert holding(CANARY[:20])
        await press(pilot, "ctrl+l")
        await settled(pilot)
        for words in (CANARY[:20], EARLIER[:20], PASSPHRASE):
            assert holding(words) == []
        assert not house.notebook._vault.is_open
