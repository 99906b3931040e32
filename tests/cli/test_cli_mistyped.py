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


def test_a_passphrase_that_was_mistyped_at_a_terminal_is_asked_for_again(ready: Shell) -> None:
    out = piped()
    said = answers("nine quite herons", PASSPHRASE, LEAVE)
    code = main(["--plain"], Streams(Keyboard(said), out, io.StringIO()), ready.builder)
    shown = out.buffer.getvalue().decode()

    assert code == 0
    assert shown.count("Your passphrase:") == 2
    assert "another keyboard" in shown


def test_after_three_it_ends_and_says_so_in_words(ready: Shell) -> None:
    out, errors = piped(), io.StringIO()
    said = answers("one heron", "two herons", "three herons", "four herons")
    code = main(["--plain"], Streams(Keyboard(said), out, errors), ready.builder)

    assert code == codes.WRONG_PASSPHRASE
    assert out.buffer.getvalue().decode().count("Your passphrase:") == 3
    assert "another keyboard" in errors.getvalue()


def test_in_a_pipe_a_wrong_passphrase_is_told_at_once(ready: Shell) -> None:
    ready("--plain", said=answers("one heron", PASSPHRASE, LEAVE), key=False)

    assert ready.code == codes.WRONG_PASSPHRASE
    assert ready.errors.count("Your passphrase:") == 1


@pytest.mark.skipif(not DESCRIPTORS.exists(), reason="this system names no open descriptors")
def test_a_passphrase_that_another_program_hands_over_is_read_once(ready: Shell) -> None:
    ours, theirs = os.pipe()
    os.write(theirs, f"{PASSPHRASE}\n".encode())
    os.close(theirs)
    try:
        ready("list", "--passphrase-file", str(DESCRIPTORS / str(ours)), key=False)
    finally:
        os.close(ours)

    assert ready.code == 0, ready.errors
