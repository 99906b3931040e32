"""Someone who may put things into the folder: links, pipes and devices in place of files."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from storage_builders import JOURNEY, PASSPHRASE, cheap_vault

from companion.domain.errors import StorageError
from companion.domain.file_errors import CardNotWrittenError
from companion.storage.vault.files import beginning_of, write_whole

if sys.platform == "win32":
    pytest.skip("has no pipes among its files, and makes links for few", allow_module_level=True)

PRECIOUS = "somebody's thesis"


@pytest.fixture
def notebook(folder: Path) -> Path:
    """A notebook, shut."""
    vault = cheap_vault(folder)
    vault.create(PASSPHRASE, JOURNEY)
    vault.close()
    return folder


@pytest.fixture
def precious(tmp_path: Path) -> Path:
    """A file outside the notebook."""
    file = tmp_path / "thesis.txt"
    file.write_text(PRECIOUS, encoding="utf-8")
    return file


def test_a_link_in_the_lock_s_place_has_no_other_file_emptied(
    notebook: Path, precious: Path
) -> None:
    (notebook / "lock").unlink()
    (notebook / "lock").symlink_to(precious)
    with pytest.raises(StorageError):
        cheap_vault(notebook).open(PASSPHRASE)
    assert precious.read_text(encoding="utf-8") == PRECIOUS


def test_a_link_where_something_is_being_written_has_no_other_file_overwritten(
    notebook: Path, precious: Path
) -> None:
    (notebook / "card.txt.new").symlink_to(precious)
    with pytest.raises(CardNotWrittenError):
        cheap_vault(notebook).card.write(["Anna"])
    assert precious.read_text(encoding="utf-8") == PRECIOUS
    # It was in the way of this one try alone.
    cheap_vault(notebook).card.write(["Anna"])
    assert cheap_vault(notebook).card.lines() == ("Anna",)


def test_a_link_that_one_made_oneself_is_read_through(notebook: Path, precious: Path) -> None:
    (notebook / "card.txt").symlink_to(precious)
    assert cheap_vault(notebook).card.lines() == (PRECIOUS,)


def test_nothing_waits_for_a_pipe(notebook: Path) -> None:
    os.mkfifo(notebook / "card.txt")
    assert cheap_vault(notebook).card.lines() == ()
    (notebook / "keys.json").unlink()
    os.mkfifo(notebook / "keys.json")
    with pytest.raises(StorageError):
        cheap_vault(notebook).open(PASSPHRASE)


def test_wiping_overwrites_nothing_that_a_planted_copy_of_the_header_leads_to(
    notebook: Path, precious: Path
) -> None:
    (notebook / "aside").mkdir()
    (notebook / "aside" / "keys.json").symlink_to(precious)
    cheap_vault(notebook).wiping.wipe()
    assert precious.read_text(encoding="utf-8") == PRECIOUS
    assert not notebook.exists()


def test_a_device_or_a_folder_is_no_file_to_read(tmp_path: Path) -> None:
    for place in (Path(os.devnull), tmp_path):
        with pytest.raises(IsADirectoryError):
            beginning_of(place, 10)
    write_whole(tmp_path / "plain", b"as it was written")
    assert beginning_of(tmp_path / "plain", 5) == b"as it"
