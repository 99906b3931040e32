"""`companion exported`: which files were saved, what has become of them, and removing them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from support.real import Shell

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell with two files saved: `a.txt`, and the later `b.txt`."""
    shell = Shell(tmp_path)
    shell("init")
    for name in ("a.txt", "b.txt"):
        shell("page", "-o", str(tmp_path / name))
    return shell


def left(shell: Shell) -> list[str]:
    return [one["file"].rpartition("/")[2] for one in json.loads(shell("exported", "--json"))]


def on_disk(tmp_path: Path) -> list[str]:
    return sorted(file.name for file in tmp_path.glob("*.txt"))


def test_the_keys_of_the_json_stay(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("other", encoding="utf-8")
    (tmp_path / "b.txt").unlink()
    rows = json.loads(shell("exported", "list", "--json"))
    assert rows == [
        {
            "number": number,
            "file": str(tmp_path / name),
            "what": "page",
            "at": "2026-03-02T18:30:00+00:00",
            "now": now,
        }
        for number, name, now in ((1, "b.txt", "gone"), (2, "a.txt", "changed"))
    ]


def test_the_keys_are_documented_in_the_help(shell: Shell) -> None:
    assert "exported: number file what at now" in shell("--help", key=False)
    assert "--changed-too" in shell("exported", "--help", key=False)


def test_the_list_has_a_line_each_with_a_number(shell: Shell, tmp_path: Path) -> None:
    out = "".join(shell("exported").split())
    assert f"1.{tmp_path / 'b.txt'}:apage,savedMonday2March2026." in out
    assert f"2.{tmp_path / 'a.txt'}:" in out
    assert shell.code == 0


def test_nothing_saved_is_an_empty_list(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shell("init")
    assert "is remembered here" in shell("exported")
    assert json.loads(shell("exported", "--json")) == []
    assert shell.code == 0


def test_everything_that_leaves_the_notebook_is_in_it(shell: Shell, tmp_path: Path) -> None:
    shell("export", "-o", str(tmp_path / "all.json"))
    assert json.loads(shell("exported", "--json"))[0]["what"] == "everything"


@pytest.mark.parametrize("named", ["1", "path"])
def test_a_file_is_removed_after_one_question_that_names_it(
    shell: Shell, tmp_path: Path, named: str
) -> None:
    which = str(tmp_path / "b.txt") if named == "path" else named
    shell("exported", "remove", which, said="yes\n")
    assert shell.code == 0, shell.errors
    assert "".join(f"Remove {tmp_path / 'b.txt'} for good?".split()) in "".join(
        shell.errors.split()
    )
    assert on_disk(tmp_path) == left(shell) == ["a.txt"]


def test_without_a_yes_it_stays(shell: Shell, tmp_path: Path) -> None:
    for said in ("no\n", "\n", ""):
        shell("exported", "remove", "1", said=said)
        assert shell.code == 1
    assert on_disk(tmp_path) == ["a.txt", "b.txt"]
    assert left(shell) == ["b.txt", "a.txt"]


def test_with_yes_nothing_is_asked(shell: Shell, tmp_path: Path) -> None:
    shell("exported", "remove", "1", "--yes")
    assert shell.code == 0
    assert shell.errors == ""
    assert on_disk(tmp_path) == ["a.txt"]


def test_a_changed_file_takes_a_second_yes(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("a shopping list", encoding="utf-8")
    shell("exported", "remove", "1", "--yes")
    assert shell.code == 1
    assert "was changed after it was written" in " ".join(shell.errors.split())
    shell("exported", "remove", "1", said="yes\nno\n")
    assert shell.code == 1
    assert on_disk(tmp_path) == ["a.txt", "b.txt"]
    shell("exported", "remove", "1", said="yes\nyes\n")
    assert shell.code == 0
    assert on_disk(tmp_path) == ["a.txt"]


def test_a_changed_file_is_removed_unasked_only_with_both_options(
    shell: Shell, tmp_path: Path
) -> None:
    (tmp_path / "b.txt").write_text("a shopping list", encoding="utf-8")
    shell("exported", "remove", "1", "--changed-too")
    assert shell.code == 1  # it asks once all the same, and no answer came
    shell("exported", "remove", "1", "--changed-too", "--yes")
    assert shell.code == 0
    assert on_disk(tmp_path) == ["a.txt"]


def test_a_file_that_is_gone_is_forgotten(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "b.txt").unlink()
    assert "not there any more" in " ".join(shell("exported", "remove", "1").split())
    assert shell.code == 0
    assert left(shell) == ["a.txt"]


def test_all_of_them_are_removed_after_one_question(shell: Shell, tmp_path: Path) -> None:
    shell("exported", "remove", "--all", said="yes\n")
    assert shell.code == 0
    assert on_disk(tmp_path) == left(shell) == []


def test_one_that_can_not_be_removed_does_not_keep_the_others(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("other", encoding="utf-8")
    shell("exported", "remove", "--all", "--yes")
    assert shell.code == 1
    assert on_disk(tmp_path) == left(shell) == ["b.txt"]


def test_forgetting_leaves_the_file(shell: Shell, tmp_path: Path) -> None:
    shell("exported", "forget", "1")
    assert shell.code == 0
    assert left(shell) == ["a.txt"]
    shell("exported", "forget", "--all")
    assert left(shell) == []
    assert on_disk(tmp_path) == ["a.txt", "b.txt"]


@pytest.mark.parametrize("action", ["remove", "forget"])
@pytest.mark.parametrize("which", ["3", "0", "elsewhere.txt", "~nobody/there.txt"])
def test_a_file_that_is_not_remembered_is_told(
    shell: Shell, tmp_path: Path, action: str, which: str
) -> None:
    shell("exported", action, which, said="yes\n")
    assert shell.code == 1
    assert which in shell.errors
    assert on_disk(tmp_path) == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    "argv",
    [
        ["remove"],
        ["forget"],
        ["remove", "1", "--all"],
        ["remove", "1", "--json"],
        ["forget", "1", "--yes"],
        ["list", "1"],
        ["--all"],
        ["--changed-too"],
        ["burn"],
    ],
)
def test_wrong_usage_is_two(shell: Shell, argv: list[str]) -> None:
    shell("exported", *argv, key=False)
    assert shell.code == 2
    assert "usage: companion exported" in shell.errors
