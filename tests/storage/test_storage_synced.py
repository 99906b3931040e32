"""A folder that is kept in step with other places is known, and so is a second copy in it."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from storage_builders import JOURNEY, PASSPHRASE, said, walk
from test_storage_hot_journal import CUT_OFF

from companion.storage.machine import machine_name
from companion.storage.vault.keys import CHEAPEST
from companion.storage.vault.synced import second_copies, synced_by
from companion.storage.vault.vault import FolderVault


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("/home/mara/Dropbox/private/notebook", "Dropbox"),
        ("/home/mara/Dropbox (Old)/notebook", "Dropbox"),
        ("/Users/mara/Library/Mobile Documents/com~apple~CloudDocs/notebook", "iCloud"),
        ("/Users/mara/Library/CloudStorage/OneDrive-Personal/notebook", "OneDrive"),
        ("/Users/mara/Library/CloudStorage/GoogleDrive-mara/My Drive/notebook", "Google Drive"),
        ("C:/Users/Mara Höß/OneDrive/Documents/notebook", "OneDrive"),
        ("C:/Users/Mara Höß/OneDrive - Praxis Höß/notebook", "OneDrive"),
        ("C:/Users/mara/iCloudDrive/notebook", "iCloud"),
        ("C:/Users/mara/Dropbox/notebook", "Dropbox"),
        ("G:/Mi unidad/notebook", "Google Drive"),
        ("G:/Meine Ablage/notebook", "Google Drive"),
        ("/Users/mara/Library/CloudStorage/Dropbox/notebook", "Dropbox"),
        ("/Users/mara/Library/CloudStorage/Box-Box/notebook", "Box"),
        ("/Users/mara/Library/CloudStorage/ProtonDrive-mara@example.org/notebook", "Proton Drive"),
        ("/home/mara/Nextcloud/notebook", "Nextcloud"),
        ("/home/mara/Nextcloud2/notebook", "Nextcloud"),
        ("/home/mara/ownCloud/notebook", "ownCloud"),
        ("/home/mara/MEGA/notebook", "MEGA"),
        ("/home/mara/Proton Drive/notebook", "Proton Drive"),
        ("/home/mara/.local/share/companion/notebook", ""),
        ("/Users/mara/Library/Application Support/companion/notebook", ""),
        ("C:/Users/mara/AppData/Local/companion/notebook", ""),
        ("/home/mara/box/notebook", ""),
        ("/home/mara/My Dropbox notes/notebook", ""),
    ],
)
def test_a_folder_of_a_known_program_is_named(folder: str, program: str) -> None:
    assert synced_by(Path(folder)) == program


def test_a_marker_in_a_folder_above_names_the_program(tmp_path: Path) -> None:
    (tmp_path / "shared" / ".stfolder").mkdir(parents=True)

    assert synced_by(tmp_path / "shared" / "deep" / "notebook") == "Syncthing"


@pytest.mark.parametrize(
    "name",
    [
        "notebook (Mara's conflicted copy 2026-03-02).db",
        "notebook.sync-conflict-20260302-183000-ABCDEFG.db",
        "notebook-LAPTOP.db",
        "notebook (1).db",
        "notebook 2.db",
        "keys (conflicted copy 2026-03-02 183000).json",
        "keys.sync-conflict-20260302-183000-ABCDEFG.json",
    ],
)
def test_a_second_copy_is_named(tmp_path: Path, name: str) -> None:
    ours = ["keys.json", "notebook.db", "notebook.db-journal", "notebook.db.next", "lock"]
    for one in [*ours, "keys.json.new", name]:
        (tmp_path / one).touch()

    assert second_copies(tmp_path) == (name,)


def test_no_folder_has_no_second_copy(tmp_path: Path) -> None:
    assert second_copies(tmp_path / "none") == ()


def test_a_machine_keeps_its_name(tmp_path: Path) -> None:
    name = machine_name(tmp_path / "config", lambda length: bytes(range(length)))

    assert name == bytes(range(16)).hex()
    assert machine_name(tmp_path / "config", bytes) == name
    assert (tmp_path / "config" / "machine").stat().st_mode & 0o777 == 0o600


def test_a_machine_that_can_keep_no_name_has_none(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert machine_name(tmp_path / "file", bytes) == ""


def test_a_name_that_makes_no_sense_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "machine").write_bytes(b"\xff\xfe")

    assert machine_name(tmp_path, bytes) == "0" * 32


def vault_on(machine: str, folder: Path) -> FolderVault:
    return FolderVault(folder, profile=CHEAPEST, allow_cheapest=True, machine=lambda: machine)


def entry(number: int, words: str) -> object:
    return walk(f"r{number}", *(said(f"a{number}-{n}", f"{words} " * 90) for n in range(4)))


def words_in(folder: Path, machine: str) -> set[str]:
    vault = vault_on(machine, folder)
    reflections = vault.open(PASSPHRASE).reflections
    try:
        return {reflections.get(f"r{n}").first_words.split()[0] for n in range(8)}
    finally:
        vault.close()


@pytest.fixture
def torn(tmp_path: Path) -> Path:
    """A notebook of machine A, killed in the middle of a save, as it is on the disk."""
    folder = tmp_path / "a"
    vault = vault_on("a", folder)
    stores = vault.create(PASSPHRASE, JOURNEY)
    for number in range(8):
        stores.reflections.put(entry(number, "before"))
    vault.close()
    script = CUT_OFF.replace("allow_cheapest=True)", "allow_cheapest=True, machine=lambda: 'a')")
    ran = subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, "-c", script, str(folder), PASSPHRASE], check=False
    )
    assert ran.returncode == -signal.SIGKILL
    return folder


def test_the_lock_says_who_has_it_open_and_nothing_once_it_is_shut(tmp_path: Path) -> None:
    vault = vault_on("a", tmp_path / "n")
    vault.create(PASSPHRASE, JOURNEY)
    assert (tmp_path / "n" / "lock").read_bytes() == b" a"

    vault.close()

    assert (tmp_path / "n" / "lock").read_bytes() == b""


@pytest.mark.parametrize("machine", ["a", "b"])
def test_a_crash_is_mended_on_its_own_machine_and_on_another(torn: Path, machine: str) -> None:
    assert words_in(torn, machine) == {"before"}
    assert not (torn / "aside").exists()
    assert not (torn / "notebook.db-journal").exists()


def test_a_journal_that_comes_late_never_undoes_what_is_newer(torn: Path, tmp_path: Path) -> None:
    late = (torn / "notebook.db-journal").read_bytes()
    other = tmp_path / "b"
    # Machine B has the state before the crash, and goes on from there.
    assert words_in(torn, "a") == {"before"}
    shutil.copytree(torn, other)
    vault = vault_on("b", other)
    reflections = vault.open(PASSPHRASE).reflections
    for number in range(8):
        reflections.put(entry(number, "after"))
    vault.close()

    (other / "notebook.db-journal").write_bytes(late)

    assert words_in(other, "b") == {"after"}


def test_a_copy_aside_that_syncing_left_without_its_journal_still_brings_the_file_back(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "a"
    vault = vault_on("a", folder)
    stores = vault.create(PASSPHRASE, JOURNEY)
    for number in range(8):
        stores.reflections.put(entry(number, "before"))
    vault.close()
    file, aside = folder / "notebook.db", folder / "aside"
    aside.mkdir()
    shutil.copy(file, aside / "notebook.db")
    cut = bytearray(file.read_bytes())
    cut[-100] ^= 0xFF
    file.write_bytes(cut)
    (folder / "lock").write_bytes(b" a")

    assert words_in(folder, "b") == {"before"}
    assert not aside.exists()


def test_a_notebook_that_was_not_shut_on_another_machine_says_so(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    vault = vault_on("a", here)
    vault.create(PASSPHRASE, JOURNEY)
    shutil.copytree(here, there)
    vault.close()

    other = vault_on("b", there)
    other.open(PASSPHRASE)
    assert other.keeping.opened_elsewhere()
    other.close()
    other.open(PASSPHRASE)
    assert not other.keeping.opened_elsewhere()
    other.close()
    vault.open(PASSPHRASE)
    assert not vault.keeping.opened_elsewhere()
    vault.close()
