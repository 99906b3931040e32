"""`companion homework`: writing a file, checking it, and what is in the notebook."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from support.packs import SMALL
from support.real import PASSPHRASE, Shell, answers

from companion.catalog.packs.shelf import PackFiles

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> str:
    """The small pack as a file."""
    (tmp_path / "windows.toml").write_text(SMALL, encoding="utf-8")
    return str(tmp_path / "windows.toml")


@pytest.fixture
def bad(tmp_path: Path) -> str:
    """A pack with two slips."""
    text = SMALL.replace("weeks = 2", "weeks = 99").replace("What did", "Why did")
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    return str(tmp_path / "bad.toml")


def test_a_new_file_is_in_order_and_is_written_over_only_if_someone_says_so(shell: Shell) -> None:
    new = str(shell.home / "new.toml")
    assert "is written" in " ".join(shell("homework", "new", new, key=False).split())
    assert shell.code == 0
    shell("homework", "check", new, key=False)
    assert shell.code == 0
    shell("homework", "new", new, key=False)
    assert shell.code == 1
    shell("homework", "new", new, "--replace", key=False)
    assert shell.code == 0


def test_checking_says_each_thing_by_line_and_ends_with_one(shell: Shell, bad: str) -> None:
    out = shell("homework", "check", bad, key=False)
    assert shell.code == 1
    first, second, last = out.splitlines()
    assert first == f"{bad}, line 6, weeks: 12 is the most. Write a smaller number."
    assert second.startswith(f"{bad}, line 31, paths.1.steps.1.prompt: “why” sends")
    assert last == "Put these right and check again. Nothing was changed."


def test_checking_for_a_program(shell: Shell, bad: str, file: str) -> None:
    found = json.loads(shell("homework", "check", bad, "--json", key=False))
    assert found["file"] == bad
    assert [(one["line"], one["key"], one["code"]) for one in found["problems"]] == [
        (6, "weeks", "too-much"),
        (31, "paths.1.steps.1.prompt", "why"),
    ]
    assert json.loads(shell("homework", "check", file, "--json", key=False))["problems"] == []
    assert shell.code == 0


def test_a_file_that_is_not_there_is_one_line_on_the_error_stream(shell: Shell) -> None:
    for action in ("check", "preview", "show", "add"):
        assert shell("homework", action, "/gone.toml", key=False) == ""
        assert shell.code == 1
        assert "/gone.toml could not be read" in shell.errors
    for name in ("x" * 300, "~nobody-of-that-name/a.toml"):
        assert shell("homework", "show", name, key=False) == ""
        assert shell.code == 1
    shell("homework", "show", "gone", key=False)
    assert (shell.code, "no homework called gone" in shell.errors) == (1, True)


def test_no_notebook_is_needed_to_look_at_one(shell: Shell, file: str) -> None:
    out = shell("homework", "show", file, key=False)
    assert "Written by A. Therapist." in out
    assert "one-window: Look out of one window" in out
    assert "windows_view: A view" in out
    assert not shell.notebook.exists()
    found = json.loads(shell("homework", "show", file, "--json", key=False))
    assert (found["weeks"], found["sessions"], len(found["tasks"])) == (2, None, 2)


def test_what_is_in_the_notebook_is_shown_by_its_name(shell: Shell, file: str) -> None:
    shell("init")
    shell("homework", "show", "windows")
    assert (shell.code, "no homework called windows" in shell.errors) == (1, True)
    shell("homework", "add", file, "--yes")
    assert "one-window: Look out of one window" in shell("homework", "show", "windows")


def test_a_preview_keeps_nothing(shell: Shell, file: str) -> None:
    said = answers("1", "6", "zqzq a kite", "", "h", *("",) * 6)
    out = shell("homework", "preview", file, key=False, said=said)
    assert "What did you see out there?" in out
    assert "Nothing was kept." in out
    assert "Saved and locked" not in out
    assert not shell.notebook.exists()
    assert [one for one in shell.home.rglob("*") if _holds(one, b"zqzq")] == []


def test_a_preview_of_what_is_not_in_order_says_what_is_wrong(shell: Shell, bad: str) -> None:
    for action in ("preview", "show"):
        assert "line 6, weeks" in shell("homework", action, bad, key=False)
        assert shell.code == 1


def test_without_a_notebook_the_list_is_what_comes_with_companion(shell: Shell) -> None:
    found = json.loads(shell("homework", "list", "--json", key=False))
    assert tuple(one["id"] for one in found) == PackFiles().shipped()
    assert {one["state"] for one in found} == {"shipped"}


def test_adding_needs_the_passphrase_and_a_yes(shell: Shell, file: str) -> None:
    shell("homework", "add", file, "--yes")
    assert shell.code == 1
    shell("init")
    shell("homework", "add", file, key=False, said=answers("wrong words altogether"))
    assert shell.code == 3
    shell("homework", "add", file, said=answers("no"))
    assert shell.code == 1
    shell("homework", "add", file, key=False, said=answers(PASSPHRASE, "yes"))
    assert shell.code == 0
    shell("homework", "add", file, "--yes")
    assert shell.code == 1
    assert "is in your notebook already" in " ".join(shell.errors.split())


def test_what_is_not_in_order_is_not_added(shell: Shell, bad: str) -> None:
    shell("init")
    assert "line 6, weeks" in shell("homework", "add", bad, "--yes")
    assert shell.code == 1
    assert "windows" not in shell("homework", "list")


def test_a_task_is_taken_shrunk_and_dropped(shell: Shell, file: str) -> None:
    shell("init")
    shell("homework", "add", file, "--yes")
    shell("homework", "take", "windows", "one-window")
    shell("homework", "shrink", "windows", "one-window")
    (task,) = json.loads(shell("task", "list", "--json"))
    assert (task["tiny"], task["state"]) == ("Look up once.", "open")
    shell("homework", "drop", "windows", "one-window")
    (task,) = json.loads(shell("task", "list", "--json"))
    assert task["state"] == "dropped"
    shell("homework", "take", "windows", "gone")
    assert (shell.code, "nothing to try called gone" in shell.errors) == (1, True)
    shell("homework", "take", "gone", "one-window")
    assert shell.code == 1


def test_it_goes_along_when_everything_is_taken_out_and_in_again(
    shell: Shell, file: str, tmp_path: Path
) -> None:
    shell("init")
    shell("homework", "add", file, "--yes")
    shell("reflect", "windows_view", said=answers("6", "a kite", "", "h", *("",) * 6))
    assert shell.code == 0
    shell("export", "-o", str(tmp_path / "all.json"))
    (tmp_path / "other").mkdir()
    other = Shell(tmp_path / "other")
    other("init")
    other("import", str(tmp_path / "all.json"), "--yes")
    assert other.code == 0
    assert "windows: Windows (in your notebook)" in other("homework", "list")
    assert "A view" in other("list")


def test_wrong_usage_is_wrong_usage(shell: Shell) -> None:
    for line in (("homework",), ("homework", "add"), ("homework", "take", "windows")):
        shell(*line, key=False)
        assert shell.code == 2


def _holds(file: Path, words: bytes) -> bool:
    return file.is_file() and words in file.read_bytes()
