"""The command that works on sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.cli import codes
from companion.cli.run import print_json
from companion.domain.dates import parse_moment
from companion.plain.sessions import session_line, show_sessions

if TYPE_CHECKING:
    from companion.cli.run import Run
    from companion.domain.journey import Session


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


def session_json(run: Run, one: Session) -> dict[str, Any]:
    """A session: `number`, `at`, `state`."""
    return {
        "number": one.number,
        "at": run.builder.clock.local(one.at).isoformat(),
        "state": str(one.state),
    }
