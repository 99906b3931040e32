"""Someone whose page lives on after the session: told how it went, slept on, left bare."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from person import Person
from support.real import PASSPHRASE, CheapBuilder
from support.time import FixedClock

from companion.domain.path import Form
from companion.domain.rhythm import OpenKind

if TYPE_CHECKING:
    from pathlib import Path

FIRST = datetime(2026, 1, 8, 17, 0, tzinfo=UTC)
WISH = "CANARY-wish one line fewer"


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path, FixedClock(FIRST))


def kind(person: Person) -> OpenKind:
    return person.opened.home.view().open.kind


def week(person: Person, words: str = "") -> None:
    """From a session to the evening before the next, with a page or without lines on it."""
    person.session()
    person.walk("echo", {"stayed": "A line"}, Form.ONE)
    person.later(days=6, hours=1)
    person.walk("getting-ready", {"one-thing": words or "Not this"}, Form.ONE)
    if words:
        assert person.tick(words)


def test_what_one_would_change_stands_at_the_next_beginning_and_nowhere_else(
    person: Person,
) -> None:
    week(person, "This one thing")
    person.later(hours=22)
    person.session()
    person.walk("echo", {"stayed": "A line"}, Form.ONE)
    assert kind(person) is OpenKind.AFTER_PAGE
    person.walk("after-page", {"got-to-it": ("partly",), "change": WISH})
    assert kind(person) is not OpenKind.AFTER_PAGE

    person.later(days=6, hours=1)
    person.walk("getting-ready", {"one-thing": "Another"}, Form.SHORT)
    assert person.asked[:2] == ["arrive", "last-time"]
    step = person.opened.reflecting.path("getting-ready").step("last-time")
    assert step is not None
    assert [one.shown for one in person.opened.reflecting.look_back(step)] == [WISH]

    desk = person.opened.pages.desk()
    assert all("CANARY" not in one.text for one in (*desk.candidates, *desk.second.candidates))
    assert "CANARY" not in person.page()


def test_with_no_wish_there_is_no_such_step(person: Person) -> None:
    week(person, "This one thing")
    assert "last-time" not in person.asked
    person.later(hours=22)
    person.session()
    person.walk("after-page", {"got-to-it": ("yes",)})
    person.walk("getting-ready", {"one-thing": "Another"})
    assert "last-time" not in person.asked


def test_a_draft_of_getting_ready_from_before_goes_on_where_it_was(person: Person) -> None:
    reflecting = person.opened.reflecting
    begun = reflecting.begin("getting-ready").forward()
    assert begun.step.id == "one-thing"
    reflecting.keep_draft(begun.answered("Half a thing", reflecting.new_answer_id))
    person.later(hours=1)
    person.walk("after-page", {"change": WISH})
    resumed = person.opened.reflecting.resume(begun.id)
    assert resumed.step.id == "one-thing"
    assert resumed.back().step.id == "last-time"


def test_nothing_this_time_is_a_page_and_asks_nothing_afterwards(person: Person) -> None:
    week(person)
    assert kind(person) is OpenKind.CHOOSE_PAGE
    person.opened.pages.keep_nothing(person.opened.pages.desk())
    person.later(hours=1)
    view = person.opened.home.view()
    assert view.nothing_to_bring
    assert view.open.kind is not OpenKind.CHOOSE_PAGE
    assert "Not this" not in person.page()
    person.later(hours=21)
    person.session()
    person.walk("echo", {"stayed": "A line"}, Form.ONE)
    assert kind(person) is OpenKind.REFLECT
    assert not person.opened.home.view().nothing_to_bring


def test_a_page_is_slept_on_for_a_night(person: Person) -> None:
    week(person, "This one thing")
    person.opened.rhythm.never(OpenKind.RECALL)
    person.opened.rhythm.never(OpenKind.REFLECT)
    person.opened.resting.begin(person.opened.pages.desk())
    assert kind(person) is OpenKind.NOTHING
    person.later(hours=10)
    assert kind(person) is OpenKind.LOOK_AGAIN
    assert "This one thing" in person.page()
    person.opened.resting.looked_at(person.opened.pages.desk())
    person.later(hours=1)
    assert kind(person) is OpenKind.NOTHING


def test_what_was_said_of_pages_goes_along_when_everything_moves(
    person: Person, tmp_path: Path
) -> None:
    week(person)
    desk = person.opened.pages.keep_nothing(person.opened.pages.desk())
    person.opened.resting.begin(desk)
    file = tmp_path / "all.json"
    person.opened.exchange.as_json(file)
    person.notebook.lock()

    elsewhere = CheapBuilder(person.clock, str(tmp_path / "elsewhere")).notebook
    opened = elsewhere.set_up(PASSPHRASE)
    incoming, _ = opened.exchange.look(file)
    opened.exchange.bring_in(incoming)
    moved = opened.pages.desk()
    assert moved.nothing
    assert moved.resting_since == person.clock.now()
    elsewhere.lock()
