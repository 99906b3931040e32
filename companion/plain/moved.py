"""How it moved, line by line: for each scale what was chosen on which day."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from companion.domain.movement import Stretch
from companion.plain.days import heard_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.movement import Series, Topic
    from companion.plain.face import Face
    from companion.services.movement import Movement
    from companion.services.open_notebook import OpenNotebook

_STRETCHES = tuple(Stretch)


def show_moved(face: Face, opened: OpenNotebook) -> None:
    """Let someone choose how far back, and say what was chosen in that time.

    Raises:
        InputEndedError: If there are no more lines.
        StorageError: If the notebook can't be read.
    """
    if all(topic.is_empty for topic in opened.movement.over()):
        face.say("moved.empty")
        return
    labels = [face.words(f"moved.stretch.{one}") for one in _STRETCHES]
    chosen = face.choose(labels, "moved.which")
    if chosen is not None:
        say_topics(face, opened.movement, opened.movement.over(_STRETCHES[chosen]))


def say_topics(face: Face, movement: Movement, topics: Iterable[Topic]) -> None:
    """Say every scale that has dots, and what a dot is; or that there are none.

    Args:
        face: Where to say it.
        movement: Knows the words at the ends of the scales.
        topics: What was chosen.
    """
    told = [topic for topic in topics if not topic.is_empty]
    face.say("moved.about" if told else "moved.none")
    for topic in told:
        for series in topic.series:
            face.say()
            _say_series(face, movement, topic, series)


def number_of_dots(face: Face, series: Series) -> str:
    """How many dots there are, and whether they are too few to tell."""
    number = len(series.dots)
    dots = face.words("moved.dots" if number else "moved.dots.none", number=number)
    return dots if series.is_enough else face.words("moved.too_few", dots=dots)


def _say_series(face: Face, movement: Movement, topic: Topic, series: Series) -> None:
    ends = movement.ends(series.measure)
    face.say(
        "moved.of" if ends.low and ends.high else "moved.of_without_ends",
        topic=face.words(f"moved.topic.{topic.path_id}"),
        scale=face.words(f"moved.scale.{series.measure.id}"),
        low=ends.low,
        high=ends.high,
    )
    face.terminal.say(number_of_dots(face, series))
    if series.dots:
        face.terminal.say(", ".join(_said(face, topic, series)))


def _said(face: Face, topic: Topic, series: Series) -> Iterable[str]:
    """Each dot with its day, and in between that there were sessions."""
    for dot, after in pairwise((*series.dots, None)):
        if dot is None:
            continue
        said = face.words("moved.dot", day=heard_day(face, dot.at), value=dot.value)
        held = [one for one in topic.sessions if after and dot.at < one.at <= after.at]
        between = {0: "", 1: "moved.session_between"}.get(len(held), "moved.sessions_between")
        yield f"{said} {face.words(between)}" if between else said
