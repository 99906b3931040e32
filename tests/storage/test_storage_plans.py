"""What home asks for is found through an index, however much was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Engine, event
from storage_builders import JOURNEY, day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.storage.store.engine import Database
    from companion.storage.store.open_stores import OpenStores

J = JOURNEY.id
OF_PATH, WALKED = "reflections_of_path (journey_id=?", "reflections_walked (journey_id=?"


@pytest.fixture
def asked() -> Iterator[list[tuple[str, tuple[Any, ...]]]]:
    """Every query with its values, from here on."""
    found: list[tuple[str, tuple[Any, ...]]] = []

    def hear(_: object, __: object, sql: str, values: tuple[Any, ...], *___: object) -> None:
        found.append((sql, values))

    event.listen(Engine, "before_cursor_execute", hear)
    yield found
    event.remove(Engine, "before_cursor_execute", hear)


@pytest.mark.parametrize(
    ("store", "method", "given", "index"),
    [
        ("reflections", "last_walks", (J,), OF_PATH),
        ("reflections", "walks_within", (J, day(1), day(4), 9), WALKED),
        ("reflections", "walks_within", (J, None, None, 9), WALKED),
        ("movement", "chosen", (J, [("trust", "ways"), ("hope", "how")], None), OF_PATH),
        ("movement", "chosen", (J, [("trust", "ways")], day(1)), OF_PATH),
        ("reflections", "candidates", (J, "", "getting-ready", None), OF_PATH),
        ("reflections", "candidates", (J, "s1", "getting-ready", day(1)), OF_PATH),
    ],
)
def test_of_the_entries_only_those_asked_for_are_looked_at(
    stores: OpenStores,
    database: Database,
    asked: list[tuple[str, tuple[Any, ...]]],
    store: str,
    method: str,
    given: tuple[Any, ...],
    index: str,
) -> None:
    asked.clear()
    getattr(getattr(stores, store), method)(*given)
    queries = [one for one in asked if "reflections" in one[0]]
    assert queries
    for sql, values in queries:
        with database.reading() as connection:
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values).all()
        looks = [str(row[-1]) for row in rows if "reflections" in str(row[-1])]
        assert looks
        for step in looks:
            by_id = "sqlite_autoindex_reflections_1 (id=?)" in step
            assert step.startswith("SEARCH reflections USING"), looks
            assert by_id or index in step, looks
