"""What was chosen on the scales comes from finished reflections of one journey, by moment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from storage_builders import JOURNEY, day, draft, on_the_map, rated, said, walk

from companion.domain.answer import MapPoint
from companion.domain.errors import DamagedNotebookError, StorageError
from companion.domain.movement import Chosen
from companion.domain.path import StepKind

if TYPE_CHECKING:
    from companion.domain.answer import Reflection
    from companion.storage.store.engine import Database
    from companion.storage.store.open_stores import OpenStores
    from companion.storage.vault.vault import FolderVault

J = JOURNEY.id
TRUST = [("trust", "step-open"), ("trust", "step-met")]


def trust(reflection_id: str, number: int, at: int, **more: object) -> Reflection:
    answer = replace(rated(f"{reflection_id}.open", number), step_id="step-open")
    return walk(reflection_id, answer, at=day(at), path_id="trust", **more)


def test_ratings_come_by_the_moment_they_are_about(stores: OpenStores) -> None:
    stores.reflections.put(trust("late", 7, 9))
    stores.reflections.put(trust("early", 0, 2))
    stores.reflections.put(trust("backdated", 10, 20, happened_at=day(1)))

    assert stores.movement.chosen(J, TRUST) == [
        Chosen("trust", "step-open", day(1), 10),
        Chosen("trust", "step-open", day(2), 0),
        Chosen("trust", "step-open", day(9), 7),
    ]


def test_a_point_on_the_map_comes_whole(stores: OpenStores) -> None:
    point = replace(on_the_map("point", 3, 8), step_id="map")
    stores.reflections.put(walk("felt", point, at=day(1), path_id="feelings"))

    assert stores.movement.chosen(J, [("feelings", "map")]) == [
        Chosen("feelings", "map", day(1), MapPoint(3, 8))
    ]


def test_drafts_and_other_journeys_and_other_steps_are_left_out(stores: OpenStores) -> None:
    one = replace(rated("draft.open", 4), step_id="step-open")
    room = replace(rated("room", 4), step_id="step-room")
    stores.reflections.put(draft("draft", one, at=day(1), path_id="trust"))
    stores.sessions.put_journey(replace(JOURNEY, id="another"))
    stores.reflections.put(trust("elsewhere", 4, 1, journey_id="another"))
    stores.reflections.put(walk("room", room, at=day(1), path_id="trust"))
    stores.reflections.put(
        walk("echo", replace(rated("e", 4), step_id="step-open"), at=day(1), path_id="echo")
    )

    assert stores.movement.chosen(J, TRUST) == []


def test_a_step_counts_only_with_its_own_path(stores: OpenStores) -> None:
    stores.reflections.put(trust("one", 4, 1))

    assert stores.movement.chosen(J, [("trust", "ways"), ("hope", "step-open")]) == []
    assert stores.movement.chosen(J, []) == []


def test_words_and_choices_at_such_a_step_are_no_dots(stores: OpenStores) -> None:
    words = said("words", "rather open", step_id="step-open")
    stores.reflections.put(walk("words", words, at=day(1), path_id="trust"))
    ticked = said("ticked", "", step_id="step-open", kind=StepKind.CHOICE, value=("slower",))
    stores.reflections.put(walk("ticked", ticked, at=day(2), path_id="trust"))

    assert stores.movement.chosen(J, TRUST) == []


def test_from_a_moment_on_that_moment_counts(stores: OpenStores) -> None:
    for number in range(4):
        stores.reflections.put(trust(f"t{number}", number, number))

    assert [one.value for one in stores.movement.chosen(J, TRUST, day(2))] == [2, 3]


def test_what_is_removed_is_no_dot_any_more(stores: OpenStores) -> None:
    stores.reflections.put(trust("gone", 4, 1))
    stores.reflections.remove("gone")

    assert stores.movement.chosen(J, TRUST) == []


def test_a_shut_notebook_is_told(stores: OpenStores, vault: FolderVault) -> None:
    vault.close()
    with pytest.raises(StorageError):
        stores.movement.chosen(J, TRUST)


def test_a_value_that_nothing_of_ours_wrote_is_damage(
    stores: OpenStores, database: Database
) -> None:
    stores.reflections.put(trust("odd", 4, 1))
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE answers SET value = '{\"x\": 1}'")

    with pytest.raises(DamagedNotebookError):
        stores.movement.chosen(J, TRUST)
