"""What stands on the way: the same in memory as on a disk, and nothing of the drawer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from support.builders import JOURNEY, a_draft, a_reflection, an_answer
from support.time import NOW

from companion.domain.ladder import Became, Rung, Standing
from companion.domain.path import Place, StepKind
from companion.domain.way_gathered import Bump, Reflected, Stretch

if TYPE_CHECKING:
    from companion.services.ports.stores import Stores

LATER = NOW + timedelta(days=3)
ALL = Stretch(None, None)
RATED = an_answer("rated", 7, kind=StepKind.RATING, section=None)
HIDDEN = an_answer("hidden", "what I kept back", place=Place.UNSAID)


def test_a_walk_of_which_all_words_are_in_the_drawer_or_let_go_is_not_named(
    stores: Stores,
) -> None:
    stores.reflections.put(a_reflection("drawer", HIDDEN, RATED, path_id="trust"))
    stores.reflections.put(a_reflection("hollow", an_answer("gone"), path_id="hope"))
    stores.reflections.move_answer("gone", None)
    stores.reflections.put(a_reflection("note", an_answer("n"), path_id="note"))
    stores.reflections.put(a_draft("draft", an_answer("d"), path_id="fit"))
    assert stores.way.reflected(JOURNEY.id, [ALL]) == [[]]
    numbers = replace(RATED, id="only")
    stores.reflections.put(a_reflection("numbers", numbers, path_id="sense", title="S"))
    assert stores.way.reflected(JOURNEY.id, [ALL]) == [[Reflected("sense", "S")]]


def test_the_first_walk_that_may_be_named_counts_in_each_stretch(stores: Stores) -> None:
    stores.sessions.put_journey(replace(JOURNEY, id="another"))
    stores.reflections.put(a_reflection("one", HIDDEN, path_id="trust", title="Hidden"))
    stores.reflections.put(a_reflection("two", when=LATER, path_id="trust", title="Shown"))
    stores.reflections.put(a_reflection("three", path_id="hope", title="Hope"))
    stores.reflections.put(a_reflection("far", path_id="fit", journey_id="another"))
    stretches = [ALL, Stretch(None, NOW), Stretch(NOW, LATER), Stretch(LATER, None)]
    assert stores.way.reflected(JOURNEY.id, stretches) == [
        [Reflected("hope", "Hope"), Reflected("trust", "Shown")],
        [],
        [Reflected("hope", "Hope")],
        [Reflected("trust", "Shown")],
    ]


@pytest.mark.parametrize(
    ("rung", "became", "repaired"),
    [
        (Rung.SAID, Became.THROUGH, True),
        (Rung.SAID, Became.PARTLY, True),
        (Rung.SAID, Became.NOT_YET, False),
        (Rung.SAID, None, False),
        (Rung.BRING, Became.THROUGH, False),
    ],
)
def test_a_bump_is_repaired_once_something_of_it_was_said_and_got_through(
    stores: Stores, rung: Rung, became: Became | None, *, repaired: bool
) -> None:
    stores.reflections.put(a_reflection("b", an_answer("scene"), HIDDEN, path_id="bump"))
    stores.drawer.stand(HIDDEN.id, Standing(rung, became=became, moved_at=LATER))
    assert stores.way.bumps(JOURNEY.id, 9) == [Bump("b", NOW, LATER if repaired else None)]


def test_a_bump_that_is_in_the_drawer_altogether_is_none(stores: Stores) -> None:
    stores.reflections.put(a_reflection("b", HIDDEN, path_id="bump"))
    assert stores.way.bumps(JOURNEY.id, 9) == []


def test_of_versions_the_place_of_their_words_is_told(stores: Stores) -> None:
    aim = an_answer("aim", "Sleep", step_id="work-on")
    for number, answer in enumerate([aim, replace(aim, id="b", place=Place.UNSAID), RATED]):
        at = NOW + timedelta(hours=number)
        stores.reflections.put(a_reflection(f"v{number}", answer, when=at, path_id="agreement"))
    found = stores.way.versions(JOURNEY.id, [("agreement", "work-on")], 9)
    assert [(one.entry_id, one.words, one.place) for one in found] == [
        ("v2", "", None),
        ("v1", "Sleep", Place.UNSAID),
        ("v0", "Sleep", Place.HERE),
    ]
    assert len(stores.way.versions(JOURNEY.id, [("agreement", "work-on")], 2)) == 2


def test_everything_written_in_a_stretch_is_listed_the_latest_first(stores: Stores) -> None:
    for number in range(4):
        at = NOW + timedelta(days=number)
        make = a_draft if number == 1 else a_reflection
        stores.reflections.put(make(f"r{number}", when=at, path_id="note"))
    stretch = Stretch(NOW, LATER)
    assert stores.way.count(JOURNEY.id, stretch) == 3
    rows = stores.way.rows(JOURNEY.id, stretch, 1, 5)
    assert [row.id for row in rows] == ["r1", "r0"]
