"""The first run where a full screen can be drawn: plain mode is offered before and in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.real import Shell, answers

from companion.cli import codes, starting

if TYPE_CHECKING:
    from pathlib import Path

    from companion.services.house import House

OFFERED = "companion --plain goes line by line"


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A terminal on which a full screen can be drawn."""
    monkeypatch.setattr(starting, "full_screen", lambda _: True)
    return Shell(tmp_path)


def leaves(house: House) -> int:
    """A full screen that somebody leaves."""
    assert house
    return codes.DONE


def turns_to_lines(house: House) -> int:
    """A full screen that somebody leaves for plain mode."""
    house.preferences.set_plain(plain=True)
    return codes.DONE


def test_it_is_said_before_the_full_screen(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "show_app", leaves)
    out = " ".join(shell().split())
    assert OFFERED in out
    assert out.endswith("without a full screen.")
    assert not shell.notebook.exists()


def test_whoever_turns_to_lines_goes_on_there_and_from_then_on(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "show_app", turns_to_lines)
    out = shell(said=answers("", "/lock"))
    assert shell.notebook.exists()
    assert "Lock and leave" in out
    assert shell.builder().preferences.current.plain


def test_later_it_is_not_said_and_a_setting_changes_nothing_at_once(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell("init")
    monkeypatch.setattr(starting, "show_app", turns_to_lines)
    out = shell()
    assert out == ""
    assert shell.code == codes.DONE
