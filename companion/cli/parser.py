"""What can be typed after `companion`."""

from __future__ import annotations

import argparse
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from companion.cli.main import DEFAULTS
from companion.cli.options import actions, json_option, positive
from companion.cli.printing_options import exported_options, page_options
from companion.cli.reading_options import (
    delete_options,
    help_options,
    list_options,
    note_options,
    pause_options,
    search_options,
    show_options,
    tag_options,
)
from companion.cli.usage import Ended, Parser, UsageError

__all__ = ["COMMANDS", "SHELLS", "Ended", "UsageError", "parse", "whole"]

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TextIO

    Say = Callable[..., str]

SHELLS = ("bash", "zsh", "fish")
"""The shells that can be told what to offer."""
COMMANDS = (
    "demo",
    "init",
    "note",
    "reflect",
    "paths",
    "session",
    "list",
    "show",
    "search",
    "tag",
    "edit",
    "delete",
    "pause",
    "resume",
    "page",
    "exported",
    "moved",
    "unsaid",
    "task",
    "homework",
    "agreement",
    "journey",
    "book",
    "wipe",
    "export",
    "import",
    "backup",
    "restore",
    "verify",
    "passphrase",
    "recovery",
    "audit",
    "config",
    "content",
    "guide",
    "help-now",
    "completion",
    "man",
    "version",
)
"""The commands, in the order they are listed."""


_HELP = frozenset({"-h", "--help"})


def parse(argv: list[str], say: Say, output: TextIO) -> argparse.Namespace:
    """Understand a command line; global options may stand before or after the command.

    Args:
        argv: What was typed after `companion`.
        say: The interface's sentences.
        output: Where help is written.

    Raises:
        UsageError: If it makes no sense.
        Ended: If help was asked for, and given.
    """
    Parser.output, Parser.say = output, say
    found = _understood(say, argv)
    for name, value in DEFAULTS.items():
        if not hasattr(found, name):
            setattr(found, name, value)
    if hasattr(found, "misused"):
        found.misused(found)
    return found


def whole(say: Say) -> argparse.ArgumentParser:
    """The parser of every command, each with all that it takes.

    Args:
        say: The interface's sentences.
    """
    return _parser(say, list(COMMANDS), COMMANDS)


def _understood(say: Say, argv: list[str]) -> argparse.Namespace:
    # Forty commands take longer to be made than one to be understood; whoever needs help, or
    # is wrong, hears of all of them.
    named = [name for name in COMMANDS if name in argv]
    if _HELP.isdisjoint(argv):
        with suppress(UsageError):
            return _parser(say, argv, named).parse_args(argv)
    return _parser(say, argv, COMMANDS).parse_args(argv)


def _parser(say: Say, argv: list[str], listed: Sequence[str]) -> Parser:
    shared = _global_options(say)
    parser = Parser(
        prog="companion",
        description=say("cli.about"),
        epilog=say("cli.epilog"),
        parents=[shared],
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="store_true", help=say("cli.version"))
    commands = parser.add_subparsers(dest="command", metavar=say("cli.metavar"))

    def command(name: str) -> Parser:
        text = say(f"cli.command.{name}")
        return commands.add_parser(
            name, help=text, description=text, parents=[shared], allow_abbrev=False
        )

    # A command that is not named can't be the one that was asked for.
    for name in listed:
        options = _OPTIONS.get(name, _nothing) if name in argv else _nothing
        options(command(name), say)
    return parser


def _global_options(say: Say) -> Parser:
    shared = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--notebook", metavar="DIR", help=say("cli.option.notebook"))
    shared.add_argument("--passphrase-file", metavar="FILE", help=say("cli.option.passphrase_file"))
    shared.add_argument("--plain", action="store_true", help=say("cli.option.plain"))
    shared.add_argument("--lang", metavar="CODE", help=say("cli.option.lang"))
    return shared


