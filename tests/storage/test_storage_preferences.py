"""What is set outside the notebook is kept in a file for people that can do no harm."""

from __future__ import annotations

import json
import os
import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.catalog.language import Language
from companion.domain.errors import StorageError
from companion.domain.preferences import (
    HIGH_CONTRAST,
    NAMES,
    NEVER,
    PAPER,
    TERMINAL,
    THEMES,
    Preferences,
)
from companion.services.preferences import PreferenceFile, PreferenceKeeper
from companion.storage.preferences import ASIDE, FILE_NAME, OLD_NAME, PreferencesFile

CHOSEN = Preferences(theme=PAPER, language="en", country="GB", lock_after=20)
SAY = Language("en").say
BY_HAND = """\
# Mine, on the laptop.
theme = "paper"   # kind to my eyes

lock_after = 25
large-print = true  # of another version

[keys]
# Two hands.
"home.note" = "z"
home.page = "x"
"home.teleport" = "y"

[later]
moon = "full"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "config" / "companion"


@pytest.fixture
def written(folder: Path) -> Path:
    """The file with something chosen in it."""
    PreferencesFile(folder, SAY).save(CHOSEN, ())
    return folder / FILE_NAME


@pytest.fixture
def by_hand(folder: Path) -> Path:
    """The file as someone wrote it."""
    return a_file(folder, BY_HAND)


def a_file(folder: Path, content: str | bytes, name: str = FILE_NAME) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    found = content if isinstance(content, bytes) else content.encode("utf-8")
    (folder / name).write_bytes(found)
    return folder / name


def loaded(folder: Path) -> Preferences:
    return PreferencesFile(folder).load().preferences


def text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def mode_of(place: Path) -> int:
    return stat.S_IMODE(place.stat().st_mode)


def test_without_a_file_everything_is_as_it_comes_and_nothing_is_said(folder: Path) -> None:
    found = PreferencesFile(folder).load()
    assert found.preferences == Preferences()
    assert not found.faults


def test_reading_makes_no_folder(folder: Path) -> None:
    PreferencesFile(folder).load()
    assert not folder.exists()


@given(
    chosen=st.builds(
        Preferences,
        theme=st.sampled_from(THEMES),
        language=st.sampled_from(["", "en", "de", "pt-BR"]),
        country=st.sampled_from(["", "GB", "AT"]),
        lock_after=st.integers(min_value=1, max_value=60) | st.just(NEVER),
        animation=st.booleans(),
        plain=st.booleans(),
        mouse=st.booleans(),
        keys=st.dictionaries(st.sampled_from(["home.note", "page.tick"]), st.just("z,f6")),
    )
)
def test_what_was_saved_is_what_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, chosen: Preferences
) -> None:
    folder = tmp_path_factory.mktemp("config")
    PreferencesFile(folder, SAY).save(chosen, ())
    found = PreferencesFile(folder).load()
    assert found.preferences == chosen
    assert not found.faults


def test_a_new_file_has_every_key_and_a_sentence_above_each(written: Path) -> None:
    lines = text(written).splitlines()
    assert list(tomllib.loads(text(written))) == list(NAMES)
    for name in NAMES:
        line = "[keys]" if name == "keys" else f"{name} = "
        at = next(index for index, one in enumerate(lines) if one.startswith(line))
        assert lines[at - 1].startswith("# "), name
    assert max(map(len, lines)) <= 80


def test_making_the_file_leaves_one_that_is_there(by_hand: Path) -> None:
    PreferencesFile(by_hand.parent, SAY).make()
    assert text(by_hand) == BY_HAND


def test_the_folder_and_the_file_are_the_persons_alone(written: Path) -> None:
    assert mode_of(written.parent) == 0o700
    assert mode_of(written) == 0o600


def test_nothing_but_the_file_is_left_in_the_folder(written: Path) -> None:
    PreferencesFile(written.parent).save(Preferences(), ["theme"])
    assert list(written.parent.iterdir()) == [written]


def test_a_change_is_one_line_and_everything_else_stays(by_hand: Path) -> None:
    PreferencesFile(by_hand.parent, SAY).save(Preferences(theme=TERMINAL), ["theme"])
    assert text(by_hand) == BY_HAND.replace('"paper"', '"terminal"')


def test_a_key_is_changed_where_it_stands_however_it_was_written(by_hand: Path) -> None:
    keys = {"home.note": "b", "home.page": "f6,ctrl+y"}
    file = PreferencesFile(by_hand.parent, SAY)
    file.save(Preferences(keys=keys), ["keys.home.note", "keys.home.page"])
    assert text(by_hand) == BY_HAND.replace('"z"', '"b"').replace('"x"', '"f6,ctrl+y"')


def test_a_key_taken_back_leaves_what_means_nothing_here(by_hand: Path) -> None:
    PreferencesFile(by_hand.parent, SAY).save(Preferences(), ["keys.home.note"])
    assert tomllib.loads(text(by_hand))["keys"] == {"home": {"page": "x"}, "home.teleport": "y"}
    assert "# Two hands." in text(by_hand)


def test_what_is_new_comes_with_its_sentence(folder: Path) -> None:
    file = a_file(folder, "# Mine.\n\n[later]\nmoon = 1\n")
    changed = Preferences(lock_after=NEVER, keys={"home.note": "z"})
    PreferencesFile(folder, SAY).save(changed, ["lock_after", "keys.home.note"])
    after = text(file)
    assert after.startswith("# Mine.\n\n# Minutes without a touch")
    assert tomllib.loads(after) == {
        "lock_after": "never",
        "later": {"moon": 1},
        "keys": {"home.note": "z"},
    }


@given(
    comment=st.text(st.characters(exclude_categories=["C"]), max_size=30),
    other=st.dictionaries(st.from_regex(r"[a-z]{3,8}-[a-z]{1,4}", fullmatch=True), st.integers()),
    theme=st.sampled_from(THEMES),
    minutes=st.integers(min_value=1, max_value=60),
)
def test_whatever_else_stands_there_is_there_afterwards(
    tmp_path_factory: pytest.TempPathFactory,
    comment: str,
    other: dict[str, int],
    theme: str,
    minutes: int,
) -> None:
    folder = tmp_path_factory.mktemp("config")
    lines = [f"# {comment}", *(f"{name} = {value} # {comment}" for name, value in other.items())]
    file = a_file(folder, "\n".join(lines))
    changed = Preferences(theme=theme, lock_after=minutes, keys={"home.note": "z"})
    PreferencesFile(folder, SAY).save(changed, ["theme", "lock_after", "keys.home.note"])
    after = text(file)
    for line in lines:
        assert line.rstrip() in after
    found = {"theme": theme, "lock_after": minutes, "keys": {"home.note": "z"}}
    assert tomllib.loads(after) == other | found


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('theme = "neon"', "theme"),
        ('theme = ["dusk"]', "theme"),
        ("theme = 3", "theme"),
        ('language = "\\u001b[31m"', "language"),
        ("language = true", "language"),
        ('country = "Britain"', "country"),
        ('country = "4€"', "country"),
        ("lock_after = 0", "lock_after"),
        ("lock_after = 61", "lock_after"),
        ("lock_after = true", "lock_after"),
        ("lock_after = 1.5", "lock_after"),
        ('lock_after = "off"', "lock_after"),
        ('animation = "yes"', "animation"),
        ("plain = 1", "plain"),
        ("mouse = 0", "mouse"),
        ('keys = "z"', "keys"),
        ("keys.home.note = 3", "keys.home.note"),
    ],
)
def test_what_makes_no_sense_is_as_it_comes_and_told_and_the_rest_holds(
    folder: Path, line: str, name: str
) -> None:
    a_file(folder, f'country = "AT"\n{line}\n' if name != "country" else f"{line}\n")
    found = PreferencesFile(folder).load()
    assert found.preferences == Preferences(country="" if name == "country" else "AT")
    assert [fault.name for fault in found.faults] == [name]
    assert SAY(found.faults[0].right, **found.faults[0].details)


@pytest.mark.parametrize(
    "content",
    [b"{", b"theme =", b"\xff\xfe\x00", b"a = " + b"[" * 200_000, b"x" * (1 << 21), b'a = "\x1b"'],
)
def test_what_is_no_toml_is_told_with_its_line_and_kept_when_something_is_set(
    folder: Path, content: bytes
) -> None:
    file = a_file(folder, content)
    found = PreferencesFile(folder, SAY).load()
    assert found.preferences == Preferences()
    assert [fault.right for fault in found.faults] == ["settings.right.file"]
    for number, aside in ((1, ASIDE), (2, "settings-unread-2.toml")):
        PreferencesFile(folder, SAY).save(CHOSEN, ["theme"])
        assert (folder / aside).read_bytes() == content, number
        assert loaded(folder) == CHOSEN
        file.write_bytes(content)


def test_the_line_that_is_wrong_is_named(folder: Path) -> None:
    a_file(folder, 'theme = "dusk"\n\nplain = maybe\n')
    (fault,) = PreferencesFile(folder).load().faults
    assert fault.details["line"] == "3"


@given(st.binary(max_size=200))
def test_loading_never_fails_whatever_is_in_the_file(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.mktemp("config")
    a_file(folder, content)
    assert PreferencesFile(folder).load().preferences.theme in THEMES


def test_a_folder_in_the_files_place_is_told_and_never_replaced(folder: Path) -> None:
    (folder / FILE_NAME).mkdir(parents=True)
    found = PreferencesFile(folder).load()
    assert found.preferences == Preferences()
    assert [fault.right for fault in found.faults] == ["settings.right.unread"]
    with pytest.raises(StorageError):
        PreferencesFile(folder).save(CHOSEN, ["theme"])
    assert (folder / FILE_NAME).is_dir()


def test_a_file_that_is_kept_elsewhere_stays_there(folder: Path, tmp_path: Path) -> None:
    real = a_file(tmp_path / "dotfiles", BY_HAND, "companion.toml")
    folder.mkdir(parents=True)
    (folder / FILE_NAME).symlink_to(real)
    PreferencesFile(folder, SAY).save(Preferences(theme=TERMINAL), ["theme"])
    assert (folder / FILE_NAME).is_symlink()
    assert text(real) == BY_HAND.replace('"paper"', '"terminal"')


def test_what_an_earlier_version_kept_is_read_and_carried_over_once(folder: Path) -> None:
    old = a_file(folder, json.dumps({"theme": "paper", "country": "GB", "x": 1}), OLD_NAME)
    assert loaded(folder) == Preferences(theme=PAPER, country="GB")
    changed = Preferences(theme=HIGH_CONTRAST, country="GB")
    PreferencesFile(folder, SAY).save(changed, ["theme"])
    assert not old.exists()
    assert loaded(folder) == changed
    a_file(folder, json.dumps({"theme": "terminal"}), OLD_NAME)
    assert loaded(folder) == changed


@pytest.mark.parametrize("content", [b"{", b"null", b'{"theme": "neon"}', b"[" * 200_000, b"\xff"])
def test_nonsense_of_an_earlier_version_is_as_it_comes(folder: Path, content: bytes) -> None:
    a_file(folder, content, OLD_NAME)
    found = PreferencesFile(folder).load()
    assert found.preferences == Preferences()
    assert not found.faults


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
            PreferencesFile(written.parent).save(Preferences(theme=TERMINAL), ["theme"])
    assert told.value.__cause__ is None
    assert told.value.__suppress_context__
    assert written.read_bytes() == before
    assert list(written.parent.iterdir()) == [written]


def test_a_file_where_the_folder_should_be_is_told_as_not_kept(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("something else", encoding="utf-8")
    with pytest.raises(StorageError):
        PreferencesFile(tmp_path / "config").save(CHOSEN, ["theme"])


def test_two_companions_that_set_different_things_keep_both(folder: Path) -> None:
    one, other = (PreferenceKeeper(PreferencesFile(folder, SAY)) for _ in range(2))
    assert one.current == other.current
    one.set_theme(PAPER)
    other.set_lock_after(30)
    assert loaded(folder) == Preferences(theme=PAPER, lock_after=30)


def test_it_is_what_the_keeper_of_preferences_asks_for(folder: Path) -> None:
    file: PreferenceFile = PreferencesFile(folder)
    PreferenceKeeper(file).set_theme(PAPER)
    assert PreferenceKeeper(file).current.theme == PAPER


@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-16"])
def test_a_file_that_was_written_on_windows_holds_and_keeps_its_line_ends(
    folder: Path, coding: str
) -> None:
    file = a_file(folder, 'theme = "paper" # mañana\r\nmouse = false\r\n'.encode(coding))
    kept = loaded(folder)
    assert (kept.theme, kept.mouse) == ("paper", False)

    PreferencesFile(folder).save(kept._replace(mouse=True), ["mouse"])

    assert file.read_bytes().startswith('theme = "paper" # mañana\r\nmouse = true\r\n'.encode())
