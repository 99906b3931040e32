"""The same from a whole notebook: whatever is in it, only what was ticked is on the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from support.builders import a_reflection, a_session, an_answer
from support.leaks import ENGLISH, Expected, canary, leaks
from support.stores import MemoryReflections
from support.time import NOW
from support.world import World

from companion.domain.answer import Answer, MapPoint, Reflection, Value
from companion.domain.journey import SessionState
from companion.domain.page import MOVABLE, SECOND_YES, Line, Mode, Section
from companion.domain.path import Place, StepKind
from companion.domain.rhythm import GETTING_READY
from companion.export.writer import FORMS, Writer
from companion.services.pages import Pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import DrawFn

    from companion.domain.journey import Session
    from companion.domain.page import Candidate, Page

WORDS = (StepKind.TEXT, StepKind.WORDS, StepKind.CHOICE)
HIDDEN_TIME = timedelta(hours=5, minutes=17, seconds=43)
QUICKLY = settings(phases=[Phase.generate], derandomize=True, max_examples=3000, deadline=None)


@dataclass(frozen=True)
class Story:
    """A notebook, what was ticked in it, and what was done with the answers afterwards."""

    reflections: tuple[Reflection, ...]
    picks: tuple[int, ...]
    """Which candidates are ticked, in the person's order, by any number."""
    lines: tuple[Line, ...]
    """How each of these is ticked; its answer and section are filled in."""
    afterwards: tuple[tuple[int, Place | None], ...]
    """What became of answers after the ticking, by any number."""
    name: str
    once_named: str
    footer: bool
    planned: bool


@st.composite
def values(draw: DrawFn, kind: StepKind, number: int) -> tuple[Value, str]:
    if kind is StepKind.RATING:
        rating = draw(st.integers(0, 10))
        return rating, str(rating)
    if kind is StepKind.MAP:
        point = MapPoint(draw(st.integers(0, 10)), draw(st.integers(0, 10)))
        return point, f"{point.pleasant}, {point.energy}"
    around = draw(st.text("ab -*#é漢ש🌱\n", max_size=12))
    shown = f"{canary(number)} {around}".strip()
    return ((canary(number),), shown) if kind is not StepKind.TEXT else (shown, shown)


@st.composite
def stories(draw: DrawFn) -> Story:
    numbers = count()

    def answer() -> Answer:
        kind = draw(st.sampled_from([*WORDS, *WORDS, StepKind.RATING, StepKind.MAP]))
        value, shown = draw(values(kind, next(numbers)))
        return an_answer(
            canary(next(numbers)),
            value,
            kind=kind,
            shown=shown,
            step_id=canary(next(numbers)),
            prompt=canary(next(numbers)),
            place=draw(st.sampled_from([Place.HERE, Place.PARKED, Place.PARKED, Place.UNSAID])),
            section=draw(st.none() | st.sampled_from(Section)) if kind in WORDS else None,
        )

    def reflection() -> Reflection:
        draft = draw(st.booleans()) and draw(st.booleans())
        when = NOW - timedelta(days=draw(st.integers(0, 20))) - HIDDEN_TIME
        return a_reflection(
            canary(next(numbers)),
            *(answer() for _ in range(draw(st.integers(1, 4)))),
            when=when,
            title=canary(next(numbers)),
            path_id=draw(st.sampled_from([GETTING_READY, "trust", "note"])),
            finished_at=None if draft else when,
        )

    reflections = tuple(reflection() for _ in range(draw(st.integers(1, 3))))
    picks = tuple(draw(st.lists(st.integers(0, 9), max_size=5)))
    ticks = tuple(
        Line(
            "",
            draw(st.sampled_from(Section)),
            draw(st.sampled_from(Mode)),
            draw(st.sampled_from(["", canary(next(numbers))])),
            draw(st.booleans()),
        )
        for _ in picks
    )
    place = st.sampled_from([None, *Place])
    return Story(
        reflections,
        picks,
        ticks,
        tuple(draw(st.lists(st.tuples(st.integers(0, 9), place), max_size=2))),
        draw(st.sampled_from(["", canary(next(numbers))])),
        canary(next(numbers)),
        draw(st.booleans()),
        draw(st.booleans()),
    )


