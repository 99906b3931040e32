"""A notebook is removed for good, its key first; what is not its own stays as it is."""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from storage_builders import JOURNEY, PASSPHRASE, cheap_vault, known_bytes, said, walk
from storage_disks import POWER_CUT, CutDisk, FailingDisk

from companion.domain.errors import (
    BeingWipedError,
    CompanionError,
    NoNotebookError,
    NotANotebookError,
    NotebookInUseError,
    StorageError,
    WipeCutOffError,
    WrongPassphraseError,
)
from companion.domain.recovery_code import new_code
from companion.services.wiping import Wiping
from companion.storage.vault import backup
from companion.storage.vault.files import OVERWRITTEN, Disk
from companion.storage.vault.header import MOST_BYTES

if TYPE_CHECKING:
    from pathlib import Path

CODE = new_code(known_bytes("code"))
ENTRY = walk("one", said("a-one", "The heron stood in the weir."))
MOST_STEPS = 60
TODAY = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.fixture
def notebook(folder: Path) -> Path:
    """A notebook with an entry and a backup, shut."""
    vault = cheap_vault(folder)
    vault.create(PASSPHRASE, JOURNEY, CODE).reflections.put(ENTRY)
    vault.keeping.back_up_if_due(TODAY)
    vault.close()
    return folder


@pytest.fixture
def crowded(notebook: Path, tmp_path: Path) -> Path:
    """The same, with all that crashes, restoring and syncing may leave in it or beside it."""
    aside = notebook / "aside"
    aside.mkdir()
    for name in ("notebook.db", "notebook.db-journal"):
        (aside / name).write_bytes(b"as the crash left it")
        (notebook / name.replace(".db", " (1).db")).write_bytes(b"another machine's")
    for name in ("notebook.db.next", "unfinished", "keys.json.new", ".DS_Store"):
        (notebook / name).write_bytes(b"left")
    shutil.copy(notebook / "keys.json", notebook / "keys (conflicted copy).json")
    shutil.copy(notebook / "keys.json", notebook / "my keys")
    shutil.copy(notebook / "backups" / "1.backup", notebook / "by hand")
    shutil.copy(notebook / "backups" / "1.backup", notebook / "backups" / "1 (1).backup")
    for name in ("next", "1.backup.opened", "desktop.ini"):
        (notebook / "backups" / name).write_bytes(b"left")
    ready = tmp_path / "notebook.restoring"
    ready.mkdir()
    for name in ("keys.json", "notebook.db"):
        shutil.copy(notebook / name, ready / name)
    return notebook


def opens(folder: Path) -> bool:
    vault = cheap_vault(folder)
    try:
        return vault.open(PASSPHRASE).archive.known(["one"]) == {"one"}
    except CompanionError:
        return False
    finally:
        vault.close()


def key_slots(*folders: Path) -> list[str]:
    """The files that still hold a key slot."""
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return [file.name for file in files if b'"wrapped"' in file.read_bytes()]


def test_nothing_of_it_is_left(crowded: Path, tmp_path: Path) -> None:
    stays = cheap_vault(crowded).wiping.wipe()

    assert list(tmp_path.iterdir()) == []
    assert (stays.earlier, stays.others) == ((), ())
    assert not cheap_vault(crowded).exists()


@pytest.mark.parametrize("secret", [PASSPHRASE, CODE])
def test_only_a_secret_that_opens_it_passes_the_check(notebook: Path, secret: str) -> None:
    wiping = cheap_vault(notebook).wiping

    wiping.check(secret)
    with pytest.raises(WrongPassphraseError):
        wiping.check(f"{PASSPHRASE}!")

    assert opens(notebook)


def test_what_is_not_its_own_stays_and_is_named(notebook: Path) -> None:
    letters = notebook / "letters"
    letters.mkdir()
    theirs = [letters / "keys.json", notebook / "poem.txt", notebook / "backups" / "poem.txt"]
    for file in theirs:
        file.write_text("Dear", encoding="utf-8")
    named = {letters, notebook / "poem.txt", notebook / "backups" / "poem.txt"}
    wiping = cheap_vault(notebook).wiping

    assert set(wiping.staying().others) == named
    assert set(wiping.wipe().others) == named

    left = sorted(file for file in notebook.rglob("*") if file.is_file())
    assert left == sorted(theirs)
    assert {file.read_text(encoding="utf-8") for file in theirs} == {"Dear"}


