"""`companion journey map`: the way as lines or as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from support.real import Shell

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell("init")
    return shell


def test_the_way_is_said_and_every_mark_has_stable_keys(shell: Shell) -> None:
    shell("session", "add", "2026-02-12 17:00")
    shell("session", "add", "2026-03-05 17:00")
    out = shell("journey", "map")
    assert shell.code == 0, shell.errors
    assert "Session 1, Thursday 12 February 2026\n" in out
    marks = json.loads(shell("journey", "map", "--json"))
    assert [mark["kind"] for mark in marks] == ["beginning", "session", "present", "ahead", "open"]
    assert marks[1] == {
        "kind": "session",
        "at": "2026-02-12T17:00:00+00:00",
        "number": 1,
        "words": "",
        "reflected": [],
    }
    assert marks[2]["number"] is None


def test_another_therapys_way_is_named_by_its_name_or_number(shell: Shell) -> None:
    shell("session", "add", "2026-02-12 17:00")
    shell.clock.advance(days=1)
    shell("journey", "new", "Tuesdays")
    assert "Session 1" not in shell("journey", "map")
    assert "Session 1" in shell("journey", "map", "1")
    shell("journey", "map", "Fridays")
    assert shell.code == 1
