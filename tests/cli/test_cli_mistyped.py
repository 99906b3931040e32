"""A passphrase that was mistyped: asked for again, lest the shell gets the next try."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from support.real import PASSPHRASE, Keyboard, Shell, answers, piped

from companion.cli import codes
from companion.cli.main import main
from companion.plain.terminal import Streams

LEAVE = "/lock"
DESCRIPTORS = Path("/dev/fd")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell, and a notebook."""
    made = Shell(tmp_path)
    made("init")
    return made


def test_a_passphrase_that_was_mistyped_at_a_terminal_is_asked_for_again(shell: Shell) -> None:
    out = piped()
    said = answers("nine quite herons", PASSPHRASE, LEAVE)
    code = main(["--plain"], Streams(Keyboard(said), out, io.StringIO()), shell.builder)
    shown = out.buffer.getvalue().decode()

    assert code == 0
    assert shown.count("Your passphrase:") == 2
    assert "another keyboard" in shown


def test_after_three_it_ends_and_says_so_in_words(shell: Shell) -> None:
    out, errors = piped(), io.StringIO()
    said = answers("one heron", "two herons", "three herons", "four herons")
    code = main(["--plain"], Streams(Keyboard(said), out, errors), shell.builder)

    assert code == codes.WRONG_PASSPHRASE
    assert out.buffer.getvalue().decode().count("Your passphrase:") == 3
    assert "another keyboard" in errors.getvalue()


def test_in_a_pipe_a_wrong_passphrase_is_told_at_once(shell: Shell) -> None:
    shell("--plain", said=answers("one heron", PASSPHRASE, LEAVE), key=False)

    assert shell.code == codes.WRONG_PASSPHRASE
    assert shell.errors.count("Your passphrase:") == 1


@pytest.mark.skipif(not DESCRIPTORS.exists(), reason="this system names no open descriptors")
def test_a_passphrase_that_another_program_hands_over_is_read_once(shell: Shell) -> None:
    ours, theirs = os.pipe()
    os.write(theirs, f"{PASSPHRASE}\n".encode())
    os.close(theirs)
    try:
        shell("list", "--passphrase-file", str(DESCRIPTORS / str(ours)), key=False)
    finally:
        os.close(ours)

    assert shell.code == 0, shell.errors
