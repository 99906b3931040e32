"""Options and actions that several commands take."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable

    Say = Callable[..., str]


def json_option(parser: argparse.ArgumentParser, say: Say, default: object = False) -> None:  # noqa: FBT002  as argparse has it
    """Take `--json`.

    Args:
        parser: The command's parser.
        say: The interface's sentences.
        default: What holds where it is not typed.
    """
    parser.add_argument("--json", action="store_true", default=default, help=say("cli.option.json"))


def positive(text: str) -> int:
    """A whole number of 1 or more.

    Raises:
        ValueError: If it is none.
    """
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def actions(
    parser: argparse.ArgumentParser,
    say: Say,
    shared: argparse.ArgumentParser,
    command: str,
    names: Iterable[str],
    *,
    required: bool = True,
) -> dict[str, argparse.ArgumentParser]:
    """Give a command its actions (`add` in `companion session add`).

    Args:
        parser: The command's parser.
        say: The interface's sentences; `cli.<command>.<name>` is what an action is for.
        shared: The global options, which may stand after an action too.
        command: The command.
        names: The actions, in the order they are listed.
        required: Whether one must be typed.

    Returns:
        The parser of each action, by its name.
    """
    made = parser.add_subparsers(dest="action", required=required, metavar=say("cli.metavar"))
    parsers = {}
    for name in names:
        about = say(f"cli.{command}.{name}")
        parsers[name] = made.add_parser(
            name, help=about, description=about, parents=[shared], allow_abbrev=False
        )
    return parsers
