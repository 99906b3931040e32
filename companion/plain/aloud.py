"""The page in the session itself: one line at a time, on Enter."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.domain.aloud import AloudLine
    from companion.plain.face import Face


def read_aloud(face: Face, lines: Sequence[AloudLine]) -> None:
    """Say one line of the page after the other; Enter goes on.

    A heading is said once, and again where one comes back to a line. What is said is what is
    printed, and between two lines nothing but the prompt.

    Args:
        face: Says and asks.
        lines: What is printed, as `Pages.read_aloud` gives it; one at least.

    Raises:
        InputEndedError: If there are no more lines; nothing is lost, for nothing is kept.
    """
    face.say("plain.aloud.how")
    headed = _headed(lines)
    at, came_back = 0, False
    while at < len(lines):
        _say(face, lines[at], with_heading=headed[at] or came_back)
        answer = face.ask().casefold()
        if answer == face.words("plain.aloud.end"):
            return
        came_back = answer == face.words("plain.aloud.back")
        at = max(0, at - 1) if came_back else at + 1
    face.say("plain.aloud.over")


def _headed(lines: Sequence[AloudLine]) -> list[bool]:
    """Which lines are the first under their heading."""
    return [True, *(one.heading != other.heading for one, other in pairwise(lines))]


def _say(face: Face, line: AloudLine, *, with_heading: bool) -> None:
    face.say()
    if line.heading and with_heading:
        face.terminal.say(line.heading)
    face.terminal.say(line.text)
    if line.mode:
        face.terminal.say(line.mode)
