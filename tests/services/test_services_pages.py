"""The page: what could be on it, what was ticked, and how it leaves."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.time import FixedClock
from support.world import World

from companion.domain.errors import (
    FileExistsAlreadyError,
    FileNotWrittenError,
    NotForThePageError,
    StorageError,
    UnknownSessionError,
)
from companion.domain.ladder import Rung
from companion.domain.page import Line, Mode, Section
from companion.domain.path import Place
from companion.services.exported import What

if TYPE_CHECKING:
    from companion.domain.answer import Value
    from companion.services.open_notebook import OpenNotebook
    from companion.services.page.desk import Desk

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def parked(notebook: OpenNotebook, words: str = "a kite") -> Line:
    """A free line that waits for the session, ticked as it stands."""
    note = notebook.reflecting.note(words, "A line", Place.PARKED)
    return Line(note.answers[0].id, Section.TALK)


def walked(notebook: OpenNotebook, path: str, **said: Value) -> dict[str, str]:
    """A finished walk; gives the answers' ids by step."""
    walk = notebook.reflecting.begin(path)
    while True:
        value = said.get(walk.step.id.replace("-", "_"))
        walk = walk.answered(value, notebook.reflecting.new_answer_id) if value else walk
        if walk.at_end:
            break
        walk = walk.forward()
    reflection = notebook.reflecting.finish(walk)
    return {one.step_id: one.id for one in reflection.answers} if reflection else {}


def texts(desk: Desk) -> list[str]:
    return [line.text for _, lines in desk.page.sections for line in lines]


def candidates(desk: Desk) -> list[str]:
    return [candidate.text for candidate in desk.candidates]


def test_nothing_is_ticked_by_default(notebook: OpenNotebook) -> None:
    parked(notebook)
    desk = notebook.pages.desk()
    assert candidates(desk) == ["a kite"]
    assert desk.lines == ()
    assert desk.page.sections == ()


def test_a_tick_is_kept_with_all_that_was_chosen(world: World, notebook: OpenNotebook) -> None:
    first, second = parked(notebook), parked(notebook, "a long story about a door")
    short = Line(second.answer_id, Section.QUESTIONS, Mode.PLEASE_ASK, "a door", agreed=True)
    kept = notebook.pages.keep(notebook.pages.desk(), [short, first])
    again = world.opened().pages.desk()
    assert again == kept
    assert again.lines == (short, first)
    assert texts(again) == ["a kite", "a door"]


def test_a_shortening_is_made_safe_and_put_on_one_line(notebook: OpenNotebook) -> None:
    line = parked(notebook)
    worded = Line(line.answer_id, Section.TALK, wording=" a\x1b[1m\n\ndoor ")
    assert texts(notebook.pages.keep(notebook.pages.desk(), [worded])) == ["a[1m door"]


def test_of_two_lines_of_one_answer_the_later_counts(notebook: OpenNotebook) -> None:
    line, other = parked(notebook), parked(notebook, "a door")
    again = Line(line.answer_id, Section.TALK, wording="the same kite")
    kept = notebook.pages.keep(notebook.pages.desk(), [line, other, again])
    assert kept.lines == (again, other)


def test_candidates_come_in_the_order_of_the_page(notebook: OpenNotebook) -> None:
    parked(notebook)
    walked(notebook, "getting-ready", ask="a question", one_thing="one thing", shifted="a shift")
    assert candidates(notebook.pages.desk()) == ["one thing", "a kite", "a shift", "a question"]


def test_what_getting_ready_asks_for_no_page_is_no_candidate(notebook: OpenNotebook) -> None:
    walked(notebook, "getting-ready", leave_out="a secret", ask="a question")
    assert candidates(notebook.pages.desk()) == ["a question"]


@pytest.mark.parametrize("section", [Section.ABOUT_US, Section.NOT_TODAY])
def test_what_needs_a_second_yes_is_not_printed_before_it(
    notebook: OpenNotebook, section: Section
) -> None:
    if section is Section.ABOUT_US:
        line = notebook.reflecting.note("a hard thing", "A free line", Place.UNSAID)
        answer_id = notebook.drawer.move(line.answers[0].id, Rung.BRING).answer_id
    else:
        answer_id = walked(notebook, "getting-ready", not_today="a hard thing")["not-today"]
    once = notebook.pages.keep(notebook.pages.desk(), [Line(answer_id, section)])
    assert (texts(once), len(once.lines)) == ([], 1)
    twice = notebook.pages.keep(once, [Line(answer_id, section, agreed=True)])
    assert texts(twice) == ["a hard thing"]


