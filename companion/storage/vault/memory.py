"""A key in memory that is kept out of the swap file where the system lets us, and wiped."""

from __future__ import annotations

from companion.system import here


class Secret:
    """A key that can be overwritten; Python's own bytes can not."""

    def __init__(self, key: bytes) -> None:
        """Copy the key to memory of its own; what was handed in can't be wiped."""
        self._bytes = bytearray(key)
        self.held = here.hold_in_memory(self._bytes, held=True)
        """Whether the system keeps it out of the swap file."""

    def reveal(self) -> bytes:
        """The key."""
        return bytes(self._bytes)

    def wipe(self) -> None:
        """Overwrite it. Safe to call twice."""
        for place in range(len(self._bytes)):
            self._bytes[place] = 0
        here.hold_in_memory(self._bytes, held=False)
        self.held = False
