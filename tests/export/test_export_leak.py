"""What is not ticked cannot leave: the page, composed and rendered, tested letter by letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from support.cases import MOMENT, SHIPPED_LETTERS, WRITER, Case, cases
from support.leaks import FORMS, leaks

from companion.domain.page import Kind, Line, Origin, PageLine
from companion.domain.printing import Paper, Printing
from companion.domain.second_sheet import Chart, SecondSheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.page import Page

    Compose = Callable[[Case], Page]
    Render = Callable[[Case, Page, str], str]

TEXTS = tuple(form for form in FORMS if form != "pdf")
NO_SHRINKING = [Phase.explicit, Phase.reuse, Phase.generate]  # with PDFs it takes minutes
QUICKLY = settings(phases=[Phase.generate], derandomize=True, max_examples=2000, deadline=None)
PAPERS = st.builds(Printing, st.sampled_from(Paper), st.booleans())


def honest(case: Case) -> Page:
    return case.page


def printed(page: Page, form: str, printing: Printing = Printing()) -> str | bytes:  # noqa: B008  a frozen value
    if form == "pdf":
        return WRITER.print_page(page, printing).data
    return WRITER.render(page, form)


def told(case: Case, form: str, composing: Compose = honest) -> bool:
    """Whether a page tells more, or less, than was chosen."""
    return bool(leaks(printed(composing(case), form), form, case.expected(), case.secrets()))


@given(cases(), st.sampled_from(TEXTS))
@settings(max_examples=300)
def test_a_page_holds_what_was_chosen_and_not_a_letter_more(case: Case, form: str) -> None:
    text = WRITER.render(case.page, form)
    assert leaks(text, form, case.expected(), case.secrets()) == []


@given(cases(SHIPPED_LETTERS), PAPERS)
@settings(max_examples=25, deadline=None, phases=NO_SHRINKING)
def test_a_pdf_holds_what_was_chosen_and_not_a_letter_more(case: Case, printing: Printing) -> None:
    made = WRITER.print_page(case.page, printing)
    assert made.unshown == ()
    assert leaks(made.data, "pdf", case.expected(), case.secrets()) == []


@given(cases(SHIPPED_LETTERS), st.sampled_from([*TEXTS, *TEXTS, *TEXTS, "pdf"]))
@settings(deadline=None)
def test_what_is_not_chosen_makes_no_difference_at_all(case: Case, form: str) -> None:
    chosen = {line.answer_id for line, _ in case.expected().lines}
    only = tuple(one for one in case.candidates if one.answer_id in chosen)
    elsewhere = Origin("", "", "", MOMENT.replace(year=1999))
    bare = tuple(replace(one, origin=elsewhere) for one in only)
    second = replace(
        case.second,
        candidates=tuple(
            replace(one, origin=elsewhere)
            for one in case.second.candidates
            if one.answer_id in case.second.quoted
        ),
        charts=tuple(one for one in case.second.charts if one.measure_id in case.second.charted),
    )
    page = replace(case, candidates=bare, second=second).page
    assert printed(page, form) == printed(case.page, form)


# The property must be able to fail: each of these leaks, and each is caught in every form.


def ignores_second_yes(case: Case) -> Page:
    agreed = tuple(replace(line, agreed=True) for line in case.lines)
    return replace(case, lines=agreed).page


def prints_every_candidate(case: Case) -> Page:
    ticked = {line.answer_id for line in case.lines}
    rest = [Line(c.answer_id, c.section) for c in case.candidates if c.answer_id not in ticked]
    return replace(case, lines=(*case.lines, *rest)).page


def prints_the_long_words(case: Case) -> Page:
    return replace(case, lines=tuple(replace(line, wording="") for line in case.lines)).page


def forgets_where_a_line_may_stand(case: Case) -> Page:
    places = {line.answer_id: line.section for line in case.lines}
    anywhere = tuple(
        replace(one, section=places.get(one.answer_id, one.section)) for one in case.candidates
    )
    return replace(case, candidates=anywhere).page


def prints_lines_that_are_gone(case: Case) -> Page:
    page = case.page
    known = {one.answer_id for one in case.candidates}
    gone = [line for line in case.lines if line.answer_id not in known and line.wording.strip()]
    ghosts = tuple((line.section, (PageLine(line.wording, None),)) for line in gone)
    return replace(page, sections=page.sections + ghosts)


def prints_the_question(case: Case) -> Page:
    asked = {one.text: f"{one.origin.prompt} {one.text}" for one in case.candidates}
    return replace(
        case, candidates=tuple(replace(one, text=asked[one.text]) for one in case.candidates)
    ).page


def loses_a_line(case: Case) -> Page:
    page = case.page
    return replace(page, sections=page.sections[1:])


def quotes_everything(case: Case) -> Page:
    every = tuple(one.answer_id for one in case.second.candidates)
    return replace(case, second=replace(case.second, quoted=every)).page


def quotes_the_question(case: Case) -> Page:
    asked = tuple(
        replace(one, text=f"{one.origin.prompt}\n{one.text}") for one in case.second.candidates
    )
    return replace(case, second=replace(case.second, candidates=asked)).page


def loses_the_second_sheet(case: Case) -> Page:
    return replace(case.page, second=None)


def draws_every_scale(case: Case) -> Page:
    every = frozenset(one.measure_id for one in case.second.charts)
    return replace(case, second=replace(case.second, charted=every)).page


def draws_one_dot_more(case: Case) -> Page:
    def more(chart: Chart) -> Chart:
        return replace(chart, dots=(*chart.dots, (1000, 10)))

    sheet = case.page.second
    return replace(
        case.page, second=sheet and replace(sheet, charts=tuple(map(more, sheet.charts)))
    )


def leaves_an_empty_sheet(case: Case) -> Page:
    return replace(case.page, second=case.sheet)


def tells_someone_new_of_a_day(case: Case) -> Page:
    return replace(case.page, kind=Kind.SESSION, session_on=MOMENT.date())


def calls_everyone_someone_new(case: Case) -> Page:
    return replace(case.page, kind=Kind.HANDOVER)


COMPOSERS = [
    ignores_second_yes,
    prints_every_candidate,
    prints_the_long_words,
    forgets_where_a_line_may_stand,
    prints_lines_that_are_gone,
    prints_the_question,
    loses_a_line,
    quotes_everything,
    quotes_the_question,
    loses_the_second_sheet,
    draws_every_scale,
    draws_one_dot_more,
    leaves_an_empty_sheet,
    tells_someone_new_of_a_day,
    calls_everyone_someone_new,
]


@pytest.mark.parametrize("leaky", COMPOSERS)
def test_a_leaky_composer_is_caught_in_every_form(leaky: Compose) -> None:
    found = find(
        cases(SHIPPED_LETTERS), partial(told, form="text", composing=leaky), settings=QUICKLY
    )
    assert [form for form in FORMS if not told(found, form, leaky)] == []
    assert [form for form in FORMS if told(found, form)] == []


# Where dots lie says nothing in a text; in a drawing it would tell days, and nearly hours.


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_a_dot_that_lies_elsewhere_is_caught_where_it_is_drawn(form: str) -> None:
    def shifted(case: Case) -> Page:
        charts = tuple(
            replace(one, dots=tuple((max(0, place - 4), value) for place, value in one.dots))
            for one in case.sheet.charts
        )
        return replace(case.page, second=replace(case.sheet, charts=charts))

    moved = partial(told, form="html", composing=shifted)
    assert told(find(cases(SHIPPED_LETTERS), moved, settings=QUICKLY), form, shifted)


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_a_session_that_is_marked_too_many_is_caught_where_it_is_drawn(form: str) -> None:
    def marked(case: Case) -> Page:
        sheet = case.sheet
        charts = tuple(replace(one, sessions=(*one.sessions, 77)) for one in sheet.charts)
        return replace(case.page, second=SecondSheet(sheet.quotes, charts))

    more = partial(told, form="html", composing=marked)
    assert told(find(cases(SHIPPED_LETTERS), more, settings=QUICKLY), form, marked)


def counts(case: Case, page: Page, form: str) -> str:
    text = WRITER.render(page, form)
    more = len(case.candidates) - sum(len(lines) for _, lines in page.sections)
    return f"{text}\n({more} more)\n" if more else text


def hints_with_a_mark(case: Case, page: Page, form: str) -> str:
    more = len(case.candidates) - sum(len(lines) for _, lines in page.sections)
    return WRITER.render(page, form) + "-" * more


def tells_the_time(case: Case, page: Page, form: str) -> str:
    text = WRITER.render(page, form)
    return f"{text}<!-- {MOMENT:%H:%M} -->" if case.lines else text


def tells_the_day(case: Case, page: Page, form: str) -> str:
    return f"{WRITER.render(page, form)}{MOMENT:%d %B}" if case.lines else ""


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


def puts_the_lines_in_another_order(_: Case, page: Page, form: str) -> str:
    sections = tuple((section, lines[::-1]) for section, lines in page.sections)
    return WRITER.render(replace(page, sections=sections), form)


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize(
    "leaky",
    [
        counts,
        hints_with_a_mark,
        tells_the_time,
        tells_the_day,
        tells_the_ids,
        tells_the_number_of_words,
        tells_who_wrote_it,
        forgets_a_mode,
        puts_the_lines_in_another_order,
    ],
)
def test_a_leaky_renderer_is_caught(leaky: Render, form: str) -> None:
    def leaks_in(case: Case) -> bool:
        text = leaky(case, case.page, form)
        return bool(leaks(text, form, case.expected(), case.secrets()))

    assert find(cases(), leaks_in, settings=QUICKLY)


def test_the_moment_of_these_pages_is_one_that_stands_nowhere_by_chance() -> None:
    assert datetime.fromisoformat("2026-03-09T23:47:58+00:00") == MOMENT
