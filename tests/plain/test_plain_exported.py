"""Files that were saved, line by line: what has become of them, removing and forgetting them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from page_lines import told, waiting
from plain_room import Room, says

from companion.export.outbox import Outbox
from companion.plain.exported import show_exported
from companion.plain.page import lay

if TYPE_CHECKING:
    from pathlib import Path

REMOVE, FORGET = "1", "2"


@pytest.fixture
def at(tmp_path: Path) -> Room:
    """Two files: `a.txt`, and the later `b.txt`."""
    at = waiting()
    at.world.outbox = Outbox()  # type: ignore[assignment]  # fits the port
    at.opened = at.world.opened()
    for name in ("a.txt", "b.txt"):
        at.opened.pages.write(lay(at.opened).page, "text", tmp_path / name)
    return at


def shown(at: Room, *said: str) -> str:
    out = at(lambda face, opened: show_exported(face, opened.exported), said=said)
    assert not at.ended
    return out


def remembered(at: Room) -> list[str]:
    return [one.file.name for one in at.opened.exported.files()]


def test_each_file_says_where_it_is_what_it_is_and_what_has_become_of_it(
    at: Room, tmp_path: Path
) -> None:
    (tmp_path / "b.txt").write_text("other", encoding="utf-8")
    (tmp_path / "a.txt").unlink()
    out = shown(at, "")
    row = says("plain_exported.now.changed")
    assert told(out, f"1. {tmp_path / 'b.txt'}: a page, saved Monday 2 March 2026. {row}")
    row = says("plain_exported.now.gone")
    assert told(out, f"2. {tmp_path / 'a.txt'}: a page, saved Monday 2 March 2026. {row}")


def test_nothing_saved_says_so() -> None:
    assert shown(waiting()) == says("plain_exported.none")


def test_a_file_is_removed_after_one_question_that_names_it(at: Room, tmp_path: Path) -> None:
    file = tmp_path / "b.txt"
    out = shown(at, "1", REMOVE, "yes", "")
    assert told(out, says("plain_exported.ask", file=str(file)))
    assert not file.exists()
    assert remembered(at) == ["a.txt"]


@pytest.mark.parametrize("answer", ["no", ""])
def test_without_a_yes_it_stays(at: Room, tmp_path: Path, answer: str) -> None:
    out = shown(at, "1", REMOVE, answer, "")
    assert told(out, says("plain_exported.left", file=str(tmp_path / "b.txt")))
    assert remembered(at) == ["b.txt", "a.txt"]
    assert (tmp_path / "b.txt").exists()


@pytest.mark.parametrize("second", ["no", "yes"])
def test_a_file_that_was_changed_takes_a_second_yes(at: Room, tmp_path: Path, second: str) -> None:
    file = tmp_path / "b.txt"
    file.write_text("a shopping list", encoding="utf-8")
    out = shown(at, "1", REMOVE, "yes", second, "")
    assert told(out, says("plain_exported.ask_changed", file=str(file)))
    assert file.exists() == (second == "no")


def test_a_file_that_is_gone_is_forgotten_without_a_question(at: Room, tmp_path: Path) -> None:
    (tmp_path / "b.txt").unlink()
    out = shown(at, "1", REMOVE, "")
    assert told(out, says("plain_exported.gone", file=str(tmp_path / "b.txt")))
    assert remembered(at) == ["a.txt"]


def test_a_file_can_be_forgotten_and_stays(at: Room, tmp_path: Path) -> None:
    shown(at, "1", FORGET, "")
    assert remembered(at) == ["a.txt"]
    assert (tmp_path / "b.txt").exists()


def test_all_of_them_are_removed_after_one_question(at: Room, tmp_path: Path) -> None:
    out = shown(at, "3", REMOVE, "yes")
    assert out.count(says("plain_exported.ask_all")) == 1
    assert out.endswith(says("plain_exported.none"))
    assert list(tmp_path.glob("*.txt")) == []


def test_one_that_can_not_be_removed_is_told_and_the_others_are(at: Room, tmp_path: Path) -> None:
    (tmp_path / "b.txt").unlink()
    (tmp_path / "b.txt").mkdir()
    out = shown(at, "3", REMOVE, "yes", "yes", "")
    assert told(out, says("error.file_not_removed", file=str(tmp_path / "b.txt")))
    assert remembered(at) == ["b.txt"]
