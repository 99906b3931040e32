"""What may be quoted is read as it is looked at, and reads like a list of all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.time import NOW

from companion.domain.errors import NotForThePageError
from companion.domain.page import Candidate, Origin, Section
from companion.domain.path import Place
from companion.services.page.quotable import Quotable

if TYPE_CHECKING:
    from datetime import datetime

    from companion.services.open_notebook import OpenNotebook
    from companion.services.ports.stores import ReflectionStore

ORIGIN = Origin("entry", "A line", "A line", NOW)


class Store:
    """Has so many answers; remembers how many it was asked for at once."""

    def __init__(self, count: int) -> None:
        self.all = [
            Candidate(f"a{number}", f"words {number}", Section.TALK, ORIGIN)
            for number in range(count)
        ]
        self.asked: list[int] = []

    def quotable(
        self, journey_id: str, since: datetime | None, offset: int, limit: int
    ) -> list[Candidate]:
        del journey_id, since
        self.asked.append(limit)
        return self.all[::-1][offset : offset + limit]

    def count_quotable(self, journey_id: str, since: datetime | None) -> int:
        del journey_id, since
        return len(self.all)


def quotable(store: Store) -> Quotable:
    return Quotable(cast("ReflectionStore", store), "j", None)


places = st.one_of(st.none(), st.integers(-9, 9))


@given(st.integers(0, 7), places, places, st.sampled_from([None, 1, 2, -1, -3]))
def test_some_of_it_is_what_a_list_would_give(
    count: int, start: int | None, stop: int | None, step: int | None
) -> None:
    store = Store(count)
    wanted = tuple(store.all[start:stop:step])
    assert quotable(store)[start:stop:step] == wanted


@given(st.integers(0, 300))
def test_all_of_it_comes_both_ways_a_little_at_a_time(count: int) -> None:
    store = Store(count)
    assert list(quotable(store)) == store.all
    assert list(reversed(quotable(store))) == store.all[::-1]
    assert len(quotable(store)) == count
    assert max(store.asked, default=0) <= 64


def test_one_of_it_is_found_from_either_end_and_beyond_there_is_none() -> None:
    store = Store(5)
    assert quotable(store)[0] == store.all[0]
    assert quotable(store)[-1] == store.all[4]
    with pytest.raises(IndexError):
        quotable(store)[5]


def test_nothing_is_read_before_it_is_looked_at() -> None:
    store = Store(5)
    quotable(store)
    assert store.asked == []


def noted(notebook: OpenNotebook, *texts: str) -> list[str]:
    """Free lines; their answers' ids."""
    return [notebook.reflecting.note(text, "A line").answers[0].id for text in texts]


def test_what_is_ticked_is_kept_in_its_order_and_quoted_word_for_word(
    notebook: OpenNotebook,
) -> None:
    kite, door, _ = noted(notebook, "a kite\nin the attic", "the door", "the sea")
    desk = notebook.pages.keep_second(notebook.pages.desk(), [door, kite], ())
    for one in (desk, notebook.pages.desk()):
        assert one.second.quoted == (door, kite)
        assert one.page.second is not None
        assert one.page.second.quotes == ("the door", "a kite\nin the attic")


def test_what_may_not_be_quoted_is_refused_and_nothing_is_kept(notebook: OpenNotebook) -> None:
    (kite,) = noted(notebook, "a kite")
    hidden = notebook.reflecting.note("the sea", "A line", Place.UNSAID).answers[0].id
    for ids in ([kite, hidden], ["nobody's"]):
        with pytest.raises(NotForThePageError):
            notebook.pages.keep_second(notebook.pages.desk(), ids, ())
    with pytest.raises(NotForThePageError):
        notebook.pages.keep_second(notebook.pages.desk(), [kite], ["openness"])
    assert notebook.pages.desk().page.second is None


def test_a_quote_that_went_into_the_drawer_is_off_the_sheet_and_the_others_can_be_changed(
    notebook: OpenNotebook,
) -> None:
    kite, door = noted(notebook, "a kite", "the door")
    notebook.pages.keep_second(notebook.pages.desk(), [kite, door], ())
    notebook.journal.move(kite, Place.UNSAID)
    desk = notebook.pages.desk()
    assert desk.second.quoted == (door,)
    assert notebook.pages.keep_second(desk, desk.second.quoted, ()).page.second is not None


def test_for_a_new_therapist_everything_ever_written_may_be_quoted(
    notebook: OpenNotebook,
) -> None:
    ids = noted(notebook, "a kite", "the door", "the sea")
    assert {one.answer_id for one in notebook.pages.handover().second.candidates} == set(ids)
