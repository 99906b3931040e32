"""What a command ends with when it could not do what it was asked, and what it says then."""

from __future__ import annotations

import pytest
from support.real import PASSPHRASE, Shell

from companion.domain.errors import StorageError
from companion.storage.store.reflections import ReflectionRepository
from companion.storage.vault.vault import FolderVault


@pytest.mark.parametrize(
    "argv", [["teleport"], ["list", "--limit", "0"], ["session"], ["page", "x"], ["--x"]]
)
def test_wrong_usage_is_two(shell: Shell, argv: list[str]) -> None:
    shell(*argv, key=False)
    assert shell.code == 2
    assert "usage" in shell.errors


def test_a_missing_notebook_is_one_and_names_the_way_on(shell: Shell) -> None:
    shell("list")
    assert shell.code == 1
    assert "companion init" in " ".join(shell.errors.split())


def test_a_wrong_passphrase_is_three(ready: Shell) -> None:
    ready.passphrase_file.write_text("not this one at all\n", encoding="utf-8")
    ready("list")
    assert ready.code == 3
    assert "Nothing was changed" in ready.errors


def test_a_damaged_notebook_is_four(ready: Shell) -> None:
    (ready.notebook / "notebook.db").write_bytes(b"")
    ready("list")
    assert ready.code == 4


def test_a_file_that_is_no_notebook_is_told(shell: Shell) -> None:
    shell.notebook.write_text("shopping list", encoding="utf-8")
    shell("list")
    assert shell.code == 1
    assert shell.notebook.read_text(encoding="utf-8") == "shopping list"


def test_a_folder_of_other_things_is_left_alone(shell: Shell) -> None:
    shell.notebook.mkdir()
    (shell.notebook / "holiday.jpg").write_bytes(b"x")
    shell("init")
    assert shell.code == 1
    assert [entry.name for entry in shell.notebook.iterdir()] == ["holiday.jpg"]


def test_a_notebook_in_use_is_five(ready: Shell) -> None:
    other = FolderVault(ready.notebook, allow_cheapest=True)
    other.open(PASSPHRASE)
    ready("list")
    assert ready.code == 5
    other.close()


def test_note_can_wait_until_the_notebook_is_free(ready: Shell) -> None:
    other = FolderVault(ready.notebook, allow_cheapest=True)
    other.open(PASSPHRASE)
    waited = []

    def sleep(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 3:
            other.close()

    ready("note", "--wait", "5", said="after you", sleep=sleep)
    assert ready.code == 0, ready.errors
    assert len(waited) == 3


def test_note_waits_no_longer_than_it_was_told(ready: Shell) -> None:
    other = FolderVault(ready.notebook, allow_cheapest=True)
    other.open(PASSPHRASE)
    waited: list[float] = []
    ready("note", "--wait", "1", said="x", sleep=waited.append)
    assert ready.code == 5
    assert sum(waited) == pytest.approx(1.0)
    other.close()


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\x00"])
def test_a_passphrase_file_that_can_not_be_read_is_told(
    ready: Shell, content: bytes | None
) -> None:
    if content is None:
        ready.passphrase_file.unlink()
    else:
        ready.passphrase_file.write_bytes(content)
    ready("list")
    assert ready.code == 1
    assert "passphrase file" in ready.errors


def test_a_full_disk_is_told_and_what_was_said_before_is_kept(
    ready: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready("note", said="before")

    def full(*_: object) -> None:
        raise StorageError

    with monkeypatch.context() as patch:
        patch.setattr(ReflectionRepository, "put", full)
        ready("note", said="after")
    assert ready.code == 1
    assert "disk" in ready.errors
    assert "before" in ready("list")


def test_a_fault_of_our_own_shows_no_traceback(
    ready: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        secret = "canary"
        raise RuntimeError(secret)

    monkeypatch.setattr(ReflectionRepository, "put", broken)
    out = ready("note", said="canary words")
    assert ready.code == 1
    assert "Traceback" not in ready.errors + out
    assert "canary" not in ready.errors + out
