"""A notebook in memory that does what the ports say, and forgets nothing until it is told to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from companion.domain.answer import Answer, MapPoint, Reflection
from companion.domain.archive import Archive
from companion.domain.errors import StorageError, UnknownReflectionError
from companion.domain.journey import Journey, Session, SessionState
from companion.domain.page import Candidate, Line, Origin, on_page
from companion.domain.path import Place
from companion.domain.rhythm import Walked
from companion.domain.summaries import FIRST_WORDS, EarlierPoint, Summary
from companion.domain.text import excerpt
from support.searching import found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

NOTE = "note"
MOST_MATCHING = 3


@dataclass
class Memory:
    """Everything that is kept, and whether the disk plays along."""

    journeys: list[Journey] = field(default_factory=list)
    sessions: dict[str, Session] = field(default_factory=dict)
    reflections: dict[str, Reflection] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)
    """The order in which reflections about the same moment were kept."""
    lines: dict[str, list[Line]] = field(default_factory=dict)
    """Ticked lines by session id."""
    settings: dict[str, str] = field(default_factory=dict)
    writable: bool = True
    """Set to false to try a full disk."""
    open: bool = True
    """False once the notebook is shut."""
    saves: int = 0
    """How many writes there were."""

    def reading(self) -> None:
        if not self.open:
            raise StorageError

    def writing(self) -> None:
        self.reading()
        if not self.writable:
            raise StorageError
        self.saves += 1

    def drop_lines(self, answer_ids: Iterable[str]) -> None:
        gone = set(answer_ids)
        for session_id, lines in self.lines.items():
            self.lines[session_id] = [line for line in lines if line.answer_id not in gone]

    def answers(self) -> Iterator[tuple[Reflection, Answer]]:
        for reflection in self.reflections.values():
            for answer in reflection.answers:
                yield reflection, answer


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
        self._memory.reflections[reflection.id] = reflection
        kept = {a.id for a in reflection.answers if a.place is not Place.UNSAID}
        hidden = {a.id for a in reflection.answers} - kept
        gone = {a.id for a in before.answers} - kept if before else set()
        self._memory.drop_lines(gone | hidden)

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
        if gone is not None:
            self._memory.drop_lines(answer.id for answer in gone.answers)

    def newest_draft(self, journey_id: str) -> Reflection | None:
        drafts = self._of(journey_id, lambda one: one.is_draft)
        order = self._memory.order

        def begun(one: Reflection) -> tuple[datetime, datetime, int]:
            return one.started_at, one.happened_at, order[one.id]

        return max(drafts, key=begun, default=None)

    def latest(self, journey_id: str, path_id: str) -> Reflection | None:
        walks = self._of(journey_id, lambda one: not one.is_draft and one.path_id == path_id)
        return next(iter(walks), None)

    def walked(self, journey_id: str) -> list[Walked]:
        walks = self._of(journey_id, lambda one: not one.is_draft and one.path_id != NOTE)
        return [Walked(one.path_id, one.happened_at) for one in reversed(walks)]

    def count(self, journey_id: str) -> int:
        return len(self._of(journey_id))

    def rows(self, journey_id: str, offset: int, limit: int) -> list[Summary]:
        return [_summary(one) for one in self._of(journey_id)[offset : offset + limit]]

    def search(self, journey_id: str, words: str, limit: int) -> list[Summary]:
        hits = self._of(
            journey_id,
            lambda one: found(words, [a.shown for a in one.answers if a.has_words]),
        )
        return [_summary(one) for one in hits[:limit]]

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
                self._memory.reflections[reflection.id] = replace(reflection, answers=answers)
        if place in {None, Place.UNSAID}:
            self._memory.drop_lines([answer_id])

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

        return [
            Candidate(answer.id, answer.shown, answer.section, _origin(reflection, answer))
            for reflection in reversed(self._of(journey_id, lambda one: not one.is_draft))
            for answer in reflection.answers
            if answer.has_words and answer.section and answer.place is not Place.UNSAID
            if may(reflection, answer)
        ]

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


class MemorySessions:
    """Fits `SessionStore`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def journey(self) -> Journey:
        self._memory.reading()
        return max(self._memory.journeys, key=lambda journey: journey.started_at)

    def sessions(self, journey_id: str) -> list[Session]:
        self._memory.reading()
        own = [one for one in self._memory.sessions.values() if one.journey_id == journey_id]
        return sorted(own, key=lambda one: (one.at, one.id))

    def put(self, sessions: Iterable[Session]) -> None:
        self._memory.writing()
        known = {journey.id for journey in self._memory.journeys}
        kept = {one.id: one for one in sessions}
        if any(one.journey_id not in known for one in kept.values()):
            raise StorageError
        self._memory.sessions |= kept


