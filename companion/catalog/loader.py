"""From a path's two files, its structure and its words, to a `ReflectionPath`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.catalog.files import FALLBACK, read, read_if_there
from companion.domain.conditions import Condition, Test
from companion.domain.errors import ContentError
from companion.domain.page import Section
from companion.domain.path import (
    Card,
    Effect,
    Form,
    LookBack,
    Option,
    Place,
    ReflectionPath,
    Scale,
    Step,
    StepKind,
    WordGroup,
)

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FRAME = "frame"
"""The file of the steps that stand around every path."""
NEVER = "never"
"""What `page` says of an answer that is never on a page."""

_QUANTIFIERS = {
    "any": (False, False),
    "all": (True, False),
    "none": (False, True),
    "not_all": (True, True),
}


def load_path(root: Traversable, path_id: str, language: str) -> ReflectionPath:
    """A path in one language; a sentence it lacks there is taken from English.

    Args:
        root: The content folder.
        path_id: The path's id, which is its files' name.
        language: The language's code.

    Raises:
        ContentError: If a file is missing or makes no sense; it names file and key.
    """
    made = read(root / "paths" / f"{path_id}.toml")
    words = path_words(root, path_id, language)
    frame = read(root / "paths" / f"{FRAME}.toml")
    around = path_words(root, FRAME, language)
    try:
        return ReflectionPath(
            id=made["id"],
            version=made["version"],
            language=language,
            title=words["title"],
            about=words["about"],
            minutes=made["minutes"],
            steps=(
                *(_frame_step(step, around) for step in frame["before"]),
                *(_path_step(step, words) for step in made["steps"]),
                *(_frame_step(step, around) for step in frame["after"]),
            ),
            card=_card(words.get("card")),
            chosen_freely=made.get("chosen_freely", False),
        )
    except KeyError as missing:
        raise ContentError(file=f"{path_id}.toml", problem=f"no {missing}") from None
    except (TypeError, ValueError, AttributeError) as wrong:
        raise ContentError(file=f"{path_id}.toml", problem=str(wrong)) from None


def path_words(root: Traversable, path_id: str, language: str) -> dict[str, Any]:
    """The words of a path in a language, with English beneath them.

    Raises:
        ContentError: If the English file is missing, or one makes no sense.
    """
    fallback = read(root / FALLBACK / "paths" / f"{path_id}.toml")
    if language == FALLBACK:
        return fallback
    return _over(fallback, read_if_there(root / language / "paths" / f"{path_id}.toml"))


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        both = isinstance(value, dict) and isinstance(below.get(key), dict)
        merged[key] = _over(below[key], value) if both else value
    return merged


def _path_step(made: dict[str, Any], words: dict[str, Any]) -> Step:
    forms = {Form.FULL, Form.SHORT} if made.get("short", False) else {Form.FULL}
    page = made.get("page", "")
    section = None if page == NEVER else Section(made.get("section", Section.TALK))
    return _step(made, words[made["id"]], frozenset(forms), section)


def _frame_step(made: dict[str, Any], words: dict[str, Any]) -> Step:
    return _step(made, words[made["id"]], frozenset({Form.FULL, Form.SHORT}), None)


def _step(
    made: dict[str, Any],
    said: dict[str, Any],
    forms: frozenset[Form],
    section: Section | None,
) -> Step:
    kind = StepKind(made["kind"])
    return Step(
        id=made["id"],
        kind=kind,
        prompt=said["prompt"],
        help=said.get("help", ""),
        forms=forms,
        always=made.get("always", False),
        asked_if=_condition(made.get("asked_if")),
        place=Place(made.get("place", Place.HERE)),
        section=section,
        shows_help=made.get("shows_help", False),
        scales=_scales(kind, said),
        options=tuple(_option(option, said["options"]) for option in made.get("options", [])),
        several=made.get("several", False),
        groups=tuple(_group(group, said["groups"]) for group in made.get("groups", [])),
        outside=tuple(said.get("outside", [])),
        near=made.get("near", ""),
        look_back=_look_back(made.get("look_back")),
    )


def _scales(kind: StepKind, said: dict[str, Any]) -> tuple[Scale, ...]:
    if kind is StepKind.RATING:
        return (Scale(said["low"], said["high"]),)
    if kind is StepKind.MAP:
        return tuple(Scale(said[a]["low"], said[a]["high"]) for a in ("pleasant", "energy"))
    return ()


def _option(made: dict[str, Any], said: dict[str, Any]) -> Option:
    words = said[made["id"]]
    label, text = (words["label"], words["text"]) if isinstance(words, dict) else (words, "")
    effect = made.get("effect")
    return Option(made["id"], label, text, Effect(effect) if effect else None)


def _group(made: dict[str, Any], said: dict[str, Any]) -> WordGroup:
    return WordGroup(made["id"], made["pleasant"], made["energy"], tuple(said[made["id"]]))


def _look_back(made: dict[str, Any] | None) -> LookBack | None:
    return LookBack(made["path"], tuple(made["steps"])) if made else None


def _condition(made: dict[str, Any] | None) -> Condition | None:
    if made is None:
        return None
    ((quantifier, tests),) = made.items()
    every, negated = _QUANTIFIERS[quantifier]
    return Condition(tuple(Test(**test) for test in tests), every=every, negated=negated)


def _card(said: dict[str, Any] | None) -> Card | None:
    return Card(said["text"], tuple(said.get("citations", []))) if said else None
