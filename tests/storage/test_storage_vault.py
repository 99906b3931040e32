"""A notebook's folder: made, opened, shut, and told apart from what is none."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from storage_builders import (
    JOURNEY,
    PASSPHRASE,
    appointment,
    cheap_vault,
    database_of,
    day,
    draft,
    parked,
    said,
    walk,
)

from companion.domain.errors import (
    DamagedNotebookError,
    NoNotebookError,
    NotANotebookError,
    NotebookExistsError,
    NotebookInUseError,
    StorageError,
    WrongPassphraseError,
)
from companion.domain.page import Line, Section
from companion.storage.vault.strength import ZxcvbnJudge
from companion.storage.vault.vault import FolderVault

if TYPE_CHECKING:
    from pathlib import Path

    from companion.services import ports, vaults
    from companion.storage.store.open_stores import OpenStores

CANARY = "kingfisher-canary"


def a_vault(folder: Path) -> vaults.Vault:
    """The type checker says here that what is built fits what is asked for."""
    return FolderVault(folder)


def a_judge() -> ports.PassphraseJudge:
    """The same for the judge."""
    return ZxcvbnJudge()


def made(folder: Path) -> FolderVault:
    vault = cheap_vault(folder)
    vault.create(PASSPHRASE, JOURNEY)
    vault.close()
    return vault


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_what_was_kept_is_there_when_it_is_opened_again(folder: Path) -> None:
    vault = cheap_vault(folder)
    entry = walk("one", said("a", "The heron was back."))
    vault.create(PASSPHRASE, JOURNEY).reflections.put(entry)
    vault.close()

    stores = cheap_vault(folder).open(PASSPHRASE)

    assert stores.reflections.get("one") == entry
    assert stores.sessions.journey() == JOURNEY


def test_a_real_notebook_is_made_at_half_a_second_and_opens(folder: Path) -> None:
    vault = FolderVault(folder)
    vault.create(PASSPHRASE, JOURNEY)
    vault.close()

    assert FolderVault(folder).open(PASSPHRASE).sessions.journey() == JOURNEY


def test_a_real_vault_refuses_a_notebook_that_costs_nothing_to_guess(folder: Path) -> None:
    made(folder)

    with pytest.raises(DamagedNotebookError):
        FolderVault(folder).open(PASSPHRASE)


def test_a_wrong_passphrase_changes_nothing_and_locks_nothing(folder: Path) -> None:
    vault = made(folder)
    before = contents(folder)

    for _ in range(3):
        with pytest.raises(WrongPassphraseError):
            vault.open("nine quiet herons by the weird")

    assert contents(folder) == before
    assert not vault.is_open
    assert vault.open(PASSPHRASE)


def test_the_folder_and_its_files_are_for_their_owner_alone(folder: Path) -> None:
    made(folder)

    assert sorted(contents(folder)) == ["keys.json", "lock", "notebook.db"]
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


def test_the_journal_of_a_save_is_for_its_owner_alone_and_sealed(
    stores: OpenStores, vault: FolderVault
) -> None:
    stores.reflections.put(walk("one", said("a", CANARY)))
    with database_of(vault).writing() as connection:
        connection.exec_driver_sql("UPDATE answers SET shown = shown || ' again'")
        journal = vault.folder / "notebook.db-journal"
        assert stat.S_IMODE(journal.stat().st_mode) == 0o600 or os.name != "posix"
        assert CANARY.encode() not in journal.read_bytes()


def test_nothing_that_was_written_is_in_any_file_in_clear(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    vault = cheap_vault(folder)
    stores = vault.create(PASSPHRASE, JOURNEY)
    stores.reflections.put(walk("one", parked("a", CANARY, prompt=CANARY), title=CANARY))
    stores.reflections.put(draft("two", said("b", CANARY)))
    stores.pages.put("", [Line("a", Section.TALK, wording=CANARY)])
    stores.settings.put("page.name", CANARY)
    stores.sessions.put([appointment("s", 1, day(7))])
    assert stores.reflections.search("journey", CANARY, 10)
    everything = b"".join(contents(folder).values())
    vault.close()
    everything += b"".join(contents(folder).values())
    out, err = capfd.readouterr()

    for secret in (CANARY, CANARY[:10], "Thursdays", "echo", "CREATE TABLE", PASSPHRASE):
        assert secret.encode() not in everything
        assert secret.encode("utf-16-le") not in everything
    assert not out
    assert not err


def test_there_is_no_notebook_in_a_missing_or_empty_folder(folder: Path) -> None:
    assert not cheap_vault(folder).exists()
    folder.mkdir()
    assert not cheap_vault(folder).exists()
    (folder / ".DS_Store").touch()
    assert not cheap_vault(folder).exists()

    with pytest.raises(NoNotebookError) as told:
        cheap_vault(folder).open(PASSPHRASE)
    assert told.value.details == {"folder": str(folder)}


def test_a_file_is_no_notebook(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear heron,")

    with pytest.raises(NotANotebookError):
        cheap_vault(file).exists()
    with pytest.raises(NotebookExistsError):
        cheap_vault(file).create(PASSPHRASE, JOURNEY)
    assert file.read_text() == "Dear heron,"


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"a heron")
    vault = cheap_vault(tmp_path)

    with pytest.raises(NotANotebookError) as told:
        vault.exists()
    assert told.value.details == {"folder": str(tmp_path)}
    with pytest.raises(NotebookExistsError):
        vault.create(PASSPHRASE, JOURNEY)
    assert contents(tmp_path) == {"photo.jpg": b"a heron"}


def test_a_notebook_is_never_made_over_another(folder: Path) -> None:
    vault = made(folder)
    before = contents(folder)

    with pytest.raises(NotebookExistsError):
        vault.create("another passphrase", JOURNEY)

    assert contents(folder) == before


def test_a_notebook_is_made_in_an_empty_folder_and_closes_it_to_others(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)

    made(tmp_path)

    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700 or os.name != "posix"


def test_a_second_opening_is_told_and_the_first_goes_on(
    stores: OpenStores, vault: FolderVault
) -> None:
    for other in (vault, cheap_vault(vault.folder)):
        with pytest.raises(NotebookInUseError):
            other.open(PASSPHRASE)

    assert stores.sessions.journey() == JOURNEY


def test_once_shut_it_can_be_opened_by_another_and_gives_nothing_away(
    stores: OpenStores, vault: FolderVault
) -> None:
    vault.close()
    vault.close()

    with pytest.raises(StorageError):
        stores.reflections.count("journey")
    with pytest.raises(StorageError):
        stores.settings.put("page.name", "M.")
    other = cheap_vault(vault.folder)
    other.open(PASSPHRASE)
    other.close()


def test_looking_for_a_notebook_loads_neither_sqlalchemy_nor_cryptography(folder: Path) -> None:
    made(folder)
    script = (
        "import sys; from pathlib import Path\n"
        "from companion.storage.vault.strength import ZxcvbnJudge\n"
        "from companion.storage.vault.vault import FolderVault\n"
        "assert FolderVault(Path(sys.argv[1])).exists()\n"
        "print(sorted({'sqlalchemy', 'sqlcipher3', 'cryptography', 'zxcvbn'} & set(sys.modules)))"
    )

    ran = subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True
    )

    assert ran.stdout == "[]\n"
