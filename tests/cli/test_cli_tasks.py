"""`companion task`: what the two agreed to try."""

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
    (task,) = json.loads(shell("task", "list", "--json"))
    return dict(task)


def test_what_is_piped_in_is_the_task(shell: Shell) -> None:
    assert shell("task", "add", said="Write to Ida\n") == "It is kept.\n"
    task = only(shell)
    task_id = task.pop("id")
    assert task == {
        "agreed_at": "2026-03-02T18:30:00+00:00",
        "what": "Write to Ida",
        "tiny": "",
        "for": "",
        "plan": "",
        "state": "open",
        "happened": "",
        "in_the_way": "",
    }
    assert shell("task", "list").startswith(task_id[:8])


def test_nothing_piped_in_is_told_and_keeps_nothing(shell: Shell) -> None:
    shell("task", "add", said=" \n")
    assert shell.code == 1
    assert json.loads(shell("task", "list", "--json")) == []


def test_the_questions_can_be_answered_from_a_pipe_too(shell: Shell) -> None:
    said = answers("Write to Ida", "", "", "So she knows", "", *[""] * 6)
    shell("task", "add", "--walk", said=said)
    assert shell.code == 0, shell.errors
    assert (only(shell)["what"], only(shell)["for"]) == ("Write to Ida", "So she knows")


def test_it_is_said_how_it_went(shell: Shell) -> None:
    shell("task", "add", said="Write to Ida")
    said = answers("2", "Half of it", "", "", "The evening", "", "", "One line", "", "")
    shell("task", "went", only(shell)["id"][:8], said=said)
    assert shell.code == 0, shell.errors
    task = only(shell)
    assert [task[key] for key in ("state", "happened", "in_the_way", "tiny")] == [
        "partly",
        "Half of it",
        "The evening",
        "One line",
    ]
    assert "In the way: The evening" in shell("task", "show", task["id"])
    assert json.loads(shell("task", "show", task["id"], "--json")) == task


def test_a_task_is_made_smaller_and_put_into_other_words(shell: Shell) -> None:
    shell("task", "add", said="Write to Ida")
    task_id = only(shell)["id"]
    shell("task", "tiny", task_id, said=answers("One line", "", ""))
    shell("task", "change", task_id, said=answers("Ring Ida", *[""] * 8))
    assert (only(shell)["what"], only(shell)["tiny"]) == ("Ring Ida", "One line")


def test_a_task_is_let_drop_and_taken_up_again(shell: Shell) -> None:
    shell("task", "add", said="Write to Ida")
    task_id = only(shell)["id"]
    assert "It is let drop" in shell("task", "drop", task_id)
    assert only(shell)["state"] == "dropped"
    assert "Nothing is left to make smaller" in shell("task", "tiny", task_id)
    shell("task", "went", task_id, said=answers("1", *[""] * 6))
    assert only(shell)["state"] == "tried"


@pytest.mark.parametrize("action", ["show", "went", "tiny", "change", "drop"])
def test_an_id_that_is_none_is_told(shell: Shell, action: str) -> None:
    shell("task", "add", said="Write to Ida")
    shell("task", action, "zz")
    assert shell.code == 1
    assert "There is no task zz" in shell.errors
    assert only(shell)["state"] == "open"


def test_without_an_action_it_is_wrong_usage(shell: Shell) -> None:
    shell("task")
    assert shell.code == 2
