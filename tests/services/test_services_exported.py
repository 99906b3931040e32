"""Files that were saved: remembered where they are, and removed only as someone said."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.fakes import MemoryOutbox
from support.memory import Memory
from support.stores import MemorySettings
from support.time import NOW, FixedClock

from companion.domain.errors import FileNotRememberedError, StorageError
from companion.domain.file_errors import FileChangedError, FileNotRemovedError
from companion.export.outbox import Outbox
from companion.services.exported import Exported, ExportedFile, Now, What

if TYPE_CHECKING:
    from companion.services.ports.files import Outbox as OutboxPort

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows links for few people only")


class Kept:
    """What was exported, on a disk that is real or only remembered."""

    def __init__(self, outbox: OutboxPort | None = None) -> None:
        self.memory = Memory()
        self.settings = MemorySettings(self.memory)
        self.clock = FixedClock()
        self.outbox = outbox or MemoryOutbox()
        self.exported = Exported(self.settings, self.outbox, self.clock)

    def saved(self, file: Path, text: str = "a page", what: What = What.PAGE) -> Path:
        """A file that was written and is remembered; where it lies."""
        self.outbox.write(file, text, replace=True)
        self.exported.remember(file, what)
        return self.exported.files()[0].file

    @property
    def states(self) -> dict[str, Now]:
        return {one.file.name: one.now for one in self.exported.files()}


@pytest.fixture
def kept() -> Kept:
    """On a real disk."""
    return Kept(Outbox())


def test_at_first_nothing_is_remembered(kept: Kept) -> None:
    assert kept.exported.files() == ()


def test_a_file_is_remembered_with_what_it_is_when_and_where(kept: Kept, tmp_path: Path) -> None:
    file = kept.saved(tmp_path / "book.pdf", what=What.BOOK)
    assert kept.exported.files() == (ExportedFile(file, What.BOOK, NOW, Now.THERE),)
    assert file == tmp_path / "book.pdf"


def test_the_latest_comes_first(kept: Kept, tmp_path: Path) -> None:
    for number in range(3):
        kept.saved(tmp_path / f"{number}.txt")
        kept.clock.advance(days=1)
    assert [one.file.name for one in kept.exported.files()] == ["2.txt", "1.txt", "0.txt"]


def test_a_name_without_a_folder_is_remembered_from_the_root_on(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert kept.saved(Path("page.txt")) == tmp_path / "page.txt"


def test_two_writes_to_one_place_are_one_file_as_it_is_now(kept: Kept, tmp_path: Path) -> None:
    kept.saved(tmp_path / "page.txt", "before")
    kept.saved(tmp_path / "other.txt")
    kept.saved(tmp_path / "page.txt", "after", What.EVERYTHING)
    files = kept.exported.files()
    assert [one.file.name for one in files] == ["page.txt", "other.txt"]
    assert files[0].what is What.EVERYTHING
    assert files[0].now is Now.THERE


def test_what_has_become_of_a_file_is_seen(kept: Kept, tmp_path: Path) -> None:
    for name in ("there", "changed", "gone", "folder"):
        kept.saved(tmp_path / name)
    (tmp_path / "changed").write_text("a page with a remark", encoding="utf-8")
    (tmp_path / "gone").unlink()
    (tmp_path / "folder").unlink()
    (tmp_path / "folder").mkdir()
    assert kept.states == {
        "there": Now.THERE,
        "changed": Now.CHANGED,
        "gone": Now.GONE,
        "folder": Now.CHANGED,
    }


def test_a_folder_that_is_gone_takes_its_files_with_it(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    kept.saved(tmp_path / "stick" / "page.txt")
    (tmp_path / "stick").rename(tmp_path / "elsewhere")
    assert kept.states == {"page.txt": Now.GONE}
    (tmp_path / "stick").write_text("a file now", encoding="utf-8")
    assert kept.states == {"page.txt": Now.GONE}


def test_a_file_that_is_as_it_was_is_removed_and_forgotten(kept: Kept, tmp_path: Path) -> None:
    file = kept.saved(tmp_path / "page.txt")
    kept.exported.remove(file)
    assert not file.exists()
    assert kept.exported.files() == ()
    assert kept.memory.settings["exported"] == ""


def test_a_changed_file_is_left_alone_until_that_is_said_too(kept: Kept, tmp_path: Path) -> None:
    file = kept.saved(tmp_path / "page.txt")
    file.write_text("a page with a remark", encoding="utf-8")
    with pytest.raises(FileChangedError) as refused:
        kept.exported.remove(file)
    assert refused.value.details == {"file": str(file)}
    assert file.exists()
    assert kept.states == {"page.txt": Now.CHANGED}
    kept.exported.remove(file, changed_too=True)
    assert not file.exists()
    assert kept.exported.files() == ()


def test_a_file_that_is_gone_is_forgotten_when_it_is_removed(kept: Kept, tmp_path: Path) -> None:
    file = kept.saved(tmp_path / "page.txt")
    file.unlink()
    kept.exported.remove(file)
    assert kept.exported.files() == ()


def test_what_was_not_saved_from_here_is_never_removed(kept: Kept, tmp_path: Path) -> None:
    kept.saved(tmp_path / "page.txt")
    mine = tmp_path / "letter.txt"
    mine.write_text("mine", encoding="utf-8")
    kept.exported.remove(mine, changed_too=True)
    assert mine.exists()
    assert kept.states == {"page.txt": Now.THERE}


def test_a_folder_in_a_files_place_is_not_removed_and_stays_remembered(
    kept: Kept, tmp_path: Path
) -> None:
    file = kept.saved(tmp_path / "page.txt")
    file.unlink()
    file.mkdir()
    (file / "letter").write_text("mine", encoding="utf-8")
    with pytest.raises(FileNotRemovedError):
        kept.exported.remove(file, changed_too=True)
    assert (file / "letter").exists()
    assert kept.states == {"page.txt": Now.CHANGED}


@posix
def test_a_link_in_a_files_place_goes_without_what_it_leads_to(kept: Kept, tmp_path: Path) -> None:
    file, mine = kept.saved(tmp_path / "page.txt"), tmp_path / "letter.txt"
    mine.write_text("a page", encoding="utf-8")
    file.unlink()
    file.symlink_to(mine)
    assert kept.states == {"page.txt": Now.CHANGED}
    with pytest.raises(FileChangedError):
        kept.exported.remove(file)
    kept.exported.remove(file, changed_too=True)
    assert not file.is_symlink()
    assert mine.read_text(encoding="utf-8") == "a page"


@posix
def test_what_was_written_over_a_link_is_remembered_where_the_words_are(
    kept: Kept, tmp_path: Path
) -> None:
    target, link = tmp_path / "words.txt", tmp_path / "page.txt"
    target.write_text("before", encoding="utf-8")
    link.symlink_to(target)
    assert kept.saved(link) == target
    kept.exported.remove(target)
    assert not target.exists()


@posix
def test_a_file_that_can_not_be_read_counts_as_changed(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.saved(tmp_path / "page.txt")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert kept.states == {"page.txt": Now.CHANGED}


def test_a_disk_that_refuses_leaves_a_file_remembered() -> None:
    kept = Kept()
    file = kept.saved(Path("page.txt"))
    kept.outbox.writable = False  # type: ignore[attr-defined]  # the fake's own
    with pytest.raises(FileNotRemovedError):
        kept.exported.remove(file)
    assert kept.states == {"page.txt": Now.THERE}


def test_forgetting_leaves_the_file_where_it_is(kept: Kept, tmp_path: Path) -> None:
    first, second = kept.saved(tmp_path / "a.txt"), kept.saved(tmp_path / "b.txt")
    kept.exported.forget(first)
    assert first.exists()
    assert kept.states == {"b.txt": Now.THERE}
    kept.exported.forget(tmp_path / "never.txt")
    assert second.exists()
    assert kept.states == {"b.txt": Now.THERE}


def test_where_a_file_is_that_can_not_be_remembered_is_told_by_name(
    kept: Kept, tmp_path: Path
) -> None:
    file = tmp_path / "page.txt"
    kept.outbox.write(file, "a page")
    kept.memory.writable = False
    with pytest.raises(FileNotRememberedError) as refused:
        kept.exported.remember(file, What.PAGE)
    assert refused.value.details == {"file": str(file)}
    assert file.exists()


def test_a_notebook_that_can_not_be_written_is_told_once_the_file_is_gone(
    kept: Kept, tmp_path: Path
) -> None:
    file = kept.saved(tmp_path / "page.txt")
    kept.memory.writable = False
    with pytest.raises(StorageError):
        kept.exported.remove(file)
    assert kept.states == {"page.txt": Now.GONE}


@pytest.mark.parametrize(
    "broken",
    [
        "not json",
        "7",
        '{"a": 1}',
        "[1]",
        "[[1, 2]]",
        '[["/a", "recipe", "2026-01-01T10:00:00+00:00", "x"]]',
        '[["/a", "page", "yesterday", "x"]]',
    ],
)
def test_a_setting_that_can_not_be_read_counts_as_nothing_and_is_written_anew(
    kept: Kept, tmp_path: Path, broken: str
) -> None:
    kept.memory.settings["exported"] = broken
    assert kept.exported.files() == ()
    kept.saved(tmp_path / "page.txt")
    assert kept.states == {"page.txt": Now.THERE}


def test_a_moment_without_a_zone_is_left_out(kept: Kept, tmp_path: Path) -> None:
    kept.saved(tmp_path / "page.txt")
    whole = kept.memory.settings["exported"]
    kept.memory.settings["exported"] = whole.replace("+00:00", "")
    assert kept.exported.files() == ()


def test_nothing_of_what_is_in_a_file_is_remembered(kept: Kept, tmp_path: Path) -> None:
    kept.saved(tmp_path / "page.txt", "the yellow door")
    assert "door" not in kept.memory.settings["exported"]
