"""Keys by name: what people write, what they read, and which of them a terminal sends."""

from __future__ import annotations

import string

import pytest
from textual.keys import _character_to_key

from companion.domain.keymap import (
    HELD,
    is_key,
    key_of,
    normal_key,
    normal_keys,
    shown_key,
    types,
)


@pytest.mark.parametrize("sign", [*string.ascii_letters, *string.digits, *string.punctuation])
def test_each_sign_has_the_name_that_textual_has_for_its_key(sign: str) -> None:
    assert key_of(sign) == _character_to_key(sign)
    assert shown_key(key_of(sign)) == sign
    assert is_key(key_of(sign))
    assert types(key_of(sign))


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("?", "question_mark"),
        (" z ", "z"),
        ("G", "G"),
        ("^n", "ctrl+n"),
        ("Ctrl+N", "ctrl+n"),
        ("F6", "f6"),
        ("Shift+Up", "shift+up"),
        ("ctrl++", "ctrl+plus"),
        ("alt+,", "alt+comma"),
        ("ctrl+i", "tab"),
        ("ctrl+m", "enter"),
    ],
)
def test_a_key_is_understood_however_it_is_written(written: str, key: str) -> None:
    assert normal_key(written) == key
    assert is_key(key)


@pytest.mark.parametrize(
    ("key", "shown"),
    [("ctrl+n", "^n"), ("f4", "F4"), ("escape", "Esc"), ("shift+up", "Shift+↑"), ("G", "G")],
)
def test_a_key_is_shown_as_people_write_it(key: str, shown: str) -> None:
    assert shown_key(key) == shown


def test_what_is_shown_is_understood_again() -> None:
    for key in ("ctrl+n", "f4", "question_mark", "G", "ctrl+question_mark"):
        assert normal_key(shown_key(key)) == key


def test_several_keys_stand_between_commas_each_once() -> None:
    assert normal_keys("z, F6 ,, Z,z") == ("z", "f6", "Z")


@pytest.mark.parametrize("wrong", ["teleport", "f0", "f25", "hyper+x", "", "ctrl+teleport"])
def test_what_no_terminal_sends_is_no_key(wrong: str) -> None:
    assert not is_key(wrong)


def test_keys_that_move_are_keys_and_type_nothing() -> None:
    for key in HELD:
        assert is_key(key)
        assert not types(key)
