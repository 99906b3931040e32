"""The commands that change what was written, or remove it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli import codes
from companion.domain.path_ids import NOTE
from companion.plain.reflect import change_entry, change_note

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


def delete(run: Run) -> int:
    """Remove one entry for good, after a question."""
    with run.opened() as opened:
        entry = opened.journal.entry(run.asked.id)
        day = run.builder.words.day(run.builder.clock.local(entry.happened_at).date())
        if not run.asked.yes and not run.face.yes("cli.delete_ask", title=entry.title, day=day):
            run.terminal.say(run.say("cli.delete_left"))
            return codes.NOT_DONE
        opened.journal.remove(entry.id)
        run.terminal.say(run.say("cli.delete_done"))
    return codes.DONE
