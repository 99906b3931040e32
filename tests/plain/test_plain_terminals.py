"""Real terminals that can do little, and a pipe: plain mode by itself, and nothing but lines."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from companion.domain.text import cell_width

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")
from support.terminal import Terminal  # noqa: E402  needs one

if TYPE_CHECKING:
    from pathlib import Path

DEMO = (sys.executable, "-m", "companion", "demo", "--lang", "en")
LAST = "Nothing of this demo is kept."


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """An environment of its own."""
    kept = {name: value for name, value in os.environ.items() if name != "TERM"}
    return kept | {"HOME": str(home), **more}


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_terminal_that_can_do_little_gets_lines_alone(term: str, tmp_path: Path) -> None:
    with Terminal(DEMO, surroundings(tmp_path, COLUMNS="40"), term=term) as terminal:
        terminal.until("leaves: ")  # of the question below the menu
        seen = terminal.seen
        terminal.type("4\n")
        terminal.until("back:")
        seen += terminal.seen
        terminal.type("/lock\n")
        assert terminal.ended() == 0
    rows = seen.decode().replace("\r\n", "\n").split("\n")
    assert not any(character < " " for row in rows for character in row)
    assert max(map(cell_width, rows)) <= 40


def test_a_pipe_gets_lines_alone_whatever_the_terminal(tmp_path: Path) -> None:
    around = surroundings(tmp_path, TERM="xterm-256color", FORCE_COLOR="1")
    done = subprocess.run(  # noqa: S603  our own program
        DEMO, input="4\n1\n\n\n10\n", capture_output=True, text=True, env=around, check=True
    )
    said = done.stdout + done.stderr
    assert LAST in said
    assert not any(character < " " and character != "\n" for character in said)
