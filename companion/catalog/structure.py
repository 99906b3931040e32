"""What can be wrong with how a path is built, and with the words laid beside it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from companion.catalog.slip import Slip
from companion.domain.path import Place, StepKind
from companion.domain.walk import ARRIVE, LEAVE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from companion.domain.conditions import Test
    from companion.domain.path import ReflectionPath, Step

MOST_RATINGS = 2
"""The most ratings of a reflection, arriving and leaving not counted; a map is one."""
LONGEST_MINUTES = 10
"""The longest a reflection may promise to take."""
PROVENANCE = ("author", "licence", "reviewed_on")
"""What every file of words says about where its words are from."""
PATH_WORDS = ("title", "about", "card")
"""What a path's words hold besides those of its steps."""

_CHOOSING = frozenset({StepKind.CHOICE, StepKind.CLOSE})
_RATED = frozenset({StepKind.RATING, StepKind.MAP})


def structure(path: ReflectionPath) -> Iterator[tuple[str, Slip]]:
    """What is wrong with how a path is built: where, and what.

    Args:
        path: The path, its frame around it.
    """
    yield from (
        (one, Slip("there twice", "twice", name=one))
        for one in _twice(step.id for step in path.steps)
    )
    rated = [s for s in path.steps if s.kind in _RATED and s.id not in {ARRIVE, LEAVE}]
    if len(rated) > MOST_RATINGS:
        yield rated[-1].id, Slip(f"more than {MOST_RATINGS} ratings", "ratings", most=MOST_RATINGS)
    if not 1 <= path.minutes <= LONGEST_MINUTES:
        wrong = f"from 1 to {LONGEST_MINUTES}"
        yield "minutes", Slip(wrong, "minutes", most=LONGEST_MINUTES)
    if path.offered:
        yield from _ends(path)
    earlier: dict[str, Step] = {}
    for step in path.steps:
        yield from ((step.id, wrong) for wrong in _step(step, earlier))
        earlier[step.id] = step


def across(
    paths: Mapping[str, ReflectionPath], there: Collection[str]
) -> Iterator[tuple[str, str, Slip]]:
    """What is wrong between paths: in which one, at which step, and what.

    Args:
        paths: The paths that could be read, by id.
        there: The ids of all that there are; what can't be read is told elsewhere.
    """
    for path in paths.values():
        for step in path.steps:
            if step.look_back is None:
                continue
            other = paths.get(step.look_back.path_id)
            if other is None:
                if step.look_back.path_id not in there:
                    yield path.id, step.id, _nowhere(step.look_back.path_id, "no path")
                continue
            for step_id in step.look_back.step_ids:
                seen = other.step(step_id)
                if seen is None or not seen.placeable:
                    yield path.id, step.id, _nowhere(step_id, "no answer in words")
                elif seen.place is Place.UNSAID:
                    yield path.id, step.id, _nowhere(step_id, "which is for the drawer")


def orphans(steps: tuple[Step, ...], words: Mapping[str, object]) -> Iterator[tuple[str, Slip]]:
    """Words that no step asks for, and so a slip of the pen: where, and what.

    Args:
        steps: The steps whose words they are.
        words: The words, by step id.
    """
    by_id = {step.id: step for step in steps}
    for key in words.keys() - {*PROVENANCE, *PATH_WORDS}:
        if key not in by_id:
            yield key, Slip("words of no step", "unknown", name=key)
        else:
            yield from _left_over(key, words[key], _asked_for(by_id[key]))


def _left_over(key: str, said: object, asked: Mapping[str, object]) -> Iterator[tuple[str, Slip]]:
    if not isinstance(said, dict):
        return
    for name, value in said.items():
        below = asked.get(name)
        if name not in asked:
            yield f"{key}.{name}", Slip("words that nothing asks for", "unknown", name=name)
        elif isinstance(below, dict):
            yield from _left_over(f"{key}.{name}", value, below)


def _asked_for(step: Step) -> dict[str, object]:
    ends = {"low": None, "high": None}
    asked: dict[str, object] = {"prompt": None, "help": None}
    if step.kind is StepKind.RATING:
        asked |= ends
    if step.kind is StepKind.WHEN_THEN:
        asked |= {"when": None, "then": None}
    if step.kind is StepKind.MAP:
        asked |= {"pleasant": ends, "energy": ends}
    if step.options:
        asked["options"] = {one.id: {"label": None, "text": None} for one in step.options}
    if step.groups:
        asked |= {"groups": {group.id: None for group in step.groups}, "outside": None}
    return asked


