"""Preferences hold at once, and are kept where that can be done."""

from __future__ import annotations

import pytest
from support.fakes import MemoryPreferences

from companion.domain.errors import StorageError
from companion.domain.preferences import DUSK, PAPER, Preferences
from companion.services.preferences import PreferenceKeeper


def test_the_file_is_read_once_and_only_when_it_is_needed() -> None:
    file = MemoryPreferences(Preferences(theme=PAPER))
    keeper = PreferenceKeeper(file)
    assert file.loads == 0
    assert keeper.current == keeper.current == Preferences(theme=PAPER)
    assert file.loads == 1


def test_a_change_is_kept_and_leaves_the_rest() -> None:
    file = MemoryPreferences(Preferences(language="en"))
    keeper = PreferenceKeeper(file)
    keeper.set_theme(PAPER)
    keeper.set_country("GB")
    assert keeper.current == file.kept == Preferences(PAPER, "en", "GB")


def test_a_theme_that_does_not_exist_changes_nothing() -> None:
    file = MemoryPreferences()
    PreferenceKeeper(file).set_theme("neon")
    assert file.kept.theme == DUSK


def test_a_choice_holds_for_this_run_even_if_it_can_not_be_kept() -> None:
    file = MemoryPreferences()
    file.writable = False
    keeper = PreferenceKeeper(file)
    with pytest.raises(StorageError):
        keeper.set_theme(PAPER)
    assert keeper.current.theme == PAPER
