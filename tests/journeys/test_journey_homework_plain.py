"""Homework, line by line: a therapist writes it, a patient does some of it, the page shows less."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from support.real import Shell, answers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HOMEWORK = """\
id = "evenings"
title = “Zqzq Evenings”
author = "Zqzq Dr. Ada Brook"
language = "en"
why = "Zqzq To find out what an evening can be like."
weeks = "3"

[[tasks]]
id = "lamp"
what = "Zqzq Light one lamp, and sit beside it."
for = "Zqzq To come home before the evening ends."

[[tasks]]
id = "walk"
what = "Zqzq Stroll round the block."
for = "Zqzq To see who else is out."
tiny = "Zqzq Stand at the door."

[[tasks]]
id = "call"
what = "Zqzq Call somebody you like."
for = "Zqzq To hear a voice."

[[paths]]
id = "one-evening"
title = "Zqzq One evening"
about = "Zqzq How one of them was."
minutes = 3

[[paths.steps]]
id = "scene"
kind = "text"
prompt = "Why do you stay up late?"
"""
HAPPENED = "I sat there until the kettle had gone cold"
KEPT_BACK = "Zqzq I cried a little"
ONE_THING = "The evenings are long"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell("init")
    shell("session", "add", "2026-03-01 17:30", "--number", "3")
    shell("session", "held", "3")
    shell("session", "add", "2026-03-03 17:30")
    assert shell.code == 0
    return shell


MENDED: list[tuple[str, Callable[[str], str]]] = [
    ("Use the straight one", lambda line: re.sub("[“”]", '"', line)),
    ("without quotation marks", lambda line: line.replace('"', "")),
    ("Ask for something concrete", lambda _: 'prompt = "What was going on late in the evening?"'),
]
"""What somebody does who knows nothing but what the message says."""


def mended(file: Path, said: str) -> int:
    """Put right what the messages name, each on the line it names; says how many there were."""
    lines = file.read_text(encoding="utf-8").split("\n")
    found = re.findall(r"evenings\.toml, line (\d+)(.*)", said)
    for number, message in found:
        change = next(change for asked, change in MENDED if asked in message)
        lines[int(number) - 1] = change(lines[int(number) - 1])
    file.write_text("\n".join(lines), encoding="utf-8")
    return len(found)


def written(shell: Shell) -> Path:
    """The therapist's file, clean by the messages alone."""
    file = shell.home / "evenings.toml"
    file.write_text(HOMEWORK, encoding="utf-8")
    said = shell("homework", "check", str(file), key=False)
    assert shell.code == 1
    assert mended(file, said) == 3
    said = shell("homework", "check", str(file), key=False)
    assert (shell.code, "is in order" in said) == (0, True)
    return file


def test_three_mistakes_are_mended_by_the_messages_alone(shell: Shell) -> None:
    file = written(shell)
    said = shell("homework", "preview", str(file), key=False, said=answers("1", "5", "/stop", ""))
    assert shell.code == 0
    assert "What was going on late in the evening?" in said
    assert "Nothing was kept." in said


def take_home(shell: Shell, file: Path) -> None:
    """The patient sees all that it asks; nothing happens before a yes."""
    said = shell("homework", "add", str(file), said=answers(""))
    assert shell.code == 1
    for asked in ("Dr. Ada Brook", "about three weeks", "Zqzq Stroll", "Tiny:", "Nobody is"):
        assert asked in said
    assert "evenings" not in shell("homework", "list")
    shell("homework", "add", str(file), said=answers("yes"))
    assert shell.code == 0
    assert "evenings: Zqzq Evenings (in your notebook)" in shell("homework", "list")


def test_a_patient_does_one_shrinks_one_drops_one_and_the_page_shows_what_was_ticked(
    shell: Shell,
) -> None:
    take_home(shell, written(shell))
    shell("homework", "take", "evenings", "lamp")
    shell("homework", "shrink", "evenings", "walk")
    shell("homework", "drop", "evenings", "call")
    tasks = {one["what"].split()[1]: one for one in json.loads(shell("task", "list", "--json"))}
    assert set(tasks) == {"Light", "Stroll"}
    assert tasks["Stroll"]["tiny"] == "Zqzq Stand at the door."

    went = answers("1", HAPPENED, "", "p", KEPT_BACK, "", "h")
    shell("task", "went", tasks["Light"]["id"], said=went)
    assert shell.code == 0
    shell("reflect", "evenings_one-evening", said=answers("5", "Zqzq", "", "h", "5", ""))
    assert "Zqzq One evening" in shell("list")
    ready = answers("5", *(ONE_THING, "", "p"), *("",) * 12)
    shell("reflect", "getting-ready", said=ready)

    assert "Zqzq" not in shell("page")
    compose(shell, HAPPENED)
    page = shell("page")
    assert HAPPENED in page
    assert "Zqzq" not in page
    for form in ("md", "html", "json"):
        shell("page", "--format", form, "-o", str(shell.home / f"page.{form}"))
        assert b"Zqzq" not in (shell.home / f"page.{form}").read_bytes()


def compose(shell: Shell, words: str) -> None:
    """Tick the line with these words, and no other."""
    said = shell("page", "compose", said=answers(""))
    row = next(line for line in said.splitlines() if words in line)
    shell("page", "compose", said=answers(row.strip().partition(".")[0], "1", "", ""))


def test_a_shipped_one_is_added_set_aside_and_taken_out(shell: Shell) -> None:
    shell("homework", "add", "first-weeks", "--yes")
    shell("homework", "aside", "first-weeks")
    assert "The first weeks (set aside)" in shell("homework", "list")
    shell("homework", "again", "first-weeks")
    assert "The first weeks (in your notebook)" in shell("homework", "list")
    assert shell("homework", "remove", "first-weeks", said=answers("")) == "It stays.\n"
    assert shell.code == 1
    shell("homework", "remove", "first-weeks", "--yes")
    assert "The first weeks (from companion)" in shell("homework", "list")
