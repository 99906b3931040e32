"""`companion wipe`: never by one key, and what was cut off is gone on with."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from support.real import PASSPHRASE, Shell, answers

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A notebook with a line, and a page that was saved."""
    shell = Shell(tmp_path)
    shell("init")
    shell("note", said="The plant on the sill")
    shell("page", "-o", str(tmp_path / "page.txt"))
    return shell


def said(text: str) -> str:
    return " ".join(text.split())


def cut_off(shell: Shell) -> None:
    """As a power cut right after the keys would leave it."""
    (shell.notebook / "wiping").write_bytes(b"")
    (shell.notebook / "keys.json").unlink()


def test_the_word_on_the_input_removes_it_and_what_stays_is_said(
    shell: Shell, tmp_path: Path
) -> None:
    aside = tmp_path / "notebook.before-1"
    shutil.copytree(shell.notebook, aside)
    out = said(shell("wipe", said=answers("wipe")))
    assert shell.code == 0, shell.errors
    assert not shell.notebook.exists()
    assert "is gone" in out
    bare = out.replace(" ", "")  # long names of files are broken where a line ends
    assert f"Thenotebookin{shell.notebook}" in bare
    assert bare.count(f"{tmp_path / 'page.txt'},afileyousaved") == 2
    assert bare.count(f"{aside},anearliernotebook") == 2
    assert (tmp_path / "page.txt").exists()
    assert (aside / "keys.json").exists()


@pytest.mark.parametrize("word", ["", "yes", "wipe it"])
def test_without_the_word_everything_is_as_it_was(shell: Shell, word: str) -> None:
    shell("wipe", said=answers(word, ""))
    assert shell.code == 1
    assert "plant" in shell("list")


def test_an_input_that_ends_before_the_word_removes_nothing(shell: Shell) -> None:
    shell("wipe")
    assert shell.code == 1
    assert "plant" in shell("list")


def test_yes_asks_for_no_word_and_for_the_passphrase_all_the_same(shell: Shell) -> None:
    shell("wipe", "--yes", key=False, said=answers("a guess"))
    assert shell.code == 3
    assert "plant" in shell("list")
    shell("wipe", "--yes", key=False, said=answers(PASSPHRASE))
    assert shell.code == 0, shell.errors
    assert not shell.notebook.exists()


def test_a_database_that_can_not_be_read_can_be_wiped(shell: Shell) -> None:
    (shell.notebook / "notebook.db").write_bytes(b"rubbish")
    shell("wipe", "--yes")
    assert shell.code == 0, shell.errors
    assert not shell.notebook.exists()


def test_one_that_is_open_elsewhere_is_left(shell: Shell) -> None:
    other = shell.builder().notebook
    other.unlock(PASSPHRASE)
    try:
        shell("wipe", "--yes")
    finally:
        other.lock()
    assert shell.code == 5
    assert "plant" in shell("list")


def test_where_there_is_none_it_is_said(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shell("wipe", "--yes")
    assert shell.code == 1
    assert "no notebook" in shell.errors


@pytest.mark.parametrize(
    "line",
    [
        ["list"],
        ["note"],
        ["init"],
        ["restore"],
        ["verify"],
        ["passphrase"],
        ["book"],
        ["backup", "file"],
    ],
    ids=lambda line: line[0],
)
def test_cut_off_every_command_says_so_and_asks_for_nothing(shell: Shell, line: list[str]) -> None:
    cut_off(shell)
    out = shell(*line, key=line != ["init"])
    assert shell.code == 1
    assert out == ""
    assert "was being removed for good" in said(shell.errors)
    assert "companion wipe" in said(shell.errors)
    assert (shell.notebook / "notebook.db").exists()


def test_cut_off_the_audit_says_so(shell: Shell) -> None:
    assert not json.loads(shell("audit", "--json"))["being_wiped"]
    cut_off(shell)
    assert "was being removed for good" in said(shell("audit"))
    assert json.loads(shell("audit", "--json"))["being_wiped"]


def test_cut_off_it_is_gone_on_with_after_a_yes_and_needs_no_passphrase(shell: Shell) -> None:
    cut_off(shell)
    shell("wipe", key=False, said=answers("no"))
    assert shell.code == 1
    assert (shell.notebook / "notebook.db").exists()
    assert "is gone" in shell("wipe", key=False, said=answers("yes"))
    assert shell.code == 0
    assert not shell.notebook.exists()


def test_cut_off_plain_mode_offers_to_finish(shell: Shell) -> None:
    cut_off(shell)
    shell("--plain", key=False, said=answers("yes"))
    assert shell.code == 0, shell.errors
    assert not shell.notebook.exists()


def test_a_new_notebook_can_be_made_where_it_was(shell: Shell) -> None:
    shell("wipe", "--yes")
    shell("init")
    assert shell.code == 0, shell.errors
    assert "plant" not in shell("list")
    assert shell.code == 0
