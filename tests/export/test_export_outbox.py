"""A page is written whole or not at all, for its owner alone, and over nothing by accident."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from companion.domain.errors import CompanionError, FileExistsAlreadyError, FileNotWrittenError
from companion.export.outbox import Outbox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BEFORE = "something of the person's own"
PAGE = "I'd like to talk about 漢\n\n- a door\n"

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such modes")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


@pytest.fixture
def file(folder: Path) -> Path:
    return folder / "page.txt"


def mode_of(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def refusing(error: type[OSError] = OSError) -> Callable[..., None]:
    def refuse(*_: object, **__: object) -> None:
        raise error(28, "No space left on device", "a private name")

    return refuse


@pytest.mark.parametrize("replace", [False, True])
def test_what_is_written_is_what_is_there(file: Path, *, replace: bool) -> None:
    Outbox().write(file, PAGE, replace=replace)
    assert file.read_bytes() == PAGE.encode()
    assert list(file.parent.iterdir()) == [file]


@posix
@pytest.mark.parametrize("replace", [False, True])
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_the_file_is_its_owners_alone(file: Path, umask: int, *, replace: bool) -> None:
    before = os.umask(umask)
    try:
        Outbox().write(file, PAGE, replace=replace)
    finally:
        os.umask(before)
    assert mode_of(file) == 0o600


@posix
def test_the_file_is_its_owners_alone_before_the_first_byte(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[int, int]] = []
    real = os.open

    def watched(path: Path, flags: int, *mode: int) -> int:
        handle = real(path, flags, *mode)
        if flags & os.O_CREAT:
            found = os.fstat(handle)
            seen.append((stat.S_IMODE(found.st_mode), found.st_size))
        return handle

    before = os.umask(0)
    try:
        monkeypatch.setattr(os, "open", watched)
        Outbox().write(file, PAGE)
    finally:
        os.umask(before)
    assert seen == [(0o600, 0)]


def test_a_file_that_is_there_is_left_as_it_is(file: Path) -> None:
    file.write_text(BEFORE, encoding="utf-8")
    with pytest.raises(FileExistsAlreadyError) as told:
        Outbox().write(file, PAGE)
    assert told.value.details == {"file": str(file)}
    assert file.read_text(encoding="utf-8") == BEFORE
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_appears_meanwhile_is_left_as_it_is(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def sync(handle: int) -> None:
        real(handle)
        file.write_text(BEFORE, encoding="utf-8")

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(FileExistsAlreadyError):
        Outbox().write(file, PAGE)
    assert file.read_text(encoding="utf-8") == BEFORE
    assert list(file.parent.iterdir()) == [file]


@posix
def test_replacing_closes_a_file_that_was_open_to_others(file: Path) -> None:
    file.write_text(BEFORE, encoding="utf-8")
    file.chmod(0o644)
    Outbox().write(file, PAGE, replace=True)
    assert file.read_text(encoding="utf-8") == PAGE
    assert mode_of(file) == 0o600


@posix
def test_a_link_counts_as_a_file_even_if_it_leads_nowhere(folder: Path, file: Path) -> None:
    file.symlink_to(folder / "elsewhere.txt")
    with pytest.raises(FileExistsAlreadyError):
        Outbox().write(file, PAGE)
    assert not (folder / "elsewhere.txt").exists()


@posix
def test_replacing_a_link_writes_the_file_it_leads_to(folder: Path, file: Path) -> None:
    target = folder / "elsewhere.txt"
    target.write_text(BEFORE, encoding="utf-8")
    file.symlink_to(target)
    Outbox().write(file, PAGE, replace=True)
    assert file.is_symlink()
    assert target.read_text(encoding="utf-8") == PAGE
    assert mode_of(target) == 0o600


@posix
def test_a_device_or_a_pipe_is_never_replaced_by_a_file(folder: Path) -> None:
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    link = folder / "link"
    link.symlink_to(pipe)
    for place in (pipe, link):
        with pytest.raises(FileNotWrittenError):
            Outbox().write(place, PAGE, replace=True)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize(
    "place",
    ["", ".", "no-such-folder/page.txt", "a\0b.txt", "x" * 300],
    ids=["folder", "dot", "missing", "null", "long"],
)
@pytest.mark.parametrize("replace", [False, True])
def test_a_place_that_can_hold_no_file_is_told(folder: Path, place: str, *, replace: bool) -> None:
    with pytest.raises((FileNotWrittenError, FileExistsAlreadyError)) as told:
        Outbox().write(folder / place, PAGE, replace=replace)
    assert told.value.details == {"file": str(folder / place)}
    assert list(folder.iterdir()) == []


def test_a_text_that_no_file_can_hold_is_told(file: Path) -> None:
    with pytest.raises(FileNotWrittenError):
        Outbox().write(file, "half a pair: \ud800")
    assert list(file.parent.iterdir()) == []


@pytest.mark.parametrize("replace", [False, True])
@pytest.mark.parametrize(
    "step", [(os, "open"), (os, "fdopen"), (os, "fsync"), (Path, "replace")], ids=lambda s: s[1]
)
def test_a_disk_that_refuses_leaves_the_old_file_and_nothing_else(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: tuple[object, str], *, replace: bool
) -> None:
    if replace:
        file.write_text(BEFORE, encoding="utf-8")
    with monkeypatch.context() as disk:
        disk.setattr(os, "link", refusing(PermissionError))
        disk.setattr(*step, refusing())
        with pytest.raises(FileNotWrittenError) as told:
            Outbox().write(file, PAGE, replace=replace)
    assert_nothing_private(told.value)
    assert list(file.parent.iterdir()) == ([file] if replace else [])
    assert not replace or file.read_text(encoding="utf-8") == BEFORE


def assert_nothing_private(error: CompanionError) -> None:
    assert error.__cause__ is None
    assert error.__suppress_context__


def test_an_interruption_leaves_nothing_behind(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        Outbox().write(file, PAGE)
    assert list(file.parent.iterdir()) == []


def test_a_disk_without_links_takes_the_file_too(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", refusing(PermissionError))
    Outbox().write(file, PAGE)
    assert file.read_text(encoding="utf-8") == PAGE
    assert list(file.parent.iterdir()) == [file]


def test_a_disk_without_links_overwrites_nothing_either(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(_: Path, target: Path) -> None:
        target.write_text(BEFORE, encoding="utf-8")
        raise PermissionError

    monkeypatch.setattr(os, "link", link)
    with pytest.raises(FileExistsAlreadyError):
        Outbox().write(file, PAGE)
    assert file.read_text(encoding="utf-8") == BEFORE
    assert list(file.parent.iterdir()) == [file]


def test_what_a_crash_left_is_no_obstacle_and_is_not_touched(file: Path) -> None:
    left = file.with_name(".new-0")
    left.write_text(BEFORE, encoding="utf-8")
    Outbox().write(file, PAGE)
    assert left.read_text(encoding="utf-8") == BEFORE
    assert sorted(file.parent.iterdir()) == [left, file]


def test_a_folder_full_of_remains_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "open", refusing(FileExistsError))
    with pytest.raises(FileNotWrittenError):
        Outbox().write(file, PAGE)


def test_a_system_that_opens_no_folders_is_no_obstacle(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def windows(path: Path, flags: int, *mode: int) -> int:
        if Path(path).is_dir():
            raise PermissionError
        return real(path, flags, *mode)

    monkeypatch.setattr(os, "open", windows)
    Outbox().write(file, PAGE)
    assert file.read_text(encoding="utf-8") == PAGE


def test_pieces_are_one_file_whole_or_not_at_all(tmp_path: Path) -> None:
    def cut() -> Iterator[str]:
        yield "half of it"
        raise OSError

    Outbox().write_pieces(tmp_path / "whole", iter(["one ", "two"]))
    with pytest.raises(FileNotWrittenError):
        Outbox().write_pieces(tmp_path / "half", cut())

    assert [file.name for file in tmp_path.iterdir()] == ["whole"]
    assert (tmp_path / "whole").read_text() == "one two"


def test_a_folder_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    def cut() -> Iterator[tuple[str, str]]:
        yield "2026/one.md", "half of it"
        raise OSError

    Outbox().write_folder(tmp_path / "whole", [("2026/one.md", "ü"), ("two.md", "")])
    with pytest.raises(FileNotWrittenError):
        Outbox().write_folder(tmp_path / "half", cut())
    with pytest.raises(FileExistsAlreadyError):
        Outbox().write_folder(tmp_path / "whole", [])
    with pytest.raises(FileNotWrittenError):
        Outbox().write_folder(tmp_path / "none" / "deep", [])

    assert [file.name for file in tmp_path.iterdir()] == ["whole"]
    assert (tmp_path / "whole" / "2026" / "one.md").read_text(encoding="utf-8") == "ü"


def test_what_a_crash_left_of_a_folder_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / ".new-words" / "2026").mkdir(parents=True)

    Outbox().write_folder(tmp_path / "words", [("2026/one.md", "one")])

    assert [file.name for file in tmp_path.iterdir()] == ["words"]
