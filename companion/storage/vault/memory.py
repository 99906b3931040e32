"""A key in memory that is kept out of the swap file where the system lets us, and wiped."""

from __future__ import annotations

import sys
from contextlib import suppress


class Secret:
    """A key that can be overwritten; Python's own bytes can not."""

    def __init__(self, key: bytes) -> None:
        """Copy the key to memory of its own; what was handed in can't be wiped."""
        self._bytes = bytearray(key)
        _lock(self._bytes, locked=True)

    def reveal(self) -> bytes:
        """The key."""
        return bytes(self._bytes)

    @property
    def wiped(self) -> bool:
        """Whether nothing of it is left."""
        return not any(self._bytes)

    def wipe(self) -> None:
        """Overwrite it. Safe to call twice."""
        for place in range(len(self._bytes)):
            self._bytes[place] = 0
        _lock(self._bytes, locked=False)


def _lock(buffer: bytearray, *, locked: bool) -> None:
    """Ask the system to keep a buffer out of the swap file, best effort."""
    if sys.platform == "win32":
        return
    with suppress(ImportError, OSError, AttributeError, BufferError):
        import ctypes

        library = ctypes.CDLL(None)
        view = (ctypes.c_char * len(buffer)).from_buffer(buffer)
        call = library.mlock if locked else library.munlock
        call(ctypes.byref(view), ctypes.c_size_t(len(buffer)))
