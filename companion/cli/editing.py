"""The command that changes what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli import codes
from companion.plain.reflect import change_entry, change_note
from companion.services.reflecting import NOTE

if TYPE_CHECKING:
    from companion.cli.run import Run


def edit(run: Run) -> int:
    """Change an entry: its questions again, or a free line's words, typed or piped in."""
    with run.opened() as opened:
        entry = opened.journal.entry(run.asked.id)
        if entry.path_id == NOTE and not run.terminal.by_hand:
            change_note(opened, entry, run.terminal.read_all(), run.builder.clock.now())
            run.face.say("plain.kept")
        else:
            change_entry(run.face, opened, entry.id)
    return codes.DONE
