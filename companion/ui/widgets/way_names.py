"""What is named below the marks of a way: read for those in sight, and held for a while."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from types import MappingProxyType

from companion.domain.errors import CompanionError

Fetch = Callable[[Sequence[int]], Awaitable[Sequence[tuple[str, ...]]]]
"""Reads what is named below some marks, given by their numbers; may raise `CompanionError`."""
_MOST_HELD = 256  # marks whose names are held on to


class WayNames:
    """The names of one way as it is shown; another showing has others."""

    def __init__(
        self,
        fetch: Fetch | None = None,
        known: Mapping[int, tuple[str, ...]] = MappingProxyType({}),
    ) -> None:
        """Take what is known already, and what reads more.

        Args:
            fetch: Reads names; none: there are no more.
            known: Names by the number of their mark.
        """
        self._fetch = fetch
        self._held = dict(known)
        self._unread: set[int] = set()

    def of(self, index: int) -> tuple[str, ...]:
        """What is named below a mark, as far as it is known."""
        return self._held.get(index, ())

    def lacks(self, index: int) -> bool:
        """Whether the names of a mark shall be read."""
        return self._fetch is not None and index not in self._held and index not in self._unread

    def try_again(self) -> None:
        """Read once more what could not be read."""
        self._unread.clear()

    async def read(self, wanted: Sequence[int]) -> CompanionError | None:
        """Read the names of some marks; says what went wrong, if anything did."""
        if self._fetch is None:
            return None
        try:
            found = await self._fetch(wanted)
        except CompanionError as error:
            self._unread.update(wanted)
            return error
        if len(self._held) > _MOST_HELD:
            self._held.clear()
        self._held.update(zip(wanted, found, strict=True))
        return None
