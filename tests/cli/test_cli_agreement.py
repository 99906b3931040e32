"""`companion agreement`: what the two agreed on, and the sheet for both."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from support.reading_pdf import everything
from support.real import Shell, answers

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell("init")
    return shell


def write(shell: Shell, work_on: str, place: str = "") -> str:
    return shell("agreement", "new", said=answers(work_on, "", place, "", "", ""))


def test_without_one_it_says_what_it_may_be(shell: Shell) -> None:
    for line in (["agreement"], ["agreement", "history"]):
        assert "it can stand here in your own words" in " ".join(shell(*line).split())
        assert shell.code == 0


def test_it_is_written_and_shown(shell: Shell) -> None:
    write(shell, "Sleeping")
    assert shell.code == 0, shell.errors
    out = shell("agreement")
    assert "What do you two work on?\nSleeping\n" in out


def test_every_writing_is_a_version_the_latest_first(shell: Shell) -> None:
    write(shell, "Sleeping")
    shell.clock.advance(days=7)
    write(shell, "Sleeping, and trains")
    listed = shell("agreement", "history").splitlines()
    assert [line[9:] for line in listed] == ["Monday 9 March 2026", "Monday 2 March 2026"]
    assert "trains" in shell("agreement")
    first = shell("show", listed[1][:8])
    assert "Sleeping" in first
    assert "trains" not in first


def test_the_sheet_is_written_for_ones_own_eyes_and_told_not_to_be_encrypted(
    shell: Shell, tmp_path: Path
) -> None:
    write(shell, "Sleeping")
    file = tmp_path / "sheet.txt"
    assert shell("agreement", "-o", str(file)) == ""
    assert shell.code == 0
    assert "not encrypted" in shell.errors
    assert file.read_text(encoding="utf-8") == shell("agreement", "--format", "text")
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    shell("agreement", "-o", str(file), "--format", "md")
    assert shell.code == 1
    assert "already" in shell.errors
    shell("agreement", "-o", str(file), "--format", "md", "--replace")
    assert shell.code == 0
    assert file.read_text(encoding="utf-8").startswith("# What we agreed\n")


def test_nothing_of_the_drawer_leaves(shell: Shell, tmp_path: Path) -> None:
    write(shell, "what is mine alone", place="u")
    assert "what is mine alone" not in shell("agreement")
    file = tmp_path / "sheet.txt"
    for line in (["-o", str(file)], ["--format", "md"], ["--format", "pdf"]):
        assert shell("agreement", *line) == ""
        assert shell.code == 1
        assert "no words for a sheet" in shell.errors
    assert not file.exists()


def test_what_is_in_the_drawer_is_nowhere_in_the_pdf(shell: Shell) -> None:
    said = answers("Sleeping", "", "", "what is mine alone", "", "u", "", "")
    shell("agreement", "new", said=said)
    shell("agreement", "--format", "pdf")
    assert shell.code == 0, shell.errors
    found = everything(shell.raw)
    assert b"Sleeping" in found
    assert b"mine" not in found


def test_without_a_version_there_is_no_sheet(shell: Shell, tmp_path: Path) -> None:
    shell("agreement", "-o", str(tmp_path / "sheet.txt"))
    assert shell.code == 1
    assert not (tmp_path / "sheet.txt").exists()


def test_a_pdf_is_called_so_or_asked_for_and_is_remembered(shell: Shell, tmp_path: Path) -> None:
    write(shell, "Sleeping")
    file = tmp_path / "sheet.pdf"
    assert shell("agreement", "-o", str(file), "--names", "--paper", "letter") == ""
    assert shell.code == 0, shell.errors
    assert "not encrypted" in shell.errors
    page = PdfReader(file).pages[0]
    assert [round(side) for side in page.mediabox[2:]] == [612, 792]
    said = page.extract_text()
    assert "Sleeping" in said
    assert "How do you work?" not in said
    assert said.split().count("name") == 2
    assert str(file) in shell("exported").replace("\n", "")
    shell("agreement", "--format", "pdf", "--large")
    assert shell.raw.startswith(b"%PDF")


def test_a_pdf_can_be_locked(shell: Shell, tmp_path: Path) -> None:
    write(shell, "Sleeping")
    file, secret = tmp_path / "sheet.pdf", tmp_path / "sesame"
    secret.write_text("open sesame\n", encoding="utf-8")
    shell("agreement", "-o", str(file), "--pdf-password-file", str(secret))
    assert "opens with its password alone" in " ".join(shell.errors.split())
    assert PdfReader(file).decrypt("open sesame")
    shell("agreement", "-o", str(file), "--pdf-password-file", str(tmp_path / "none"))
    assert shell.code == 1
