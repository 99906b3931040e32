"""Someone ends, chooses lines, prints them and wipes: the book is left, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from person import Person
from pypdf import PdfReader
from support.real import PASSPHRASE
from support.time import FixedClock

from companion.domain.errors import NoNotebookError, WrongPassphraseError
from companion.domain.parting import Becomes, wished
from companion.domain.path import Place

if TYPE_CHECKING:
    from pathlib import Path

FIRST = datetime(2026, 1, 8, 17, 0, tzinfo=UTC)
PLANT = "The plant on the sill, and that nobody watered it"
ASKED = "That I was asked and not told"
HELD_BACK = "That I could not stand the waiting room"
GOODBYE = "Thank you for reading me carefully"
HARD_DAY = "It has been like this before, and then it was not"


def test_from_the_last_session_to_a_book_on_the_shelf(tmp_path: Path) -> None:
    person = Person(tmp_path, FixedClock(FIRST))
    person.session()
    person.walk("echo", {"stayed": PLANT, "unsaid": HELD_BACK}, places={"unsaid": Place.UNSAID})
    person.later(days=7)
    person.session()
    person.walk("echo", {"stayed": ASKED})
    person.notebook.safekeeping.look_after()
    person.later(days=7)

    # The last session is over. Nothing that is chosen here does anything by itself.
    ended = person.walk(
        "ending",
        {"say-goodbye": GOODBYE, "hard-day": HARD_DAY, "keep": ("print-and-wipe",)},
    )
    assert ended is not None
    assert wished(ended) is Becomes.PRINT_AND_WIPE
    assert person.opened.journal.height() == 3

    # Over some weeks a few lines are chosen. What was never said is not among them.
    books = person.opened.books
    desk = books.desk()
    offered = {one.text: one.answer_id for one in desk.passages}
    assert HELD_BACK not in offered
    desk = books.show_days(books.tick(desk, {offered[PLANT], offered[HARD_DAY]}), shown=True)
    person.later(days=20)
    books = person.opened.books
    book = books.bound(books.desk())
    paper, page = tmp_path / "words.pdf", tmp_path / "words.txt"
    books.write(book, "pdf", paper)
    books.write(book, "text", page)
    assert [one.file for one in person.opened.exported.files()] == [page, paper]

    # A wrong passphrase removes nothing, the right one all of it, the files only if asked.
    with pytest.raises(WrongPassphraseError):
        person.notebook.wiping.wipe("a guess")
    assert person.opened.journal.height() == 3
    person.opened.exported.remove(page)
    stays = person.notebook.wiping.wipe(PASSPHRASE)

    assert (stays.earlier, stays.others) == ((), ())
    assert [one.name for one in tmp_path.iterdir()] == [paper.name]
    with pytest.raises(NoNotebookError):
        person.notebook.unlock(PASSPHRASE)

    # What is on the shelf holds what was ticked, the day of a session, and nothing else.
    data = paper.read_bytes()
    reader = PdfReader(BytesIO(data))
    said = " ".join(" ".join(one.extract_text() for one in reader.pages).split())
    assert said == (
        "My own words From the time of a therapy. I chose these words myself. "
        f"After Thursday 8 January 2026 {PLANT} After Thursday 15 January 2026 {HARD_DAY} 1"
    )
    ids = [answer for answer in offered.values() if answer.encode() in data]
    assert ids == []
