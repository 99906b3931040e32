"""How it moved, line by line."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from support.choosing import chose
from support.real import PASSPHRASE, Shell, answers

from companion.domain.errors import InputEndedError
from companion.plain.face import Face
from companion.plain.moved import show_moved
from companion.plain.terminal import Streams, Terminal

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell("init")
    return shell


def shown(shell: Shell, said: str = "") -> str:
    """What is said in plain mode, with some lines typed."""
    builder, out = shell.builder(), io.StringIO()
    opened = builder.notebook.unlock(PASSPHRASE)
    try:
        show_moved(
            Face(Terminal(Streams(io.StringIO(said), out, io.StringIO())), builder.house), opened
        )
    finally:
        builder.notebook.lock()
    return " ".join(out.getvalue().split())


def test_how_far_back_is_chosen_by_its_number(shell: Shell) -> None:
    chose(shell, "hope", "2026-02-01 20:00", ways=4)
    shell("session", "add", "2026-02-12 17:00")
    chose(shell, "hope", "2026-02-20 20:00", ways=7)
    assert "1 dot: not enough to tell Friday 20 February: 7" in shown(shell, answers("1"))
    assert "2 dots: not enough to tell Sunday 1 February: 4" in shown(shell, answers("2"))
    assert "2 dots: not enough to tell Sunday 1 February: 4" in shown(shell, answers("3"))


def test_the_scale_is_named_with_the_words_at_its_ends(shell: Shell) -> None:
    chose(shell, "trust", "2026-02-01 20:00", openness=4)
    assert (
        "Trust. How open you could be, from I kept the door shut (0) to I could say whatever "
        "was there (10):" in shown(shell, answers("3"))
    )


def test_an_empty_line_leaves(shell: Shell) -> None:
    chose(shell, "hope", "2026-02-01 20:00", ways=4)
    assert "1 February" not in shown(shell, answers(""))


def test_where_nothing_was_chosen_nothing_is_asked(shell: Shell) -> None:
    assert shown(shell).startswith("Nothing is here yet.")


def test_input_that_ends_is_told_to_whoever_asked(shell: Shell) -> None:
    chose(shell, "hope", "2026-02-01 20:00", ways=4)
    with pytest.raises(InputEndedError):
        shown(shell)
