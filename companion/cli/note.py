"""A quick line from the shell: nothing is imported that it does not need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli import codes
from companion.domain.errors import InputEndedError
from companion.domain.path import Place
from companion.plain.shut import LockAskedError

if TYPE_CHECKING:
    from companion.cli.run import Run


def note(run: Run) -> int:
    """Keep a quick line, typed or piped in."""
    asked = run.asked
    place = Place.PARKED if asked.park else Place.UNSAID if asked.unsaid else Place.HERE
    when = run.happened_at()
    with run.opened(asked.wait) as opened:
        text = _typed(run) if run.terminal.by_hand else run.terminal.read_all()
        kept = opened.reflecting.note(text, run.say("plain.note_title"), place, happened_at=when)
        run.terminal.say(run.say("plain.kept"))
        if asked.tag:
            opened.journal.tag(kept.id, asked.tag)
    return codes.DONE


def _typed(run: Run) -> str:
    """Lines up to an empty one; what ends them otherwise takes none of them along."""
    run.face.say("plain.write")
    lines: list[str] = []
    try:
        while line := run.face.ask():
            lines.append(line)
    except (InputEndedError, LockAskedError):
        if not lines:
            raise
    return "\n".join(lines)
