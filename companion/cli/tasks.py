"""The command that works on agreed tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.cli import codes
from companion.cli.run import print_json
from companion.domain.errors import NothingWrittenError
from companion.plain.tasks import add_task, do_with_task, find_task, list_tasks, show_task

if TYPE_CHECKING:
    from companion.cli.run import Run
    from companion.domain.task import Task
    from companion.services.open_notebook import OpenNotebook


def task(run: Run) -> int:
    """List tasks, add one, or do something with one."""
    with run.opened() as opened:
        match run.asked.action:
            case "list":
                _list(run, opened)
            case "add":
                _add(run, opened)
            case "show":
                _show(run, find_task(opened, run.asked.id))
            case what:
                do_with_task(run.face, opened, find_task(opened, run.asked.id), what)
    return codes.DONE


def _list(run: Run, opened: OpenNotebook) -> None:
    tasks = opened.agreed.tasks()
    if run.asked.json:
        print_json(run, [task_json(run, one) for one in tasks])
    else:
        list_tasks(run.face, tasks, with_ids=True)


def _show(run: Run, one: Task) -> None:
    if run.asked.json:
        print_json(run, task_json(run, one))
    else:
        show_task(run.face, one)


def _add(run: Run, opened: OpenNotebook) -> None:
    if run.terminal.by_hand or run.asked.walk:
        add_task(run.face, opened)
        return
    words = run.terminal.read_all().strip()
    if not words:
        raise NothingWrittenError
    walk = opened.agreed.new_task()
    opened.reflecting.finish(walk.answered(words, opened.reflecting.new_answer_id))
    run.face.say("plain_tasks.kept")


def task_json(run: Run, one: Task) -> dict[str, Any]:
    """A task.

    `id`, `agreed_at`, `what`, `tiny`, `for`, `plan`, `state`, `happened`, `in_the_way`.
    """
    return {
        "id": one.id,
        "agreed_at": run.builder.clock.local(one.agreed_at).isoformat(),
        "what": one.what,
        "tiny": one.tiny,
        "for": one.for_what,
        "plan": one.plan,
        "state": str(one.state),
        "happened": one.happened,
        "in_the_way": one.in_the_way,
    }
