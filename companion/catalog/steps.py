"""From the tables of one step, its structure and its words, to a `Step`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.catalog.slip import Slip
from companion.domain.answer import HIGHEST
from companion.domain.conditions import Condition, Test
from companion.domain.ladder import Rung
from companion.domain.path import (
    Effect,
    Joined,
    LookBack,
    Option,
    Place,
    Scale,
    Step,
    StepKind,
    WordGroup,
)

if TYPE_CHECKING:
    from companion.catalog.table import Table
    from companion.domain.page import Section
    from companion.domain.path import Form

QUANTIFIERS = {
    "any": (False, False),
    "all": (True, False),
    "none": (False, True),
    "not_all": (True, True),
}
"""What `asked_if` begins with: whether every test must hold, and whether that is turned round."""


def load_step(made: Table, words: Table, forms: frozenset[Form], section: Section | None) -> Step:
    """One step.

    Args:
        made: Its structure.
        words: The words of all steps of its file, by step id.
        forms: In which forms it is asked.
        section: The part of the page its answer belongs to, or none.

    Raises:
        ContentError: If something is missing, of the wrong kind, or means nothing.
    """
    kind = made.one_of("kind", StepKind)
    said = words.table(made.text("id"))
    step = Step(
        id=made.text("id"),
        kind=kind,
        prompt=said.text("prompt"),
        help=said.text("help", ""),
        forms=forms,
        always=made.flag("always"),
        asked_if=_condition(made.table("asked_if")) if "asked_if" in made else None,
        place=made.one_of("place", Place, Place.HERE),
        section=section,
        shows_help=made.flag("shows_help"),
        shows_steady=made.flag("shows_steady"),
        scales=_scales(kind, said),
        options=tuple(_option(option, said) for option in made.tables("options")),
        several=made.flag("several"),
        groups=tuple(_group(group, said) for group in made.tables("groups")),
        outside=said.texts("outside"),
        near=made.text("near", ""),
        look_back=_look_back(made.table("look_back")) if "look_back" in made else None,
        joined=_joined(said) if kind is StepKind.WHEN_THEN else None,
        rung_of=made.text("rung_of", ""),
    )
    made.done()
    return step


def _scales(kind: StepKind, said: Table) -> tuple[Scale, ...]:
    if kind is StepKind.RATING:
        return (_scale(said),)
    if kind is StepKind.MAP:
        return (_scale(said.table("pleasant")), _scale(said.table("energy")))
    return ()


def _joined(said: Table) -> Joined:
    return Joined(said.text("when"), said.text("then"))


def _scale(said: Table) -> Scale:
    return Scale(said.text("low"), said.text("high"))


def _option(made: Table, said: Table) -> Option:
    option_id = made.text("id")
    effect = made.one_of("effect", Effect) if "effect" in made else None
    rung = made.one_of("rung", Rung) if "rung" in made else None
    made.done()
    words = said.table("options")
    if not words.is_table(option_id):
        return Option(option_id, words.text(option_id), effect=effect, rung=rung)
    more = words.table(option_id)
    return Option(option_id, more.text("label"), more.text("text"), effect, rung)


def _group(made: Table, said: Table) -> WordGroup:
    group = WordGroup(
        id=made.text("id"),
        pleasant=made.number("pleasant", most=HIGHEST),
        energy=made.number("energy", most=HIGHEST),
        words=said.table("groups").texts(made.text("id")),
    )
    made.done()
    if not group.words:
        made.refuse("", Slip("a group without words", "no-words"))
    return group


def _look_back(made: Table) -> LookBack:
    look_back = LookBack(made.text("path"), made.texts("steps"))
    made.done()
    return look_back


def _condition(made: Table) -> Condition:
    named = [name for name in QUANTIFIERS if name in made]
    tests = tuple(_test(test) for name in named for test in made.tables(name))
    made.done()
    if len(named) != 1 or not tests:
        wrong = f"one of {', '.join(QUANTIFIERS)}, with a test or more"
        made.refuse("", Slip(wrong, "condition"))
    every, negated = QUANTIFIERS[named[0]]
    return Condition(tests, every=every, negated=negated)


def _test(made: Table) -> Test:
    test = Test(
        step=made.text("step"),
        at_most=_rating(made, "at_most"),
        at_least=_rating(made, "at_least"),
        energy_at_least=_rating(made, "energy_at_least"),
        chosen=made.text("chosen") if "chosen" in made else None,
        lower_than=made.text("lower_than") if "lower_than" in made else None,
        by=made.number("by", 1, most=HIGHEST),
    )
    made.done()
    return test


def _rating(made: Table, name: str) -> int | None:
    return made.number(name, most=HIGHEST) if name in made else None
