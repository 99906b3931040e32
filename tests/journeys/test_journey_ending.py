"""An ending that was not chosen: other questions, nothing wiped by itself, a new beginning."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from person import Person
from support.time import FixedClock

from companion.domain.ladder import Rung
from companion.domain.rhythm import OpenKind

if TYPE_CHECKING:
    from pathlib import Path

FIRST = datetime(2026, 1, 8, 17, 0, tzinfo=UTC)
GOODBYE = "I would have liked to be told in the room, not in a letter"


def test_an_ending_that_was_not_chosen_is_asked_about_in_another_way(tmp_path: Path) -> None:
    person = Person(tmp_path, FixedClock(FIRST))
    person.walk("ending", {"how": ("not-chosen",)})
    assert person.asked[:4] == ["arrive", "how", "heard", "scene"]
    assert not {"can-now", "got-through"} & set(person.asked)
    person.walk("ending", {"how": ("together",)})
    assert "heard" not in person.asked
    assert {"can-now", "got-through"} <= set(person.asked)


def test_from_the_letter_to_the_next_therapy(tmp_path: Path) -> None:
    person = Person(tmp_path, FixedClock(FIRST))
    first = person.opened.journeys.open
    person.session()
    person.walk("echo", {"stayed": "The plant on the sill", "unsaid": "That I rely on this"})
    person.later(days=5)

    # The letter comes. What is written about it stays, whatever is chosen at the end.
    written = person.walk(
        "ending",
        {
            "how": ("not-chosen",),
            "heard": "By letter, on a Tuesday",
            "say-goodbye": GOODBYE,
            "hard-day": "You were read carefully once. That was real.",
            "keep": ("wipe",),
        },
    )
    assert written is not None
    assert person.opened.journal.entry(written.id).answers

    # The next session does not take place any more; the journey is closed and stays to read.
    person.opened.appointments.missed()
    person.opened.journeys.close(first.id)
    view = person.opened.home.view()
    assert view.open.kind is OpenKind.CLOSED
    assert person.opened.journal.search("letter")

    # Months later there is another one. Nothing of the first is offered or shown in it.
    person.later(days=90)
    second = person.opened.journeys.begin("Tuesdays, the other street")
    assert person.opened.home.view().open.kind is not OpenKind.CLOSED
    assert person.opened.journal.height() == 0
    assert person.opened.drawer.items() == []
    assert person.opened.journal.search("letter") == []
    person.session()
    person.walk("echo", {"stayed": "The stairs"})
    assert GOODBYE not in person.page()
    assert not person.tick(GOODBYE, agreed=True)

    # The first one is where it was, and can be turned to again.
    person.opened.journeys.turn_to(first.id)
    assert person.opened.journal.search("letter")
    (item,) = person.opened.drawer.items()
    assert item.standing.rung is Rung.KEEP
    person.opened.journeys.turn_to(second.id)
    assert person.opened.journal.search("stairs")
