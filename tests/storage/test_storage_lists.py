"""Lists of reflections: rows, drafts, what was walked, points on the map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from storage_builders import (
    JOURNEY,
    day,
    draft,
    on_the_map,
    rated,
    said,
    walk,
)

from companion.domain.answer import MapPoint
from companion.domain.path import StepKind
from companion.domain.summaries import EarlierPoint, Summary

if TYPE_CHECKING:
    from companion.storage.store.open_stores import OpenStores

J = JOURNEY.id


def test_ids_are_found_by_their_beginning(stores: OpenStores) -> None:
    for name in ("ab1", "ab2", "ab3", "ab4", "b", "a%", "é"):
        stores.reflections.put(walk(name))

    assert stores.reflections.matching("ab") == ["ab1", "ab2", "ab3"]
    assert stores.reflections.matching("ab4") == ["ab4"]
    assert stores.reflections.matching("ab44") == []
    assert stores.reflections.matching("a%") == ["a%"]
    assert stores.reflections.matching("é") == ["é"]
    assert stores.reflections.matching("_") == []
    assert stores.reflections.matching("\udcff") == []
    assert len(stores.reflections.matching("")) == 3


def test_the_newest_draft_is_the_one_begun_last(stores: OpenStores) -> None:
    assert stores.reflections.newest_draft(J) is None
    older = draft("older", said("a", "x"), at=day(1), happened_at=day(9))
    newer = draft("newer", said("b", "y"), at=day(2), happened_at=day(-9))
    for entry in (newer, older, walk("done", at=day(3))):
        stores.reflections.put(entry)

    assert stores.reflections.newest_draft(J) == newer
    stores.reflections.put(replace(newer, finished_at=day(4), at_step=""))
    assert stores.reflections.newest_draft(J) == older
    assert stores.reflections.newest_draft("another") is None


def test_the_latest_walk_on_a_path_is_the_one_about_the_latest_moment(stores: OpenStores) -> None:
    assert stores.reflections.latest(J, "echo") is None
    latest = walk("latest", said("a", "x"), at=day(5))
    backdated = walk("backdated", at=day(9), happened_at=day(1))
    others = (draft("draft", at=day(8)), walk("other", at=day(8), path_id="recall"))
    for entry in (latest, backdated, *others):
        stores.reflections.put(entry)

    assert stores.reflections.latest(J, "echo") == latest
    assert stores.reflections.latest("another", "echo") is None


def test_rows_are_the_latest_first_and_in_windows(stores: OpenStores) -> None:
    for number in (3, 0, 4, 1, 2):
        stores.reflections.put(walk(f"r{number}", said(f"a{number}", "x"), at=day(number)))

    def ids(offset: int, limit: int) -> list[str]:
        return [row.id for row in stores.reflections.rows(J, offset, limit)]

    assert ids(0, 9) == ["r4", "r3", "r2", "r1", "r0"]
    assert ids(1, 2) == ["r3", "r2"]
    assert ids(4, 9) == ["r0"]
    assert ids(5, 9) == []
    assert stores.reflections.count(J) == 5
    assert stores.reflections.count("another") == 0


def test_entries_of_one_moment_keep_one_order_in_all_windows(stores: OpenStores) -> None:
    for number in range(20):
        stores.reflections.put(walk(f"r{number}"))

    whole = [row.id for row in stores.reflections.rows(J, 0, 20)]

    assert [stores.reflections.rows(J, place, 1)[0].id for place in range(20)] == whole


def test_a_row_shows_the_first_words_on_one_line(stores: OpenStores) -> None:
    long = "herons\n\tand  bitterns " * 40
    answers = (
        rated("a", 3),
        said("b", "chosen", kind=StepKind.CHOICE, value=("x",)),
        said("c", long),
        said("d", "later"),
    )
    stores.reflections.put(draft("one", *answers, title="Echo", at=day(2)))
    stores.reflections.put(walk("two", rated("e", 3), at=day(1)))

    first, second = stores.reflections.rows(J, 0, 5)

    assert first.first_words.startswith("herons and bitterns herons and")
    assert len(first.first_words) <= 160
    assert first.first_words.endswith("…")
    assert first.is_draft
    assert second == Summary("two", "echo", "Echo", day(1), "", is_draft=False)


def test_a_backdated_entry_takes_its_place_in_the_list_and_in_a_search(stores: OpenStores) -> None:
    for number in range(3):
        stores.reflections.put(walk(f"r{number}", said(f"a{number}", "heron"), at=day(number)))

    stores.reflections.put(walk("r2", said("a2", "heron"), at=day(2), happened_at=day(-40_000)))

    assert [row.id for row in stores.reflections.rows(J, 0, 5)] == ["r1", "r0", "r2"]
    assert [row.id for row in stores.reflections.search(J, "heron", 5)] == ["r1", "r0", "r2"]


def test_earlier_points_are_the_latest_of_finished_entries(stores: OpenStores) -> None:
    for number in range(4):
        entry = walk(f"r{number}", on_the_map(f"m{number}", number, 9), at=day(number))
        stores.reflections.put(entry)
    stores.reflections.put(draft("d", on_the_map("m", 0, 0), at=day(9)))
    stores.reflections.put(walk("w", said("a", "no point"), at=day(8)))

    assert stores.reflections.earlier_points(J, 2) == [
        EarlierPoint(day(3), MapPoint(3, 9)),
        EarlierPoint(day(2), MapPoint(2, 9)),
    ]
    assert stores.reflections.earlier_points("another", 2) == []
