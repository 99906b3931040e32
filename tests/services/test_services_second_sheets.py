"""The second sheet: off by default, each quote and each scale ticked by itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from support.time import NOW
from support.world import World

from companion.catalog.shelf import Bookshelf
from companion.domain.answer import MapPoint
from companion.domain.errors import NotForThePageError, StorageError
from companion.domain.ladder import Rung
from companion.domain.page import Section
from companion.domain.path import Place

if TYPE_CHECKING:
    from companion.domain.answer import Value
    from companion.services.open_notebook import OpenNotebook

DAY = timedelta(days=1)


@pytest.fixture
def world() -> World:
    """A notebook in memory, with the paths that companion ships with."""
    return World(shelf=Bookshelf("en"))


def noted(notebook: OpenNotebook, words: str, place: Place = Place.HERE) -> str:
    """A free line; gives its answer's id."""
    return notebook.reflecting.note(words, "A line", place).answers[0].id


def walked(notebook: OpenNotebook, path: str, **said: Value) -> None:
    walk = notebook.reflecting.begin(path)
    while True:
        value = said.get(walk.step.id.replace("-", "_"))
        walk = walk.answered(value, notebook.reflecting.new_answer_id) if value else walk
        if walk.at_end:
            break
        walk = walk.forward()
    notebook.reflecting.finish(walk)


def quotes(notebook: OpenNotebook) -> list[str]:
    return [one.text for one in notebook.pages.desk().second.candidates]


def test_there_is_none_unless_something_is_ticked(notebook: OpenNotebook) -> None:
    noted(notebook, "the weir was loud")
    walked(notebook, "hope", ways=3)
    desk = notebook.pages.desk()
    assert quotes(notebook) == ["the weir was loud"]
    assert [one.measure_id for one in desk.second.charts] == ["ways"]
    assert desk.page.second is None


def test_what_was_ticked_is_on_the_page_in_the_order_it_was_ticked(
    world: World, notebook: OpenNotebook
) -> None:
    first, second = noted(notebook, "one\nin two lines"), noted(notebook, "two")
    walked(notebook, "hope", ways=3)
    kept = notebook.pages.keep_second(notebook.pages.desk(), [second, first], {"ways"})
    again = world.opened().pages.desk()
    assert again.page == kept.page
    assert again.page.second is not None
    assert again.page.second.quotes == ("two", "one\nin two lines")
    assert [one.measure_id for one in again.page.second.charts] == ["ways"]


def test_taking_all_off_again_takes_the_sheet_away(notebook: OpenNotebook) -> None:
    line = noted(notebook, "one")
    kept = notebook.pages.keep_second(notebook.pages.desk(), [line], set())
    assert notebook.pages.keep_second(kept, [], set()).page.second is None
    assert notebook.pages.desk().page.second is None


def test_what_needs_a_second_yes_or_is_in_the_drawer_is_never_quoted(
    notebook: OpenNotebook,
) -> None:
    walked(
        notebook,
        "getting-ready",
        one_thing="the weir",
        about_us="the clock",
        not_today="the house",
        leave_out="the rest",
    )
    noted(notebook, "in the drawer", Place.UNSAID)
    assert quotes(notebook) == ["the weir"]


def test_a_quote_goes_when_its_answer_goes_into_the_drawer(notebook: OpenNotebook) -> None:
    line = noted(notebook, "one")
    notebook.pages.keep_second(notebook.pages.desk(), [line], set())
    notebook.journal.move(line, Place.UNSAID)
    assert notebook.pages.desk().page.second is None
    notebook.journal.move(line, Place.HERE)
    assert notebook.pages.desk().page.second is not None


def test_only_what_is_a_candidate_can_be_ticked(notebook: OpenNotebook) -> None:
    hidden = noted(notebook, "in the drawer", Place.UNSAID)
    for quoted, charted in (([hidden], set[str]()), ([], {"ways"})):
        with pytest.raises(NotForThePageError):
            notebook.pages.keep_second(notebook.pages.desk(), quoted, charted)
    assert notebook.pages.desk().page.second is None


def test_what_was_ticked_with_no_session_planned_is_the_next_ones(notebook: OpenNotebook) -> None:
    line = noted(notebook, "one")
    notebook.pages.keep_second(notebook.pages.desk(), [line], set())
    notebook.appointments.add(NOW + DAY)
    desk = notebook.pages.desk()
    assert desk.page.second is not None
    cleared = notebook.pages.keep_second(desk, [], set())
    assert cleared.page.second is None
    assert notebook.pages.desk().page.second is None


def test_each_session_has_its_own_and_a_new_therapist_has_none_of_them(
    notebook: OpenNotebook,
) -> None:
    line = noted(notebook, "one")
    notebook.pages.keep_second(notebook.pages.desk(), [line], set())
    assert notebook.pages.handover().page.second is None
    notebook.pages.keep_second(notebook.pages.handover(), [line], set())
    notebook.pages.keep_second(notebook.pages.desk(), [], set())
    assert notebook.pages.desk().page.second is None
    assert notebook.pages.handover().page.second is not None


def test_quotes_are_of_this_interval_and_dots_of_some_sessions(
    world: World, notebook: OpenNotebook
) -> None:
    walked(notebook, "feelings", map=MapPoint(2, 8))
    noted(notebook, "before")
    world.clock.advance(days=1)
    notebook.appointments.add(world.clock.now())
    world.clock.advance(days=1)
    notebook.appointments.held(1)
    noted(notebook, "after")
    walked(notebook, "feelings", map=MapPoint(6, 4))
    desk = notebook.pages.desk()
    assert quotes(notebook) == ["after"]
    pleasant, energy = desk.second.charts
    assert [value for _, value in pleasant.dots] == [2, 6]
    assert [value for _, value in energy.dots] == [8, 4]
    assert pleasant.sessions == (500,)


def test_what_can_not_be_read_any_more_counts_as_not_ticked(
    world: World, notebook: OpenNotebook
) -> None:
    noted(notebook, "one")
    for broken in ("[", "[1]", '{"": 1}', '{"": {"quotes": 3}}'):
        world.memory.settings["page.second"] = broken
        assert notebook.pages.desk().page.second is None


def test_a_full_disk_leaves_the_sheet_as_it_was(world: World, notebook: OpenNotebook) -> None:
    line = noted(notebook, "one")
    desk = notebook.pages.keep_second(notebook.pages.desk(), [line], set())
    world.memory.writable = False
    with pytest.raises(StorageError):
        notebook.pages.keep_second(desk, [], set())
    world.memory.writable = True
    assert notebook.pages.desk().page.second is not None


# The page for a new therapist


def test_what_was_written_about_the_way_may_stand_there_without_being_parked(
    notebook: OpenNotebook,
) -> None:
    walked(notebook, "sense", two_sentences="learning to stay", fits="the fear")
    noted(notebook, "not about the way")
    waiting = noted(notebook, "parked", Place.PARKED)
    found = {one.answer_id: one.section for one in notebook.pages.handover().candidates}
    assert found.pop(waiting) is Section.TALK
    assert len(found) == 2


def test_nothing_about_the_two_of_them_comes_to_someone_new(notebook: OpenNotebook) -> None:
    line = noted(notebook, "you looked at the clock", Place.UNSAID)
    notebook.drawer.move(line, Rung.BRING)
    assert [one.answer_id for one in notebook.pages.desk().candidates] == [line]
    assert notebook.pages.handover().candidates == ()
