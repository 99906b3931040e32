"""Texts of every system are read for what they say, whole or in pieces."""

from __future__ import annotations

import io
import locale

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.encodings import BY_ITS_MARK, ELSE_THE_SYSTEMS

SAID = "Küche, señal, 漢字, 🕯\nand a second line\n"
WRITTEN = {
    "UTF-8": SAID.encode(),
    "Notepad's UTF-8": SAID.encode("utf-8-sig"),
    "PowerShell's UTF-16": b"\xff\xfe" + SAID.encode("utf-16-le"),
    "UTF-16 the other way round": b"\xfe\xff" + SAID.encode("utf-16-be"),
}
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufeff"))


class Dripping(io.RawIOBase):
    """A pipe that gives one byte at a time."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._left = data

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        buffer[: len(self._left[:1])] = self._left[:1]
        given, self._left = len(self._left[:1]), self._left[1:]
        return given


def dripping(data: bytes, errors: str = "strict") -> io.TextIOWrapper:
    pipe = io.BufferedReader(Dripping(data), 1)
    return io.TextIOWrapper(pipe, encoding=BY_ITS_MARK, errors=errors)


@pytest.mark.parametrize("system", WRITTEN)
def test_a_text_is_read_by_its_mark(system: str) -> None:
    assert WRITTEN[system].decode(BY_ITS_MARK) == SAID


@pytest.mark.parametrize("system", WRITTEN)
def test_it_is_read_line_by_line_as_it_comes(system: str) -> None:
    lines = dripping(WRITTEN[system])
    assert [lines.readline(), lines.readline(), lines.readline()] == [
        *SAID.splitlines(keepends=True),
        "",
    ]


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_every_text_comes_back(text: str, coding: str) -> None:
    assert text.encode(coding).decode(BY_ITS_MARK) == text
    windows = text.replace("\n", "\r\n").encode(coding)
    assert dripping(windows).read() == text


@given(st.binary())
def test_nothing_that_is_piped_in_stops_it(data: bytes) -> None:
    assert isinstance(dripping(data, ELSE_THE_SYSTEMS).read(), str)


def test_what_is_no_utf_8_is_the_systems_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locale, "getencoding", lambda: "cp1252")
    mixed = b"K\xfcche, " + "Küche".encode()
    assert mixed.decode(BY_ITS_MARK, ELSE_THE_SYSTEMS) == "Küche, Küche"


@pytest.mark.parametrize("data", [b"\xff", b"a\xfc", b"\xff\xfe\x00", b"\xef\xbb\xbf\xff"])
def test_a_file_that_is_no_text_is_refused_where_it_matters(data: bytes) -> None:
    with pytest.raises(UnicodeDecodeError):
        data.decode(BY_ITS_MARK)


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_text_is_empty(data: bytes) -> None:
    assert data.decode(BY_ITS_MARK) == ""


@pytest.mark.parametrize("system", WRITTEN)
def test_a_file_that_is_read_from_its_beginning_again_says_the_same(system: str) -> None:
    file = io.TextIOWrapper(io.BytesIO(WRITTEN[system]), encoding=BY_ITS_MARK)
    assert [file.read(), file.seek(0), file.read()] == [SAID, 0, SAID]


def test_names_that_are_nobodys_stay_so() -> None:
    with pytest.raises(LookupError):
        SAID.encode("companion-knows-no-such-coding")


def test_only_what_is_read_is_taken_as_the_system_writes_it() -> None:
    with pytest.raises(UnicodeEncodeError):
        SAID.encode("ascii", ELSE_THE_SYSTEMS)
