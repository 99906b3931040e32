"""Finding entries by the beginnings of words, as fast among many as among few."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from companion.domain.text import clean
from companion.storage.store.index import INDEXES
from companion.storage.store.summary import summaries
from companion.storage.store.unspaced import apart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Row

MOST_LETTERS = 400
"""The most characters of a query that are looked at."""

# The index gives what it finds in the order of its numbers, which is that of time: only
# as many are read as are wanted. CROSS JOIN keeps SQLite to this order of doing things.
_QUERY = """
    SELECT i.rowid FROM some_index AS i CROSS JOIN reflections AS r ON r.number = i.rowid
    WHERE some_index MATCH :words AND r.journey_id = :journey_id
    ORDER BY i.rowid DESC LIMIT :limit
"""
_QUERIES = [text(_QUERY.replace("some_index", index)) for index in INDEXES]


def find(connection: Connection, journey_id: str, words: str, limit: int) -> list[Row[Any]]:
    """The rows of the reflections in which every word begins a word, the latest first.

    Args:
        connection: A connection.
        journey_id: The journey.
        words: Anything typed; never read as query syntax.
        limit: How many (1 or more).
    """
    asked = [word for word in clean(words)[:MOST_LETTERS].split() if _has_letters(word)]
    if not asked:
        return []
    values = {"words": _as_beginnings(asked), "journey_id": journey_id, "limit": limit}
    found = (connection.execute(query, values).scalars() for query in _QUERIES)
    return summaries(connection, [number for numbers in found for number in numbers])[:limit]


def _has_letters(word: str) -> bool:
    return any(letter.isalnum() for letter in word)


def _as_beginnings(words: Iterable[str]) -> str:
    # In quotes nothing is syntax; a word with a hyphen or an apostrophe in it is then
    # looked for as its parts, side by side.
    return " ".join('"' + apart(word).replace('"', '""') + '"*' for word in words)
