"""A quick line from the shell: nothing is imported that it does not need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli import codes
from companion.domain.dates import parse_moment
from companion.domain.errors import InputEndedError
from companion.domain.path import Place
from companion.plain.shut import LockAskedError

if TYPE_CHECKING:
    from companion.cli.run import Run


def note(run: Run) -> int:
    """Keep a quick line, typed or piped in."""
    asked = run.asked
    place = Place.PARKED if asked.park else Place.UNSAID if asked.unsaid else Place.HERE
    clock = run.builder.clock
    when = parse_moment(asked.on, clock, needs_time=False) if asked.on else None
    # What is ahead has not happened yet.
    when = min(when, clock.now()) if when else None
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
