"""What may be offered, and pausing, line by line."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from companion.domain.rhythm import REFUSABLE, OpenKind

if TYPE_CHECKING:
    from companion.domain.choices import Choices
    from companion.plain.face import Face
    from companion.services.open_notebook import OpenNotebook

PAUSES = {"week": timedelta(days=7), "month": timedelta(days=30), "open-end": None}
"""How long a pause can be; none: until it is ended."""
RESUME = "resume"
"""Ends a pause."""


def show_rhythm(face: Face, opened: OpenNotebook) -> None:
    """Say what may be offered, and let someone turn it on or off, pause or go on.

    Raises:
        InputEndedError: If there are no more lines; what was chosen so far is kept.
        StorageError: If it could not be written.
    """
    face.say("plain_reflect.rhythm_about")
    while True:
        choices = opened.rhythm.choices
        face.terminal.say(_pause_says(face, opened, choices))
        moves = (RESUME,) if opened.rhythm.is_paused else tuple(PAUSES)
        labels = [_label(face, kind, choices) for kind in REFUSABLE]
        labels += [face.words(f"rhythm.pause.{one}") for one in moves]
        chosen = face.choose(labels, "plain_reflect.rhythm_ask")
        if chosen is None:
            return
        if chosen < len(REFUSABLE):
            _turn(opened, REFUSABLE[chosen], choices)
        else:
            _pause(face, opened, moves[chosen - len(REFUSABLE)])


def _label(face: Face, kind: OpenKind, choices: Choices) -> str:
    state = "not_offered" if kind in choices.never else "offered"
    return face.words(
        "plain_reflect.rhythm_line",
        name=face.words(f"rhythm.kind.{kind}"),
        state=face.words(f"plain_reflect.{state}"),
    )


def _pause_says(face: Face, opened: OpenNotebook, choices: Choices) -> str:
    if not opened.rhythm.is_paused:
        return face.words("rhythm.not_paused")
    if choices.paused_until is None:
        return face.words("rhythm.paused")
    return face.words("rhythm.paused_until", day=face.house.words.day(choices.paused_until))


def _turn(opened: OpenNotebook, kind: OpenKind, choices: Choices) -> None:
    if kind in choices.never:
        opened.rhythm.allow(kind)
    else:
        opened.rhythm.never(kind)


def _pause(face: Face, opened: OpenNotebook, name: str) -> None:
    if name == RESUME:
        opened.rhythm.resume()
        return
    length, clock = PAUSES[name], face.house.clock
    opened.rhythm.pause(clock.local(clock.now() + length).date() if length else None)
