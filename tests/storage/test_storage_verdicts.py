"""Damage is found and named: in the open notebook, in its backups, in files of another hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from backed_up import DAY, NOW, entries_of, entry, made, names_in, write
from storage_builders import JOURNEY, PASSPHRASE

from companion.domain.errors import (
    DamagedBackupError,
    NotABackupError,
    ReplacedNotebookError,
)
from companion.domain.safekeeping import State
from companion.storage.vault import backup

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_flipped_is_found_and_named(folder: Path) -> None:
    vault = made(folder, entries=9)
    vault.keeping.back_up_if_due(NOW)
    write(vault, 50)
    vault.keeping.back_up_if_due(NOW + DAY)
    file = folder / "backups" / "2.backup"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)

    found = {one.part: one.state for one in vault.keeping.verdicts()}

    assert found == {
        "keys.json": State.WHOLE,
        "notebook.db": State.WHOLE,
        "backups/1.backup": State.WHOLE,
        "backups/2.backup": State.DAMAGED,
    }


@pytest.mark.parametrize("part", ["keys.json", "notebook.db"])
def test_damage_that_came_while_it_was_open_is_found(folder: Path, part: str) -> None:
    vault = made(folder, entries=60)
    content = bytearray((folder / part).read_bytes())
    content[-100] ^= 1
    (folder / part).write_bytes(content)

    found = {one.part: one.state for one in vault.keeping.verdicts()}

    assert found.pop(part) is State.DAMAGED
    assert set(found.values()) == {State.WHOLE}


def test_a_header_of_another_hand_is_damage(folder: Path, tmp_path: Path) -> None:
    vault = made(folder)
    made(tmp_path / "other").close()
    (folder / "keys.json").write_bytes((tmp_path / "other" / "keys.json").read_bytes())

    assert next(iter(vault.keeping.verdicts())).state is State.DAMAGED


@pytest.mark.parametrize("content", [b"", b"companion", b"\x89PNG", b"SQLite format 3\0" * 400])
def test_what_is_no_backup_is_called_that(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "picture"
    file.write_bytes(content)

    with pytest.raises(NotABackupError):
        backup.read(file)


def test_a_file_that_is_not_there_or_no_file_is_no_backup(tmp_path: Path) -> None:
    for place in (tmp_path / "none", tmp_path):
        with pytest.raises(NotABackupError):
            backup.read(place)


@pytest.mark.parametrize("length", [20, 80, 84, 90, 300, 5000, -1])
def test_a_backup_that_was_cut_is_damaged(folder: Path, tmp_path: Path, length: int) -> None:
    vault = made(folder)
    vault.keeping.back_up_to(tmp_path / "whole")
    cut = tmp_path / "cut"
    cut.write_bytes((tmp_path / "whole").read_bytes()[:length])

    with pytest.raises(DamagedBackupError) as told:
        backup.read(cut, allow_cheapest=True)

    assert told.value.details == {"file": "cut"}


def test_the_notebooks_file_replaced_while_it_is_open_is_noticed_and_nothing_is_lost(
    folder: Path, tmp_path: Path
) -> None:
    vault = made(folder)
    stores = vault.open(PASSPHRASE) if not vault.is_open else vault._stores()
    stores.reflections.put(entry(1))
    theirs = (folder / "notebook.db").read_bytes()
    stores.reflections.put(entry(2))
    (folder / "arriving").write_bytes(theirs)
    (folder / "arriving").replace(folder / "notebook.db")

    for _ in range(2):
        with pytest.raises(ReplacedNotebookError):
            stores.reflections.put(entry(3))

    assert stores.reflections.count(JOURNEY.id) == 3
    assert (folder / "notebook.db").read_bytes() == theirs
    (kept,) = vault.keeping.backups()
    assert entries_of(kept.file, tmp_path) == 3
    vault.close()
    assert vault.open(PASSPHRASE).reflections.count(JOURNEY.id) == 2


def test_the_notebooks_file_taken_away_while_it_is_open_is_noticed(folder: Path) -> None:
    vault = made(folder)
    stores = vault._stores()
    (folder / "notebook.db").unlink()

    with pytest.raises(ReplacedNotebookError):
        stores.reflections.put(entry(3))

    assert not (folder / "notebook.db").exists()
    assert names_in(folder) == ["1.backup"]
