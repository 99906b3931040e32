"""Asking one step of a path, whatever its kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from companion.domain.answer import HIGHEST, LOWEST, MapPoint, Value
from companion.domain.path import Place, StepKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.path import Step
    from companion.domain.walk import Walk
    from companion.plain.face import Face

OFFERED_FIRST = 8
"""How many words for a feeling are read out before one asks for more."""


class Turn(Enum):
    """Where to go after a step."""

    NEXT = "next"
    BACK = "back"
    STOP = "stop"
    SAME = "same"


COMMANDS = {
    "/next": Turn.NEXT,
    "/skip": Turn.NEXT,
    "/back": Turn.BACK,
    "/stop": Turn.STOP,
    "/help": Turn.SAME,
}
"""Words that, alone on a line, are no answer."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said at a step."""

    turn: Turn
    """Where to go."""
    value: Value | None = None
    """The answer, if there is a new one."""


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
    ask = _ASK.get(step.kind)
    return ask(face, step) if ask is not None else _pause(face)


def ask_place(face: Face, place: Place) -> Place | None:
    """Ask where an answer goes; none: it is let go.

    Args:
        face: Says and asks.
        place: Where it goes if nothing is said.

    Raises:
        InputEndedError: If there are no more lines.
    """
    letters = {face.words(f"plain.place.{one}.letter"): one for one in Place}
    gone = face.words("plain.place.let-go.letter")
    while True:
        answer = face.ask("plain.place.ask", default=face.words(f"plain.place.{place}.name"))
        letter = answer.casefold()[:1]
        if not letter:
            return place
        if letter == gone:
            return None
        if letter in letters:
            return letters[letter]
        face.say("plain.place.again")


def _heard(face: Face, line: str) -> Heard | None:
    turn = COMMANDS.get(line.casefold())
    if turn is Turn.SAME:
        face.say("plain.commands")
    return Heard(turn) if turn else None


def _text(face: Face, so_far: Callable[[Value], None]) -> Heard:
    lines: list[str] = []
    turn = Turn.NEXT
    while line := face.ask():
        heard = _heard(face, line)
        if heard is not None and heard.turn is Turn.SAME:
            continue
        if heard is not None:
            turn = heard.turn
            break
        lines.append(line)
        so_far("\n".join(lines))
    return Heard(turn, "\n".join(lines) or None)


def _number(face: Face, key: str, **values: str) -> Heard:
    while True:
        line = face.ask(key, **values)
        heard = _heard(face, line)
        if heard is not None:
            return heard
        if not line:
            return Heard(Turn.NEXT)
        if line.isdecimal() and LOWEST <= int(line) <= HIGHEST:
            return Heard(Turn.NEXT, int(line))
        face.say("plain.rating_again")


def _rating(face: Face, step: Step) -> Heard:
    (scale,) = step.scales
    return _number(face, "plain.rating", low=scale.low, high=scale.high)


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


def offered(step: Step, point: MapPoint | None) -> list[str]:
    """The words of a step, those nearest to a point first, then those that fit nowhere.

    Args:
        step: A step of the words kind.
        point: Where someone is on the map; none: the groups are taken in turn.
    """
    if point is None:
        longest = max(len(group.words) for group in step.groups)
        turns = [g.words[i] for i in range(longest) for g in step.groups if i < len(g.words)]
        return [*turns, *step.outside]
    nearest = sorted(
        step.groups,
        key=lambda g: (g.pleasant - point.pleasant) ** 2 + (g.energy - point.energy) ** 2,
    )
    return [*(word for group in nearest for word in group.words), *step.outside]


def _words(face: Face, walk: Walk) -> Heard:
    step = walk.step
    near = walk.values.get(step.near)
    every = offered(step, near if isinstance(near, MapPoint) else None)
    first = [*every[:OFFERED_FIRST], *step.outside]
    face.terminal.say(face.words("plain.words", words=", ".join(first)))
    while True:
        line = face.ask("plain.words_ask")
        heard = _heard(face, line)
        if heard is not None:
            return heard
        if line.casefold() == face.words("plain.more"):
            face.terminal.say(", ".join(every))
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
        numbers = line.replace(",", " ").split()
        if not numbers:
            return Heard(Turn.NEXT)
        known = all(n.isdecimal() and 1 <= int(n) <= len(step.options) for n in numbers)
        if known and (step.several or len(numbers) == 1):
            chosen = tuple(step.options[int(n) - 1].id for n in numbers)
            return Heard(Turn.NEXT, chosen)
        face.say("plain.number_please", last=len(step.options))


def _close(face: Face, step: Step) -> Heard:
    index = face.choose([option.label for option in step.options], "plain.choose_one")
    if index is not None:
        face.terminal.say(step.options[index].text)
    return Heard(Turn.NEXT)


def _pause(face: Face) -> Heard:
    heard = _heard(face, face.ask("plain.go_on"))
    return heard or Heard(Turn.NEXT)


_ASK: dict[StepKind, Callable[[Face, Step], Heard]] = {
    StepKind.RATING: _rating,
    StepKind.MAP: _map,
    StepKind.CHOICE: _choice,
    StepKind.CLOSE: _close,
}
