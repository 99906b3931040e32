"""One companion at a time holds a notebook, and a crash gives it back."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from storage_builders import JOURNEY, PASSPHRASE, cheap_vault

from companion.domain.errors import NotebookInUseError, StorageError
from companion.storage.vault.lock import FolderLock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from companion.storage.vault.vault import FolderVault

HOLDER = """
import sys
from pathlib import Path
from companion.storage.vault.keys import CHEAPEST
from companion.storage.vault.vault import FolderVault
vault = FolderVault(Path(sys.argv[1]), profile=CHEAPEST, allow_cheapest=True)
vault.open(sys.argv[2])
print("open", flush=True)
sys.stdin.read()
vault.close()
print("shut", flush=True)
sys.stdin.read()
"""


@contextmanager
def another_companion(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A second process that has the notebook open until its standard input ends."""
    with subprocess.Popen(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, "-c", HOLDER, str(folder), PASSPHRASE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def shut(vault: FolderVault) -> FolderVault:
    vault.create(PASSPHRASE, JOURNEY)
    vault.close()
    return vault


def test_a_notebook_that_another_process_has_open_is_in_use(shut: FolderVault) -> None:
    with another_companion(shut.folder):
        with pytest.raises(NotebookInUseError):
            shut.open(PASSPHRASE)
        with pytest.raises(NotebookInUseError):
            shut.open("a wrong passphrase")


def test_a_companion_that_is_killed_gives_it_back(shut: FolderVault) -> None:
    with another_companion(shut.folder) as process:
        process.kill()
        process.wait()

        assert shut.open(PASSPHRASE).sessions.journey() == JOURNEY


def test_a_companion_that_shuts_it_gives_it_back(shut: FolderVault) -> None:
    with another_companion(shut.folder) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.close()
        assert process.stdout.readline() == "shut\n"

        assert shut.open(PASSPHRASE).sessions.journey() == JOURNEY


def test_a_lock_is_held_once_and_given_back_once(tmp_path: Path) -> None:
    first, second = FolderLock(tmp_path / "lock"), FolderLock(tmp_path / "lock")
    first.acquire()

    with pytest.raises(NotebookInUseError):
        second.acquire()
    with pytest.raises(NotebookInUseError):
        first.acquire()
    second.release()
    with pytest.raises(NotebookInUseError):
        second.acquire()
    first.release()
    first.release()
    second.acquire()
    second.release()


def test_a_lock_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        FolderLock(tmp_path / "missing" / "lock").acquire()


def test_a_file_system_that_cannot_lock_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> bool:
        raise OSError

    monkeypatch.setattr("companion.system.here.take", refuse)
    with pytest.raises(StorageError):
        FolderLock(tmp_path / "lock").acquire()


def test_a_lock_left_lying_by_a_sync_tool_stops_nobody(shut: FolderVault) -> None:
    (shut.folder / "lock").unlink()

    assert cheap_vault(shut.folder).open(PASSPHRASE)
