"""Reading what was written: list, one entry, search; moving, dating, tagging, removing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING

from companion.domain.errors import AmbiguousReflectionError, UnknownReflectionError
from companion.domain.text import tidy_tag

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from companion.domain.answer import Reflection, Wording
    from companion.domain.path import Place
    from companion.domain.summaries import Summary
    from companion.services.ports.answer_stores import TagStore
    from companion.services.ports.stores import ReflectionStore, SessionStore

SEARCH_LIMIT = 200
"""The most rows a search shows."""


class Journal:
    """The reflections of the open journey, to read and to search.

    Every method raises `StorageError` if the notebook can't be read or written.
    """

    def __init__(
        self,
        reflections: ReflectionStore,
        sessions: SessionStore,
        tags: TagStore,
    ) -> None:
        """Take what it works with."""
        self._reflections = reflections
        self._sessions = sessions
        self._tags = tags

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
        """The entries in which every word begins a word, the latest first; no words, none.

        A single word that begins with `#` finds the entries with that tag.
        """
        if words.strip().startswith("#") and len(words.split()) == 1:
            return self.tagged(words, limit)
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

    def move(self, answer_id: str, place: Place) -> None:
        """Put an answer in another place.

        Raises:
            StorageError: If it could not be written.
        """
        self._reflections.move_answer(answer_id, place)

    def let_go(self, answer_id: str) -> None:
        """Let an answer go for good.

        Raises:
            StorageError: If it could not be written.
        """
        self._reflections.move_answer(answer_id, None)

    def remove(self, reflection_id: str) -> None:
        """Remove an entry for good.

        Raises:
            StorageError: If it could not be written.
        """
        self._reflections.remove(reflection_id)

    def wordings(self, answer_id: str) -> list[Wording]:
        """How an answer read before it was changed, the latest first."""
        return self._reflections.wordings(answer_id)

    def redate(self, reflection_id: str, happened_at: datetime) -> Reflection:
        """Say that an entry is about another moment.

        Args:
            reflection_id: The entry.
            happened_at: The moment (aware).

        Raises:
            UnknownReflectionError: If there is none.
            StorageError: If it could not be written.
        """
        found = self._reflections.get(reflection_id)
        redated = replace(found, happened_at=happened_at.astimezone(UTC))
        self._reflections.put(redated)
        return redated

    def tags(self) -> list[str]:
        """The tags in use, in alphabetical order."""
        return self._tags.all(self._journey)

    def tag(self, reflection_id: str, tags: Iterable[str]) -> tuple[str, ...]:
        """Give an entry these tags and no others.

        Args:
            reflection_id: The entry.
            tags: As typed; empty ones are left out.

        Returns:
            The tags as they were kept.

        Raises:
            StorageError: If it could not be written.
        """
        kept = tuple(sorted({tag for tag in map(tidy_tag, tags) if tag}))
        self._tags.put(reflection_id, kept)
        return kept

    def tagged(self, tag: str, limit: int = SEARCH_LIMIT) -> list[Summary]:
        """The entries with a tag, the latest first."""
        return self._tags.tagged(self._journey, tidy_tag(tag), limit)

    @property
    def _journey(self) -> str:
        return self._sessions.journey().id
