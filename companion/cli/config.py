"""The settings file: where it is, whether it is as it should be, and the keys there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli import codes
from companion.services.settings_sentences import fault_says

if TYPE_CHECKING:
    from companion.cli.run import Run


def config(run: Run) -> int:
    """Do one of the three."""
    match run.asked.action:
        case "path":
            return _path(run)
        case "check":
            return _check(run)
        case _:
            return _keys(run)


def _path(run: Run) -> int:
    """Print where the file is; it is made first, so that there is something to open."""
    run.builder.preferences.make_file()
    run.terminal.show(f"{run.builder.preferences.place}\n")
    return codes.DONE


def _check(run: Run) -> int:
    kept = run.builder.preferences
    for fault in kept.faults:
        run.terminal.say(fault_says(run.builder.words, kept.place, fault))
    for name in kept.unknown:
        run.terminal.say(run.say("settings.check.unknown", file=kept.place, name=name))
    if not kept.faults and not kept.unknown:
        run.terminal.say(run.say("settings.check.good", file=kept.place))
    return codes.NOT_DONE if kept.faults else codes.DONE


def _keys(run: Run) -> int:
    """Every action as the file would name it, with the keys it has now."""
    kept = run.builder.preferences
    for action_id in kept.keyboard.ids():
        name = run.say(f"keys.{action_id}")
        run.terminal.show(f'"{action_id}" = "{kept.keys_of(action_id)}"  # {name}\n')
    return codes.DONE
