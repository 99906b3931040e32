"""A path of a pack: structure and words in one table, the frame put around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from companion.catalog.loader import load_frame, load_path, section_of
from companion.catalog.packs.limits import LONGEST_ID, LONGEST_WHY, MOST_STEPS
from companion.catalog.packs.table import BesideItself
from companion.catalog.steps import load_step
from companion.catalog.structure import across, structure
from companion.domain.errors import ContentError
from companion.domain.pack import path_id_in
from companion.domain.path import Card, Form, Place, ReflectionPath, Step, StepKind
from companion.domain.path_ids import FEELINGS

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from companion.catalog.packs.table import PackTable
    from companion.domain.page import Section

_RESTING = frozenset({"no-earlier", "no-option", "never-holds", "no-map", "rung"})
_KEY_OF = {
    "minutes": "minutes",
    "no-earlier": "asked_if",
    "no-option": "asked_if",
    "never-holds": "asked_if",
    "no-map": "near",
    "no-options": "kind",
    "no-look-back": "kind",
    "rung": "rung_of",
    "twice": "id",
}
# The key at which a slip in how a path is built is mended.
_BELONGS = {
    "options": StepKind.CHOICE,
    "several": StepKind.CHOICE,
    "rung_of": StepKind.CHOICE,
    "groups": StepKind.WORDS,
    "outside": StepKind.WORDS,
    "near": StepKind.WORDS,
    "look_back": StepKind.LOOK_BACK,
}
# What means something in steps of one kind alone.
_OF_SOME_KIND = ("low", "high", "pleasant", "energy", "when", "then")
_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class ReadPath:
    """A path as far as it could be read, and where its steps stand."""

    made: PackTable
    """The path's table."""
    path: ReflectionPath
    """The path, its frame around it."""
    steps: dict[str, PackTable]
    """The table of each step of its own, by id."""
    broken: frozenset[str]
    """The steps in which something is wrong already."""


def read_path(
    made: PackTable, pack_id: str, path_id: str, language: str, root: Traversable
) -> ReadPath:
    """A path of a pack; what is wrong with it is remembered.

    Args:
        made: The path's table.
        pack_id: The pack's id.
        path_id: The path's own.
        language: The pack's language.
        root: The content folder.
    """
    before, after = load_frame(root, language)
    framed = {step.id for step in (*before, *after)}
    tables = made.listed("steps", MOST_STEPS)
    steps = [_step(table, framed, language, root) for table in tables]
    if not tables:
        made.wrong("steps", "missing", name="steps")
    path = ReflectionPath(
        id=path_id_in(pack_id, path_id),
        version=made.number("version", 1),
        language=language,
        title=made.text("title"),
        about=made.text("about"),
        minutes=made.number("minutes"),
        steps=(*before, *(step for step, _ in steps), *after),
        card=_card(made.table("card")) if "card" in made else None,
        compared=made.flag("compared"),
    )
    made.done()
    found = ReadPath(
        made,
        path,
        steps={step.id: table for (step, _), table in zip(steps, tables, strict=True)},
        broken=frozenset(step.id for step, is_whole in steps if not is_whole),
    )
    _check_structure(found)
    return found


def _step(made: PackTable, framed: set[str], language: str, root: Traversable) -> tuple[Step, bool]:
    """A step, and whether all of it makes sense."""
    wrong_before = len(made.found.problems)
    shorter = [form for form in (Form.SHORT, Form.ONE) if made.flag(form)]
    forms = frozenset({Form.FULL, *shorter})
    if not made.says_one_of("kind", StepKind):
        made.knows(*_OF_SOME_KIND)  # what the step is for is not known yet
    try:
        step = load_step(made, BesideItself(made), forms, _section(made))
        step = _with_words(step, root, language)
    except ContentError:
        made.done()
        prompt, more = made.text("prompt"), made.text("help", "")
        step = Step(made.text("id"), StepKind.NOTE, prompt, more)
    _judge(step, made, framed)
    return step, len(made.found.problems) == wrong_before


def _judge(step: Step, made: PackTable, framed: set[str]) -> None:
    """Remember what a step of a pack may not be, though one of companion's own may."""
    if "id" in made and (not _NAME.fullmatch(step.id) or len(step.id) > LONGEST_ID):
        made.wrong("id", "id", most=LONGEST_ID)
    if step.id in framed:
        made.wrong("id", "frame-id", name=step.id)
    if step.kind is StepKind.CLOSE:
        made.wrong("kind", "frame")
    if "always" in made:
        made.wrong("always", "frame")
    if made.says_one_of("kind", StepKind):
        for name, kind in _BELONGS.items():
            if name in made and step.kind is not kind:
                made.wrong(name, "out-of-place", name=name)
    if step.look_back is not None and not step.look_back.step_ids:
        made.wrong("look_back", "no-look-back")
    if step.place is Place.PARKED:
        made.wrong("place", "parked")


def _with_words(step: Step, root: Traversable, language: str) -> Step:
    """The step; where it offers words and names none, companion's own are offered."""
    if step.kind is not StepKind.WORDS or step.groups:
        return step
    own = load_path(root, FEELINGS, language).steps
    offered = next(one for one in own if one.groups)
    return replace(step, groups=offered.groups, outside=step.outside or offered.outside)


def _section(made: PackTable) -> Section | None:
    try:
        return section_of(made)
    except ContentError:  # told already; nothing goes to a page by mistake
        return None


def _card(said: PackTable) -> Card:
    card = Card(said.text("text", most=LONGEST_WHY), said.texts("citations"))
    said.done()
    return card


def _check_structure(found: ReadPath) -> None:
    for key, slip in structure(found.path):
        about = found.steps.get(key, found.made)
        # What rests on a step that makes no sense yet is looked at when it does.
        if key in found.broken or (found.broken and slip.code in _RESTING):
            continue
        details = dict(slip.details)
        name = str(details["name"]) if slip.code == "out-of-place" else _KEY_OF.get(slip.code, "")
        about.wrong(name if name in about else "", slip.code, **details)


def looking_back(
    found: tuple[ReadPath, ...], pack_id: str, root: Traversable
) -> tuple[ReflectionPath, ...]:
    """The paths with what their steps look back to: in the pack, or among companion's own.

    Args:
        found: The pack's paths.
        pack_id: The pack's id.
        root: The content folder.
    """
    own = {one.path.id for one in found}
    paths = tuple(_aimed(one.path, own, pack_id) for one in found)
    there = {path.id: path for path in paths}
    wanted = {s.look_back.path_id for path in paths for s in path.steps if s.look_back}
    for name in sorted(wanted - own):
        if _NAME.fullmatch(name) and (root / "paths" / f"{name}.toml").is_file():
            there[name] = load_path(root, name, paths[0].language)
    for path_id, step_id, slip in across(there, there):
        for one in found:
            if one.path.id == path_id and step_id in one.steps and step_id not in one.broken:
                one.steps[step_id].wrong("look_back", slip.code, **dict(slip.details))
    return paths


def _aimed(path: ReflectionPath, own: set[str], pack_id: str) -> ReflectionPath:
    return replace(path, steps=tuple(_seen(step, own, pack_id) for step in path.steps))


def _seen(step: Step, own: set[str], pack_id: str) -> Step:
    back = step.look_back
    if back is None or path_id_in(pack_id, back.path_id) not in own:
        return step
    return replace(step, look_back=back._replace(path_id=path_id_in(pack_id, back.path_id)))
