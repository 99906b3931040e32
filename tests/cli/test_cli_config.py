"""The settings file from the command line: where it is, whether it is right, what is told of it."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from companion.cli import starting
from companion.cli.starting import full_screen

if TYPE_CHECKING:
    from support.real import Shell

    from companion.cli.run import Run


@pytest.fixture
def file() -> Path:
    """Where the file is; its folder is there."""
    found = Path(os.environ["XDG_CONFIG_HOME"]) / "companion" / "settings.toml"
    found.parent.mkdir(parents=True)
    return found


def said_in_errors(shell: Shell) -> str:
    return " ".join(shell.errors.split())


def test_path_says_where_the_file_is_and_makes_one_that_explains_itself(
    shell: Shell, file: Path
) -> None:
    assert shell("config", "path", key=False) == f"{file}\n"
    assert shell.code == 0
    assert "# The colours:" in file.read_text(encoding="utf-8")
    file.write_text("# mine\n", encoding="utf-8")
    shell("config", "path", key=False)
    assert file.read_text(encoding="utf-8") == "# mine\n"


def test_a_folder_that_can_not_be_written_is_told(shell: Shell) -> None:
    Path(os.environ["XDG_CONFIG_HOME"]).write_text("something else", encoding="utf-8")
    shell("config", "path", key=False)
    assert shell.code == 1
    assert shell.errors.count("\n") >= 1
    assert "Traceback" not in shell.errors


def test_check_says_that_all_is_well(shell: Shell, file: Path) -> None:
    said = shell("config", "check", key=False)
    assert "All is well" in said
    assert shell.code == 0
    assert not file.exists()


def test_check_names_the_file_the_key_and_what_would_be_right(shell: Shell, file: Path) -> None:
    file.write_text('theme = "neon"\nlock_after = 99\n[keys]\nhome.note = "r"\n', encoding="utf-8")
    said = " ".join(shell("config", "check", key=False).split())
    assert shell.code == 1
    # A long path is broken where a line ends.
    assert f'{file}:theme="neon"' in said.replace(" ", "")
    assert '"high-contrast"' in said
    assert "from 1 to 60" in said
    assert "can't mean both" in said


def test_check_names_what_means_nothing_and_finds_no_fault_with_it(
    shell: Shell, file: Path
) -> None:
    file.write_text('moon = 1\n[keys]\n"home.teleport" = "y"\n', encoding="utf-8")
    said = " ".join(shell("config", "check", key=False).split())
    assert "moon means nothing" in said
    assert "keys.home.teleport means nothing" in said
    assert shell.code == 0


def test_a_line_that_is_no_toml_is_named(shell: Shell, file: Path) -> None:
    file.write_text('theme = "dusk"\nplain = maybe\n', encoding="utf-8")
    assert "from line 2 on" in " ".join(shell("config", "check", key=False).split())
    assert shell.code == 1


def test_keys_are_listed_as_the_file_would_have_them(shell: Shell, file: Path) -> None:
    file.write_text('[keys]\n"home.note" = "y, F6"\n', encoding="utf-8")
    listed = tomllib.loads(shell("config", "keys", key=False))
    assert listed["home.note"] == "y,f6"
    assert listed["home.page"] == "p"
    assert shell.code == 0


def test_other_commands_tell_of_faults_beside_their_output_and_go_on(
    shell: Shell, file: Path
) -> None:
    file.write_text('theme = "neon"\n', encoding="utf-8")
    shell("init")
    assert shell("note", said="a line\n") == "kept\n"
    assert shell.code == 0
    assert 'theme = "neon"' in said_in_errors(shell)
    file.unlink()
    shell("note", said="a line\n")
    assert shell.errors == ""


def test_plain_mode_tells_of_faults_too(shell: Shell, file: Path) -> None:
    shell("init")
    file.write_text("lock_after = 0\n", encoding="utf-8")
    shell("--plain", said="/lock\n")
    assert "lock_after = 0" in said_in_errors(shell)
    assert shell.code == 0


def run_in_a_terminal(*, plain: bool, asked: bool = False) -> Run:
    made: Any = SimpleNamespace(
        environment={"TERM": "xterm"},
        terminal=SimpleNamespace(by_hand=True),
        asked=SimpleNamespace(plain=asked),
        builder=SimpleNamespace(
            preferences=SimpleNamespace(current=SimpleNamespace(plain=plain)),
        ),
    )
    return made  # type: ignore[no-any-return]  # all of a run that is looked at


def test_who_prefers_lines_gets_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(starting, "sys", SimpleNamespace(stdout=seen, stderr=seen))
    assert full_screen(run_in_a_terminal(plain=False))
    assert not full_screen(run_in_a_terminal(plain=True))
    assert not full_screen(run_in_a_terminal(plain=False, asked=True))
