"""What may be quoted on a second sheet, in memory and encrypted on a disk alike."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from support.builders import JOURNEY, a_draft, a_reflection, an_answer, parked
from support.time import NOW

from companion.domain.page import Section
from companion.domain.path import Place, StepKind

if TYPE_CHECKING:
    from datetime import datetime

    from companion.services.ports.stores import Stores

DAY = timedelta(days=1)
MANY = 100


def quotable(
    stores: Stores, since: datetime | None = None, offset: int = 0, limit: int = MANY
) -> list[str]:
    found = stores.reflections.quotable(JOURNEY.id, since, offset, limit)
    return [one.answer_id for one in found]


def put_three_days(stores: Stores) -> None:
    for number in range(3):
        answers = (an_answer(f"{number}a", "first"), an_answer(f"{number}b", "second"))
        stores.reflections.put(a_reflection(f"day-{number}", *answers, when=NOW + number * DAY))


def test_words_that_are_here_or_parked_may_be_quoted_and_nothing_else(stores: Stores) -> None:
    stores.reflections.put(
        a_reflection(
            "all",
            an_answer("here", "a kite"),
            parked("parked", "the door"),
            an_answer("unsaid", "not yet", place=Place.UNSAID),
            an_answer("us", "you two", section=Section.ABOUT_US),
            an_answer("nowhere", "no part of a page", section=None),
            an_answer("list", ("sad",), kind=StepKind.WORDS, section=Section.FEELINGS),
        )
    )
    stores.reflections.put(a_draft("draft", an_answer("begun", "half a")))
    assert sorted(quotable(stores)) == ["here", "parked"]
    assert stores.reflections.count_quotable(JOURNEY.id, None) == 2
    asked = ["parked", "unsaid", "us", "nowhere", "list", "begun", "nobody's"]
    assert [one.answer_id for one in stores.reflections.quoted(JOURNEY.id, None, asked)] == [
        "parked"
    ]


def test_the_latest_moment_comes_first_and_pages_fit_together(stores: Stores) -> None:
    put_three_days(stores)
    whole = ["2b", "2a", "1b", "1a", "0b", "0a"]
    assert quotable(stores) == whole
    assert [one for at in range(0, 8, 2) for one in quotable(stores, None, at, 2)] == whole
    assert quotable(stores, None, 4, 9) == ["0b", "0a"]


def test_they_can_be_asked_for_from_a_moment_on(stores: Stores) -> None:
    put_three_days(stores)
    assert quotable(stores, NOW + DAY) == ["2b", "2a", "1b", "1a"]
    assert stores.reflections.count_quotable(JOURNEY.id, NOW + DAY) == 4
    found = stores.reflections.quoted(JOURNEY.id, NOW + DAY, ["0a", "2b"])
    assert [one.answer_id for one in found] == ["2b"]


def test_another_therapys_words_are_not_among_them(stores: Stores) -> None:
    put_three_days(stores)
    assert stores.reflections.quotable("another", None, 0, MANY) == []
    assert stores.reflections.count_quotable("another", None) == 0
    assert stores.reflections.quoted("another", None, ["0a"]) == []


def test_a_quote_knows_its_words_and_where_it_is_from(stores: Stores) -> None:
    stores.reflections.put(a_reflection("one", an_answer("a", "one\ntwo", prompt="What stayed?")))
    (found,) = stores.reflections.quotable(JOURNEY.id, None, 0, MANY)
    assert found.text == "one\ntwo"
    assert (found.origin.reflection_id, found.origin.prompt) == ("one", "What stayed?")
    assert found == stores.reflections.quoted(JOURNEY.id, None, ["a"])[0]