class MemoryPages:
    """Fits `PageStore`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def lines(self, session_id: str) -> list[Line]:
        self._memory.reading()
        return list(self._memory.lines.get(session_id, []))

    def put(self, session_id: str, lines: Sequence[Line]) -> None:
        self._memory.writing()
        known = {answer.id for _, answer in self._memory.answers()}
        if any(line.answer_id not in known for line in lines):
            raise StorageError
        self._memory.lines[session_id] = list(lines)

    def carry(self, session_id: str) -> None:
        self._memory.writing()
        own = self._memory.lines.setdefault(session_id, [])
        if session_id:
            there = {line.answer_id for line in own}
            waiting = self._memory.lines.pop("", [])
            own += [line for line in waiting if line.answer_id not in there]


class MemorySettings:
    """Fits `SettingStore`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def get(self, name: str) -> str:
        self._memory.reading()
        return self._memory.settings.get(name, "")

    def put(self, name: str, value: str) -> None:
        self._memory.writing()
        self._memory.settings[name] = value


class MemoryArchive:
    """Fits `ArchiveStore`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def everything(self) -> Archive:
        self._memory.reading()
        order = self._memory.order
        kept = self._memory
        return Archive(
            reflections=iter(
                sorted(kept.reflections.values(), key=lambda one: (one.happened_at, order[one.id]))
            ),
            journeys=tuple(sorted(kept.journeys, key=lambda one: one.started_at)),
            sessions=tuple(sorted(kept.sessions.values(), key=lambda one: (one.at, one.id))),
            pages=tuple((key, tuple(lines)) for key, lines in sorted(kept.lines.items()) if lines),
            settings=tuple(sorted(kept.settings.items())),
        )

    def known(self, reflection_ids: Iterable[str]) -> set[str]:
        self._memory.reading()
        return set(reflection_ids) & set(self._memory.reflections)

    def bring_in(self, archive: Archive) -> None:
        self._memory.writing()
        kept = self._memory
        known = {one.id for one in kept.journeys}
        new = [one for one in archive.journeys if one.id not in known]
        own = max(kept.journeys, key=lambda one: one.started_at)
        used = {one.journey_id for one in kept.reflections.values()}
        used |= {one.journey_id for one in kept.sessions.values()}
        kept.journeys += new
        if new and own.id not in used:
            kept.journeys.remove(own)
        latest = max(kept.journeys, key=lambda one: one.started_at)
        for one in archive.reflections:
            if one.id not in kept.reflections:
                kept.reflections[one.id] = replace(one, journey_id=one.journey_id or latest.id)
                kept.order[one.id] = max(kept.order.values(), default=0) + 1
        for session in archive.sessions:
            kept.sessions.setdefault(session.id, session)
        answers = {answer.id for _, answer in kept.answers()}
        for session_id, lines in archive.pages:
            if not kept.lines.get(session_id):
                kept.lines[session_id] = [one for one in lines if one.answer_id in answers]
        for name, value in archive.settings:
            kept.settings.setdefault(name, value)


class MemoryStores:
    """An open notebook in memory; fits `Stores`."""

    def __init__(self, memory: Memory) -> None:
        """Take what is kept."""
        self.memory = memory
        self.reflections = MemoryReflections(memory)
        self.sessions = MemorySessions(memory)
        self.pages = MemoryPages(memory)
        self.settings = MemorySettings(memory)
        self.archive = MemoryArchive(memory)


def _summary(reflection: Reflection) -> Summary:
    return Summary(
        reflection.id,
        reflection.path_id,
        reflection.title,
        reflection.happened_at,
        excerpt(reflection.first_words, FIRST_WORDS),
        reflection.is_draft,
    )


def _origin(reflection: Reflection, answer: Answer) -> Origin:
    return Origin(reflection.id, reflection.title, answer.prompt, reflection.happened_at)
