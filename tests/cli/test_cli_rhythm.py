"""Quiet from the command line: pausing what home offers, and going on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from support.real import PASSPHRASE, Shell

if TYPE_CHECKING:
    from pathlib import Path

    from companion.domain.choices import Choices


@pytest.fixture
def ready(tmp_path: Path) -> Shell:
    """A shell with a new notebook."""
    shell = Shell(tmp_path)
    shell("init")
    assert shell.code == 0, shell.errors
    return shell


def choices(ready: Shell) -> Choices:
    """What was said in that notebook about being offered things."""
    notebook = ready.builder().notebook
    found = notebook.unlock(PASSPHRASE).rhythm.choices
    notebook.lock()
    return found


def test_a_pause_holds_until_someone_goes_on(ready: Shell) -> None:
    assert "Paused until you go on" in ready("pause")
    assert ready.code == 0
    assert choices(ready).paused
    assert choices(ready).paused_until is None

    assert "The pause is over" in ready("resume")
    assert ready.code == 0
    assert not choices(ready).paused


@pytest.mark.parametrize("day", ["2026-03-20", "2026-03-20 00:30"])
def test_a_pause_can_end_by_itself(ready: Shell, day: str) -> None:
    assert "Paused until Friday 20 March 2026" in ready("pause", "--until", day)
    assert choices(ready).paused_until == date(2026, 3, 20)


def test_a_pause_named_anew_takes_the_place_of_the_one_before(ready: Shell) -> None:
    ready("pause", "--until", "tomorrow")
    ready("pause")

    assert choices(ready).paused_until is None


@pytest.mark.parametrize("day", ["today", "yesterday", "2025-01-01"])
def test_a_day_that_is_over_pauses_nothing(ready: Shell, day: str) -> None:
    ready("pause", "--until", day)

    assert ready.code == 1
    assert "not ahead" in ready.errors
    assert not choices(ready).paused


def test_a_day_that_is_none_pauses_nothing(ready: Shell) -> None:
    ready("pause", "--until", "soon")

    assert ready.code == 1
    assert not choices(ready).paused


def test_going_on_without_a_pause_changes_nothing(ready: Shell) -> None:
    before = choices(ready)
    ready("resume")

    assert ready.code == 0
    assert choices(ready) == before
