"""What a crash leaves is mended, and what was mended is read whole before it is trusted."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from storage_builders import JOURNEY, PASSPHRASE, cheap_vault, database_of, said, walk

from companion.domain.errors import DamagedNotebookError
from companion.storage.store import opening

if TYPE_CHECKING:
    from pathlib import Path

    from companion.domain.answer import Reflection
    from companion.storage.vault.vault import FolderVault

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")

CUT_OFF = """
import os, signal, sys
from pathlib import Path
from companion.storage.vault.keys import CHEAPEST
from companion.storage.vault.vault import FolderVault
vault = FolderVault(Path(sys.argv[1]), profile=CHEAPEST, allow_cheapest=True)
vault.open(sys.argv[2])
with vault._required().database.writing() as connection:
    connection.exec_driver_sql("PRAGMA cache_spill = 1")
    connection.exec_driver_sql("PRAGMA cache_size = 1")
    connection.exec_driver_sql("UPDATE answers SET shown = 'half a change ' || shown")
    connection.exec_driver_sql("UPDATE reflections SET title = 'half a change'")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def entries() -> list[Reflection]:
    return [
        walk(f"r{n}", *(said(f"a{n}-{m}", f"Heron {n} " * 90) for m in range(4))) for n in range(8)
    ]


@pytest.fixture
def crashed(vault: FolderVault) -> FolderVault:
    """A notebook whose companion was killed with half of a change in the file."""
    stores = vault.create(PASSPHRASE, JOURNEY)
    for entry in entries():
        stores.reflections.put(entry)
    vault.close()
    ran = subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, "-c", CUT_OFF, str(vault.folder), PASSPHRASE], check=False
    )
    assert ran.returncode == -signal.SIGKILL
    assert (vault.folder / "notebook.db-journal").stat().st_size > 0
    return vault


def kept(vault: FolderVault) -> list[Reflection]:
    reflections = vault.open(PASSPHRASE).reflections
    return [reflections.get(entry.id) for entry in entries()]


def test_a_change_that_was_cut_off_never_happened(crashed: FolderVault) -> None:
    assert kept(crashed) == entries()
    assert sorted(file.name for file in crashed.folder.iterdir()) == [
        "keys.json",
        "lock",
        "notebook.db",
    ]


def test_a_wrong_passphrase_leaves_a_crash_as_it_was(crashed: FolderVault) -> None:
    before = {file.name: file.read_bytes() for file in crashed.folder.iterdir()}

    from companion.domain.errors import WrongPassphraseError

    with pytest.raises(WrongPassphraseError):
        crashed.open("not this one")

    assert {file.name: file.read_bytes() for file in crashed.folder.iterdir()} == before


def test_the_files_are_kept_aside_until_all_was_read(
    crashed: FolderVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {
        name: (crashed.folder / name).read_bytes()
        for name in ("notebook.db", "notebook.db-journal")
    }

    def damaged(_: object, **_more: object) -> None:
        raise DamagedNotebookError(part="notebook.db")

    with monkeypatch.context() as broken:
        broken.setattr(opening, "verify", damaged)
        for _ in range(2):
            with pytest.raises(DamagedNotebookError):
                crashed.open(PASSPHRASE)
            aside = crashed.folder / "aside"
            assert {file.name: file.read_bytes() for file in aside.iterdir()} == before

    assert kept(crashed) == entries()
    assert not (crashed.folder / "aside").exists()


def test_a_copy_aside_that_was_cut_off_is_made_again(crashed: FolderVault) -> None:
    (crashed.folder / "aside.new").mkdir()
    (crashed.folder / "aside.new" / "notebook.db").write_bytes(b"half a copy")

    assert kept(crashed) == entries()
    assert not (crashed.folder / "aside.new").exists()


def test_a_flip_in_what_is_rolled_back_gives_damage_or_the_words_as_they_were(
    crashed: FolderVault, tmp_path: Path
) -> None:
    journal = (crashed.folder / "notebook.db-journal").read_bytes()
    places = [*range(28), *range(512, len(journal), len(journal) // 60)]

    for number, place in enumerate(places):
        folder = tmp_path / f"flipped-{number}"
        shutil.copytree(crashed.folder, folder)
        flipped = bytearray(journal)
        flipped[place] ^= 0x04
        (folder / "notebook.db-journal").write_bytes(flipped)
        vault = cheap_vault(folder)
        try:
            assert kept(vault) == entries()
        except DamagedNotebookError:
            assert (folder / "aside" / "notebook.db-journal").read_bytes() == flipped
        finally:
            vault.close()
            shutil.rmtree(folder)


def test_an_index_that_does_not_match_the_words_is_the_trace_of_half_a_change(
    crashed: FolderVault,
) -> None:
    crashed.open(PASSPHRASE)
    with database_of(crashed).writing() as connection:
        connection.exec_driver_sql("UPDATE answers SET shown = 'a bittern' WHERE id = 'a3-0'")
    crashed.close()
    (crashed.folder / "aside").mkdir()

    with pytest.raises(DamagedNotebookError):
        crashed.open(PASSPHRASE)


def test_an_empty_journal_is_no_crash(vault: FolderVault) -> None:
    vault.create(PASSPHRASE, JOURNEY)
    vault.close()
    (vault.folder / "notebook.db-journal").touch()

    assert vault.open(PASSPHRASE)
    assert not (vault.folder / "aside").exists()
