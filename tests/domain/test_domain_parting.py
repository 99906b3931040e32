"""What somebody wished at the end, and what is offered then; nothing is done by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.builders import a_reflection, an_answer
from support.time import FixedClock

from companion.domain.pacing import Next, what_next
from companion.domain.parting import Becomes, wished
from companion.domain.path import StepKind

if TYPE_CHECKING:
    from companion.domain.answer import Reflection


def ended(*chosen: str, path_id: str = "ending") -> Reflection:
    answers = [an_answer("a", "The stairs", step_id="scene")]
    if chosen:
        answers.append(
            an_answer("k", chosen, step_id="keep", kind=StepKind.CHOICE, shown=", ".join(chosen))
        )
    return a_reflection("one", *answers, path_id=path_id)


@pytest.mark.parametrize("becomes", list(Becomes))
def test_what_was_chosen_is_what_was_wished(becomes: Becomes) -> None:
    assert wished(ended(becomes.value)) is becomes


@pytest.mark.parametrize(
    "finished", [ended(), ended("later"), ended("something"), ended("wipe", path_id="trust")]
)
def test_later_nothing_or_another_path_is_no_wish(finished: Reflection) -> None:
    assert wished(finished) is None
    assert what_next(finished, [], ["ending", "trust"], FixedClock()) is Next.NOTHING


@pytest.mark.parametrize(
    ("chosen", "offered"),
    [("keep", Next.BOOK), ("print-and-wipe", Next.BOOK), ("wipe", Next.PARTING)],
)
def test_the_book_is_offered_and_for_a_wipe_what_would_go(chosen: str, offered: Next) -> None:
    assert what_next(ended(chosen), [], ["ending"], FixedClock()) is offered
