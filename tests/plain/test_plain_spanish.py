"""What is typed in plain mode is understood in the person's language, accents or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.real import Shell, answers

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    found = Shell(tmp_path)
    found("init")
    return found


def walk(shell: Shell, path: str, *said: str) -> str:
    return shell("reflect", path, "--lang", "es", said=answers(*said))


@pytest.mark.parametrize("more", ["más", "mas", "MAS"])
def test_more_words_are_asked_for_with_or_without_an_accent(shell: Shell, more: str) -> None:
    out = walk(shell, "feelings", "5", "", more, *[""] * 20)
    assert "entre dos aguas" in " ".join(out.split())


@pytest.mark.parametrize("back", ["/atrás", "/atras", "/back", "/Atrás"])
def test_a_command_is_said_in_spanish_or_in_english(shell: Shell, back: str) -> None:
    out = walk(shell, "trust", "5", back, "6", *[""] * 20)
    assert out.count("Pregunta 1 de") == 2


@pytest.mark.parametrize("clear", ["/limpia", "/clear"])
def test_what_was_written_is_let_go(shell: Shell, clear: str) -> None:
    assert "Soltado" in walk(shell, "trust", "5", "algo", clear, *[""] * 20)


def test_an_answer_that_begins_with_a_stroke_is_an_answer(shell: Shell) -> None:
    walk(shell, "trust", "5", "/nada de esto", "", "a", *[""] * 20)
    (row,) = shell("list", "--lang", "es").splitlines()
    assert "/nada de esto" in row


@pytest.mark.parametrize(("letter", "place"), [("s", "parked"), ("n", "unsaid"), ("a", "here")])
def test_a_letter_puts_an_answer_in_its_place(shell: Shell, letter: str, place: str) -> None:
    walk(shell, "trust", "5", "algo", "", letter, *[""] * 20)
    (row,) = shell("list").splitlines()
    shown = shell("show", row.split()[0], "--json")
    assert f'"place": "{place}"' in shown


@pytest.mark.parametrize(("yes", "gone"), [("sí", True), ("SI", True), ("s", True), ("no", False)])
def test_only_a_clear_yes_agrees(shell: Shell, yes: str, gone: bool) -> None:  # noqa: FBT001  a case
    shell("note", said=answers("algo", ""))
    (row,) = shell("list").splitlines()
    shell("delete", row.split()[0], "--lang", "es", said=answers(yes))
    assert (shell("list") == "" or "algo" not in shell("list")) is gone
