"""The command line, as people and scripts rely on it."""

from __future__ import annotations

import json
import os
import stat
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from support.real import PASSPHRASE, Shell, answers
from support.time import FixedClock

from companion.cli.main import _command
from companion.cli.parser import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path


def test_init_with_a_passphrase_file_asks_nothing(shell: Shell) -> None:
    assert "notebook is made" in shell("init")
    assert shell.code == 0
    assert (shell.notebook / "keys.json").exists()


def test_init_asks_twice_and_says_three_times_that_nobody_can_recover_it(shell: Shell) -> None:
    said = answers("short", PASSPHRASE, "another thing", PASSPHRASE, PASSPHRASE, "no")
    out = " ".join(shell("init", said=said, key=False).split())
    assert shell.code == 0, shell.errors
    assert "does not assess, diagnose, treat or monitor" in out
    assert "Nobody can recover a lost passphrase" in out
    assert "can't be read again, not even by you" in out
    assert "guessed" in out
    assert "not the same" in out


def test_init_leaves_a_notebook_that_is_there_as_it_is(ready: Shell) -> None:
    before = (ready.notebook / "keys.json").read_bytes()
    ready("init")
    assert ready.code == 1
    assert "already" in ready.errors
    assert (ready.notebook / "keys.json").read_bytes() == before


def test_init_without_an_answer_makes_nothing(shell: Shell) -> None:
    shell("init", said="", key=False)
    assert shell.code == 1
    assert not shell.notebook.exists()


def test_note_prints_only_that_it_is_kept(ready: Shell) -> None:
    assert ready("note", said="a quiet line\n") == "kept\n"
    assert ready.code == 0
    assert "a quiet line" in ready("list")


def test_note_goes_where_it_is_sent(ready: Shell) -> None:
    ready("note", "--unsaid", said="what I left out")
    (row,) = json.loads(ready("list", "--json"))
    entry = json.loads(ready("show", row["id"], "--json"))
    assert [answer["place"] for answer in entry["answers"]] == ["unsaid"]
    assert "what I left out" not in ready("page", "compose", said="\n")


def test_an_empty_note_is_told_and_keeps_nothing(ready: Shell) -> None:
    ready("note", said="  \n")
    assert ready.code == 1
    assert json.loads(ready("list", "--json")) == []


def test_words_are_never_taken_from_the_command_line(ready: Shell) -> None:
    ready("note", "my words", said="x")
    assert ready.code == 2


def test_the_passphrase_may_be_the_first_line_of_a_pipe(ready: Shell) -> None:
    out = ready("note", said=f"{PASSPHRASE}\nmy line\n", key=False)
    assert ready.code == 0, ready.errors
    assert out == "kept\n"
    assert "my line" in ready("list")


def test_global_options_stand_before_or_after_the_command(ready: Shell) -> None:
    for line in (
        ["--notebook", str(ready.notebook), "list"],
        ["list", "--notebook", str(ready.notebook)],
    ):
        ready(*line)
        assert ready.code == 0, ready.errors


def test_sessions_are_added_listed_moved_and_settled(ready: Shell) -> None:
    assert "planned" in ready("session", "add", "2026-03-09 17:30", "--number", "4")
    assert "took place" in ready("session", "add", "2026-02-23 17:30", "--number", "3")
    ready("session", "move", "2026-03-10 09:00")
    listed = json.loads(ready("session", "list", "--json"))
    assert [(one["number"], one["state"]) for one in listed] == [(3, "held"), (4, "planned")]
    assert listed[1]["at"] == "2026-03-10T09:00:00+00:00"
    assert "did not take place" in ready("session", "missed", "4")
    ready("session", "held", "17")
    assert ready.code == 1
    assert "no session 17" in ready.errors


def test_a_session_number_is_never_given_twice(ready: Shell) -> None:
    ready("session", "add", "2026-03-09 17:30", "--number", "4")
    ready("session", "add", "2026-03-16 17:30", "--number", "4")
    assert ready.code == 1
    assert "There is a session 4 already" in ready.errors
    assert "Session 3:" in ready("session", "add", "2026-03-02 17:30")


@pytest.mark.parametrize("date", ["soon", "2026-02-30 10:00", "2026-03-09", "", "17:30"])
def test_a_date_that_is_none_is_told_and_changes_nothing(ready: Shell, date: str) -> None:
    ready("session", "add", date)
    assert ready.code == 1
    assert "tomorrow 5:30pm" in ready.errors
    assert "no sessions" in ready("session", "list")


def test_search_finds_by_the_beginnings_of_words(ready: Shell) -> None:
    ready("note", said="The léttuce grew")
    assert "léttuce" in ready("search", "lett", "gre")
    assert "Nothing was found" in ready("search", "turnip")
    assert json.loads(ready("search", "turnip", "--json")) == []


def test_an_entry_is_shown_by_the_beginning_of_its_id(ready: Shell) -> None:
    ready("note", said="one line")
    (row,) = json.loads(ready("list", "--json"))
    assert "one line" in ready("show", row["id"][:6])
    ready("show", "zzz")
    assert ready.code == 1
    assert "zzz" in ready.errors


