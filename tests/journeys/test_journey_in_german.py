"""One whole interval in German, line by line, and what leaves it: not a word of English."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from support.real import PASSPHRASE, Shell, answers
from support.spoken import english_in
from support.time import FixedClock

from companion.plain.menu import CHOICES, MORE

if TYPE_CHECKING:
    from pathlib import Path

STAYED, UNSAID = "Stille Heide", "Rabe Nebel"
PARKED, ONE_THING = "Kiesel Brunnen", "Laterne Hafen"
EVENING = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
DAY_THREE = datetime(2026, 3, 5, 20, 0, tzinfo=UTC)
EVE = datetime(2026, 3, 8, 20, 0, tzinfo=UTC)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path, FixedClock(EVENING))


def run(shell: Shell, *argv: str, said: str = "", key: bool = True) -> str:
    """Run a command in German, and read what it says."""
    out = shell(*argv, "--lang", "de", said=said, key=key)
    # A folder's name may end one line and begin the next; the files in it are called as they are.
    name = r"\s*".join(str(shell.notebook))
    heard = re.sub(rf"{name}|\b\w+\.(?:db|json)\b", "", out + shell.errors)
    assert english_in(heard, "de") == set(), heard
    return out


def test_a_whole_interval_line_by_line_is_in_german(shell: Shell, tmp_path: Path) -> None:
    made = run(shell, "--plain", said=answers(PASSPHRASE, PASSPHRASE, "nein", "0"), key=False)
    assert "Dein Heft ist" in made
    run(shell, "session", "add", "Montag 21 Uhr", "--number", "9")
    shell.clock.show(datetime(2026, 3, 2, 22, 0, tzinfo=UTC))
    run(shell, "session", "held")
    run(shell, "session", "add", "2026-03-09 um 17:30 Uhr")
    echo = answers("/hilfe", "6", STAYED, "/zurueck", STAYED, "", "h", "", UNSAID, *[""] * 14)
    assert "Frage 2 von" in run(shell, "reflect", "echo", said=echo)
    shell.clock.show(DAY_THREE)
    run(shell, "reflect", "trust", said=answers("6", PARKED, "", "v", *[""] * 30))
    shell.clock.show(EVE)
    run(shell, "reflect", "getting-ready", said=answers("6", ONE_THING, "", *[""] * 30))
    assert PARKED in run(shell, "page", "compose", said=answers("1", "1", "", ""))
    page = run(shell, "page")
    assert page.startswith("Für Montag, 9. März 2026.")
    assert "Wie wird dieses Blatt aufbewahrt?" in page
    assert UNSAID not in page
    file = tmp_path / "blatt.pdf"
    run(shell, "page", "-o", str(file))
    assert file.read_bytes().startswith(b"%PDF")


def test_every_part_of_plain_modes_menu_is_in_german(shell: Shell) -> None:
    shell("init")
    shell("session", "add", "2026-03-02 17:30")
    run(shell, "note", said=answers("Eine Zeile", ""))
    for part, name in enumerate(CHOICES, 1):
        if name == "more":
            for within in range(1, len(MORE) + 1):
                run(shell, "--plain", said=answers(str(part), str(within), *[""] * 40))
        else:
            run(shell, "--plain", said=answers(str(part), *[""] * 40))


@pytest.mark.parametrize(
    "line",
    ["list", "search stille", "moved", "unsaid", "task list", "agreement", "journey list",
     "journey map", "exported", "book", "audit", "verify", "config check", "guide", "help-now",
     "help-now --country DE", "paths", "session list", "show x", "tag x y", "restore"],
)  # fmt: skip
def test_what_a_command_says_is_in_german(shell: Shell, line: str) -> None:
    shell("init")
    run(shell, *line.split())
