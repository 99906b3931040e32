"""A settings file that is odd, though it is TOML: what is set holds, and no word of it is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import tomlkit
from tomlkit.exceptions import KeyAlreadyPresent

from companion.catalog.language import Language
from companion.domain.preferences import PAPER, Preferences
from companion.storage.preferences import ASIDE, FILE_NAME, PreferencesFile

if TYPE_CHECKING:
    from pathlib import Path

SAY = Language("en").say
KEYS = Preferences(keys={"home.note": "z"})
USUAL = Preferences()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the settings are; not there yet."""
    return tmp_path / FILE_NAME


def kept(file: Path) -> Preferences:
    return PreferencesFile(file.parent).load().preferences


def test_a_key_that_is_set_takes_the_place_of_what_is_no_table_of_keys(file: Path) -> None:
    file.write_text('keys = 3 # three\ntheme = "paper"\n', encoding="utf-8")

    PreferencesFile(file.parent, SAY).save(KEYS, ["keys.home.note"])

    assert kept(file) == Preferences(theme=PAPER, keys={"home.note": "z"})
    assert not (file.parent / ASIDE).exists()


@pytest.mark.parametrize("text", ["", "# Mine.\n", 'theme = "paper"', "keys = 3\n"])
def test_a_key_that_is_as_it_comes_changes_no_file_without_keys(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")

    PreferencesFile(file.parent, SAY).save(USUAL, ["keys.home.note"])

    assert file.read_text(encoding="utf-8") == text


def test_a_key_that_is_as_it_comes_leaves_the_other_keys_alone(file: Path) -> None:
    text = '[keys]\n"page.tick" = "x" # mine\n'
    file.write_text(text, encoding="utf-8")

    PreferencesFile(file.parent, SAY).save(USUAL, ["keys.home.note"])

    assert file.read_text(encoding="utf-8") == text


def test_a_key_that_stands_there_twice_makes_a_new_file_and_keeps_the_old_one(file: Path) -> None:
    text = 'keys."home.note" = "a"\nkeys.home.note = "b"\n'
    file.write_text(text, encoding="utf-8")

    PreferencesFile(file.parent, SAY).save(KEYS, ["keys.home.note"])

    assert kept(file) == KEYS
    assert (file.parent / ASIDE).read_text(encoding="utf-8") == text


def test_a_file_that_can_not_be_changed_in_its_place_is_kept_beside_the_new_one(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: str) -> None:
        key = "theme"
        raise KeyAlreadyPresent(key)

    file.write_text('theme = "dusk"\n', encoding="utf-8")
    monkeypatch.setattr(tomlkit, "parse", refuse)

    PreferencesFile(file.parent, SAY).save(Preferences(theme=PAPER), ["theme"])

    assert kept(file).theme == PAPER
    assert (file.parent / ASIDE).read_text(encoding="utf-8") == 'theme = "dusk"\n'
