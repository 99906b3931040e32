"""What is ticked for one second sheet stands on that one alone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from support.builders import a_candidate, a_reflection, an_answer
from support.reflections import MemoryReflections
from support.time import NOW
from support.world import World

from companion.domain.errors import StorageError
from companion.domain.path import StepKind
from companion.domain.second_sheet import Chart
from companion.services.page.second_sheets import SecondDesk

if TYPE_CHECKING:
    from companion.domain.page import Page
    from companion.services.open_notebook import OpenNotebook

SOON, LATER = NOW + timedelta(days=3), NOW + timedelta(days=10)


class Ticked:
    """A notebook in which a quote and a scale were ticked while no session was planned."""

    def __init__(self) -> None:
        self.world = World()
        self.open: OpenNotebook = self.world.opened()
        self.write(self.world.memory.journeys[0].id)
        self.tick()

    def write(self, journey: str) -> None:
        words = an_answer(f"words-{journey}", "the yellow door")
        rating = an_answer(
            f"rating-{journey}", 7, kind=StepKind.RATING, step_id="openness", section=None
        )
        entry = a_reflection(f"entry-{journey}", words, rating, journey_id=journey)
        MemoryReflections(self.world.memory).put(entry)

    def tick(self) -> None:
        desk = self.open.pages.desk()
        quoted = [one.answer_id for one in desk.second.candidates]
        self.open.pages.keep_second(desk, quoted, ["openness"])

    @property
    def page(self) -> Page:
        return self.open.pages.desk().page


def is_on(page: Page) -> bool:
    if page.second is None:
        return False
    assert page.second.quotes == ("the yellow door",)
    assert [one.measure_id for one in page.second.charts] == ["openness"]
    return True


def test_it_stands_on_the_page_it_was_ticked_for() -> None:
    assert is_on(Ticked().page)


def test_it_waits_for_the_session_that_is_planned_next() -> None:
    ticked = Ticked()
    ticked.open.appointments.add(SOON)
    assert is_on(ticked.page)


def test_it_does_not_come_to_the_session_after_that() -> None:
    ticked = Ticked()
    first = ticked.open.appointments.add(SOON)
    ticked.world.clock.advance(days=4)
    ticked.open.appointments.held(first.number)
    ticked.open.appointments.add(LATER)
    assert not is_on(ticked.page)
    assert is_on(ticked.open.pages.desk(first.number).page)


def test_it_does_not_come_to_a_page_for_someone_new() -> None:
    ticked = Ticked()
    assert not is_on(ticked.open.pages.handover().page)
    ticked.open.appointments.add(SOON)
    assert not is_on(ticked.open.pages.handover().page)


def test_what_is_ticked_for_someone_new_does_not_come_to_the_session() -> None:
    ticked = Ticked()
    ticked.open.pages.keep_second(ticked.open.pages.desk(), (), ())
    desk = ticked.open.pages.handover()
    handed = ticked.open.pages.keep_second(desk, (), ["openness"])
    assert handed.page.second is not None
    assert ticked.page.second is None
    assert ticked.open.pages.handover().page == handed.page


def test_it_does_not_come_to_another_journey() -> None:
    ticked = Ticked()
    other = ticked.open.journeys.begin("Mondays")
    ticked.write(other.id)
    assert ticked.open.pages.desk().second.charts != ()
    assert not is_on(ticked.page)


def test_planning_a_session_of_another_journey_leaves_it_where_it_waits() -> None:
    ticked = Ticked()
    own = ticked.world.memory.journeys[0].id
    ticked.open.journeys.begin("Mondays")
    ticked.open.appointments.add(SOON)
    assert not is_on(ticked.page)
    ticked.open.journeys.turn_to(own)
    assert is_on(ticked.page)


def test_what_was_ticked_for_the_session_itself_stays() -> None:
    ticked = Ticked()
    session = ticked.open.appointments.add(SOON)
    ticked.open.pages.keep_second(ticked.open.pages.desk(), (), ["openness"])
    ticked.open.appointments.move(LATER, session.number)
    assert ticked.page.second is not None
    assert ticked.page.second.quotes == ()


def test_taken_back_it_is_on_no_page_at_all() -> None:
    ticked = Ticked()
    ticked.open.pages.keep_second(ticked.open.pages.desk(), (), ())
    assert ticked.page.second is None
    ticked.open.appointments.add(SOON)
    assert ticked.page.second is None


def test_a_full_disk_keeps_it_where_it_was() -> None:
    ticked = Ticked()
    ticked.world.memory.writable = False
    with pytest.raises(StorageError):
        ticked.open.pages.keep_second(ticked.open.pages.desk(), (), ())
    ticked.world.memory.writable = True
    assert is_on(ticked.page)


def test_it_is_bare_only_without_a_quote_and_without_a_scale() -> None:
    assert SecondDesk().is_bare
    assert not SecondDesk(quoted=("words",)).is_bare
    assert not SecondDesk(charted=frozenset({"openness"})).is_bare


def test_a_scale_alone_makes_a_page_with_nothing_on_it_an_ordinary_one() -> None:
    ticked = Ticked()
    bare = ticked.open.pages.keep_nothing(ticked.open.pages.desk())
    scaled = ticked.open.pages.keep_second(bare, (), ["openness"])
    assert not scaled.nothing
    assert not ticked.open.pages.keep_second(scaled, (), ()).nothing
    assert not ticked.open.pages.desk().nothing


def test_of_what_was_ticked_only_what_can_still_be_read_and_drawn_is_printed() -> None:
    kept = SecondDesk(
        quotes=(a_candidate("words", "the yellow door"),),
        quoted=("gone", "words"),
        charts=(Chart("openness", ((500, 7),)), Chart("hope", ((500, 3),))),
        charted=frozenset({"hope", "gone"}),
    )
    assert kept.sheet.quotes == ("the yellow door",)
    assert [one.measure_id for one in kept.sheet.charts] == ["hope"]
