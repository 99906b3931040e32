"""The second step of the schema: the index of finished reflections without places in it."""

from __future__ import annotations

STATEMENTS = (
    "DROP TABLE finished_index",
    # `detail = none`: SQLite's index with places, with beginnings of words and with
    # erasing, all three together, comes to a wrong sum over itself now and then.
    """
    CREATE VIRTUAL TABLE finished_index USING fts5 (
        words, content = 'finished_words', content_rowid = 'number', detail = none,
        tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    )
    """,
    "INSERT INTO finished_index (finished_index, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO finished_index (finished_index) VALUES ('rebuild')",
)
"""What makes it, in order."""
