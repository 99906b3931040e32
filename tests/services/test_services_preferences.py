"""Preferences hold at once, and are kept where that can be done."""

from __future__ import annotations

import pytest
from support.fakes import MemoryPreferences
from support.words import SENTENCES

from companion.catalog.files import languages, shipped
from companion.catalog.language import Language
from companion.domain.errors import StorageError
from companion.domain.keymap import HeldKeyError, KeymapClashError, TypingKeyError, UnknownKeyError
from companion.domain.preferences import DUSK, IDLE_USUAL, NAMES, NEVER, PAPER, Preferences
from companion.domain.settings_file import Fault
from companion.services.preferences import PreferenceKeeper
from companion.services.setting_choices import ORDER
from companion.services.settings_sentences import fault_says, lock_says, refusal_says
from companion.ui.keyboard import AppKeyboard

WORDS = Language("en")


def keeper(kept: Preferences | None = None) -> tuple[PreferenceKeeper, MemoryPreferences]:
    file = MemoryPreferences(kept)
    return PreferenceKeeper(file, AppKeyboard, lambda: ["en"]), file


def with_keys(**keys: str) -> Preferences:
    return Preferences(keys={name.replace("__", "."): said for name, said in keys.items()})


def test_the_file_is_read_once_and_only_when_it_is_needed() -> None:
    kept, file = keeper(Preferences(theme=PAPER))
    assert file.loads == 0
    assert kept.current == kept.current == Preferences(theme=PAPER)
    assert file.loads == 1


def test_a_change_is_kept_and_leaves_the_rest() -> None:
    kept, file = keeper(Preferences(language="en"))
    kept.set_theme(PAPER)
    kept.set_country("GB")
    kept.set_lock_after(20)
    kept.set_animation(moves=True)
    kept.set_plain(plain=True)
    kept.set_mouse(heard=False)
    assert kept.current == file.kept
    assert file.kept == Preferences(PAPER, "en", "GB", 20, animation=True, plain=True, mouse=False)
    assert file.names == ["theme", "country", "lock_after", "animation", "plain", "mouse"]


@pytest.mark.parametrize("minutes", [-1, 61, 1000])
def test_minutes_out_of_bounds_change_nothing(minutes: int) -> None:
    kept, file = keeper()
    kept.set_lock_after(minutes)
    assert kept.current.lock_after == IDLE_USUAL
    assert not file.names


def test_never_is_never_only_when_it_is_said() -> None:
    kept, _ = keeper()
    assert kept.current.lock_after == IDLE_USUAL
    kept.set_lock_after(NEVER)
    assert lock_says(WORDS, kept.current.lock_after) == "never"


def test_a_theme_that_does_not_exist_changes_nothing() -> None:
    kept, file = keeper()
    kept.set_theme("neon")
    assert file.kept.theme == DUSK


def test_a_choice_holds_for_this_run_even_if_it_can_not_be_kept() -> None:
    kept, file = keeper()
    file.writable = False
    with pytest.raises(StorageError):
        kept.set_theme(PAPER)
    assert kept.current.theme == PAPER


def test_a_key_is_given_and_taken_back() -> None:
    kept, file = keeper()
    kept.set_keys("home.note", "F6, y")
    assert kept.keys_of("home.note") == "f6,y"
    assert kept.keymap == {"home.note": "f6,y"}
    kept.set_keys("home.note", "")
    assert kept.keys_of("home.note") == "n"
    assert not file.kept.keys
    assert file.names == ["keys.home.note", "keys.home.note"]


def test_the_usual_key_is_no_key_of_ones_own() -> None:
    kept, file = keeper()
    kept.set_keys("home.note", "n")
    assert not file.kept.keys


def test_all_keys_are_taken_back_at_once() -> None:
    kept, file = keeper(with_keys(home__note="y", home__page="x"))
    kept.usual_keys()
    assert not kept.keymap
    assert sorted(file.names) == ["keys.home.note", "keys.home.page"]


@pytest.mark.parametrize(
    ("action", "key", "error"),
    [
        ("home.note", "r", KeymapClashError),
        ("home.note", "ctrl+l", KeymapClashError),
        ("journal.search", "g", KeymapClashError),
        ("home.note", "teleport", UnknownKeyError),
        ("home.note", "tab", HeldKeyError),
        ("reflect.next", "x", TypingKeyError),
        ("app.lock", "?", TypingKeyError),
    ],
)
def test_a_key_that_is_not_free_is_refused_and_changes_nothing(
    action: str, key: str, error: type[Exception]
) -> None:
    kept, file = keeper()
    with pytest.raises(error) as refused:
        kept.set_keys(action, key)
    assert not kept.keymap
    assert not file.names
    said = refusal_says(WORDS, refused.value)  # type: ignore[arg-type]  # all of one kind
    assert "The keys stay as they were" in said


def test_a_clash_is_told_with_the_names_of_both() -> None:
    kept, _ = keeper()
    with pytest.raises(KeymapClashError) as refused:
        kept.set_keys("home.note", "r")
    said = refusal_says(WORDS, refused.value)
    assert said == "The key r can't mean both reflect and note. The keys stay as they were."


def test_help_now_and_back_keep_their_keys_beside_new_ones() -> None:
    kept, _ = keeper()
    kept.set_keys("app.help_now", "f9")
    kept.set_keys("screen.back", "f8")
    assert kept.keymap == {"app.help_now": "f9,ctrl+g,f1", "screen.back": "f8,escape"}


def test_keys_that_swap_are_free_together() -> None:
    kept, _ = keeper(with_keys(home__note="r", home__reflect="n"))
    assert not kept.faults
    assert kept.keymap == {"home.note": "r", "home.reflect": "n"}


def test_a_key_in_the_file_that_is_not_free_is_told_and_the_others_hold() -> None:
    kept, _ = keeper(with_keys(home__note="r", home__page="y", reflect__next="x"))
    assert kept.keymap == {"home.page": "y"}
    assert {fault.name for fault in kept.faults} == {"keys.home.note", "keys.reflect.next"}
    for fault in kept.faults:
        assert fault_says(WORDS, "f", fault).startswith(f"f: {fault.name} = ")


def test_what_means_nothing_here_is_named_and_is_no_fault() -> None:
    kept, _ = keeper(with_keys(home__teleport="y"))
    assert kept.unknown == ("keys.home.teleport",)
    assert not kept.faults
    assert not kept.keymap


def test_a_language_that_there_is_not_is_told() -> None:
    kept, _ = keeper(Preferences(language="tlh"))
    assert kept.current.language == ""
    (fault,) = kept.faults
    assert '"en"' in fault_says(WORDS, "settings.toml", fault)
    assert not keeper(Preferences(language="en-GB"))[0].faults


def test_a_fault_names_the_file_the_key_and_what_would_be_right() -> None:
    kept, file = keeper()
    right = {"least": 1, "most": 60, "usual": 10}
    file.read = type(file.read)(
        faults=(Fault("lock_after", "99", "settings.right.lock_after", right),)
    )
    (fault,) = kept.faults
    said = fault_says(WORDS, "/home/x/settings.toml", fault)
    assert said.startswith("/home/x/settings.toml: lock_after = 99 can't be used")
    assert "from 1 to 60" in said


def test_everything_that_can_be_set_has_its_sentences() -> None:
    for name in NAMES:
        for key in ("name", "help", "file", "right"):
            assert SENTENCES[f"settings.{key}.{name}"]
    assert set(ORDER) == set(NAMES)


def test_every_language_that_companion_speaks_has_a_name() -> None:
    for code in languages(shipped()):
        assert Language(code).say(f"settings.language.{code}")
