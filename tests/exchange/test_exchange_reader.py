"""The reader meets any file at all, and says one of four things about those it can't read."""

from __future__ import annotations

import os
import struct
import zipfile
from copy import deepcopy
from typing import TYPE_CHECKING

import pytest
from exchange_samples import (
    DAY_ONE,
    DAYLIO,
    JRNL,
    PACKED,
    SAMPLES,
    TITLE,
    a_notebook,
    as_bytes,
    own_json,
    zipped,
)
from support.time import FixedClock

from companion.domain.archive import Source
from companion.domain.errors import (
    BrokenImportError,
    ImportTooLargeError,
    ImportUnreadError,
    UnknownImportError,
)
from companion.exchange.incoming import LARGEST, Reader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.domain.archive import Incoming

    Read = Callable[..., Incoming]
    Refused = Callable[..., str]

UNKNOWN, TOO_LARGE = "UnknownImportError", "ImportTooLargeError"


@pytest.fixture
def reader() -> Reader:
    return Reader(FixedClock().from_local)


@pytest.mark.parametrize("raw", SAMPLES)
@pytest.mark.parametrize("name", ["journal", "journal.csv", "journal.json", "journal.zip"])
def test_a_file_is_told_by_its_contents_and_not_by_its_name(
    name: str, raw: bytes, reader: Reader, tmp_path: Path
) -> None:
    sources = (Source.COMPANION, Source.JRNL, Source.DAY_ONE, Source.DAYLIO, Source.DAY_ONE)
    file = tmp_path / name
    file.write_bytes(raw)

    assert reader.read(file, TITLE).source is sources[SAMPLES.index(raw)]


@pytest.mark.parametrize("raw", SAMPLES[:4])
@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_texts_may_begin_with_a_mark_of_their_coding(raw: bytes, coding: str, read: Read) -> None:
    mark = "\ufeff" if coding.endswith("be") else ""

    assert read((mark + raw.decode()).encode(coding)) == read(raw)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b" \n",
        b"\x00" * 100,
        b"\xff\xfe",
        b"\xff\xfe\x00",
        b"\xff\xfe\x00\x00{\x00\x00\x00",
        b"na\xefve",
        b"Dear diary,\ntoday",
        b"[]",
        b"null",
        b"12",
        b"{a set}",
        b'{"a": 1}',
        b'{"entries": {}}',
        b'{"entries": []}',
        b'{"entries": [1]}',
        b'{"entries": [{"text": "x"}]}',
        b"full_date,note\n",
        b"full_date,mood,mood\n",
        b'"full_date"x,mood\n',
        b"%PDF-1.7",
        b"PK\x05\x06" + b"\0" * 18,
        zipped(),
        zipped(("notes.txt", b"x")),
        zipped(("folder/Journal.json", as_bytes(DAY_ONE))),
        zipped(("a.json", as_bytes(DAY_ONE)), ("b.json", as_bytes(DAY_ONE))),
        zipped(("a.json", as_bytes(JRNL))),
        zipped(("a.json", own_json(a_notebook()))),
        zipped(("a.json", DAYLIO.encode())),
        zipped(("a.json", as_bytes(DAY_ONE)), method=zipfile.ZIP_BZIP2),
        zipped(("a.json", as_bytes(DAY_ONE)), method=zipfile.ZIP_LZMA),
    ],
)
def test_what_is_nothing_of_ours_is_unknown(raw: bytes, refused: Refused) -> None:
    assert refused(raw) == UNKNOWN


