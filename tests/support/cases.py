"""Random pages: what could be on one, what somebody ticked, and what must come of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from companion.domain.movement import MEASURES
from companion.domain.page import (
    MOVABLE,
    SECOND_YES,
    Candidate,
    Kind,
    Line,
    Mode,
    Origin,
    Page,
    Section,
    compose,
)
from companion.domain.second_sheet import Chart, SecondSheet
from companion.export.writer import Writer
from companion.services.page.second_sheets import SecondDesk
from support.drawings import Drawn
from support.expected import Expected
from support.words import ENGLISH, canary

if TYPE_CHECKING:
    from datetime import date

    from hypothesis.strategies import DrawFn

WRITER = Writer(ENGLISH)
"""What renders the pages."""
MOMENT = datetime(2026, 3, 9, 23, 47, 58, tzinfo=UTC)
"""When all of it was written."""
ANY_LETTERS = "ab -*#_[](<>)`\\|~.:é漢ָאבשל🌱\n\t&\"'{}$@%=/"
"""Letters of several scripts, and all that is markup somewhere."""
SHIPPED_LETTERS = "ab -*#_[](<>)`\\|~.:éžΩжệ\n\t&\"'{}$@%=/"
"""The same, of scripts that the shipped letters have shapes for."""


@dataclass(frozen=True)
class Case:
    """What could be on a page, and what somebody ticked."""

    candidates: tuple[Candidate, ...]
    lines: tuple[Line, ...]
    session_on: date | None
    name: str
    footer: bool
    kind: Kind
    second: SecondDesk

    @property
    def page(self) -> Page:
        """The page that is printed."""
        return compose(
            self.lines,
            self.candidates,
            session_on=self.session_on,
            name=self.name,
            footer=self.footer,
            kind=self.kind,
            second=self.sheet,
        )

    @property
    def sheet(self) -> SecondSheet:
        """What is printed on the second sheet."""
        return replace(self.second, quotes=tuple(self.second.candidates)).sheet

    def expected(self) -> Expected:
        """What is chosen: stands where it may, with its second yes, once."""
        by_id = {candidate.answer_id: candidate for candidate in self.candidates}
        chosen: dict[str, tuple[Line, str]] = {}
        for line in self.lines:
            candidate = by_id.get(line.answer_id)
            if candidate is None or line.answer_id in chosen:
                continue
            own = line.section is candidate.section
            moved = line.section in MOVABLE and candidate.section in MOVABLE
            yes = line.agreed or line.section not in SECOND_YES
            if yes and (own or moved):
                chosen[line.answer_id] = (line, line.wording.strip() or candidate.text)
        texts = {one.answer_id: one.text for one in self.second.candidates}
        return Expected(
            tuple(chosen.values()),
            self.session_on,
            self.name,
            self.footer,
            self.kind,
            tuple(texts[one] for one in self.second.quoted if one in texts),
            tuple(
                Drawn(one.measure_id, one.dots, one.sessions)
                for one in self.second.charts
                if one.measure_id in self.second.charted
            ),
        )

    def secrets(self) -> set[str]:
        """Every canary that is not in the words that were chosen, and every trace of a time."""
        both = (*self.candidates, *self.second.candidates)
        texts = [
            text
            for one in both
            for text in (one.answer_id, one.text, one.origin.title, one.origin.prompt)
        ]
        texts += [one.origin.reflection_id for one in both]
        texts += [text for line in self.lines for text in (line.answer_id, line.wording)]
        texts += self.second.quoted
        chosen = " ".join([*self.expected().words, self.name])
        words = {word for text in texts for word in text.split() if word.startswith("zq")}
        return {word for word in words if word not in chosen} | {"23:47", "47:58", "happened"}


@st.composite
def cases(draw: DrawFn, letters: str = ANY_LETTERS) -> Case:
    """Any page at all."""
    numbers = count()
    around = st.text(letters, max_size=30)

    def words() -> str:
        return f"{draw(around)} {canary(next(numbers))} {draw(around)}"

    def candidate() -> Candidate:
        origin = Origin(canary(next(numbers)), words(), words(), MOMENT)
        section = draw(st.sampled_from(Section))
        return Candidate(canary(next(numbers)), words(), section, origin)

    candidates = tuple(candidate() for _ in range(draw(st.integers(0, 6))))
    ids = st.sampled_from([one.answer_id for one in candidates] + [canary(next(numbers))])
    own = {one.answer_id: one.section for one in candidates}
    lines = []
    for answer_id in draw(st.lists(ids, max_size=8)):
        stays = draw(st.booleans())
        anywhere = draw(st.sampled_from(Section))
        section = own.get(answer_id, anywhere) if stays else anywhere
        wording = draw(st.sampled_from(["", " ", words()]))
        mode, agreed = draw(st.sampled_from(Mode)), draw(st.booleans())
        lines.append(Line(answer_id, section, mode, wording, agreed))
    quotable = tuple(candidate() for _ in range(draw(st.integers(0, 3))))
    kind = draw(st.sampled_from([Kind.SESSION, Kind.SESSION, Kind.HANDOVER]))
    return Case(
        candidates,
        tuple(lines),
        draw(st.none() | st.dates()) if kind is Kind.SESSION else None,
        draw(st.sampled_from(["", words()])),
        draw(st.booleans()),
        kind,
        draw(second_desks(quotable, canary(next(numbers)))),
    )


@st.composite
def second_desks(draw: DrawFn, quotable: tuple[Candidate, ...], gone: str) -> SecondDesk:
    """A second sheet's table, with ticks of which some may lead to nothing any more."""
    ids = [one.answer_id for one in quotable]
    scales = draw(st.lists(st.sampled_from([one.id for one in MEASURES]), unique=True, max_size=3))
    return SecondDesk(
        quotable,
        tuple(draw(charts(scale)) for scale in scales),
        tuple(draw(st.lists(st.sampled_from([*ids, gone]), unique=True, max_size=3))),
        frozenset(draw(st.lists(st.sampled_from([one.id for one in MEASURES]), max_size=4))),
    )


