"""The commands that take everything out, and bring other entries in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli import codes
from companion.system.named import named_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.cli.run import Run
    from companion.domain.archive import Arrival


def export(run: Run) -> int:
    """Write everything to a JSON file or a folder of Markdown; neither is encrypted."""
    place = named_path(run.asked.output)
    progress = _progress(run) if run.terminal.by_hand else None
    with run.opened(looked_after=False) as opened:
        if run.asked.format == "json":
            opened.exchange.as_json(place, replace_it=run.asked.replace, progress=progress)
        else:
            opened.exchange.as_markdown(place, progress=progress)
    run.terminal.warn(run.say("plain.page.not_encrypted", file=str(place)))
    return codes.DONE


def bring_in(run: Run) -> int:
    """Say what a file would bring in, and bring it in."""
    file = named_path(run.asked.file)
    with run.opened() as opened:
        incoming, arrival = opened.exchange.look(file)
        _say_arrival(run, arrival)
        if arrival.is_empty:
            return codes.DONE
        if not run.asked.yes and not run.face.yes("exchange.ask"):
            run.terminal.say(run.say("exchange.left"))
            return codes.NOT_DONE
        opened.exchange.bring_in(incoming)
    run.terminal.say(run.say("exchange.done"))
    return codes.DONE


def _say_arrival(run: Run, arrival: Arrival) -> None:
    source = run.say(f"exchange.source.{arrival.source}")
    run.terminal.say(run.say("exchange.found", source=source))
    for key, number in (
        ("new", arrival.new),
        ("known", arrival.known),
        ("sessions_in_file", arrival.sessions),
        ("apart", arrival.apart),
        ("packs", arrival.packs),
    ):
        if number or key == "new":
            run.terminal.say(run.say(f"exchange.{key}", number=number))
    if arrival.own_help:
        run.terminal.say(run.say("exchange.own_help"))
    for left_out, number in arrival.left_out:
        run.terminal.say(run.say(f"exchange.left_out.{left_out}", number=number))


def _progress(run: Run) -> Callable[[int], None]:
    return lambda number: run.terminal.warn(run.say("exchange.progress", number=number))
