"""The command that says how it moved."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from companion.cli import codes
from companion.cli.run import print_json
from companion.domain.dates import parse_moment
from companion.plain.moved import say_topics

if TYPE_CHECKING:
    from companion.cli.run import Run
    from companion.domain.movement import Series, Topic


def moved(run: Run) -> int:
    """Say what was chosen on the scales, day by day."""
    since = _start_of_day(run) if run.asked.since else None
    with run.opened() as opened:
        topics = opened.movement.since(since)
        if run.asked.json:
            print_json(run, [series_json(run, one, its) for one in topics for its in one.series])
        elif since is None and all(topic.is_empty for topic in topics):
            run.face.say("moved.empty")
        else:
            say_topics(run.face, opened.movement, topics)
    return codes.DONE


def series_json(run: Run, topic: Topic, series: Series) -> dict[str, Any]:
    """A scale: `measure`, `path`, `points` (`at`, `value`), `sessions` (`number`, `at`)."""
    clock = run.builder.clock
    return {
        "measure": series.measure.id,
        "path": topic.path_id,
        "points": [
            {"at": clock.local(dot.at).isoformat(), "value": dot.value} for dot in series.dots
        ],
        "sessions": [
            {"number": one.number, "at": clock.local(one.at).isoformat()} for one in topic.sessions
        ],
    }


def _start_of_day(run: Run) -> datetime:
    """The first moment of the day that was named, whatever time of it was."""
    clock = run.builder.clock
    named = clock.local(parse_moment(run.asked.since, clock, needs_time=False, behind=True))
    return clock.from_local(datetime.combine(named.date(), time()))
