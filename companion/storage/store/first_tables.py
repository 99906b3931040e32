"""The first step of the schema. It is published: later changes are steps of their own."""

from __future__ import annotations

_TABLES = (
    """
    CREATE TABLE journeys (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        started_at TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE sessions (
        id TEXT NOT NULL PRIMARY KEY,
        journey_id TEXT NOT NULL REFERENCES journeys (id),
        number INTEGER NOT NULL,
        at TEXT NOT NULL,
        state TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE reflections (
        number INTEGER NOT NULL PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        journey_id TEXT NOT NULL REFERENCES journeys (id),
        path_id TEXT NOT NULL,
        path_version INTEGER NOT NULL,
        language TEXT NOT NULL,
        title TEXT NOT NULL,
        form TEXT NOT NULL,
        started_at TEXT NOT NULL,
        happened_at TEXT NOT NULL,
        finished_at TEXT,
        at_step TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE answers (
        id TEXT NOT NULL UNIQUE,
        reflection_id TEXT NOT NULL REFERENCES reflections (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        step_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        prompt TEXT NOT NULL,
        value TEXT,
        shown TEXT NOT NULL,
        place TEXT NOT NULL,
        section TEXT
    )
    """,
    """
    CREATE TABLE page_lines (
        session_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        answer_id TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
        section TEXT NOT NULL,
        mode TEXT NOT NULL,
        wording TEXT NOT NULL,
        agreed INTEGER NOT NULL,
        PRIMARY KEY (session_id, position)
    ) WITHOUT ROWID
    """,
    "CREATE TABLE settings (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)

_INDEXES = (
    "CREATE INDEX sessions_by_time ON sessions (journey_id, at)",
    "CREATE INDEX reflections_by_moment ON reflections (journey_id, happened_at)",
    """
    CREATE INDEX reflections_of_path ON reflections (journey_id, path_id, happened_at)
    WHERE finished_at IS NOT NULL
    """,
    """
    CREATE INDEX reflections_walked ON reflections (journey_id, happened_at, path_id)
    WHERE finished_at IS NOT NULL AND path_id <> 'note'
    """,
    """
    CREATE INDEX reflections_begun ON reflections (journey_id, started_at)
    WHERE finished_at IS NULL
    """,
    "CREATE INDEX answers_in_order ON answers (reflection_id, position)",
    "CREATE INDEX answers_parked ON answers (id) WHERE place = 'parked'",
    "CREATE INDEX answers_on_the_map ON answers (reflection_id) WHERE kind = 'map'",
    "CREATE INDEX page_lines_by_answer ON page_lines (answer_id)",
)

# A reflection's words are indexed as one text, because a search asks for entries in
# which every word stands somewhere. Drafts have an index of their own: taking a text
# out of a large one, with nothing left behind, costs many times what a draft's save may.
# `apart` is a function of ours: see `unspaced.py`.
_SEARCH = (
    """
    CREATE VIEW reflection_words (id, number, draft, words) AS
    SELECT r.id, r.number, r.finished_at IS NULL, apart(
        (
            SELECT group_concat(a.shown, char(10) ORDER BY a.position)
            FROM answers AS a
            WHERE a.reflection_id = r.id AND a.kind IN ('text', 'words', 'choice')
        )
    )
    FROM reflections AS r
    """,
    "CREATE VIEW finished_words AS SELECT number, words FROM reflection_words WHERE NOT draft",
    "CREATE VIEW draft_words AS SELECT number, words FROM reflection_words WHERE draft",
    """
    CREATE VIRTUAL TABLE finished_index USING fts5 (
        words, content = 'finished_words', content_rowid = 'number',
        tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    )
    """,
    """
    CREATE VIRTUAL TABLE draft_index USING fts5 (
        words, content = 'draft_words', content_rowid = 'number',
        tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
    # What is taken out of an index is erased there and then, not marked as gone.
    "INSERT INTO finished_index (finished_index, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO draft_index (draft_index, rank) VALUES ('secure-delete', 1)",
)

STATEMENTS = _TABLES + _INDEXES + _SEARCH
"""What makes the tables, in order."""
