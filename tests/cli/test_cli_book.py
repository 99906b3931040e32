"""`companion book`: choosing passages, and the book in every form."""

from __future__ import annotations

import os
import stat
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from support.real import Shell, answers

if TYPE_CHECKING:
    from pathlib import Path

FIRST, SECOND = "The plant on the sill", "That I was asked"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A notebook with two lines."""
    shell = Shell(tmp_path)
    shell("init")
    for line in (FIRST, SECOND):
        shell("note", said=line)
        shell.clock.advance(days=1)
    return shell


def ticked(shell: Shell, *numbers: int) -> Shell:
    shell("book", "compose", said=answers(*map(str, numbers), ""))
    assert shell.code == 0, shell.errors
    return shell


def test_with_nothing_ticked_it_is_a_book_that_says_so(shell: Shell) -> None:
    out = shell("book")
    assert shell.code == 0
    assert "No words were chosen" in out
    assert FIRST not in out


def test_what_is_ticked_is_printed_and_nothing_else(shell: Shell) -> None:
    out = ticked(shell, 2)("book")
    assert SECOND in out
    assert FIRST not in out
    assert "2026" not in out
    assert "A free line" not in out


def test_ticks_are_kept_and_taken_back_by_the_same_number(shell: Shell) -> None:
    ticked(shell, 1, 2, 2)
    out = shell("book", "--format", "md")
    assert FIRST in out
    assert SECOND not in out


def test_a_pipe_that_ends_keeps_what_was_ticked(shell: Shell) -> None:
    shell("book", "compose", said="1\n")
    assert shell.code == 1
    assert FIRST in shell("book")


@pytest.mark.parametrize(
    ("name", "begins"),
    [("w.txt", b"My own words"), ("w.md", b"# My own"), ("w.html", b"<!doc"), ("w.pdf", b"%PDF")],
)
def test_the_end_of_the_name_says_the_form(
    shell: Shell, tmp_path: Path, name: str, begins: bytes
) -> None:
    file = tmp_path / name
    assert ticked(shell, 1)("book", "-o", str(file)) == ""
    assert shell.code == 0, shell.errors
    assert "not encrypted" in shell.errors
    assert file.read_bytes().startswith(begins)
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_form_that_is_named_goes_before_the_name(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    ticked(shell, 1)("book", "--format", "html", "-o", str(file))
    assert file.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_pdf_is_on_the_paper_and_asks_for_the_password(shell: Shell, tmp_path: Path) -> None:
    file, secret = tmp_path / "words.pdf", tmp_path / "sesame"
    secret.write_text("open sesame\n", encoding="utf-8")
    options = ("--paper", "letter", "--large", "--pdf-password-file", str(secret))
    ticked(shell, 1)("book", "-o", str(file), *options)
    assert shell.code == 0, shell.errors
    assert "asks for its password" in shell.errors
    assert "not encrypted" not in shell.errors
    reader = PdfReader(BytesIO(file.read_bytes()))
    assert reader.decrypt("open sesame")
    assert [round(side) for side in reader.pages[0].mediabox[2:]] == [612, 792]
    assert FIRST in reader.pages[1].extract_text()


@pytest.mark.parametrize("content", [None, "\nsecond line\n", "o" * 128 + "\n"])
def test_a_password_that_can_not_be_read_or_lock_a_pdf_writes_nothing(
    shell: Shell, tmp_path: Path, content: str | None
) -> None:
    secret, file = tmp_path / "sesame", tmp_path / "words.pdf"
    if content is not None:
        secret.write_text(content, encoding="utf-8")
    shell("book", "-o", str(file), "--pdf-password-file", str(secret))
    assert shell.code == 1
    assert str(secret) in " ".join(shell.errors.split()).replace(" ", "")
    assert not file.exists()


def test_a_password_is_refused_where_the_file_could_not_be_locked(
    shell: Shell, tmp_path: Path
) -> None:
    secret, file = tmp_path / "sesame", tmp_path / "words.html"
    secret.write_text("open sesame\n", encoding="utf-8")
    shell("book", "-o", str(file), "--pdf-password-file", str(secret))
    assert shell.code == 2
    assert "belong to a PDF" in shell.errors
    assert not file.exists()


def test_a_pdf_goes_to_a_file_and_never_to_the_screen(shell: Shell) -> None:
    assert shell("book", "--format", "pdf") == ""
    assert shell.code == 2
    assert "-o FILE" in shell.errors


def test_a_file_that_is_there_is_left_unless_it_may_be_replaced(
    shell: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "words.txt"
    file.write_text("a letter", encoding="utf-8")
    ticked(shell, 1)("book", "-o", str(file))
    assert shell.code == 1
    assert file.read_text(encoding="utf-8") == "a letter"
    shell("book", "-o", str(file), "--replace")
    assert shell.code == 0
    assert FIRST in file.read_text(encoding="utf-8")


def test_a_wrong_passphrase_is_told_as_one(shell: Shell) -> None:
    shell("book", key=False, said=answers("a guess"))
    assert shell.code == 3
