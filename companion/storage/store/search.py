"""Finding entries by the beginnings of words, as fast among many as among few."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from companion.domain.text import clean
from companion.storage.store.index import DRAFTS, FINISHED, INDEXES
from companion.storage.store.phrases import Asked, asked
from companion.storage.store.summary import summaries

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row, TextClause

MOST_LETTERS = 400
"""The most characters of a query that are looked at."""

# The index gives what it finds in the order of its numbers, which is that of time: only
# as many are read as are wanted. CROSS JOIN keeps SQLite to this order of doing things.
_FOUND = """
    SELECT i.rowid FROM some_index AS i CROSS JOIN reflections AS r ON r.number = i.rowid
    WHERE some_index MATCH :words AND r.journey_id = :journey_id {phrase}
    ORDER BY i.rowid DESC LIMIT :limit
"""
_EVERY = """
    SELECT r.number FROM reflections AS r
    WHERE r.journey_id = :journey_id AND {draft} {phrase}
    ORDER BY r.number DESC LIMIT :limit
"""
_PHRASE = """
    AND stands_in((SELECT words FROM reflection_words WHERE number = r.number), :phrase)
"""
_DRAFT = {FINISHED: "r.finished_at IS NOT NULL", DRAFTS: "r.finished_at IS NULL"}


def find(connection: Connection, journey_id: str, words: str, limit: int) -> list[Row[Any]]:
    """The rows of the reflections in which every word begins a word, the latest first.

    Args:
        connection: A connection.
        journey_id: The journey.
        words: Anything typed; never read as query syntax.
        limit: How many (1 or more).
    """
    wanted = [word for word in clean(words)[:MOST_LETTERS].split() if _has_letters(word)]
    if not wanted:
        return []
    query = asked(wanted)
    values = {
        "words": query.match,
        "phrase": query.phrase,
        "journey_id": journey_id,
        "limit": limit,
    }
    found = (connection.execute(_query(index, query), values).scalars() for index in INDEXES)
    return summaries(connection, [number for numbers in found for number in numbers])[:limit]


def _query(index: str, query: Asked) -> TextClause:
    phrase = _PHRASE if query.phrase else ""
    if not query.match:
        return text(_EVERY.format(draft=_DRAFT[index], phrase=phrase))
    return text(_FOUND.format(phrase=phrase).replace("some_index", index))


def _has_letters(word: str) -> bool:
    return any(letter.isalnum() for letter in word)
