"""The commands that work on an open notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.cli import codes
from companion.cli.run import print_json
from companion.domain.dates import parse_moment
from companion.domain.path import Form
from companion.plain.sessions import session_line, show_sessions
from companion.plain.shut import NotebookShutError
from companion.plain.walking import choose_and_walk, go, set_out

if TYPE_CHECKING:
    from companion.cli.run import Run
    from companion.domain.journey import Session


def reflect(run: Run) -> int:
    """Walk a path; without one, choose it."""
    try:
        return _reflect(run)
    except NotebookShutError as shut:  # what was chosen at the end of the path
        return codes.DONE if shut.is_gone else codes.NOT_DONE


def _reflect(run: Run) -> int:
    form = Form(run.asked.form) if run.asked.form else None
    clock = run.builder.clock
    when = parse_moment(run.asked.on, clock, needs_time=False) if run.asked.on else None
    # What is ahead has not happened yet.
    when = min(when, clock.now()) if when else None
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


def session(run: Run) -> int:
    """Add, list and settle sessions."""
    asked = run.asked
    at = parse_moment(asked.when, run.builder.clock) if hasattr(asked, "when") else None
    with run.opened() as opened:
        appointments = opened.appointments
        if asked.action == "list":
            if asked.json:
                print_json(run, [session_json(run, one) for one in appointments.all()])
            else:
                show_sessions(run.face, opened)
            return codes.DONE
        if asked.action == "add" and at is not None:
            kept = appointments.add(at, asked.number)
        elif asked.action == "move" and at is not None:
            kept = appointments.move(at, asked.number)
        elif asked.action == "held":
            kept = appointments.held(asked.number)
        else:
            kept = appointments.missed(asked.number)
        run.terminal.say(session_line(run.face, kept))
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


def session_json(run: Run, one: Session) -> dict[str, Any]:
    """A session: `number`, `at`, `state`."""
    return {
        "number": one.number,
        "at": run.builder.clock.local(one.at).isoformat(),
        "state": str(one.state),
    }
