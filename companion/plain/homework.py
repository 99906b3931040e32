"""Homework from a therapist, line by line: what there is, adding it, and what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.pack_errors import PackRefusedError
from companion.domain.text import one_line
from companion.plain.walking import set_out
from companion.services.homework import may
from companion.services.homework_sentences import Look, about, consent, path_says, problem_lines
from companion.system.named import named_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from companion.domain.homework import KeptPack
    from companion.domain.pack import Pack, PackReading
    from companion.plain.face import Face
    from companion.services.homework import Proposed
    from companion.services.homework_sentences import PackLine
    from companion.services.open_notebook import OpenNotebook

_ON_A_TASK = ("take", "tiny", "leave")
_INDENT = {Look.MORE: "   ", Look.ITEM: "- "}


def show_homework(face: Face, opened: OpenNotebook) -> None:
    """Show the homework there is, and let someone look into it or add some.

    Raises:
        InputEndedError: If there are no more lines.
        CompanionError: If something could not be read or written.
    """
    while True:
        kept = opened.homework.kept()
        own = {one.pack.id for one in kept}
        others = [pack for pack in opened.homework.shipped() if pack.id not in own]
        face.say()
        face.say("homework.about" if kept else "homework.none")
        rows = [*pack_rows(face, opened, kept), *shipped_rows(face, others)]
        chosen = face.choose([*rows, face.words("homework_plain.from_file")])
        if chosen is None:
            return
        if chosen < len(kept):
            look_into(face, opened, kept[chosen].pack.id)
        elif chosen < len(rows):
            pack = others[chosen - len(kept)]
            offer(face, opened, opened.homework.read_shipped(pack.id))
        else:
            _from_file(face, opened)


def pack_rows(face: Face, opened: OpenNotebook, kept: Iterable[KeptPack]) -> list[str]:
    """The homework in the notebook, a line each."""
    return [
        face.words(
            "homework_plain.row",
            title=one.pack.title,
            state=face.words(f"homework.state.{opened.homework.state(one)}"),
        )
        for one in kept
    ]


def shipped_rows(face: Face, packs: Iterable[Pack]) -> list[str]:
    """The homework that comes with companion and was not added, a line each."""
    state = face.words("homework.shipped")
    return [face.words("homework_plain.row", title=one.title, state=state) for one in packs]


def say_lines(face: Face, lines: Iterable[PackLine]) -> None:
    """Say what homework asks."""
    for line in lines:
        if line.look in {Look.HEADING, Look.TEXT}:
            face.say()
        face.terminal.say(f"{_INDENT.get(line.look, '')}{line.text}")


def say_problems(face: Face, file: str, reading: PackReading) -> None:
    """Say everything that is wrong with a file, each thing on one line, however long."""
    for line in problem_lines(face.house.words, file, reading):
        face.terminal.show(f"{line}\n")


def offer(
    face: Face, opened: OpenNotebook, reading: PackReading, file: str = "", *, asked: bool = True
) -> bool:
    """Show what homework asks, and add it once someone says yes.

    Args:
        face: Says and asks.
        opened: The open notebook.
        reading: The homework.
        file: The file it is from, as it is to be named; empty: it comes with companion.
        asked: Whether to ask; if not, it was said yes to already.

    Returns:
        Whether it was added.

    Raises:
        InputEndedError: If there are no more lines; then nothing is added.
        PackRefusedError: If something in it has to be put right first; it was said what.
        PackThereAlreadyError: If it is there already.
    """
    if reading.pack is None:
        say_problems(face, file, reading)
        raise PackRefusedError(file=file)
    say_lines(face, consent(face.house.words, reading.pack, opened.journeys.open.name))
    face.say()
    if asked and not face.yes("homework_plain.add_ask"):
        face.say("homework_plain.not_added")
        return False
    opened.homework.add(reading)
    face.say("homework.added")
    return True


def look_into(face: Face, opened: OpenNotebook, pack_id: str) -> None:
    """Show one pack of the notebook, and let someone do something with what is in it.

    Raises:
        InputEndedError: If there are no more lines.
        CompanionError: If something could not be read or written.
    """
    while True:
        kept = opened.homework.get(pack_id)
        tasks = opened.homework.tasks(kept)
        face.say()
        say_lines(face, about(face.house.words, kept.pack))
        aside = "again" if kept.aside else "aside"
        rows = [*task_rows(face, tasks), *(path_says(face.house.words, p) for p in kept.pack.paths)]
        moves = [face.words(f"homework_plain.{one}") for one in (aside, "remove")]
        chosen = face.choose([*rows, *moves])
        if chosen is None:
            return
        if chosen < len(tasks):
            _on_task(face, opened, kept, tasks[chosen])
        elif chosen < len(rows):
            set_out(face, opened, kept.pack.paths[chosen - len(tasks)].id, None)
        elif chosen == len(rows):
            set_aside(face, opened, kept, aside=not kept.aside)
        elif remove(face, opened, kept):
            return


def task_rows(face: Face, tasks: Sequence[Proposed]) -> list[str]:
    """The tasks of a pack, a line each: what it is by now, and what became of it."""
    return [
        face.words(
            "homework_plain.row",
            title=one_line(one.agreed.now if one.agreed else "") or one.task.what,
            state=face.words(f"homework.became.{one.became}"),
        )
        for one in tasks
    ]


def set_aside(face: Face, opened: OpenNotebook, kept: KeptPack, *, aside: bool) -> None:
    """Set a pack aside, or take it up again, and say so."""
    opened.homework.set_aside(kept.pack.id, aside=aside)
    face.say("homework.is_aside" if aside else "homework.is_open")


def remove(face: Face, opened: OpenNotebook, kept: KeptPack, *, asked: bool = True) -> bool:
    """Take a pack out once someone says yes; says whether it is out."""
    question = face.words("homework.remove_ask", title=kept.pack.title)
    if asked and not face.yes("homework_plain.yes_or_no", question=question):
        face.say("homework_plain.stays")
        return False
    opened.homework.remove(kept.pack.id)
    face.say("homework.removed")
    return True


def do_with_task(face: Face, opened: OpenNotebook, pack_id: str, task_id: str, what: str) -> None:
    """Take a task, take its tiny version, or leave it out, and say so.

    Args:
        face: Says it.
        opened: The open notebook.
        pack_id: The pack.
        task_id: The task.
        what: `take`, `tiny` or `leave`.

    Raises:
        UnknownPackError: If there is no such pack.
        UnknownPackTaskError: If it has no such task.
    """
    if what == "leave":
        opened.homework.leave(pack_id, task_id)
        face.say("homework.left")
        return
    taken = opened.homework.take(pack_id, task_id, tiny=what == "tiny")
    is_tiny = taken.agreed is not None and bool(taken.agreed.tiny)
    face.say("homework.tiny_taken" if is_tiny else "homework.taken")


def _on_task(face: Face, opened: OpenNotebook, kept: KeptPack, one: Proposed) -> None:
    from companion.services.homework_sentences import task_lines

    say_lines(face, task_lines(face.house.words, one.task))
    offered = [what for what in _ON_A_TASK if may(one, what)]
    labels = [face.words(f"homework_plain.{what}") for what in offered]
    chosen = face.choose(labels)
    if chosen is not None:
        do_with_task(face, opened, kept.pack.id, one.task.id, offered[chosen])


def _from_file(face: Face, opened: OpenNotebook) -> None:
    name = face.ask("homework_plain.which_file")
    if name:
        file = named_path(name)
        offer(face, opened, opened.homework.read(file), str(file))
