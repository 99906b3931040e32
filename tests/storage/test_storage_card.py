"""The open card: plain, for its owner alone, there only while it is wanted, gone with the rest."""

from __future__ import annotations

import stat
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storage_builders import JOURNEY, PASSPHRASE, cheap_vault
from storage_disks import POWER_CUT, CutDisk, FailingDisk

from companion.domain.errors import NoNotebookError
from companion.domain.file_errors import CardNotRemovedError, CardNotWrittenError
from companion.storage.vault.files import OVERWRITTEN
from companion.storage.vault.open_card import MOST_BYTES

if TYPE_CHECKING:
    from pathlib import Path

LINES = ("Anna, my sister: 555 0100", "Call the practice first")
MOST_STEPS = 20


@pytest.fixture
def notebook(folder: Path) -> Path:
    """A notebook, shut."""
    vault = cheap_vault(folder)
    vault.create(PASSPHRASE, JOURNEY)
    vault.close()
    return folder


def test_there_is_no_card_unless_someone_leaves_one(notebook: Path) -> None:
    card = cheap_vault(notebook).card
    assert not card.is_there()
    assert card.lines() == ()
    assert cheap_vault(notebook).keeping.facts().card == ""


def test_a_card_is_read_without_a_key_in_the_words_it_was_left_in(notebook: Path) -> None:
    cheap_vault(notebook).card.write(LINES)
    assert cheap_vault(notebook).card.lines() == LINES
    # Without companion, too.
    assert (notebook / "card.txt").read_text(encoding="utf-8").splitlines() == list(LINES)


@pytest.mark.skipif(sys.platform == "win32", reason="the bits say nothing there")
def test_it_is_for_its_owner_alone(notebook: Path) -> None:
    cheap_vault(notebook).card.write(LINES)
    assert stat.S_IMODE((notebook / "card.txt").stat().st_mode) == 0o600


def test_its_name_says_nothing_of_what_the_folder_is(notebook: Path) -> None:
    cheap_vault(notebook).card.write(LINES)
    assert cheap_vault(notebook).keeping.facts().card == "card.txt"


def test_taken_back_it_is_gone_and_nothing_of_it_is_left_beside(notebook: Path) -> None:
    card = cheap_vault(notebook).card
    card.write(LINES)
    card.remove()
    card.remove()
    assert not card.is_there()
    assert all(b"555 0100" not in one.read_bytes() for one in notebook.rglob("*") if one.is_file())


def test_a_card_with_nobody_on_it_is_none(notebook: Path) -> None:
    card = cheap_vault(notebook).card
    card.write(LINES)
    card.write(())
    assert not (notebook / "card.txt").exists()


def test_what_was_overwritten_and_not_yet_removed_is_no_card(notebook: Path) -> None:
    (notebook / "card.txt").write_bytes(OVERWRITTEN + bytes(40))
    card = cheap_vault(notebook).card
    assert not card.is_there()
    assert card.lines() == ()


def test_in_a_folder_without_a_notebook_it_is_somebody_elses_file(folder: Path) -> None:
    folder.mkdir()
    (folder / "card.txt").write_text("a recipe", encoding="utf-8")
    assert cheap_vault(folder).card.lines() == ()


@pytest.mark.parametrize("at", range(1, 8))
@pytest.mark.parametrize("late", [False, True])
def test_a_disk_that_refuses_leaves_the_card_of_before_or_the_new_one_whole(
    notebook: Path, at: int, *, late: bool
) -> None:
    cheap_vault(notebook).card.write(("the one before",))
    disk = FailingDisk(at, late=late)
    try:
        cheap_vault(notebook, disk).card.write(LINES)
    except CardNotWrittenError:
        pass
    else:
        assert disk.steps < at or late
    assert cheap_vault(notebook).card.lines() in {("the one before",), LINES}


@pytest.mark.parametrize("at", range(1, 6))
def test_a_disk_that_does_not_let_go_of_it_is_told(notebook: Path, at: int) -> None:
    cheap_vault(notebook).card.write(LINES)
    disk = FailingDisk(at, for_good=True)
    card = cheap_vault(notebook, disk).card
    try:
        card.remove()
    except CardNotRemovedError:
        assert disk.steps >= at
    else:
        assert not (notebook / "card.txt").exists()


def test_no_more_than_a_few_lines_are_ever_read(notebook: Path) -> None:
    (notebook / "card.txt").write_text("x" * 10 * MOST_BYTES, encoding="utf-8")
    assert cheap_vault(notebook).card.lines() == ("x" * MOST_BYTES,)


