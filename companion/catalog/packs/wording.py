"""The wording rules over every sentence of a pack, told by line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.catalog.lint import check_longer, check_path, check_prompt, rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from companion.catalog.lint import Rules
    from companion.catalog.packs.lines import Keys
    from companion.catalog.packs.paths import ReadPath
    from companion.catalog.packs.table import Found
    from companion.catalog.slip import Slip
    from companion.domain.pack import Pack


def check_wording(pack: Pack, read: tuple[ReadPath, ...], found: Found, root: Traversable) -> None:
    """Remember every sentence that breaks a wording rule.

    Args:
        pack: The pack, whatever else is wrong with it.
        read: Its paths, and where they stand.
        found: Remembers it.
        root: The content folder, where each language's rules are.
    """
    rule = rules(root, pack.language)
    for keys, slip in (*_own(pack, rule), *_of_tasks(pack, rule), *_of_paths(read, rule)):
        found.add(keys, slip.code, **dict(slip.details))


def _own(pack: Pack, rule: Rules) -> Iterator[tuple[Keys, Slip]]:
    yield from ((("title",), slip) for slip in check_prompt(pack.title, rule))
    yield from ((("why",), slip) for slip in check_longer(pack.why, rule))


def _of_tasks(pack: Pack, rule: Rules) -> Iterator[tuple[Keys, Slip]]:
    for number, task in enumerate(pack.tasks):
        said = {
            "what": task.what,
            "for": task.for_what,
            "when": task.when,
            "then": task.then,
            "tiny": task.tiny,
        }
        for name, text in said.items():
            found = check_prompt(text, rule)
            yield from ((("tasks", number, name), slip) for slip in found)


def _of_paths(read: tuple[ReadPath, ...], rule: Rules) -> Iterator[tuple[Keys, Slip]]:
    for one in read:
        own = tuple(step for step in one.path.steps if not step.framing)
        for key, slip in check_path(replace(one.path, steps=own), rule):
            yield _place(key, one), slip


def _place(key: str, read: ReadPath) -> Keys:
    """Where a key of the linter's stands in a pack: lists are counted there."""
    first, *rest = key.split(".")
    made, step = read.steps.get(first), read.path.step(first)
    if made is None or step is None:
        return (*read.made.keys, first, *rest)
    listed = {
        "options": [one.id for one in step.options],
        "groups": [one.id for one in step.groups],
    }
    if len(rest) > 1 and rest[1] in listed.get(rest[0], []):
        return (*made.keys, rest[0], listed[rest[0]].index(rest[1]))
    return (*made.keys, *rest)
