"""Asking one step of a path, whatever its kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from companion.domain.answer import HIGHEST, LOWEST, MapPoint, Value
from companion.domain.path import Place, StepKind
from companion.domain.saying import HALVES
from companion.domain.typed_number import typed_number
from companion.domain.vocabulary import OFFERED_FIRST, in_offered_order
from companion.domain.walk import ARRIVE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from companion.domain.path import Step
    from companion.domain.walk import Walk
    from companion.plain.face import Face


class Turn(Enum):
    """Where to go after a step."""

    NEXT = "next"
    """To the step after it; after the last one, to the end."""
    BACK = "back"
    """To the step before it."""
    STOP = "stop"
    """Out of the reflection, which waits as a draft."""
    SAME = "same"
    """To the same step once more: what can be typed was asked for, and is said."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said at a step."""

    turn: Turn
    """Where to go."""
    value: Value | None = None
    """The answer, if there is a new one."""
    cleared: bool = False
    """Whether what was said before is to be let go."""


CLEAR = "clear"
"""The command that lets go of what was written."""
_MARK = "/"
_COMMANDS = {
    "next": Heard(Turn.NEXT),
    "skip": Heard(Turn.NEXT),
    "back": Heard(Turn.BACK),
    "stop": Heard(Turn.STOP),
    CLEAR: Heard(Turn.NEXT, cleared=True),
    "help": Heard(Turn.SAME),
}
# What, alone on a line and with a stroke before it, is no answer.


def asks_for(face: Face, line: str) -> str:
    """The command that a line is, by its English name; empty: it is an answer.

    The English names are understood in every language, beside that language's own.

    Args:
        face: Knows the person's words for them.
        line: What was typed.
    """
    if not line.startswith(_MARK):
        return ""
    typed = line.casefold().removeprefix(_MARK)
    own = (name for name in _COMMANDS if face.means(line, f"plain.command.{name}"))
    return typed if typed in _COMMANDS else next(own, "")


def spoken_point(face: Face, point: MapPoint) -> str:
    """A point on the map in words: "somewhat pleasant, quite awake".

    Args:
        face: Knows the person's language.
        point: The point.
    """
    bands = (2, 4, 6, 8)
    pleasant = sum(point.pleasant >= edge for edge in bands)
    energy = sum(point.energy >= edge for edge in bands)
    return face.words(
        "plain.point",
        pleasant=face.words(f"plain.pleasant.{pleasant}"),
        energy=face.words(f"plain.energy.{energy}"),
    )


def ask_step(face: Face, walk: Walk, so_far: Callable[[Value], None]) -> Heard:
    """Ask the step a walk is at.

    Args:
        face: Says and asks.
        walk: Where someone is.
        so_far: Hears every line of a text as soon as it is written.

    Raises:
        InputEndedError: If there are no more lines.
    """
    step = walk.step
    if step.kind is StepKind.TEXT:
        return _text(face, so_far)
    if step.kind is StepKind.WORDS:
        return _words(face, walk)
    if step.kind is StepKind.WHEN_THEN:
        return _plan(face, walk, so_far)
    ask = _ASK.get(step.kind)
    return ask(face, step) if ask is not None else _pause(face, step)


def ask_place(
    face: Face, place: Place, places: Collection[Place] = tuple(Place)
) -> tuple[Place | None, Turn]:
    """Ask where an answer goes.

    The commands of every other question are heard here too: none of them is a letter.

    Args:
        face: Says and asks.
        place: Where it goes if nothing is said.
        places: Where it can go; parked may be left out.

    Returns:
        Where it goes, or none if it is let go; and where to go then: back is back to the
        question that was answered.

    Raises:
        InputEndedError: If there are no more lines.
    """
    letters = {face.words(f"plain.place.{one}.letter"): one for one in places}
    gone = face.words("plain.place.let-go.letter")
    asked = "plain.place" if Place.PARKED in places else "plain.place.unparked"
    while True:
        answer = face.ask(f"{asked}.ask", default=face.words(f"plain.place.{place}.name"))
        heard = _COMMANDS.get(asks_for(face, answer))
        if heard is not None and heard.turn is not Turn.SAME:
            back = heard.turn is Turn.BACK
            return (None if heard.cleared else place), Turn.SAME if back else heard.turn
        letter = answer.casefold()[:1]
        if not letter:
            return place, Turn.NEXT
        if letter == gone:
            return None, Turn.NEXT
        if letter in letters:
            return letters[letter], Turn.NEXT
        face.say("plain.place.commands" if heard else f"{asked}.again")


def _heard(face: Face, line: str) -> Heard | None:
    heard = _COMMANDS.get(asks_for(face, line))
    if heard is not None and heard.turn is Turn.SAME:
        face.say("plain.commands")
    return heard


def _line(face: Face, key: str = "plain.prompt", **values: str) -> str | Heard:
    """A line, or what a command on it says; help is given and the line asked for again."""
    while True:
        line = face.ask(key, **values)
        heard = _heard(face, line)
        if heard is None or heard.turn is not Turn.SAME:
            return heard or line


