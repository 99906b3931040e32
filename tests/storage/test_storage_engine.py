"""The database: how it is opened, how it fails, and how its tables change."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Boolean, inspect
from storage_builders import (
    JOURNEY,
    PASSPHRASE,
    cheap_vault,
    database_of,
    day,
    draft,
    said,
    walk,
)

from companion.domain.errors import DamagedNotebookError, NewerNotebookError, StorageError
from companion.domain.journey import Session, SessionState
from companion.domain.ladder import Rung, Standing
from companion.domain.path import Place
from companion.storage.store import migrations
from companion.storage.store.index import free_number, stands_for
from companion.storage.store.migrations import STEPS, bring_up_to_date, lay_out
from companion.storage.store.schema import METADATA
from companion.storage.store.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from companion.storage.store.engine import Database
    from companion.storage.store.open_stores import OpenStores
    from companion.storage.vault.vault import FolderVault

PRIVATE = "what nobody but me shall read"


def pragma(database: Database, name: str) -> object:
    with database.reading() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def in_the_drawer(stores: OpenStores) -> None:
    """Something unsaid that is being rehearsed, and a session to come."""
    stores.reflections.put(walk("one", said("a", "heron", Place.UNSAID)))
    stores.drawer.stand("a", Standing(Rung.REHEARSE))
    stores.sessions.put([Session("s", JOURNEY.id, 1, day(3), SessionState.PLANNED)])


def all_rows(database: Database) -> list[object]:
    with database.reading() as connection:
        return [connection.execute(table.select()).all() for table in METADATA.sorted_tables]


def everything_said_by(error: BaseException) -> str:
    """An error with all that hangs on it, even what is hidden from a traceback."""
    said_so = "".join(traceback.format_exception(error))
    seen: BaseException | None = error
    while seen is not None:
        said_so += repr(seen) + str(seen) + repr(seen.args)
        seen = seen.__cause__ or seen.__context__
    return said_so


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("temp_store", 2),
        ("secure_delete", 1),
        ("foreign_keys", 1),
        ("cipher_page_size", "4096"),
        ("cipher_use_hmac", "1"),
        ("user_version", len(STEPS)),
    ],
)
def test_every_connection_is_careful(database: Database, name: str, value: object) -> None:
    assert pragma(database, name) == value


def test_a_new_database_is_whole(stores: OpenStores, database: Database) -> None:
    stores.reflections.put(walk("one", said("a", "heron")))
    stores.reflections.put(draft("two", said("b", "bittern")))

    verify(database)


def test_the_tables_are_those_that_the_queries_know(database: Database) -> None:
    with database.reading() as connection:
        for table in METADATA.sorted_tables:
            columns = {
                column["name"]: column for column in inspect(connection).get_columns(table.name)
            }
            assert sorted(columns) == sorted(table.columns.keys())
            for column in table.columns:
                assert columns[column.name]["nullable"] == column.nullable
                text = str(columns[column.name]["type"]) == "TEXT"
                assert text == (column.type.python_type is str)
                assert isinstance(column.type, Boolean) == (column.name == "agreed")


@pytest.mark.parametrize("trouble", ["PRAGMA query_only = ON", "PRAGMA max_page_count = 1"])
def test_a_disk_that_refuses_is_told_without_a_word_of_what_was_written(
    stores: OpenStores, database: Database, trouble: str
) -> None:
    before = walk("one", said("a", "as it was"))
    stores.reflections.put(before)
    with database.reading() as connection:
        connection.exec_driver_sql(trouble)

    with pytest.raises(StorageError) as told:
        stores.reflections.put(walk("one", said("a", PRIVATE * 500), title=PRIVATE))

    assert told.value.__cause__ is None
    assert told.value.__suppress_context__
    assert PRIVATE not in everything_said_by(told.value)
    assert stores.reflections.get("one") == before
    assert stores.reflections.search("journey", "nobody", 5) == []
    with database.reading() as connection:
        connection.exec_driver_sql("PRAGMA query_only = OFF")
        connection.exec_driver_sql("PRAGMA max_page_count = 100000")
    stores.reflections.put(walk("one", said("a", "and goes on")))
    verify(database)


def test_a_refused_row_is_told_without_a_word_of_what_was_written(stores: OpenStores) -> None:
    puts: tuple[Callable[[], None], ...] = (
        lambda: stores.reflections.put(
            walk("one", said("a", PRIVATE), said("a2", PRIVATE), journey_id="x")
        ),
        lambda: stores.reflections.put(walk("one", said("a", PRIVATE + "\udc80"))),
        lambda: stores.settings.put(PRIVATE + "\udc80", PRIVATE),
    )
    for put in puts:
        with pytest.raises(StorageError) as told:
            put()
        assert told.value.__cause__ is None
        assert told.value.__suppress_context__
        assert PRIVATE not in "".join(traceback.format_exception(told.value))
    assert stores.reflections.count("journey") == 0


def test_a_change_that_fails_in_the_middle_leaves_everything_as_it_was(
    stores: OpenStores, monkeypatch: pytest.MonkeyPatch
) -> None:
    from companion.storage.store import reflections

    before = walk("one", said("a", "as it was"))
    stores.reflections.put(before)

    def refuse(*_: object) -> None:
        raise StorageError

    with monkeypatch.context() as broken:
        broken.setattr(reflections, "reindex", refuse)
        with pytest.raises(StorageError):
            stores.reflections.put(walk("one", said("b", "half a change")))
        with pytest.raises(StorageError):
            stores.reflections.remove("one")

    assert stores.reflections.get("one") == before


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE answers SET place = 'nowhere'",
        "UPDATE answers SET kind = 'song'",
        "UPDATE answers SET value = '{'",
        "UPDATE answers SET value = 'null'",
        'UPDATE answers SET value = \'{"pleasant": 11, "energy": 0}\'',
        "UPDATE reflections SET happened_at = 'yesterday'",
    ],
)
def test_a_row_that_nothing_of_ours_wrote_is_damage(
    stores: OpenStores, database: Database, change: str
) -> None:
    stores.reflections.put(walk("one", said("a", "heron")))
    with database.writing() as connection:
        connection.exec_driver_sql(change)

    with pytest.raises(DamagedNotebookError):
        stores.reflections.get("one")


@pytest.mark.parametrize(
    ("change", "work"),
    [
        ("UPDATE unsaid SET rung = 'moon'", lambda stores: stores.drawer.stand("a", Standing())),
        (
            "UPDATE reflections SET happened_at = 'yesterday'",
            lambda stores: stores.drawer.item("a"),
        ),
        ("UPDATE sessions SET state = 'moon'", lambda stores: stores.archive.everything()),
    ],
)
def test_whoever_meets_such_a_row_hears_of_damage_and_changes_nothing(
    stores: OpenStores,
    database: Database,
    change: str,
    work: Callable[[OpenStores], object],
) -> None:
    in_the_drawer(stores)
    with database.writing() as connection:
        connection.exec_driver_sql(change)
    kept = all_rows(database)

    with pytest.raises(DamagedNotebookError):
        work(stores)

    assert all_rows(database) == kept


@pytest.mark.parametrize("text", ["heron", "bittern"])
def test_an_answer_in_no_place_can_be_put_in_one(
    stores: OpenStores, database: Database, text: str
) -> None:
    in_the_drawer(stores)
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE answers SET place = 'nowhere'")

    if text == "heron":
        stores.reflections.move_answer("a", Place.PARKED)
    else:
        stores.reflections.put(walk("one", said("a", text, Place.PARKED)))

    (answer,) = stores.reflections.get("one").answers
    assert (answer.place, answer.shown) == (Place.PARKED, text)


def test_a_step_that_fails_takes_all_steps_back(stores: OpenStores, database: Database) -> None:
    stores.reflections.put(walk("one", said("a", "heron")))

    def second(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE letters (id TEXT)")
        connection.exec_driver_sql("UPDATE reflections SET title = 'changed'")

    def third(connection: Connection) -> None:
        connection.exec_driver_sql("ALTER TABLE letters ADD COLUMN words TEXT")
        connection.exec_driver_sql("INSERT INTO nowhere VALUES (1)")

    with pytest.raises(DamagedNotebookError):
        bring_up_to_date(database, (*STEPS, second, third))

    assert pragma(database, "user_version") == len(STEPS)
    assert stores.reflections.get("one").title == "Echo"
    with database.reading() as connection:
        assert not inspect(connection).has_table("letters")


def test_steps_are_taken_in_order_and_once(database: Database) -> None:
    taken: list[int] = []
    steps = (
        *STEPS,
        lambda _: taken.append(2),
        lambda _: taken.append(3),
    )

    bring_up_to_date(database, steps)
    bring_up_to_date(database, steps)

    assert taken == [2, 3]
    assert pragma(database, "user_version") == len(STEPS) + 2


def test_later_tables_are_newer_and_missing_ones_damage(database: Database) -> None:
    with pytest.raises(NewerNotebookError):
        bring_up_to_date(database, ())
    with database.writing() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 0")
    with pytest.raises(DamagedNotebookError):
        bring_up_to_date(database)


def test_opening_brings_the_tables_up_to_date(
    vault: FolderVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.create(PASSPHRASE, JOURNEY)
    vault.close()

    def second(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE letters (id TEXT)")

    monkeypatch.setattr(migrations, "STEPS", (*STEPS, second))
    vault.open(PASSPHRASE)

    assert pragma(database_of(vault), "user_version") == len(STEPS) + 1


def test_laying_out_twice_is_refused_and_changes_nothing(database: Database) -> None:
    with pytest.raises(StorageError), database.writing() as connection:
        lay_out(connection)

    verify(database)


def test_numbers_grow_with_moments_and_run_over_into_the_next_second(
    stores: OpenStores, database: Database
) -> None:
    moment = walk("x").happened_at
    with database.writing() as connection:
        first = free_number(connection, moment)
        for number in range(first, first + 1024):
            connection.exec_driver_sql(
                "INSERT INTO reflections VALUES"
                " (?, ?, 'journey', 'note', 1, '', '', 'full', '', '', NULL, '')",
                (number, str(number)),
            )
        over = free_number(connection, moment)

    assert over == first + 1024
    assert stands_for(first, moment)
    assert not stands_for(over, moment)
    assert stores.reflections.count("journey") == 1024


def test_two_notebooks_are_open_side_by_side(vault: FolderVault, stores: OpenStores) -> None:
    other = cheap_vault(vault.folder.parent / "other")
    beside = other.create(PASSPHRASE, JOURNEY)

    beside.reflections.put(walk("one", said("a", "heron")))

    assert stores.reflections.count("journey") == 0
    other.close()
    assert stores.reflections.count("journey") == 0
