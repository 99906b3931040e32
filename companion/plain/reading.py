"""The journal, line by line: list, one entry, search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.path import StepKind
from companion.domain.text import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.answer import Reflection
    from companion.domain.summaries import Summary
    from companion.plain.face import Face

SHORT_ID = 8
"""How much of an id is shown; as much as is needed is taken back."""


def show_rows(face: Face, rows: Iterable[Summary]) -> None:
    """Say some rows of the journal, one line each: id, day, title, first words."""
    for row in rows:
        face.terminal.say(row_line(face, row))


def row_line(face: Face, row: Summary) -> str:
    """A row of the journal as one line."""
    day = face.house.words.short_day(face.house.clock.local(row.happened_at).date())
    title = face.words("plain.draft", title=row.title) if row.is_draft else row.title
    return face.words(
        "plain.row",
        id=row.id[:SHORT_ID],
        day=day,
        title=title,
        words=excerpt(row.first_words, 60),
    )


def show_entry(face: Face, reflection: Reflection) -> None:
    """Say a whole entry: each question as it was asked, and what was said."""
    wall = face.house.clock.local(reflection.happened_at)
    face.terminal.say(reflection.title)
    face.terminal.say(f"{face.house.words.day(wall.date())}, {face.house.words.time(wall)}")
    if reflection.is_draft:
        face.say("plain.is_draft")
    for answer in reflection.answers:
        face.say()
        face.terminal.say(answer.prompt)
        key = "plain.of_ten" if answer.kind is StepKind.RATING else "plain.answer"
        face.say(key, answer=answer.shown)
        if answer.section is not None or answer.kind is StepKind.TEXT:
            face.say(f"plain.place.{answer.place}.said")
