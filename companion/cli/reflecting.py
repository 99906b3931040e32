"""The command that walks a path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli import codes
from companion.domain.path import Form
from companion.plain.shut import NotebookShutError
from companion.plain.walking import choose_and_walk, go, set_out

if TYPE_CHECKING:
    from companion.cli.run import Run


def reflect(run: Run) -> int:
    """Walk a path; without one, choose it."""
    try:
        return _reflect(run)
    except NotebookShutError as shut:  # what was chosen at the end of the path
        return codes.DONE if shut.is_gone else codes.NOT_DONE


def _reflect(run: Run) -> int:
    form = Form(run.asked.form) if run.asked.form else None
    when = run.happened_at()
    with run.opened() as opened:
        if not run.asked.path:
            choose_and_walk(run.face, opened, form, when)
            return codes.DONE
        draft = opened.reflecting.draft_of(run.asked.path)
        if draft and run.face.yes("plain.draft_waits", title=draft.title):
            go(run.face, opened, opened.reflecting.resume(draft.id))
        else:
            set_out(run.face, opened, run.asked.path, form or Form.FULL, when)
    return codes.DONE
