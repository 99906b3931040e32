"""The parts that steps are made of: rows of chips, words near a point, a point in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from walk_room import WORDS

from companion.domain.answer import MapPoint
from companion.domain.path import Step, StepKind, WordGroup
from companion.domain.vocabulary import OFFERED_FIRST, in_offered_order
from companion.ui.widgets.chips import Chip, flow
from companion.ui.widgets.fitting import fit
from companion.ui.widgets.steps.spoken import spoken

labels = st.text("abc 漢字é", min_size=1, max_size=30)
chips = st.lists(
    st.builds(Chip, id=st.just("x"), label=labels, new_row=st.booleans()), min_size=1, max_size=12
)
scale = st.integers(0, 10)
points = st.builds(MapPoint, scale, scale)
groups = st.lists(
    st.builds(
        WordGroup,
        id=st.just("g"),
        pleasant=scale,
        energy=scale,
        words=st.lists(st.text("abcdefgh", min_size=1, max_size=5), min_size=1, max_size=8).map(
            tuple
        ),
    ),
    min_size=1,
    max_size=8,
)


@given(chips, st.integers(3, 100), st.integers(0, 20))
def test_chips_never_touch_and_never_leave_their_row(
    some: list[Chip], width: int, lead: int
) -> None:
    last_row, end = 0, lead
    for spot in flow(some, width, lead):
        assert spot.row in {last_row, last_row + 1}
        if spot.row > last_row:
            last_row, end = spot.row, 0
        assert spot.column >= end
        assert spot.column + spot.width <= max(width, lead + spot.width)
        end = spot.column + spot.width


@given(st.text(), st.integers(1, 40))
def test_a_word_that_is_made_to_fit_fits(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) <= width


@given(groups, st.none() | points)
def test_every_word_is_offered_once_whatever_the_point(
    some: list[WordGroup], point: MapPoint | None
) -> None:
    step = Step("words", StepKind.WORDS, "?", groups=tuple(some))
    offered = in_offered_order(step.groups, point)
    assert len(offered) == len(set(offered))
    assert set(offered) == {word for group in some for word in group.words}


@given(points)
def test_the_first_words_come_from_the_two_nearest_groups(point: MapPoint) -> None:
    corners = [(x, y) for x in (1, 9) for y in (1, 9)]
    some = tuple(
        WordGroup(f"{x}{y}", x, y, tuple(f"{x}{y}{n}" for n in range(7))) for x, y in corners
    )
    step = Step("words", StepKind.WORDS, "?", groups=some)

    def away(corner: str) -> int:
        return (int(corner[0]) - point.pleasant) ** 2 + (int(corner[1]) - point.energy) ** 2

    first = {word[:2] for word in in_offered_order(step.groups, point)[:OFFERED_FIRST]}
    others = {group.id for group in some} - first
    assert max(map(away, first)) <= min(map(away, others))


def test_each_end_of_the_map_has_its_own_words() -> None:
    said = {spoken(WORDS, MapPoint(value, value)) for value in range(11)}
    assert len(said) == 7
    assert spoken(WORDS, MapPoint(0, 10)) == "very unpleasant, racing"
    assert (
        spoken(WORDS, MapPoint(5, 5)) == "neither pleasant nor unpleasant, neither slow nor awake"
    )
