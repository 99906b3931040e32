"""What can be typed after `companion`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    Say = Callable[..., str]

DEFAULTS: dict[str, object] = {
    "notebook": "",
    "passphrase_file": "",
    "plain": False,
    "lang": "",
    "command": "",
}
"""The global options where they are not given."""
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
    "delete",
    "page",
    "export",
    "import",
    "backup",
    "restore",
    "verify",
    "passphrase",
    "recovery",
    "audit",
    "guide",
    "help-now",
    "version",
)
"""The commands, in the order they are listed."""


class UsageError(Exception):
    """The command line makes no sense; the text says what is wrong."""


class Ended(Exception):  # noqa: N818  asking for help is no error
    """Help was shown; there is nothing more to do."""


class _Parser(argparse.ArgumentParser):
    output: TextIO | None = None

    def error(self, message: str) -> NoReturn:
        said = f"{self.format_usage()}{message}"
        raise UsageError(said)

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        raise Ended(status, message)

    def print_help(self, file: object = None) -> None:
        del file
        super().print_help(_Parser.output)


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
    _Parser.output = output
    found = _parser(say).parse_args(argv)
    for name, value in DEFAULTS.items():
        if not hasattr(found, name):
            setattr(found, name, value)
    return found


def _parser(say: Say) -> _Parser:
    shared = _global_options(say)
    parser = _Parser(
        prog="companion",
        description=say("cli.about"),
        epilog=say("cli.epilog"),
        parents=[shared],
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="store_true", help=say("cli.version"))
    commands = parser.add_subparsers(dest="command", metavar=say("cli.metavar"))

    def command(name: str) -> _Parser:
        text = say(f"cli.command.{name}")
        return commands.add_parser(
            name, help=text, description=text, parents=[shared], allow_abbrev=False
        )

    for name in COMMANDS:
        _OPTIONS.get(name, _nothing)(command(name), say)
    return parser


def _global_options(say: Say) -> _Parser:
    shared = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--notebook", metavar="DIR", help=say("cli.option.notebook"))
    shared.add_argument("--passphrase-file", metavar="FILE", help=say("cli.option.passphrase_file"))
    shared.add_argument("--plain", action="store_true", help=say("cli.option.plain"))
    shared.add_argument("--lang", metavar="CODE", help=say("cli.option.lang"))
    return shared


def _nothing(parser: argparse.ArgumentParser, say: Say) -> None:
    del parser, say


def _json(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("--json", action="store_true", help=say("cli.option.json"))


def _number(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("number", nargs="?", type=_positive, help=say("cli.option.number"))


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _note(parser: argparse.ArgumentParser, say: Say) -> None:
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--park", action="store_true", help=say("cli.option.park"))
    where.add_argument("--unsaid", action="store_true", help=say("cli.option.unsaid"))
    parser.add_argument(
        "--wait", type=float, default=0.0, metavar="SECONDS", help=say("cli.option.wait")
    )


def _reflect(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("path", nargs="?", metavar="PATH", help=say("cli.option.path"))
    parser.add_argument("--short", action="store_true", help=say("cli.option.short"))
    parser.add_argument("--on", metavar="DATE", default="", help=say("cli.option.on"))


def _paths(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("--check", action="store_true", help=say("cli.option.check"))
    _json(parser, say)


def _session(parser: argparse.ArgumentParser, say: Say) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar=say("cli.metavar"))
    shared = _global_options(say)
    for name in ("list", "add", "held", "missed", "move"):
        text = say(f"cli.session.{name}")
        one = actions.add_parser(
            name, help=text, description=text, parents=[shared], allow_abbrev=False
        )
        if name in {"held", "missed"}:
            _number(one, say)
        if name in {"add", "move"}:
            one.add_argument("when", metavar="DATE", help=say("cli.option.when"))
            one.add_argument("--number", type=_positive, help=say("cli.option.number"))
        if name == "list":
            _json(one, say)


def _list(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument(
        "--limit", type=_positive, default=20, metavar="N", help=say("cli.option.limit")
    )
    _json(parser, say)


def _entry(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("id", metavar="ID", help=say("cli.option.id"))


def _show(parser: argparse.ArgumentParser, say: Say) -> None:
    _entry(parser, say)
    _json(parser, say)


def _delete(parser: argparse.ArgumentParser, say: Say) -> None:
    _entry(parser, say)
    parser.add_argument("--yes", action="store_true", help=say("cli.option.yes"))


def _search(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("words", nargs="+", metavar="WORD", help=say("cli.option.words"))
    _json(parser, say)


def _page(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("action", nargs="?", choices=["compose"], help=say("cli.option.compose"))
    parser.add_argument("--session", type=_positive, metavar="N", help=say("cli.option.session"))
    parser.add_argument(
        "--format", choices=["text", "md", "json"], default="text", help=say("cli.option.format")
    )
    parser.add_argument("-o", "--output", metavar="FILE", help=say("cli.option.output"))
    parser.add_argument("--replace", action="store_true", help=say("cli.option.replace"))


def _help_now(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("--country", metavar="CC", default="", help=say("cli.option.country"))


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


def _guide(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument(
        "topic", nargs="?", default="", metavar="TOPIC", help=say("cli.option.topic")
    )


_OPTIONS: dict[str, Callable[[argparse.ArgumentParser, Say], None]] = {
    "note": _note,
    "reflect": _reflect,
    "paths": _paths,
    "session": _session,
    "list": _list,
    "show": _show,
    "search": _search,
    "delete": _delete,
    "page": _page,
    "export": _export,
    "import": _import,
    "backup": _backup,
    "restore": _restore,
    "passphrase": _passphrase,
    "recovery": _recovery,
    "audit": _json,
    "guide": _guide,
    "help-now": _help_now,
    "version": _json,
}
