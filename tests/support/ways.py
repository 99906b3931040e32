"""The way of a therapy, in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.ladder import REPAIRED, Rung, Standing
from companion.domain.path import Place
from companion.domain.summaries import FIRST_WORDS, Summary
from companion.domain.text import excerpt
from companion.domain.way_gathered import Bump, Reflected, Version

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from companion.domain.answer import Reflection
    from companion.domain.way_gathered import Stretch
    from support.memory import Memory


class MemoryWay:
    """Fits `WayStore`."""

    def __init__(self, memory: Memory) -> None:
        """Take what is kept."""
        self._memory = memory

    def versions(
        self, journey_id: str, steps: Iterable[tuple[str, str]], limit: int
    ) -> list[Version]:
        """The finished walks on some paths with what was said at one step, the latest first."""
        found = []
        for path_id, step_id in steps:
            walks = [one for one in self._walks(journey_id) if one.path_id == path_id]
            for one in walks[:limit]:
                said = next((a for a in one.answers if a.step_id == step_id), None)
                words, place = (said.shown, said.place) if said else ("", None)
                found.append(Version(one.id, path_id, one.happened_at, words, place))
        return found

    def bumps(self, journey_id: str, limit: int) -> list[Bump]:
        """The difficult moments that are not in the drawer altogether, the latest first."""
        walks = [one for one in self._walks(journey_id) if one.path_id == "bump" and _is_open(one)]
        return [Bump(one.id, one.happened_at, self._repaired_at(one)) for one in walks[:limit]]

    def reflected(self, journey_id: str, stretches: Sequence[Stretch]) -> list[list[Reflected]]:
        """Each path that was walked in a stretch of time, by the first moment of it."""
        return [self._reflected(journey_id, one) for one in stretches]

    def _reflected(self, journey_id: str, stretch: Stretch) -> list[Reflected]:
        found: dict[str, tuple[datetime, str, str]] = {}
        for one in reversed(self._within(self._walks(journey_id), stretch)):
            if one.path_id != "note" and _is_open(one):
                found.setdefault(one.path_id, (one.happened_at, one.path_id, one.title))
        return [Reflected(path_id, title) for _, path_id, title in sorted(found.values())]

    def count(self, journey_id: str, stretch: Stretch) -> int:
        """How much was written in a stretch."""
        return len(self._within(self._all(journey_id), stretch))

    def rows(self, journey_id: str, stretch: Stretch, offset: int, limit: int) -> list[Summary]:
        """Some rows of what was written in a stretch, the latest moment first."""
        rows = self._within(self._all(journey_id), stretch)[offset : offset + limit]
        return [
            Summary(
                one.id,
                one.path_id,
                one.title,
                one.happened_at,
                excerpt(one.first_words, FIRST_WORDS),
                one.is_draft,
            )
            for one in rows
        ]

    def _all(self, journey_id: str) -> list[Reflection]:
        self._memory.reading()
        own = [one for one in self._memory.reflections.values() if one.journey_id == journey_id]
        order = self._memory.order
        return sorted(own, key=lambda one: (one.happened_at, order[one.id]), reverse=True)

    def _walks(self, journey_id: str) -> list[Reflection]:
        return [one for one in self._all(journey_id) if not one.is_draft]

    @staticmethod
    def _within(found: list[Reflection], stretch: Stretch) -> list[Reflection]:
        return [
            one
            for one in found
            if (stretch.since is None or one.happened_at >= stretch.since)
            and (stretch.until is None or one.happened_at < stretch.until)
        ]

    def _repaired_at(self, bump: Reflection) -> datetime | None:
        said = [
            self._memory.standings.get(answer.id, Standing())
            for answer in bump.answers
            if answer.place is Place.UNSAID
        ]
        moments = [
            one.moved_at
            for one in said
            if one.rung is Rung.SAID and one.became in REPAIRED and one.moved_at
        ]
        return min(moments, default=None)


def _is_open(one: Reflection) -> bool:
    """Whether something of it is left outside of the drawer; of its words, if it has any."""
    words = [answer for answer in one.answers if answer.has_words]
    shown = [answer for answer in words if answer.place is not Place.UNSAID]
    return bool(shown if words else one.answers)
