"""The command that works on several therapies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.cli import codes
from companion.cli.run import print_json
from companion.plain.journey_map import say_map
from companion.plain.journeys import (
    begin,
    close,
    find_journey,
    list_journeys,
    rename,
    reopen,
    turn_to,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.cli.run import Run
    from companion.domain.journey import Journey
    from companion.domain.journey_map import Waymark
    from companion.services.open_notebook import OpenNotebook


def journey(run: Run) -> int:
    """List therapies, begin one, turn to one, name, close or reopen one, or say its way."""
    face = run.face
    with run.opened() as opened:
        if run.asked.action == "list":
            _list(run, opened)
            return codes.DONE
        if run.asked.action == "new":
            begin(face, opened, _name(run))
            return codes.DONE
        if run.asked.action == "map":
            _map(run, opened)
            return codes.DONE
        chosen = find_journey(opened, run.asked.which)
        match run.asked.action:
            case "open":
                turn_to(face, opened, chosen)
            case "rename":
                rename(face, opened, chosen, _name(run))
            case "reopen":
                reopen(face, opened, chosen)
            case "close" if not close(face, opened, chosen, sure=run.asked.yes):
                return codes.NOT_DONE
    return codes.DONE


def _name(run: Run) -> str:
    if run.asked.name is None:
        return run.face.ask("plain_journeys.name")
    return str(run.asked.name)


def _list(run: Run, opened: OpenNotebook) -> None:
    if not run.asked.json:
        list_journeys(run.face, opened)
        return
    here = opened.journeys.open.id
    rows = [journey_json(run, one, number, here) for number, one in _numbered(opened)]
    print_json(run, rows)


def _map(run: Run, opened: OpenNotebook) -> None:
    which = run.asked.which
    found = opened.journey_maps.of(find_journey(opened, which).id if which else "")
    titles = opened.journey_maps.titles(found.journey.id, found.marks)
    if not run.asked.json:
        say_map(run.face, found, titles)
        return
    rows = zip(found.marks, titles, strict=True)
    print_json(run, [mark_json(run, mark, named) for mark, named in rows])


def mark_json(run: Run, mark: Waymark, named: Sequence[str]) -> dict[str, Any]:
    """What stands on a way: `kind`, `at`, `number`, `words`, `reflected`."""
    return {
        "kind": mark.kind.value,
        "at": run.builder.clock.local(mark.at).isoformat(),
        "number": mark.number or None,
        "words": mark.words,
        "reflected": list(named),
    }


def _numbered(opened: OpenNotebook) -> list[tuple[int, Journey]]:
    return list(enumerate(opened.journeys.all(), 1))


def journey_json(run: Run, one: Journey, number: int, here: str) -> dict[str, Any]:
    """A therapy: `number`, `name`, `started_at`, `closed_at`, `open`."""
    clock = run.builder.clock
    return {
        "number": number,
        "name": one.name,
        "started_at": clock.local(one.started_at).isoformat(),
        "closed_at": clock.local(one.closed_at).isoformat() if one.closed_at else None,
        "open": one.id == here,
    }
