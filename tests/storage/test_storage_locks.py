"""What opens a notebook can be changed, and a change is whole or did not happen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from storage_builders import (
    JOURNEY,
    PASSPHRASE,
    cheap_vault,
    database_of,
    known_bytes,
    said,
    walk,
)
from storage_disks import POWER_CUT, CutDisk, FailingDisk

from companion.domain.errors import (
    CutCodeError,
    MistypedCodeError,
    OtherCodeError,
    StorageError,
    WrongPassphraseError,
)
from companion.domain.recovery_code import new_code
from companion.storage.vault import names

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.storage.vault.files import Disk
    from companion.storage.vault.vault import FolderVault

CODE = new_code(known_bytes("code"))
NEW_CODE = new_code(known_bytes("new code"))
NEW = "eleven loud geese on the lawn"
ENTRY = walk("r1", said("a1", "The bridge, and what was under it."))


def change_passphrase(vault: FolderVault) -> None:
    assert vault.keeping.change_passphrase(PASSPHRASE, NEW) == 0


def change_code(vault: FolderVault) -> None:
    assert vault.keeping.change_code(PASSPHRASE, NEW_CODE) == 0


def renew_key(vault: FolderVault) -> None:
    vault.keeping.renew_key(PASSPHRASE, NEW, NEW_CODE)


CHANGES = pytest.mark.parametrize("change", [change_passphrase, change_code, renew_key])
BEFORE = (True, True, False, False)
AFTER = {
    change_passphrase: (False, True, True, False),
    change_code: (True, False, False, True),
    renew_key: (False, False, True, True),
}


def made(folder: Path, disk: Disk | None = None) -> FolderVault:
    vault = cheap_vault(folder)
    stores = vault.create(PASSPHRASE, JOURNEY, CODE)
    stores.reflections.put(ENTRY)
    vault.close()
    return cheap_vault(folder, disk)


def opens(folder: Path, secret: str) -> bool:
    vault = cheap_vault(folder)
    try:
        assert vault.open(secret).reflections.get("r1") == ENTRY
    except WrongPassphraseError:
        return False
    finally:
        vault.close()
    return True


def opening(folder: Path) -> tuple[bool, ...]:
    """Which of passphrase, code, new passphrase and new code open it."""
    return tuple(opens(folder, secret) for secret in (PASSPHRASE, CODE, NEW, NEW_CODE))


def test_the_passphrase_and_the_code_open_it_and_nothing_else_does(folder: Path) -> None:
    made(folder)

    assert opening(folder) == BEFORE
    assert opens(folder, CODE.lower().replace("-", " "))
    assert not opens(folder, PASSPHRASE.upper())


def test_a_notebook_without_a_code_opens_with_its_passphrase_alone(folder: Path) -> None:
    vault = cheap_vault(folder)
    vault.create(PASSPHRASE, JOURNEY).reflections.put(ENTRY)
    vault.close()

    assert opening(folder) == (True, False, False, False)
    vault.open(PASSPHRASE)
    vault.keeping.change_code(PASSPHRASE, CODE)
    vault.close()
    assert opening(folder) == BEFORE


def test_a_slip_in_the_code_is_named_and_a_dead_code_is_called_one(folder: Path) -> None:
    vault = made(folder)
    groups = CODE.split("-")

    with pytest.raises(MistypedCodeError) as slip:
        vault.open("-".join([*groups[:2], groups[2][::-1], *groups[3:]]))
    assert slip.value.details == {"group": 3}
    with pytest.raises(CutCodeError):
        vault.open(CODE.replace("-", "")[:-1])
    with pytest.raises(OtherCodeError):
        vault.open(NEW_CODE)


@CHANGES
def test_a_change_is_made(folder: Path, change: Callable[[FolderVault], None]) -> None:
    vault = made(folder)
    vault.open(PASSPHRASE)

    change(vault)

    vault.close()
    assert opening(folder) == AFTER[change]
    assert {file.name for file in folder.iterdir()} == {"keys.json", "lock", "notebook.db"}


def test_the_code_proves_who_is_there_as_well(folder: Path) -> None:
    vault = made(folder)
    vault.open(CODE)

    vault.keeping.change_passphrase(CODE.lower(), NEW)

    vault.close()
    assert opening(folder) == (False, True, True, False)


def test_whoever_does_not_know_a_secret_changes_nothing(folder: Path) -> None:
    vault = made(folder)
    vault.open(PASSPHRASE)
    before = (folder / "keys.json").read_bytes()

    for change in (
        lambda: vault.keeping.change_passphrase("a guess", NEW),
        lambda: vault.keeping.change_code(NEW_CODE, NEW_CODE),
        lambda: vault.keeping.renew_key("", NEW, NEW_CODE),
    ):
        with pytest.raises(WrongPassphraseError):
            change()

    assert (folder / "keys.json").read_bytes() == before
    assert vault.is_open


def test_a_shut_notebook_has_no_locks_to_change(folder: Path) -> None:
    vault = made(folder)

    for change in (change_passphrase, change_code, renew_key):
        with pytest.raises(StorageError):
            change(vault)


def test_a_change_of_the_passphrase_goes_on_with_the_open_notebook(folder: Path) -> None:
    vault = made(folder)
    stores = vault.open(PASSPHRASE)

    change_passphrase(vault)

    stores.reflections.put(walk("r2", said("a2", "After it.")))
    assert stores.reflections.get("r2").first_words == "After it."


def test_a_renewal_changes_every_page_and_keeps_the_notebooks_name(folder: Path) -> None:
    vault = made(folder)
    vault.open(PASSPHRASE)
    old_key = vault._required().key
    before = (folder / "notebook.db").read_bytes()
    notebook_id = vault._place.read_header().id

    renew_key(vault)

    assert not vault.is_open
    after = (folder / "notebook.db").read_bytes()
    pages = range(4096, len(before), 4096)
    assert all(before[at : at + 4096] != after[at : at + 4096] for at in pages)
    assert vault._place.read_header().id == notebook_id
    vault.open(NEW)
    assert vault._required().key != old_key


@CHANGES
@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
def test_a_disk_that_refuses_at_any_step_leaves_the_old_or_the_new_locks(
    tmp_path: Path,
    change: Callable[[FolderVault], None],
    late: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    seen = set()
    for at in range(1, 60):
        folder = tmp_path / f"notebook-{at}"
        disk = FailingDisk(0, late=late)
        vault = made(folder, disk)
        vault.open(PASSPHRASE)
        begun = disk.steps
        disk._at = begun + at
        try:
            change(vault)
            failed = disk.steps >= disk._at
        except StorageError:
            failed = True
        finally:
            vault.close()

        found = opening(folder)
        assert found in (BEFORE, AFTER[change])
        seen.add(found)
        if not failed:
            break
    assert seen == {BEFORE, AFTER[change]}
    assert at > 2


@CHANGES
def test_a_power_cut_at_any_step_leaves_the_old_or_the_new_locks(
    tmp_path: Path, change: Callable[[FolderVault], None]
) -> None:
    seen = []
    for at in range(1, 60):
        folder = tmp_path / f"notebook-{at}"
        disk = CutDisk(10**6)
        vault = made(folder, disk)
        vault.open(PASSPHRASE)
        disk._at = disk.steps + at
        cut = False
        try:
            change(vault)
        except POWER_CUT:
            cut = True
        database_of(vault).close() if vault.is_open else None
        vault._lock.release()

        found = opening(folder)
        assert found in (BEFORE, AFTER[change])
        seen.append(found)
        if not cut:
            break
    assert seen == sorted(seen, key=[BEFORE, AFTER[change]].index)
    assert set(seen) == {BEFORE, AFTER[change]}
    assert not (folder / names.NEXT).exists()


def test_what_a_cut_renewal_left_is_removed_or_given_its_name(tmp_path: Path) -> None:
    unfinished = tmp_path / "unfinished"
    made(unfinished)
    (unfinished / names.NEXT).write_bytes(b"half of a new file" * 500)
    assert opening(unfinished) == BEFORE
    assert not (unfinished / names.NEXT).exists()


def test_both_files_stay_where_neither_opens(folder: Path) -> None:
    made(folder)
    whole = (folder / "notebook.db").read_bytes()
    (folder / "notebook.db").write_bytes(bytes(4096) + whole[4096:])
    (folder / names.NEXT).write_bytes(bytes(8192))

    from companion.domain.errors import DamagedNotebookError

    with pytest.raises(DamagedNotebookError):
        cheap_vault(folder).open(PASSPHRASE)

    assert (folder / names.NEXT).read_bytes() == bytes(8192)


def test_the_key_is_overwritten_when_the_notebook_is_shut(folder: Path) -> None:
    vault = made(folder)
    vault.open(PASSPHRASE)
    secret = vault._required().secret
    assert any(secret.reveal())

    vault.close()

    assert not any(secret.reveal())
