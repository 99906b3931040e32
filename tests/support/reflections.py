"""Reflections in memory, found and listed as the ports say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.answer import Answer, MapPoint, Reflection, Wording
from companion.domain.errors import UnknownReflectionError
from companion.domain.journey import SessionState
from companion.domain.ladder import Rung
from companion.domain.pacing import Written
from companion.domain.page import SECOND_YES, Candidate, Section, on_page
from companion.domain.path import Place, StepKind
from companion.domain.rhythm import Walked
from companion.domain.summaries import EarlierPoint, Summary
from support.memory import origin_of, summary_of, unsaid_of
from support.searching import found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from support.memory import Memory


NOTE = "note"
MOST_MATCHING = 3


class MemoryReflections:
    """Fits `ReflectionStore`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def put(self, reflection: Reflection) -> None:
        self._memory.writing()
        before = self._memory.reflections.get(reflection.id)
        same_moment = before and before.happened_at == reflection.happened_at
        if not same_moment:
            self._memory.order[reflection.id] = max(self._memory.order.values(), default=0) + 1
        self._memory.reflections[reflection.id] = replace(
            reflection, tags=tuple(sorted(set(reflection.tags)))
        )
        self._memory.settle(before, reflection)

    def revise(self, reflection: Reflection, at: datetime) -> None:
        before = self._memory.reflections.get(reflection.id)
        was = {one.id: one.shown for one in before.answers} if before else {}
        self.put(reflection)
        for answer in reflection.answers:
            if answer.id in was and was[answer.id] != answer.shown:
                known = self._memory.wordings.setdefault(answer.id, [])
                if all(one.replaced_at != at for one in known):
                    known.append(Wording(was[answer.id], at))
                known.sort(key=lambda one: one.replaced_at)

    def wordings(self, answer_id: str) -> list[Wording]:
        self._memory.reading()
        return self._memory.wordings.get(answer_id, [])[::-1]

    def lately(self, journey_id: str, since: datetime) -> list[Written]:
        done = [
            Written(one.path_id, one.form, one.finished_at)
            for one in self._of(journey_id)
            if one.finished_at and one.finished_at >= since and one.path_id != NOTE
        ]
        return sorted(done, key=lambda one: one.finished_at)

    def of_path(self, journey_id: str, path_id: str, limit: int) -> list[Reflection]:
        walks = self._of(journey_id, lambda one: not one.is_draft and one.path_id == path_id)
        return walks[:limit]

    def get(self, reflection_id: str) -> Reflection:
        self._memory.reading()
        if reflection_id not in self._memory.reflections:
            raise UnknownReflectionError(id=reflection_id)
        return self._memory.reflections[reflection_id]

    def matching(self, prefix: str) -> list[str]:
        self._memory.reading()
        ids = sorted(one for one in self._memory.reflections if one.startswith(prefix))
        return ids[:MOST_MATCHING]

    def remove(self, reflection_id: str) -> None:
        self._memory.writing()
        gone = self._memory.reflections.pop(reflection_id, None)
        self._memory.settle(gone, None)

    def newest_draft(self, journey_id: str) -> Reflection | None:
        drafts = self._of(journey_id, lambda one: one.is_draft)
        order = self._memory.order

        def begun(one: Reflection) -> tuple[datetime, datetime, int]:
            return one.started_at, one.happened_at, order[one.id]

        return max(drafts, key=begun, default=None)

    def latest(self, journey_id: str, path_id: str) -> Reflection | None:
        walks = self._of(journey_id, lambda one: not one.is_draft and one.path_id == path_id)
        return next(iter(walks), None)

    def last_walks(self, journey_id: str) -> list[Walked]:
        latest = {one.path_id: one for one in self._walks(journey_id)}
        return [latest[path_id] for path_id in sorted(latest)]

    def walks_within(
        self, journey_id: str, since: datetime | None, until: datetime | None, limit: int
    ) -> list[Walked]:
        within = [
            one
            for one in self._walks(journey_id)
            if (since is None or one.happened_at >= since)
            and (until is None or one.happened_at < until)
        ]
        return within[-limit:]

    def _walks(self, journey_id: str) -> list[Walked]:
        finished = self._of(journey_id, lambda one: not one.is_draft and one.path_id != NOTE)
        walks = [Walked(one.path_id, one.happened_at) for one in finished]
        return sorted(walks, key=lambda one: (one.happened_at, one.path_id))

    def count(self, journey_id: str) -> int:
        return len(self._of(journey_id))

    def rows(self, journey_id: str, offset: int, limit: int) -> list[Summary]:
        return [summary_of(one) for one in self._of(journey_id)[offset : offset + limit]]

    def search(self, journey_id: str, words: str, limit: int) -> list[Summary]:
        hits = self._of(
            journey_id,
            lambda one: found(words, [a.shown for a in one.answers if a.has_words]),
        )
        return [summary_of(one) for one in hits[:limit]]

    def earlier_points(self, journey_id: str, limit: int) -> list[EarlierPoint]:
        points = [
            EarlierPoint(one.happened_at, answer.value)
            for one in self._of(journey_id, lambda one: not one.is_draft)
            for answer in reversed(one.answers)
            if isinstance(answer.value, MapPoint)
        ]
        return points[:limit]

    def move_answer(self, answer_id: str, place: Place | None) -> None:
        self._memory.writing()
        for reflection, answer in list(self._memory.answers()):
            if answer.id == answer_id:
                moved = [replace(answer, place=place)] if place else []
                answers = tuple(
                    new
                    for old in reflection.answers
                    for new in (moved if old.id == answer_id else [old])
                )
                changed = replace(reflection, answers=answers)
                self._memory.reflections[reflection.id] = changed
                self._memory.settle(reflection, changed)

    def candidates(
        self, journey_id: str, session_id: str, getting_ready: str, since: datetime | None
    ) -> list[Candidate]:
        ticked = {line.answer_id for line in self._memory.lines.get(session_id, [])}
        brought = self._brought()

        def may(reflection: Reflection, answer: Answer) -> bool:
            parked = answer.place is Place.PARKED and answer.id not in brought
            ready = reflection.path_id == getting_ready and (
                since is None or reflection.happened_at >= since
            )
            return answer.id in ticked or parked or ready

        found = []
        for reflection in reversed(self._of(journey_id, lambda one: not one.is_draft)):
            for answer in reflection.answers:
                if not answer.has_words or answer.section is None:
                    continue
                origin = origin_of(reflection, answer)
                if answer.place is Place.UNSAID:
                    rung = self._memory.rung(answer.id)
                    said = answer.id in ticked and self._memory.was_held(session_id)
                    if rung is Rung.BRING or (rung is Rung.SAID and said):
                        words = unsaid_of(self._memory, reflection, answer).words_to_bring
                        found.append(Candidate(answer.id, words, Section.ABOUT_US, origin))
                elif answer.section is not Section.ABOUT_US and may(reflection, answer):
                    found.append(Candidate(answer.id, answer.shown, answer.section, origin))
        return found

    def quotable(
        self, journey_id: str, since: datetime | None, offset: int, limit: int
    ) -> list[Candidate]:
        return self._quotable(journey_id, since)[::-1][offset : offset + limit]

    def count_quotable(self, journey_id: str, since: datetime | None) -> int:
        return len(self._quotable(journey_id, since))

    def quoted(
        self, journey_id: str, since: datetime | None, answer_ids: Iterable[str]
    ) -> list[Candidate]:
        wanted = set(answer_ids)
        return [one for one in self._quotable(journey_id, since) if one.answer_id in wanted]

    def _quotable(self, journey_id: str, since: datetime | None) -> list[Candidate]:
        found = []
        for reflection in reversed(self._of(journey_id, lambda one: not one.is_draft)):
            if since is not None and reflection.happened_at < since:
                continue
            for answer in reflection.answers:
                section = answer.section if answer.kind is StepKind.TEXT else None
                hidden = answer.place is Place.UNSAID or section in SECOND_YES
                if section is not None and not hidden:
                    origin = origin_of(reflection, answer)
                    found.append(Candidate(answer.id, answer.shown, section, origin))
        return found

    def _brought(self) -> set[str]:
        held = [s.id for s in self._memory.sessions.values() if s.state is SessionState.HELD]
        lines = [line for session_id in held for line in self._memory.lines.get(session_id, [])]
        return {line.answer_id for line in lines if on_page(line)}

    def _of(
        self, journey_id: str, wanted: Callable[[Reflection], bool] = lambda _: True
    ) -> list[Reflection]:
        """A journey's reflections, the latest moment first."""
        self._memory.reading()
        own = [one for one in self._memory.reflections.values() if one.journey_id == journey_id]
        order = self._memory.order
        own.sort(key=lambda one: (one.happened_at, order[one.id]), reverse=True)
        return [one for one in own if wanted(one)]