@given(st.binary(max_size=200))
def test_whatever_another_program_put_there_is_shown_as_harmless_text(raw: bytes) -> None:
    from pathlib import Path
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "keys.json").write_bytes(b"{}")
        (folder / "card.txt").write_bytes(raw)
        for line in cheap_vault(folder).card.lines():
            assert line.isprintable() or not set(line) & set("\x00\x1b\x07\n\r\x9b\u202e")
            assert line.strip()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_in_its_place_is_taken_away_and_what_it_leads_to_stays(
    notebook: Path, tmp_path: Path
) -> None:
    (tmp_path / "letter").write_text("not ours", encoding="utf-8")
    (notebook / "card.txt").symlink_to(tmp_path / "letter")
    cheap_vault(notebook).card.remove()
    assert (tmp_path / "letter").read_text(encoding="utf-8") == "not ours"
    assert not (notebook / "card.txt").is_symlink()


def test_a_card_that_can_not_be_read_keeps_nobody_from_anything(notebook: Path) -> None:
    (notebook / "card.txt").mkdir()
    assert cheap_vault(notebook).card.lines() == ()
    assert not cheap_vault(notebook).card.is_there()


def backed_up(notebook: Path, away: Path) -> Path:
    """A backup of the notebook, kept elsewhere."""
    vault = cheap_vault(notebook)
    vault.open(PASSPHRASE)
    vault.keeping.back_up_to(away)
    vault.close()
    return away


def restore(notebook: Path, away: Path) -> Path:
    """Put the backup in place; where the folder of before is now."""
    restoring = cheap_vault(notebook).keeping.restoring()
    restoring.prepare(away, PASSPHRASE)
    aside = restoring.put_in_place()
    assert aside is not None
    return aside


def test_a_backup_holds_no_card(notebook: Path, tmp_path: Path) -> None:
    cheap_vault(notebook).card.write(LINES)
    assert b"555 0100" not in backed_up(notebook, tmp_path / "away").read_bytes()


def test_restoring_the_same_notebook_takes_no_choice_back_and_leaves_no_second_card(
    notebook: Path, tmp_path: Path
) -> None:
    away = backed_up(notebook, tmp_path / "away")
    cheap_vault(notebook).card.write(LINES)
    aside = restore(notebook, away)
    assert cheap_vault(notebook).card.lines() == LINES
    assert not (aside / "card.txt").exists()
    if sys.platform != "win32":
        assert stat.S_IMODE((notebook / "card.txt").stat().st_mode) == 0o600


def test_without_a_card_restoring_makes_none(notebook: Path, tmp_path: Path) -> None:
    restore(notebook, backed_up(notebook, tmp_path / "away"))
    assert not cheap_vault(notebook).card.is_there()


def test_the_card_of_another_notebook_stays_with_it(notebook: Path, tmp_path: Path) -> None:
    other = cheap_vault(tmp_path / "other")
    other.create(PASSPHRASE, JOURNEY)
    other.close()
    cheap_vault(notebook).card.write(LINES)
    aside = restore(notebook, backed_up(tmp_path / "other", tmp_path / "away"))
    assert not cheap_vault(notebook).card.is_there()
    assert cheap_vault(aside).card.lines() == LINES


def test_wiping_overwrites_it_and_takes_it_with_the_rest(notebook: Path) -> None:
    cheap_vault(notebook).card.write(LINES)
    (notebook / "card (1).txt").write_text("a copy that a program made", encoding="utf-8")
    assert cheap_vault(notebook).wiping.wipe().others == ()
    assert not notebook.exists()


@pytest.mark.parametrize("at", range(1, MOST_STEPS))
def test_a_wiping_that_was_cut_off_and_gone_on_with_leaves_nothing_of_it(
    notebook: Path, at: int
) -> None:
    cheap_vault(notebook).card.write(LINES)
    with suppress(POWER_CUT):
        cheap_vault(notebook, CutDisk(at)).wiping.wipe()
    # Cut off at its very end, there is nothing left to go on with.
    with suppress(NoNotebookError):
        cheap_vault(notebook).wiping.wipe()
    assert not list(notebook.glob("card*"))


def test_a_second_copy_of_it_is_told(notebook: Path) -> None:
    (notebook / "card.sync-conflict-1.txt").write_text("x", encoding="utf-8")
    (notebook / "cardiology.txt").write_text("somebody's own", encoding="utf-8")
    facts = cheap_vault(notebook).keeping.facts()
    assert facts.copies == ("card.sync-conflict-1.txt",)
    assert [one.name for one in cheap_vault(notebook).wiping.staying().others] == ["cardiology.txt"]
