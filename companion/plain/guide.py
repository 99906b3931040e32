"""The guide and what is true of the files, from plain mode's menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from companion.domain.errors import CompanionError
from companion.domain.guide_text import blocks, parts
from companion.plain.guide_text import rows_of, topic_says
from companion.plain.saving import ask_print, file_named, unshown_line, written
from companion.services.auditing import Audit

if TYPE_CHECKING:
    from companion.plain.face import Face
    from companion.services.leaflets import Leaflets
    from companion.services.open_notebook import OpenNotebook

_FILE = "leaflet.pdf"  # the name in a folder: no date, no person, no word of therapy


def read_guide(face: Face, opened: OpenNotebook) -> None:
    """Let someone choose pages and read them part by part; what is printed is remembered.

    Args:
        face: Says and asks.
        opened: The open notebook.

    Raises:
        InputEndedError: If there are no more lines.
    """
    pages = face.house.guide
    topics = pages.topics()
    labels = [topic_says(face.house.words, pages, topic) for topic in topics]
    while (chosen := face.choose(labels, "guide_room.which")) is not None:
        if pages.is_program(topics[chosen]):
            face.terminal.show(pages.page(topics[chosen]))
        else:
            _read(face, opened, topics[chosen])


def say_audit(face: Face) -> None:
    """Say what is true of the notebook's files and of this process."""
    house = face.house
    said = Audit(house.words, house.clock, house.notebook.safekeeping.facts(), house.inspect())
    for line in (*said.notebook(), "", *said.process()):
        face.terminal.say(line)


def _read(face: Face, opened: OpenNotebook, topic: str) -> None:
    """One part after the other; printing it is offered at each."""
    found = parts(blocks(face.house.guide.page(topic)))
    leaflets = face.house.leaflets()
    if leaflets is not None:
        face.say("leaflets.plain.how_sheet" if leaflets.is_sheet(topic) else "leaflets.plain.how")
    at = 0
    while at < len(found):
        face.say()
        face.terminal.show("\n".join(rows_of(found[at], face.terminal.width)) + "\n")
        answer = face.ask().casefold()
        if answer == face.words("plain.aloud.end"):
            return
        if answer == face.words("leaflets.plain.pdf") and leaflets is not None:
            _save(face, opened, leaflets, topic)
            return
        at = max(0, at - 1) if answer == face.words("plain.aloud.back") else at + 1
    face.say("leaflets.plain.over")


def _save(face: Face, opened: OpenNotebook, leaflets: Leaflets, topic: str) -> None:
    named = face.ask("leaflets.plain.where")
    if not named:
        return
    printing = ask_print(face, opened.pages.paper)
    try:
        file = file_named(named, _FILE)
        write = partial(leaflets.write, topic, file, printing, exported=opened.exported)
        unshown = written(face, file, write)
        if unshown is None:
            return
        opened.pages.set_paper(printing.paper)
    except CompanionError as error:
        face.tell(error)
        return
    face.say("leaflets.written", file=str(file))
    if unshown:
        face.terminal.say(unshown_line(face, unshown))
