"""What the two agreed to try, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import UnknownTaskError
from companion.domain.path_ids import TASK
from companion.domain.task import TaskState
from companion.domain.text import one_line
from companion.domain.typed_number import typed_number
from companion.plain.lines import by_prefix
from companion.plain.reading import SHORT_ID, read_entry
from companion.plain.reflect import walk_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.task import Task
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook

ON_A_TASK = ("went", "tiny", "change", "drop")
"""What can be done with a task, in order."""
_WHILE_OPEN = ("tiny", "drop")
_ADD = -1


def show_tasks(face: Face, opened: OpenNotebook) -> None:
    """Show the tasks, and let someone add one or take up one after the other.

    Raises:
        InputEndedError: If there are no more lines; what was said is kept.
        CompanionError: If something could not be read or written.
    """
    while True:
        tasks = opened.agreed.tasks()
        face.say()
        list_tasks(face, tasks)
        chosen = _which(face, len(tasks))
        if chosen is None:
            return
        if chosen == _ADD:
            add_task(face, opened)
        else:
            _look_at(face, opened, tasks[chosen])


def list_tasks(face: Face, tasks: Iterable[Task], *, with_ids: bool = False) -> None:
    """Say tasks, a line each.

    Args:
        face: Says and asks.
        tasks: The tasks.
        with_ids: Whether each line begins with an id, instead of a number.
    """
    number = 0
    for number, task in enumerate(tasks, 1):
        face.say(
            "plain_tasks.row_id" if with_ids else "plain_tasks.row",
            number=number,
            id=task.id[:SHORT_ID],
            what=one_line(task.now) or face.words("tasks.no_words"),
            state=face.words(f"tasks.state.{task.state}"),
        )
    if not number:
        face.say("tasks.none")


def show_task(face: Face, task: Task) -> None:
    """Say everything about a task: each line beside what it is."""
    face.terminal.say(task.now or face.words("tasks.no_words"))
    day = face.house.words.day(face.house.clock.local(task.agreed_at).date())
    lines = (
        ("first", task.what if task.tiny else ""),
        ("for", task.for_what),
        ("plan", task.plan),
        ("agreed", day),
        ("became", "" if task.state is TaskState.OPEN else _state(face, task)),
        ("happened", task.happened),
        ("in-the-way", task.in_the_way),
    )
    for name, words in lines:
        if words:
            face.say("plain_tasks.line", label=face.words(f"tasks.line.{name}"), words=words)


def add_task(face: Face, opened: OpenNotebook) -> None:
    """Walk the form of a task; one that was begun and not finished is gone on with.

    Raises:
        InputEndedError: If there are no more lines; what was said is kept as a draft.
        CompanionError: If it could not be written.
    """
    draft = opened.reflecting.draft_of(TASK)
    if draft is not None:
        face.say("tasks.resumed")
        walk_path(face, opened, opened.reflecting.resume(draft.id))
    else:
        walk_path(face, opened, opened.agreed.new_task())


def do_with_task(face: Face, opened: OpenNotebook, task: Task, what: str) -> None:
    """Do one of `ON_A_TASK` with a task.

    Raises:
        InputEndedError: If there are no more lines; what was said is kept.
        CompanionError: If it could not be written.
    """
    if what in _WHILE_OPEN and task.is_settled:
        face.say("plain_tasks.settled")
        return
    agreed = opened.agreed
    match what:
        case "went":
            walk_path(face, opened, agreed.how_it_went(task.id))
        case "tiny":
            walk_path(face, opened, agreed.make_tiny(task.id))
        case "change":
            walk_path(face, opened, agreed.change_task(task.id))
        case "drop":
            opened.deeds.drop_task(task.id)
            face.say("tasks.dropped")


def find_task(opened: OpenNotebook, beginning: str) -> Task:
    """A task by its id or the beginning of it.

    Raises:
        UnknownTaskError: If there is none.
        AmbiguousReflectionError: If more than one begins so.
    """
    found = by_prefix([task.id for task in opened.agreed.tasks()], beginning)
    if not found:
        raise UnknownTaskError(id=beginning)
    return opened.agreed.task(found)


def _look_at(face: Face, opened: OpenNotebook, task: Task) -> None:
    face.say()
    show_task(face, task)
    offered = [one for one in ON_A_TASK if one not in _WHILE_OPEN or not task.is_settled]
    labels = [face.words(f"tasks.{one}") for one in offered]
    chosen = face.choose([*labels, face.words("plain_tasks.entry")], "plain_tasks.what")
    if chosen == len(offered):
        read_entry(face, opened, task.id)
    elif chosen is not None:
        do_with_task(face, opened, task, offered[chosen])


def _state(face: Face, task: Task) -> str:
    return face.words(f"tasks.state.{task.state}")


def _which(face: Face, last: int) -> int | None:
    """Which task was chosen (0 or more); -1: another; none: nothing."""
    while True:
        answer = face.ask("plain_tasks.which" if last else "plain_tasks.which_none")
        if not answer:
            return None
        if face.means(answer, "plain_tasks.add_letter"):
            return _ADD
        if (number := typed_number(answer, 1, last)) is not None:
            return number - 1
        face.say("plain_tasks.again")
