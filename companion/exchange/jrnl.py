"""The JSON that jrnl exports."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from companion.domain.archive import LeftOut, Source
from companion.exchange.notes import Notes, with_tags
from companion.exchange.trees import UnfitError, flag_of, items_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.archive import Incoming
    from companion.exchange.trees import Fields


def read_jrnl(
    found: object, from_local: Callable[[datetime], datetime], title: str, file: str
) -> Incoming:
    """The entries of a journal kept with jrnl.

    Args:
        found: The file's contents as Python's own values.
        from_local: The moment (aware, UTC) for a time on the person's wall clock.
        title: What a free line is called, in the person's language.
        file: The file, for the error.

    Raises:
        BrokenImportError: If something in it is not as it should be.
    """
    notes = Notes(Source.JRNL, title)
    return notes.taken_from(found, file, lambda entry: _take(notes, entry, from_local))


def _take(notes: Notes, entry: Fields, from_local: Callable[[datetime], datetime]) -> None:
    title, body = (text_of(entry.get(key) or "").strip() for key in ("title", "body"))
    words = "\n".join(part for part in (title, body) if part)
    wall = _wall(text_of(entry["date"]), text_of(entry.get("time") or "12:00"))
    tags = [text_of(tag) for tag in items_of(entry.get("tags") or [])]
    if flag_of(entry.get("starred") or False):
        notes.leave_out(LeftOut.STARS)
    notes.add(from_local(wall), with_tags(words, tags), (wall.isoformat(), words))


def _wall(day: str, at: str) -> datetime:
    wall = datetime.combine(date.fromisoformat(day.strip()), time.fromisoformat(at.strip()))
    if wall.tzinfo is not None:  # no wall clock says its zone
        raise UnfitError
    return wall
