"""The command that works on homework from a therapist."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from companion.cli import codes
from companion.cli.run import print_json
from companion.plain import homework as room
from companion.plain.reflect import walk_path
from companion.services.homework_sentences import consent, path_says
from companion.services.previewing import preview as without_keeping
from companion.system.named import is_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.catalog.packs.shelf import PackFiles
    from companion.cli.run import Run
    from companion.domain.pack import Pack, PackProblem, PackReading
    from companion.services.open_notebook import OpenNotebook

_ENDING = ".toml"
_DO = {"take": "take", "shrink": "tiny", "drop": "leave"}
# What is typed, and what plain mode calls it.


def homework(run: Run) -> int:
    """Write a file, look at one, or do something with the homework in the notebook."""
    asked = run.asked
    outside: dict[str, Callable[[Run], int]] = {
        "new": _new,
        "check": _check,
        "preview": _preview,
        "show": _show,
    }
    if asked.action in outside:
        return outside[asked.action](run)
    if asked.action == "list":
        return _list(run)
    if asked.action == "add":
        return _add(run)
    with run.opened() as opened:
        return _in_the_notebook(run, opened)


def _in_the_notebook(run: Run, opened: OpenNotebook) -> int:
    asked, face = run.asked, run.face
    if asked.action in _DO:
        room.do_with_task(face, opened, asked.name, asked.task, _DO[asked.action])
        return codes.DONE
    kept = opened.homework.get(asked.name)
    if asked.action == "remove":
        done = room.remove(face, opened, kept, asked=not asked.yes)
        return codes.DONE if done else codes.NOT_DONE
    room.set_aside(face, opened, kept, aside=asked.action == "aside")
    return codes.DONE


def _new(run: Run) -> int:
    from companion.export.outbox import Outbox

    file, text = Path(run.asked.file), _files(run).to_fill_in()
    run.written(file, lambda over: Outbox().write(file, text, replace=over))
    run.face.say("homework_plain.made", file=str(file))
    return codes.DONE


def _check(run: Run) -> int:
    file = Path(run.asked.file)
    reading = _files(run).read_file(file)
    if run.asked.json:
        problems = [_problem_json(run, one) for one in reading.problems]
        print_json(run, {"file": str(file), "problems": problems})
    elif reading.pack is None:
        room.say_problems(run.face, str(file), reading)
        run.face.say("homework_check.some")
    else:
        title, author = reading.pack.title, reading.pack.author
        run.face.say("homework_check.good", file=str(file), title=title, author=author)
    return codes.NOT_DONE if reading.pack is None else codes.DONE


def _preview(run: Run) -> int:
    reading = _read(run)
    pack = reading.pack
    if pack is None:
        return _refused(run, reading)
    from companion.bootstrap import new_id

    run.face.say("homework_plain.preview_about")
    room.say_lines(run.face, consent(run.builder.words, pack))
    labels = [path_says(run.builder.words, path) for path in pack.paths]
    while labels:
        run.face.say()
        chosen = run.face.choose(labels, "homework_plain.preview_which")
        if chosen is None:
            break
        nothing_kept, walk = without_keeping(pack.paths[chosen], run.builder.clock, new_id)
        walk_path(run.face, nothing_kept, walk, "homework_plain.preview_over")
    return codes.DONE


def _show(run: Run) -> int:
    named, files = run.asked.file, _files(run)
    if _is_name(named) and named not in files.shipped() and run.builder.notebook.exists():
        with run.opened() as opened:
            return _say_pack(run, opened.homework.get(named).pack)
    reading = _read(run)
    return _refused(run, reading) if reading.pack is None else _say_pack(run, reading.pack)


def _say_pack(run: Run, pack: Pack) -> int:
    if run.asked.json:
        print_json(run, pack_json(pack))
    else:
        room.say_lines(run.face, consent(run.builder.words, pack))
        _say_names(run, pack)
    return codes.DONE


def _say_names(run: Run, pack: Pack) -> None:
    """Say what is typed after `homework take` and `reflect` for each thing of a pack."""
    run.face.say()
    run.face.say("homework_plain.names")
    for task in pack.tasks:
        run.face.say("homework_plain.name", id=task.id, title=task.what)
    for path in pack.paths:
        run.face.say("homework_plain.name", id=path.id, title=path.title)


def _refused(run: Run, reading: PackReading) -> int:
    room.say_problems(run.face, run.asked.file, reading)
    run.face.say("homework_check.some")
    return codes.NOT_DONE


def _list(run: Run) -> int:
    if not run.builder.notebook.exists():
        return _say_list(run, None)
    with run.opened() as opened:
        return _say_list(run, opened)


def _say_list(run: Run, opened: OpenNotebook | None) -> int:
    kept = opened.homework.kept() if opened else []
    own = {one.pack.id for one in kept}
    files = _files(run)
    read = [files.read_shipped(name).pack for name in files.shipped()]
    rows = [(one.pack, str(opened.homework.state(one)) if opened else "") for one in kept] + [
        (pack, "shipped") for pack in read if pack is not None and pack.id not in own
    ]
    if run.asked.json:
        print_json(run, [{**pack_json(pack), "state": state} for pack, state in rows])
        return codes.DONE
    for pack, state in rows:
        key = "homework.shipped" if state == "shipped" else f"homework.state.{state}"
        said = run.say(key)
        run.face.say("homework_plain.row_id", id=pack.id, title=pack.title, state=said)
    return codes.DONE


def _add(run: Run) -> int:
    reading = _read(run)
    if reading.pack is None:
        return _refused(run, reading)
    with run.opened() as opened:
        added = room.offer(run.face, opened, reading, run.asked.file, asked=not run.asked.yes)
    return codes.DONE if added else codes.NOT_DONE


def _read(run: Run) -> PackReading:
    """The homework that is named: one that comes with companion, or a file."""
    files, named = _files(run), run.asked.file
    return files.read_shipped(named) if _is_name(named) else files.read_file(Path(named))


def _is_name(named: str) -> bool:
    """Whether it names homework rather than a file: no folder before it, no ending behind."""
    plain = not named.endswith(_ENDING) and Path(named).name == named
    return plain and not is_file(Path(named))


def _files(run: Run) -> PackFiles:
    from companion.catalog.packs.shelf import PackFiles

    return PackFiles(run.builder.words.code)


def pack_json(pack: Pack) -> dict[str, Any]:
    """Homework.

    `id`, `title`, `author`, `language`, `why`, `weeks`, `sessions`, `tasks` (`id`, `what`,
    `for`, `when`, `then`, `tiny`), `paths` (`id`, `title`, `about`, `minutes`).
    """
    length = {str(pack.length.unit): pack.length.count} if pack.length else {}
    return {
        "id": pack.id,
        "title": pack.title,
        "author": pack.author,
        "language": pack.language,
        "why": pack.why,
        "weeks": length.get("weeks"),
        "sessions": length.get("sessions"),
        "tasks": [
            {
                "id": one.id,
                "what": one.what,
                "for": one.for_what,
                "when": one.when,
                "then": one.then,
                "tiny": one.tiny,
            }
            for one in pack.tasks
        ],
        "paths": [
            {"id": one.id, "title": one.title, "about": one.about, "minutes": one.minutes}
            for one in pack.paths
        ],
    }


def _problem_json(run: Run, one: PackProblem) -> dict[str, Any]:
    what = run.say(f"homework_check.problem.{one.code}", **dict(one.details))
    return {"line": one.line, "key": one.key, "code": one.code, "what": what}
