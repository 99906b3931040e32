"""Which language is spoken: the option, then the setting, then the environment; asked once."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest
from support.real import PASSPHRASE, Keyboard, Shell, answers, piped

from companion.cli.main import main
from companion.plain.terminal import Streams


@pytest.fixture
def settings() -> Path:
    """The settings file; its folder is there."""
    file = Path(os.environ["XDG_CONFIG_HOME"]) / "companion" / "settings.toml"
    file.parent.mkdir(parents=True)
    return file


def by_hand(shell: Shell, *argv: str, said: str) -> str:
    """Run a command line at a keyboard."""
    out = piped()
    main([*argv], Streams(Keyboard(said), out, io.StringIO()), shell.builder)
    return out.buffer.getvalue().decode()


@pytest.mark.parametrize("name", ["LC_ALL", "LC_MESSAGES", "LANG"])
def test_the_environment_names_a_language(
    shell: Shell, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "es_AR.UTF-8")
    assert "Todavía no hay ningún cuaderno" in shell("list") + shell.errors


def test_the_setting_wins_over_the_environment_and_the_option_over_both(
    shell: Shell, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "es_ES.UTF-8")
    settings.write_text('language = "en"\n', encoding="utf-8")
    assert "There is no notebook" in shell("list") + shell.errors
    assert "Todavía no hay ningún" in shell("list", "--lang", "es") + shell.errors


def test_help_speaks_the_language_that_is_set(shell: Shell, settings: Path) -> None:
    settings.write_text('language = "es"\n', encoding="utf-8")
    assert "Un cuaderno privado" in shell("--help", key=False)
    assert "A private notebook" in shell("--help", "--lang", "en", key=False)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("session", "falta: ORDEN"),
        ("reflect --form x", "--form: 'x' no vale aquí (valen 'one', 'short', 'full')"),
        ("session add", "falta: DATE"),
        ("session held x", "number: 'x' no vale aquí"),
        ("list --rain", "no se entiende: --rain"),
        ("page --format", "--format: falta lo que va detrás"),
        ("page --handover --session 3", "--session no va junto con --handover"),
    ],
)
def test_a_line_that_makes_no_sense_is_told_in_the_language(
    shell: Shell, line: str, wrong: str
) -> None:
    shell("--lang", "es", *line.split(), key=False)
    assert shell.code == 2
    assert shell.errors.startswith("uso: companion")
    assert wrong in " ".join(shell.errors.split())


FIRST = answers("", PASSPHRASE, PASSPHRASE, "no", "", "0")


def test_the_first_run_line_by_line_asks_for_the_language_and_keeps_it(
    shell: Shell, settings: Path
) -> None:
    shown = by_hand(shell, "--plain", said=answers("3") + FIRST)
    offered = ("1. Deutsch", "2. English", "3. Español", "cuaderno privado")
    places = [shown.index(one) for one in offered]
    assert places == sorted(places)
    assert "What this is" not in shown
    text = settings.read_text(encoding="utf-8")
    assert 'language = "es"' in text
    assert "# Los colores" in text
    again = by_hand(shell, "--plain", said=answers(PASSPHRASE, "10"))
    assert "Español" not in again
    assert "Bajo llave." in again


@pytest.mark.parametrize("argv", [("--lang", "en"), ()])
def test_whoever_said_which_language_is_not_asked(
    shell: Shell, settings: Path, argv: tuple[str, ...]
) -> None:
    if not argv:
        settings.write_text('language = "en"\n', encoding="utf-8")
    shown = by_hand(shell, "--plain", *argv, said=FIRST)
    assert "Español" not in shown
    assert "private notebook" in shown


def test_an_empty_line_stays_with_the_language_of_the_system(shell: Shell) -> None:
    shown = by_hand(shell, "init", said=answers("") + FIRST)
    assert "an empty line for English" in shown
    assert "Your notebook is made" in shown


def test_a_pipe_is_not_asked(shell: Shell) -> None:
    shown = shell("init", said=answers(PASSPHRASE, PASSPHRASE, "no"), key=False)
    assert "Español" not in shown
    assert shell.code == 0


def test_an_entry_keeps_the_language_it_was_written_in(shell: Shell) -> None:
    shell("init")
    shell("reflect", "trust", "--form", "one", said=answers("", "The lamp", "", "h", *[""] * 6))
    entry = shell("list", "--lang", "es")
    assert "Speaking freely" in entry
    (row,) = json.loads(shell("list", "--json", "--lang", "es"))
    shown = shell("show", row["id"], "--lang", "es")
    assert "The lamp" in shown
    assert "Hablar con libertad" not in shown
    assert json.loads(shell("show", row["id"], "--json", "--lang", "es"))["language"] == "en"


def test_content_is_checked_and_what_is_wrong_ends_with_one(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shell("content", "check", key=False) == "All content is as it should be.\n"
    assert shell.code == 0
    from companion.catalog import whole
    from companion.catalog.lint import Problem

    slip = Problem("es/ui/a.toml", "a.bye", "missing, said in English")
    monkeypatch.setattr(whole, "check_whole", lambda only: [slip] if only == "es" else [])
    told = shell("content", "check", "--language", "es", key=False)
    assert told == "es/ui/a.toml: a.bye: missing, said in English\n"
    assert shell.code == 1
