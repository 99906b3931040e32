"""A random notebook lived through: told to the services, and what ought to come of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from companion.domain.answer import Answer, MapPoint, Value, Wording
from companion.domain.book import KINDS
from companion.domain.journey import Journey, SessionState
from companion.domain.ladder import Rung, Size
from companion.domain.page import MOVABLE, SECOND_YES, Candidate, Kind, Line
from companion.domain.path import Place
from companion.domain.path_ids import NEVER_SHARED
from companion.export.writer import Writer
from companion.services.page.pages import Pages
from support.builders import a_session
from support.drawings import Drawn
from support.expected import Expected, ExpectedBook
from support.packs import SECRET, SECRET_WORDS, reading
from support.reflections import MemoryReflections
from support.stories import SCALES
from support.time import NOW
from support.words import ENGLISH
from support.world import World

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from companion.domain.printing import Printing
    from companion.services.page.desk import Desk
    from support.stories import Story


class Played:
    """A story told to the services, and what ought to come of it."""

    def __init__(
        self,
        story: Story,
        pages: type[Pages] = Pages,
        store: type[MemoryReflections] = MemoryReflections,
    ) -> None:
        """Live through it.

        Args:
            story: The story.
            pages: What composes the page; another one may leak.
            store: What keeps the entries; another one may leak.
        """
        self.story = story
        self.world = World(writer=Writer(ENGLISH))
        self.open = self.world.opened()
        self.open.pages.__class__ = pages
        self.open.journal._reflections.__class__ = store
        self.journey = self.world.memory.journeys[0].id
        self.last = NOW - timedelta(days=7)
        held = a_session(1, self.last, SessionState.HELD)
        self.world.memory.sessions[held.id] = replace(held, journey_id=self.journey)
        self.session = (
            self.open.appointments.add(NOW + timedelta(days=3)) if story.planned else None
        )
        self._write()
        self._do_homework()
        self._tick_all_of(self.open.pages.desk() if self._is_handover else self._handover)
        self.ticked = self._tick()
        self.quoted = self._quote()
        self.drawn = self._draw()
        self.bound = self._bind()
        for answer_id, places in story.moved.items():
            for place in places:
                self.open.journal.move(answer_id, place)

    def desk(self) -> Desk:
        """The table of the page that the story is about."""
        return self._handover if self._is_handover else self.open.pages.desk()

    def printed(self, form: str, printing: Printing) -> str | bytes:
        """The page as it would leave now."""
        page = self.desk().page
        if form == "pdf":
            return self.world.writer.print_page(page, printing).data
        return self.open.pages.render(page, form)

    def book(self, form: str, printing: Printing) -> str | bytes:
        """The book as it would leave now."""
        books = self.open.books
        book = books.bound(books.desk())
        if form == "pdf":
            return self.world.writer.print_book(book, printing).data
        return books.render(book, form)

    def _write(self) -> None:
        memory, store = self.world.memory, MemoryReflections(self.world.memory)
        for one in self.story.reflections:
            store.put(replace(one, journey_id=self.journey))
        other = Journey("other", "Mondays", NOW - timedelta(days=500))
        memory.journeys.insert(0, other)
        for one in self.story.elsewhere:
            store.put(replace(one, journey_id=other.id))
        for answer_id, standing in self.story.standings:
            memory.standings[answer_id] = standing
        first = self.story.answers[0].id
        memory.wordings[first] = [
            Wording(one, NOW - timedelta(days=n)) for n, one in enumerate(self.story.earlier, 1)
        ]

    def _do_homework(self) -> None:
        """A therapist's homework is there, and left out: none of its words may get out."""
        homework = self.open.homework
        kept = homework.add(reading(SECRET))
        homework.leave(kept.pack.id, kept.pack.tasks[0].id)
        assert all(word in SECRET for word in SECRET_WORDS)

    @property
    def _is_handover(self) -> bool:
        return self.story.kind is Kind.HANDOVER

    @property
    def _handover(self) -> Desk:
        return self.open.pages.handover()

    def _tick_all_of(self, desk: Desk) -> None:
        """Tick everything for another page: what was chosen there was not chosen here."""
        lines = [
            Line(one.answer_id, one.section, wording=self.story.elsewhere[0].title, agreed=True)
            for one in desk.candidates
        ]
        desk = self.open.pages.keep(desk, lines)
        quoted = [one.answer_id for one in desk.second.candidates]
        self.open.pages.keep_second(desk, quoted, {one.measure_id for one in desk.second.charts})

    def _tick(self) -> tuple[tuple[Line, str], ...]:
        pages, story = self.open.pages, self.story
        pages.set_name(story.once_named)
        pages.set_name(story.name)
        pages.set_footer(printed=story.footer)
        desk = self.desk()
        ticked: dict[str, Line] = {}
        for pick, line in zip(story.picks, story.lines, strict=True):
            if desk.candidates:
                candidate = desk.candidates[pick % len(desk.candidates)]
                ticked.setdefault(candidate.answer_id, _as_ticked(line, candidate))
        pages.keep(desk, list(ticked.values()))
        brought = {
            one: standing.rehearsal.of(standing.brings)
            for one, standing in story.standings
            if standing.brings
        }
        shown = {one.id: brought.get(one.id, one.shown) for one in story.answers}
        return tuple((one, one.wording or shown[one.answer_id]) for one in ticked.values())

    def _quote(self) -> tuple[str, ...]:
        desk = self.desk()
        found = desk.second.candidates
        picked = [found[pick % len(found)].answer_id for pick in self.story.quotes if found]
        quoted = tuple(dict.fromkeys(picked))
        if quoted:
            self.open.pages.keep_second(desk, quoted, ())
        return quoted

    def _draw(self) -> list[str]:
        scales = [one for one in SCALES if one in self.story.scales and self._chart(one).dots]
        if scales:
            self.open.pages.keep_second(self.desk(), self.quoted, scales)
        return scales

    def _chart(self, scale: str, gone: Collection[str] = ()) -> Drawn:
        """The dots of a scale: days alone, several of one day evenly over it."""
        dots = self._dots(scale, gone)
        days = [at.date().toordinal() for at, _ in dots]
        places = [
            day + (days[:index].count(day) + 1) / (days.count(day) + 1)
            for index, day in enumerate(days)
        ]
        # A session is marked if the dots of its topic lie around it.
        same = [one for one in SCALES if SCALES[one][0] == SCALES[scale][0]]
        moments = [at for one in same for at, _ in self._dots(one, gone)]
        met = self.last.date().toordinal()
        marked = dots and min(moments) <= self.last <= max(moments) and days[0] <= met <= days[-1]
        span = places[-1] - places[0] if places else 0

        def place(at: float) -> int:
            return round((at - places[0]) / span * 1000) if span else 500

        return Drawn(
            scale,
            tuple((place(at), value) for at, (_, value) in zip(places, dots, strict=True)),
            (place(met + 0.5),) if marked else (),
        )

    def _dots(self, scale: str, gone: Collection[str]) -> list[tuple[datetime, int]]:
        """What was chosen on a scale and is still there, by time."""
        order = self.world.memory.order
        told = [one for one in self.story.reflections if not one.is_draft]
        told.sort(key=lambda one: (one.happened_at, order[one.id]))
        return [
            (one.happened_at, value)
            for one in told
            for answer in one.answers
            if (one.path_id, answer.step_id) == SCALES[scale] and answer.id not in gone
            if (value := _value(scale, answer.value)) is not None
        ]

    def _bind(self) -> frozenset[str]:
        books = self.open.books
        books.call(books.desk(), self.story.once_named)
        desk = books.call(books.desk(), self.story.name)
        found = desk.passages
        picked = {found[pick % len(found)].answer_id for pick in self.story.passages if found}
        desk = books.tick(desk, picked)
        books.show_days(desk, shown=self.story.with_days)
        return frozenset(picked)

    def expected(self) -> Expected:
        """The page that was chosen, less what was taken back since."""
        was = {one.id: one.place for one in self.story.answers}
        moved = self.story.moved

        def taken_back(answer_id: str) -> bool:
            places = moved.get(answer_id, [])
            if was[answer_id] is Place.UNSAID:
                return any(place is not Place.UNSAID for place in places)
            return any(place in {None, Place.UNSAID} for place in places)

        chosen = [
            (line, words)
            for line, words in self.ticked
            if not taken_back(line.answer_id)
            if line.agreed or line.section not in SECOND_YES
        ]
        shown = {one.id: one.shown for one in self.story.answers}
        gone = {one for one, places in moved.items() if None in places}
        drawn = [self._chart(one, gone) for one in self.drawn]
        planned = None if self._is_handover else self.session
        return Expected(
            tuple(chosen),
            planned.at.date() if planned else None,
            self.story.name,
            self.story.footer,
            self.story.kind,
            tuple(shown[one] for one in self.quoted if not self._is_away(one)),
            tuple(one for one in drawn if one.dots),
        )

    def expected_book(self) -> ExpectedBook:
        """The book that was chosen, less what was taken back since."""
        order = self.world.memory.order
        told = [one for one in self.story.reflections if one.path_id not in NEVER_SHARED]
        told.sort(key=lambda one: (one.happened_at, order[one.id]))
        parts: dict[bool, list[str]] = {False: [], True: []}
        for one in told:
            parts[one.happened_at >= self.last] += [
                answer.shown
                for answer in one.answers
                if answer.id in self.bound and answer.kind in KINDS and not self._is_shut(answer)
            ]
        day = ENGLISH.day(self.last.date())
        after = f"After {day}" if self.story.with_days else "After a session"
        found = (("Before the first session", parts[False]), (after, parts[True]))
        return ExpectedBook(
            tuple((heading, tuple(texts)) for heading, texts in found if texts), self.story.name
        )

    def _is_away(self, answer_id: str) -> bool:
        """Whether an answer that was open is in the drawer or let go now."""
        places = self.story.moved.get(answer_id, [])
        gone = None in places
        return gone or (bool(places) and places[-1] is Place.UNSAID)

    def _is_shut(self, answer: Answer) -> bool:
        """Whether an answer that could be in the book can't be any more."""
        places = self.story.moved.get(answer.id, [])
        if None in places:
            return True
        place = places[-1] if places else answer.place
        said = {one for one, standing in self.story.standings if standing.rung is Rung.SAID}
        return place is Place.UNSAID and answer.id not in said

    def secrets(self, chosen: Iterable[str]) -> set[str]:
        """Every word of the notebook that is none of those that were chosen."""
        story = self.story
        wordings = [line.wording for line in story.lines]
        said = [*SECRET_WORDS, story.once_named, *wordings, *story.earlier]
        for _, standing in story.standings:
            said += [*(standing.rehearsal.of(size) for size in Size), standing.after]
        for one in (*story.reflections, *story.elsewhere):
            said += [one.id, one.title, *one.tags]
            for answer in one.answers:
                said += [answer.id, answer.step_id, answer.prompt, answer.shown.split()[0]]
        shown = " ".join([*chosen, story.name])
        times = {f"{moment:%H:%M}" for moment in self._moments()}
        return {word for word in said if word.startswith("zq") and word not in shown} | times

    def _moments(self) -> list[datetime]:
        found = [one.happened_at for one in (*self.story.reflections, *self.story.elsewhere)]
        return [*found, self.last, NOW, NOW + timedelta(days=3)]


def _value(scale: str, value: Value) -> int | None:
    if isinstance(value, MapPoint):
        return {"pleasant": value.pleasant, "energy": value.energy}.get(scale)
    return value if isinstance(value, int) and SCALES[scale][1] != "map" else None


def _as_ticked(line: Line, candidate: Candidate) -> Line:
    moves = candidate.section in MOVABLE and line.section in MOVABLE
    section = line.section if moves else candidate.section
    return replace(line, answer_id=candidate.answer_id, section=section)
