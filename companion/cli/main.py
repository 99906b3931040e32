"""From what was typed to an exit code. No traceback ever reaches a person."""

from __future__ import annotations

import os
import sys
import time
from importlib import import_module
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from companion import __version__

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from companion.bootstrap import Builder
    from companion.cli.run import Run
    from companion.plain.terminal import Streams, Terminal

    MakeBuilder = Callable[..., Builder]

DEV_VARIABLE = "COMPANION_DEV"
"""Set to 1, a fault shows its traceback: for whoever works on companion."""
DEFAULTS = {"notebook": "", "passphrase_file": "", "plain": False, "lang": "", "command": ""}
"""The global options where they are not given. Nothing typed is asked for most often: these
are then all there is, and no parser is made."""
_FOR_BASH = ("..", "share", "bash-completion", "completions", "companion")
_COMMANDS = {
    "": "starting.app",
    "demo": "starting.demo",
    "init": "starting.init",
    "note": "note.note",
    "reflect": "reflecting.reflect",
    "paths": "starting.paths",
    "session": "sessions.session",
    "list": "reading.list_entries",
    "show": "reading.show",
    "search": "reading.search",
    "tag": "reading.tag",
    "edit": "editing.edit",
    "delete": "editing.delete",
    "pause": "rhythm.pause",
    "resume": "rhythm.resume",
    "page": "printing.page",
    "exported": "exported.exported",
    "moved": "moved.moved",
    "unsaid": "unsaid.unsaid",
    "task": "tasks.task",
    "homework": "homework.homework",
    "agreement": "agreement.agreement",
    "journey": "journeys.journey",
    "book": "book.book",
    "wipe": "book.wipe",
    "export": "exchange.export",
    "import": "exchange.bring_in",
    "backup": "safekeeping.backup",
    "restore": "safekeeping.restore",
    "verify": "safekeeping.verify",
    "passphrase": "safekeeping.passphrase",
    "recovery": "safekeeping.recovery",
    "audit": "audit.audit",
    "config": "config.config",
    "content": "content.content",
    "guide": "guide.guide",
    "help-now": "starting.help_now",
    "completion": "completion.completion",
    "man": "completion.man",
    "version": "about.version",
}
# Where each command is carried out. Only the one that was asked for is imported: a short
# command is not made to wait for the others.


def main(
    argv: list[str],
    streams: Streams | None = None,
    make_builder: MakeBuilder | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> int:
    """Carry out a command line.

    Args:
        argv: What was typed after `companion`.
        streams: Where lines come from and go to; none: the process's own.
        make_builder: Builds the house; none: the real one.
        sleep: Waits for so many seconds.

    Returns:
        The exit code.
    """
    # Before anything is imported: what scripts ask most often, and what a shell asks as it starts.
    if argv in (["version"], ["--version"]):
        _write_version(streams)
        return 0
    if argv == ["completion", "bash"]:
        _write_bash(streams)
        return 0
    return _main(argv, streams or _own_streams(), make_builder, sleep)


def _write_version(streams: Streams | None) -> None:
    output = streams.output if streams is not None else sys.stdout
    output.write(f"companion {__version__}\n")


def _write_bash(streams: Streams | None) -> None:
    # It is the same in every language, and was made when companion was.
    output = streams.output if streams is not None else sys.stdout
    with open(os.path.join(os.path.dirname(__file__), *_FOR_BASH), encoding="utf-8") as file:  # noqa: PTH118, PTH120, PTH123  pathlib takes longer than the rest
        output.write(file.read())


def _own_streams() -> Streams:
    from companion.cli.streams import own_streams

    return own_streams()


def _main(
    argv: list[str],
    streams: Streams,
    make_builder: MakeBuilder | None,
    sleep: Callable[[float], None],
) -> int:
    from companion.bootstrap import Builder
    from companion.cli.run import Run
    from companion.hardening import harden
    from companion.plain.terminal import Terminal

    make = make_builder or Builder
    terminal = Terminal(streams)
    nothing = cast("argparse.Namespace", SimpleNamespace(**DEFAULTS))
    asked = _asked(argv, make, terminal, streams) if argv else nothing
    if isinstance(asked, int):
        return asked
    harden()
    builder = make(notebook=asked.notebook, language=asked.lang)
    return _carry_out(Run(asked, builder, terminal, dict(os.environ), sleep))


def _asked(
    argv: list[str], make: MakeBuilder, terminal: Terminal, streams: Streams
) -> argparse.Namespace | int:
    """What was asked for; an exit code: there is nothing more to do."""
    from companion.cli import codes
    from companion.cli.parser import Ended, UsageError, parse

    try:
        asked = parse(argv, make(language=_language(argv)).words.say, streams.output)
    except Ended:
        return codes.DONE
    except UsageError as error:
        terminal.warn(str(error))
        return codes.WRONG_USAGE
    if getattr(asked, "version", False):
        _write_version(streams)
        return codes.DONE
    return asked


# These say it themselves, or show a screen that does.
_FAULTS_LATER = ("", "demo", "config")


def _language(argv: list[str]) -> str:
    """The language that is asked for, before the rest of the line is understood."""
    for index, word in enumerate(argv):
        if word == "--lang" and index + 1 < len(argv):
            return argv[index + 1]
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return ""


def _carry_out(run: Run) -> int:
    from companion.cli import codes
    from companion.cli.run import PassphraseFileError
    from companion.domain.errors import CompanionError
    from companion.domain.file_errors import OutputNotWrittenError

    name = run.asked.command or ""
    try:
        if name not in _FAULTS_LATER:
            run.say_faults()
        return _until_locked(run, _command(name))
    except CompanionError as error:
        if isinstance(error, OutputNotWrittenError):
            _let_go_of_output()
        run.terminal.warn(run.say(error.key, **error.details))
        return codes.code_of(error)
    except PassphraseFileError as error:
        run.terminal.warn(run.say("cli.passphrase_file", file=str(error)))
        return codes.NOT_DONE
    except KeyboardInterrupt:
        run.terminal.warn(f"\n{run.say('plain.interrupted')}")
        return codes.INTERRUPTED
    except BrokenPipeError:
        # Whoever read from us has stopped; there is nobody left to tell.
        _let_go_of_output()
        return codes.NOT_DONE
    except Exception:
        if os.environ.get(DEV_VARIABLE) == "1":
            raise
        run.terminal.warn(run.say("app.crashed"))
        return codes.NOT_DONE


def _until_locked(run: Run, command: Callable[[Run], int]) -> int:
    """Carry a command out; the call to lock ends it at once, with all that was written kept."""
    from companion.cli import codes
    from companion.plain.shut import LockAskedError

    try:
        return command(run)
    except LockAskedError:
        run.terminal.say(run.say("plain.bye"))
        return codes.DONE


def _let_go_of_output() -> None:
    """What was not taken is not offered again when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _command(name: str) -> Callable[[Run], int]:
    module, _, function = _COMMANDS[name].partition(".")
    found: Callable[[Run], int] = getattr(import_module(f"companion.cli.{module}"), function)
    return found
