"""Two versions of an agreement beside each other: every question once, nothing kept back."""

from __future__ import annotations

from support.builders import a_reflection, an_answer

from companion.domain.path import Place
from companion.domain.side_by_side import Pair, beside

TIME_THEN = an_answer("then-time", "on Mondays", step_id="time", prompt="When do you meet?")
TIME_NOW = an_answer("now-time", "on Thursdays", step_id="time", prompt="When is it?")
ROOM_THEN = an_answer("then-room", "upstairs", step_id="room", prompt="Where?")
MONEY_NOW = an_answer("now-money", "monthly", step_id="money", prompt="How is it paid?")
EARLIER = a_reflection("earlier", ROOM_THEN, TIME_THEN)
LATER = a_reflection("later", MONEY_NOW, TIME_NOW)


def test_each_question_comes_once_as_it_was_asked_last_and_what_is_only_earlier_comes_after() -> (
    None
):
    assert beside(EARLIER, LATER) == (
        Pair("How is it paid?", None, MONEY_NOW),
        Pair("When is it?", TIME_THEN, TIME_NOW),
        Pair("Where?", ROOM_THEN, None),
    )


def test_steps_that_are_left_out_are_left_out_of_both() -> None:
    pairs = beside(EARLIER, LATER, {"time", "money"})
    assert pairs == (Pair("Where?", ROOM_THEN, None),)


def test_what_is_in_the_drawer_is_not_laid_beside() -> None:
    kept_back = an_answer("u", "in secret", step_id="room", place=Place.UNSAID)
    later = a_reflection("later", kept_back, TIME_NOW)
    assert beside(EARLIER, later)[-1] == Pair("Where?", ROOM_THEN, None)
    assert beside(later, LATER) == (
        Pair("How is it paid?", None, MONEY_NOW),
        Pair("When is it?", TIME_NOW, TIME_NOW),
    )
