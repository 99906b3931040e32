"""Whatever somebody does on a walk: nothing is lost, and one stands on a step of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_walk
from support.shelves import (
    CLOSE,
    feelings,
    getting_ready,
    trust,
)
from support.time import NOW
from walks import EVERYTHING, at, done, new_ids, value_for

from companion.domain.path import Form, Place, ReflectionPath
from companion.domain.walk import resume

if TYPE_CHECKING:
    from companion.domain.answer import Value

MOVES = ("answer", "nothing", "forward", "back", "place", "let go")


@st.composite
def doings(draw: st.DrawFn) -> tuple[str, Any]:
    """Something done at a step; what is said or chosen depends on the step."""
    what = draw(st.sampled_from(MOVES))
    return what, draw(st.sampled_from(Place)) if what == "place" else draw(st.integers(0, 99))


walks = st.sampled_from([EVERYTHING, trust(), feelings(), getting_ready()])


@given(walks, st.lists(doings(), max_size=40), st.sampled_from(Form))
def test_whatever_is_done_what_was_said_is_kept_exactly(
    path: ReflectionPath, deeds: list[tuple[str, Any]], form: Form
) -> None:
    walk, new_id = a_walk(path, form=form), new_ids()
    said: dict[str, tuple[Value, Place]] = {}
    for doing in deeds:
        step, before = walk.step, walk
        walk = done(walk, doing, new_id)
        match doing:
            case "answer", number if step.asks:
                place = said[step.id][1] if step.id in said else step.place
                value = value_for(step, number)
                assert value is not None
                said[step.id] = value, place
            case (("nothing" | "let go"), _):
                said.pop(step.id, None)
            case "place", place if step.id in said and step.placeable:
                said[step.id] = said[step.id][0], place
        assert before.step == step
    kept = {a.step_id: (a.value, a.place) for a in walk.finish(NOW).answers}
    assert kept == said
    order = [step.id for step in path.steps]
    assert list(kept) == sorted(kept, key=order.index)


@given(walks, st.lists(doings(), max_size=40), st.sampled_from(Form))
def test_whatever_is_done_one_stands_on_a_step_of_the_walk(
    path: ReflectionPath, deeds: list[tuple[str, Any]], form: Form
) -> None:
    walk, new_id = a_walk(path, form=form), new_ids()
    for doing in deeds:
        walk = done(walk, doing, new_id)
        steps = walk.steps
        assert walk.step in steps
        assert steps[-1] == CLOSE
        number, of = walk.progress
        counted = [step for step in steps if not step.aside]
        assert 1 <= number <= of == len(counted)
        assert walk.step.aside or counted[number - 1] == walk.step
        assert walk.at_end == (number == of and not walk.step.aside)
        assert len({step.id for step in steps}) == len(steps)


@given(walks, st.lists(doings(), max_size=20))
def test_going_forward_and_back_leads_to_the_same_step(
    path: ReflectionPath, deeds: list[tuple[str, Any]]
) -> None:
    walk, new_id = a_walk(path), new_ids()
    for doing in deeds:
        walk = done(walk, doing, new_id)
        if not walk.at_end:
            assert walk.forward().back().step == walk.step
        if not walk.at_start:
            assert walk.back().forward().step == walk.step


@given(walks, st.lists(doings(), max_size=20), st.sampled_from(Form))
def test_a_draft_is_gone_on_with_where_it_was(
    path: ReflectionPath, deeds: list[tuple[str, Any]], form: Form
) -> None:
    walk, new_id = a_walk(path, form=form), new_ids()
    for doing in deeds:
        walk = done(walk, doing, new_id)
    draft = walk.draft()
    resumed = resume(draft, path)
    assert resumed == at(walk, walk.step.id)
    assert resumed.draft() == draft
    assert resumed.finish(NOW) == walk.finish(NOW)


@given(walks, st.lists(doings(), max_size=20))
def test_a_walk_never_changes_in_place(path: ReflectionPath, deeds: list[tuple[str, Any]]) -> None:
    walk, new_id = a_walk(path), new_ids()
    for doing in deeds:
        before = walk.draft()
        after = done(walk, doing, new_id)
        assert walk.draft() == before
        walk = after
