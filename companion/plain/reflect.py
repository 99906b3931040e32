"""Walking a path line by line. Every step is kept as a draft before the next is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import CompanionError
from companion.domain.path import Place, StepKind
from companion.plain.help_now import show_help
from companion.plain.steps import Turn, ask_place, ask_step

if TYPE_CHECKING:
    from companion.domain.answer import Reflection, Value
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
    return _Walking(face, opened, walk).to_the_end()


class _Walking:
    """Holds the walk as it is at every moment, so that whatever ends it finds the words."""

    def __init__(self, face: Face, opened: OpenNotebook, walk: Walk) -> None:
        self._face = face
        self._opened = opened
        self._walk = walk

    def to_the_end(self) -> Reflection | None:
        self._face.terminal.say(self._walk.path.title)
        self._face.say("plain.how")
        try:
            reached = self._ask_all()
        finally:
            # A closed pipe and Ctrl+C included: the words are kept first.
            self._keep_draft()
        if not reached:
            self._face.say("plain.stopped")
            return None
        finished = self._opened.reflecting.finish(self._walk)
        self._face.say("plain.finished" if finished else "plain.nothing_said")
        return finished

    def _ask_all(self) -> bool:
        """Ask step after step; says whether the end was reached."""
        while True:
            _show_step(self._face, self._opened, self._walk)
            heard = ask_step(self._face, self._walk, self._so_far)
            self._take(heard)
            if heard.turn is Turn.STOP:
                return False
            if heard.turn is Turn.NEXT and self._walk.at_end:
                return True
            self._keep_draft()
            self._walk = _moved(self._walk, heard.turn)

    def _so_far(self, value: Value) -> None:
        self._walk = self._walk.answered(value, self._opened.reflecting.new_answer_id)

    def _take(self, heard: Heard) -> None:
        if heard.value is None:
            return
        self._so_far(heard.value)
        step = self._walk.step
        said = self._walk.answer(step.id)
        if said is None or not step.placeable or _has_no_place(step):
            return
        place = ask_place(self._face, said.place)
        if place is None:
            self._face.say("plain.let_go")
            self._walk = self._walk.let_go()
        else:
            self._walk = self._walk.placed(place)

    def _keep_draft(self) -> None:
        try:
            self._opened.reflecting.keep_draft(self._walk)
        except CompanionError as error:
            self._face.tell(error)


def _moved(walk: Walk, turn: Turn) -> Walk:
    if turn is Turn.NEXT:
        return walk.forward()
    return walk.back() if turn is Turn.BACK else walk


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
