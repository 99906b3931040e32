"""The ladder: any rung from any other, nothing upwards by itself, and nothing lost on the way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from support.builders import a_candidate

from companion.domain.ladder import Became, Rehearsal, Rung, Size, Standing, Unsaid

THEN = datetime(2026, 3, 2, 18, 30, tzinfo=UTC)
LATER = THEN + timedelta(days=4)
TRIED = Rehearsal("all of it", "three lines", "a sentence")


def unsaid(standing: Standing = Standing(), **more: bool) -> Unsaid:  # noqa: B008 - a frozen value
    return Unsaid("answer", "as it was written", a_candidate().origin, standing, **more)


def test_what_is_new_stands_on_the_lowest_rung_and_nothing_was_tried() -> None:
    fresh = Standing()
    assert (fresh.rung, fresh.moved_at) == (Rung.KEEP, None)
    assert [fresh.rehearsal.of(size) for size in Size] == ["", "", ""]
    assert (fresh.brings, fresh.became, fresh.after) == (None, None, "")


@pytest.mark.parametrize("here", Rung)
@pytest.mark.parametrize("there", Rung)
def test_any_rung_is_reached_from_any_other_and_the_moment_is_kept(here: Rung, there: Rung) -> None:
    moved = Standing(here, moved_at=THEN).to(there, LATER)
    assert moved.rung is there
    assert moved.moved_at == (THEN if here is there else LATER)


def test_what_was_tried_and_what_came_of_it_go_along() -> None:
    before = Standing(Rung.SAID, TRIED, Size.LINES, Became.PARTLY, "it was quiet", THEN)
    assert before.to(Rung.KEEP, LATER).to(Rung.SAID, THEN) == before


@pytest.mark.parametrize("own", Size)
def test_words_in_one_size_leave_the_other_sizes_as_they_are(own: Size) -> None:
    tried = TRIED.with_words(own, "other words")
    assert tried.of(own) == "other words"
    others = [one for one in Size if one is not own]
    assert [tried.of(one) for one in others] == [TRIED.of(one) for one in others]


def test_the_words_as_they_were_written_are_brought_unless_a_size_was_chosen() -> None:
    assert unsaid(Standing(rehearsal=TRIED)).words_to_bring == "as it was written"
    for size in Size:
        chosen = Standing(rehearsal=TRIED, brings=size)
        assert chosen.chosen == unsaid(chosen).words_to_bring == TRIED.of(size)


def test_a_chosen_size_that_has_no_words_brings_the_words_as_they_were_written() -> None:
    assert unsaid(Standing(brings=Size.SENTENCE)).words_to_bring == "as it was written"


def test_all_rungs_are_open_the_lowest_first() -> None:
    assert unsaid().rungs == (Rung.KEEP, Rung.MAYBE, Rung.REHEARSE, Rung.BRING, Rung.SAID)


def test_what_is_never_on_a_page_has_every_rung_but_bring() -> None:
    private = unsaid(may_be_brought=False)
    assert private.rungs == (Rung.KEEP, Rung.MAYBE, Rung.REHEARSE, Rung.SAID)


@pytest.mark.parametrize(
    ("may_be_brought", "rung", "up", "down"),
    [
        (True, Rung.KEEP, Rung.MAYBE, Rung.KEEP),
        (True, Rung.MAYBE, Rung.REHEARSE, Rung.KEEP),
        (True, Rung.REHEARSE, Rung.BRING, Rung.MAYBE),
        (True, Rung.BRING, Rung.SAID, Rung.REHEARSE),
        (True, Rung.SAID, Rung.SAID, Rung.BRING),
        (False, Rung.REHEARSE, Rung.SAID, Rung.MAYBE),
        (False, Rung.SAID, Rung.SAID, Rung.REHEARSE),
    ],
)
def test_a_step_up_or_down_ends_at_the_ends_and_passes_over_a_rung_that_is_not_open(
    may_be_brought: bool,  # noqa: FBT001 - a column of the table
    rung: Rung,
    up: Rung,
    down: Rung,
) -> None:
    item = unsaid(Standing(rung), may_be_brought=may_be_brought)
    assert (item.next_rung(1), item.next_rung(-1)) == (up, down)


@pytest.mark.parametrize("rung", Rung)
@pytest.mark.parametrize("became", [None, *Became])
def test_the_repair_log_has_what_was_said_and_got_through_or_partly(
    rung: Rung, became: Became | None
) -> None:
    expected = rung is Rung.SAID and became in {Became.THROUGH, Became.PARTLY}
    assert unsaid(Standing(rung, became=became)).is_repair is expected
