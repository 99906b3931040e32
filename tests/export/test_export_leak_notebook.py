"""The same from a whole notebook: whatever is in it, only what was ticked is on the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from support.leaks import FORMS, leaks
from support.played import Played
from support.reflections import MemoryReflections
from support.stories import Story, stories

from companion.domain.page import Line
from companion.domain.path import Place
from companion.domain.printing import Paper, Printing
from companion.domain.second_sheet import chart_of
from companion.services.page import second_sheets
from companion.services.page.pages import Pages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from companion.domain.movement import Series
    from companion.domain.page import Candidate, Page
    from companion.domain.second_sheet import Chart
    from companion.services.page.desk import Desk

TEXTS = tuple(form for form in FORMS if form != "pdf")
NO_SHRINKING = [Phase.explicit, Phase.reuse, Phase.generate]  # with PDFs it takes minutes
QUICKLY = settings(phases=[Phase.generate], derandomize=True, max_examples=3000, deadline=None)
PAPERS = st.builds(Printing, st.sampled_from(Paper), st.booleans())


def told(played: Played, form: str, printing: Printing = Printing()) -> list[str]:  # noqa: B008  a frozen value
    """What the page of a story tells besides what was chosen."""
    expected = played.expected()
    return leaks(played.printed(form, printing), form, expected, played.secrets(expected.words))


@given(stories(), st.sampled_from(TEXTS))
@settings(max_examples=200)
def test_a_notebooks_page_holds_what_was_ticked_and_not_a_letter_more(
    story: Story, form: str
) -> None:
    assert told(Played(story), form) == []


@given(stories(), PAPERS)
@settings(max_examples=25, deadline=None, phases=NO_SHRINKING)
def test_its_pdf_holds_what_was_ticked_and_not_a_letter_more(
    story: Story, printing: Printing
) -> None:
    assert told(Played(story), "pdf", printing) == []


@given(stories(), st.sampled_from(TEXTS))
def test_what_is_written_to_a_file_is_what_was_seen(story: Story, form: str) -> None:
    played, file = Played(story), Path("page.txt")
    page = played.desk().page
    played.open.pages.write(page, form, file)
    assert played.world.outbox.files == {file: played.open.pages.render(page, form)}


# The property must be able to fail: each of these leaks, and each is caught in every form.


class TicksEverything(Pages):
    def _compose(self, desk: Desk, lines: Sequence[Line]) -> Page:
        ticked = {line.answer_id for line in lines}
        more = [Line(c.answer_id, c.section) for c in desk.candidates if c.answer_id not in ticked]
        return super()._compose(desk, [*lines, *more])


class SaysTheSecondYes(Pages):
    def _compose(self, desk: Desk, lines: Sequence[Line]) -> Page:
        agreed = [replace(line, agreed=True) for line in lines]
        return super()._compose(desk, agreed)


class QuotesEverything(Pages):
    def _compose(self, desk: Desk, lines: Sequence[Line]) -> Page:
        quotes = tuple(desk.second.candidates)
        every = tuple(one.answer_id for one in quotes)
        second = replace(desk.second, quoted=every, quotes=quotes)
        return super()._compose(replace(desk, second=second), lines)


class DrawsEverything(Pages):
    def _compose(self, desk: Desk, lines: Sequence[Line]) -> Page:
        every = frozenset(one.measure_id for one in desk.second.charts)
        return super()._compose(replace(desk, second=replace(desk.second, charted=every)), lines)


class PrintsAnyName(Pages):
    @property
    def name(self) -> str:
        return "Ada"


class GivesOneForTheOther(Pages):
    def handover(self) -> Desk:
        return self.desk()


class LeavesTheDrawerOpen(MemoryReflections):
    def move_answer(self, answer_id: str, place: Place | None) -> None:
        super().move_answer(answer_id, Place.PARKED if place is Place.UNSAID else place)


class LetsNothingGo(MemoryReflections):
    def move_answer(self, answer_id: str, place: Place | None) -> None:
        if place is not None:
            super().move_answer(answer_id, place)


@pytest.mark.parametrize(
    "leaky",
    [
        TicksEverything,
        SaysTheSecondYes,
        QuotesEverything,
        DrawsEverything,
        PrintsAnyName,
        GivesOneForTheOther,
    ],
)
def test_leaky_pages_are_caught_in_every_form(leaky: type[Pages]) -> None:
    found = find(
        stories(), lambda story: bool(told(Played(story, leaky), "text")), settings=QUICKLY
    )
    assert [form for form in FORMS if not told(Played(found, leaky), form)] == []
    assert [form for form in FORMS if told(Played(found), form)] == []


class TellsWhere(Pages):
    def render(self, page: Page, form: str = "text", columns: int = 72) -> str:
        titles = [one.origin.title for one in self.desk().candidates]
        return "\n".join([super().render(page, form, columns), *titles])


class TellsTheHour(Pages):
    def render(self, page: Page, form: str = "text", columns: int = 72) -> str:
        return f"{super().render(page, form, columns)}{self._clock.now():%H:%M}"


class TellsTheHomework(Pages):
    def render(self, page: Page, form: str = "text") -> str:
        kept = self._settings.beginning("pack.")
        why = [value.partition("why")[2][:40] for value in kept.values()]
        return "\n".join([super().render(page, form), *why])


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("leaky", [TellsWhere, TellsTheHour, TellsTheHomework])
def test_pages_that_tell_more_are_caught(leaky: type[Pages], form: str) -> None:
    assert find(stories(), lambda story: bool(told(Played(story, leaky), form)), settings=QUICKLY)


@pytest.mark.parametrize("leaky", [LeavesTheDrawerOpen, LetsNothingGo])
def test_a_leaky_store_is_caught_in_every_form(leaky: type[MemoryReflections]) -> None:
    found = find(
        stories(), lambda story: bool(told(Played(story, store=leaky), "text")), settings=QUICKLY
    )
    assert [form for form in FORMS if not told(Played(found, store=leaky), form)] == []


def test_a_store_that_quotes_more_than_words_is_caught_in_every_form(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    honest = MemoryReflections.quoted

    def with_titles(self: MemoryReflections, *asked: object) -> list[Candidate]:
        found = honest(self, *asked)  # type: ignore[arg-type]  # passed on
        return [replace(one, text=f"{one.origin.title} {one.text}") for one in found]

    monkeypatch.setattr(MemoryReflections, "quoted", with_titles)
    found = find(stories(), lambda story: bool(told(Played(story), "text")), settings=QUICKLY)
    assert [form for form in FORMS if not told(Played(found), form)] == []


def test_ticks_that_are_kept_for_all_pages_together_are_caught_in_every_form(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(second_sheets.SecondSheets, "_place", lambda *_: "")
    found = find(stories(), lambda story: bool(told(Played(story), "text")), settings=QUICKLY)
    assert [form for form in FORMS if not told(Played(found), form)] == []


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_dots_that_lie_where_the_hour_was_are_caught_where_they_are_drawn(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def to_the_minute(
        series: Series, sessions: list[datetime], day_of: Callable[[datetime], date]
    ) -> Chart | None:
        chart = chart_of(series, sessions, day_of)
        if chart is None:
            return None
        begins, ends = series.dots[0].at, series.dots[-1].at
        span = (ends - begins).total_seconds() or 1
        places = [round((one.at - begins).total_seconds() / span * 1000) for one in series.dots]
        dots = zip(places, [one.value for one in series.dots], strict=True)
        return replace(chart, dots=tuple(dots))

    monkeypatch.setattr(second_sheets, "chart_of", to_the_minute)
    found = find(stories(), lambda story: bool(told(Played(story), "html")), settings=QUICKLY)
    assert told(Played(found), form) != []
