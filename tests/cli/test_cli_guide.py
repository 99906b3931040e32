"""`companion guide`: read and printed without a notebook, and as true as its pages say."""

from __future__ import annotations

import io
import os
import stat
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from support.real import PASSPHRASE, Shell, answers

from companion.catalog.guide import Guide
from companion.cli.main import main
from companion.domain.text import cell_width
from companion.plain.terminal import Streams

if TYPE_CHECKING:
    from pathlib import Path

PRINTED = [topic for topic in Guide().topics() if topic != "open-notebook"]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """No notebook, and no passphrase is given to anything."""
    return Shell(tmp_path)


def words_of(data: bytes) -> str:
    pages = PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_pages_are_listed_with_their_title_and_what_they_are_about(shell: Shell) -> None:
    listed = shell("guide", key=False).splitlines()
    assert [line.partition(":")[0] for line in listed] == Guide().topics()
    assert listed[0] == "first-week: Your first week: what to do at first, and doing nothing"


@pytest.mark.parametrize("topic", PRINTED)
def test_a_page_is_read_without_a_sign_of_markup(shell: Shell, topic: str) -> None:
    out = shell("guide", topic, key=False)
    assert shell.code == 0
    prose = [row for row in out.splitlines() if not row.startswith("    ")]
    assert not [sign for sign in ("`", "**", "](", "---") if sign in "\n".join(prose)]
    assert not [row for row in prose if row.startswith(("#", ">")) or cell_width(row) > 72]
    assert not out.startswith("\n")
    assert "\n\n\n\n" not in out


def test_names_and_what_is_typed_stand_in_quotation_marks(shell: Shell) -> None:
    out = shell("guide", "first-week", key=False)
    assert "Press “s” on home" in out
    assert "  First you remember." in out
    assert "- Thank them, and read it then and there." in shell("guide", "therapist", key=False)


@pytest.mark.parametrize("topic", PRINTED)
def test_every_page_is_written_as_a_pdf_for_its_owner_and_no_notebook_is_made(
    shell: Shell, tmp_path: Path, topic: str
) -> None:
    file = tmp_path / "leaflet.pdf"
    assert shell("guide", topic, "--pdf", str(file), key=False) == ""
    assert shell.code == 0, shell.errors
    assert "nothing of yours is in it" in " ".join(shell.errors.split())
    assert len(words_of(file.read_bytes())) > 300
    assert not shell.notebook.exists()
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_paper_and_large_print_are_as_one_says(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "leaflet.pdf"
    for more, side in (((), 842), (("--paper", "letter"), 792)):
        shell("guide", "therapist", "--pdf", str(file), "--replace", *more, key=False)
        found = PdfReader(file)
        assert round(found.pages[0].mediabox[3]) == side
        assert len(found.pages) == 2
    shell("guide", "therapist", "--pdf", str(file), "--replace", "--large", key=False)
    assert len(PdfReader(file).pages) > 2


def test_what_the_two_sheets_speak_of_is_printed_and_not_the_page(shell: Shell) -> None:
    shell("guide", "guess-my-number", "--pdf", key=False)
    said = words_of(shell.raw)
    assert said.count("A cross where you are yourself.") == 2
    assert said.count("0 · lost without a map") == 2
    shell("guide", "agreement", "--pdf", key=False)
    assert "What do you two work on?" in words_of(shell.raw)


def test_a_pdf_goes_into_a_pipe_and_never_to_a_terminal(shell: Shell) -> None:
    class Shown(io.StringIO):
        def isatty(self) -> bool:
            return True

    shell("guide", "therapist", "--pdf", key=False)
    assert shell.code == 0
    assert shell.raw.startswith(b"%PDF")
    out, errors = Shown(), io.StringIO()
    for line in (["guide", "therapist", "--pdf"], ["agreement", "--blank", "--format", "pdf"]):
        assert main(line, Streams(io.StringIO(), out, errors), shell.builder) == 1
    assert out.getvalue() == ""
    assert errors.getvalue().count("A terminal can't show a PDF.") == 2


def test_a_file_that_is_there_is_left_unless_it_may_be_replaced(
    shell: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "letter.pdf"
    file.write_text("a letter", encoding="utf-8")
    shell("guide", "privacy", "--pdf", str(file), key=False)
    assert shell.code == 1
    assert "already" in shell.errors
    assert file.read_text(encoding="utf-8") == "a letter"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (["guide", "--pdf", "x.pdf"], "which page?"),
        (["guide", "therapist", "--large"], "add --pdf FILE"),
        (["guide", "--paper", "a4"], "add --pdf FILE"),
        (["agreement", "new", "--blank"], "--blank goes without"),
        (["agreement", "--blank", "--large"], "belong to a PDF"),
    ],
)
def test_what_makes_no_sense_is_told(shell: Shell, line: list[str], says: str) -> None:
    shell(*line, key=False)
    assert shell.code == 2
    assert says in shell.errors


def test_a_program_is_shown_and_not_printed(shell: Shell, tmp_path: Path) -> None:
    shell("guide", "open-notebook", "--pdf", str(tmp_path / "x.pdf"), key=False)
    assert shell.code == 1
    assert "is a program" in shell.errors
    assert not (tmp_path / "x.pdf").exists()


def test_an_empty_agreement_needs_no_notebook(shell: Shell, tmp_path: Path) -> None:
    said = shell("agreement", "--blank", key=False)
    assert shell.code == 0
    assert "What do you do if it gets hard between sessions?" in said
    assert said.count("_" * 64) == 16
    assert "Name:" not in said
    assert shell("agreement", "--blank", "--names", key=False).count("Name: ___") == 2
    markdown = shell("agreement", "--blank", "--format", "md", "--names", key=False)
    assert markdown.startswith("# What we agreed\n")
    assert markdown.count("Signed:") == 2
    file = tmp_path / "sheet.pdf"
    shell("agreement", "--blank", "-o", str(file), key=False)
    assert "nothing of yours" in " ".join(shell.errors.split())
    assert "What do you two work on?" in words_of(file.read_bytes())
    shell("agreement", "--blank", "-o", str(file), key=False)
    assert shell.code == 1
    assert not shell.notebook.exists()


def test_the_way_to_another_machine_is_as_the_page_says(shell: Shell, tmp_path: Path) -> None:
    shell("init")
    shell("note", said="The plant on the sill")
    backup = tmp_path / "my.backup"
    made = shell("backup", str(backup))
    assert "It was opened once to see that it holds." in " ".join(made.split())
    there = tmp_path / "there"
    there.mkdir()
    other = Shell(there, shell.clock)
    other("restore", str(backup), said=answers(PASSPHRASE, "yes"), key=False)
    assert other.code == 0, other.errors
    assert "The plant on the sill" in other("list")
    assert "The plant on the sill" in shell("list")


def test_what_is_taken_out_as_the_page_says_can_be_taken_in_again(
    shell: Shell, tmp_path: Path
) -> None:
    shell("init")
    shell("note", said="The plant on the sill")
    shell("export", "-o", str(tmp_path / "words.json"))
    shell("export", "--format", "markdown", "-o", str(tmp_path / "my-words"))
    texts = [one.read_text("utf-8") for one in (tmp_path / "my-words").rglob("*.md")]
    assert any("The plant on the sill" in text for text in texts)
    there = tmp_path / "there"
    there.mkdir()
    other = Shell(there, shell.clock)
    other("init")
    said = other("import", str(tmp_path / "words.json"), said="no\n")
    assert "New entries: 1" in said
    assert "The plant on the sill" not in other("list")
    other("import", str(tmp_path / "words.json"), "--yes")
    assert "The plant on the sill" in other("list")
