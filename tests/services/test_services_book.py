"""The book of a journey: ticks that are kept, and how it leaves the notebook."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.builders import a_reflection, a_session, an_answer
from support.reflections import MemoryReflections
from support.time import NOW
from support.world import World

from companion.domain.errors import FileExistsAlreadyError, FileNotWrittenError
from companion.domain.journey import SessionState
from companion.domain.path import Place
from companion.domain.printing import Paper, Printed, Printing
from companion.services.exported import What
from companion.services.writing_out import PDF

if TYPE_CHECKING:
    from companion.services.book import Books

DAY = timedelta(days=1)
FILE = Path("book.txt")


@pytest.fixture
def world() -> World:
    """Two entries, with a session between them."""
    world = World()
    world.opened()
    keep(world, "early", "plum", "pear", days=-9)
    keep(world, "late", "fig", days=-1)
    journey = world.memory.journeys[0].id
    held = a_session(1, NOW - 5 * DAY, SessionState.HELD)
    world.memory.sessions[held.id] = replace(held, journey_id=journey)
    return world


def keep(world: World, entry: str, *texts: str, days: int, journey: str = "") -> None:
    answers = [an_answer(f"{entry}.{number}", text) for number, text in enumerate(texts)]
    made = a_reflection(entry, *answers, when=NOW + days * DAY)
    own = journey or world.memory.journeys[0].id
    MemoryReflections(world.memory).put(replace(made, journey_id=own))


def books(world: World) -> Books:
    return world.opened().books


def test_nothing_is_ticked_at_the_beginning(world: World) -> None:
    desk = books(world).desk()
    assert [one.text for one in desk.passages] == ["plum", "pear", "fig"]
    assert (desk.ticked, desk.name, desk.with_days) == (frozenset(), "", False)
    assert books(world).bound(desk).is_empty


def test_ticks_name_and_days_are_kept_over_a_lock(world: World) -> None:
    at = books(world)
    desk = at.call(at.show_days(at.tick(at.desk(), {"late.0"}), shown=True), " Ada\n L. ")
    again = books(world).desk()
    assert again == desk
    assert (again.ticked, again.name, again.with_days) == ({"late.0"}, "Ada L.", True)
    book = at.bound(again)
    assert [one.texts for one in book.chapters] == [("fig",)]
    assert book.chapters[0].session_on == (NOW - 5 * DAY).date()
    assert at.bound(at.show_days(again, shown=False)).chapters[0].session_on is None


def test_a_tick_of_something_else_is_left_out(world: World) -> None:
    at = books(world)
    assert at.tick(at.desk(), {"late.0", "elsewhere"}).ticked == {"late.0"}


def test_what_goes_into_the_drawer_is_in_the_book_no_more(world: World) -> None:
    opened = world.opened()
    desk = opened.books.tick(opened.books.desk(), {"early.0", "late.0"})
    opened.journal.move("early.0", Place.UNSAID)
    after = opened.books.desk()
    assert after.ticked == {"late.0"}
    assert len(after.passages) == len(desk.passages) - 1


def test_a_therapy_has_a_book_of_its_own(world: World) -> None:
    opened = world.opened()
    first = opened.journeys.open.id
    opened.books.tick(opened.books.desk(), {"early.0"})
    second = opened.journeys.begin("Tuesdays")
    keep(world, "new", "stairs", days=0, journey=second.id)
    assert [one.text for one in opened.books.desk().passages] == ["stairs"]
    assert opened.books.desk().ticked == frozenset()
    assert opened.books.desk(first).ticked == {"early.0"}


@pytest.mark.parametrize("kept", ["{", "7", "[1, null]", '{"a": 1}'])
def test_ticks_that_can_not_be_read_are_none(world: World, kept: str) -> None:
    at = books(world)
    world.memory.settings[f"book.ticked.{at.desk().journey_id}"] = kept
    assert at.desk().ticked == frozenset()


def test_a_file_is_written_as_it_was_seen_and_remembered(world: World) -> None:
    opened = world.opened()
    at = opened.books
    book = at.bound(at.tick(at.desk(), {"early.0"}))
    at.write(book, "text", FILE)
    assert world.outbox.files == {FILE: at.render(book)}
    (remembered,) = opened.exported.files()
    assert (remembered.file, remembered.what) == (FILE.absolute(), What.BOOK)


def test_a_pdf_is_printed_as_it_was_asked_for(world: World) -> None:
    at = books(world)
    book = at.bound(at.tick(at.desk(), {"early.0"}))
    printing = Printing(Paper.LETTER, large=True, password="sesame")
    assert at.write(book, PDF, Path("book.pdf"), printing) == ()
    assert world.outbox.files[Path("book.pdf")] == "sesameletter-large\nplum"


def test_signs_without_a_shape_are_told(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    at = books(world)
    monkeypatch.setattr(world.writer, "print_book", lambda *_: Printed(b"pdf", ("🐉",)))
    assert at.write(at.bound(at.desk()), PDF, Path("book.pdf")) == ("🐉",)


def test_a_file_that_is_there_is_replaced_only_when_asked(world: World) -> None:
    opened = world.opened()
    at = opened.books
    book = at.bound(at.tick(at.desk(), {"early.0"}))
    world.outbox.files[FILE] = "a letter"
    with pytest.raises(FileExistsAlreadyError):
        at.write(book, "text", FILE)
    assert world.outbox.files[FILE] == "a letter"
    assert opened.exported.files() == ()
    at.write(book, "text", FILE, replace=True)
    assert "plum" in world.outbox.files[FILE]


def test_what_could_not_be_written_is_not_remembered(world: World) -> None:
    opened = world.opened()
    world.outbox.writable = False
    with pytest.raises(FileNotWrittenError):
        opened.books.write(opened.books.bound(opened.books.desk()), "md", FILE)
    assert opened.exported.files() == ()
