"""What prints a page from the command line in a test, and reads what came of it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pypdf import PdfReader
from support.real import Shell, answers

from companion.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    from companion.plain.terminal import Streams

LINE = "My sister wants an answer about the summer"
HIDDEN = "canary I keep this to myself"


def with_a_line(tmp_path: Path) -> Shell:
    """A shell with one line on the page, and one that was not ticked."""
    shell = Shell(tmp_path)
    shell("init")
    shell("session", "add", "2026-03-09 17:30", "--number", "4")
    for words in (LINE, HIDDEN):
        shell("note", "--park", said=words)
    listed = shell("page", "compose", said=answers(""))
    (number,) = (row.partition(".")[0] for row in listed.splitlines() if LINE in row)
    shell("page", "compose", said=answers(number, "3", ""))
    assert shell.code == 0, shell.errors
    return shell


class Typed(io.StringIO):
    """Lines from a person at a keyboard."""

    def isatty(self) -> bool:
        return True


def run(shell: Shell, *argv: str, streams: Streams) -> int:
    line = [*argv, "--passphrase-file", str(shell.passphrase_file)]
    return main(line, streams, shell.builder)


def words_of(data: bytes, password: str = "") -> str:
    reader = PdfReader(io.BytesIO(data), password=password or None)
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())
