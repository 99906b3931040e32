"""The third step of the schema: the ladder, earlier wordings, tags, journeys that end."""

from __future__ import annotations

STATEMENTS = (
    "ALTER TABLE journeys ADD COLUMN closed_at TEXT",
    """
    CREATE TABLE unsaid (
        answer_id TEXT NOT NULL PRIMARY KEY REFERENCES answers (id) ON DELETE CASCADE,
        rung TEXT NOT NULL,
        all_of_it TEXT NOT NULL DEFAULT '',
        three_lines TEXT NOT NULL DEFAULT '',
        one_sentence TEXT NOT NULL DEFAULT '',
        brings TEXT,
        became TEXT,
        after TEXT NOT NULL DEFAULT '',
        moved_at TEXT
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE wordings (
        answer_id TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
        replaced_at TEXT NOT NULL,
        shown TEXT NOT NULL,
        PRIMARY KEY (answer_id, replaced_at)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE tags (
        reflection_id TEXT NOT NULL REFERENCES reflections (id) ON DELETE CASCADE,
        tag TEXT NOT NULL,
        PRIMARY KEY (reflection_id, tag)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX tags_by_name ON tags (tag, reflection_id)",
    "CREATE INDEX answers_in_the_drawer ON answers (id) WHERE place = 'unsaid'",
    """
    CREATE INDEX reflections_lately ON reflections (journey_id, finished_at)
    WHERE finished_at IS NOT NULL
    """,
    # What is about the two used to reach a page by being parked. Now it goes by the ladder
    # alone: what was on its way already stands on the rung that a page is made from.
    """
    INSERT INTO unsaid (answer_id, rung)
    SELECT id, 'bring' FROM answers
    WHERE section = 'about-us' AND place <> 'unsaid'
        AND (place = 'parked' OR id IN (SELECT answer_id FROM page_lines))
    """,
    """
    UPDATE answers SET place = 'unsaid'
    WHERE section = 'about-us' AND id IN (SELECT answer_id FROM unsaid)
    """,
    # A plan ("when …, I will …") has words to find, as texts and choices have.
    "DROP VIEW reflection_words",
    """
    CREATE VIEW reflection_words (id, number, draft, words) AS
    SELECT r.id, r.number, r.finished_at IS NULL, apart(
        (
            SELECT group_concat(a.shown, char(10) ORDER BY a.position)
            FROM answers AS a
            WHERE a.reflection_id = r.id AND a.kind IN ('text', 'words', 'when-then', 'choice')
        )
    )
    FROM reflections AS r
    """,
)
"""What makes it, in order."""
