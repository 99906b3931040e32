"""Walking a path line by line. Every step is kept as a draft before the next is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import CompanionError
from companion.domain.path import Place, StepKind
from companion.plain.help_now import show_help
from companion.plain.steps import Turn, ask_place, ask_step

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.answer import Reflection
    from companion.domain.path import Step
    from companion.domain.walk import Said, Walk
    from companion.plain.face import Face
    from companion.plain.steps import Heard
    from companion.services.notebook import OpenNotebook


def walk_path(face: Face, opened: OpenNotebook, walk: Walk) -> Reflection | None:
    """Walk a path to its end, or until someone stops; either way it is kept.

    Args:
        face: Says and asks.
        opened: The open notebook.
        walk: Where to begin.

    Returns:
        The finished reflection; none if it was stopped or nothing was said.

    Raises:
        InputEndedError: If there are no more lines; what was said is kept as a draft.
    """
    terminal = face.terminal
    terminal.say(walk.path.title)
    face.say("plain.how")
    try:
        while True:
            _show_step(face, opened, walk)
            heard = ask_step(face, walk)
            walk = _taken(face, opened, walk, heard)
            if heard.turn is Turn.STOP:
                face.say("plain.stopped")
                return None
            if heard.turn is Turn.NEXT and walk.at_end:
                break
            walk = _moved(walk, heard.turn)
    finally:
        # Whatever ends it, a closed pipe and Ctrl+C included, the words are kept first.
        _keep(face, opened.reflecting.keep_draft, walk)
    finished = opened.reflecting.finish(walk)
    face.say("plain.finished" if finished else "plain.nothing_said")
    return finished


def _moved(walk: Walk, turn: Turn) -> Walk:
    if turn is Turn.NEXT:
        return walk.forward()
    return walk.back() if turn is Turn.BACK else walk


def _keep(face: Face, keep: Callable[[Walk], None], walk: Walk) -> None:
    try:
        keep(walk)
    except CompanionError as error:
        face.tell(error)


def _taken(face: Face, opened: OpenNotebook, walk: Walk, heard: Heard) -> Walk:
    if not heard.given:
        return walk
    step = walk.step
    walk = walk.answered(heard.value, opened.reflecting.new_answer_id)
    said = walk.answer(step.id)
    if said is None or not step.placeable or _has_no_place(step):
        return walk
    # Kept before the next question, so that Ctrl+C at it loses nothing.
    _keep(face, opened.reflecting.keep_draft, walk)
    place = ask_place(face, said.place)
    if place is None:
        face.say("plain.let_go")
        return walk.let_go()
    return walk.placed(place)


def _has_no_place(step: Step) -> bool:
    """Whether an answer is only a turning of the path, and goes nowhere."""
    return step.kind is StepKind.CHOICE and step.section is None


def _show_step(face: Face, opened: OpenNotebook, walk: Walk) -> None:
    step = walk.step
    number, of = walk.progress
    face.say()
    face.say("plain.progress", number=number, of=of)
    face.terminal.say(step.prompt)
    if step.help:
        face.terminal.say(step.help)
    if step.shows_help:
        show_help(face)
    if step.kind is StepKind.LOOK_BACK:
        _show_look_back(face, opened, step)
    said = walk.answer(step.id)
    if said is not None:
        _show_said(face, walk, said)


def _show_said(face: Face, walk: Walk, said: Said) -> None:
    from companion.domain.walk import shown

    face.say("plain.said_before", answer=shown(walk.step, said.value))


def _show_look_back(face: Face, opened: OpenNotebook, step: Step) -> None:
    answers = opened.reflecting.look_back(step)
    if not answers:
        face.say("plain.nothing_to_look_at")
    for answer in answers:
        face.terminal.say(answer.prompt)
        face.terminal.say(answer.shown)


def write_note(face: Face, opened: OpenNotebook, text: str, place: Place) -> None:
    """Keep a free line.

    Raises:
        NothingWrittenError: If there are no words.
        StorageError: If it could not be written.
    """
    opened.reflecting.note(text, face.words("plain.note_title"), place)
    face.say("plain.kept")
