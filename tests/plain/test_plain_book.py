"""The book, line by line: passages by number, whole entries, more of them, and saving."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from plain_room import Room, room, says
from support.builders import a_reflection, an_answer
from support.reflections import MemoryReflections
from support.time import NOW

from companion.domain.errors import StorageError
from companion.plain.book import AT_ONCE, compose_book, make_book

if TYPE_CHECKING:
    from collections.abc import Collection

    from companion.services.book import BookDesk

LONG = "It began with the bench. " * 40 + "And then I rang."


@pytest.fixture
def at() -> Room:
    """Two entries: one of two passages, one with a long one."""
    at = room()
    keep(at, "early", "plum", "pear", days=-2)
    keep(at, "late", LONG, days=-1)
    return at


def keep(at: Room, entry: str, *texts: str, days: int) -> None:
    answers = [
        an_answer(f"{entry}.{n}", text, prompt=f"What of {entry}?") for n, text in enumerate(texts)
    ]
    made = a_reflection(entry, *answers, when=NOW + timedelta(days=days), title=f"On {entry}")
    own = replace(made, journey_id=at.memory.journeys[0].id)
    MemoryReflections(at.memory).put(own)


def ticked(at: Room) -> Collection[str]:
    return at.opened.books.desk().ticked


def test_without_a_passage_there_is_nothing_to_choose() -> None:
    at = room()
    assert at(compose_book, said=()) == says("book.screen.empty")


def test_passages_are_said_under_the_title_and_day_of_their_entry(at: Room) -> None:
    out = at(compose_book, said=("",))
    assert "On early, Saturday 28 February 2026 1. plum 2. pear" in out
    assert "On late, Sunday 1 March 2026 3. It began" in out
    assert "And then I rang" not in out
    assert not at.ended


def test_a_number_ticks_and_the_same_number_takes_it_back(at: Room) -> None:
    assert "In the book: pear" in at(compose_book, said=("2", ""))
    assert ticked(at) == {"early.1"}
    at(compose_book, said=("2", "3", ""))
    assert ticked(at) == {"late.0"}


@pytest.mark.parametrize("typed", ["e1", "e 2", "E1"])
def test_a_whole_entry_is_ticked_at_once(at: Room, typed: str) -> None:
    at(compose_book, said=(typed, ""))
    assert ticked(at) == {"early.0", "early.1"}
    at(compose_book, said=(typed, ""))
    assert ticked(at) == set()


def test_a_passage_is_read_to_its_end_and_where_it_is_from_is_said(at: Room) -> None:
    out = at(compose_book, said=("r3", ""))
    assert "And then I rang." in out
    assert "From “On late”, Sunday 1 March 2026: What of late? Only you see this." in out
    assert ticked(at) == set()


def test_long_journeys_come_a_page_at_a_time(at: Room) -> None:
    for n in range(AT_ONCE):
        keep(at, f"more-{n:02}", f"leaf {n}", days=n)
    out = at(compose_book, said=("13", ""))
    assert "13. leaf 9" not in out.split(says("book.plain.ask_more"))[0]
    assert ticked(at) == {"more-09.0"}
    out = at(compose_book, said=("more", ""))
    assert "12. leaf 8" in out
    assert out.rstrip().endswith(says("book.plain.ask"))


def test_name_and_days_are_kept_and_the_book_is_shown_as_it_stands(at: Room) -> None:
    out = at(compose_book, said=("1", "name", "Ada", "days", "see", ""))
    assert "plum" in out.split(says("book.plain.days_on"))[1]
    desk: BookDesk = at.opened.books.desk()
    assert (desk.name, desk.with_days) == ("Ada", True)
    assert says("book.plain.days_off") in at(compose_book, said=("days", ""))


@pytest.mark.parametrize("typed", ["0", "4", "99999", "q", "x1", "--", "1 2"])
def test_what_makes_no_sense_changes_nothing(at: Room, typed: str) -> None:
    at(compose_book, said=(typed, ""))
    assert ticked(at) == set()
    assert not at.ended


def test_input_that_ends_keeps_what_was_ticked(at: Room) -> None:
    at(compose_book, said=("1",))
    assert at.ended
    assert ticked(at) == {"early.0"}


def test_a_disk_that_refuses_is_told_and_the_ticks_before_stay(
    at: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(compose_book, said=("1", ""))

    def refuse(*_: object) -> None:
        raise StorageError

    monkeypatch.setattr(at.opened.books._settings, "put", refuse)
    with pytest.raises(StorageError):
        at(compose_book, said=("2", ""))
    assert ticked(at) == {"early.0"}


def test_the_book_is_saved_as_a_whole_path_and_said_to_be_unlocked(at: Room) -> None:
    file = Path("words.md").absolute()
    out = at(make_book, said=("1", "", "words.md"))
    assert at.world.outbox.files == {file: "md\nplum"}
    assert says("plain.page.not_encrypted", file=str(file)) in out


def test_a_file_that_is_there_is_replaced_after_a_yes_alone(at: Room) -> None:
    file = Path("w.txt").absolute()
    at.world.outbox.files[file] = "a letter"
    at(make_book, said=("1", "", "w.txt", "no"))
    assert at.world.outbox.files[file] == "a letter"
    at(make_book, said=("", "w.txt", "yes"))
    assert "plum" in at.world.outbox.files[file]


def test_a_pdf_is_asked_for_its_paper_and_locked_with_a_password(at: Room) -> None:
    said = ("1", "", "w.pdf", "1", "no", "a long password", "a long password")
    out = at(make_book, said=said)
    file = Path("w.pdf").absolute()
    assert at.world.outbox.files[file] == "a long passworda4\nplum"
    assert says("book.cli.locked", file=str(file)) in out


def test_with_nothing_ticked_no_file_is_asked_for(at: Room) -> None:
    assert says("book.plain.file") not in at(make_book, said=("",))


@pytest.mark.parametrize(
    ("name", "form"), [("a.html", "html"), ("A.HTM", "html"), ("a.md", "md"), ("a", "text")]
)
def test_the_form_is_that_of_the_ending(at: Room, name: str, form: str) -> None:
    at(make_book, said=("1", "", name))
    assert at.world.outbox.files[Path(name).absolute()].split("\n")[0] == form
