"""What is not ticked cannot leave: the page, composed and rendered, tested letter by letter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from support.leaks import ENGLISH, Expected, canary, leaks

from companion.domain.page import (
    MOVABLE,
    SECOND_YES,
    Candidate,
    Line,
    Mode,
    Origin,
    Page,
    PageLine,
    Section,
    compose,
)
from companion.export.writer import FORMS, Writer

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import DrawFn

    Compose = Callable[["Case"], Page]
    Render = Callable[["Case", Page, str], str]

WRITER = Writer(ENGLISH)
QUICKLY = settings(phases=[Phase.generate], derandomize=True, max_examples=2000, deadline=None)
MOMENT = datetime(2026, 3, 9, 23, 47, 58, tzinfo=UTC)
ANY_LETTERS = st.text("ab -*#_[](<>)`\\|~.:é漢字ابשל🌱\n\t", max_size=30)


@dataclass(frozen=True)
class Case:
    """What could be on a page, and what somebody ticked."""

    candidates: tuple[Candidate, ...]
    lines: tuple[Line, ...]
    session_on: date | None
    name: str
    footer: bool

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
        return Expected(tuple(chosen.values()), self.session_on, self.name, self.footer)

    def secrets(self) -> set[str]:
        """Every canary that is not in a chosen line's words or the name."""
        texts = [
            text
            for one in self.candidates
            for text in (one.answer_id, one.text, one.origin.title, one.origin.prompt)
        ]
        texts += [one.origin.reflection_id for one in self.candidates]
        texts += [text for line in self.lines for text in (line.answer_id, line.wording)]
        chosen = " ".join([words for _, words in self.expected().lines] + [self.name])
        words = {word for text in texts for word in text.split() if word.startswith("zq")}
        return {word for word in words if word not in chosen} | {"23:47", "47:58", "happened"}


@st.composite
def cases(draw: DrawFn) -> Case:
    numbers = count()

    def words() -> str:
        around = draw(ANY_LETTERS), draw(ANY_LETTERS)
        return f"{around[0]} {canary(next(numbers))} {around[1]}"

    candidates = [
        Candidate(
            canary(next(numbers)),
            words(),
            draw(st.sampled_from(Section)),
            Origin(canary(next(numbers)), words(), words(), MOMENT),
        )
        for _ in range(draw(st.integers(0, 6)))
    ]
    ids = st.sampled_from([one.answer_id for one in candidates] + [canary(next(numbers))])
    own = {one.answer_id: one.section for one in candidates}
    lines = []
    for answer_id in draw(st.lists(ids, max_size=8)):
        stays = draw(st.booleans())
        anywhere = draw(st.sampled_from(Section))
        lines.append(
            Line(
                answer_id,
                own.get(answer_id, anywhere) if stays else anywhere,
                draw(st.sampled_from(Mode)),
                draw(st.sampled_from(["", " ", words()])),
                draw(st.booleans()),
            )
        )
    return Case(
        tuple(candidates),
        tuple(lines),
        draw(st.none() | st.dates()),
        draw(st.sampled_from(["", words()])),
        draw(st.booleans()),
    )


def honest(case: Case) -> Page:
    return compose(
        case.lines,
        case.candidates,
        session_on=case.session_on,
        name=case.name,
        footer=case.footer,
    )


def rendered(_: Case, page: Page, form: str) -> str:
    return WRITER.render(page, form)


def told(case: Case, form: str, composing: Compose = honest, render: Render = rendered) -> bool:
    """Whether a page tells more, or less, than was chosen."""
    text = render(case, composing(case), form)
    return bool(leaks(text, form, case.expected(), case.secrets()))


@given(cases(), st.sampled_from(FORMS))
@settings(max_examples=300)
def test_a_page_holds_what_was_chosen_and_not_a_letter_more(case: Case, form: str) -> None:
    text = WRITER.render(honest(case), form)
    assert leaks(text, form, case.expected(), case.secrets()) == []


