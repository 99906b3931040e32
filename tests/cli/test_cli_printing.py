"""`companion page`: every form, into a file, a pipe or a terminal, and what belongs to the page."""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from printing_room import LINE, Typed, run, with_a_line, words_of
from pypdf import PdfReader
from support.real import PASSPHRASE, Shell, answers

from companion.cli.main import main
from companion.plain.terminal import Streams

HEADER = "For Monday 9 March 2026."
CHOSEN = "I chose these lines myself. It isn't everything and it isn't a record."
FOOT = "How will you keep this page?"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return with_a_line(tmp_path)


class Shown(io.StringIO):
    """An output that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_pdf_goes_into_a_pipe_whole_and_holds_the_page_and_nothing_else(shell: Shell) -> None:
    shell("page", "--format", "pdf")
    assert shell.code == 0, shell.errors
    assert shell.errors == ""
    assert shell.raw.startswith(b"%PDF-")
    assert shell.raw.endswith(b"%%EOF")
    rest = words_of(shell.raw)
    for part in (HEADER, CHOSEN, "I'd like to talk about", LINE, "please ask me", FOOT):
        assert rest.count(part) == 1, part
        rest = rest.replace(part, "")
    assert not [one for one in rest if one.isalnum()], rest
    assert b"canary" not in shell.raw


def test_the_same_page_is_the_same_bytes_in_a_pipe_and_in_a_file(
    shell: Shell, tmp_path: Path
) -> None:
    shell("page", "--format", "pdf")
    piped_out, file = shell.raw, tmp_path / "page.pdf"
    shell("page", "-o", str(file))
    assert file.read_bytes() == piped_out


def test_a_pdf_is_never_written_onto_a_terminal(shell: Shell) -> None:
    out, errors = Shown(), io.StringIO()
    code = run(shell, "page", "--format", "pdf", streams=Streams(io.StringIO(), out, errors))
    assert code == 1
    assert out.getvalue() == ""
    assert "A terminal can't show a PDF" in errors.getvalue()
    assert "-o" in errors.getvalue()


def test_a_refused_terminal_asks_for_no_passphrase(shell: Shell) -> None:
    out, errors = Shown(), io.StringIO()
    streams = Streams(Typed(f"{PASSPHRASE}\n"), out, errors)
    assert main(["page", "--format", "pdf"], streams, shell.builder) == 1
    assert "passphrase" not in out.getvalue() + errors.getvalue()


def test_text_is_shown_on_a_terminal_and_a_pdf_can_be_written_from_one(
    shell: Shell, tmp_path: Path
) -> None:
    out = Shown()
    assert run(shell, "page", streams=Streams(io.StringIO(), out, io.StringIO())) == 0
    assert LINE in out.getvalue()
    file = tmp_path / "page.pdf"
    streams = Streams(io.StringIO(), Shown(), io.StringIO())
    assert run(shell, "page", "-o", str(file), streams=streams) == 0
    assert LINE in words_of(file.read_bytes())


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("page.pdf", b"%PDF-"),
        ("PAGE.PDF", b"%PDF-"),
        ("page.html", b"<!doctype html>"),
        ("page.htm", b"<!doctype html>"),
        ("page.json", b"{"),
        ("page.md", b"For Monday"),
        ("page.txt", b"For Monday"),
        ("page", b"For Monday"),
    ],
)
def test_without_a_form_the_name_of_the_file_says_it(
    shell: Shell, tmp_path: Path, name: str, begins: bytes
) -> None:
    shell("page", "-o", str(tmp_path / name))
    assert shell.code == 0, shell.errors
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_form_that_was_asked_for_counts_more_than_the_name(shell: Shell, tmp_path: Path) -> None:
    shell("page", "--format", "text", "-o", str(tmp_path / "page.pdf"))
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"For Monday")


@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
def test_every_other_form_comes_out_as_text(shell: Shell, form: str) -> None:
    out = shell("page", "--format", form)
    assert shell.code == 0, shell.errors
    assert LINE in out
    assert "canary" not in out


def test_the_keys_of_the_json_stay(shell: Shell) -> None:
    page = json.loads(shell("page", "--format", "json"))
    assert page == {
        "session_on": "2026-03-09",
        "name": "",
        "footer": True,
        "kind": "session",
        "sections": [
            {
                "section": "talk",
                "heading": "I'd like to talk about",
                "lines": [{"text": LINE, "mode": "please-ask"}],
            }
        ],
        "second": None,
    }


def test_what_was_written_is_for_its_owner_alone_and_is_remembered(
    shell: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "page.pdf"
    assert shell("page", "-o", str(file)) == ""
    assert "not encrypted" in shell.errors
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    (row,) = json.loads(shell("exported", "--json"))
    assert row["file"] == str(file)


def test_a_file_that_is_there_is_left_as_it_is(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(b"mine")
    shell("page", "-o", str(file))
    assert shell.code == 1
    assert "was left as it is" in " ".join(shell.errors.split())
    assert file.read_bytes() == b"mine"
    shell("page", "-o", str(file), "--replace")
    assert shell.code == 0
    assert LINE in words_of(file.read_bytes())


def test_a_person_is_asked_before_a_file_is_replaced(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(b"mine")
    streams = Streams(Typed("no\n"), io.StringIO(), io.StringIO())
    assert run(shell, "page", "-o", str(file), streams=streams) == 1
    assert file.read_bytes() == b"mine"
    streams = Streams(Typed("yes\n"), io.StringIO(), io.StringIO())
    assert run(shell, "page", "-o", str(file), streams=streams) == 0
    assert LINE in file.read_text(encoding="utf-8")


def test_a_place_that_refuses_is_told_and_nothing_is_remembered(
    shell: Shell, tmp_path: Path
) -> None:
    shell("page", "-o", str(tmp_path / "no" / "page.pdf"))
    assert shell.code == 1
    assert "could not be written" in " ".join(shell.errors.split())
    assert json.loads(shell("exported", "--json")) == []


class Full(io.BytesIO):
    """A file on a full disk."""

    def write(self, _: object) -> int:
        raise OSError(28, "No space left on device")


@pytest.mark.parametrize("form", ["pdf", "text"])
def test_an_output_that_takes_no_more_is_told_in_a_line(
    shell: Shell, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_go: list[int] = []
    monkeypatch.setattr("companion.cli.main._let_go_of_output", lambda: let_go.append(1))
    errors = io.StringIO()
    out = io.TextIOWrapper(Full(), encoding="utf-8", write_through=True)
    code = run(shell, "page", "--format", form, streams=Streams(io.StringIO(), out, errors))
    assert code == 1
    assert "took no more" in errors.getvalue()
    assert let_go == [1]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("form", ["pdf", "text"])
def test_a_full_disk_behind_the_output_ends_the_process_in_a_line(shell: Shell, form: str) -> None:
    code = f"""
