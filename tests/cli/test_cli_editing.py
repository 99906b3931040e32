"""Changing an entry, and saying how deep and about which day, from the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from support.real import Shell, answers

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell("init")
    return shell


def only(shell: Shell) -> dict[str, Any]:
    """The one entry in the notebook."""
    (row,) = json.loads(shell("list", "--json"))
    entry: dict[str, Any] = json.loads(shell("show", row["id"], "--json"))
    return entry


def test_the_words_of_a_free_line_are_piped_in(shell: Shell) -> None:
    shell("note", "--unsaid", said="As it was\n")
    before = only(shell)
    shell("edit", before["id"][:8], said="Now\nit reads so\n")
    assert shell.code == 0, shell.errors
    after = only(shell)
    assert after["answers"][0]["answer"] == "Now\nit reads so"
    assert after["answers"][0]["place"] == "unsaid"
    assert (after["id"], after["happened_at"]) == (before["id"], before["happened_at"])
    assert "it reads" in shell("search", "reads")
    assert "Nothing was found" in shell("search", "was")


def test_no_words_change_nothing(shell: Shell) -> None:
    shell("note", said="As it was\n")
    shell("edit", only(shell)["id"], said="\n")
    assert shell.code == 1
    assert only(shell)["answers"][0]["answer"] == "As it was"


def test_a_reflection_is_walked_again_and_stays_finished(shell: Shell) -> None:
    shell(
        "reflect",
        "trust",
        "--short",
        said=answers("6", "First", "", "", "Second", "", "u", "5", "1"),
    )
    before = only(shell)
    out = shell("edit", before["id"], said=answers("", "Changed", "", "", "/clear", ""))
    assert shell.code == 0, shell.errors
    assert "Question 1 of 4." in out
    after = only(shell)
    assert not after["draft"]
    assert [one["answer"] for one in after["answers"]] == ["6", "Changed", "5"]


def test_an_entry_that_is_not_there_is_told(shell: Shell) -> None:
    shell("edit", "nothing", said="Words\n")
    assert shell.code == 1
    assert shell.errors


@pytest.mark.parametrize(
    "line", [["--short"], ["--form", "short"]], ids=["the older word", "the form"]
)
def test_a_short_form_is_asked_for_in_two_ways(shell: Shell, line: list[str]) -> None:
    out = shell("reflect", "trust", *line, said=answers("6", "/stop"))
    assert "Question 1 of 5." in out


def test_two_forms_at_once_are_wrong(shell: Shell) -> None:
    shell("reflect", "trust", "--short", "--form", "one")
    assert shell.code == 2


def test_a_reflection_is_about_the_day_that_was_named(shell: Shell) -> None:
    shell("reflect", "trust", "--form", "one", "--on", "2026-02-20", said=answers("6", "/stop"))
    assert only(shell)["happened_at"].startswith("2026-02-20T12:00")


def test_the_day_holds_for_a_path_chosen_from_the_list(shell: Shell) -> None:
    said = answers("1", "6", "/stop")
    shell("reflect", "--form", "one", "--on", "2026-02-20", said=said)
    assert shell.code == 0, shell.errors
    assert only(shell)["happened_at"].startswith("2026-02-20T12:00")


def test_a_day_that_is_ahead_is_today(shell: Shell) -> None:
    shell("reflect", "trust", "--on", "2026-12-24", said=answers("6", "/stop"))
    assert only(shell)["happened_at"].startswith("2026-03-02T18:30")


def test_a_bump_is_reached_through_its_doors(shell: Shell) -> None:
    out = shell("reflect", "bump", said=answers(""))
    assert shell.code == 0, shell.errors
    assert "three doors" in out
    assert json.loads(shell("list", "--json")) == []
