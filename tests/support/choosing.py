"""Choosing numbers on the scales of a real notebook, as a person would on a walk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.answer import MapPoint
from companion.domain.dates import parse_moment
from support.real import PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.domain.answer import Value
    from companion.domain.walk import Walk
    from companion.services.open_notebook import OpenNotebook
    from support.real import Shell


def chose(shell: Shell, path_id: str, when: str, *, draft: bool = False, **said: int) -> None:
    """Walk a path on a day and choose some numbers, nothing else.

    Args:
        shell: Whose notebook.
        path_id: The path.
        when: The day and time, as a person types them.
        draft: Whether the walk is left unfinished.
        said: Numbers by step; `pleasant` and `energy` are the point on the map.
    """
    notebook = shell.builder().notebook
    opened = notebook.unlock(PASSPHRASE)
    try:
        at = parse_moment(when, shell.clock)
        walk = _walked(opened, opened.reflecting.begin(path_id, happened_at=at), _values(said))
        if draft:
            opened.reflecting.keep_draft(walk)
        else:
            opened.reflecting.finish(walk)
    finally:
        notebook.lock()


def _values(said: Mapping[str, int]) -> dict[str, Value]:
    if "pleasant" in said:
        return {"map": MapPoint(said["pleasant"], said["energy"])}
    return dict(said)


def _walked(opened: OpenNotebook, walk: Walk, said: Mapping[str, Value]) -> Walk:
    while True:
        if walk.step.id in said:
            walk = walk.answered(said[walk.step.id], opened.reflecting.new_answer_id)
        if walk.at_end:
            return walk
        walk = walk.forward()
