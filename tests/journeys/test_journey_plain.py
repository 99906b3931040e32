"""One whole interval, line by line: from a session that took place to the next one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from support.real import Shell, answers
from support.time import FixedClock

if TYPE_CHECKING:
    from pathlib import Path

HELD = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)
EVENING = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
SKIP = ""
DONE = ""

STAYED = "The silence after I laughed"
UNSAID = "CANARY-unsaid I was angry about the summer"
AGREED = "Notice one evening when I say no"
LINE = "Ask about the silence"
REMEMBERED = "A long silence, and the rain"
DIFFERENT = "It feels smaller now"
WALKED_AROUND = "CANARY-here the money from my uncle"
PARKED = "The holidays, and why I joke about them"
ROAD = "CANARY-hope one call a week to Mira"
FELT = "CANARY-feeling like a stone in a shoe"
ONE_THING = "The silence in the last session"
LEFT_OUT = "CANARY-leave-out that I nearly cancelled"
ASK = "Was the silence meant"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    clock = FixedClock(EVENING)
    shell = Shell(tmp_path, clock)
    shell("init")
    assert shell.code == 0
    shell("session", "add", "2026-03-02 17:30", "--number", "9")
    shell("session", "add", "2026-03-09 17:30")
    return shell


def echo(shell: Shell) -> None:
    shell(
        "reflect",
        "echo",
        said=answers(
            "6",
            *(STAYED, "", "h"),
            *(SKIP,),
            *(UNSAID, "", DONE),
            *(SKIP,),
            *(AGREED, "", "p"),
            *(LINE, "", DONE),
            *("7", "8"),
            *("6", "1"),
        ),
    )
    assert shell.code == 0, shell.errors


def recall(shell: Shell) -> str:
    out = shell(
        "reflect",
        "recall",
        said=answers(
            "6",
            *(REMEMBERED, "", DONE),
            DONE,
            *(DIFFERENT, "", "p"),
            SKIP,
            *("6", DONE),
        ),
    )
    assert shell.code == 0, shell.errors
    return out


def trust(shell: Shell) -> None:
    shell(
        "reflect",
        "trust",
        "--short",
        said=answers("6", *(PARKED, "", "p"), *(WALKED_AROUND, "", DONE), "5", DONE),
    )
    assert shell.code == 0, shell.errors


def hope(shell: Shell) -> None:
    shell(
        "reflect",
        "hope",
        "--short",
        said=answers("6", "4", "3", *(ROAD, "", DONE), SKIP, "5", DONE),
    )
    assert shell.code == 0, shell.errors


def feelings(shell: Shell) -> None:
    shell(
        "reflect",
        "feelings",
        said=answers(
            "6",
            *("3", "4"),
            *("sad, homesick", DONE),
            "7",
            SKIP,
            *(FELT, "", DONE),
            *(SKIP, SKIP, SKIP, SKIP),
            "3",
            "6",
            DONE,
        ),
    )
    assert shell.code == 0, shell.errors


def getting_ready(shell: Shell) -> None:
    shell(
        "reflect",
        "getting-ready",
        said=answers(
            "6",
            *(ONE_THING, "", DONE),
            *(SKIP, SKIP, SKIP, SKIP),
            *("1 5", DONE),
            *(LEFT_OUT, "", DONE),
            *(ASK, "", DONE),
            "6",
            "6",
            DONE,
        ),
    )
    assert shell.code == 0, shell.errors


def tick(shell: Shell, text: str, *mode: str) -> None:
    """Tick the candidate that holds some words, by the number it is listed under.

    In the sections whose lines say how they should be taken, that is asked next.
    """
    listed = shell("page", "compose", said=answers(DONE))
    (number,) = (line.partition(".")[0] for line in listed.splitlines() if text[:30] in line)
    shell("page", "compose", said=answers(number, *mode, DONE))
    assert shell.code == 0, shell.errors


def what_is_open(shell: Shell) -> str:
    return shell("--plain", said=answers("9")).strip().splitlines()[0]


def test_a_whole_interval_ends_in_one_page_and_leaks_nothing(shell: Shell, tmp_path: Path) -> None:
    assert what_is_open(shell) == "What stayed with you?"
    echo(shell)

    shell.clock.show(datetime(2026, 3, 5, 8, 0, tzinfo=UTC))
    assert what_is_open(shell) == "What is still there?"
    looked = recall(shell)
    assert looked.index("What do you remember") < looked.index(STAYED)
    assert LINE in looked
    assert UNSAID not in looked

    assert what_is_open(shell) == "Speaking freely"
    trust(shell)
    hope(shell)
    feelings(shell)
    assert what_is_open(shell) == "Nothing is open now."

    shell.clock.show(datetime(2026, 3, 8, 19, 0, tzinfo=UTC))
    assert what_is_open(shell) == "Before I go in"
    getting_ready(shell)
    assert what_is_open(shell) == "What would you like to bring?"

    tick(shell, ONE_THING, "1")
    tick(shell, PARKED, "3")
    tick(shell, ASK)
    file = tmp_path / "page.md"
    shell("page", "--format", "md", "-o", str(file))
    assert shell.code == 0, shell.errors
    assert "not encrypted" in shell.errors
    page = file.read_text(encoding="utf-8")
    assert page.startswith("For Monday 9 March 2026")
    for text in (ONE_THING, "The holidays, and why I joke about them", ASK):
        assert text in page.replace("\\", "")
    for text in (UNSAID, WALKED_AROUND, ROAD, FELT, LEFT_OUT, STAYED, REMEMBERED, DIFFERENT):
        assert text not in page.replace("\\", "")

    shell.clock.show(datetime(2026, 3, 9, 19, 0, tzinfo=UTC))
    assert "planned" in what_is_open(shell)
    held = shell("session", "held")
    assert "Session 10" in held
    assert what_is_open(shell) == "What stayed with you?"

    assert canaries_on_disk(tmp_path) == []


def canaries_on_disk(home: Path) -> list[Path]:
    """Every file under a folder that holds an un-ticked answer in clear."""
    return [
        file
        for file in home.rglob("*")
        if file.is_file()
        and any(mark in file.read_bytes() for mark in (b"CANARY", b"silence after"))
    ]


def test_the_search_for_canaries_would_find_one(tmp_path: Path) -> None:
    (tmp_path / "leak").write_text(UNSAID, encoding="utf-8")
    assert canaries_on_disk(tmp_path) == [tmp_path / "leak"]
