"""Reading what was written: list, one entry, search; and moving an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.errors import AmbiguousReflectionError, UnknownReflectionError

if TYPE_CHECKING:
    from companion.domain.answer import Reflection
    from companion.domain.path import Place
    from companion.domain.summaries import Summary
    from companion.services.ports import ReflectionStore, SessionStore

SEARCH_LIMIT = 200
"""The most rows a search shows."""


class Journal:
    """The reflections of the open journey, to read and to search."""

    def __init__(self, reflections: ReflectionStore, sessions: SessionStore) -> None:
        """Take what it works with."""
        self._reflections = reflections
        self._sessions = sessions

    def height(self) -> int:
        """How many rows the list has; for a virtual list, never shown."""
        return self._reflections.count(self._journey)

    def rows(self, offset: int, limit: int) -> list[Summary]:
        """Some rows of the list, the latest moment first.

        Args:
            offset: The first row (0 or more).
            limit: How many (1 or more).
        """
        return self._reflections.rows(self._journey, offset, limit)

    def search(self, words: str, limit: int = SEARCH_LIMIT) -> list[Summary]:
        """The entries in which every word begins a word, the latest first; no words, none."""
        return self._reflections.search(self._journey, words, limit) if words.strip() else []

    def entry(self, reflection_id: str) -> Reflection:
        """One entry, by its id or the beginning of it.

        Raises:
            UnknownReflectionError: If there is none.
            AmbiguousReflectionError: If more than one begins so.
        """
        found = self._reflections.matching(reflection_id)
        if reflection_id in found:
            return self._reflections.get(reflection_id)
        if not found or not reflection_id:
            raise UnknownReflectionError(id=reflection_id)
        if len(found) > 1:
            raise AmbiguousReflectionError(id=reflection_id)
        return self._reflections.get(found[0])

    def move(self, answer_id: str, place: Place | None) -> None:
        """Put an answer in another place; none lets it go for good.

        Raises:
            StorageError: If it could not be written.
        """
        self._reflections.move_answer(answer_id, place)

    def remove(self, reflection_id: str) -> None:
        """Remove an entry for good.

        Raises:
            StorageError: If it could not be written.
        """
        self._reflections.remove(reflection_id)

    @property
    def _journey(self) -> str:
        return self._sessions.journey().id
