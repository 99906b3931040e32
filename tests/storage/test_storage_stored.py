"""Notebooks of every schema there was, as they were stored, open with all that is in them.

`notebooks/schema-N` was made by the companion whose schema it was, and is never made
anew. A new schema adds a folder; a change of any of them is a change of the format.
"""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from storage_builders import PASSPHRASE, cheap_vault, database_of
from storage_disks import FailingDisk

from companion.domain.answer import MapPoint
from companion.domain.errors import BackupNotMadeError, NewerNotebookError
from companion.domain.journey import SessionState
from companion.domain.ladder import Rung
from companion.domain.page import Line, Mode, Section
from companion.domain.path import Place
from companion.domain.safekeeping import State
from companion.storage.store import migrations
from companion.storage.store.migrations import STEPS

if TYPE_CHECKING:
    from sqlalchemy import Connection

STORED = Path(__file__).parent.parent / "notebooks"
BEGAN = datetime(2026, 1, 5, 17, tzinfo=UTC)
EVERY = pytest.mark.parametrize("schema", range(1, len(STEPS) + 1))


@pytest.fixture
def stored(tmp_path: Path, schema: int) -> Path:
    """A copy of a stored notebook."""
    return Path(shutil.copytree(STORED / f"schema-{schema}", tmp_path / "notebook"))


@EVERY
def test_all_that_is_in_it_is_read(stored: Path) -> None:
    vault = cheap_vault(stored)
    stores = vault.open(PASSPHRASE)

    first = stores.reflections.get("r1")
    assert [answer.value for answer in first.answers] == [
        "The bridge, and what was under it. Größe, 橋, 🌉",
        7,
        MapPoint(2, 9),
    ]
    assert first.answers[0].place is Place.PARKED
    assert stores.reflections.get("r2").answers[0].value == ("mixed", "numb")
    assert stores.reflections.get("r2").answers[2].place is Place.UNSAID
    assert stores.reflections.get("r3").is_draft
    assert stores.reflections.get("r4").happened_at == BEGAN + timedelta(days=9)
    assert [one.state for one in stores.sessions.sessions("journey")] == [
        SessionState.HELD,
        SessionState.MISSED,
        SessionState.PLANNED,
    ]
    assert stores.pages.lines("s3") == [Line("a1", Section.TALK, Mode.DISCUSS, "The bridge")]
    assert stores.settings.get("page.name") == "M."
    assert [row.id for row in stores.reflections.search("journey", "große", 5)] == ["r1"]
    assert {one.state for one in vault.keeping.verdicts()} == {State.WHOLE}
    vault.close()


@EVERY
def test_it_can_be_written_locked_and_backed_up_as_a_new_one(stored: Path) -> None:
    vault = cheap_vault(stored)
    vault.open(PASSPHRASE)
    vault.keeping.change_passphrase(PASSPHRASE, "eleven loud geese")
    assert vault.keeping.back_up_if_due(BEGAN)
    vault.close()

    assert vault.open("eleven loud geese").reflections.count("journey") == 4
    vault.close()


def add_letters(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE letters (id TEXT NOT NULL PRIMARY KEY, words TEXT)")
    connection.exec_driver_sql("UPDATE reflections SET title = title || ', anew'")


@EVERY
def test_it_is_backed_up_before_its_tables_change(
    stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (stored / "notebook.db").read_bytes()
    with monkeypatch.context() as newer:
        newer.setattr(migrations, "STEPS", (*STEPS, add_letters))
        vault = cheap_vault(stored)
        assert vault.open(PASSPHRASE).reflections.get("r1").title == "What stayed, anew"
        (backup,) = vault.keeping.backups()
        assert backup.file.read_bytes().endswith(before)
        vault.close()

    with pytest.raises(NewerNotebookError):
        cheap_vault(stored).open(PASSPHRASE)
    restoring = cheap_vault(stored).keeping.restoring()
    assert restoring.prepare(backup.file, PASSPHRASE).entries == 4
    restoring.put_in_place()
    vault = cheap_vault(stored)
    assert vault.open(PASSPHRASE).reflections.get("r1").title == "What stayed"
    vault.close()


@EVERY
def test_tables_do_not_change_where_there_is_no_room_for_a_backup(
    stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (stored / "notebook.db").read_bytes()
    monkeypatch.setattr(migrations, "STEPS", (*STEPS, add_letters))

    with pytest.raises(BackupNotMadeError):
        cheap_vault(stored, FailingDisk(1, for_good=True)).open(PASSPHRASE)

    assert (stored / "notebook.db").read_bytes() == before


@EVERY
def test_a_change_of_tables_that_fails_leaves_the_notebook_as_it_was(
    stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(connection: Connection) -> None:
        add_letters(connection)
        msg = "in the middle"
        raise KeyboardInterrupt(msg)

    with monkeypatch.context() as newer:
        newer.setattr(migrations, "STEPS", (*STEPS, fails))
        with pytest.raises(KeyboardInterrupt):
            cheap_vault(stored).open(PASSPHRASE)

    vault = cheap_vault(stored)
    assert vault.open(PASSPHRASE).reflections.get("r1").title == "What stayed"
    with database_of(vault).reading() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
    assert "letters" not in tables
    vault.close()


def test_what_the_third_schema_brought_is_read(tmp_path: Path) -> None:
    vault = cheap_vault(Path(shutil.copytree(STORED / "schema-3", tmp_path / "notebook")))
    stores = vault.open(PASSPHRASE)

    (unsaid,) = stores.drawer.items("journey")
    assert unsaid.text == "What I never said."
    assert unsaid.words_to_bring == "Could you ask me?"
    assert unsaid.standing.rung is Rung.REHEARSE
    assert stores.tags.all("journey") == ["bridge", "größe"]
    (before,) = stores.reflections.wordings("d1")
    assert before.shown.endswith("At first.")
    assert before.replaced_at == BEGAN + timedelta(days=10)
    assert [one.is_closed for one in stores.sessions.journeys()] == [True, False]
    assert stores.sessions.journey().id == "journey"
    vault.close()
