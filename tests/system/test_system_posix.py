"""What is done on Linux and on a Mac."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from companion.storage.vault.files import Disk
from companion.system import posix

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="asks for modes")
FULL_SYNC = 51


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How files are synced on something that takes itself for a Mac."""
    import fcntl

    found = list[str]()

    def full(_handle: int, command: int) -> int:
        found.append("in full" if command == FULL_SYNC else "?")
        return 0

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", FULL_SYNC, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", full)
    monkeypatch.setattr(os, "fsync", lambda _: found.append("as far as the disk's own memory"))
    return found


def test_on_a_mac_a_file_and_its_name_reach_the_disk(tmp_path: Path, synced: list[str]) -> None:
    Disk().write(tmp_path / "keys.json", b"{}")
    assert synced == ["in full", "in full"]


def test_a_disk_that_does_not_know_it_is_synced_as_everywhere(
    tmp_path: Path, synced: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_handle: int, _command: int) -> int:
        raise OSError(45, "Operation not supported")

    monkeypatch.setattr("fcntl.fcntl", refuse)
    Disk().write(tmp_path / "keys.json", b"{}")
    assert synced == ["as far as the disk's own memory"] * 2


def test_a_file_that_others_may_read_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    file.touch(0o600)
    tmp_path.chmod(0o700)
    assert posix.alone_within(tmp_path) == {tmp_path: True, file: True}
    file.chmod(0o640)
    assert posix.alone_within(tmp_path) == {tmp_path: True, file: False}
    posix.close_to_others(file)
    assert posix.alone(file) is True
    assert posix.mode_of(file) == 0o600


def test_nothing_is_claimed_of_what_is_not_there(tmp_path: Path) -> None:
    assert posix.alone(tmp_path / "none") is None
    assert posix.mode_of(tmp_path / "none") == 0
    assert posix.alone_within(tmp_path / "none") == {}


def test_a_refusal_is_final() -> None:
    tried = list[int]()

    def refuse() -> None:
        tried.append(1)
        raise PermissionError

    with pytest.raises(PermissionError):
        posix.patiently(refuse, pytest.fail)
    assert tried == [1]