def _nothing(parser: argparse.ArgumentParser, say: Say) -> None:
    del parser, say


def _number(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("number", nargs="?", type=positive, help=say("cli.option.number"))


def _reflect(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("path", nargs="?", metavar="PATH", help=say("cli.option.path"))
    how_deep = parser.add_mutually_exclusive_group()
    how_deep.add_argument(
        "--form", choices=["one", "short", "full"], default="", help=say("cli.option.form")
    )
    how_deep.add_argument(
        "--short", action="store_const", dest="form", const="short", help=say("cli.option.short")
    )
    parser.add_argument("--on", metavar="DATE", default="", help=say("cli.option.on"))


def _edit(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("id", metavar="ID", help=say("cli.option.id"))


def _paths(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("--check", action="store_true", help=say("cli.option.check"))
    parser.add_argument("--release", action="store_true", help=say("cli.option.release"))
    json_option(parser, say)


def _session(parser: argparse.ArgumentParser, say: Say) -> None:
    named = actions(
        parser, say, _global_options(say), "session", ("list", "add", "held", "missed", "move")
    )
    json_option(named["list"], say)
    for name in ("held", "missed"):
        _number(named[name], say)
    for name in ("add", "move"):
        named[name].add_argument("when", metavar="DATE", help=say("cli.option.when"))
        named[name].add_argument("--number", type=positive, help=say("cli.option.number"))


def _moved(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("--since", metavar="DATE", default="", help=say("cli.option.since"))
    json_option(parser, say)


def _passphrase(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("--new-key", action="store_true", help=say("cli.option.new_key"))


def _recovery(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("--card", metavar="FILE", default="", help=say("cli.option.card"))


def _export(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument(
        "--format", choices=["json", "markdown"], default="json", help=say("cli.option.everything")
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", required=True, help=say("cli.option.export")
    )
    parser.add_argument("--replace", action="store_true", help=say("cli.option.replace"))


def _import(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("file", metavar="FILE", help=say("cli.option.import"))
    parser.add_argument("--yes", action="store_true", help=say("cli.option.yes"))


def _backup(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("file", metavar="FILE", help=say("cli.option.backup"))
    parser.add_argument("--replace", action="store_true", help=say("cli.option.replace"))


def _restore(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE", help=say("cli.option.restore"))
    parser.add_argument("--yes", action="store_true", help=say("cli.option.yes"))


def _config(parser: argparse.ArgumentParser, say: Say) -> None:
    actions(parser, say, _global_options(say), "config", ("path", "check", "keys"))


def _completion(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("shell", choices=SHELLS, help=say("cli.option.shell"))


def _more(
    name: str, module: str = "agreed_options"
) -> Callable[[argparse.ArgumentParser, Say], None]:
    def add(parser: argparse.ArgumentParser, say: Say) -> None:
        options = import_module(f"companion.cli.{module}")
        getattr(options, name)(parser, say, _global_options(say))

    return add


_OPTIONS: dict[str, Callable[[argparse.ArgumentParser, Say], None]] = {
    "note": note_options,
    "reflect": _reflect,
    "paths": _paths,
    "session": _session,
    "list": list_options,
    "show": show_options,
    "search": search_options,
    "tag": tag_options,
    "edit": _edit,
    "delete": delete_options,
    "pause": pause_options,
    "page": page_options,
    "exported": exported_options,
    "moved": _moved,
    **{name: _more(name) for name in ("unsaid", "task", "agreement", "journey")},
    **{name: _more(name, "book_options") for name in ("book", "wipe")},
    "homework": _more("homework", "homework_options"),
    "export": _export,
    "import": _import,
    "backup": _backup,
    "restore": _restore,
    "passphrase": _passphrase,
    "recovery": _recovery,
    "audit": json_option,
    "config": _config,
    "content": _more("content", "content_options"),
    "guide": _more("guide", "guide_options"),
    "help-now": help_options,
    "completion": _completion,
    "version": json_option,
}
