"""My steps, line by line: read them, write them, copy a plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.own_help import HEADINGS
from companion.domain.typed_number import typed_number
from companion.plain.lines import ask_lines
from companion.plain.own_people import which_deed

if TYPE_CHECKING:
    from companion.domain.own_help import OwnStep
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook
    from companion.services.own_help import OwnHelpKeeper


def write_steps(face: Face, opened: OpenNotebook) -> None:
    """Read the steps, and let someone change them until an empty line.

    Raises:
        InputEndedError: If there are no more lines; what was written so far is kept.
        StorageError: If something could not be read or written.
    """
    keeper = opened.own_help
    while True:
        steps = keeper.read().steps
        _say_all(face, steps)
        face.say("plain_help.steps.how")
        answer = face.ask("plain_help.steps.which").casefold()
        if not answer:
            return
        if face.means(answer, "plain_help.people.add"):
            _ask_step(face, keeper, keeper.new_step())
        elif answer == face.words("plain_help.steps.headings"):
            keeper.begin_steps([face.words(f"own.steps.offered.{name}") for name in HEADINGS])
        elif answer == face.words("plain_help.steps.copy"):
            face.say("own.steps.copy_text")
            _ask_text(face, keeper, keeper.new_step(face.words("own.steps.plan")))
        elif (number := typed_number(answer, 1, len(steps))) is not None:
            _change(face, keeper, steps[number - 1])
        else:
            face.say("plain_help.steps.again")


def _say_all(face: Face, steps: tuple[OwnStep, ...]) -> None:
    face.say()
    face.say("own.steps.title")
    if not steps:
        face.say("own.steps.none")
    for number, step in enumerate(steps, 1):
        heading = step.heading or face.words("own.steps.no_heading")
        face.say("plain_help.people.row", number=number, person=heading)
        face.terminal.say(step.text or face.words("own.steps.empty"))


def _change(face: Face, keeper: OwnHelpKeeper, step: OwnStep) -> None:
    match which_deed(face):
        case "change":
            _ask_step(face, keeper, step)
        case "up":
            keeper.move_step(step.id, -1)
        case "down":
            keeper.move_step(step.id, +1)
        case "remove":
            keeper.remove_step(step.id)
            face.say("plain_help.people.gone")


def _ask_step(face: Face, keeper: OwnHelpKeeper, step: OwnStep) -> None:
    heading = face.ask("plain_help.steps.heading") or step.heading
    _ask_text(face, keeper, replace(step, heading=heading))


def _ask_text(face: Face, keeper: OwnHelpKeeper, step: OwnStep) -> None:
    """Ask for the words below a heading; every line is kept before the next is asked."""
    keeper.put_step(step)
    face.say("plain_help.steps.text")
    ask_lines(face, lambda text: keeper.put_step(replace(step, text=text)))
    face.say("plain_help.people.kept")
