"""What can be typed after `companion content`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Say = Callable[..., str]


def content(
    parser: argparse.ArgumentParser, say: Say, global_options: argparse.ArgumentParser
) -> None:
    """The one thing that can be done with content, and which language it is about."""
    actions = parser.add_subparsers(dest="action", required=True, metavar=say("cli.metavar"))
    text = say("cli.content.check")
    one = actions.add_parser(
        "check", help=text, description=text, parents=[global_options], allow_abbrev=False
    )
    one.add_argument("--language", metavar="CODE", default="", help=say("cli.option.language"))
