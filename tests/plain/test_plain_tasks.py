"""Agreed tasks line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.lines import Lines

from companion.domain.errors import InputEndedError, UnknownTaskError
from companion.domain.path import Place
from companion.domain.task import TaskState
from companion.plain.tasks import find_task, show_tasks

if TYPE_CHECKING:
    from pathlib import Path

    from companion.domain.task import Task

WENT, TINY, CHANGE, DROP = "1", "2", "3", "4"


@pytest.fixture
def lines(tmp_path: Path) -> Lines:
    return Lines(tmp_path)


def agreed(lines: Lines, what: str = "Write to Ida", place: Place = Place.HERE) -> str:
    """A task that was put into words; gives its id."""
    opened = lines.opened
    walk = opened.agreed.new_task().answered(what, opened.reflecting.new_answer_id)
    kept = opened.reflecting.finish(walk.placed(place))
    assert kept is not None
    return kept.id


def only(lines: Lines) -> Task:
    (task,) = lines.opened.agreed.tasks()
    return task


def test_without_tasks_it_says_what_one_is_and_an_empty_line_leaves(lines: Lines) -> None:
    assert "put it in your own words here" in lines(show_tasks, "")
    assert lines.opened.agreed.tasks() == []


def test_a_task_is_added_question_by_question(lines: Lines) -> None:
    lines(show_tasks, "a", "Write to Ida", "", "", "So she knows", "", *[""] * 8)
    task = only(lines)
    assert (task.what, task.for_what) == ("Write to Ida", "So she knows")
    assert task.state is TaskState.OPEN


def test_a_task_that_was_begun_is_gone_on_with(lines: Lines) -> None:
    with pytest.raises(InputEndedError):
        lines(show_tasks, "a", "Write to Ida", "", "")
    assert lines.opened.agreed.tasks() == []
    out = lines(show_tasks, "a", *[""] * 10)
    assert "You began this one and stopped" in out
    assert only(lines).what == "Write to Ida"


def test_the_list_says_what_each_is_now_and_what_became_of_it(lines: Lines) -> None:
    agreed(lines)
    out = lines(show_tasks, "1", TINY, "One line to Ida", "", "", "")
    assert "1. Write to Ida (not said yet)" in out
    assert "1. One line to Ida (not said yet)" in out


def test_one_task_shows_each_line_beside_what_it_is(lines: Lines) -> None:
    agreed(lines)
    lines(show_tasks, "1", WENT, "2", "Half of it", "", "", "The evening", "", "", "", "")
    out = lines(show_tasks, "1", "", "")
    for words in (
        "How it went: partly",
        "What happened: Half of it",
        "In the way: The evening",
        "Agreed on: Monday 2 March 2026",
    ):
        assert words in out


def test_a_task_is_put_into_other_words(lines: Lines) -> None:
    agreed(lines)
    lines(show_tasks, "1", CHANGE, "Ring Ida", "", *[""] * 8)
    assert only(lines).what == "Ring Ida"


def test_a_task_that_was_let_drop_can_be_taken_up_and_offers_nothing_smaller(
    lines: Lines,
) -> None:
    agreed(lines)
    out = lines(show_tasks, "1", DROP, "1", "", "")
    assert "It is let drop" in out
    assert "Make it tiny" not in out.split("It is let drop")[1]
    assert only(lines).state is TaskState.DROPPED
    lines(show_tasks, "1", WENT, "1", *[""] * 6)
    assert only(lines).state is TaskState.TRIED


def test_words_of_a_task_in_the_drawer_are_not_read_out(lines: Lines) -> None:
    agreed(lines, "what is in the drawer", Place.UNSAID)
    out = lines(show_tasks, "1", "", "")
    assert "what is in the drawer" not in out
    assert "no words here" in out


def test_an_answer_that_is_none_is_asked_again(lines: Lines) -> None:
    agreed(lines)
    out = lines(show_tasks, "7", "none", "")
    assert out.count("One of the numbers, n, or an empty line.") == 2


def test_an_entry_that_is_no_task_is_not_found_among_them(lines: Lines) -> None:
    task_id = agreed(lines)
    note = lines.opened.reflecting.note("a line", "A free line")
    assert find_task(lines.opened, task_id[:8]).id == task_id
    for beginning in (note.id, ""):
        with pytest.raises(UnknownTaskError):
            find_task(lines.opened, beginning)
