"""The JSON that Day One exports, by itself or in a zip."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from companion.domain.archive import LeftOut, Source
from companion.exchange.notes import Notes, with_tags
from companion.exchange.trees import flag_of, items_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from companion.domain.archive import Incoming
    from companion.exchange.trees import Fields

_ATTACHED = re.compile(r"[ \t]*!\[[^\]\n]*\]\(dayone[^)\s]*\)[ \t]*")
# A picture, a sound or a film in the text; the file itself lies beside the JSON.
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_GAP = re.compile(r"\n{3,}")

_ATTACHMENTS = ("photos", "videos", "audios", "pdfAttachments")
_PLACES = ("location", "weather")
_MARKS = ("starred", "isPinned")


def read_day_one(
    found: object, from_local: Callable[[datetime], datetime], title: str, file: str
) -> Incoming:
    """The entries of a journal kept with Day One.

    Args:
        found: The file's contents as Python's own values.
        from_local: The moment (aware, UTC) for a time on the person's wall clock.
        title: What a free line is called, in the person's language.
        file: The file, for the error.

    Raises:
        BrokenImportError: If something in it is not as it should be.
    """
    notes = Notes(Source.DAY_ONE, title)
    return notes.taken_from(found, file, lambda entry: _take(notes, entry, from_local))


def _take(notes: Notes, entry: Fields, from_local: Callable[[datetime], datetime]) -> None:
    written = text_of(entry.get("text") or "")
    words = _plain(written)
    moment = _moment(text_of(entry["creationDate"]), from_local)
    tags = [text_of(tag) for tag in items_of(entry.get("tags") or [])]
    own_id = text_of(entry.get("uuid") or "")
    own = (own_id,) if own_id else (moment.astimezone(UTC).isoformat(), words)
    notes.leave_out(*_left_out(entry, written))
    notes.add(moment, with_tags(words, tags), own)


def _left_out(entry: Fields, written: str) -> Iterator[LeftOut]:
    if any(entry.get(key) for key in _ATTACHMENTS) or _ATTACHED.search(written):
        yield LeftOut.PICTURES
    if any(entry.get(key) for key in _PLACES):
        yield LeftOut.PLACES
    if any(flag_of(entry.get(key) or False) for key in _MARKS):
        yield LeftOut.STARS


def _moment(text: str, from_local: Callable[[datetime], datetime]) -> datetime:
    moment = datetime.fromisoformat(text)
    return from_local(moment) if moment.tzinfo is None else moment


def _plain(written: str) -> str:
    """The words without what stands for attachments, and as they were before escaping."""
    words = _ATTACHED.sub("", written)
    if words != written:
        words = _GAP.sub("\n\n", words)
    return _ESCAPED.sub(r"\1", words).strip()