@st.composite
def charts(draw: DrawFn, scale: str) -> Chart:
    """The dots of a scale."""
    dots = st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 10)), min_size=1, max_size=9)
    held = sorted(draw(st.lists(st.integers(0, 1000), max_size=3)))
    return Chart(scale, tuple(sorted(draw(dots))), tuple(held))


def _full() -> Case:
    """A page with something of everything, and as much again that was not ticked."""

    def candidate(number: int, section: Section, text: str) -> Candidate:
        origin = Origin(canary(number), canary(number + 1), canary(number + 2), MOMENT)
        return Candidate(canary(number + 3), f"{text} {canary(number + 4)}", section, origin)

    sections = (Section.ONE_THING, Section.TALK, Section.TALK, Section.ABOUT_US, Section.FEELINGS)
    ticked = [candidate(10 * n, one, f"line {n}") for n, one in enumerate(sections)]
    hidden = [candidate(100 + 10 * n, one, "hidden") for n, one in enumerate(sections)]
    quotable = [candidate(200 + 10 * n, Section.SINCE, "one row\n\nand more") for n in range(3)]
    modes = (Mode.PLEASE_ASK, Mode.DISCUSS, Mode.JUST_KNOW, Mode.DISCUSS, Mode.DISCUSS)
    dots = tuple((place, place // 100) for place in range(0, 1001, 125))
    second = SecondDesk(
        tuple(quotable),
        (
            Chart("openness", dots, (500,)),
            Chart("ways", dots[:2], (500,)),
            Chart("fuel", dots, (0, 1000)),
        ),
        (quotable[0].answer_id, quotable[1].answer_id),
        frozenset({"openness", "ways"}),
    )
    return Case(
        (*ticked, *hidden),
        tuple(
            Line(one.answer_id, one.section, mode, agreed=True)
            for one, mode in zip(ticked, modes, strict=True)
        ),
        MOMENT.date(),
        "Ada L.",
        footer=True,
        kind=Kind.SESSION,
        second=second,
    )


FULL = _full()
"""The one page that is looked at when it is the file that leaks, and not the composer."""
