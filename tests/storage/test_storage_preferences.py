"""What is set outside the notebook is kept in a small file that can do no harm."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.errors import StorageError
from companion.domain.preferences import PAPER, TERMINAL, THEMES, Preferences
from companion.services.preferences import PreferenceFile, PreferenceKeeper
from companion.storage.preferences import FILE_NAME, PreferencesFile

CHOSEN = Preferences(theme=PAPER, language="en", country="GB")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "config" / "companion"


@pytest.fixture
def written(folder: Path) -> Path:
    """The file with something chosen in it."""
    PreferencesFile(folder).save(CHOSEN)
    return folder / FILE_NAME


def mode_of(place: Path) -> int:
    return stat.S_IMODE(place.stat().st_mode)


def test_without_a_file_everything_is_the_default(folder: Path) -> None:
    assert PreferencesFile(folder).load() == Preferences()


def test_reading_makes_no_folder(folder: Path) -> None:
    PreferencesFile(folder).load()
    assert not folder.exists()


@given(
    theme=st.sampled_from(THEMES),
    language=st.sampled_from(["", "en", "de", "pt-BR"]),
    country=st.sampled_from(["", "GB", "AT"]),
)
def test_what_was_saved_is_what_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, theme: str, language: str, country: str
) -> None:
    file = PreferencesFile(tmp_path_factory.mktemp("config"))
    chosen = Preferences(theme, language, country)
    file.save(chosen)
    assert file.load() == chosen


def test_the_folder_and_the_file_are_the_persons_alone(written: Path) -> None:
    assert mode_of(written.parent) == 0o700
    assert mode_of(written) == 0o600


def test_nothing_but_the_file_is_left_in_the_folder(written: Path) -> None:
    PreferencesFile(written.parent).save(Preferences())
    assert list(written.parent.iterdir()) == [written]


def test_keys_of_a_newer_version_are_kept(written: Path) -> None:
    found = json.loads(written.read_text(encoding="utf-8"))
    written.write_text(json.dumps(found | {"large-print": True}), encoding="utf-8")
    PreferencesFile(written.parent).save(Preferences(theme=TERMINAL))
    after = json.loads(written.read_text(encoding="utf-8"))
    assert after["large-print"] is True
    assert after["theme"] == TERMINAL


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b'["dusk"]',
        b"\xff\xfe\x00",
        b"[" * 200_000,
        b'{"theme": ' + b"9" * 5_000 + b"}",
        b'{"theme": 3, "language": ["en"], "country": null}',
        b'{"theme": ["dusk"], "language": true, "country": {}}',
        b'{"theme": "neon", "language": "\\u001b[31m", "country": "\\ud800"}',
    ],
)
def test_what_can_not_be_understood_is_the_default(written: Path, content: bytes) -> None:
    written.write_bytes(content)
    assert PreferencesFile(written.parent).load() == Preferences()


def test_one_thing_not_understood_leaves_the_others(written: Path) -> None:
    written.write_text('{"theme": "neon", "country": "AT"}', encoding="utf-8")
    assert PreferencesFile(written.parent).load() == Preferences(country="AT")


@given(st.binary(max_size=200))
def test_loading_never_fails_whatever_is_in_the_file(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.mktemp("config")
    (folder / FILE_NAME).write_bytes(content)
    assert PreferencesFile(folder).load().theme in THEMES


def test_a_folder_in_the_files_place_is_the_default(folder: Path) -> None:
    (folder / FILE_NAME).mkdir(parents=True)
    assert PreferencesFile(folder).load() == Preferences()


def test_saving_over_a_broken_file_mends_it(written: Path) -> None:
    written.write_bytes(b"{ not json")
    PreferencesFile(written.parent).save(CHOSEN)
    assert PreferencesFile(written.parent).load() == CHOSEN


@pytest.mark.parametrize("step", [(os, "open"), (os, "fsync"), (Path, "replace")])
def test_a_disk_that_fails_leaves_the_old_file_and_nothing_else(
    written: Path, monkeypatch: pytest.MonkeyPatch, step: tuple[object, str]
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "a private name")

    before = written.read_bytes()
    with monkeypatch.context() as disk:
        disk.setattr(*step, full)
        with pytest.raises(StorageError) as told:
            PreferencesFile(written.parent).save(Preferences(theme=TERMINAL))
    assert told.value.__cause__ is None
    assert told.value.__suppress_context__
    assert written.read_bytes() == before
    assert list(written.parent.iterdir()) == [written]


def test_a_file_where_the_folder_should_be_is_told_as_not_kept(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("something else", encoding="utf-8")
    with pytest.raises(StorageError):
        PreferencesFile(tmp_path / "config").save(CHOSEN)


def test_it_is_what_the_keeper_of_preferences_asks_for(folder: Path) -> None:
    file: PreferenceFile = PreferencesFile(folder)
    PreferenceKeeper(file).set_theme(PAPER)
    assert PreferenceKeeper(file).current.theme == PAPER
