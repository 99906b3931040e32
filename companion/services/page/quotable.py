"""What could be quoted on a second sheet: read from the notebook as it is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from companion.domain.page import Candidate
    from companion.services.ports.stores import ReflectionStore

_AT_ONCE = 64


class Quotable(Sequence["Candidate"]):
    """The answers that may be quoted, by moment. Nothing is held but what is asked for.

    For a new therapist everything that was ever written may be quoted: a list of it in
    memory would grow with the notebook, and so would the time to go to the page.
    """

    def __init__(
        self, reflections: ReflectionStore, journey_id: str, since: datetime | None
    ) -> None:
        """Take what it reads from; nothing is read yet.

        Args:
            reflections: Where the answers are.
            journey_id: The journey.
            since: From when on (aware); none: from the beginning.
        """
        self._reflections = reflections
        self._journey_id = journey_id
        self._since = since

    def __len__(self) -> int:
        """How many there are. For lists to know their height; never shown."""
        return self._height

    @overload
    def __getitem__(self, index: int) -> Candidate: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Candidate, ...]: ...

    def __getitem__(self, index: int | slice) -> Candidate | tuple[Candidate, ...]:
        """One of them, or some that stand together."""
        if isinstance(index, int):
            place = range(self._height)[index]
            return self._read(place, place + 1)[0]
        places = range(self._height)[index]
        if not places:
            return ()
        first = min(places)
        found = self._read(first, max(places) + 1)
        return tuple(found[place - first] for place in places)

    def __iter__(self) -> Iterator[Candidate]:
        """All of them, some at a time."""
        for first in range(0, self._height, _AT_ONCE):
            yield from self[first : first + _AT_ONCE]

    def __reversed__(self) -> Iterator[Candidate]:
        """All of them, the latest first, some at a time."""
        for last in range(self._height, 0, -_AT_ONCE):
            yield from reversed(self[max(0, last - _AT_ONCE) : last])

    @cached_property
    def _height(self) -> int:
        return self._reflections.count_quotable(self._journey_id, self._since)

    def _read(self, first: int, end: int) -> tuple[Candidate, ...]:
        # The latest come first in the store, for they are looked at most.
        latest = self._reflections.quotable(
            self._journey_id, self._since, self._height - end, end - first
        )
        return tuple(reversed(latest))
