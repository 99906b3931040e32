"""What is said about a page as a whole: nothing this time, sleep on it; how it is kept and ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from companion.domain.errors import FileExistsAlreadyError, StorageError
from companion.domain.page import Line, Section
from companion.domain.path import Place

if TYPE_CHECKING:
    from support.world import World

    from companion.services.open_notebook import OpenNotebook
    from companion.services.page.desk import Desk

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
MARKS = ("page.marks.nothing", "page.marks.resting")


def parked(notebook: OpenNotebook, words: str = "a kite") -> Line:
    """A free line that waits for the session, ticked as it stands."""
    note = notebook.reflecting.note(words, "A line", Place.PARKED)
    return Line(note.answers[0].id, Section.TALK, wording=words.upper())


def ticked(world: World, notebook: OpenNotebook) -> Desk:
    """A page for a session in three days, with two lines and a quote on it."""
    notebook.appointments.add(world.clock.now() + 3 * DAY)
    lines = [parked(notebook), parked(notebook, "a door")]
    desk = notebook.pages.keep(notebook.pages.desk(), lines)
    return notebook.pages.keep_second(desk, [lines[0].answer_id], [])


def held(world: World, notebook: OpenNotebook) -> None:
    """The next session takes place; another one is a week later."""
    ahead = notebook.appointments.interval().next
    assert ahead is not None
    world.clock.show(ahead.at + HOUR)
    notebook.appointments.held()
    notebook.appointments.add(ahead.at + 7 * DAY)


def kept(world: World, name: str) -> str:
    return world.memory.settings.get(name, "")


class TestNothingThisTime:
    def test_every_tick_goes_and_the_page_is_a_bare_one(
        self, world: World, notebook: OpenNotebook
    ) -> None:
        before = ticked(world, notebook)
        bare = notebook.pages.keep_nothing(before)
        assert (bare.lines, bare.nothing, bare.second.is_bare) == ((), True, True)
        assert (bare.page.sections, bare.page.second) == ((), None)
        assert world.opened().pages.desk() == bare

    def test_the_page_is_the_very_one_of_someone_who_never_ticked(
        self, world: World, notebook: OpenNotebook
    ) -> None:
        notebook.appointments.add(world.clock.now() + 3 * DAY)
        untouched = notebook.pages.desk().page
        line = parked(notebook)
        notebook.pages.keep(notebook.pages.desk(), [line])
        assert notebook.pages.keep_nothing(notebook.pages.desk()).page == untouched

    def test_what_was_taken_off_can_be_brought_back(
        self, world: World, notebook: OpenNotebook
    ) -> None:
        before = ticked(world, notebook)
        notebook.pages.keep_nothing(before)
        assert notebook.pages.bring_back(before) == before
        assert world.opened().pages.desk() == before
        assert kept(world, "page.marks.nothing") == ""

    def test_what_was_let_go_in_between_does_not_come_back(
        self, world: World, notebook: OpenNotebook
    ) -> None:
        before = ticked(world, notebook)
        notebook.pages.keep_nothing(before)
        notebook.journal.move(before.lines[0].answer_id, None)
        now = notebook.pages.desk()
        back = notebook.pages.bring_back(
            type(before)(now.session, now.candidates, before.lines, now.page, now.kept_under)
        )
        assert back.lines == before.lines[1:]

    def test_ticking_a_line_ends_it_for_good(self, world: World, notebook: OpenNotebook) -> None:
        before = ticked(world, notebook)
        bare = notebook.pages.keep_nothing(before)
        one = notebook.pages.keep(bare, [before.lines[1]])
        assert not one.nothing
        assert not notebook.pages.keep(one, []).nothing
        assert not world.opened().pages.desk().nothing

    def test_ticking_on_the_second_sheet_ends_it_too(
        self, world: World, notebook: OpenNotebook
    ) -> None:
        before = ticked(world, notebook)
        bare = notebook.pages.keep_nothing(before)
        assert notebook.pages.keep_second(bare, [], []).nothing
        quoted = notebook.pages.keep_second(bare, before.second.quoted, [])
        assert not quoted.nothing
        assert not notebook.pages.desk().nothing

    def test_it_is_said_of_one_session(self, world: World, notebook: OpenNotebook) -> None:
        notebook.pages.keep_nothing(ticked(world, notebook))
        number = notebook.pages.desk().session
        held(world, notebook)
        assert not notebook.pages.desk().nothing
        assert number is not None
        assert notebook.pages.desk(number.number).nothing

    def test_a_session_that_is_moved_takes_it_along(
        self, world: World, notebook: OpenNotebook
    ) -> None:
        notebook.pages.keep_nothing(ticked(world, notebook))
        notebook.appointments.move(world.clock.now() + 5 * DAY)
        assert notebook.pages.desk().nothing

    def test_said_while_none_is_planned_it_holds_for_the_one_that_comes_next_alone(
        self, world: World, notebook: OpenNotebook
    ) -> None:
        notebook.appointments.add(world.clock.now() - DAY)
        notebook.pages.keep_nothing(notebook.pages.desk())
        assert notebook.pages.desk().nothing
        assert not notebook.pages.desk(1).nothing
        world.clock.advance(hours=1)
        notebook.appointments.add(world.clock.now() + DAY)
        assert notebook.pages.desk().nothing
        held(world, notebook)
        assert not notebook.pages.desk().nothing

    def test_said_of_one_therapy_it_says_nothing_of_another(self, notebook: OpenNotebook) -> None:
        notebook.pages.keep_nothing(notebook.pages.desk())
        notebook.journeys.begin("Another")
        assert not notebook.pages.desk().nothing

    def test_keeping_the_page_of_a_session_that_is_over_changes_nothing_about_the_next(
        self, world: World, notebook: OpenNotebook
    ) -> None:
        notebook.appointments.add(world.clock.now() - DAY)
        notebook.pages.keep_nothing(notebook.pages.desk())
        notebook.pages.keep(notebook.pages.desk(1), [])
        assert notebook.pages.desk().nothing

    def test_a_page_for_a_new_therapist_is_never_one(self, notebook: OpenNotebook) -> None:
        notebook.pages.keep_nothing(notebook.pages.desk())
        handover = notebook.pages.handover()
        assert not handover.nothing
        notebook.pages.keep(handover, [])
        assert notebook.pages.desk().nothing

    def test_a_full_disk_leaves_the_ticks_as_they_were(
        self, world: World, notebook: OpenNotebook
    ) -> None:
        before = ticked(world, notebook)
        world.memory.writable = False
        with pytest.raises(StorageError):
            notebook.pages.keep_nothing(before)
        assert notebook.pages.desk() == before


class TestSleepingOnIt:
    def test_it_rests_and_nothing_of_it_changes(self, world: World, notebook: OpenNotebook) -> None:
        before = ticked(world, notebook)
        notebook.resting.begin(before)
        desk = world.opened().pages.desk()
        assert desk.resting_since == world.clock.now()
        assert (desk.lines, desk.page, desk.second) == (before.lines, before.page, before.second)

    @pytest.mark.parametrize(
        ("on", "there_is"),
        [
            ("2026-03-04 00:01", True),
            ("2026-03-03 23:59", False),
            ("2026-03-03 22:00", False),
        ],
    )
    def test_it_needs_a_day_on_which_to_look_once_more(
        self, world: World, notebook: OpenNotebook, on: str, *, there_is: bool
    ) -> None:
        world.clock.show(world.clock.read("2026-03-03 21:00"))
        notebook.appointments.add(world.clock.read(on))
        assert notebook.resting.has_a_night(notebook.pages.desk()) is there_is

    def test_with_none_planned_there_is_a_night_and_for_a_new_therapist_there_is_none(
        self, notebook: OpenNotebook
    ) -> None:
        assert notebook.resting.has_a_night(notebook.pages.desk())
        assert not notebook.resting.has_a_night(notebook.pages.handover())

    def test_opened_again_on_the_same_day_it_goes_on_resting(
        self, world: World, notebook: OpenNotebook
    ) -> None:
        notebook.resting.begin(ticked(world, notebook))
        world.clock.advance(hours=1)
        notebook.resting.looked_at(notebook.pages.desk())
        assert notebook.pages.desk().resting_since is not None

    def test_opened_on_another_day_it_has_rested(
        self, world: World, notebook: OpenNotebook
    ) -> None:
        notebook.resting.begin(ticked(world, notebook))
        world.clock.advance(days=1)
        notebook.resting.looked_at(notebook.pages.desk())
        assert notebook.pages.desk().resting_since is None
        assert kept(world, "page.marks.resting") == ""

    def test_opening_a_page_that_does_not_rest_writes_nothing(
        self, world: World, notebook: OpenNotebook
    ) -> None:
        ticked(world, notebook)
        world.memory.writable = False
        notebook.resting.looked_at(notebook.pages.desk())

    def test_saving_it_ends_its_rest(self, world: World, notebook: OpenNotebook) -> None:
        notebook.resting.begin(ticked(world, notebook))
        notebook.pages.write(notebook.pages.desk().page, "text", Path("page.txt"))
        assert notebook.pages.desk().resting_since is None

    def test_a_file_that_was_not_written_ends_nothing(
        self, world: World, notebook: OpenNotebook
    ) -> None:
        notebook.resting.begin(ticked(world, notebook))
        world.outbox.files[Path("page.txt")] = "something else"
        with pytest.raises(FileExistsAlreadyError):
            notebook.pages.write(notebook.pages.desk().page, "text", Path("page.txt"))
        assert notebook.pages.desk().resting_since is not None

    def test_saving_another_page_does_not(self, world: World, notebook: OpenNotebook) -> None:
        notebook.appointments.add(world.clock.now() - DAY)
        notebook.resting.begin(ticked(world, notebook))
        notebook.pages.write(notebook.pages.desk(1).page, "text", Path("before.txt"))
        notebook.pages.write(notebook.pages.handover().page, "text", Path("new.txt"))
        assert notebook.pages.desk().resting_since is not None

    def test_the_page_after_it_does_not_rest(self, world: World, notebook: OpenNotebook) -> None:
        notebook.resting.begin(ticked(world, notebook))
        held(world, notebook)
        assert notebook.pages.desk().resting_since is None


@pytest.mark.parametrize(
    "broken", ["[", "[]", '{"a": 1}', '{"a": "yesterday"}', '{"a": "2026-03-03T10:00"}', "null"]
)
def test_what_can_not_be_read_any_more_counts_as_not_said(
    world: World, notebook: OpenNotebook, broken: str
) -> None:
    for name in MARKS:
        world.memory.settings[name] = broken
    desk = notebook.pages.desk()
    assert (desk.nothing, desk.resting_since) == (False, None)
    notebook.resting.begin(notebook.pages.keep_nothing(desk))
    assert notebook.pages.desk().nothing
    assert notebook.pages.desk().resting_since == world.clock.now()


class TestBrought:
    def test_a_page_with_lines_was_brought(self, world: World, notebook: OpenNotebook) -> None:
        ticked(world, notebook)
        held(world, notebook)
        last = notebook.appointments.interval().last
        assert last is not None
        assert notebook.pages.brought(last)

    def test_one_with_nothing_on_it_was_not(self, world: World, notebook: OpenNotebook) -> None:
        notebook.pages.keep_nothing(ticked(world, notebook))
        held(world, notebook)
        last = notebook.appointments.interval().last
        assert last is not None
        assert not notebook.pages.brought(last)

    def test_a_line_without_its_second_yes_was_not_brought(
        self, world: World, notebook: OpenNotebook
    ) -> None:
        session = notebook.appointments.add(world.clock.now() + DAY)
        begun = replace(notebook.reflecting.begin("getting-ready"), at="not-today")
        notebook.reflecting.finish(begun.answered("hard", notebook.reflecting.new_answer_id))
        (one,) = notebook.pages.desk().candidates
        once = notebook.pages.keep(notebook.pages.desk(), [Line(one.answer_id, one.section)])
        assert not notebook.pages.brought(session)
        notebook.pages.keep(once, [Line(one.answer_id, one.section, agreed=True)])
        assert notebook.pages.brought(session)