import sys
from pathlib import Path
from support.real import Shell
from companion.cli.main import main
shell = Shell(Path({str(shell.home)!r}))
argv = ["page", "--format", {form!r}, "--passphrase-file", str(shell.passphrase_file)]
sys.exit(main(argv, None, shell.builder))
"""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # noqa: S603  our own code
            [sys.executable, "-c", code],
            stdout=full,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
            check=False,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)},
        )
    assert done.returncode == 1, done.stderr
    assert "took no more" in done.stderr
    assert "Error" not in done.stderr


@pytest.mark.parametrize(
    "argv",
    [
        ["--format", "docx"],
        ["--paper", "a5"],
        ["--large"],
        ["--paper", "a4", "--format", "html"],
        ["--pdf-password-file", "x", "-o", "page.txt"],
        ["--pdf-password-file", "x", "--ask-pdf-password", "--format", "pdf"],
        ["--session", "4", "--handover"],
        ["compose", "--format", "pdf"],
        ["second", "-o", "page.pdf"],
        ["head", "--large"],
        ["head", "--handover"],
        ["head", "Noor"],
    ],
)
def test_wrong_usage_is_two_and_opens_nothing(shell: Shell, argv: list[str]) -> None:
    shell("page", *argv, key=False)
    assert shell.code == 2
    assert "usage: companion" in shell.errors


@pytest.mark.parametrize(
    "option",
    [
        *("compose", "second", "head", "--session", "--handover", "--format", "pdf", "html"),
        *("--output", "--replace", "--paper", "letter", "--large"),
        *("--pdf-password-file", "--ask-pdf-password"),
    ],
)
def test_each_option_is_in_the_help(shell: Shell, option: str) -> None:
    assert option in shell("page", "--help", key=False)
    assert shell.code == 0


def test_the_page_for_a_new_therapist_takes_all_the_same_options(
    shell: Shell, tmp_path: Path
) -> None:
    listed = shell("page", "compose", "--handover", said=answers(""))
    assert shell.code == 0, shell.errors
    assert "What I'd like to go on with" in listed
    shell("page", "compose", "--handover", said=answers("1", "", ""))
    file = tmp_path / "page.pdf"
    shell("page", "--handover", "-o", str(file), "--large")
    text = words_of(file.read_bytes())
    assert "For someone new." in text
    page = json.loads(shell("page", "--handover", "--format", "json"))
    assert page["kind"] == "handover"
    assert page["sections"]
    shell("page", "second", "--handover", said=answers("1", ""))
    assert json.loads(shell("page", "--handover", "--format", "json"))["second"]
    assert not json.loads(shell("page", "--format", "json"))["second"]


def test_a_second_sheet_is_chosen_and_printed_after_the_page(shell: Shell) -> None:
    out = shell("page", "second", said=answers("1", ""))
    assert shell.code == 0, shell.errors
    assert "On the second sheet" in out
    shell("page", "--format", "pdf")
    assert len(PdfReader(io.BytesIO(shell.raw)).pages) == 2
    shell("page", "second", said=answers("1", ""))
    shell("page", "--format", "pdf")
    assert len(PdfReader(io.BytesIO(shell.raw)).pages) == 1


def test_head_and_foot_are_asked_for_and_never_taken_from_the_command_line(shell: Shell) -> None:
    shell("page", "head", said=answers("Noor", "no"))
    assert shell.code == 0, shell.errors
    page = json.loads(shell("page", "--format", "json"))
    assert (page["name"], page["footer"]) == ("Noor", False)


def test_a_session_that_is_none_is_told(shell: Shell) -> None:
    for action in ([], ["compose"], ["second"]):
        shell("page", *action, "--session", "9")
        assert shell.code == 1
        assert "no session 9" in shell.errors


def test_a_page_over_its_measure_is_told_in_words_and_printed_whole(shell: Shell) -> None:
    shell("note", "--park", said="word " * 25)
    listed = shell("page", "compose", said=answers(""))
    (number,) = (row.partition(".")[0] for row in listed.splitlines() if ". word word" in row)
    shell("page", "compose", said=answers(number, "", "", ""))
    out = shell("page")
    assert shell.code == 0
    assert out.count("word") >= 25
    assert "holds too much: 5 words over." in " ".join(shell.errors.split())
