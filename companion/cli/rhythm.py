"""The commands that give quiet, and end it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli import codes
from companion.domain.dates import parse_moment

if TYPE_CHECKING:
    from datetime import date

    from companion.cli.run import Run


def pause(run: Run) -> int:
    """Let nothing be offered, for good or until a day."""
    until = _day(run)
    if until is not None and until <= run.builder.clock.local(run.builder.clock.now()).date():
        run.terminal.warn(run.say("cli.pause_over"))
        return codes.NOT_DONE
    with run.opened() as opened:
        opened.rhythm.pause(until)
        if until is None:
            run.terminal.say(run.say("rhythm.paused"))
        else:
            day = run.builder.words.day(until)
            run.terminal.say(run.say("rhythm.paused_until", day=day))
    return codes.DONE


def resume(run: Run) -> int:
    """End a pause."""
    with run.opened() as opened:
        opened.rhythm.resume()
        run.terminal.say(run.say("cli.resumed"))
    return codes.DONE


def _day(run: Run) -> date | None:
    if not run.asked.until:
        return None
    clock = run.builder.clock
    return clock.local(parse_moment(run.asked.until, clock, needs_time=False)).date()
