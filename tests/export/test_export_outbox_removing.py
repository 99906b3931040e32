"""Knowing a file again, and removing it and nothing else."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from companion.domain.file_errors import FileNotRemovedError
from companion.export.outbox import Outbox

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows links for few people only")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "page.txt"
    file.write_bytes(b"a page")
    return file


def mark(file: Path) -> str:
    return Outbox().fingerprint(file)


def test_the_same_bytes_are_known_again_and_others_are_not(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"a page")
    assert mark(file) == mark(other) != ""
    other.write_bytes(b"a page.")
    assert mark(file) != mark(other)


def test_what_is_not_there_has_no_mark(tmp_path: Path, file: Path) -> None:
    assert mark(tmp_path / "never") == ""
    assert mark(file / "below a file") == ""


def test_what_can_not_be_read_has_a_mark_that_no_file_has(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert mark(tmp_path) not in {"", mark(file)}
    assert mark(Path("a\0name")) == mark(tmp_path)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert mark(file) == mark(tmp_path)


@posix
def test_a_link_is_not_followed(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(file)
    assert mark(link) not in {"", mark(file)}


@posix
def test_a_pipe_is_not_read_or_nobody_would_ever_come_back(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert mark(pipe) == mark(tmp_path)


def test_a_file_is_removed_and_what_is_beside_it_stays(file: Path, tmp_path: Path) -> None:
    beside = tmp_path / "letter.txt"
    beside.write_bytes(b"mine")
    Outbox().remove(file)
    assert list(tmp_path.iterdir()) == [beside]


def test_removing_what_is_not_there_is_fine(tmp_path: Path) -> None:
    Outbox().remove(tmp_path / "never")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["", "a\0name"])
def test_what_can_not_be_removed_is_told_with_its_name(tmp_path: Path, name: str) -> None:
    place = tmp_path / name if name else tmp_path
    with pytest.raises(FileNotRemovedError) as refused:
        Outbox().remove(place)
    assert refused.value.details == {"file": str(place)}
    assert tmp_path.is_dir()


@posix
def test_of_a_link_only_the_link_is_removed(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(file)
    Outbox().remove(link)
    assert list(tmp_path.iterdir()) == [file]


def test_a_place_is_named_from_the_root_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Outbox().place(Path("page.txt")) == tmp_path / "page.txt"


@posix
def test_a_name_that_no_file_can_have_has_a_place_all_the_same(tmp_path: Path) -> None:
    for name in ("x" * 300, "a\0b"):
        assert Outbox().place(tmp_path / name) == tmp_path / name


def test_the_place_of_a_link_is_where_it_leads(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(file)
    assert Outbox().place(link) == file
