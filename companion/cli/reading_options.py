"""What can be typed after the commands that write, read and pause, and after `help-now`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.options import json_option, positive

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Say = Callable[..., str]


def note_options(parser: argparse.ArgumentParser, say: Say) -> None:
    """Take what `note` takes."""
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--park", action="store_true", help=say("cli.option.park"))
    where.add_argument("--unsaid", action="store_true", help=say("cli.option.unsaid"))
    parser.add_argument(
        "--wait", type=float, default=0.0, metavar="SECONDS", help=say("cli.option.wait")
    )
    parser.add_argument("--on", metavar="DATE", default="", help=say("cli.option.on"))
    _words(parser, "--tag", say("cli.option.tag_note"))


def list_options(parser: argparse.ArgumentParser, say: Say) -> None:
    """Take what `list` takes."""
    parser.add_argument(
        "--limit", type=positive, default=20, metavar="N", help=say("cli.option.limit")
    )
    parser.add_argument("--tag", default="", metavar="TAG", help=say("cli.option.tag"))
    json_option(parser, say)


def show_options(parser: argparse.ArgumentParser, say: Say) -> None:
    """Take what `show` takes."""
    _entry(parser, say)
    parser.add_argument("--history", action="store_true", help=say("cli.option.history"))
    json_option(parser, say)


def search_options(parser: argparse.ArgumentParser, say: Say) -> None:
    """Take what `search` takes."""
    parser.add_argument("words", nargs="+", metavar="WORD", help=say("cli.option.words"))
    json_option(parser, say)


def tag_options(parser: argparse.ArgumentParser, say: Say) -> None:
    """Take what `tag` takes."""
    _entry(parser, say)
    parser.add_argument("words", nargs="*", metavar="WORD", help=say("cli.option.tag_words"))
    _words(parser, "--remove", say("cli.option.tag_remove"))


def delete_options(parser: argparse.ArgumentParser, say: Say) -> None:
    """Take what `delete` takes."""
    _entry(parser, say)
    parser.add_argument("--yes", action="store_true", help=say("cli.option.yes"))


def pause_options(parser: argparse.ArgumentParser, say: Say) -> None:
    """Take what `pause` takes."""
    parser.add_argument("--until", metavar="DATE", default="", help=say("cli.option.until"))


def help_options(parser: argparse.ArgumentParser, say: Say) -> None:
    """Take what `help-now` takes."""
    what = ("steady", "people", "steps")
    parser.add_argument("what", nargs="?", choices=what, help=say("cli.option.help_what"))
    parser.add_argument("--country", metavar="CC", default="", help=say("cli.option.country"))


def _entry(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("id", metavar="ID", help=say("cli.option.id"))


def _words(parser: argparse.ArgumentParser, name: str, text: str) -> None:
    parser.add_argument(name, nargs="+", action="extend", default=[], metavar="WORD", help=text)
