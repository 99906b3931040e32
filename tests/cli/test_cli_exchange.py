"""Taking everything out and bringing entries in, on the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from support.real import Shell, answers

if TYPE_CHECKING:
    from pathlib import Path

JRNL = {
    "tags": {"@home": 1},
    "entries": [
        {
            "title": "A walk by the weir.",
            "body": "The heron again.",
            "date": "2025-11-02",
            "time": "18:30",
            "tags": ["@home"],
            "starred": True,
        }
    ],
}


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell("init")
    shell("note", said="the bridge, and what was under it")
    shell("note", "--unsaid", said="what I never said")
    shell("session", "add", "2026-03-09 17:30")
    return shell


def test_everything_goes_out_and_comes_into_a_new_notebook_unchanged(
    shell: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "all.json"
    shell("export", "-o", str(file))
    assert shell.code == 0, shell.errors
    assert "not encrypted" in shell.errors
    assert file.stat().st_mode & 0o777 == 0o600
    (tmp_path / "laptop").mkdir()
    elsewhere = Shell(tmp_path / "laptop")
    elsewhere("init")

    said = elsewhere("import", str(file), said=answers("yes"))
    again = tmp_path / "again.json"
    elsewhere("export", "-o", str(again))

    assert "New entries: 2" in said
    assert again.read_bytes() == file.read_bytes()
    assert elsewhere("list", "--json") == shell("list", "--json")
    assert elsewhere("session", "list") == shell("session", "list")


def test_the_same_file_comes_in_once(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "jrnl.json"
    file.write_text(json.dumps(JRNL), encoding="utf-8")

    said = shell("import", str(file), "--yes")
    assert "The file is from jrnl." in said
    assert "New entries: 1" in said
    assert "Stars and pins stay outside: 1" in said
    assert "heron again" in shell("search", "heron")

    said = shell("import", str(file), "--yes")
    assert "New entries: 0" in said
    assert "They are in the notebook" not in said
    assert len(json.loads(shell("list", "--json"))) == 3


def test_a_no_brings_nothing_in(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "jrnl.json"
    file.write_text(json.dumps(JRNL), encoding="utf-8")

    shell("import", str(file), said=answers("no"))

    assert shell.code == 1
    assert "heron" not in shell("search", "heron")


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00", b"PK\x03\x04", b"[" * 9000])
def test_a_hostile_file_gets_one_sentence_and_changes_nothing(
    shell: Shell, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "theirs"
    file.write_bytes(content)
    before = shell("list", "--json")

    shell("import", str(file), "--yes")

    assert shell.code == 1
    assert str(tmp_path) in "".join(shell.errors.split())
    assert "Traceback" not in shell.errors
    assert shell("list", "--json") == before


def test_markdown_is_a_folder_to_read_elsewhere(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "words"

    shell("export", "--format", "markdown", "-o", str(folder))

    assert shell.code == 0, shell.errors
    texts = {file.name: file.read_text(encoding="utf-8") for file in folder.rglob("*.md")}
    assert any("the bridge, and what was under it" in text for text in texts.values())
    assert "Session 1: Monday 9 March 2026" in texts["Sessions.md"]
    assert {file.stat().st_mode & 0o777 for file in folder.rglob("*.md")} == {0o600}
    assert folder.stat().st_mode & 0o777 == 0o700
    shell("export", "--format", "markdown", "-o", str(folder))
    assert shell.code == 1


def test_nothing_is_written_over_unless_it_is_said(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "dear.txt"
    file.write_text("something dear")

    shell("export", "-o", str(file))
    assert shell.code == 1
    assert file.read_text() == "something dear"

    shell("export", "-o", str(file), "--replace")
    assert shell.code == 0
    assert "the bridge" in file.read_text(encoding="utf-8")