def test_a_line_can_be_moved_to_another_open_section(notebook: OpenNotebook) -> None:
    line = parked(notebook)
    moved = Line(line.answer_id, Section.ONE_THING)
    page = notebook.pages.keep(notebook.pages.desk(), [moved]).page
    assert [section for section, _ in page.sections] == [Section.ONE_THING]


@pytest.mark.parametrize(
    "section", [Section.ABOUT_US, Section.NOT_TODAY, Section.FEELINGS, Section.HELP_TODAY]
)
def test_a_line_can_not_be_moved_where_it_may_not_stand(
    notebook: OpenNotebook, section: Section
) -> None:
    line = parked(notebook)
    desk = notebook.pages.desk()
    with pytest.raises(NotForThePageError):
        notebook.pages.keep(desk, [Line(line.answer_id, section, agreed=True)])
    assert notebook.pages.desk() == desk


def test_what_is_about_the_two_of_them_never_slips_elsewhere(notebook: OpenNotebook) -> None:
    ids = walked(notebook, "getting-ready", you_two="a hard thing")
    with pytest.raises(NotForThePageError):
        notebook.pages.keep(notebook.pages.desk(), [Line(ids["you-two"], Section.TALK)])


def test_an_answer_that_is_no_candidate_can_not_be_ticked(notebook: OpenNotebook) -> None:
    note = notebook.reflecting.note("not parked", "A line")
    with pytest.raises(NotForThePageError):
        notebook.pages.keep(notebook.pages.desk(), [Line(note.answers[0].id, Section.TALK)])


@pytest.mark.parametrize("place", [None, Place.UNSAID])
def test_a_ticked_line_goes_when_its_answer_is_let_go_or_put_into_the_drawer(
    notebook: OpenNotebook, place: Place | None
) -> None:
    line, other = parked(notebook), parked(notebook, "a door")
    notebook.pages.keep(notebook.pages.desk(), [line, other])
    notebook.journal.move(line.answer_id, place)
    desk = notebook.pages.desk()
    assert (texts(desk), candidates(desk)) == (["a door"], ["a door"])
    notebook.journal.move(line.answer_id, Place.PARKED)
    assert texts(notebook.pages.desk()) == ["a door"]


def test_a_ticked_line_stays_when_its_answer_is_no_longer_parked(notebook: OpenNotebook) -> None:
    line = parked(notebook)
    notebook.pages.keep(notebook.pages.desk(), [line])
    notebook.journal.move(line.answer_id, Place.HERE)
    assert texts(notebook.pages.desk()) == ["a kite"]


def test_an_entry_that_is_removed_takes_its_lines_along(notebook: OpenNotebook) -> None:
    note = notebook.reflecting.note("a kite", "A line", Place.PARKED)
    notebook.pages.keep(notebook.pages.desk(), [Line(note.answers[0].id, Section.TALK)])
    notebook.journal.remove(note.id)
    assert texts(notebook.pages.desk()) == []


def test_the_page_of_a_session_that_was_held_still_shows_what_was_brought(
    world: World, notebook: OpenNotebook
) -> None:
    line = parked(notebook)
    notebook.appointments.add(world.clock.now() + HOUR)
    notebook.pages.keep(notebook.pages.desk(), [line])
    world.clock.advance(hours=3)
    notebook.appointments.held()
    assert texts(notebook.pages.desk(1)) == ["a kite"]


def test_what_was_brought_waits_for_no_other_session(world: World, notebook: OpenNotebook) -> None:
    line = parked(notebook)
    parked(notebook, "not yet")
    notebook.appointments.add(world.clock.now() + HOUR)
    notebook.pages.keep(notebook.pages.desk(), [line])
    world.clock.advance(hours=3)
    notebook.appointments.held()
    assert candidates(notebook.pages.desk()) == ["not yet"]
    notebook.appointments.add(world.clock.now() + 7 * DAY)
    assert candidates(notebook.pages.desk()) == ["not yet"]


def test_what_was_ticked_for_a_missed_session_can_be_brought_to_the_next(
    world: World, notebook: OpenNotebook
) -> None:
    line = parked(notebook)
    notebook.appointments.add(world.clock.now() + HOUR)
    notebook.pages.keep(notebook.pages.desk(), [line])
    world.clock.advance(hours=3)
    notebook.appointments.missed()
    notebook.appointments.add(world.clock.now() + 7 * DAY)
    assert candidates(notebook.pages.desk()) == ["a kite"]