class Played:
    """A story told to the services, and what ought to come of it."""

    def __init__(
        self,
        story: Story,
        pages: type[Pages] = Pages,
        store: type[MemoryReflections] = MemoryReflections,
    ) -> None:
        self.story = story
        self.world = World(writer=Writer(ENGLISH))
        self.open = self.world.opened()
        self.open.pages.__class__ = pages
        self.open.journal._reflections.__class__ = store
        journey = self.world.memory.journeys[0].id
        last = a_session(1, NOW - timedelta(days=7), SessionState.HELD)
        self.world.memory.sessions[last.id] = replace(last, journey_id=journey)
        self.session = (
            self.open.appointments.add(NOW + timedelta(days=3)) if story.planned else None
        )
        for reflection in story.reflections:
            own = replace(reflection, journey_id=journey)
            MemoryReflections(self.world.memory).put(own)
        self.ticked = self._tick()
        self._afterwards()

    def _tick(self) -> tuple[Line, ...]:
        pages, story = self.open.pages, self.story
        pages.set_name(story.once_named)
        pages.set_name(story.name)
        pages.set_footer(printed=story.footer)
        desk = pages.desk()
        ticked: dict[str, Line] = {}
        for pick, line in zip(story.picks, story.lines, strict=True):
            if desk.candidates:
                candidate = desk.candidates[pick % len(desk.candidates)]
                ticked.setdefault(candidate.answer_id, _as_ticked(line, candidate))
        pages.keep(desk, list(ticked.values()))
        return tuple(ticked.values())

    def _afterwards(self) -> None:
        ids = [answer.id for one in self.story.reflections for answer in one.answers]
        for pick, place in self.story.afterwards:
            self.open.journal.move(ids[pick % len(ids)], place)

    def expected(self) -> Expected:
        answers = [answer for one in self.story.reflections for answer in one.answers]
        shown = {answer.id: answer.shown for answer in answers}
        taken_back = {
            answers[pick % len(answers)].id
            for pick, place in self.story.afterwards
            if place in {None, Place.UNSAID}
        }
        chosen = [
            (line, line.wording or shown[line.answer_id])
            for line in self.ticked
            if line.answer_id not in taken_back
            if line.agreed or line.section not in SECOND_YES
        ]
        day = self.session.at.date() if self.session else None
        return Expected(tuple(chosen), day, self.story.name, self.story.footer)

    def secrets(self) -> set[str]:
        said = [self.story.once_named, *(line.wording for line in self.story.lines)]
        for one in self.story.reflections:
            said += [one.id, one.title]
            for answer in one.answers:
                said += [answer.id, answer.step_id, answer.prompt, answer.shown.split()[0]]
        chosen = " ".join([words for _, words in self.expected().lines] + [self.story.name])
        return {word for word in said if word.startswith("zq") and word not in chosen}

    def leaks(self, form: str) -> list[str]:
        text = self.open.pages.render(self.open.pages.desk().page, form)
        return leaks(text, form, self.expected(), self.secrets())


def _as_ticked(line: Line, candidate: Candidate) -> Line:
    moves = candidate.section in MOVABLE and line.section in MOVABLE
    section = line.section if moves else candidate.section
    return replace(line, answer_id=candidate.answer_id, section=section)


@given(stories(), st.sampled_from(FORMS))
@settings(max_examples=200)
def test_a_notebooks_page_holds_what_was_ticked_and_not_a_letter_more(
    story: Story, form: str
) -> None:
    assert Played(story).leaks(form) == []


@given(stories(), st.sampled_from(FORMS))
def test_what_is_written_to_a_file_is_what_was_seen(story: Story, form: str) -> None:
    played, file = Played(story), Path("page.txt")
    page = played.open.pages.desk().page
    played.open.pages.write(page, form, file)
    assert played.world.outbox.files == {file: played.open.pages.render(page, form)}


# The property must be able to fail: each of these leaks, and each is caught in every form.


class TicksEverything(Pages):
    def _compose(
        self, session: Session | None, candidates: Sequence[Candidate], lines: Sequence[Line]
    ) -> Page:
        ticked = {line.answer_id for line in lines}
        more = [Line(c.answer_id, c.section) for c in candidates if c.answer_id not in ticked]
        return super()._compose(session, candidates, [*lines, *more])


class SaysTheSecondYes(Pages):
    def _compose(
        self, session: Session | None, candidates: Sequence[Candidate], lines: Sequence[Line]
    ) -> Page:
        agreed = [replace(line, agreed=True) for line in lines]
        return super()._compose(session, candidates, agreed)


class PrintsAnyName(Pages):
    @property
    def name(self) -> str:
        return "Ada"


class TellsWhere(Pages):
    def render(self, page: Page, form: str = "text") -> str:
        titles = [one.origin.title for one in self.desk().candidates]
        return "\n".join([super().render(page, form), *titles])


class TellsTheHour(Pages):
    def render(self, page: Page, form: str = "text") -> str:
        return f"{super().render(page, form)}{self._clock.now():%H:%M}"


class LeavesTheDrawerOpen(MemoryReflections):
    def move_answer(self, answer_id: str, place: Place | None) -> None:
        super().move_answer(answer_id, Place.PARKED if place is Place.UNSAID else place)


class LetsNothingGo(MemoryReflections):
    def move_answer(self, answer_id: str, place: Place | None) -> None:
        if place is not None:
            super().move_answer(answer_id, place)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "leaky", [TicksEverything, SaysTheSecondYes, PrintsAnyName, TellsWhere, TellsTheHour]
)
def test_leaky_pages_are_caught(leaky: type[Pages], form: str) -> None:
    assert find(stories(), lambda story: bool(Played(story, leaky).leaks(form)), settings=QUICKLY)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("leaky", [LeavesTheDrawerOpen, LetsNothingGo])
def test_a_leaky_store_is_caught(leaky: type[MemoryReflections], form: str) -> None:
    assert find(
        stories(), lambda story: bool(Played(story, store=leaky).leaks(form)), settings=QUICKLY
    )
