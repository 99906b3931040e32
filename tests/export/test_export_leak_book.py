"""The book holds what was ticked and not a letter more, from any notebook, in every form."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from support import passages
from support.leaks import BOOK_FORMS, leaks
from support.played import Played
from support.stories import Story, stories
from support.time import NOW

from companion.domain.printing import Paper, Printing
from companion.services.book import Books

if TYPE_CHECKING:
    from companion.domain.book import Book
    from companion.services.book import BookDesk

TEXTS = tuple(form for form in BOOK_FORMS if form != "pdf")
NO_SHRINKING = [Phase.explicit, Phase.reuse, Phase.generate]  # with PDFs it takes minutes
QUICKLY = settings(phases=[Phase.generate], derandomize=True, max_examples=3000, deadline=None)
PAPERS = st.builds(Printing, st.sampled_from(Paper), st.booleans())


def told(played: Played, form: str, printing: Printing = Printing()) -> list[str]:  # noqa: B008  a frozen value
    """What the book of a story tells besides what was chosen."""
    expected = played.expected_book()
    return leaks(played.book(form, printing), form, expected, played.secrets(expected.words))


@given(stories(), st.sampled_from(TEXTS))
@settings(max_examples=200)
def test_a_book_holds_what_was_ticked_and_not_a_letter_more(story: Story, form: str) -> None:
    assert told(Played(story), form) == []


@given(stories(), PAPERS)
@settings(max_examples=20, deadline=None, phases=NO_SHRINKING)
def test_its_pdf_holds_what_was_ticked_and_not_a_letter_more(
    story: Story, printing: Printing
) -> None:
    assert told(Played(story), "pdf", printing) == []


# The property must be able to fail: each of these leaks, and each is caught in every form.


class TicksEverything(Books):
    def bound(self, desk: BookDesk) -> Book:
        return super().bound(replace(desk, ticked=frozenset(p.answer_id for p in desk.passages)))


class PrintsTheQuestions(Books):
    def bound(self, desk: BookDesk) -> Book:
        asked = tuple(replace(one, text=f"{one.prompt}\n{one.text}") for one in desk.passages)
        return super().bound(replace(desk, passages=asked))


class PrintsTheTitles(Books):
    def bound(self, desk: BookDesk) -> Book:
        asked = tuple(replace(one, text=f"{one.title}\n{one.text}") for one in desk.passages)
        return super().bound(replace(desk, passages=asked))


class PrintsEveryDay(Books):
    def bound(self, desk: BookDesk) -> Book:
        return super().bound(replace(desk, with_days=True))


class PrintsTheDayOfWriting(Books):
    def bound(self, desk: BookDesk) -> Book:
        dated = tuple(
            replace(one, text=f"{one.text} {one.happened_at:%d %b}") for one in desk.passages
        )
        return super().bound(replace(desk, passages=dated))


class CountsWhatIsLeftOut(Books):
    def bound(self, desk: BookDesk) -> Book:
        book = super().bound(desk)
        return replace(book, name=f"{len(desk.passages)}")


class RemembersAName(Books):
    def bound(self, desk: BookDesk) -> Book:
        return replace(super().bound(desk), name="Ada")


class MixesTheChapters(Books):
    def bound(self, desk: BookDesk) -> Book:
        return super().bound(replace(desk, held=(NOW,)))


LEAKY = [
    TicksEverything,
    PrintsTheQuestions,
    PrintsTheTitles,
    PrintsEveryDay,
    PrintsTheDayOfWriting,
    CountsWhatIsLeftOut,
    RemembersAName,
    MixesTheChapters,
]


@pytest.mark.parametrize("leaky", LEAKY)
def test_leaky_books_are_caught_in_every_form(leaky: type[Books]) -> None:
    def played(story: Story) -> Played:
        found = Played(story)
        found.open.books.__class__ = leaky
        return found

    story = find(stories(), lambda one: bool(told(played(one), "text")), settings=QUICKLY)
    assert [form for form in BOOK_FORMS if not told(played(story), form)] == []
    assert [form for form in BOOK_FORMS if told(Played(story), form)] == []


def test_a_drawer_that_is_left_open_is_caught_in_every_form(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(passages, "Place", SimpleNamespace(UNSAID="no place at all"))
    story = find(stories(), lambda one: bool(told(Played(one), "text")), settings=QUICKLY)
    assert [form for form in BOOK_FORMS if not told(Played(story), form)] == []
