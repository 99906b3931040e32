"""`companion moved`: dots as words or as JSON, and nothing made of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from support.choosing import chose
from support.real import Shell

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell("init")
    return shell


def words(text: str) -> str:
    return " ".join(text.split())


def scale(shell: Shell, name: str, *more: str) -> dict[str, object]:
    """What `--json` says about one scale."""
    (found,) = [
        one for one in json.loads(shell("moved", "--json", *more)) if one["measure"] == name
    ]
    return dict(found)


def test_it_says_each_number_on_its_day_and_that_a_session_was_between(shell: Shell) -> None:
    shell("session", "add", "2026-02-12 17:00")
    chose(shell, "trust", "2026-02-10 20:00", openness=4, met=0)
    chose(shell, "trust", "2026-02-17 20:00", openness=6)
    out = words(shell("moved"))
    assert shell.code == 0, shell.errors
    between = "Tuesday 10 February: 4 (session between), Tuesday 17 February: 6"
    assert f"2 dots: not enough to tell {between}" in out
    assert "1 dot: not enough to tell Tuesday 10 February: 0" in out


def test_several_sessions_between_two_dots_are_not_counted(shell: Shell) -> None:
    for day in ("05", "12", "19"):
        shell("session", "add", f"2026-02-{day} 17:00")
    chose(shell, "hope", "2026-02-01 20:00", ways=4)
    chose(shell, "hope", "2026-02-20 20:00", ways=6)
    assert "Sunday 1 February: 4 (sessions between), Friday 20 February: 6" in words(shell("moved"))


def test_a_session_is_said_only_where_it_was(shell: Shell) -> None:
    shell("session", "add", "2026-02-12 17:00")
    for day in ("10", "11", "13", "14"):
        chose(shell, "hope", f"2026-02-{day} 20:00", ways=3)
    said = words(shell("moved"))
    assert "10 February: 3, Wednesday 11 February: 3 (session between), Friday 13" in said
    assert "Friday 13 February: 3, Saturday 14 February: 3" in said


def test_it_says_once_that_a_dot_is_no_verdict(shell: Shell) -> None:
    chose(shell, "hope", "2026-02-01 20:00", ways=4, fuel=2)
    chose(shell, "feelings", "2026-02-01 20:00", pleasant=4, energy=2)
    assert words(shell("moved")).count("weather, not a verdict. Nobody scores.") == 1


def test_six_dots_are_enough(shell: Shell) -> None:
    for day in range(1, 7):
        chose(shell, "hope", f"2026-02-0{day} 20:00", ways=day)
    out = words(shell("moved"))
    assert "6 dots Sunday 1 February: 1," in out
    assert "6 dots: not" not in out


def test_json_is_a_list_of_scales_with_points_and_sessions(shell: Shell) -> None:
    shell("session", "add", "2026-02-12 17:00")
    chose(shell, "feelings", "2026-02-10 20:00", pleasant=3, energy=8)
    chose(shell, "feelings", "2026-02-14 20:00", pleasant=0, energy=10)
    assert scale(shell, "energy") == {
        "measure": "energy",
        "path": "feelings",
        "points": [
            {"at": "2026-02-10T20:00:00+00:00", "value": 8},
            {"at": "2026-02-14T20:00:00+00:00", "value": 10},
        ],
        "sessions": [{"number": 1, "at": "2026-02-12T17:00:00+00:00"}],
    }
    assert [point["value"] for point in scale(shell, "pleasant")["points"]] == [3, 0]  # type: ignore[attr-defined]


def test_json_of_nothing_is_every_scale_without_points(shell: Shell) -> None:
    found = json.loads(shell("moved", "--json"))
    assert [one["measure"] for one in found] == [
        "openness",
        "met",
        "ways",
        "fuel",
        "pleasant",
        "energy",
    ]
    assert all(one["points"] == one["sessions"] == [] for one in found)


def test_unfinished_reflections_are_no_dots(shell: Shell) -> None:
    chose(shell, "hope", "2026-02-01 20:00", ways=4, draft=True)
    assert json.loads(shell("list", "--json"))[0]["draft"]
    assert scale(shell, "ways")["points"] == []


def test_since_a_day_takes_all_of_that_day_whatever_time_is_named(shell: Shell) -> None:
    for when in ("2026-02-01 23:59", "2026-02-02 00:10", "2026-02-02 20:00"):
        chose(shell, "hope", when, ways=4)
    for since in ("2026-02-02", "2026-02-02 22:00"):
        assert len(scale(shell, "ways", "--since", since)["points"]) == 2  # type: ignore[arg-type]


def test_a_day_that_is_none_is_told(shell: Shell) -> None:
    shell("moved", "--since", "a while ago")
    assert shell.code == 1
    assert shell.errors


def test_nothing_yet_is_said_warmly(shell: Shell) -> None:
    assert words(shell("moved")).startswith("Nothing is here yet.")
    assert shell.code == 0


def test_nothing_since_a_day_is_fine(shell: Shell) -> None:
    chose(shell, "hope", "2026-02-01 20:00", ways=4)
    out = words(shell("moved", "--since", "2026-02-20"))
    assert out == "Nothing chosen in this time. That is fine."


def test_a_year_that_is_not_this_one_is_named(shell: Shell) -> None:
    chose(shell, "hope", "2025-12-31 20:00", ways=4)
    assert "Wednesday 31 December 2025: 4" in words(shell("moved"))