def test_what_somebody_put_where_a_backup_was_laid_ready_stays_and_is_named(
    crowded: Path, tmp_path: Path
) -> None:
    poem = tmp_path / "notebook.restoring" / "poem.txt"
    poem.write_text("Dear", encoding="utf-8")
    wiping = cheap_vault(crowded).wiping

    assert wiping.staying().others == (poem,)
    assert wiping.wipe().others == (poem,)

    assert sorted(tmp_path.rglob("*")) == [poem.parent, poem]


def test_an_earlier_notebook_put_aside_stays_and_is_named(notebook: Path) -> None:
    aside = notebook.with_name("notebook.before-2")
    shutil.copytree(notebook, aside)
    for name in ("notebook.before-summer", "other"):
        notebook.with_name(name).mkdir()

    stays = cheap_vault(notebook).wiping.wipe()

    assert stays.earlier == (aside,)
    assert opens(aside)


def test_a_link_is_removed_and_not_what_it_leads_to(notebook: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "stick"
    shutil.move(notebook / "backups", elsewhere)
    kept = tmp_path / "kept.backup"
    shutil.move(elsewhere / "1.backup", kept)
    (elsewhere / "2.backup").symlink_to(kept)
    (elsewhere / "poem.txt").write_text("Dear", encoding="utf-8")
    (notebook / "backups").symlink_to(elsewhere)

    cheap_vault(notebook).wiping.wipe()

    assert [one.name for one in elsewhere.iterdir()] == ["poem.txt"]
    assert backup.read(kept, allow_cheapest=True)


def test_one_that_may_only_be_read_is_overwritten_all_the_same(notebook: Path) -> None:
    (notebook / "keys.json").chmod(0o400)
    (notebook / "backups" / "1.backup").chmod(0o400)

    cheap_vault(notebook).wiping.wipe()

    assert not notebook.exists()


def test_keys_are_overwritten_where_they_lie_before_anything_is_removed(
    crowded: Path, tmp_path: Path
) -> None:
    class Watching(Disk):
        seen: list[tuple[str, str]] = []  # noqa: RUF012  one disk, in one test

        def overwrite(self, file: Path, most: int) -> None:
            super().overwrite(file, most)
            assert not any(file.read_bytes()[len(OVERWRITTEN) : MOST_BYTES])
            self.seen.append(("overwrite", file.name))

        def remove(self, file: Path) -> None:
            self.seen.append(("remove", file.name))
            super().remove(file)

    disk = Watching()
    held = set(key_slots(tmp_path))
    cheap_vault(crowded, disk).wiping.wipe()

    overwritten = {name for what, name in disk.seen if what == "overwrite"}
    assert held <= overwritten
    assert disk.seen[0] == ("overwrite", "keys.json")
    last = max(n for n, (what, _) in enumerate(disk.seen) if what == "overwrite")
    before = {name for what, name in disk.seen[:last] if what == "remove"}
    assert before <= held | {"keys.json.new"}


def test_without_a_notebook_there_is_nothing_to_wipe(folder: Path) -> None:
    for call in (cheap_vault(folder).wiping.wipe, lambda: cheap_vault(folder).wiping.check("x")):
        with pytest.raises(NoNotebookError):
            call()
    assert not folder.exists()


def test_a_folder_with_other_things_is_never_wiped(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear", encoding="utf-8")
    with pytest.raises(NotANotebookError):
        cheap_vault(tmp_path).wiping.wipe()
    assert (tmp_path / "letter.txt").exists()


def test_one_that_is_open_is_not_wiped(notebook: Path) -> None:
    vault = cheap_vault(notebook)
    vault.open(PASSPHRASE)
    with pytest.raises(NotebookInUseError):
        cheap_vault(notebook).wiping.wipe()
    with pytest.raises(NotebookInUseError):
        vault.wiping.wipe()
    vault.close()
    assert opens(notebook)


def test_cut_off_it_says_so_whatever_is_asked_of_it(notebook: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.backup"
    shutil.copy(notebook / "backups" / "1.backup", kept)
    disk = CutDisk(4)
    with suppress(POWER_CUT):
        cheap_vault(notebook, disk).wiping.wipe()
    vault = cheap_vault(notebook)

    assert vault.exists()
    assert vault.wiping.begun()
    for call in (
        lambda: vault.open(PASSPHRASE),
        lambda: vault.create(PASSPHRASE, JOURNEY),
        lambda: vault.keeping.restoring().prepare(kept, PASSPHRASE),
    ):
        with pytest.raises(BeingWipedError):
            call()
    assert vault.wiping.wipe().earlier == ()

    restoring = vault.keeping.restoring()
    restoring.prepare(kept, PASSPHRASE)
    restoring.put_in_place()
    assert opens(notebook)


def _is_well(folder: Path) -> bool:
    """Whether it opens; if not, whether nothing does and wiping it again finishes."""
    vault = cheap_vault(folder)
    if opens(folder):
        assert not vault.wiping.begun()
        return True
    if vault.exists():
        assert vault.wiping.begun()
        vault.wiping.wipe()
    assert key_slots(folder.parent) == []
    left = [one.name for one in folder.parent.rglob("*")]
    assert left in ([], ["notebook"], ["notebook", "lock"])
    return False


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("for_good", [False, True], ids=["once", "from-then-on"])
def test_a_disk_that_refuses_at_any_step_leaves_it_whole_or_lets_it_be_finished(
    crowded: Path,
    tmp_path: Path,
    late: bool,  # noqa: FBT001 - a parameter of the test
    for_good: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    ended = []
    for at in range(1, MOST_STEPS):
        place = tmp_path / f"place-{at}" / "notebook"
        shutil.copytree(crowded, place)
        shutil.copytree(tmp_path / "notebook.restoring", place.with_name("notebook.restoring"))
        disk = FailingDisk(at, late=late, for_good=for_good)
        try:
            cheap_vault(place, disk).wiping.wipe()
        except StorageError:
            ended.append("untouched")
            assert opens(place)
        except WipeCutOffError:
            ended.append("cut off")
            assert cheap_vault(place).wiping.begun()
        else:
            ended.append("gone")
            assert not cheap_vault(place).exists()
            assert key_slots(place.parent) == []
        assert not _is_well(place) or ended[-1] == "untouched"
        if disk.steps < at:
            break
    assert {"untouched", "cut off", "gone"} <= set(ended)
    assert ended[-1] == "gone"


def test_a_power_cut_at_any_step_leaves_it_whole_or_lets_it_be_finished(
    crowded: Path, tmp_path: Path
) -> None:
    opened = []
    for at in range(1, MOST_STEPS):
        place = tmp_path / f"place-{at}" / "notebook"
        shutil.copytree(crowded, place)
        shutil.copytree(tmp_path / "notebook.restoring", place.with_name("notebook.restoring"))
        disk = CutDisk(at)
        with suppress(POWER_CUT):
            cheap_vault(place, disk).wiping.wipe()
        opened.append(_is_well(place))
        if disk.steps < at:
            break
    assert opened[0]
    assert opened == sorted(opened, reverse=True)
    assert len(opened) < MOST_STEPS - 1


def test_once_the_keys_are_gone_no_program_opens_what_is_left(
    crowded: Path, tmp_path: Path
) -> None:
    class Holding(Disk):
        def remove(self, file: Path) -> None:
            raise PermissionError(file)

    with pytest.raises(WipeCutOffError):
        cheap_vault(crowded, Holding()).wiping.wipe()

    assert key_slots(tmp_path) == []
    assert (crowded / "notebook.db").stat().st_size > MOST_BYTES
    (crowded / "wiping").unlink()
    assert not opens(crowded)


def test_the_database_is_shut_and_the_key_in_memory_overwritten_before_anything_goes(
    notebook: Path,
) -> None:
    class Watching(Disk):
        shut: list[bool] = []  # noqa: RUF012  one disk, in one test

        def write(self, file: Path, content: bytes) -> None:
            if file.name == "wiping":
                self.shut.append(not any(opened.secret.reveal()) and not vault.is_open)
                with pytest.raises(StorageError):
                    stores.reflections.count(JOURNEY.id)
            super().write(file, content)

    vault = cheap_vault(notebook, Watching())
    stores = vault.open(PASSPHRASE)
    opened = vault._required()

    Wiping(vault).wipe(PASSPHRASE)

    assert Watching.shut == [True]
    assert not notebook.exists()
