"""The tables as the queries see them; the steps of `migrations.py` are what makes them."""

from __future__ import annotations

from sqlalchemy import (
    BindParameter,
    Boolean,
    Column,
    Integer,
    MetaData,
    String,
    Table,
    column,
    literal,
    table,
)

METADATA = MetaData()
"""All tables."""

JOURNEYS = Table(
    "journeys",
    METADATA,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("started_at", String, nullable=False),
    Column("closed_at", String),
)
"""Therapies; one that goes on has no `closed_at`."""

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("id", String, primary_key=True),
    Column("journey_id", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("at", String, nullable=False),
    Column("state", String, nullable=False),
)
"""Appointments."""

REFLECTIONS = Table(
    "reflections",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False),
    Column("journey_id", String, nullable=False),
    Column("path_id", String, nullable=False),
    Column("path_version", Integer, nullable=False),
    Column("language", String, nullable=False),
    Column("title", String, nullable=False),
    Column("form", String, nullable=False),
    Column("started_at", String, nullable=False),
    Column("happened_at", String, nullable=False),
    Column("finished_at", String),
    Column("at_step", String, nullable=False),
)
"""Reflections; a draft has no `finished_at`. `number` grows with `happened_at`."""

ANSWERS = Table(
    "answers",
    METADATA,
    Column("id", String, primary_key=True),
    Column("reflection_id", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("step_id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("prompt", String, nullable=False),
    Column("value", String),
    Column("shown", String, nullable=False),
    Column("place", String, nullable=False),
    Column("section", String),
)
"""Answers, in the order of `position`; `value` is JSON, or none where it is what is shown."""

PAGE_LINES = Table(
    "page_lines",
    METADATA,
    Column("session_id", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("answer_id", String, nullable=False),
    Column("section", String, nullable=False),
    Column("mode", String, nullable=False),
    Column("wording", String, nullable=False),
    Column("agreed", Boolean, nullable=False),
)
"""Ticked lines; an empty `session_id` is the session that is not planned yet."""

UNSAID = Table(
    "unsaid",
    METADATA,
    Column("answer_id", String, primary_key=True),
    Column("rung", String, nullable=False),
    Column("all_of_it", String, nullable=False),
    Column("three_lines", String, nullable=False),
    Column("one_sentence", String, nullable=False),
    Column("brings", String),
    Column("became", String),
    Column("after", String, nullable=False),
    Column("moved_at", String),
)
"""Where answers of the drawer stand; one without a row is kept, and nothing was tried."""

WORDINGS = Table(
    "wordings",
    METADATA,
    Column("answer_id", String, primary_key=True),
    Column("replaced_at", String, primary_key=True),
    Column("shown", String, nullable=False),
)
"""How answers read before they were changed."""

TAGS = Table(
    "tags",
    METADATA,
    Column("reflection_id", String, primary_key=True),
    Column("tag", String, primary_key=True),
)
"""The person's own tags."""

SETTINGS = Table(
    "settings",
    METADATA,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)
"""Private settings."""

WORDS = table("reflection_words", column("id"), column("number"), column("draft"), column("words"))
"""A view: each reflection's answers in words, as one text."""

BEGINNING = ""
"""Comes before every moment as it is kept. SQLite takes the index of a path's walks where it is
asked from when on; without that it goes through everything that was ever finished."""


def fixed(value: str) -> BindParameter[str]:
    """A value that is written into a query, as indexes of a part of a table ask for."""
    return literal(str(value), literal_execute=True)
