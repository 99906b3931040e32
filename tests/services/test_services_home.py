"""Home shows the interval, what happened in it, and the one small thing that is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from support.fakes import FakeShelf
from support.shelves import echo, every_path

from companion.domain.page import Line, Section
from companion.domain.path import Place
from companion.domain.rhythm import OpenKind

if TYPE_CHECKING:
    from support.world import World

    from companion.services.open_notebook import OpenNotebook

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def walk(notebook: OpenNotebook, path: str, *, finish: bool = True) -> None:
    """Say one thing on a path."""
    begun = notebook.reflecting.begin(path)
    begun = replace(begun, at=next(s.id for s in begun.path.steps if s.kind == "text"))
    said = begun.answered("a kite", notebook.reflecting.new_answer_id)
    if finish:
        notebook.reflecting.finish(said)
    else:
        notebook.reflecting.keep_draft(said)


def test_a_new_notebook_offers_one_reflection(world: World, notebook: OpenNotebook) -> None:
    view = notebook.home.view()
    assert view.now == world.clock.now()
    assert (view.interval.last, view.interval.next) == (None, None)
    assert (view.marks, view.to_bring) == ((), ())
    assert (view.open.kind, view.open.path_id) == (OpenKind.REFLECT, "trust")
    assert (view.open_title, view.open_minutes) == ("Speaking freely", 5)


def test_without_anything_open_there_is_no_title(notebook: OpenNotebook) -> None:
    walk(notebook, "hope")
    view = notebook.home.view()
    assert view.open.kind is OpenKind.NOTHING
    assert (view.open_title, view.open_minutes) == ("", 0)


def test_a_draft_is_shown_by_its_paths_title(notebook: OpenNotebook) -> None:
    walk(notebook, "hope", finish=False)
    view = notebook.home.view()
    assert view.open.kind is OpenKind.RESUME
    assert (view.open_title, view.open_minutes) == ("A way forward", 4)


def test_a_draft_of_a_path_that_is_gone_can_still_be_shown(
    world: World, notebook: OpenNotebook
) -> None:
    walk(notebook, "hope", finish=False)
    world.shelf = FakeShelf([echo()])
    view = world.opened().home.view()
    assert view.open.kind is OpenKind.RESUME
    assert (view.open_title, view.open_minutes) == ("", 0)


def test_the_thread_holds_what_was_walked_in_this_interval(
    world: World, notebook: OpenNotebook
) -> None:
    walk(notebook, "hope")
    world.clock.advance(days=1)
    notebook.appointments.add(world.clock.now())
    world.clock.advance(hours=1)
    walk(notebook, "echo")
    echoed = world.clock.now()
    world.clock.advance(days=1)
    walk(notebook, "trust")
    notebook.reflecting.note("a line", "A line")
    marks = notebook.home.view().marks
    assert [(mark.at, mark.path_id, mark.title) for mark in marks] == [
        (echoed, "echo", "What stayed"),
        (world.clock.now(), "trust", "Speaking freely"),
    ]


def test_a_walk_on_a_path_that_is_gone_leaves_no_mark(world: World, notebook: OpenNotebook) -> None:
    walk(notebook, "hope")
    world.shelf = FakeShelf([path for path in every_path() if path.id != "hope"])
    assert world.opened().home.view().marks == ()


def test_what_is_ticked_is_shown_as_it_will_be_printed(
    world: World, notebook: OpenNotebook
) -> None:
    session = notebook.appointments.add(world.clock.now() + DAY)
    note = notebook.reflecting.note("a long\nstory of a kite", "A line", Place.PARKED)
    line = Line(note.answers[0].id, Section.TALK)
    notebook.pages.keep(notebook.pages.desk(), [line])
    assert notebook.home.view().to_bring == ("a long story of a kite",)
    notebook.pages.keep(notebook.pages.desk(), [replace(line, wording="a kite")])
    view = notebook.home.view()
    assert view.to_bring == ("a kite",)
    assert view.interval.next == session


def test_lines_without_their_second_yes_are_not_what_one_brings(
    world: World, notebook: OpenNotebook
) -> None:
    notebook.appointments.add(world.clock.now() + DAY)
    begun = replace(notebook.reflecting.begin("getting-ready"), at="not-today")
    notebook.reflecting.finish(begun.answered("hard", notebook.reflecting.new_answer_id))
    (candidate,) = notebook.pages.desk().candidates
    notebook.pages.keep(notebook.pages.desk(), [Line(candidate.answer_id, candidate.section)])
    assert notebook.home.view().to_bring == ()


def test_a_page_with_nothing_on_it_on_purpose_is_what_one_brings(
    world: World, notebook: OpenNotebook
) -> None:
    notebook.appointments.add(world.clock.now() + HOUR)
    walk(notebook, "getting-ready")
    assert notebook.home.view().open.kind is OpenKind.CHOOSE_PAGE
    notebook.pages.keep_nothing(notebook.pages.desk())
    view = notebook.home.view()
    assert view.nothing_to_bring
    assert view.to_bring == ()
    assert view.open.kind is OpenKind.REFLECT


def test_a_page_that_rests_is_offered_the_next_day(world: World, notebook: OpenNotebook) -> None:
    notebook.appointments.add(world.clock.now() + 6 * DAY)
    notebook.resting.begin(notebook.pages.desk())
    assert notebook.home.view().open.kind is OpenKind.REFLECT
    world.clock.advance(days=1)
    assert notebook.home.view().open.kind is OpenKind.LOOK_AGAIN
    notebook.resting.looked_at(notebook.pages.desk())
    assert notebook.home.view().open.kind is OpenKind.REFLECT


def test_whoever_brought_a_page_is_asked_about_it_once(
    world: World, notebook: OpenNotebook
) -> None:
    session = notebook.appointments.add(world.clock.now() + HOUR)
    note = notebook.reflecting.note("a kite", "A line", Place.PARKED)
    line = Line(note.answers[0].id, Section.TALK)
    notebook.pages.keep(notebook.pages.desk(), [line])
    world.clock.show(session.at + HOUR)
    notebook.appointments.held()
    assert notebook.home.view().open.kind is OpenKind.ECHO
    walk(notebook, "echo")
    view = notebook.home.view()
    assert (view.open.kind, view.open.path_id) == (OpenKind.AFTER_PAGE, "after-page")
    assert (view.open_title, view.open_minutes) == ("The page, afterwards", 1)
    walk(notebook, "after-page")
    view = notebook.home.view()
    assert view.open.kind is OpenKind.REFLECT
    assert [mark.path_id for mark in view.marks] == ["echo"]


def test_a_whole_cycle_opens_one_thing_after_the_other(
    world: World, notebook: OpenNotebook
) -> None:
    def kind() -> OpenKind:
        return notebook.home.view().open.kind

    clock, appointments = world.clock, notebook.appointments
    first = appointments.add(clock.now() + HOUR)
    assert kind() is OpenKind.GET_READY
    walk(notebook, "getting-ready")
    assert kind() is OpenKind.CHOOSE_PAGE
    desk = notebook.pages.desk()
    one = desk.candidates[0]
    notebook.pages.keep(desk, [Line(one.answer_id, one.section)])
    assert kind() is OpenKind.REFLECT
    clock.show(first.at + HOUR)
    assert kind() is OpenKind.SETTLE
    appointments.held()
    appointments.add(first.at + 7 * DAY)
    assert kind() is OpenKind.ECHO
    walk(notebook, "echo")
    assert kind() is OpenKind.AFTER_PAGE
    walk(notebook, "after-page")
    assert kind() is OpenKind.REFLECT
    walk(notebook, "hope")
    assert kind() is OpenKind.NOTHING
    clock.show(first.at + 3 * DAY)
    assert kind() is OpenKind.RECALL
    walk(notebook, "recall", finish=False)
    assert kind() is OpenKind.RESUME