def test_delete_asks_and_then_it_is_gone(ready: Shell) -> None:
    ready("note", said="a line to lose")
    (row,) = json.loads(ready("list", "--json"))
    assert "Left as it is" in ready("delete", row["id"], said="no\n")
    assert ready.code == 1
    assert "Removed" in ready("delete", row["id"], said="yes\n")
    assert json.loads(ready("search", "lose", "--json")) == []


def test_a_path_that_does_not_exist_is_told(ready: Shell) -> None:
    ready("reflect", "teleport", said="\n")
    assert ready.code == 1
    assert "companion paths" in ready.errors


def test_reflect_can_be_about_another_day(ready: Shell) -> None:
    ready(
        "reflect",
        "trust",
        "--short",
        "--on",
        "2026-02-28",
        said=answers("", "A word", "", "", "", "", ""),
    )
    assert ready.code == 0, ready.errors
    (row,) = json.loads(ready("list", "--json"))
    assert row["happened_at"].startswith("2026-02-28")


def test_page_with_nothing_ticked_is_a_real_page(ready: Shell) -> None:
    out = ready("page")
    assert ready.code == 0
    assert "Nothing on the page this time" in out


def test_page_is_written_for_its_owner_alone_and_never_over_another(
    ready: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "page.md"
    ready("page", "--format", "md", "-o", str(file))
    assert ready.code == 0, ready.errors
    assert "not encrypted" in ready.errors
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.write_text("mine", encoding="utf-8")
    ready("page", "--format", "md", "-o", str(file))
    assert ready.code == 1
    assert file.read_text(encoding="utf-8") == "mine"
    ready("page", "--format", "md", "-o", str(file), "--replace")
    assert ready.code == 0
    assert "mine" not in file.read_text(encoding="utf-8")


def test_page_that_can_not_be_written_is_told(ready: Shell, tmp_path: Path) -> None:
    ready("page", "-o", str(tmp_path / "no" / "such" / "folder.txt"))
    assert ready.code == 1
    assert "could not be written" in ready.errors


def test_page_as_json_has_the_documented_keys(ready: Shell) -> None:
    page = json.loads(ready("page", "--format", "json"))
    assert page["sections"] == []
    assert page["session_on"] is None


def test_paths_are_listed_without_a_passphrase(shell: Shell) -> None:
    assert "trust: Speaking freely" in shell("paths", key=False)
    rows = json.loads(shell("paths", "--json", key=False))
    known = {"author", "licence", "reviewed_on"}
    assert {"id", "title", "about", "minutes", "version", "forms"} | known == set(rows[0])
    assert all(row["author"] and row["licence"] and row["reviewed_on"] for row in rows)


def test_the_content_check_passes(shell: Shell) -> None:
    assert "as it should be" in shell("paths", "--check", key=False)
    assert shell.code == 0


def test_help_now_asks_no_passphrase_and_needs_no_notebook(shell: Shell) -> None:
    out = shell("help-now", "--country", "GB", key=False)
    assert "116 123" in out
    assert "999" in out
    assert "Nobody is watching" in out
    assert shell.code == 0


def test_version_says_the_version(shell: Shell) -> None:
    assert shell("version", key=False).startswith("companion ")
    assert shell("--version", key=False).startswith("companion ")
    assert "textual" in json.loads(shell("version", "--json", key=False))["libraries"]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_carried_out_somewhere(command: str) -> None:
    assert callable(_command(command))


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_in_the_help_and_explains_itself(shell: Shell, command: str) -> None:
    assert f" {command} " in shell("--help", key=False)
    assert "usage: companion" in shell(command, "--help", key=False)
    assert shell.code == 0


def test_plain_mode_is_what_a_pipe_gets(ready: Shell) -> None:
    out = ready(said="10\n")
    assert "1. What is open now: do it, or leave it" in out
    assert "Locked. What you wrote is saved." in out


def test_the_first_run_in_plain_mode_sets_a_notebook_up(shell: Shell) -> None:
    out = shell("--plain", said="10\n")
    assert shell.code == 0, shell.errors
    assert "notebook is made" in out


def test_the_demo_shows_three_months_and_leaves_nothing(shell: Shell) -> None:
    out = shell("demo", said="4\n\n10\n", key=False)
    assert shell.code == 0, shell.errors
    assert "Nothing of this demo is kept" in out
    assert not shell.notebook.exists()


def test_times_are_those_of_the_persons_own_zone(tmp_path: Path) -> None:
    shell = Shell(tmp_path, FixedClock(datetime(2026, 7, 1, 12, tzinfo=UTC), "Europe/Madrid"))
    shell("init")
    assert "17:30" in shell("session", "add", "2026-07-02 17:30")
    (one,) = json.loads(shell("session", "list", "--json"))
    assert one["at"] == "2026-07-02T17:30:00+02:00"
