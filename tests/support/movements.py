"""What was chosen on the scales, in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.movement import Chosen
from companion.domain.path import StepKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from support.memory import Memory


class MemoryMovement:
    """Fits `MovementStore`."""

    def __init__(self, memory: Memory) -> None:
        """Take what is kept."""
        self._memory = memory

    def chosen(
        self, journey_id: str, steps: Iterable[tuple[str, str]], since: datetime | None = None
    ) -> list[Chosen]:
        """What was chosen at some steps in the finished reflections of a journey, by moment."""
        self._memory.reading()
        wanted = set(steps)
        found = [
            (Chosen(one.path_id, answer.step_id, one.happened_at, answer.value), one.id)
            for one, answer in self._memory.answers()
            if one.journey_id == journey_id
            and not one.is_draft
            and (one.path_id, answer.step_id) in wanted
            and answer.kind in {StepKind.RATING, StepKind.MAP}
            and (since is None or one.happened_at >= since)
        ]
        found.sort(key=lambda pair: (pair[0].at, self._memory.order[pair[1]]))
        return [chosen for chosen, _ in found]