def _ends(path: ReflectionPath) -> Iterator[tuple[str, Slip]]:
    last = path.steps[-1]
    if last.kind is not StepKind.CLOSE or not last.always:
        yield last.id, Slip("the last step closes, always", "frame")
    for step_id in (ARRIVE, LEAVE):
        step = path.step(step_id)
        if step is None or step.kind is not StepKind.RATING:
            wrong = "every path rates how steady one is, on arriving and on leaving"
            yield step_id, Slip(wrong, "frame")


def _step(step: Step, earlier: Mapping[str, Step]) -> Iterator[Slip]:
    for test in step.asked_if.tests if step.asked_if else ():
        unknown = test.steps - earlier.keys()
        for one in sorted(unknown):
            yield Slip(f"asks about {one}, no earlier step", "no-earlier", name=one)
        if not unknown:
            yield from _test(test, earlier)
    if (step.kind in _CHOOSING) != bool(step.options):
        yield (
            Slip("no options", "no-options")
            if step.kind in _CHOOSING
            else Slip("options where nothing is chosen", "out-of-place", name="options")
        )
    if step.several and step.kind is not StepKind.CHOICE:
        yield Slip("several of what is no choice", "out-of-place", name="several")
    if (step.kind is StepKind.WORDS) != bool(step.groups):
        yield (
            Slip("no words", "no-words")
            if step.kind is StepKind.WORDS
            else Slip("words where none are offered", "out-of-place", name="groups")
        )
    if (step.kind is StepKind.LOOK_BACK) != (step.look_back is not None):
        yield (
            Slip("looks back to nothing", "no-look-back")
            if step.look_back is None
            else Slip("looks back and asks", "out-of-place", name="look_back")
        )
    yield from _rungs(step, earlier)
    yield from _choices(step, earlier)


def _choices(step: Step, earlier: Mapping[str, Step]) -> Iterator[Slip]:
    if step.near and (step.near not in earlier or earlier[step.near].kind is not StepKind.MAP):
        yield Slip(f"near {step.near}, no earlier map", "no-map", name=step.near)
    for one in _twice(o.id for o in step.options):
        yield Slip(f"option {one} there twice", "twice", name=one)
    offered = [word for group in step.groups for word in group.words] + list(step.outside)
    for one in _twice(offered):
        yield Slip(f"the word {one} there twice", "twice", name=one)


def _rungs(step: Step, earlier: Mapping[str, Step]) -> Iterator[Slip]:
    moving = any(option.rung for option in step.options)
    if moving != bool(step.rung_of):
        wrong = "a rung, and no answer to put on it" if moving else "nothing to put on a rung"
        yield Slip(wrong, "rung")
    about = earlier.get(step.rung_of)
    if step.rung_of and (about is None or about.place is not Place.UNSAID):
        wrong = f"puts {step.rung_of} on a rung, which is no earlier answer for the drawer"
        yield Slip(wrong, "rung")


def _test(test: Test, earlier: Mapping[str, Step]) -> Iterator[Slip]:
    about = earlier[test.step]
    needed = {
        StepKind.RATING: (test.at_most, test.at_least, test.lower_than),
        StepKind.MAP: (test.energy_at_least,),
        StepKind.CHOICE: (test.chosen,),
    }
    compared = [kind for kind, values in needed.items() if any(v is not None for v in values)]
    if compared != [about.kind]:
        # Such a test would never hold, in silence.
        wrong = f"compares {test.step} with what such a step never says"
        yield Slip(wrong, "never-holds", name=test.step)
    elif test.chosen is not None and about.option(test.chosen) is None:
        wrong = f"no option {test.chosen} in {test.step}"
        yield Slip(wrong, "no-option", name=test.chosen, step=test.step)
    elif test.lower_than is not None and earlier[test.lower_than].kind is not StepKind.RATING:
        wrong = f"compares {test.step} with {test.lower_than}, no rating"
        yield Slip(wrong, "never-holds", name=test.step)


def _nowhere(name: str, what: str) -> Slip:
    return Slip(f"looks back to {name}, {what}", "nowhere", name=name)


def _twice(names: Iterator[str] | list[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]