def test_getting_ready_counts_for_its_own_session_alone(
    world: World, notebook: OpenNotebook
) -> None:
    notebook.appointments.add(world.clock.now() + 2 * HOUR)
    walked(notebook, "getting-ready", ask="a question", one_thing="one thing")
    desk = notebook.pages.desk()
    assert candidates(desk) == ["one thing", "a question"]
    question = desk.candidates[1]
    notebook.pages.keep(desk, [Line(question.answer_id, question.section)])
    world.clock.advance(hours=4)
    notebook.appointments.held()
    assert candidates(notebook.pages.desk()) == []
    notebook.appointments.add(world.clock.now() + 7 * DAY)
    assert candidates(notebook.pages.desk()) == []
    assert candidates(notebook.pages.desk(1)) == ["one thing", "a question"]


def test_what_was_ticked_here_stays_ticked_in_later_intervals(
    world: World, notebook: OpenNotebook
) -> None:
    notebook.appointments.add(world.clock.now() + 9 * DAY)
    walked(notebook, "getting-ready", ask="an early question", one_thing="one thing")
    desk = notebook.pages.desk()
    notebook.pages.keep(desk, [Line(desk.candidates[1].answer_id, Section.QUESTIONS)])
    world.clock.advance(days=2)
    notebook.appointments.add(world.clock.now() - HOUR)
    assert candidates(notebook.pages.desk(2)) == ["an early question"]


def test_the_page_of_a_number_that_is_not_there_is_told(notebook: OpenNotebook) -> None:
    with pytest.raises(UnknownSessionError):
        notebook.pages.desk(3)


def test_the_page_is_for_the_day_on_the_persons_own_calendar() -> None:
    world = World(clock=FixedClock(zone="Pacific/Auckland"))
    notebook = world.opened()
    assert notebook.pages.desk().page.session_on is None
    notebook.appointments.add(world.clock.read("2026-03-09 09:00"))
    assert notebook.pages.desk().page.session_on == date(2026, 3, 9)


def test_the_name_is_off_until_it_is_set_and_can_be_taken_off_again(
    notebook: OpenNotebook,
) -> None:
    assert notebook.pages.desk().page.name == ""
    notebook.pages.set_name(" A.\x07\n L. ")
    assert notebook.pages.name == "A. L."
    assert notebook.pages.desk().page.name == "A. L."
    notebook.pages.set_name("")
    assert notebook.pages.desk().page.name == ""


def test_the_foot_is_on_until_it_is_taken_off(world: World, notebook: OpenNotebook) -> None:
    assert notebook.pages.desk().page.footer
    notebook.pages.set_footer(printed=False)
    assert not world.opened().pages.footer
    assert not world.opened().pages.desk().page.footer
    notebook = world.opened()
    notebook.pages.set_footer(printed=True)
    assert notebook.pages.footer


def test_the_page_is_written_as_it_is_seen(world: World, notebook: OpenNotebook) -> None:
    line, file = parked(notebook), Path("page.txt")
    page = notebook.pages.keep(notebook.pages.desk(), [line]).page
    notebook.pages.write(page, "md", file)
    assert world.outbox.files == {file: notebook.pages.render(page, "md")}
    assert [(one.file.name, one.what) for one in notebook.exported.files()] == [
        ("page.txt", What.PAGE)
    ]
    assert notebook.pages.render(page) == notebook.pages.render(page, "text")


def test_a_file_is_replaced_only_if_that_is_said(world: World, notebook: OpenNotebook) -> None:
    page, file = notebook.pages.desk().page, Path("page.txt")
    world.outbox.files[file] = "something else"
    with pytest.raises(FileExistsAlreadyError):
        notebook.pages.write(page, "text", file)
    assert world.outbox.files[file] == "something else"
    notebook.pages.write(page, "text", file, replace=True)
    assert world.outbox.files[file] == "text"


def test_a_file_that_can_not_be_written_is_told(world: World, notebook: OpenNotebook) -> None:
    world.outbox.writable = False
    with pytest.raises(FileNotWrittenError):
        notebook.pages.write(notebook.pages.desk().page, "text", Path("page.txt"))


def test_a_full_disk_leaves_the_ticks_as_they_were(world: World, notebook: OpenNotebook) -> None:
    line, other = parked(notebook), parked(notebook, "a door")
    before = notebook.pages.keep(notebook.pages.desk(), [line])
    world.memory.writable = False
    with pytest.raises(StorageError):
        notebook.pages.keep(before, [other])
    assert notebook.pages.desk() == before
