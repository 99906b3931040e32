"""What may be ticked for the book, in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.book import KINDS, Passage
from companion.domain.ladder import Rung
from companion.domain.path import Place
from companion.domain.path_ids import NEVER_SHARED

if TYPE_CHECKING:
    from support.memory import Memory


class MemoryPassages:
    """Fits `PassageStore`."""

    def __init__(self, memory: Memory) -> None:
        """Take what is kept."""
        self._memory = memory

    def passages(self, journey_id: str) -> list[Passage]:
        """The answers of a journey that may be ticked, the oldest first."""
        self._memory.reading()
        found = [
            Passage(answer.id, one.id, one.title, answer.prompt, answer.shown, one.happened_at)
            for one, answer in self._memory.answers()
            if one.journey_id == journey_id
            and not one.is_draft
            and one.path_id not in NEVER_SHARED
            and answer.kind in KINDS
            and answer.shown
            and (answer.place is not Place.UNSAID or self._memory.rung(answer.id) is Rung.SAID)
        ]
        order = self._memory.order
        return sorted(found, key=lambda one: (one.happened_at, order[one.entry_id]))
