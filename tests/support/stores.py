"""A notebook in memory that does what the ports say, and forgets nothing until it is told to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.archive import EXPORTED, Archive
from companion.domain.errors import StorageError, UnknownReflectionError
from companion.domain.ladder import Standing, Unsaid
from companion.domain.pack import kept_as
from companion.domain.path import Place
from support.memory import summary_of, unsaid_of
from support.movements import MemoryMovement
from support.passages import MemoryPassages
from support.reflections import MemoryReflections
from support.undoing import MemoryUndo
from support.ways import MemoryWay

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from companion.domain.journey import Journey, Session
    from companion.domain.page import Line
    from companion.domain.summaries import Summary
    from support.memory import Memory

OPEN_JOURNEY = "journey.open"


class MemorySessions:
    """Fits `SessionStore`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def journey(self) -> Journey:
        self._memory.reading()
        chosen = self._memory.settings.get(OPEN_JOURNEY)
        ordered = sorted(self._memory.journeys, key=lambda one: one.id, reverse=True)
        return max(
            ordered[::-1], key=lambda one: (one.id == chosen, not one.is_closed, one.started_at)
        )

    def journeys(self) -> list[Journey]:
        self._memory.reading()
        return sorted(self._memory.journeys, key=lambda one: (one.started_at, one.id))

    def put_journey(self, journey: Journey, *, opened: bool = False) -> None:
        self._memory.writing()
        others = [one for one in self._memory.journeys if one.id != journey.id]
        self._memory.journeys = [*others, journey]
        if opened:
            self._memory.settings[OPEN_JOURNEY] = journey.id

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

    def beginning(self, prefix: str) -> dict[str, str]:
        self._memory.reading()
        found = self._memory.settings.items()
        return {name: value for name, value in sorted(found) if name.startswith(prefix)}

    def remove(self, name: str) -> None:
        self._memory.writing()
        self._memory.settings.pop(name, None)


class MemoryDrawer:
    """Fits `DrawerStore`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def items(self, journey_id: str) -> list[Unsaid]:
        self._memory.reading()
        order = self._memory.order
        found = [
            (one, answer, place)
            for one in self._memory.reflections.values()
            if one.journey_id == journey_id and not one.is_draft
            for place, answer in enumerate(one.answers)
            if answer.place is Place.UNSAID and answer.has_words
        ]
        found.sort(key=lambda each: each[2])
        found.sort(key=lambda each: (each[0].happened_at, order[each[0].id]), reverse=True)
        return [unsaid_of(self._memory, one, answer) for one, answer, _ in found]

    def item(self, answer_id: str) -> Unsaid:
        for journey in self._memory.journeys:
            for one in self.items(journey.id):
                if one.answer_id == answer_id:
                    return one
        raise UnknownReflectionError(id=answer_id)

    def stand(self, answer_id: str, standing: Standing) -> None:
        self._memory.writing()
        if answer_id not in {answer.id for _, answer in self._memory.answers()}:
            raise StorageError
        before = self._memory.standings.get(answer_id, Standing())
        self._memory.standings[answer_id] = standing
        if before.chosen != standing.chosen:
            self._memory.drop_lines([answer_id])
        self._memory.take_off_pages([answer_id])


class MemoryTags:
    """Fits `TagStore`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def put(self, reflection_id: str, tags: Iterable[str]) -> None:
        self._memory.writing()
        found = self._memory.reflections.get(reflection_id)
        if found is not None:
            kept = replace(found, tags=tuple(sorted(set(tags))))
            self._memory.reflections[reflection_id] = kept

    def all(self, journey_id: str) -> list[str]:
        self._memory.reading()
        own = [one for one in self._memory.reflections.values() if one.journey_id == journey_id]
        return sorted({tag for one in own for tag in one.tags})

    def tagged(self, journey_id: str, tag: str, limit: int) -> list[Summary]:
        reflections = MemoryReflections(self._memory)
        own = reflections._of(journey_id, lambda one: tag in one.tags)
        return [summary_of(one) for one in own[:limit]]


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
            standings=tuple(sorted(kept.standings.items(), key=lambda one: one[0])),
            wordings=tuple(
                (one, was) for one in sorted(kept.wordings) for was in kept.wordings[one]
            ),
        )

    def known(self, reflection_ids: Iterable[str]) -> set[str]:
        self._memory.reading()
        return set(reflection_ids) & set(self._memory.reflections)

    def bring_in(self, archive: Archive) -> None:
        self._memory.writing()
        kept = self._memory
        known = {one.id for one in kept.journeys}
        new = [one for one in archive.journeys if one.id not in known]
        own = MemorySessions(kept).journey()
        used = {one.journey_id for one in kept.reflections.values()}
        used |= {one.journey_id for one in kept.sessions.values()}
        used |= {own.id for name in kept.settings if name.startswith(kept_as(own.id))}
        kept.journeys += new
        replaced = bool(new) and own.id not in used
        if replaced:
            kept.journeys.remove(own)
        brought = self._bring_entries_in(archive)
        for session in archive.sessions:
            kept.sessions.setdefault(session.id, session)
        answers = {answer.id for _, answer in kept.answers()}
        for session_id, lines in archive.pages:
            if not kept.lines.get(session_id):
                kept.lines[session_id] = [one for one in lines if one.answer_id in answers]
        kept.standings |= {one: at for one, at in archive.standings if one in brought}
        for answer_id, wording in archive.wordings:
            if answer_id in brought:
                kept.wordings.setdefault(answer_id, []).append(wording)
        for name, value in archive.settings:
            if name != EXPORTED and (replaced or name != OPEN_JOURNEY):
                kept.settings.setdefault(name, value)

    def _bring_entries_in(self, archive: Archive) -> set[str]:
        """Keep the entries that are not there yet; says which answers came in."""
        kept, latest = self._memory, MemorySessions(self._memory).journey()
        brought = set[str]()
        for one in archive.reflections:
            if one.id not in kept.reflections:
                brought |= {answer.id for answer in one.answers}
                kept.reflections[one.id] = replace(one, journey_id=one.journey_id or latest.id)
                kept.order[one.id] = max(kept.order.values(), default=0) + 1
        return brought


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
        self.drawer = MemoryDrawer(memory)
        self.tags = MemoryTags(memory)
        self.undo = MemoryUndo(memory)
        self.movement = MemoryMovement(memory)
        self.passages = MemoryPassages(memory)
        self.way = MemoryWay(memory)