@given(cases(), st.sampled_from(FORMS))
def test_what_is_not_chosen_makes_no_difference_at_all(case: Case, form: str) -> None:
    chosen = {line.answer_id for line, _ in case.expected().lines}
    only = tuple(one for one in case.candidates if one.answer_id in chosen)
    elsewhere = Origin("", "", "", MOMENT.replace(year=1999))
    bare = tuple(replace(one, origin=elsewhere) for one in only)
    page = honest(replace(case, candidates=bare))
    assert WRITER.render(page, form) == WRITER.render(honest(case), form)


# The property must be able to fail: each of these leaks, and each is caught in every form.


def ignores_second_yes(case: Case) -> Page:
    agreed = tuple(replace(line, agreed=True) for line in case.lines)
    return honest(replace(case, lines=agreed))


def prints_every_candidate(case: Case) -> Page:
    ticked = {line.answer_id for line in case.lines}
    rest = [Line(c.answer_id, c.section) for c in case.candidates if c.answer_id not in ticked]
    return honest(replace(case, lines=(*case.lines, *rest)))


def prints_the_long_words(case: Case) -> Page:
    return honest(replace(case, lines=tuple(replace(line, wording="") for line in case.lines)))


def forgets_where_a_line_may_stand(case: Case) -> Page:
    places = {line.answer_id: line.section for line in case.lines}
    anywhere = tuple(
        replace(one, section=places.get(one.answer_id, one.section)) for one in case.candidates
    )
    return honest(replace(case, candidates=anywhere))


def prints_lines_that_are_gone(case: Case) -> Page:
    page = honest(case)
    known = {one.answer_id for one in case.candidates}
    gone = [line for line in case.lines if line.answer_id not in known and line.wording.strip()]
    ghosts = tuple((line.section, (PageLine(line.wording, None),)) for line in gone)
    return replace(page, sections=page.sections + ghosts)


def prints_the_question(case: Case) -> Page:
    asked = {one.text: f"{one.origin.prompt} {one.text}" for one in case.candidates}
    return honest(
        replace(
            case, candidates=tuple(replace(one, text=asked[one.text]) for one in case.candidates)
        )
    )


def loses_a_line(case: Case) -> Page:
    page = honest(case)
    return replace(page, sections=page.sections[1:])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "leaky",
    [
        ignores_second_yes,
        prints_every_candidate,
        prints_the_long_words,
        forgets_where_a_line_may_stand,
        prints_lines_that_are_gone,
        prints_the_question,
        loses_a_line,
    ],
)
def test_a_leaky_composer_is_caught(leaky: Compose, form: str) -> None:
    assert find(cases(), lambda case: told(case, form, composing=leaky), settings=QUICKLY)


def counts(case: Case, page: Page, form: str) -> str:
    text = WRITER.render(page, form)
    more = len(case.candidates) - sum(len(lines) for _, lines in page.sections)
    return f"{text}\n({more} more)\n" if more else text


def tells_the_time(case: Case, page: Page, form: str) -> str:
    text = WRITER.render(page, form)
    return f"{text}<!-- {MOMENT:%H:%M} -->" if case.lines else text


def tells_the_ids(case: Case, page: Page, form: str) -> str:
    ids = [line.answer_id for line, _ in case.expected().lines]
    return WRITER.render(page, form) + "".join(f"\n[//]: # ({one})" for one in ids)


def tells_the_number_of_words(_: Case, page: Page, form: str) -> str:
    text = WRITER.render(page, form)
    return text.replace('"footer"', f'"words": {page.words}, "footer"', 1) + str(page.words)


def tells_who_wrote_it(_: Case, page: Page, form: str) -> str:
    return f"made with companion\n{WRITER.render(page, form)}"


def forgets_a_mode(_: Case, page: Page, form: str) -> str:
    sections = tuple(
        (section, tuple(replace(line, mode=None) for line in lines))
        for section, lines in page.sections
    )
    return WRITER.render(replace(page, sections=sections), form)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "leaky",
    [
        counts,
        tells_the_time,
        tells_the_ids,
        tells_the_number_of_words,
        tells_who_wrote_it,
        forgets_a_mode,
    ],
)
def test_a_leaky_renderer_is_caught(leaky: Render, form: str) -> None:
    assert find(cases(), lambda case: told(case, form, render=leaky), settings=QUICKLY)
