"""`companion help-now`: no passphrase for who can be reached, nor for getting steadier."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from support.real import PASSPHRASE, Shell, answers
from support.words import ENGLISH

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A notebook in which someone is written down, with a line about the therapist."""
    shell = Shell(tmp_path)
    shell("init")
    lines = answers("a", "Anna, my sister", "555 0100", "r", "Call the practice first", "")
    shell("help-now", "people", said=lines)
    assert shell.code == 0
    return shell


def test_without_a_passphrase_nobody_is_named_and_the_numbers_are(shell: Shell) -> None:
    out = shell("help-now", "--country", "GB", key=False)
    assert shell.code == 0
    assert "999" in out
    assert "Anna" not in out
    assert shell.errors == ""  # nothing was asked


def test_a_card_that_was_left_is_said_first_and_taken_back_it_is_gone(shell: Shell) -> None:
    shell("help-now", "people", said=answers("c", "yes", ""))
    out = shell("help-now", "--country", "GB", key=False)
    assert out.index("Anna, my sister: 555 0100") < out.index("999")
    assert "Call the practice first" in out
    shell("help-now", "people", said=answers("c", "yes", ""))
    assert "Anna" not in shell("help-now", key=False)
    assert not (shell.notebook / "card.txt").exists()


def test_nothing_but_the_card_holds_the_names_in_clear(shell: Shell) -> None:
    shell("help-now", "people", said=answers("c", "yes", ""))
    holding = [
        one.name for one in shell.home.rglob("*") if one.is_file() and b"Anna" in one.read_bytes()
    ]
    assert holding == ["card.txt"]


def test_it_is_there_without_any_notebook_and_beside_a_broken_one(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    assert "999" in shell("help-now", "--country", "GB", key=False)
    shell.notebook.mkdir()
    (shell.notebook / "somebody's.txt").write_text("else", encoding="utf-8")
    assert "999" in shell("help-now", "--country", "GB", key=False)
    (shell.notebook / "keys.json").write_bytes(b"")
    assert "999" in shell("help-now", "--country", "GB", key=False)
    assert shell.code == 0


def test_a_country_that_is_not_known_is_said_and_no_other_is_guessed(tmp_path: Path) -> None:
    out = Shell(tmp_path)("help-now", "--country", "qq", key=False)
    assert "QQ" in out
    assert "findahelpline.com" in out


def test_steady_first_needs_no_passphrase_and_no_notebook(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    out = shell("help-now", "steady", said=answers("", "", "", "", ""), key=False)
    assert ENGLISH.say("steady.end.prompt") in out
    assert shell.code == 0
    assert not shell.notebook.exists()


def test_steps_are_written_and_read_with_the_passphrase(shell: Shell) -> None:
    shell("help-now", "steps", said=answers("a", "What I can do", "walk", "", ""))
    assert "walk" in shell("help-now", "steps", said=answers(""))


def test_in_place_of_the_passphrase_help_is_there_and_the_question_comes_again(
    shell: Shell,
) -> None:
    out = shell("list", said=answers("/help-now", PASSPHRASE), key=False)
    assert "findahelpline.com" in out
    assert shell.code == 0


def test_audit_names_the_card_and_who_can_read_it(shell: Shell) -> None:
    assert "Anyone who opens this computer can read it" not in shell("audit", key=False)
    assert json.loads(shell("audit", "--json", key=False))["card"] == ""
    shell("help-now", "people", said=answers("c", "yes", ""))
    out = " ".join(shell("audit", key=False).split())
    assert "card.txt is the open card" in out
    assert "Anyone who opens this computer can read it" in out
    assert json.loads(shell("audit", "--json", key=False))["card"] == "card.txt"


def test_wiping_takes_the_card_too(shell: Shell) -> None:
    shell("help-now", "people", said=answers("c", "yes", ""))
    assert "an open card if you left one" in " ".join(shell("wipe", "--yes").split())
    assert not shell.notebook.exists()


def test_people_and_steps_go_out_with_everything_and_come_in_elsewhere(
    shell: Shell, tmp_path: Path
) -> None:
    shell("help-now", "steps", said=answers("a", "What I can do", "walk", "", ""))
    shell("export", "--format", "json", "-o", str(tmp_path / "all.json"))
    shell("export", "--format", "markdown", "-o", str(tmp_path / "all"))
    file = (tmp_path / "all" / "People and steps.md").read_text(encoding="utf-8")
    for words in ("Anna, my sister", "Call the practice first", "What I can do", "walk"):
        assert words in file
    (tmp_path / "other").mkdir()
    other = Shell(tmp_path / "other")
    other("init")
    other("import", str(tmp_path / "all.json"), "--yes")
    assert other.code == 0
    assert "Anna, my sister: 555 0100" in other("help-now", "people", said=answers(""))
    assert "walk" in other("help-now", "steps", said=answers(""))
    # What comes in is locked there, until someone chooses otherwise there.
    assert "Anna" not in other("help-now", key=False)


def test_nothing_of_it_is_on_the_page(shell: Shell) -> None:
    shell("help-now", "steps", said=answers("a", "What I can do", "walk", "", ""))
    out = shell("page")
    assert "Anna" not in out
    assert "walk" not in out
