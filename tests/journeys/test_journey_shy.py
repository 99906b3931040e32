"""Three months of a shy person: from *keep* to *said*, one rung at a time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from person import Person
from support.time import FixedClock

from companion.domain.ladder import Became, Rung, Size

if TYPE_CHECKING:
    from pathlib import Path

FIRST = datetime(2026, 1, 8, 17, 0, tzinfo=UTC)
HIDDEN = "When you look at the clock I think I am boring you"
SMALL = "Could you ask me about the clock?"
ALL_OF_IT = "canary rehearsed: I see the clock, I stop, I talk about work instead"
AFTER = "canary after: they turned the clock round"


def weeks(person: Person, count: int) -> None:
    """Some ordinary weeks, each with a session and a few lines after it."""
    for _ in range(count):
        person.session()
        person.walk("echo", {"stayed": "Something ordinary", "unsaid": "That I was tired"})
        person.later(days=6, hours=23)


def test_a_shy_person_comes_from_keep_to_said_in_her_own_time(tmp_path: Path) -> None:
    person = Person(tmp_path, FixedClock(FIRST))

    # The first month: it is written once, and stays where it is.
    person.session()
    written = person.walk("echo", {"stayed": "The lamp", "unsaid": HIDDEN})
    assert written is not None
    (item,) = person.opened.drawer.items()
    assert (item.text, item.standing.rung) == (HIDDEN, Rung.KEEP)
    assert HIDDEN not in person.page()
    assert not person.tick(HIDDEN, agreed=True)
    person.later(days=6, hours=23)
    weeks(person, 3)

    # The second: perhaps. Nobody hears of it.
    person.opened.drawer.move(item.answer_id, Rung.MAYBE)
    weeks(person, 3)
    assert not person.tick(HIDDEN, agreed=True)

    # She tries words for it, in three sizes, and chooses the smallest.
    person.opened.drawer.move(item.answer_id, Rung.REHEARSE)
    person.opened.drawer.rehearse(item.answer_id, Size.ALL, ALL_OF_IT)
    person.opened.drawer.rehearse(item.answer_id, Size.SENTENCE, SMALL)
    person.opened.drawer.bring_as(item.answer_id, Size.SENTENCE)
    assert not person.tick(SMALL, agreed=True)
    weeks(person, 2)

    # One evening it goes to *bring*; the next morning it goes down again, and up once more.
    person.opened.drawer.move(item.answer_id, Rung.BRING)
    person.opened.drawer.move(item.answer_id, Rung.REHEARSE)
    assert not person.tick(SMALL, agreed=True)
    person.opened.drawer.move(item.answer_id, Rung.BRING)
    assert SMALL not in person.page()

    # A tick alone is not enough; the second yes is.
    assert person.tick(SMALL)
    assert SMALL not in person.page()
    assert person.tick(SMALL, agreed=True)
    page = person.page()
    assert SMALL in page
    assert HIDDEN not in page
    assert "canary" not in page

    # The third month: it is said. What came of it is hers.
    person.session()
    person.opened.drawer.happened(item.answer_id, Became.THROUGH, AFTER)
    assert "canary" not in person.page()
    assert SMALL not in person.page()
    weeks(person, 1)

    # And when the next bump comes, the notebook remembers that they got through one.
    (repair,) = person.opened.drawer.repairs()
    assert repair.text == HIDDEN
    assert repair.standing.after == AFTER


def test_whatever_she_only_kept_is_in_no_file_in_clear(tmp_path: Path) -> None:
    person = Person(tmp_path, FixedClock(FIRST))
    person.session()
    person.walk("echo", {"unsaid": "canary in the drawer"})
    person.later(days=3)
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files
    assert not [file for file in files if b"canary" in file.read_bytes()]
