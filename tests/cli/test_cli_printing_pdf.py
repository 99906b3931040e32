"""A PDF's paper, print and password from the command line, and where none can be made."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from printing_room import LINE, Typed, run, with_a_line, words_of
from pypdf import PdfReader
from support.real import PASSPHRASE, Shell, answers, piped

from companion.domain.file_errors import PrintingFailedError
from companion.domain.printing import Printed
from companion.export.writer import Writer
from companion.plain.terminal import Streams

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return with_a_line(tmp_path)


def test_paper_and_print_are_taken_and_the_paper_is_remembered(shell: Shell) -> None:
    def width_of(*argv: str) -> float:
        shell("page", "--format", "pdf", *argv)
        assert shell.code == 0, shell.errors
        return round(PdfReader(io.BytesIO(shell.raw)).pages[0].mediabox.width)

    assert width_of() == 595
    assert width_of("--paper", "letter") == 612
    assert width_of() == 612
    assert width_of("--paper", "a4") == 595
    normal = shell.raw
    assert width_of("--large") == 595
    assert shell.raw != normal


def test_a_password_from_a_file_opens_it_and_nothing_else_does(
    shell: Shell, tmp_path: Path
) -> None:
    secret, file = tmp_path / "secret", tmp_path / "page.pdf"
    secret.write_text("blue gate\nsecond line\n", encoding="utf-8")
    shell("page", "-o", str(file), "--pdf-password-file", str(secret))
    assert shell.code == 0, shell.errors
    assert "opens with its password alone" in " ".join(shell.errors.split())
    assert "not encrypted" not in " ".join(shell.errors.split())
    reader = PdfReader(file)
    assert reader.is_encrypted
    for wrong in ("", "blue", "second line", PASSPHRASE):
        assert not reader.decrypt(wrong)
    assert LINE in words_of(file.read_bytes(), "blue gate")


@pytest.mark.parametrize("content", [None, b"", b"\nsecond\n", b"\xff\xfe", b"x" * 128])
def test_a_password_file_that_can_lock_nothing_prints_nothing(
    shell: Shell, tmp_path: Path, content: bytes | None
) -> None:
    secret, file = tmp_path / "secret", tmp_path / "page.pdf"
    if content is not None:
        secret.write_bytes(content)
    shell("page", "-o", str(file), "--pdf-password-file", str(secret))
    assert shell.code == 1
    assert "Nothing was printed" in " ".join(shell.errors.split())
    assert not file.exists()


def hiding(*passwords: str) -> Callable[[str], str]:
    waiting = iter(passwords)
    return lambda _: next(waiting)


def test_a_password_that_is_asked_for_is_not_shown_and_is_asked_twice(shell: Shell) -> None:
    out, errors = piped(), io.StringIO()
    hidden = hiding("blue gate", "blue gaet", "", "blue gate", "blue gate")
    streams = Streams(Typed(""), out, errors, hidden=hidden)
    assert run(shell, "page", "--format", "pdf", "--ask-pdf-password", streams=streams) == 0
    assert "not the same" in errors.getvalue()
    # Nothing but the PDF goes where it goes.
    data = out.buffer.getvalue()
    assert data.startswith(b"%PDF-")
    assert LINE in words_of(data, "blue gate")


def test_a_password_that_is_asked_for_can_be_piped_in(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    shell("page", "-o", str(file), "--ask-pdf-password", said=answers("blue gate", "blue gate"))
    assert shell.code == 0, shell.errors
    assert LINE in words_of(file.read_bytes(), "blue gate")


def test_without_the_password_that_was_asked_for_nothing_is_written(
    shell: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "page.pdf"
    shell("page", "-o", str(file), "--ask-pdf-password", said=answers("", "blue gate"))
    assert shell.code == 1
    assert not file.exists()


def test_signs_that_the_pdf_lacks_are_told_beside_it(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Writer, "print_page", lambda *_: Printed(b"%PDF", ("☃",)))
    told = "These signs have no shape in the PDF: ☃."
    shell("page", "--format", "pdf")
    assert shell.raw == b"%PDF"
    assert told in " ".join(shell.errors.split())
    shell("page", "-o", str(tmp_path / "page.pdf"))
    assert told in " ".join(shell.errors.split())
    assert shell.code == 0


def test_where_no_pdf_can_be_made_it_says_what_still_works(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Printed:
        raise PrintingFailedError

    monkeypatch.setattr(Writer, "print_page", broken)
    for argv in (["--format", "pdf"], ["-o", str(tmp_path / "page.pdf")]):
        shell("page", *argv)
        assert shell.code == 1
        assert shell.raw == b""
        assert "As a web page or as plain text" in " ".join(shell.errors.split())
    assert not (tmp_path / "page.pdf").exists()
