"""Homework line by line: the list, what it asks, taking, leaving out, setting aside, taking out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from plain_room import Room, says
from support.packs import SMALL, MemoryPacks, reading
from support.world import World

from companion.catalog.shelf import Bookshelf
from companion.domain.task import TaskState
from companion.plain.evidence_card import show_card
from companion.plain.homework import show_homework
from companion.plain.menu import menu

if TYPE_CHECKING:
    from companion.domain.task import Task

WINDOWS, DOORS = "windows", SMALL.replace('"windows"', '"doors"').replace("Windows", "Doors")
TAKE, TINY, LEAVE = "1", "2", "3"
ASIDE, OUT = "4", "5"


@pytest.fixture
def room() -> Room:
    packs = MemoryPacks({"doors.toml": DOORS, "bad.toml": "title = 3"}, windows=SMALL)
    return Room(World(shelf=Bookshelf(), packs=packs))


@pytest.fixture
def home(room: Room) -> Room:
    """With the small pack in the notebook."""
    room.opened.homework.add(reading())
    return room


def only(room: Room) -> Task:
    (task,) = room.opened.agreed.tasks()
    return task


def test_without_homework_it_says_what_there_is(room: Room) -> None:
    out = room(show_homework, said=("",))
    assert says("homework.none") in out
    assert "1. Windows (from companion) 2. Add a file from your therapist" in out


def test_a_number_of_thousands_of_digits_is_asked_again(room: Room) -> None:
    out = room(show_homework, said=("9" * 5000, ""))
    assert says("plain.number_please", last=2) in out


def test_all_that_it_asks_is_said_and_only_a_yes_adds_it(room: Room) -> None:
    out = room(show_homework, said=("1", "", ""))
    for asked in ("A. Therapist", "about two weeks", "Tiny: Look up once.", "A view, 3 minutes"):
        assert asked in out
    assert says("homework.free") in out
    assert says("homework_plain.not_added") in out
    assert room.opened.homework.kept() == []
    out = room(show_homework, said=("1", "yes", ""))
    assert says("homework.added") in out
    assert "1. Windows (in your notebook)" in out


def test_nothing_is_added_when_the_lines_end_before_an_answer(room: Room) -> None:
    room(show_homework, said=("1",))
    assert room.ended
    assert room.opened.homework.kept() == []


def test_a_file_is_added_by_its_name(room: Room) -> None:
    room(show_homework, said=("2", "/home/ada/doors.toml", "y", ""))
    assert [one.pack.title for one in room.opened.homework.kept()] == ["Doors"]


def test_what_has_to_be_put_right_in_a_file_is_said_by_line(room: Room) -> None:
    out = room(menu, said=("8", "2", "2", "/home/ada/bad.toml", ""))
    assert "/home/ada/bad.toml, line 1, title: words in quotation marks belong here" in out
    assert says("homework.error.refused", file="/home/ada/bad.toml") in out
    assert room.opened.homework.kept() == []


def test_a_file_that_is_not_there_is_said(room: Room) -> None:
    for name in ("/gone.toml", "~nobody-here/gone.toml", "gone\0.toml"):
        out = room(menu, said=("8", "2", "2", name, ""))
        assert says("homework.error.unread", file=name.replace("\0", "")) in out


def test_a_task_is_taken_made_tiny_left_out_and_taken_up(home: Room) -> None:
    # What is offered first is the next of these, each time.
    out = home(show_homework, said=("1", *("1", "1") * 4, "", ""))
    said = [says(f"homework.{one}") for one in ("taken", "tiny_taken", "left", "tiny_taken")]
    places = [out.index(one) for one in said[:3]]
    assert places == sorted(places)
    assert out.count(said[3]) == 2
    assert only(home).state is TaskState.OPEN
    assert only(home).now == "Look up once."


def test_the_tiny_version_is_taken_at_once(home: Room) -> None:
    out = home(show_homework, said=("1", "1", TINY, "", ""))
    assert says("homework.tiny_taken") in out
    assert only(home).now == "Look up once."
    assert "1. Look up once. (taken)" in out


def test_what_is_left_out_is_nowhere_else(home: Room) -> None:
    out = home(show_homework, said=("1", "1", LEAVE, "", ""))
    assert says("homework.left") in out
    assert "(left out)" in out
    assert home.opened.agreed.tasks() == []


def test_a_task_without_a_tiny_version_offers_none(home: Room) -> None:
    out = home(show_homework, said=("1", "2", "", "", ""))
    assert f"1. {says('homework_plain.take')} 2. {says('homework_plain.leave')}" in out


def test_a_reflection_of_it_is_walked(home: Room) -> None:
    home(show_homework, said=("1", "3", "", "6", "a kite", "", "h", *("",) * 12))
    assert home.answer("saw").shown == "a kite"
    assert home.kept().title == "A view"


def test_it_is_among_the_reflections_with_where_it_is_from(home: Room) -> None:
    out = home(menu, said=("2", "", ""))
    assert "A view, 3 minutes. What you saw, and what it was like. From: Windows." in out


def test_what_is_known_of_its_reflection_says_where_the_questions_are_from(home: Room) -> None:
    path = home.opened.reflecting.path("windows_view")
    home(lambda face, _: show_card(face, path), said=())
    assert says("homework.from", pack="Windows") in home.out


def test_it_is_set_aside_and_taken_up_again(home: Room) -> None:
    out = home(show_homework, said=("1", ASIDE, "", ""))
    assert says("homework.is_aside") in out
    assert "1. Windows (set aside)" in out
    out = home(show_homework, said=("1", ASIDE, "", ""))
    assert says("homework.is_open") in out
    assert "1. Windows (in your notebook)" in out


def test_it_is_taken_out_only_after_a_yes(home: Room) -> None:
    out = home(show_homework, said=("1", OUT, "", "", ""))
    assert says("homework.remove_ask", title="Windows") in out
    assert len(home.opened.homework.kept()) == 1
    out = home(show_homework, said=("1", OUT, "yes", ""))
    assert says("homework.removed") in out
    assert home.opened.homework.kept() == []


def test_home_leads_to_it(home: Room) -> None:
    out = home(menu, said=("1", "1", "1", TAKE, "", ""))
    assert "Look out of one window, and name what moves." in out
    assert says("homework.taken") in out
    assert only(home).state is TaskState.OPEN
