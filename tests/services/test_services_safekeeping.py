"""Locks, backups and facts, as the faces ask for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.fakes import NOW, PASSPHRASE
from support.world import World

from companion.domain.errors import (
    BackupNotMadeError,
    FileExistsAlreadyError,
    StorageError,
    WeakPassphraseError,
    WrongPassphraseError,
)
from companion.domain.recovery_code import read_code
from companion.domain.safekeeping import Notice, NoticeKind, State

NEW = "eleven loud geese on the lawn"


@pytest.fixture
def world() -> World:
    world = World()
    world.opened()
    return world


def test_a_code_is_proposed_and_opens_nothing_before_it_is_kept(world: World) -> None:
    kept = world.notebook.safekeeping
    code = kept.new_code()

    assert read_code(code) == code
    assert world.vault.keeping.code == ""
    kept.change_code(PASSPHRASE, code)
    assert world.vault.keeping.code == code


def test_two_groups_are_asked_back(world: World) -> None:
    first, second = world.notebook.safekeeping.asked_groups()
    assert 1 <= first < second <= 7


def test_a_notebook_can_be_set_up_with_a_code() -> None:
    world = World()
    world.notebook.set_up(PASSPHRASE, code="the code")
    assert world.vault.keeping.code == "the code"


def test_the_passphrase_is_changed_by_whoever_knows_it(world: World) -> None:
    kept = world.notebook.safekeeping
    with pytest.raises(WrongPassphraseError):
        kept.change_passphrase("a guess", NEW)

    assert kept.change_passphrase(PASSPHRASE, NEW) == 0

    assert world.vault.keeping.passphrase == NEW


def test_a_weak_new_passphrase_changes_nothing(world: World) -> None:
    for change in (
        world.notebook.safekeeping.change_passphrase,
        world.notebook.safekeeping.renew_key,
    ):
        with pytest.raises(WeakPassphraseError):
            change(PASSPHRASE, "weak")
    assert world.vault.keeping.passphrase == PASSPHRASE


def test_after_a_renewal_the_notebook_is_shut(world: World) -> None:
    world.notebook.safekeeping.renew_key(PASSPHRASE, NEW, "code")

    assert not world.vault.is_open
    assert (world.vault.keeping.passphrase, world.vault.keeping.code) == (NEW, "code")


def test_looking_after_it_makes_the_days_backup_and_says_nothing(world: World) -> None:
    kept = world.notebook.safekeeping

    assert kept.look_after() == ()
    world.clock.advance(hours=3)
    assert kept.look_after() == ()

    assert [one.made_at for one in kept.backups()] == [NOW]


def test_what_is_worth_a_sentence_is_said(world: World) -> None:
    world.vault.keeping.copies = ("notebook (1).db",)
    world.vault.keeping.synced_by = "Dropbox"
    world.vault.keeping.refuses = True
    world.vault.keeping.elsewhere = True

    assert world.notebook.safekeeping.look_after() == (
        Notice(NoticeKind.ELSEWHERE),
        Notice(NoticeKind.COPY, "notebook (1).db"),
        Notice(NoticeKind.SYNCED, "Dropbox"),
        Notice(NoticeKind.BACKUP_FAILED),
    )


def test_a_backup_goes_where_the_person_says_and_over_nothing(world: World, tmp_path: Path) -> None:
    kept = world.notebook.safekeeping
    there = tmp_path / "there"
    there.touch()

    kept.back_up_to(tmp_path / "new")
    with pytest.raises(FileExistsAlreadyError):
        kept.back_up_to(there)
    with pytest.raises(FileExistsAlreadyError):
        kept.back_up_to(tmp_path, replace=True)
    with pytest.raises(BackupNotMadeError):
        kept.back_up_to(tmp_path / ("x" * 300))
    kept.back_up_to(there, replace=True)

    assert world.vault.keeping.written == [tmp_path / "new", there]


def test_a_link_to_nothing_is_something(world: World, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "none")

    with pytest.raises(FileExistsAlreadyError):
        world.notebook.safekeeping.back_up_to(tmp_path / "link")


def test_a_backup_that_can_not_be_made_is_told(world: World, tmp_path: Path) -> None:
    world.vault.keeping.refuses = True

    with pytest.raises(BackupNotMadeError):
        world.notebook.safekeeping.back_up_to(tmp_path / "new")


def test_it_is_read_part_by_part(world: World) -> None:
    found = {one.part: one.state for one in world.notebook.safekeeping.verdicts()}
    assert found == {"keys.json": State.WHOLE, "notebook.db": State.WHOLE}


def test_facts_need_no_key_and_locks_do(world: World) -> None:
    world.notebook.lock()
    kept = world.notebook.safekeeping

    assert [slot.kind for slot in kept.facts().slots] == ["passphrase"]
    assert kept.restoring().prepare(Path("a.backup"), PASSPHRASE).entries == 1
    with pytest.raises(StorageError):
        kept.change_code(PASSPHRASE, "code")