@pytest.mark.parametrize(
    "raw",
    [
        b"{",
        b'{"companion": 1',
        b'{"companion": 1, "companion": 1}',
        b'{"companion": \xff}',
        b'{"companion": NaN}',
        b'{"companion": -Infinity}',
        b'{"companion": ' + b"9" * 5000 + b"}",
        b'{"companion": 1} and more',
        b'{"a": ' + b"[" * 200_000,
        b'{"a": ' + b'{"a": ' * 200_000,
        b'{"companion": 1}',
        PACKED[:-1],
        PACKED[: len(PACKED) // 2],
        b"PK\x03\x04",
        zipped(("a.json", as_bytes(DAY_ONE)[:-9])),
    ],
)
def test_what_is_ours_and_not_whole_is_broken(raw: bytes, refused: Refused) -> None:
    assert refused(raw) == "broken at 0"


def test_a_locked_zip_is_unknown(refused: Refused) -> None:
    locked = bytearray(PACKED)
    locked[6] |= 1
    locked[PACKED.rindex(b"PK\x01\x02") + 8] |= 1

    assert refused(bytes(locked)) == UNKNOWN


def test_a_zip_with_a_wrong_checksum_is_broken(refused: Refused) -> None:
    spoiled = bytearray(zipped(("a.json", as_bytes(DAY_ONE)), method=zipfile.ZIP_STORED))
    spoiled[spoiled.index(b"kettle")] ^= 1

    assert refused(bytes(spoiled)) == "broken at 0"


def test_a_file_may_be_as_large_as_the_limit_and_no_larger(read: Read) -> None:
    raw = as_bytes(JRNL)

    assert read(raw, largest=len(raw)).source is Source.JRNL
    with pytest.raises(ImportTooLargeError) as raised:
        read(raw, largest=len(raw) - 1)
    assert raised.value.details["megabytes"] == 1
    assert LARGEST == 256_000_000


def test_a_zip_that_swells_is_not_unpacked(refused: Refused) -> None:
    bomb = zipped(("a.json", b" " * 2_000_000))

    assert len(bomb) < 10_000
    assert refused(bomb, largest=1_000_000) == TOO_LARGE


def test_a_zip_that_lies_about_its_size_is_not_believed(refused: Refused) -> None:
    bomb = bytearray(zipped(("a.json", b" " * 2_000_000)))
    for place in (22, bomb.rindex(b"PK\x01\x02") + 24):
        bomb[place : place + 4] = struct.pack("<I", 10)

    assert refused(bytes(bomb), largest=1_000_000) in {TOO_LARGE, "broken at 0"}


def test_a_zip_that_points_to_where_nothing_is_is_broken(refused: Refused) -> None:
    astray = bytearray(PACKED)
    end = PACKED.rindex(b"PK\x05\x06")
    astray[end + 12 : end + 16] = struct.pack("<I", 0x7FFF_FFFF)

    assert refused(bytes(astray)) == "broken at 0"


def test_pictures_in_a_zip_do_not_count(read: Read) -> None:
    packed = zipped(
        ("a.json", as_bytes(DAY_ONE)), ("photos/a", b"x" * 2_000_000), method=zipfile.ZIP_STORED
    )

    assert read(packed, largest=100_000) == read(as_bytes(DAY_ONE))


def test_a_zip_whose_list_of_files_has_no_end_is_not_read(refused: Refused) -> None:
    many = zipped(*((f"{n}" * 40, b"") for n in range(2000)))

    assert refused(many, largest=1000) == TOO_LARGE


def test_a_file_that_is_not_there_is_unread(reader: Reader, tmp_path: Path) -> None:
    with pytest.raises(ImportUnreadError):
        reader.read(tmp_path / "nothing", TITLE)


def test_a_file_of_someone_else_is_unread(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    file.write_bytes(PACKED)

    def refuse(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ImportUnreadError):
        reader.read(file, TITLE)


def test_a_folder_is_nothing_to_bring_in(reader: Reader, tmp_path: Path) -> None:
    with pytest.raises(UnknownImportError):
        reader.read(tmp_path, TITLE)


def test_a_name_that_no_system_has_is_nothing_to_bring_in(reader: Reader, tmp_path: Path) -> None:
    with pytest.raises((UnknownImportError, ImportUnreadError)):
        reader.read(tmp_path / "a\0b", TITLE)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_is_never_opened(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    monkeypatch.setattr(os, "open", None)

    for name in ("pipe", "link"):
        with pytest.raises(UnknownImportError):
            reader.read(tmp_path / name, TITLE)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_file_that_becomes_a_pipe_is_not_read(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, pipe = tmp_path / "file", tmp_path / "pipe"
    file.write_bytes(PACKED)
    os.mkfifo(pipe)
    real = os.open
    monkeypatch.setattr(os, "open", lambda _, flags: real(pipe, flags))

    with pytest.raises(UnknownImportError):
        reader.read(file, TITLE)


def test_a_machine_without_memory_says_that_it_is_too_large(
    refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exhausted(*_: object) -> object:
        raise MemoryError

    monkeypatch.setattr("companion.exchange.incoming.parsed", exhausted)

    assert refused(as_bytes(JRNL)) == TOO_LARGE


def test_an_error_names_the_file_and_nothing_in_it(read: Read, tmp_path: Path) -> None:
    secret = deepcopy(DAY_ONE)
    secret["entries"][0]["creationDate"] = "a secret"

    with pytest.raises(BrokenImportError) as raised:
        read(as_bytes(secret))

    assert raised.value.details == {"file": str(tmp_path / "brought-in"), "entry": 1}
