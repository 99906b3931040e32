"""Words for feelings: one's own among those that are offered, and in which order they come."""

from __future__ import annotations

from companion.domain.answer import MapPoint
from companion.domain.path import WordGroup
from companion.domain.vocabulary import OFFERED_FIRST, OwnWords, in_offered_order, nearest

CALM = WordGroup("calm", 8, 2, ("calm", "content", "rested"))
LIVELY = WordGroup("lively", 8, 8, ("glad", "curious"))
TENSE = WordGroup("tense", 2, 8, ("tense", "angry", "afraid"))
GROUPS = (CALM, LIVELY, TENSE)


def arranged(own: OwnWords) -> dict[str, tuple[str, ...]]:
    return {group.id: group.words for group in own.arranged(GROUPS)}


def as_offered(**changed: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {group.id: group.words for group in GROUPS} | changed


def test_who_changed_nothing_is_offered_what_everyone_is() -> None:
    assert arranged(OwnWords()) == as_offered()


def test_a_word_of_ones_own_comes_after_those_of_its_group() -> None:
    own = OwnWords().with_word("wobbly", "tense")
    assert arranged(own) == as_offered(tense=("tense", "angry", "afraid", "wobbly"))


def test_a_word_of_ones_own_that_is_added_again_moves_to_that_group() -> None:
    own = OwnWords().with_word("wobbly", "tense").with_word("wobbly", "lively")
    assert arranged(own) == as_offered(lively=("glad", "curious", "wobbly"))


def test_a_word_that_was_hidden_is_offered_again_once_it_is_added() -> None:
    own = OwnWords(hidden=frozenset({"wobbly", "calm"})).with_word("wobbly", "tense")
    assert own.hidden == {"calm"}
    assert "wobbly" in arranged(own)["tense"]


def test_moving_takes_a_word_that_is_offered_and_ones_own_alike() -> None:
    own = OwnWords().with_word("wobbly", "tense").moving("wobbly", "calm").moving("angry", "lively")
    assert arranged(own) == {
        "calm": ("calm", "content", "rested", "wobbly"),
        "lively": ("glad", "curious", "angry"),
        "tense": ("tense", "afraid"),
    }


def test_hiding_drops_a_word_of_ones_own_and_hides_one_that_is_offered_until_it_is_shown() -> None:
    own = OwnWords().with_word("wobbly", "tense").with_word("still", "calm")
    hiding = own.hiding("wobbly").hiding("glad")
    assert (dict(hiding.added), hiding.hidden) == ({"still": "calm"}, {"glad"})
    assert arranged(hiding)["lively"] == ("curious",)
    assert arranged(hiding.showing("glad"))["lively"] == ("glad", "curious")


def test_a_word_of_a_group_that_is_gone_stays_or_comes_where_the_first_group_is() -> None:
    own = OwnWords().with_word("wobbly", "gone").moving("angry", "gone")
    assert arranged(own) == as_offered(calm=("calm", "content", "rested", "wobbly"))


def test_a_word_of_ones_own_that_is_offered_to_everyone_by_now_comes_once() -> None:
    assert arranged(OwnWords().with_word("angry", "calm")) == as_offered()


def test_without_groups_there_is_nothing_to_arrange() -> None:
    assert OwnWords().with_word("wobbly", "tense").arranged(()) == ()
    assert in_offered_order((), None) == ()


def test_the_nearest_groups_come_first() -> None:
    assert nearest(GROUPS, MapPoint(9, 3)) == [CALM, LIVELY, TENSE]
    assert nearest(GROUPS, MapPoint(1, 9)) == [TENSE, LIVELY, CALM]
    assert nearest(GROUPS, MapPoint(9, 9)) == [LIVELY, CALM, TENSE]


def test_without_a_point_every_group_gives_its_plainest_word_first() -> None:
    assert in_offered_order(GROUPS, None) == (
        *("calm", "glad", "tense"),
        *("content", "curious", "angry"),
        *("rested", "afraid"),
    )


def test_near_a_point_the_two_groups_next_to_it_share_the_words_that_are_offered_first() -> None:
    near = WordGroup("near", 9, 3, tuple(f"near {n}" for n in range(6)))
    by = WordGroup("by", 8, 4, tuple(f"by {n}" for n in range(6)))
    words = in_offered_order((TENSE, by, near), MapPoint(9, 3))
    assert words[:OFFERED_FIRST] == (*near.words[:4], *by.words[:4])
    assert words[OFFERED_FIRST:] == (*near.words[4:], *by.words[4:], *TENSE.words)


def test_a_word_of_two_groups_is_offered_once() -> None:
    other = WordGroup("other", 1, 1, ("flat", "calm"))
    assert in_offered_order((CALM, other), MapPoint(8, 2)).count("calm") == 1
    assert in_offered_order((CALM, other), None).count("calm") == 1
