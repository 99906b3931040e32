"""The one JSON file of a zip, however the zip was made."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from companion.domain.errors import UnknownImportError
from companion.exchange.trees import broken

if TYPE_CHECKING:
    from typing import BinaryIO
    from zipfile import ZipInfo

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
"""What a zip begins with; the second is an empty one."""

_CHUNK = 1 << 16
_ENCRYPTED = 0x1
_METHODS = frozenset({ZIP_STORED, ZIP_DEFLATED})
# The other methods are unpacked by a block at a time, and a block may be of any size.
_BROKEN = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    OverflowError,
    RuntimeError,
    KeyError,
)
# What the standard library raises on zips that lie about themselves.


class TooMuchError(Exception):
    """More would have to be read than is allowed."""


def unpacked(opened: BinaryIO, largest: int, file: str) -> bytes:
    """The contents of the one JSON file that lies at the top of a zip.

    Args:
        opened: The zip, open for reading.
        largest: The most bytes to read of it, and the most to unpack.
        file: The zip, for the errors.

    Raises:
        TooMuchError: If it holds more than that.
        UnknownImportError: If there is no such file, or more than one, or it is locked.
        BrokenImportError: If the zip is not whole.
    """
    try:
        with ZipFile(_Sparing(opened, largest)) as whole:
            wanted = [one for one in whole.infolist() if _is_wanted(one)]
            if len(wanted) != 1 or not _is_readable(wanted[0]):
                raise UnknownImportError(file=file)
            return _inflated(whole, wanted[0], largest)
    except NotImplementedError:
        raise UnknownImportError(file=file) from None
    except _BROKEN:
        raise broken(file) from None


def _is_wanted(one: ZipInfo) -> bool:
    name = one.filename
    return "/" not in name and not name.startswith(".") and name.lower().endswith(".json")


def _is_readable(one: ZipInfo) -> bool:
    return one.compress_type in _METHODS and not one.flag_bits & _ENCRYPTED


def _inflated(whole: ZipFile, one: ZipInfo, largest: int) -> bytes:
    # What a zip says of a file's size is only a claim: what comes out is counted, too.
    if one.file_size > largest:
        raise TooMuchError
    found = bytearray()
    with whole.open(one) as packed:
        while chunk := packed.read(_CHUNK):
            found += chunk
            if len(found) > largest:
                raise TooMuchError
    return bytes(found)


class _Sparing(io.RawIOBase):
    """A file of which no more than so many bytes are ever read."""

    def __init__(self, opened: BinaryIO, most: int) -> None:
        super().__init__()
        self._opened = opened
        # A zip's end is looked for in its last bytes, before anything else is read.
        self._left = most + 2 * _CHUNK

    def read(self, size: int = -1, /) -> bytes:
        wanted = self._left + 1 if size < 0 else min(size, self._left + 1)
        found = self._opened.read(wanted)
        self._left -= len(found)
        if self._left < 0:
            raise TooMuchError
        return found

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        try:
            return self._opened.seek(offset, whence)
        except OSError:
            if whence == io.SEEK_SET:  # to where nothing is: it is the zip that is wrong
                raise BadZipFile from None
            raise

    def tell(self) -> int:
        return self._opened.tell()

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True
