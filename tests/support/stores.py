"""A notebook in memory that does what the ports say, and forgets nothing until it is told to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from companion.domain.answer import Answer, MapPoint, Reflection, Wording
from companion.domain.archive import EXPORTED, Archive
from companion.domain.errors import StorageError, UnknownReflectionError
from companion.domain.journey import Journey, Session, SessionState
from companion.domain.ladder import Rung, Standing, Unsaid
from companion.domain.pacing import Written
from companion.domain.pack import kept_as
from companion.domain.page import SECOND_YES, Candidate, Line, Origin, Section, on_page
from companion.domain.path import Place, StepKind
from companion.domain.rhythm import Walked
from companion.domain.summaries import FIRST_WORDS, EarlierPoint, Summary
from companion.domain.text import excerpt
from support.movements import MemoryMovement
from support.passages import MemoryPassages
from support.searching import found
from support.undoing import MemoryUndo
from support.ways import MemoryWay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

NOTE = "note"
OPEN_JOURNEY = "journey.open"
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
    standings: dict[str, Standing] = field(default_factory=dict)
    """Where answers stand on the ladder, by answer id."""
    wordings: dict[str, list[Wording]] = field(default_factory=dict)
    """How answers read before, by answer id, the earliest first."""
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

    def settle(self, before: Reflection | None, after: Reflection | None) -> None:
        """Let ladder, wordings and pages follow what became of an entry's answers."""
        was = {one.id: one for one in before.answers} if before else {}
        now = {one.id: one for one in after.answers} if after else {}
        for answer_id in was.keys() - now.keys():
            self.standings.pop(answer_id, None)
            self.wordings.pop(answer_id, None)
            self.drop_lines([answer_id])
        for answer_id in was.keys() & now.keys():
            places = was[answer_id].place, now[answer_id].place
            if places[0] is not places[1] and Place.UNSAID in places:
                self.drop_lines([answer_id])
                if places[0] is Place.UNSAID and answer_id in self.standings:
                    standing = self.standings[answer_id]
                    if standing.rung is not Rung.SAID:
                        self.standings[answer_id] = replace(standing, rung=Rung.KEEP)
        hidden = (one.id for one in now.values() if one.place is Place.UNSAID)
        self.take_off_pages(hidden)

    def take_off_pages(self, answer_ids: Iterable[str]) -> None:
        """Drop the lines of what is not on *bring*; what was said stays where it was brought."""
        for answer_id in answer_ids:
            rung = self.rung(answer_id)
            if rung is Rung.BRING:
                continue
            for session_id, lines in self.lines.items():
                if rung is not Rung.SAID or not self.was_held(session_id):
                    kept = [line for line in lines if line.answer_id != answer_id]
                    self.lines[session_id] = kept

    def rung(self, answer_id: str) -> Rung:
        return self.standings.get(answer_id, Standing()).rung

    def was_held(self, session_id: str) -> bool:
        session = self.sessions.get(session_id)
        return session is not None and session.state is SessionState.HELD

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
                origin = _origin(reflection, answer)
                if answer.place is Place.UNSAID:
                    rung = self._memory.rung(answer.id)
                    said = answer.id in ticked and self._memory.was_held(session_id)
                    if rung is Rung.BRING or (rung is Rung.SAID and said):
                        words = _unsaid(self._memory, reflection, answer).words_to_bring
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
                    origin = _origin(reflection, answer)
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
        return [_unsaid(self._memory, one, answer) for one, answer, _ in found]

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
        return [_summary(one) for one in own[:limit]]


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


def _summary(reflection: Reflection) -> Summary:
    return Summary(
        reflection.id,
        reflection.path_id,
        reflection.title,
        reflection.happened_at,
        excerpt(reflection.first_words, FIRST_WORDS),
        reflection.is_draft,
    )


def _unsaid(memory: Memory, reflection: Reflection, answer: Answer) -> Unsaid:
    return Unsaid(
        answer.id,
        answer.shown,
        _origin(reflection, answer),
        memory.standings.get(answer.id, Standing()),
        may_be_brought=answer.section is not None and reflection.path_id not in {"fit", "record"},
    )


def _origin(reflection: Reflection, answer: Answer) -> Origin:
    return Origin(reflection.id, reflection.title, answer.prompt, reflection.happened_at)
