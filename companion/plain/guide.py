"""The guide and what is true of the files, from plain mode's menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.services.auditing import Audit

if TYPE_CHECKING:
    from companion.plain.face import Face


def read_guide(face: Face) -> None:
    """Let someone choose pages, and say them.

    Raises:
        InputEndedError: If there are no more lines.
    """
    topics = face.house.guide.topics()
    labels = [face.words(f"guide.{topic}") for topic in topics]
    while (chosen := face.choose(labels, "guide_room.which")) is not None:
        face.terminal.show(face.house.guide.page(topics[chosen]))


def say_audit(face: Face) -> None:
    """Say what is true of the notebook's files and of this process."""
    house = face.house
    said = Audit(house.words, house.clock, house.notebook.safekeeping.facts(), house.inspect())
    for line in (*said.notebook(), "", *said.process()):
        face.terminal.say(line)