def _text(face: Face, so_far: Callable[[Value], None]) -> Heard:
    lines: list[str] = []
    while line := _line(face):
        if isinstance(line, Heard):
            kept = None if line.cleared else "\n".join(lines) or None
            return replace(line, value=kept)
        lines.append(line)
        so_far("\n".join(lines))
    return Heard(Turn.NEXT, "\n".join(lines) or None)


def _plan(face: Face, walk: Walk, so_far: Callable[[Value], None]) -> Heard:
    """Two lines; an empty one leaves the half as it was."""
    joined, before = walk.step.joined, walk.values.get(walk.step.id)
    halves = list(before) if isinstance(before, tuple) and len(before) == HALVES else ["", ""]
    said = False
    for index, lead in enumerate((joined.when, joined.then) if joined else ("", "")):
        line = _line(face, "plain_reflect.half", lead=lead)
        if isinstance(line, Heard):
            kept = tuple(halves) if said and not line.cleared else None
            return replace(line, value=kept)
        if line:
            halves[index], said = line, True
            so_far(tuple(halves))
    return Heard(Turn.NEXT, tuple(halves) if said else None)


def _number(face: Face, key: str, lowest: str = "", **values: str) -> Heard:
    """A number; for whoever finds none, `lowest` stands for the lowest."""
    while True:
        line = face.ask(key, **values)
        heard = _heard(face, line)
        if heard is not None:
            return heard
        if not line:
            return Heard(Turn.NEXT)
        if line.casefold() == lowest:
            return Heard(Turn.NEXT, LOWEST)
        if (number := typed_number(line, LOWEST, HIGHEST)) is not None:
            return Heard(Turn.NEXT, number)
        face.say("plain.rating_again")


def _rating(face: Face, step: Step) -> Heard:
    (scale,) = step.scales
    too_much = face.words("plain_help.too_much") if step.id == ARRIVE else ""
    if too_much:
        face.say("plain_help.too_much_about")
    return _number(face, "plain.rating", lowest=too_much, low=scale.low, high=scale.high)


def _map(face: Face, step: Step) -> Heard:
    across, up = step.scales
    first = _number(face, "plain.rating", low=across.low, high=across.high)
    if not isinstance(first.value, int):
        return first
    second = _number(face, "plain.rating", low=up.low, high=up.high)
    if not isinstance(second.value, int):
        return second
    point = MapPoint(first.value, second.value)
    face.terminal.say(spoken_point(face, point))
    return Heard(Turn.NEXT, point)


def _words(face: Face, walk: Walk) -> Heard:
    step = walk.step
    near = walk.values.get(step.near)
    every = in_offered_order(step.groups, near if isinstance(near, MapPoint) else None)
    first = dict.fromkeys([*every[:OFFERED_FIRST], *step.outside])
    if first:
        face.say("plain.words", words=", ".join(first))
    while True:
        line = face.ask("plain.words_ask")
        heard = _heard(face, line)
        if heard is not None:
            return heard
        if face.means(line, "plain.more"):
            face.terminal.say(", ".join(dict.fromkeys([*every, *step.outside])))
            continue
        chosen = tuple(word.strip() for word in line.split(",") if word.strip())
        return Heard(Turn.NEXT, chosen or None)


def _choice(face: Face, step: Step) -> Heard:
    for number, option in enumerate(step.options, 1):
        face.terminal.say(f"{number}. {option.label}")
    key = "plain.choose_several" if step.several else "plain.choose_one"
    while True:
        line = face.ask(key)
        heard = _heard(face, line)
        if heard is not None:
            return heard
        typed = line.replace(",", " ").split()
        if not typed:
            return Heard(Turn.NEXT)
        numbers = [typed_number(one, 1, len(step.options)) for one in typed]
        chosen = tuple(step.options[one - 1].id for one in numbers if one is not None)
        if len(chosen) == len(typed) and (step.several or len(typed) == 1):
            return Heard(Turn.NEXT, chosen)
        face.say("plain.number_please", last=len(step.options))


def _close(face: Face, step: Step) -> Heard:
    heard = _choice(face, step)
    if isinstance(heard.value, tuple):
        face.terminal.say(" ".join(o.text for o in step.options if o.id in heard.value))
    return Heard(heard.turn)


def _pause(face: Face, step: Step) -> Heard:
    if step.shows_steady:
        face.say("plain_help.offer")
    while line := face.ask("plain.go_on"):
        if heard := _heard(face, line):
            return heard
        face.say("plain.no_question")
    return Heard(Turn.NEXT)


_ASK: dict[StepKind, Callable[[Face, Step], Heard]] = {
    StepKind.RATING: _rating,
    StepKind.MAP: _map,
    StepKind.CHOICE: _choice,
    StepKind.CLOSE: _close,
}
