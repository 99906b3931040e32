"""`companion journey`: several therapies, kept apart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from support.real import Shell, answers

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell with two therapies, the second on home."""
    shell = Shell(tmp_path)
    shell("init")
    shell("journey", "rename", "1", "Thursdays")
    shell("note", said="of Thursdays")
    shell.clock.advance(days=1)
    shell("journey", "new", "Rivers")
    return shell


def listed(shell: Shell) -> list[dict[str, Any]]:
    return list(json.loads(shell("journey", "list", "--json")))


def test_they_are_listed_in_the_order_they_were_begun(shell: Shell) -> None:
    first, second = shell("journey", "list").splitlines()
    assert first == "1. Thursdays, since Monday 2 March 2026"
    assert second == "2. Rivers, since Tuesday 3 March 2026, on home now"
    assert listed(shell) == [
        {
            "number": 1,
            "name": "Thursdays",
            "started_at": "2026-03-02T18:30:00+00:00",
            "closed_at": None,
            "open": False,
        },
        {
            "number": 2,
            "name": "Rivers",
            "started_at": "2026-03-03T18:30:00+00:00",
            "closed_at": None,
            "open": True,
        },
    ]


@pytest.mark.parametrize("which", ["1", "thursdays", "Thu"])
def test_turning_to_one_shows_what_is_in_it_and_nothing_else(shell: Shell, which: str) -> None:
    assert "of Thursdays" not in shell("list")
    assert "Home shows Thursdays now." in shell("journey", "open", which)
    assert "of Thursdays" in shell("list")


def test_a_name_that_is_not_given_is_asked_for_and_may_be_empty(shell: Shell) -> None:
    shell.clock.advance(days=1)
    shell("journey", "new", said=answers("Lakes"))
    shell("journey", "rename", "2", said=answers(""))
    assert [one["name"] for one in listed(shell)] == ["Thursdays", "", "Lakes"]
    assert "2. without a name" in shell("journey", "list")


def test_only_a_clear_yes_closes_and_it_can_be_opened_again(shell: Shell) -> None:
    shell("journey", "close", "rivers", said=answers("no"))
    assert shell.code == 1
    assert listed(shell)[1]["closed_at"] is None
    shell("journey", "close", "rivers", said=answers("yes"))
    assert shell.code == 0
    assert listed(shell)[1]["closed_at"] == "2026-03-03T18:30:00+00:00"
    shell("journey", "reopen", "rivers")
    assert listed(shell)[1]["closed_at"] is None
    shell("journey", "close", "rivers", "--yes")
    assert listed(shell)[1]["closed_at"] is not None


def test_closing_another_leaves_the_one_on_home_there(shell: Shell) -> None:
    shell("journey", "close", "1", "--yes")
    assert [one["open"] for one in listed(shell)] == [False, True]


def test_what_is_closed_already_or_open_already_is_told(shell: Shell) -> None:
    shell("journey", "close", "1", "--yes")
    assert "closed already" in shell("journey", "close", "1")
    assert "It is open, as it was." in shell("journey", "reopen", "2")


def test_one_that_is_unknown_or_could_be_two_is_told(shell: Shell) -> None:
    shell("journey", "open", "Lakes")
    assert shell.code == 1
    assert "Lakes" in shell.errors
    shell("journey", "new", "Rivers")
    shell("journey", "close", "Rivers", "--yes")
    assert shell.code == 1
    assert "Say its number" in " ".join(shell.errors.split())
    assert all(one["closed_at"] is None for one in listed(shell))


def test_without_an_action_it_is_wrong_usage(shell: Shell) -> None:
    shell("journey")
    assert shell.code == 2
