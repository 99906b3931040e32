"""The call to lock, at any question: it locks at once, and what was written is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from by_ear import opened, pick, typed
from support.real import Shell, answers

from companion.cli import codes

if TYPE_CHECKING:
    from pathlib import Path

    from by_ear import Pick

LOCKED = "Locked. What you wrote is saved."


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    found = Shell(tmp_path)
    found("init")
    return found


def first_words(shell: Shell) -> list[str]:
    notebook, at = opened(shell)
    rows = at.journal.rows(0, 10)
    notebook.lock()
    return [row.first_words for row in rows]


@pytest.mark.parametrize(
    "call", ["/lock", "/LOCK ", "/bloquea", "/bloquear", "/zu", "/Zuschließen"]
)
@pytest.mark.parametrize("way", [(), (pick("plain.menu.journal"),), (pick("plain.menu.help"),)])
def test_it_locks_from_anywhere(shell: Shell, call: str, way: tuple[Pick, ...]) -> None:
    shell("note", said="Words")
    heard = typed(shell, *way, call, "never asked for")
    assert heard.text.endswith(f"{LOCKED}\n")
    assert (heard.code, heard.left, heard.lost) == (codes.DONE, 1, "")


def test_a_reflection_is_kept_as_a_draft(shell: Shell) -> None:
    shell("reflect", "trust", said=answers("6", "A scene by the sea", "/lock"))
    assert shell.code == codes.DONE
    assert first_words(shell) == ["A scene by the sea"]


def test_a_free_line_is_kept(shell: Shell) -> None:
    typed(shell, pick("plain.menu.note"), "One line", "/lock")
    assert first_words(shell) == ["One line"]


@pytest.mark.parametrize("end", [(), ("/lock",)], ids=["no more lines", "lock"])
def test_a_quick_line_is_kept_whatever_ends_it(shell: Shell, end: tuple[str, ...]) -> None:
    heard = typed(shell, "One line", *end, command=("note",))
    assert heard.code == codes.DONE
    assert first_words(shell) == ["One line"]


def test_what_is_offered_after_a_reflection_does_not_hold_it_up(shell: Shell) -> None:
    shell("session", "add", "2026-03-04 17:30")
    said = answers("6", *("One thing", "", ""), *[""] * 7, *("", "", ""), "/lock")
    shell("reflect", "getting-ready", said=said)
    assert shell.code == codes.DONE


def test_in_place_of_the_passphrase_it_leaves(shell: Shell) -> None:
    shell("list", said="/lock\n", key=False)
    assert shell.code == codes.DONE
    assert "took place" not in shell.errors
