"""Everything that can be wrong with the content, found before a person meets it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from companion.catalog.crisis import Directory
from companion.catalog.files import FALLBACK, languages, names, read, shipped
from companion.catalog.language import read_sentences
from companion.catalog.lint import Problem, check_path, rules
from companion.catalog.loader import FRAME, load_path, path_words
from companion.domain.errors import ContentError
from companion.domain.path import StepKind
from companion.domain.walk import ARRIVE, LEAVE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from companion.domain.path import ReflectionPath, Step

MOST_RATINGS = 2
"""The most ratings of a reflection, arriving and leaving not counted; a map is one."""
LONGEST_MINUTES = 10
"""The longest a reflection may promise to take."""
_NEEDED = ("author", "licence", "reviewed_on", "title", "about")


def check(root: Traversable | None = None) -> list[Problem]:
    """Check every path in every language, the sentences and the crisis lines.

    Args:
        root: The content folder; none: what companion ships with.
    """
    content = root if root is not None else shipped()
    found: list[Problem] = []
    for language in languages(content):
        found += _sentences(content, language)
        for path_id in names(content / "paths"):
            if path_id != FRAME:
                found += _path(content, path_id, language)
    return found + _crisis(content)


def _path(root: Traversable, path_id: str, language: str) -> list[Problem]:
    file = f"paths/{path_id}.toml"
    try:
        path = load_path(root, path_id, language)
        words = path_words(root, path_id, language)
        made = read(root / "paths" / f"{path_id}.toml")
    except ContentError as error:
        return [Problem(str(error.details["file"]), "", str(error.details["problem"]))]
    wrong = [Problem(file, key, text) for key, text in structure(path)]
    ids = {step["id"] for step in made["steps"]}
    known = ids | {*_NEEDED, "card"}
    wrong += [
        Problem(f"{language}/{file}", key, "words of no step") for key in words.keys() - known
    ]
    wrong += [Problem(f"{language}/{file}", key, "missing") for key in _NEEDED if key not in words]
    if path.id != path_id:
        wrong.append(Problem(file, "id", "not the file's name"))
    return wrong + check_path(path, rules(root, language))


def structure(path: ReflectionPath) -> Iterator[tuple[str, str]]:
    """What is wrong with a path's structure: a step and what is wrong with it."""
    counted = Counter(step.id for step in path.steps)
    yield from ((step_id, "there twice") for step_id, count in counted.items() if count > 1)
    rated = [
        step
        for step in path.steps
        if step.kind in {StepKind.RATING, StepKind.MAP} and step.id not in {ARRIVE, LEAVE}
    ]
    if len(rated) > MOST_RATINGS:
        yield rated[-1].id, f"more than {MOST_RATINGS} ratings"
    if not 1 <= path.minutes <= LONGEST_MINUTES:
        yield "minutes", f"from 1 to {LONGEST_MINUTES}"
    if path.steps[-1].kind is not StepKind.CLOSE or not path.steps[-1].always:
        yield path.steps[-1].id, "the last step closes, always"
    earlier: dict[str, Step] = {}
    for step in path.steps:
        yield from ((step.id, wrong) for wrong in _step(step, earlier))
        earlier[step.id] = step


def _step(step: Step, earlier: dict[str, Step]) -> Iterator[str]:
    if step.asked_if is not None:
        yield from (f"asks about {s}, no earlier step" for s in step.asked_if.steps - {*earlier})
        for test in step.asked_if.tests:
            about = earlier.get(test.step)
            if test.chosen and about and about.option(test.chosen) is None:
                yield f"no option {test.chosen} in {test.step}"
    if step.kind in {StepKind.CHOICE, StepKind.CLOSE} and not step.options:
        yield "no options"
    if step.kind is StepKind.WORDS and not step.groups:
        yield "no words"
    if step.near and step.near not in earlier:
        yield f"near {step.near}, no earlier step"
    if step.kind is StepKind.LOOK_BACK and step.look_back is None:
        yield "looks back to nothing"


def _sentences(root: Traversable, language: str) -> list[Problem]:
    try:
        own, english = read_sentences(root, language), read_sentences(root, FALLBACK)
    except ContentError as error:
        return [Problem(str(error.details["file"]), "", str(error.details["problem"]))]
    orphans = own.keys() - english.keys()
    loud = [key for key, text in own.items() if "!" in text]
    return [Problem(f"{language}/ui", key, "English has no such key") for key in orphans] + [
        Problem(f"{language}/ui", key, "an exclamation mark") for key in loud
    ]


def _crisis(root: Traversable) -> list[Problem]:
    try:
        countries = Directory(root).countries()
    except ContentError as error:
        return [Problem(str(error.details["file"]), "", str(error.details["problem"]))]
    counted = Counter(country.code for country in countries)
    wrong = [Problem("crisis.toml", c, "there twice") for c, n in counted.items() if n > 1]
    for country in countries:
        if not country.emergency:
            wrong.append(Problem("crisis.toml", country.code, "no emergency number"))
        if country.lines and len(country.sources) < 2:  # noqa: PLR2004  the rule: two sources a row
            wrong.append(Problem("crisis.toml", country.code, "fewer than two sources"))
    return wrong
