"""What every store of reflections does: keep, list, find, forget."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from support.builders import (
    JOURNEY,
    a_draft,
    a_reflection,
    an_answer,
    parked,
)
from support.time import NOW

from companion.domain.answer import MapPoint, Reflection
from companion.domain.errors import UnknownReflectionError
from companion.domain.page import Line, Section
from companion.domain.path import Place, StepKind
from companion.domain.rhythm import Walked

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.summaries import Summary
    from companion.services.ports.stores import Stores

DAY = timedelta(days=1)
READY = "getting-ready"


def ids(rows: list[Summary]) -> list[str]:
    return [row.id for row in rows]


def candidates(stores: Stores, session_id: str = "", since: datetime | None = None) -> list[str]:
    found = stores.reflections.candidates(JOURNEY.id, session_id, READY, since)
    return [one.answer_id for one in found]


def test_what_was_put_is_what_is_got(stores: Stores) -> None:
    reflection = a_reflection(
        "all",
        an_answer("text", "First line,\n\nand 'another' one. 漢字 🌱"),
        an_answer("rating", 0, kind=StepKind.RATING, section=None),
        an_answer("map", MapPoint(0, 10), kind=StepKind.MAP, shown="0, 10", section=None),
        an_answer("words", ("sad", "my own word"), kind=StepKind.WORDS, section=Section.FEELINGS),
        an_answer("choice", ("slower",), kind=StepKind.CHOICE, shown="A bit slower"),
        an_answer("hidden", "not yet", place=Place.UNSAID, section=None),
        an_answer("apart", "what was said", shown="how it was shown"),
        parked("waits", "for Thursday"),
    )
    stores.reflections.put(reflection)
    assert stores.reflections.get("all") == reflection


def test_a_draft_comes_back_as_it_was(stores: Stores) -> None:
    draft = a_draft("begun", happened_at=NOW - 5 * DAY)
    stores.reflections.put(draft)
    assert stores.reflections.get("begun") == draft


def test_putting_again_replaces(stores: Stores) -> None:
    before = a_reflection("one", an_answer("a", "plum"), an_answer("b", "pear"))
    after = replace(before, answers=(an_answer("b", "peach"), an_answer("c", "fig")))
    stores.reflections.put(before)
    stores.reflections.put(after)
    assert stores.reflections.get("one") == after
    assert stores.reflections.count(JOURNEY.id) == 1


def test_a_reflection_that_is_not_there_is_said_to_be_unknown(stores: Stores) -> None:
    with pytest.raises(UnknownReflectionError) as told:
        stores.reflections.get("nowhere")
    assert told.value.details == {"id": "nowhere"}


def test_the_beginning_of_an_id_finds_three_at_most(stores: Stores) -> None:
    for reflection_id in ("ab1", "ab2", "ab3", "ab4", "b1"):
        stores.reflections.put(a_reflection(reflection_id))
    assert stores.reflections.matching("ab") == ["ab1", "ab2", "ab3"]
    assert stores.reflections.matching("b") == ["b1"]
    assert stores.reflections.matching("ab1") == ["ab1"]
    assert stores.reflections.matching("c") == []
    assert len(stores.reflections.matching("")) == 3


@pytest.mark.parametrize("prefix", ["%", "_", "ab%", "a_1", "'", "\x00", "*"])
def test_the_beginning_of_an_id_is_never_a_pattern(stores: Stores, prefix: str) -> None:
    stores.reflections.put(a_reflection("ab1"))
    assert stores.reflections.matching(prefix) == []


def test_what_was_removed_is_gone_everywhere(stores: Stores) -> None:
    stores.reflections.put(a_reflection("gone", parked("a", "plum")))
    stores.pages.put("", [Line("a", Section.TALK)])
    stores.reflections.remove("gone")
    with pytest.raises(UnknownReflectionError):
        stores.reflections.get("gone")
    assert stores.reflections.rows(JOURNEY.id, 0, 9) == []
    assert stores.reflections.search(JOURNEY.id, "plum", 9) == []
    assert candidates(stores) == []
    assert stores.pages.lines("") == []


def test_removing_what_is_not_there_does_nothing(stores: Stores) -> None:
    stores.reflections.remove("nowhere")


def test_the_newest_draft_is_the_one_begun_last(stores: Stores) -> None:
    assert stores.reflections.newest_draft(JOURNEY.id) is None
    stores.reflections.put(a_draft("older", when=NOW - DAY, happened_at=NOW))
    stores.reflections.put(a_draft("newer", when=NOW, happened_at=NOW - 9 * DAY))
    stores.reflections.put(a_reflection("finished", when=NOW + DAY))
    found = stores.reflections.newest_draft(JOURNEY.id)
    assert found is not None
    assert found.id == "newer"


def test_the_latest_on_a_path_is_by_its_moment_and_finished(stores: Stores) -> None:
    stores.reflections.put(a_reflection("later", when=NOW))
    stores.reflections.put(a_reflection("backdated", when=NOW + DAY, happened_at=NOW - DAY))
    stores.reflections.put(a_draft("draft", when=NOW + DAY))
    stores.reflections.put(a_reflection("other", when=NOW + DAY, path_id="hope"))
    found = stores.reflections.latest(JOURNEY.id, "trust")
    assert found is not None
    assert found.id == "later"
    assert stores.reflections.latest(JOURNEY.id, "echo") is None


def test_the_last_walk_on_each_path_leaves_out_drafts_and_notes(stores: Stores) -> None:
    stores.reflections.put(a_reflection("b", when=NOW, path_id="hope"))
    stores.reflections.put(a_reflection("a", when=NOW - DAY))
    stores.reflections.put(a_reflection("earlier", when=NOW - 2 * DAY))
    stores.reflections.put(a_draft("c", when=NOW + DAY))
    stores.reflections.put(a_reflection("d", path_id="note"))
    assert stores.reflections.last_walks(JOURNEY.id) == [
        Walked("hope", NOW),
        Walked("trust", NOW - DAY),
    ]


def test_what_was_walked_within_a_time_begins_with_its_first_moment_and_ends_before_its_last(
    stores: Stores,
) -> None:
    for days in range(5):
        stores.reflections.put(a_reflection(f"day-{days}", when=NOW + days * DAY))
    stores.reflections.put(a_draft("draft", when=NOW + DAY))
    stores.reflections.put(a_reflection("note", when=NOW + DAY, path_id="note"))

    def within(since: int | None, until: int | None, limit: int = 9) -> list[int]:
        times = (None if days is None else NOW + days * DAY for days in (since, until))
        found = stores.reflections.walks_within(JOURNEY.id, *times, limit)
        return [(one.happened_at - NOW).days for one in found]

    assert within(1, 3) == [1, 2]
    assert within(None, 2) == [0, 1]
    assert within(3, None) == [3, 4]
    assert within(None, None, limit=2) == [3, 4]


def test_the_list_shows_the_latest_moment_first(stores: Stores) -> None:
    for days in (2, 0, 3, 1):
        stores.reflections.put(a_reflection(f"day-{days}", when=NOW - days * DAY))
    stores.reflections.put(a_draft("draft", when=NOW - 4 * DAY))
    everything = stores.reflections.rows(JOURNEY.id, 0, 10)
    assert ids(everything) == ["day-0", "day-1", "day-2", "day-3", "draft"]
    assert [row.is_draft for row in everything] == [False] * 4 + [True]
    assert ids(stores.reflections.rows(JOURNEY.id, 1, 2)) == ["day-1", "day-2"]
    assert stores.reflections.rows(JOURNEY.id, 5, 2) == []
    assert stores.reflections.count(JOURNEY.id) == 5


def test_of_the_same_moment_the_one_kept_later_comes_first(stores: Stores) -> None:
    for reflection_id in ("first", "second", "third"):
        stores.reflections.put(a_reflection(reflection_id))
    stores.reflections.put(a_reflection("first"))
    rows = stores.reflections.rows(JOURNEY.id, 0, 9)
    assert ids(rows) == ["third", "second", "first"]


def test_a_row_shows_the_first_words(stores: Stores) -> None:
    rating = an_answer("r", 3, kind=StepKind.RATING)
    stores.reflections.put(a_reflection("one", rating, an_answer("a", "A red\n\n  kite. " * 40)))
    (row,) = stores.reflections.rows(JOURNEY.id, 0, 1)
    assert row.first_words.startswith("A red kite. A red")
    assert row.first_words.endswith("…")
    assert len(row.first_words) <= 160
    assert (row.path_id, row.title, row.happened_at) == ("trust", "Speaking freely", NOW)


def test_a_row_without_words_has_none(stores: Stores) -> None:
    rating = an_answer("r", 3, kind=StepKind.RATING)
    stores.reflections.put(a_reflection("one", rating))
    assert stores.reflections.rows(JOURNEY.id, 0, 1)[0].first_words == ""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("kite", ["late", "early"]),
        ("KIT", ["late", "early"]),
        ("ite", []),
        ("red kite", ["early"]),
        ("kite red", ["early"]),
        ("strasse", []),
        ("cafe", ["late"]),
        ("CAFÉ", ["late"]),
        ("slow", ["late"]),
        ("don't", ["early"]),
        ("  kite  ", ["late", "early"]),
        ("nothing-there", []),
        ("hidden", ["late"]),
        ("7", []),
    ],
)
def test_search_finds_beginnings_of_words(stores: Stores, words: str, expected: list[str]) -> None:
    rating = an_answer("r", 7, kind=StepKind.RATING)
    early = an_answer("e", "A red kite. I don't know")
    late = an_answer("l", "At the café, kites")
    slower = an_answer("s", ("s",), kind=StepKind.CHOICE, shown="Slower, please")
    hidden = an_answer("h", "hidden away", place=Place.UNSAID)
    stores.reflections.put(a_reflection("early", early, rating, when=NOW - DAY))
    stores.reflections.put(a_draft("late", late, slower, hidden))
    assert ids(stores.reflections.search(JOURNEY.id, words, 9)) == expected


@pytest.mark.parametrize(
    "words", ['"', "'", "*", "AND", "kite OR", "NEAR(", "a:b", "^kite", "-", "(", "\x00", "\\"]
)
def test_search_words_are_never_syntax(stores: Stores, words: str) -> None:
    stores.reflections.put(a_reflection("one", an_answer("a", "a plain line")))
    assert stores.reflections.search(JOURNEY.id, words, 9) == []


def test_search_gives_the_latest_and_no_more_than_asked(stores: Stores) -> None:
    for days in range(4):
        answer = an_answer(f"a{days}", "kite")
        stores.reflections.put(a_reflection(f"day-{days}", answer, when=NOW - days * DAY))
    assert ids(stores.reflections.search(JOURNEY.id, "kite", 2)) == ["day-0", "day-1"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("漢", True),
        ("字", True),
        ("漢字", True),
        ("字漢", False),
        ("今天 漢字", True),
        ("昨", False),
    ],
)
def test_search_finds_words_inside_writing_without_spaces(
    stores: Stores, words: str, *, found: bool
) -> None:
    stores.reflections.put(a_reflection("one", an_answer("a", "今天我学了漢字。")))
    assert ids(stores.reflections.search(JOURNEY.id, words, 9)) == (["one"] if found else [])


def test_search_forgets_what_was_written_over(stores: Stores) -> None:
    stores.reflections.put(a_reflection("one", an_answer("a", "plum")))
    stores.reflections.put(a_reflection("one", an_answer("a", "pear")))
    assert stores.reflections.search(JOURNEY.id, "plum", 9) == []
    assert ids(stores.reflections.search(JOURNEY.id, "pear", 9)) == ["one"]


def test_earlier_points_are_the_latest_of_finished_reflections(stores: Stores) -> None:
    def on_map(reflection_id: str, pleasant: int) -> Reflection:
        point = MapPoint(pleasant, 5)
        shown = f"{pleasant}, 5"
        answer = an_answer(f"{reflection_id}.map", point, kind=StepKind.MAP, shown=shown)
        return a_reflection(reflection_id, answer, when=NOW - pleasant * DAY)

    for pleasant in (3, 1, 2):
        stores.reflections.put(on_map(f"p{pleasant}", pleasant))
    stores.reflections.put(replace(on_map("draft", 0), finished_at=None))
    points = stores.reflections.earlier_points(JOURNEY.id, 2)
    assert [one.point.pleasant for one in points] == [1, 2]
    assert points[0].happened_at == NOW - DAY
