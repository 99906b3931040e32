"""Decoding text of any system: UTF-8 with or without a byte order mark, UTF-16 with one."""

from __future__ import annotations

import codecs
import locale
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

BY_ITS_MARK = "companion_by_its_mark"
"""An encoding for reading: the one that the byte order mark names; without a mark, UTF-8."""
ELSE_THE_SYSTEMS = "companion_else_the_systems"
"""An error handler: bytes that are not UTF-8 are decoded with the system's own encoding."""

_MARKS = (
    (codecs.BOM_UTF8, codecs.utf_8_decode),
    (codecs.BOM_UTF16_LE, codecs.utf_16_le_decode),
    (codecs.BOM_UTF16_BE, codecs.utf_16_be_decode),
)


class _Decoder(codecs.BufferedIncrementalDecoder):
    """Looks for a byte order mark, and waits for no more bytes than that takes."""

    def __init__(self, errors: str = "strict") -> None:
        super().__init__(errors)
        self._decode = codecs.utf_8_decode
        self._begun = False

    def _buffer_decode(self, input: ReadableBuffer, errors: str, final: bool) -> tuple[str, int]:  # noqa: A002, FBT001  as it is called
        data, skipped = bytes(input), 0
        if not self._begun:
            if not final and any(mark.startswith(data) and mark != data for mark, _ in _MARKS):
                return "", 0
            self._begun = True
            for mark, decode in _MARKS:
                if data.startswith(mark):
                    self._decode, skipped = decode, len(mark)
        text, read = self._decode(data[skipped:], errors, final)
        return text, skipped + read

    def reset(self) -> None:
        super().reset()
        self._decode, self._begun = codecs.utf_8_decode, False


def _decoded(data: ReadableBuffer, errors: str = "strict", /) -> tuple[str, int]:
    whole = bytes(data)
    return _Decoder(errors).decode(whole, final=True), len(whole)


def _find(name: str) -> codecs.CodecInfo | None:
    if name != BY_ITS_MARK:
        return None
    return codecs.CodecInfo(
        codecs.utf_8_encode,
        _decoded,
        incrementalencoder=codecs.getincrementalencoder("utf-8"),
        incrementaldecoder=_Decoder,
        name=BY_ITS_MARK,
    )


def _as_the_system_writes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    odd = error.object[error.start : error.end]
    return odd.decode(locale.getencoding(), "replace"), error.end


codecs.register(_find)
codecs.register_error(ELSE_THE_SYSTEMS, _as_the_system_writes)
