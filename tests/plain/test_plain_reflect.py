"""A reflection line by line: whatever ends it, what was said is kept."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from support.real import PASSPHRASE, Shell, answers

from companion.cli.main import main
from companion.plain.terminal import Streams

if TYPE_CHECKING:
    from pathlib import Path

# A whole walk of Speaking freely in its short form, a line an element.
WALK = ["6", "The moment she paused", "", "p", "Easy: work", "", "u", "5", "1"]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell("init")
    return shell


def written(shell: Shell) -> dict[str, str]:
    """Every answer in the notebook, with its place."""
    rows = json.loads(shell("list", "--json"))
    entries = [json.loads(shell("show", row["id"], "--json")) for row in rows]
    return {a["answer"]: a["place"] for entry in entries for a in entry["answers"]}


def test_a_whole_walk_is_kept_with_its_places(shell: Shell) -> None:
    out = shell("reflect", "trust", "--short", said=answers(*WALK))
    assert shell.code == 0, shell.errors
    assert "Saved and locked." in out
    kept = written(shell)
    assert kept["The moment she paused"] == "parked"
    assert kept["Easy: work"] == "unsaid"


@pytest.mark.parametrize("lines", range(len(WALK)))
def test_input_that_ends_anywhere_loses_nothing(shell: Shell, lines: int) -> None:
    shell("reflect", "trust", "--short", said=answers(*WALK[:lines]))
    assert shell.code == 1
    assert "kept" in shell.errors
    kept = written(shell)
    assert ("6" in kept) == (lines >= 1)
    assert ("The moment she paused" in kept) == (lines >= 2)
    assert ("Easy: work" in kept) == (lines >= 5)


class Interrupted(io.StringIO):
    """Some lines, and then Ctrl+C."""

    def readline(self, *_: int) -> str:  # type: ignore[override]
        line = super().readline()
        if not line:
            raise KeyboardInterrupt
        return line


@pytest.mark.parametrize("lines", range(len(WALK)))
def test_ctrl_c_anywhere_loses_nothing(shell: Shell, lines: int) -> None:
    out, errors = io.StringIO(), io.StringIO()
    streams = Streams(Interrupted(answers(*WALK[:lines])), out, errors)
    line = ["reflect", "trust", "--short", "--passphrase-file", str(shell.passphrase_file)]
    assert main(line, streams, shell.builder) == 130
    assert "kept" in errors.getvalue()
    assert "Traceback" not in errors.getvalue()
    kept = written(shell)
    assert ("The moment she paused" in kept) == (lines >= 2)
    assert ("Easy: work" in kept) == (lines >= 5)


def test_a_draft_is_offered_again_and_gone_on_with(shell: Shell) -> None:
    shell("reflect", "trust", "--short", said=answers(*WALK[:4], "/stop"))
    assert shell.code == 0
    out = shell("reflect", "trust", said=answers("yes", *WALK[4:]))
    assert shell.code == 0, shell.errors
    assert "The moment she paused" not in out.split("Question")[0]
    assert set(written(shell)) >= {"The moment she paused", "Easy: work"}
    assert len(json.loads(shell("list", "--json"))) == 1


def test_back_shows_what_was_written_and_an_empty_line_keeps_it(shell: Shell) -> None:
    said = answers("6", "First words", "", "", "/back", "", "", "", "")
    out = shell("reflect", "trust", "--short", said=said)
    assert "You wrote: First words" in out
    assert "First words" in written(shell)


def test_what_is_let_go_is_not_kept(shell: Shell) -> None:
    shell("reflect", "trust", "--short", said=answers("6", "Not this", "", "x", "", "", ""))
    assert shell.code == 0, shell.errors
    assert "Not this" not in written(shell)
    assert "Nothing was found" in shell("search", "not")


def test_a_walk_in_which_nothing_is_said_leaves_nothing(shell: Shell) -> None:
    out = shell("reflect", "trust", "--short", said=answers("", "", "", "", ""))
    assert shell.code == 0, shell.errors
    assert "nothing is kept" in out
    assert json.loads(shell("list", "--json")) == []


def test_a_number_that_is_none_is_asked_again(shell: Shell) -> None:
    out = shell("reflect", "trust", "--short", said=answers("eleven", "11", "-1", "7", "/stop"))
    assert out.count("A whole number from 0 to 10") == 3
    assert "7" in written(shell)


def test_very_low_steadiness_says_who_can_be_reached_and_blocks_nothing(shell: Shell) -> None:
    said = answers("0", "", "1", "Still I write", "", "", "", "", "")
    out = " ".join(shell("reflect", "trust", "--short", said=said).split())
    assert shell.code == 0, shell.errors
    assert "please reach a person" in out
    assert "findahelpline.com" in out
    assert "Still I write" in written(shell)


def test_the_map_is_two_numbers_and_a_spoken_place(shell: Shell) -> None:
    said = answers("6", "8", "2", "calm, my own word", "", "7", "/stop")
    out = shell("reflect", "feelings", said=said)
    assert "very pleasant, rather slow" in out
    kept = written(shell)
    assert "calm, my own word" in kept
    assert "8, 2" in kept


def test_nothing_is_drawn_and_no_line_is_wider_than_the_window(shell: Shell) -> None:
    out, errors = io.StringIO(), io.StringIO()
    streams = Streams(io.StringIO(answers(*WALK)), out, errors, width=20)
    line = ["reflect", "trust", "--short", "--passphrase-file", str(shell.passphrase_file)]
    assert main(line, streams, shell.builder) == 0
    shown = out.getvalue()
    assert max(len(row) for row in shown.splitlines()) <= 20
    assert not [c for c in shown if ord(c) < 32 and c != "\n"]
    assert not [c for c in shown if "\u2500" <= c <= "\u259f"]


@pytest.mark.parametrize(
    "text", ["[/", "\x1b]0;x\x07 words", "\u202ereversed", "漢字 العربية 👨‍👩‍👧", "a" * 5000]
)
def test_hostile_words_are_kept_and_shown_as_words(shell: Shell, text: str) -> None:
    shell("note", said=text)
    assert shell.code == 0, shell.errors
    shown = shell("list") + shell("show", json.loads(shell("list", "--json"))[0]["id"])
    assert not [c for c in shown if (ord(c) < 32 and c != "\n") or ord(c) == 0x202E]
    assert PASSPHRASE not in shown
