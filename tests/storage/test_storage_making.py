"""A notebook is made whole or not at all, whatever fails on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from storage_builders import JOURNEY, PASSPHRASE, cheap_vault
from storage_disks import POWER_CUT, CutDisk, FailingDisk

from companion.domain.errors import NotebookExistsError, NotebookInUseError, StorageError
from companion.storage.store import opening
from companion.storage.vault.vault import FolderVault

if TYPE_CHECKING:
    from pathlib import Path


def steps_of_a_making(folder: Path) -> int:
    disk = FailingDisk(0)
    vault = cheap_vault(folder, disk)
    vault.create(PASSPHRASE, JOURNEY)
    vault.close()
    return disk.steps


def assert_can_be_made(folder: Path) -> None:
    vault = cheap_vault(folder)
    vault.create(PASSPHRASE, JOURNEY)
    vault.close()
    assert vault.open(PASSPHRASE).sessions.journey() == JOURNEY
    vault.close()


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
def test_a_failure_at_any_step_leaves_nothing_behind(tmp_path: Path, late: bool) -> None:  # noqa: FBT001 - a parameter of the test
    steps = steps_of_a_making(tmp_path / "whole")
    assert steps > 15
    refused = 0

    for at in range(1, steps + 1):
        folder = tmp_path / f"notebook-{at}"
        vault = cheap_vault(folder, FailingDisk(at, late=late))
        try:
            vault.create(PASSPHRASE, JOURNEY)
        except StorageError:
            refused += 1
            assert not folder.exists()
            assert not vault.exists()
            assert_can_be_made(folder)
        else:  # only the marker was left, and that says nothing once there is a header
            assert vault.is_open
            vault.close()
            assert cheap_vault(folder).open(PASSPHRASE).sessions.journey() == JOURNEY
            assert not (folder / "unfinished").exists()
    assert refused >= steps - 1


def test_a_disk_that_fails_for_good_leaves_no_notebook_or_a_whole_one(tmp_path: Path) -> None:
    for at in range(1, steps_of_a_making(tmp_path / "whole") + 1):
        folder = tmp_path / f"notebook-{at}"
        vault = cheap_vault(folder, FailingDisk(at, for_good=True))
        try:
            vault.create(PASSPHRASE, JOURNEY)
        except StorageError:
            vault.close()
        vault.close()

        if cheap_vault(folder).exists():
            assert cheap_vault(folder).open(PASSPHRASE).sessions.journey() == JOURNEY
        else:
            assert_can_be_made(folder)


def test_a_power_cut_at_any_step_leaves_no_notebook_or_a_whole_one(tmp_path: Path) -> None:
    made, whole = 0, steps_of_a_making(tmp_path / "whole")
    for at in range(1, whole + 1):
        folder = tmp_path / f"notebook-{at}"
        vault = cheap_vault(folder, CutDisk(at))
        with pytest.raises(POWER_CUT):
            vault.create(PASSPHRASE, JOURNEY)
        vault._lock.release()

        if cheap_vault(folder).exists():
            made += 1
            assert cheap_vault(folder).open(PASSPHRASE).sessions.journey() == JOURNEY
        else:
            assert_can_be_made(folder)
    assert 1 <= made < 5


def test_an_empty_folder_that_was_there_stays_when_nothing_could_be_made(folder: Path) -> None:
    folder.mkdir()

    with pytest.raises(StorageError):
        cheap_vault(folder, FailingDisk(6)).create(PASSPHRASE, JOURNEY)

    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", ["make_database", "lay_out", "add_journey"])
def test_a_database_that_cannot_be_laid_out_leaves_nothing_behind(
    folder: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StorageError

    with monkeypatch.context() as broken:
        broken.setattr(opening, name, refuse)
        with pytest.raises(StorageError):
            cheap_vault(folder).create(PASSPHRASE, JOURNEY)

    assert not folder.exists()
    assert_can_be_made(folder)


def test_stopping_in_the_middle_leaves_nothing_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(opening, "add_journey", interrupt)
        with pytest.raises(KeyboardInterrupt):
            cheap_vault(folder).create(PASSPHRASE, JOURNEY)

    assert not folder.exists()
    assert_can_be_made(folder)


def test_a_folder_where_none_may_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises((StorageError, NotebookExistsError)):
        cheap_vault(tmp_path / "file" / "notebook").create(PASSPHRASE, JOURNEY)


def test_two_that_make_one_at_once_never_spoil_the_first(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = cheap_vault(folder)
    from companion.storage.vault import making as module

    def late_check(_: Path) -> None:
        if not first.is_open:
            monkeypatch.undo()
            first.create(PASSPHRASE, JOURNEY)

    monkeypatch.setattr(module, "require_none", late_check)
    with pytest.raises(NotebookInUseError):
        cheap_vault(folder).create("another passphrase", JOURNEY)
    first.close()

    assert cheap_vault(folder).open(PASSPHRASE).sessions.journey() == JOURNEY


def test_one_that_was_made_and_shut_in_the_meantime_is_not_made_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from companion.storage.vault import making as module

    def late_check(_: Path) -> None:
        monkeypatch.undo()
        assert_can_be_made(folder)

    monkeypatch.setattr(module, "require_none", late_check)
    with pytest.raises(NotebookExistsError):
        cheap_vault(folder).create("another passphrase", JOURNEY)

    assert cheap_vault(folder).open(PASSPHRASE).sessions.journey() == JOURNEY


def test_a_vault_needs_no_disk_to_be_thought_of(folder: Path) -> None:
    FolderVault(folder)

    assert not folder.exists()
