"""What is known about a reflection, line by line, and where that is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.domain.path import ReflectionPath
    from companion.plain.face import Face


def show_card(face: Face, path: ReflectionPath) -> None:
    """Say the few plain sentences of a path, its sources, and who wrote its questions.

    Args:
        face: Says it.
        path: The path.
    """
    face.terminal.say(path.title)
    if path.card is None:
        face.say("paths.none_known")
    else:
        face.terminal.say(path.card.text)
        if path.card.citations:
            face.say("paths.sources")
        for citation in path.card.citations:
            face.terminal.say(citation)
    if path.pack:
        face.say("homework.from", pack=path.pack)
    known = path.provenance
    if known is not None:
        day = face.house.words.day(known.reviewed_on)
        face.say("paths.provenance", author=known.author, licence=known.licence, day=day)
