"""Sessions, what the two agreed, therapies, by typed lines."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from by_ear import Pick, pick
from powers import Power, menu, more

from companion.domain.journey import SessionState

if TYPE_CHECKING:
    from pathlib import Path

    from powers import Kept

    from companion.domain.task import Task
    from companion.services.open_notebook import OpenNotebook

_THREE = Pick("Write down three things")


def session(number: int, state: SessionState, at: datetime | None = None) -> Kept:
    """Whether a session stands so."""

    def kept(opened: OpenNotebook, _: Path) -> bool:
        found = opened.appointments.numbered(number)
        return found.state is state and (at is None or found.at == at)

    return kept


_SESSIONS = (
    Power(
        "home.sessions sessions.add",
        menu("sessions", "n", "2026-03-11 17:30", ""),
        "plain_sessions.number =Session 14: Wednesday 11 March 2026, 17:30, planned.",
        session(14, SessionState.PLANNED),
    ),
    Power(
        "sessions.held",
        menu("sessions", "13", pick("plain_sessions.do.held"), "yes"),
        "plain_sessions.sure_held plain.state.held",
        session(13, SessionState.HELD),
    ),
    Power(
        "sessions.missed",
        menu("sessions", "12", pick("plain_sessions.do.missed")),
        "plain.state.missed",
        session(12, SessionState.MISSED),
    ),
    Power(
        "sessions.move",
        menu("sessions", "13", pick("plain_sessions.do.move"), "2026-03-05 18:00"),
        "=Thursday 5 March 2026, 18:00, planned",
        session(13, SessionState.PLANNED, datetime(2026, 3, 5, 18, 0, tzinfo=UTC)),
    ),
)


def first_task(opened: OpenNotebook) -> Task:
    return next(task for task in opened.agreed.tasks() if task.what.startswith("Write down three"))


def task(name: str, *lines: str | Pick) -> tuple[str | Pick, ...]:
    """Lines that begin with something done with the open task."""
    return more("tasks", _THREE, pick(f"tasks.{name}"), *lines)


_TASKS = (
    Power(
        "home.tasks tasks.add",
        more("tasks", "n", "Walk home by the river", ""),
        "plain.progress",
        lambda opened, _: bool(opened.journal.search("river")),
    ),
    Power("tasks.went", task("went"), "plain.progress"),
    Power(
        "tasks.tiny",
        task("tiny", "One thing, on a ticket", "", ""),
        "plain.progress",
        lambda opened, _: first_task(opened).now == "One thing, on a ticket",
    ),
    Power("tasks.change", task("change"), "plain_reflect.change"),
    Power("tasks.read", more("tasks", _THREE, pick("plain_tasks.entry")), "reading.what"),
    Power(
        "tasks.drop",
        task("drop"),
        "tasks.dropped",
        lambda opened, _: first_task(opened).is_settled,
    ),
)
_AGREEMENT = (
    Power(
        "home.agreement agreement.write",
        more("agreement", pick("agreement.button.write"), "", "/back"),
        "plain.progress",
    ),
    Power(
        "agreement.before agreement.after",
        more("agreement", pick("plain_agreement.history"), "1"),
        "agreement.earlier =Saturday 20 December 2025",
    ),
    Power(
        "agreement.side side.before side.after",
        more("agreement", pick("reading.do.versions")),
        "side.on_day",
    ),
    Power(
        "agreement.sheet",
        more("agreement", pick("agreement.button.sheet"), "{home}/sheet.txt", "yes"),
        "plain.page.not_encrypted",
        lambda _, home: (home / "sheet.txt").exists(),
    ),
    Power("agreement.read", more("agreement", pick("plain_agreement.entry")), "reading.what"),
)


def therapy(name: str, *, closed: bool = False, here: bool = True) -> Kept:
    """Whether there is a therapy of that name, closed or open, and home shows it."""

    def kept(opened: OpenNotebook, _: Path) -> bool:
        (found,) = (one for one in opened.journeys.all() if one.name == name)
        is_here = opened.journeys.open.id == found.id
        return found.is_closed is closed and is_here is here

    return kept


BAKERY = "The room above the bakery"
_JOURNEYS = (
    Power(
        "home.journeys journeys.begin",
        more("journeys", "n", "Fridays"),
        "journeys.begun",
        therapy("Fridays"),
    ),
    Power(
        "journeys.turn",
        more("journeys", "n", "Fridays", "1", pick("journeys.turn")),
        "journeys.turned",
        therapy(BAKERY),
    ),
    Power(
        "journeys.rename",
        more("journeys", "1", pick("journeys.rename"), "Fridays"),
        "plain_journeys.renamed",
        therapy("Fridays"),
    ),
    Power(
        "journeys.close",
        more("journeys", "1", pick("journeys.close"), "yes"),
        "plain_journeys.closed",
        therapy(BAKERY, closed=True),
    ),
    Power(
        "journeys.reopen",
        more("journeys", "1", pick("journeys.close"), "yes", "1", pick("journeys.reopen")),
        "journeys.reopened",
        therapy(BAKERY),
    ),
    Power(
        "journeys.book",
        (*more("journeys", "n", "Fridays", "1", pick("journeys.turn")), *more("book")),
        "book.plain.how",
    ),
)


POWERS = (*_SESSIONS, *_TASKS, *_AGREEMENT, *_JOURNEYS)
"""The rows."""
